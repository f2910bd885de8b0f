//! The decisions file: several programs and pages may write it at once, and may be killed while they do.
//!
//! A change reads the file, puts one decision in, and writes it again under a lock: so nobody's work is lost.
//! The new text is a second file in the same folder, forced to the disk and then renamed over the first: so
//! the file is whole at every moment. A file that cannot be read is never written.

use super::Decisions;
use super::decision::Decision;
use super::text::{Broken, DecisionsText};
use crate::document;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Why decisions could not be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The system refused to read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The decisions file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system refused to write.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The file that could not be written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file does not hold what decisions need; it was left as it is.
    #[error("{}: {broken}", path.display())]
    Broken {
        /// The decisions file.
        path: PathBuf,
        /// What is wrong with it.
        broken: Broken,
    },
    /// Someone else decided the conflict since the reviewer saw it.
    #[error("someone else decided this meanwhile")]
    Meanwhile(Box<Option<Decision>>),
}

/// What a change may take the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replaces {
    /// What the reviewer saw: this decision, or none. If another stands there now, all changes are refused.
    Seen(Option<Decision>),
    /// Nothing: a decision that stands there stays.
    Nothing,
}

/// One change of the decisions file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The fingerprint of the conflict.
    pub id: String,
    /// What it may take the place of.
    pub replaces: Replaces,
    /// The new decision; none takes the old one out.
    pub decision: Option<Decision>,
}

/// Where the decisions of a folder are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionsFile {
    path: PathBuf,
}

impl DecisionsFile {
    /// The name of the file beside the documents.
    pub const NAME: &str = "tadqiq.decisions.toml";

    /// This file.
    pub fn at(path: impl Into<PathBuf>) -> DecisionsFile {
        DecisionsFile { path: path.into() }
    }

