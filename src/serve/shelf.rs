//! What there is to show: the last good page of each brief, and what is wrong with its file now.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use brief::diagnostics::shown::Shown;
use serde::Serialize;
use tokio::sync::watch;

/// What came of one reading of a brief.
pub(crate) struct Sight {
    /// The file, as the user named it.
    pub(crate) file: String,
    /// The page; none if the file is at fault.
    pub(crate) page: Option<String>,
    /// What is wrong with the file.
    pub(crate) problems: Vec<Shown>,
    /// What could not be read or made.
    pub(crate) failure: Option<Fault>,
}

/// Something that is no fault of the file's text.
#[derive(Serialize)]
pub(crate) struct Fault {
    /// What could not be done, and why.
    pub(crate) message: String,
    /// What to do, where something is to be done.
    pub(crate) help: Option<String>,
}

/// A brief as it is shown now.
#[derive(Clone)]
pub(super) struct Showing {
    /// The last good page.
    pub(super) page: Option<Page>,
    /// What whoever looks at it is told, as JSON in one line.
    pub(super) news: Arc<str>,
    summary: Summary,
}

/// A page and the mark by which it is told from others.
#[derive(Clone)]
pub(super) struct Page {
    pub(super) html: Bytes,
    mark: String,
}

/// What the list of briefs says of one.
#[derive(Clone, Serialize)]
struct Summary {
    name: String,
    file: String,
    errors: usize,
    warnings: usize,
}

/// What whoever looks at a brief is told.
#[derive(Serialize)]
struct News<'a> {
    #[serde(flatten)]
    summary: &'a Summary,
    /// The mark of the page; none if there has not been one.
    page: Option<&'a str>,
    failure: Option<&'a Fault>,
    problems: &'a [Shown],
}

/// All briefs, by name. Whoever looks at one, or at the list, is told of every change.
pub(crate) struct Shelf {
    briefs: Mutex<BTreeMap<String, watch::Sender<Showing>>>,
    list: watch::Sender<Arc<str>>,
}

impl Shelf {
    /// Makes an empty shelf.
    pub(crate) fn new() -> Self {
        Self {
            briefs: Mutex::new(BTreeMap::new()),
            list: watch::Sender::new("[]".into()),
        }
    }

    /// Shows a brief from now on. Where there is no page, the last good one stays.
    pub(crate) fn put(&self, name: &str, sight: Sight) {
        let mut briefs = self.briefs();
        let last = briefs
            .get(name)
            .and_then(|brief| brief.borrow().page.clone());
        let showing = Showing::new(name, sight, last);
        match briefs.get(name) {
            Some(brief) => drop(brief.send_replace(showing)),
            None => drop(briefs.insert(name.to_owned(), watch::Sender::new(showing))),
        }
        let summaries: Vec<_> = briefs
            .values()
            .map(|brief| brief.borrow().summary.clone())
            .collect();
        self.list.send_replace(json(&summaries));
    }

    /// Returns what is shown of a brief.
    pub(super) fn showing(&self, name: &str) -> Option<Showing> {
        let briefs = self.briefs();
        briefs.get(name).map(|brief| brief.borrow().clone())
    }

    /// Returns what tells of the changes of a brief.
    pub(super) fn changes(&self, name: &str) -> Option<watch::Receiver<Showing>> {
        self.briefs().get(name).map(watch::Sender::subscribe)
    }

    /// Returns what tells of the changes of the list, as JSON in one line.
    pub(super) fn list(&self) -> watch::Receiver<Arc<str>> {
        self.list.subscribe()
    }

    /// Nothing that is done under the lock can leave it half done.
    fn briefs(&self) -> MutexGuard<'_, BTreeMap<String, watch::Sender<Showing>>> {
        self.briefs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Showing {
    fn new(name: &str, sight: Sight, last: Option<Page>) -> Self {
        let page = sight.page.map(Page::new).or(last);
        let of_severity = |severity| {
            let problems = sight.problems.iter();
            problems.filter(|one| one.severity == severity).count()
        };
        let summary = Summary {
            name: name.to_owned(),
            file: sight.file,
            errors: of_severity("error") + usize::from(sight.failure.is_some()),
            warnings: of_severity("warning"),
        };
        let news = json(&News {
            summary: &summary,
            page: page.as_ref().map(|page| page.mark.as_str()),
            failure: sight.failure.as_ref(),
            problems: &sight.problems,
        });
        Self {
            page,
            news,
            summary,
        }
    }
}

impl Page {
    fn new(html: String) -> Self {
        let mut hasher = DefaultHasher::new();
        html.hash(&mut hasher);
        Self {
            mark: format!("{:016x}", hasher.finish()),
            html: html.into(),
        }
    }
}

/// Texts and numbers can always be written as JSON.
fn json(value: &impl Serialize) -> Arc<str> {
    serde_json::to_string(value).unwrap_or_default().into()
}
