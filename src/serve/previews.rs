//! Holds what there is to show: the last good page of each brief, and what is wrong with its file.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use brief::diagnostics::shown::Shown;
use serde::Serialize;

use crate::outcome::Failure;

/// What came of reading a brief once more.
pub(crate) struct Update {
    /// The file, as the user named it.
    pub(crate) file: String,
    /// The page; none if the file is at fault.
    pub(crate) page: Option<String>,
    pub(crate) problems: Vec<Shown>,
    pub(crate) failure: Option<Failure>,
}

/// What whoever looks is told, as JSON in one line.
#[derive(Clone)]
pub(super) struct News {
    /// Counts from 1.
    pub(super) version: u64,
    pub(super) json: Arc<str>,
}

impl News {
    fn after(last: Option<&Self>, value: &impl Serialize) -> Self {
        Self {
            version: 1 + last.map_or(0, |last| last.version),
            json: json(value),
        }
    }
}

/// All briefs by name. Whoever looks at one, or at the list of them, is told of every change.
pub(crate) struct Previews {
    all: Mutex<All>,
    changed: Condvar,
}

struct All {
    briefs: BTreeMap<String, Preview>,
    list: News,
}

/// A brief as it is shown now.
struct Preview {
    /// The last good page, and the mark by which it is told from others.
    page: Option<(Arc<str>, String)>,
    news: News,
    summary: Summary,
}

/// What the list of briefs says of one.
#[derive(Serialize)]
struct Summary {
    name: String,
    file: String,
    errors: usize,
    warnings: usize,
}

/// What whoever looks at a brief is told.
#[derive(Serialize)]
struct BriefNews<'a> {
    #[serde(flatten)]
    summary: &'a Summary,
    /// The mark of the page; none if there has not been one.
    page: Option<&'a str>,
    failure: Option<&'a Failure>,
    problems: &'a [Shown],
}

impl Previews {
    pub(crate) fn new() -> Self {
        let list = News::after(None, &[(); 0]);
        Self {
            all: Mutex::new(All {
                briefs: BTreeMap::new(),
                list,
            }),
            changed: Condvar::new(),
        }
    }

    /// Shows a brief from now on. Where there is no page, the last good one stays.
    pub(crate) fn put(&self, name: &str, update: Update) {
        let mut all = self.all();
        let preview = Preview::new(name, update, all.briefs.remove(name));
        all.briefs.insert(name.to_owned(), preview);
        let summaries = all.briefs.values().map(|preview| &preview.summary);
        all.list = News::after(Some(&all.list), &summaries.collect::<Vec<_>>());
        self.changed.notify_all();
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.all().briefs.contains_key(name)
    }

    /// Returns the last good page of a brief, if there is such a brief and it has had one.
    pub(super) fn page(&self, name: &str) -> Option<Arc<str>> {
        let all = self.all();
        let (html, _) = all.briefs.get(name)?.page.as_ref()?;
        Some(Arc::clone(html))
    }

    /// Returns the news of a brief, or of the list, as soon as they are other than those that were
    /// seen, and as they are once it has waited long enough; nothing if there is no such brief.
    pub(super) fn news(&self, name: Option<&str>, seen: u64, longest: Duration) -> Option<News> {
        let of = |all: &All| match name {
            Some(name) => all.briefs.get(name).map(|preview| preview.news.clone()),
            None => Some(all.list.clone()),
        };
        let is_seen = |all: &mut All| of(all).is_some_and(|news| news.version == seen);
        let waited = self
            .changed
            .wait_timeout_while(self.all(), longest, is_seen);
        let (all, _) = waited.unwrap_or_else(PoisonError::into_inner);
        of(&all)
    }

    /// Nothing that is done under the lock can leave it half done.
    fn all(&self) -> MutexGuard<'_, All> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Preview {
    fn new(name: &str, update: Update, last: Option<Self>) -> Self {
        let of_severity = |severity| {
            let problems = update.problems.iter();
            problems.filter(|one| one.severity == severity).count()
        };
        let summary = Summary {
            name: name.to_owned(),
            file: update.file,
            errors: of_severity("error") + usize::from(update.failure.is_some()),
            warnings: of_severity("warning"),
        };
        let (last_page, last_news) = last.map(|last| (last.page, last.news)).unzip();
        let page = update.page.map(|html| {
            let mark = mark(&html);
            (html.into(), mark)
        });
        let page = page.or(last_page.flatten());
        let news = BriefNews {
            summary: &summary,
            page: page.as_ref().map(|(_, mark)| mark.as_str()),
            failure: update.failure.as_ref(),
            problems: &update.problems,
        };
        Self {
            news: News::after(last_news.as_ref(), &news),
            page,
            summary,
        }
    }
}

fn mark(html: &str) -> String {
    let mut hasher = DefaultHasher::new();
    html.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[expect(
    clippy::expect_used,
    reason = "what is written here has no maps with other keys"
)]
fn json(value: &impl Serialize) -> Arc<str> {
    let json = serde_json::to_string(value);
    json.expect("texts and numbers can always be written as JSON")
        .into()
}
