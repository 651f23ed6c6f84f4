//! Keeps the texts that are open, and has them diagnosed: the newest state of each, and again when what
//! stands beside one changes.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;

use brief::Locales;
use brief::lsp::Kind;
use serde_json::Value;

use super::client::{Change, Client, Named, Opening};
use super::diagnosing::{Diagnosed, GivenUp, Job, Target};
use super::documents::{Document, Texts};
use super::events::Event;
use super::ground::Ground;
use super::known::Known;
use super::published::Published;
use super::transport;

/// So many states of a text are left for newer ones at most, one after the other: who types on and on
/// is told in between.
const MOST_GIVEN_UP: usize = 8;

/// What was worked out of an open text, and what is being worked out.
#[derive(Default)]
struct Work {
    /// The moment at which the text was opened: what is older is of another text.
    since: u64,
    /// The moment of its last change, or of what stands beside it.
    wanted: Arc<AtomicU64>,
    /// The last one that was begun with.
    begun: u64,
    is_running: bool,
    /// How many were given up since the last that was not.
    given_up: usize,
    latest: Option<Arc<Diagnosed>>,
    /// The last that was YAML.
    read: Option<Arc<Diagnosed>>,
}

impl Work {
    fn wanted(&self) -> u64 {
        self.wanted.load(Ordering::Relaxed)
    }
}

pub(super) struct Desk {
    pub(super) client: Client,
    words: Arc<Locales>,
    snapshots: PathBuf,
    sender: Sender<Event>,
    /// How many changes of anything there were.
    moment: u64,
    documents: BTreeMap<String, Document>,
    work: BTreeMap<String, Work>,
    published: Published,
}

