//! Takes what a client sends, one message after the other, and what was worked out meanwhile.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use brief::Locales;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::super::input::identity;
use super::answers::{self, Needs};
use super::client::{Change, Client, Named, Opening, path};
use super::desk::{Desk, is_ours};
use super::events::Event;
use super::questions::{Question, Questions, Ready};
use super::transport::{self, Broken, Incoming, broken};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    New,
    Running,
    ShutDown,
}

pub(super) struct Server {
    phase: Phase,
    desk: Desk,
    questions: Questions,
}

#[derive(Deserialize)]
struct Opened {
    #[serde(rename = "textDocument")]
    document: Opening,
}

#[derive(Deserialize)]
struct Changed {
    #[serde(rename = "textDocument")]
    document: Named,
    #[serde(rename = "contentChanges")]
    changes: Vec<Change>,
}

#[derive(Deserialize)]
struct About {
    #[serde(rename = "textDocument")]
    document: Named,
}

#[derive(Deserialize)]
struct Watched {
    changes: Vec<Named>,
}

impl Server {
    pub(super) fn new(words: Locales, snapshots: PathBuf, sender: Sender<Event>) -> Self {
        Self {
            phase: Phase::New,
            desk: Desk::new(words, snapshots, sender.clone()),
            questions: Questions::new(sender),
        }
    }

    /// Takes what comes next. At the end it says whether the client asked to shut down before it left.
    pub(super) fn take(&mut self, event: Event) -> Option<bool> {
        let was_shut_down = self.phase == Phase::ShutDown;
        match event {
            Event::Incoming(None) => return Some(was_shut_down),
            Event::Incoming(Some(Incoming::Notification { method, .. })) if method == "exit" => {
                return Some(was_shut_down);
            }
            Event::Incoming(Some(Incoming::Notification { method, params })) => {
                if self.phase == Phase::Running {
                    self.notified(&method, params);
                }
            }
            Event::Incoming(Some(Incoming::Request { id, method, params })) => {
                self.requested(&id, method, params);
            }
            Event::Incoming(Some(Incoming::Broken(broken))) => {
                let id = broken.id.clone();
                // A client that does not read any more is about to leave.
                drop(transport::answer(&id, Err(broken)));
            }
            Event::Incoming(Some(Incoming::Answer)) => {}
            Event::Diagnosed(diagnosed) => self.desk.diagnosed(*diagnosed),
            Event::Undiagnosed { uri, moment } => {
                let of_it = |question: &Question| question.uri == uri && question.moment <= moment;
                let why = "this text could not be read";
                self.questions.refuse(of_it, transport::INTERNAL_ERROR, why);
                self.desk.finished(&uri, moment);
            }
            Event::GivenUp { uri, moment } => self.desk.given_up(&uri, moment),
            Event::Answered { id, result } => self.questions.answered(&id, result),
        }
        self.serve();
        None
    }

    /// Has the questions answered of which enough is known.
    fn serve(&mut self) {
        let desk = &self.desk;
        self.questions
            .serve(|question| match desk.kind(&question.uri) {
                None => Ready::No(Err(broken(
                    transport::CONTENT_MODIFIED,
                    "this text was closed",
                ))),
                Some(kind) if !is_ours(kind) => Ready::No(Ok(Value::Null)),
                Some(_) if question.is_past(desk.changed_at(&question.uri)) => Ready::No(Err(
                    broken(transport::CONTENT_MODIFIED, "the text has changed since"),
                )),
                Some(_) if question.moment > desk.latest(&question.uri) => Ready::NotYet,
                Some(_) => match desk.ground(&question.uri) {
                    Some(ground) => Ready::Yes(Box::new(ground)),
                    None => Ready::No(Ok(Value::Null)),
                },
            });
    }

