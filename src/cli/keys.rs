//! Keys: one by one from a terminal, or as characters of a plain pipe.

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal;
use std::io::{self, Read, Write};
use tadqiq::review::Key;

/// The terminal in the mode in which each key comes at once; it goes back to its own when dropped.
pub struct RawTerminal(());

impl RawTerminal {
    /// Changes the terminal's mode.
    pub fn enter() -> io::Result<RawTerminal> {
        terminal::enable_raw_mode().map(RawTerminal)
    }

    /// Runs something that needs the terminal as it was: an editor.
    pub fn left<T>(&self, run: impl FnOnce() -> T) -> io::Result<T> {
        terminal::disable_raw_mode()?;
        let result = run();
        terminal::enable_raw_mode()?;
        Ok(result)
    }
}

impl Drop for RawTerminal {
    fn drop(&mut self) {
        // The program is at its end: there is nobody left to tell.
        let _ = terminal::disable_raw_mode();
    }
}

/// Lines for a terminal, which in the mode of single keys does not go back to the margin by itself.
pub struct TerminalLines<'a> {
    /// The terminal.
    pub out: &'a mut dyn Write,
    /// Whether it is in that mode.
    pub raw: bool,
}

impl Write for TerminalLines<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            match line.strip_suffix(b"\n") {
                Some(text) if self.raw => {
                    self.out.write_all(text)?;
                    self.out.write_all(b"\r\n")?;
                }
                _ => self.out.write_all(line)?,
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The keys that are pressed at the terminal.
pub fn pressed() -> impl Iterator<Item = io::Result<Key>> {
    std::iter::repeat_with(event::read).filter_map(|event| event.map(|event| key(&event)).transpose())
}

fn key(event: &Event) -> Option<Key> {
    let Event::Key(event) = event else { return None };
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Char('c' | 'd') if control => Some(Key::Stop),
        KeyCode::Char('h') if control => Some(Key::Backspace),
        KeyCode::Char('j' | 'm') if control => Some(Key::Enter),
        KeyCode::Char(_) if control || event.modifiers.contains(KeyModifiers::ALT) => None,
        KeyCode::Char(c) => Some(Key::Char(c)),
        KeyCode::Enter => Some(Key::Enter),
        KeyCode::Backspace => Some(Key::Backspace),
        KeyCode::Esc => Some(Key::Escape),
        _ => None,
    }
}

/// The keys that a text spells, each as soon as it is there; the end of the text is the end of the keys.
pub fn spelled(mut text: impl Read) -> impl Iterator<Item = io::Result<Key>> {
    std::iter::from_fn(move || {
        loop {
            match next_character(&mut text) {
                Ok(None) => return None,
                Ok(Some(c)) => {
                    if let Some(key) = spelled_key(c) {
                        return Some(Ok(key));
                    }
                }
                Err(error) => return Some(Err(error)),
            }
        }
    })
}

fn spelled_key(c: char) -> Option<Key> {
    match c {
        '\n' | '\r' => Some(Key::Enter),
        '\u{8}' | '\u{7F}' => Some(Key::Backspace),
        '\u{1B}' => Some(Key::Escape),
        '\u{3}' | '\u{4}' => Some(Key::Stop),
        c if c.is_control() => None,
        c => Some(Key::Char(c)),
    }
}

/// The next character of UTF-8, never reading past it: who writes the keys may wait for the answer to one.
fn next_character(text: &mut impl Read) -> io::Result<Option<char>> {
    let mut bytes = [0; 4];
    if text.read(&mut bytes[..1])? == 0 {
        return Ok(None);
    }
    let length = match bytes[0] {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => 1,
    };
    for at in 1..length {
        if text.read(&mut bytes[at..=at])? == 0 {
            return Ok(None);
        }
    }
    Ok(String::from_utf8_lossy(&bytes[..length]).chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyEvent;

    #[test]
    fn a_text_spells_keys() {
        let keys = |text: &[u8]| spelled(text).map(Result::unwrap).collect::<Vec<_>>();
        assert_eq!(keys("c١\n".as_bytes()), [Key::Char('c'), Key::Char('١'), Key::Enter]);
        assert_eq!(keys(b"\x7f\x1b\x00\x03"), [Key::Backspace, Key::Escape, Key::Stop]);
        assert_eq!(keys(b"\xff\xd9"), [Key::Char('\u{FFFD}')], "broken UTF-8 is no end, an end within a letter is");
    }

    #[test]
    fn a_terminal_gives_keys() {
        let press = |code, modifiers| key(&Event::Key(KeyEvent::new(code, modifiers)));
        for (code, modifiers, expected) in [
            (KeyCode::Char('د'), KeyModifiers::NONE, Some(Key::Char('د'))),
            (KeyCode::Char('C'), KeyModifiers::SHIFT, Some(Key::Char('C'))),
            (KeyCode::Char('c'), KeyModifiers::CONTROL, Some(Key::Stop)),
            (KeyCode::Char('x'), KeyModifiers::CONTROL, None),
            (KeyCode::Enter, KeyModifiers::NONE, Some(Key::Enter)),
            (KeyCode::Esc, KeyModifiers::NONE, Some(Key::Escape)),
            (KeyCode::Up, KeyModifiers::NONE, None),
        ] {
            assert_eq!(press(code, modifiers), expected, "{code:?}");
        }
        assert_eq!(key(&Event::FocusGained), None);
    }
}
