//! A client of the language server that says what a test wants, sound or not.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::project::Project;

/// Nothing that is waited for takes so long; a test that waits in vain ends.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// What came while something else was waited for.
    kept: VecDeque<Value>,
    asked: i32,
    version: i32,
}

impl Client {
    /// Starts a server in the folder of a project, and says nothing yet.
    #[track_caller]
    pub(super) fn silent(project: &Project, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_brief"))
            .arg("lsp")
            .args(arguments)
            .current_dir(project.path(""))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let (sender, messages) = channel();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || {
            while let Some(message) = read(&mut out) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self {
            input: child.stdin.take(),
            child,
            messages,
            kept: VecDeque::new(),
            asked: 0,
            version: 0,
        }
    }

    /// Starts a server that counts columns in an encoding.
    #[track_caller]
    pub(super) fn start(project: &Project, encoding: &str) -> Self {
        let mut client = Self::silent(project, &[]);
        let answer = client.ask(
            "initialize",
            &json!({ "processId": null, "rootUri": null, "capabilities": {
                "general": { "positionEncodings": [encoding] },
                "textDocument": { "publishDiagnostics": { "relatedInformation": true } },
            } }),
        );
        assert_eq!(
            answer.pointer("/result/capabilities/positionEncoding"),
            Some(&json!(encoding))
        );
        client.tell("initialized", &json!({}));
        client
    }

    #[track_caller]
    pub(super) fn send_raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    #[track_caller]
    pub(super) fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    #[track_caller]
    pub(super) fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request, and returns its id.
    #[track_caller]
    pub(super) fn begin(&mut self, method: &str, params: &Value) -> i32 {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// Sends a request, and returns the answer.
    #[track_caller]
    pub(super) fn ask(&mut self, method: &str, params: &Value) -> Value {
        let id = self.begin(method, params);
        self.answer(&json!(id))
    }

    #[track_caller]
    pub(super) fn answer(&mut self, id: &Value) -> Value {
        self.wait(|message| message.get("id") == Some(id) && message.get("method").is_none())
    }

    /// Returns the first message that is waited for; the others are kept.
    #[track_caller]
    pub(super) fn wait(&mut self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&is_wanted) {
            return self.kept.remove(at).unwrap();
        }
        loop {
            let Ok(message) = self.messages.recv_timeout(PATIENCE) else {
                panic!("waited in vain; kept: {:#?}", self.kept);
            };
            if is_wanted(&message) {
                return message;
            }
            self.kept.push_back(message);
        }
    }

    #[track_caller]
    pub(super) fn open(&mut self, uri: &str, text: &str) -> Vec<Value> {
        self.open_as(uri, "yaml", text);
        self.problems(uri)
    }

    #[track_caller]
    pub(super) fn open_as(&mut self, uri: &str, language: &str, text: &str) {
        self.version += 1;
        let document = json!({
            "uri": uri, "languageId": language, "version": self.version, "text": text,
        });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Changes a range of a text, given as line, column, line, column.
    #[track_caller]
    pub(super) fn change(&mut self, uri: &str, range: Option<[u32; 4]>, text: &str) -> i32 {
        self.version += 1;
        let mut change = json!({ "text": text });
        if let Some([a, b, c, d]) = range {
            change["range"] = json!({
                "start": { "line": a, "character": b }, "end": { "line": c, "character": d },
            });
        }
        let document = json!({ "uri": uri, "version": self.version });
        let params = json!({ "textDocument": document, "contentChanges": [change] });
        self.tell("textDocument/didChange", &params);
        self.version
    }

    /// Returns what is wrong with the newest version of a file, or with one that is not open.
    #[track_caller]
    pub(super) fn problems(&mut self, uri: &str) -> Vec<Value> {
        let version = self.version;
        let found = self.wait(|message| {
            let of_file = message.pointer("/params/uri") == Some(&json!(uri));
            let told = message.pointer("/params/version").and_then(Value::as_i64);
            of_file && told.is_none_or(|told| told == i64::from(version))
        });
        let problems = found.pointer("/params/diagnostics").unwrap();
        problems.as_array().unwrap().clone()
    }

    /// Counts what was said of a file so far.
    pub(super) fn published(&mut self, uri: &str) -> usize {
        self.kept.extend(self.messages.try_iter());
        let of_file = |message: &&Value| message.pointer("/params/uri") == Some(&json!(uri));
        self.kept.iter().filter(of_file).count()
    }

    /// Ends the session as the protocol has it, and returns the exit code.
    #[track_caller]
    pub(super) fn end(mut self) -> Option<i32> {
        let answer = self.ask("shutdown", &Value::Null);
        assert_eq!(answer.get("result"), Some(&Value::Null), "{answer}");
        assert_eq!(answer.get("error"), None);
        self.tell("exit", &Value::Null);
        self.child.wait().unwrap().code()
    }

    /// Leaves without a word, and returns the exit code.
    #[track_caller]
    pub(super) fn leave(mut self) -> Option<i32> {
        drop(self.input.take());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // Whoever was ended already cannot be killed.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn read(out: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if out.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.trim().parse().ok()?;
        } else if line.trim().is_empty() {
            break;
        }
    }
    let mut bytes = vec![0; length];
    out.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Returns the address of a file of a project.
pub(super) fn uri(project: &Project, name: &str) -> String {
    address(&project.path(name))
}

fn address(path: &Path) -> String {
    let folder = path.parent().unwrap().canonicalize().unwrap();
    let name = path.file_name().unwrap();
    format!("file://{}", folder.join(name).display())
}

/// Returns codes, and places as `line:column-line:column`, both from 0.
pub(super) fn told(problems: &[Value]) -> Vec<String> {
    let number = |problem: &Value, pointer: &str| problem.pointer(pointer).unwrap().to_string();
    let told = problems.iter().map(|problem| {
        let [a, b, c, d] = [
            "/range/start/line",
            "/range/start/character",
            "/range/end/line",
            "/range/end/character",
        ]
        .map(|pointer| number(problem, pointer));
        let code = problem["code"].as_str().unwrap_or("none");
        format!("{code} {a}:{b}-{c}:{d}")
    });
    told.collect()
}