    fn requested(&mut self, id: &Value, method: String, params: Value) {
        let refuse = |code, message: &str| Err(broken(code, message));
        let result = match (&*method, self.phase) {
            ("initialize", Phase::New) => {
                self.desk.client = Client::read(&params);
                self.phase = Phase::Running;
                Ok(json!({
                    "capabilities": self.capabilities(),
                    "serverInfo": { "name": "brief", "version": env!("CARGO_PKG_VERSION") },
                }))
            }
            (_, Phase::New) => refuse(transport::NOT_INITIALIZED, "`initialize` comes first"),
            ("initialize", _) => refuse(transport::INVALID_REQUEST, "this was said before"),
            (_, Phase::ShutDown) => refuse(transport::INVALID_REQUEST, "the server is shut down"),
            ("shutdown", Phase::Running) => {
                self.phase = Phase::ShutDown;
                Ok(Value::Null)
            }
            (_, Phase::Running) => match self.question(id, method, params) {
                Ok(question) => return self.questions.push(question),
                Err(broken) => Err(broken),
            },
        };
        drop(transport::answer(id, result));
    }

    /// Makes a question about a text, which waits until enough is known of it.
    fn question(&self, id: &Value, method: String, params: Value) -> Result<Question, Broken> {
        let Some(needs) = answers::needs(&method) else {
            let message = format!("`{}` is not known here", method.escape_debug());
            return Err(broken(transport::METHOD_NOT_FOUND, &message));
        };
        let uri = params.pointer("/textDocument/uri").and_then(Value::as_str);
        let uri = uri.filter(|uri| self.desk.kind(uri).is_some());
        let Some(uri) = uri.map(str::to_owned) else {
            return Err(broken(transport::INVALID_PARAMS, "this text is not open"));
        };
        let is_of_place = answers::is_of_place(&method);
        Ok(Question {
            id: id.clone(),
            place_of: is_of_place.then(|| self.desk.changed_at(&uri)),
            method,
            params,
            moment: match needs {
                Needs::Text => 0,
                Needs::Reading => 1,
                Needs::Newest => self.desk.wanted(&uri),
            },
            uri,
        })
    }

    fn capabilities(&self) -> Value {
        json!({
            "positionEncoding": self.desk.client.encoding.name(),
            "textDocumentSync": { "openClose": true, "change": 2, "save": true },
            "completionProvider": { "triggerCharacters": ["@", "[", ",", ":", " "] },
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "renameProvider": { "prepareProvider": true },
            "documentSymbolProvider": true,
            "foldingRangeProvider": true,
            "codeActionProvider": { "codeActionKinds": ["quickfix"] },
            "codeLensProvider": {},
        })
    }

    fn notified(&mut self, method: &str, params: Value) {
        match method {
            "$/cancelRequest" => self.questions.cancelled(&params),
            "initialized" if self.desk.client.watches_files => {
                let watched = json!({ "registrations": [{
                    "id": "files",
                    "method": "workspace/didChangeWatchedFiles",
                    "registerOptions": { "watchers": [{ "globPattern": "**/*.{yaml,yml}" }] },
                }] });
                drop(transport::ask(
                    "watch",
                    "client/registerCapability",
                    &watched,
                ));
            }
            "textDocument/didOpen" => {
                if let Some(Opened { document }) = read(params) {
                    self.desk.open(document);
                }
            }
            "textDocument/didChange" => {
                if let Some(Changed { document, changes }) = read(params) {
                    self.desk.change(&document, changes);
                }
            }
            "textDocument/didClose" => {
                if let Some(About { document }) = read(params) {
                    self.desk.close(&document.uri);
                }
            }
            "textDocument/didSave" => {
                if let Some(About { document }) = read(params)
                    && let Some(file) = path(&document.uri)
                {
                    self.desk
                        .file_changed(&identity(&file), Some(&document.uri));
                }
            }
            "workspace/didChangeWatchedFiles" => {
                if let Some(Watched { changes }) = read(params) {
                    for file in changes.iter().filter_map(|change| path(&change.uri)) {
                        self.desk.file_changed(&identity(&file), None);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Reads parameters; what is of another form says nothing.
fn read<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}
