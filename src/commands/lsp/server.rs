//! Keeps the state of the server: takes what a client sends, one message after the other, and what was
//! worked out meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use brief::Locales;
use brief::lsp::Kind;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::super::input::identity;
use super::client::{Change, Client, Named, Opening, address, path};
use super::diagnosing::{Diagnosed, Job, Target};
use super::documents::{Document, Texts};
use super::published::Published;
use super::transport::{self, Broken, Incoming};

/// How many states of one text are diagnosed at once: the newest need not wait for the one before.
const AT_ONCE: usize = 2;

/// What the server waits for.
pub(super) enum Event {
    /// What the client sent; nothing, when it is gone.
    Incoming(Option<Incoming>),
    Diagnosed(Box<Diagnosed>),
    /// Something went wrong with a text, and nothing came of it.
    Undiagnosed {
        uri: String,
        moment: u64,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    New,
    Running,
    ShutDown,
}

/// What was worked out of an open text, and what is being worked out.
#[derive(Default)]
struct Work {
    /// The moment of its last change, or of what stands beside it.
    wanted: u64,
    /// The last one that was begun with.
    begun: u64,
    running: usize,
    latest: Option<Arc<Diagnosed>>,
}

pub(super) struct Server {
    phase: Phase,
    client: Client,
    words: Arc<Locales>,
    snapshots: PathBuf,
    sender: Sender<Event>,
    moment: u64,
    documents: BTreeMap<String, Document>,
    work: BTreeMap<String, Work>,
    published: Published,
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
            client: Client::default(),
            words: Arc::new(words),
            snapshots,
            sender,
            moment: 0,
            documents: BTreeMap::new(),
            work: BTreeMap::new(),
            published: Published::default(),
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
                match self.requested(&method, &params) {
                    Ok(result) => self.answer(&id, Ok(result)),
                    Err(broken) => self.answer(&id, Err(broken)),
                }
            }
            Event::Incoming(Some(Incoming::Broken(broken))) => {
                let id = broken.id.clone();
                self.answer(&id, Err(broken));
            }
            Event::Incoming(Some(Incoming::Answer)) => {}
            Event::Diagnosed(diagnosed) => self.diagnosed(*diagnosed),
            Event::Undiagnosed { uri, moment } => self.finished(&uri, moment),
        }
        None
    }

    /// Answers; a client that does not read any more is about to leave.
    #[expect(clippy::unused_self, reason = "to write is for the server alone")]
    fn answer(&self, id: &Value, result: Result<Value, Broken>) {
        drop(transport::answer(id, result));
    }

    fn requested(&mut self, method: &str, params: &Value) -> Result<Value, Broken> {
        let refuse = |code, message: &str| {
            Err(Broken {
                id: Value::Null,
                code,
                message: message.to_owned(),
            })
        };
        match (method, self.phase) {
            ("initialize", Phase::New) => {
                self.client = Client::read(params);
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
            _ => refuse(transport::METHOD_NOT_FOUND, "this is not known here"),
        }
    }

    fn capabilities(&self) -> Value {
        json!({
            "positionEncoding": self.client.encoding.name(),
            "textDocumentSync": { "openClose": true, "change": 2, "save": true },
        })
    }

    fn notified(&mut self, method: &str, params: Value) {
        match method {
            "initialized" if self.client.watches_files => {
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
                    let document = Document::open(document);
                    let uri = document.uri.clone();
                    self.documents.insert(uri.clone(), document);
                    self.changed(&uri);
                }
            }
            "textDocument/didChange" => {
                // Of what was never opened, there is nothing to be changed.
                if let Some(Changed { document, changes }) = read(params)
                    && let Some(open) = self.documents.get_mut(&document.uri)
                {
                    open.change(changes, self.client.encoding);
                    open.version = document.version;
                    self.changed(&document.uri);
                }
            }
            "textDocument/didClose" => {
                if let Some(About { document }) = read(params) {
                    self.closed(&document.uri);
                }
            }
            "textDocument/didSave" => {
                if let Some(About { document }) = read(params)
                    && let Some(file) = path(&document.uri)
                {
                    self.file_changed(&identity(&file), Some(&document.uri));
                }
            }
            "workspace/didChangeWatchedFiles" => {
                if let Some(Watched { changes }) = read(params) {
                    for file in changes.iter().filter_map(|change| path(&change.uri)) {
                        self.file_changed(&identity(&file), None);
                    }
                }
            }
            _ => {}
        }
    }

    /// Works on a text that changed, and on those beside which it stands.
    fn changed(&mut self, uri: &str) {
        self.moment += 1;
        self.want(uri);
        let path = self.documents.get(uri).and_then(|open| open.path.clone());
        if let Some(path) = path {
            self.file_changed(&path, Some(uri));
        }
    }

    fn closed(&mut self, uri: &str) {
        let Some(document) = self.documents.remove(uri) else {
            return;
        };
        self.work.remove(uri);
        let changed = self.published.replace(uri, BTreeMap::new());
        for file in changed.iter().map(String::as_str).chain([uri]) {
            self.publish(file);
        }
        if let Some(path) = document.path {
            self.file_changed(&path, None);
        }
    }

    /// Works on the texts beside which a file stands.
    fn file_changed(&mut self, file: &PathBuf, but: Option<&str>) {
        self.moment += 1;
        let touches = |work: &Work| {
            let latest = work.latest.as_ref();
            // What is not known yet may be anything.
            latest.is_none_or(|latest| latest.looked.touched.contains(file))
        };
        let beside = self.work.iter().filter(|(_, work)| touches(work));
        let beside: Vec<String> = beside.map(|(uri, _)| uri.clone()).collect();
        for uri in beside {
            if but != Some(&uri) {
                self.want(&uri);
            }
        }
    }

    fn want(&mut self, uri: &str) {
        let work = self.work.entry(uri.to_owned()).or_default();
        work.wanted = self.moment;
        self.begin(uri);
    }

    /// Begins to work on a text, unless enough of it is being worked on.
    fn begin(&mut self, uri: &str) {
        let open: Texts = self
            .documents
            .values()
            .filter_map(|document| Some((document.path.clone()?, Arc::clone(&document.text))))
            .collect();
        let (Some(work), Some(document)) = (self.work.get_mut(uri), self.documents.get(uri)) else {
            return;
        };
        if work.begun == work.wanted || work.running >= AT_ONCE {
            return;
        }
        work.begun = work.wanted;
        let kind = document.kind();
        if matches!(kind, Kind::Other | Kind::Lock) {
            work.latest = None;
            let changed = self.published.replace(uri, BTreeMap::new());
            self.publish_all(&changed);
            return;
        }
        work.running += 1;
        let job = Job {
            uri: uri.to_owned(),
            moment: work.begun,
            version: document.version,
            kind,
            text: Arc::clone(&document.text),
            path: document.path.clone(),
            open,
            words: Arc::clone(&self.words),
            client: self.client,
        };
        let sender = self.sender.clone();
        rayon::spawn(move || {
            let (uri, moment) = (job.uri.clone(), job.moment);
            let done = catch_unwind(AssertUnwindSafe(|| job.run()));
            // The server may have left.
            drop(sender.send(match done {
                Ok(diagnosed) => Event::Diagnosed(Box::new(diagnosed)),
                Err(_) => Event::Undiagnosed { uri, moment },
            }));
        });
    }

    fn diagnosed(&mut self, mut diagnosed: Diagnosed) {
        let (uri, moment) = (diagnosed.uri.clone(), diagnosed.moment);
        let is_newer = |latest: &Arc<Diagnosed>| latest.moment > moment;
        let work = self
            .work
            .get_mut(&uri)
            .filter(|_| self.documents.contains_key(&uri));
        if let Some(work) = work
            && !work.latest.as_ref().is_some_and(is_newer)
        {
            let mut found: BTreeMap<String, Vec<Value>> = BTreeMap::new();
            for (target, problems) in std::mem::take(&mut diagnosed.found) {
                let file = match target {
                    Target::Itself => uri.clone(),
                    Target::File(path) => address_of(&self.documents, &path),
                };
                found.entry(file).or_default().extend(problems);
            }
            let before = work.latest.replace(Arc::new(diagnosed));
            // To give back what a large text took takes its time.
            rayon::spawn(move || drop(before));
            let changed = self.published.replace(&uri, found);
            self.publish_all(&changed);
        }
        self.finished(&uri, moment);
    }

    fn finished(&mut self, uri: &str, _moment: u64) {
        if let Some(work) = self.work.get_mut(uri) {
            work.running = work.running.saturating_sub(1);
            self.begin(uri);
        }
    }

    fn publish_all(&self, files: &BTreeSet<String>) {
        for file in files {
            self.publish(file);
        }
    }

    /// Says what is wrong with a file.
    fn publish(&self, file: &str) {
        let latest = self.work.get(file).and_then(|work| work.latest.as_ref());
        let version = latest.and_then(|latest| latest.version);
        let params = self.published.params(file, version);
        drop(transport::notify(
            "textDocument/publishDiagnostics",
            &params,
        ));
    }
}

/// Returns the address by which a client knows a file, if it has it open; else its own.
fn address_of(documents: &BTreeMap<String, Document>, file: &std::path::Path) -> String {
    let wanted = identity(file);
    let open = documents
        .values()
        .find(|open| open.path.as_ref() == Some(&wanted));
    open.map_or_else(|| address(file), |open| open.uri.clone())
}

/// Reads parameters; what is of another form says nothing.
fn read<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}
