//! Holds what there is to show: the last good page of each brief, and what is wrong with its file.

use std::collections::{BTreeMap, BTreeSet};
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

/// So many streams of news are open at once: a browser has six connections to one address, whatever
/// looks at it. The oldest of more is ended, and asks again.
const MOST_STREAMS: usize = 3;

/// What whoever looks is told, as JSON in one line.
#[derive(Clone)]
pub(super) struct News {
    /// By which they are told from others, in this run and in the next.
    pub(super) mark: String,
    pub(super) json: Arc<str>,
}

impl News {
    fn of(value: &impl Serialize) -> Self {
        let json = json(value);
        Self {
            mark: mark(&json),
            json,
        }
    }
}

/// A stream of news; it ends when it is dropped.
pub(super) struct Stream<'a> {
    previews: &'a Previews,
    number: u64,
}

impl Drop for Stream<'_> {
    fn drop(&mut self) {
        self.previews.all().streams.remove(&self.number);
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
    /// Those that are open, by number, the oldest first.
    streams: BTreeSet<u64>,
    begun: u64,
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
        let list = News::of(&[(); 0]);
        Self {
            all: Mutex::new(All {
                briefs: BTreeMap::new(),
                list,
                streams: BTreeSet::new(),
                begun: 0,
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
        all.list = News::of(&summaries.collect::<Vec<_>>());
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

    /// Begins a stream of news, and ends the oldest of too many.
    pub(super) fn stream(&self) -> Stream<'_> {
        let mut all = self.all();
        all.begun += 1;
        let number = all.begun;
        all.streams.insert(number);
        if all.streams.len() > MOST_STREAMS {
            all.streams.pop_first();
            self.changed.notify_all();
        }
        Stream {
            previews: self,
            number,
        }
    }

    /// Returns the news of a brief, or of the list, as soon as they are other than those that were
    /// seen, and as they are once it has waited long enough; nothing if there is no such brief, or once
    /// the stream has to end. Nobody misses what came before that.
    pub(super) fn news(
        &self,
        stream: &Stream<'_>,
        name: Option<&str>,
        seen: &str,
        longest: Duration,
    ) -> Option<News> {
        let of = |all: &All| match name {
            Some(name) => all.briefs.get(name).map(|preview| preview.news.clone()),
            None => Some(all.list.clone()),
        };
        let is_seen = |all: &All| of(all).is_some_and(|news| news.mark == seen);
        let waits = |all: &mut All| is_seen(all) && all.streams.contains(&stream.number);
        let waited = self.changed.wait_timeout_while(self.all(), longest, waits);
        let (all, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let has_ended = is_seen(&all) && !all.streams.contains(&stream.number);
        of(&all).filter(|_| !has_ended)
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
        let page = update.page.map(|html| {
            let mark = mark(&html);
            (html.into(), mark)
        });
        let page = page.or(last.and_then(|last| last.page));
        let news = BriefNews {
            summary: &summary,
            page: page.as_ref().map(|(_, mark)| mark.as_str()),
            failure: update.failure.as_ref(),
            problems: &update.problems,
        };
        Self {
            news: News::of(&news),
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
