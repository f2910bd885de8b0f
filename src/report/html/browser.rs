//! A headless Chromium for tests, driven over the DevTools protocol through two pipes. Not in the program.

use serde_json::{Value as Json, json};
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// One page in a browser of its own.
pub(crate) struct Browser {
    process: Child,
    to: File,
    from: BufReader<File>,
    session: String,
    last: u64,
    /// What the page said on the console, and what was thrown.
    pub(crate) complaints: Vec<String>,
    _folder: tempfile::TempDir,
}

/// The browsers of common systems.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

impl Browser {
    /// Opens a file in the system's browser; none where there is no browser.
    pub(crate) fn open(page: &Path) -> Option<Browser> {
        let mut browser = Browser::start()?;
        browser.visit(&format!("file://{}", page.display()));
        Some(browser)
    }

    /// Starts the system's browser; none where there is none, which is then told.
    pub(crate) fn start() -> Option<Browser> {
        let Some(name) = NAMES.into_iter().find(|name| runs(Command::new(name).arg("--version"))) else {
            // Not by a macro: what tests print by those is hidden where they pass.
            let _ = writeln!(std::io::stderr(), "skipped a test: there is no Chromium on this system");
            return None;
        };
        let folder = tempfile::tempdir().expect("a folder");
        let pipes = ["to", "from"].map(|name| folder.path().join(name));
        assert!(runs(Command::new("mkfifo").args(&pipes)), "mkfifo makes the pipes");
        // The protocol's pipes are the descriptors 3 and 4, which a shell can set up and std cannot.
        let script = "exec 3<\"$1\" 4>\"$2\" && shift 2 && exec \"$@\"";
        let process = Command::new("sh")
            .args(["-c", script, "sh"])
            .args(&pipes)
            .args([name, "--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars"])
            .args(["--no-first-run", "--disable-dev-shm-usage", "--no-sandbox"])
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the browser starts");
        let to = OpenOptions::new().write(true).open(&pipes[0]).expect("a pipe to the browser");
        let from = BufReader::new(File::open(&pipes[1]).expect("a pipe from the browser"));
        let mut browser =
            Browser { process, to, from, session: String::new(), last: 0, complaints: Vec::new(), _folder: folder };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let session = browser.call("Target.attachToTarget", json!({"targetId": target["targetId"], "flatten": true}));
        browser.session = session["sessionId"].as_str().expect("a session").to_string();
        for domain in ["Page.enable", "Runtime.enable", "Log.enable"] {
            browser.call(domain, json!({}));
        }
        Some(browser)
    }

    /// Goes to a page.
    pub(crate) fn visit(&mut self, url: &str) {
        self.call("Page.navigate", json!({"url": url}));
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /// Sets the size of the window, in CSS pixels.
    pub(crate) fn resize(&mut self, width: usize, height: usize) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// Shows the page as to a user who prefers dark colours, or not.
    pub(crate) fn dark(&mut self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": value}]});
        self.call("Emulation.setEmulatedMedia", features);
    }

    /// The value of a JavaScript expression.
    pub(crate) fn eval(&mut self, expression: &str) -> Json {
        let arguments = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let answer = self.call("Runtime.evaluate", arguments);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Waits until the expression holds.
    pub(crate) fn wait(&mut self, expression: &str) {
        for _ in 0..200 {
            if self.eval(expression) == Json::Bool(true) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        panic!("never came true: {expression}");
    }

    /// A picture of the window as PNG.
    pub(crate) fn picture(&mut self) -> Vec<u8> {
        let answer = self.call("Page.captureScreenshot", json!({"format": "png"}));
        data_encoding::BASE64.decode(answer["data"].as_str().expect("a picture").as_bytes()).expect("base 64")
    }

    fn call(&mut self, method: &str, params: Json) -> Json {
        self.last += 1;
        let mut message = json!({"id": self.last, "method": method, "params": params});
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).expect("the browser listens");
        loop {
            let answer = self.read();
            if answer["id"] == self.last {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
            self.listen(&answer);
        }
    }

    fn read(&mut self) -> Json {
        let mut message = Vec::new();
        self.from.read_until(0, &mut message).expect("the browser answers");
        message.pop();
        serde_json::from_slice(&message).expect("the browser speaks JSON")
    }

    fn listen(&mut self, event: &Json) {
        let params = &event["params"];
        let complaint = match event["method"].as_str() {
            Some("Runtime.exceptionThrown") => Some(&params["exceptionDetails"]),
            Some("Runtime.consoleAPICalled") => Some(params),
            Some("Log.entryAdded") => Some(&params["entry"]),
            Some("Page.javascriptDialogOpening") => Some(params),
            _ => None,
        };
        self.complaints.extend(complaint.map(Json::to_string));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked to close, the browser ends its children too; a child that is gone already is no trouble.
        let _ = self.to.write_all(b"{\"id\":0,\"method\":\"Browser.close\"}\0");
        let _ = self.process.wait();
    }
}

fn runs(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