impl Desk {
    pub(super) fn new(words: Locales, snapshots: PathBuf, sender: Sender<Event>) -> Self {
        Self {
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

    /// Says what a text is, if it is open.
    pub(super) fn kind(&self, uri: &str) -> Option<Kind> {
        self.documents.get(uri).map(|document| document.kind)
    }

    /// Returns the moment of a text as it is.
    pub(super) fn wanted(&self, uri: &str) -> u64 {
        self.work.get(uri).map_or(0, Work::wanted)
    }

    /// Returns the moment at which a text was opened or last changed itself.
    pub(super) fn changed_at(&self, uri: &str) -> u64 {
        let document = self.documents.get(uri);
        document.map_or(0, |document| document.changed)
    }

    /// Returns the moment of the last reading of a text.
    pub(super) fn latest(&self, uri: &str) -> u64 {
        let latest = self.work.get(uri).and_then(|work| work.latest.as_ref());
        latest.map_or(0, |latest| latest.moment)
    }

    pub(super) fn ground(&self, uri: &str) -> Option<Ground> {
        let document = self.documents.get(uri)?;
        let work = self.work.get(uri);
        Some(Ground {
            uri: uri.to_owned(),
            version: document.version,
            kind: document.kind,
            text: Arc::clone(&document.text),
            path: document.path.clone(),
            given: document.given.clone(),
            latest: work.and_then(|work| work.latest.clone()),
            read: work.and_then(|work| work.read.clone()),
            open: self.open_texts(),
            known: Known::of(self.documents.values()),
            words: Arc::clone(&self.words),
            client: self.client,
            snapshots: self.snapshots.clone(),
            cancelled: Arc::default(),
        })
    }

    pub(super) fn open(&mut self, opening: Opening) {
        let document = Document::open(opening);
        let uri = document.uri.clone();
        self.documents.insert(uri.clone(), document);
        let since = self.moment + 1;
        let work = Work {
            since,
            ..Work::default()
        };
        self.work.insert(uri.clone(), work);
        self.changed(&uri);
    }

    /// Makes changes; of what was never opened, there is nothing to be changed.
    pub(super) fn change(&mut self, named: &Named, changes: Vec<Change>) {
        if let Some(open) = self.documents.get_mut(&named.uri) {
            open.change(changes, self.client.encoding);
            open.version = named.version;
            self.changed(&named.uri);
        }
    }

    /// Works on a text that changed, and on those beside which it stands.
    fn changed(&mut self, uri: &str) {
        self.moment += 1;
        if let Some(document) = self.documents.get_mut(uri) {
            document.changed = self.moment;
        }
        self.want(uri);
        let path = self.documents.get(uri).and_then(|open| open.path.clone());
        if let Some(path) = path {
            self.file_changed(&path, Some(uri));
        }
    }

    pub(super) fn close(&mut self, uri: &str) {
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
    pub(super) fn file_changed(&mut self, file: &Path, but: Option<&str>) {
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

    fn open_texts(&self) -> Texts {
        let open = self.documents.values();
        open.filter_map(|document| Some((document.path.clone()?, Arc::clone(&document.text))))
            .collect()
    }

    fn want(&mut self, uri: &str) {
        let work = self.work.entry(uri.to_owned()).or_default();
        work.wanted.store(self.moment, Ordering::Relaxed);
        self.begin(uri);
    }

    /// Begins to work on a text, unless it is being worked on.
    fn begin(&mut self, uri: &str) {
        let open = self.open_texts();
        let known = Known::of(self.documents.values());
        let (Some(work), Some(document)) = (self.work.get_mut(uri), self.documents.get(uri)) else {
            return;
        };
        if work.is_running || work.begun == work.wanted() {
            return;
        }
        work.begun = work.wanted();
        let kind = document.kind;
        if !is_ours(kind) {
            work.latest = None;
            let changed = self.published.replace(uri, BTreeMap::new());
            self.publish_all(&changed);
            return;
        }
        work.is_running = true;
        let job = Job {
            uri: uri.to_owned(),
            moment: work.begun,
            version: document.version,
            kind,
            text: Arc::clone(&document.text),
            path: document.given.clone(),
            open,
            known,
            words: Arc::clone(&self.words),
            client: self.client,
            before: work.latest.clone(),
            newest: Arc::clone(&work.wanted),
            gives_way: work.given_up < MOST_GIVEN_UP,
        };
        let sender = self.sender.clone();
        rayon::spawn(move || {
            let (uri, moment) = (job.uri.clone(), job.moment);
            let done = catch_unwind(AssertUnwindSafe(|| job.run()));
            // The server may have left.
            drop(sender.send(match done {
                Ok(Ok(diagnosed)) => Event::Diagnosed(Box::new(diagnosed)),
                Ok(Err(GivenUp)) => Event::GivenUp { uri, moment },
                Err(_) => Event::Undiagnosed { uri, moment },
            }));
        });
    }

    pub(super) fn diagnosed(&mut self, mut diagnosed: Diagnosed) {
        let (uri, moment) = (diagnosed.uri.clone(), diagnosed.moment);
        let document = self.documents.get(&uri);
        let is_ours = document.is_some_and(|document| is_ours(document.kind));
        // Of a text that was closed, or is no brief any more, nothing is said.
        let work = self
            .work
            .get_mut(&uri)
            .filter(|work| is_ours && work.since <= moment);
        if let Some(work) = work {
            let known = Known::of(self.documents.values());
            let mut found: BTreeMap<String, Vec<Value>> = BTreeMap::new();
            for (target, problems) in std::mem::take(&mut diagnosed.found) {
                let file = match target {
                    Target::Itself => uri.clone(),
                    Target::File(path) => known.address(&path),
                };
                found.entry(file).or_default().extend(problems);
            }
            work.given_up = 0;
            let diagnosed = Arc::new(diagnosed);
            let read = diagnosed
                .looked
                .opened
                .is_read()
                .then(|| Arc::clone(&diagnosed));
            let before = work.latest.replace(diagnosed);
            let read_before = read.and_then(|read| work.read.replace(read));
            // To give back what a large text took takes its time.
            rayon::spawn(move || drop((before, read_before)));
            let changed = self.published.replace(&uri, found);
            self.publish_all(&changed);
        }
        self.finished(&uri, moment);
    }

    /// Begins with the newer state for which one was left.
    pub(super) fn given_up(&mut self, uri: &str, moment: u64) {
        if let Some(work) = self.work.get_mut(uri) {
            work.given_up += 1;
        }
        self.finished(uri, moment);
    }

    /// Begins with what waits, now that a state of a text was worked on.
    pub(super) fn finished(&mut self, uri: &str, moment: u64) {
        let work = self.work.get_mut(uri);
        if let Some(work) = work.filter(|work| work.since <= moment) {
            work.is_running = false;
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

/// Says whether anything is to be said of a text.
pub(super) fn is_ours(kind: Kind) -> bool {
    matches!(kind, Kind::Brief | Kind::Shared)
}