    /// The file beside the documents: in the folder given, or in the folder of the files given. Paths of
    /// several folders, and standard input, have theirs in the current folder.
    pub fn beside(paths: &[PathBuf]) -> DecisionsFile {
        DecisionsFile { path: document::folder_of(paths).join(DecisionsFile::NAME) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The decisions; none where there is no file.
    pub fn read(&self) -> Result<Decisions, FileError> {
        Ok(self.text()?.into_decisions())
    }

    /// Makes all changes, or none; when it returns, they are on the disk, as far as its file system can tell. Gives all decisions as they are now.
    pub fn change(&self, changes: &[Change]) -> Result<Decisions, FileError> {
        // A link stays a link: what it points to is replaced.
        let path = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let _lock = lock(&path)?;
        let mut text = self.text()?;
        for change in changes {
            let now = text.decisions().get(&change.id);
            match &change.replaces {
                Replaces::Seen(seen) if seen.as_ref() != now => {
                    return Err(FileError::Meanwhile(Box::new(now.cloned())));
                }
                Replaces::Nothing if now.is_some() => continue,
                _ => {}
            }
            text.set(&change.id, change.decision.as_ref());
        }
        let decisions = text.decisions().clone();
        replace(&path, &text.text())?;
        Ok(decisions)
    }

    fn text(&self) -> Result<DecisionsText, FileError> {
        let path = self.path.clone();
        match read(&path) {
            Ok(text) => DecisionsText::parse(&text).map_err(|broken| FileError::Broken { path, broken }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(DecisionsText::default()),
            Err(source) => Err(FileError::Read { path, source }),
        }
    }
}

/// Nobody makes more decisions: a longer file is another, or a device without end.
const LONGEST: u64 = 64 << 20;

fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(LONGEST + 1).read_to_string(&mut text)?;
    match text.len() as u64 > LONGEST {
        true => Err(io::Error::other("too large for a file of decisions; name another")),
        false => Ok(text),
    }
}

/// Waits until this program alone may change the file; others may again when the lock is dropped, or when the
/// program dies. The lock is a file of its own that stays: the decisions file is another one after each change.
fn lock(path: &Path) -> Result<File, FileError> {
    let path = beside(path, ".lock");
    let opened = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
    let locked = opened.and_then(|file| file.lock().map(|()| file));
    locked.map_err(|source| FileError::Write { path, source })
}

/// Writes the file anew: at every moment, whatever happens, the old text or the new one is there.
fn replace(path: &Path, text: &str) -> Result<(), FileError> {
    let new = beside(path, ".new");
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |source| FileError::Write { path, source }
    };
    // Under the lock the name is ours; what a killed program left there is taken away.
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(&new)(error)),
        _ => {}
    }
    if fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly()) {
        // A rename would not ask.
        return Err(failed(path)(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only")));
    }
    write_through(&new, text, path).map_err(failed(&new))?;
    fs::rename(&new, path).map_err(failed(path))?;
    keep_folder(path).map_err(failed(path))
}

/// Writes a new file through to the disk, with the permissions of `like` where that exists.
fn write_through(new: &Path, text: &str, like: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().create_new(true).write(true).open(new)?;
    if let Ok(metadata) = fs::metadata(like) {
        file.set_permissions(metadata.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Forces a rename to the disk, where folders can be: one that may be written and not read cannot, nor can those of some
/// file systems.
fn keep_folder(path: &Path) -> io::Result<()> {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    if !cfg!(unix) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported) => Ok(()),
        kept => kept,
    }
}

/// A hidden file beside this one.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(end);
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::decision;
    use super::super::{Verdict, Why};
    use super::*;
    use std::thread;

    fn dismissed() -> Decision {
        decision(Verdict::Dismissed { reason: Why::Rounding })
    }

    fn confirmed() -> Decision {
        decision(Verdict::Confirmed { right: None })
    }

    fn set(id: &str, decision: Decision) -> Change {
        Change { id: id.to_string(), replaces: Replaces::Seen(None), decision: Some(decision) }
    }

    fn new_file() -> (tempfile::TempDir, DecisionsFile) {
        let folder = tempfile::tempdir().unwrap();
        let file = DecisionsFile::at(folder.path().join(DecisionsFile::NAME));
        (folder, file)
    }

    #[test]
    fn it_stands_beside_the_documents() {
        let (folder, _) = new_file();
        let root = folder.path();
        fs::create_dir(root.join("news")).unwrap();
        for (paths, expected) in [
            (vec![root.join("news")], root.join("news").join(DecisionsFile::NAME)),
            (vec![root.join("a.txt"), root.join("b.txt")], root.join(DecisionsFile::NAME)),
            (vec![root.join("a.txt"), root.join("news")], PathBuf::from(DecisionsFile::NAME)),
            (vec![PathBuf::from("a.txt")], PathBuf::from(DecisionsFile::NAME)),
            (vec![PathBuf::from("-")], PathBuf::from(DecisionsFile::NAME)),
            (vec![], PathBuf::from(DecisionsFile::NAME)),
        ] {
            assert_eq!(DecisionsFile::beside(&paths).path(), expected, "{paths:?}");
        }
    }

    #[test]
    fn a_change_is_read_back() {
        let (_folder, file) = new_file();
        assert!(file.read().unwrap().is_empty(), "there is no file yet");
        file.change(&[set("a", dismissed())]).unwrap();
        let all = file.change(&[set("b", confirmed())]).unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(file.read().unwrap(), all);
        let all = file
            .change(&[Change { id: "a".into(), replaces: Replaces::Seen(Some(dismissed())), decision: None }])
            .unwrap();
        assert_eq!(all.iter().collect::<Vec<_>>(), [("b", &confirmed())]);
    }

    #[test]
    fn a_broken_or_newer_file_is_never_written() {
        let (folder, file) = new_file();
        for text in ["version = 1\n[conflict.a]\n", "version = 2\n", "version = 1\n<<<<<<< HEAD\n"] {
            fs::write(file.path(), text).unwrap();
            let error = file.change(&[set("a", dismissed())]).unwrap_err();
            assert!(matches!(error, FileError::Broken { .. }), "{error}");
            assert_eq!(fs::read_to_string(file.path()).unwrap(), text);
        }
        fs::write(file.path(), b"version = 1 # \xff").unwrap();
        let error = file.change(&[set("a", dismissed())]).unwrap_err().to_string();
        assert!(error.contains("UTF-8"), "{error}");
        assert!(!folder.path().join(".tadqiq.decisions.toml.new").exists());
    }

    #[test]
    fn a_file_that_is_read_only_stays() {
        let (_folder, file) = new_file();
        file.change(&[set("a", dismissed())]).unwrap();
        let mut permissions = fs::metadata(file.path()).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(file.path(), permissions).unwrap();
        let error = file.change(&[set("b", dismissed())]).unwrap_err().to_string();
        assert!(error.contains("read-only"), "{error}");
        assert_eq!(file.read().unwrap().len(), 1);
    }

    #[test]
    fn what_a_killed_program_left_is_no_hindrance() {
        let (folder, file) = new_file();
        fs::write(folder.path().join(".tadqiq.decisions.toml.new"), "versi").unwrap();
        file.change(&[set("a", dismissed())]).unwrap();
        assert_eq!(file.read().unwrap().len(), 1);
    }

    #[test]
    fn a_decision_that_changed_meanwhile_is_not_replaced() {
        let (_folder, file) = new_file();
        file.change(&[set("a", dismissed())]).unwrap();
        match file.change(&[set("b", confirmed()), set("a", confirmed())]).unwrap_err() {
            FileError::Meanwhile(now) => assert_eq!(*now, Some(dismissed())),
            error => panic!("{error}"),
        }
        assert_eq!(file.read().unwrap().len(), 1, "all changes or none");
        let knowing = Change { replaces: Replaces::Seen(Some(dismissed())), ..set("a", confirmed()) };
        assert_eq!(file.change(&[knowing]).unwrap().get("a"), Some(&confirmed()));
        let modest = |id| Change { replaces: Replaces::Nothing, ..set(id, dismissed()) };
        let all = file.change(&[modest("a"), modest("b")]).unwrap();
        assert_eq!((all.get("a"), all.get("b")), (Some(&confirmed()), Some(&dismissed())));
    }

    #[test]
    fn many_writers_lose_nothing() {
        let (_folder, file) = new_file();
        thread::scope(|scope| {
            for writer in 0..6 {
                let file = &file;
                scope.spawn(move || {
                    for n in 0..12 {
                        file.change(&[set(&format!("{writer}-{n}"), dismissed())]).unwrap();
                        file.read().unwrap();
                    }
                });
            }
        });
        assert_eq!(file.read().unwrap().len(), 72);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_cannot_be_read_keeps_decisions() {
        use std::os::unix::fs::PermissionsExt as _;
        let (folder, file) = new_file();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o300)).unwrap();
        let kept = file.change(&[set("a", dismissed())]);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(kept.unwrap().len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let (folder, file) = new_file();
        let real = folder.path().join("real.toml");
        fs::write(&real, "version = 1\n").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&real, file.path()).unwrap();
        file.change(&[set("a", dismissed())]).unwrap();
        assert!(fs::symlink_metadata(file.path()).unwrap().is_symlink());
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(file.read().unwrap().len(), 1);
    }
}
