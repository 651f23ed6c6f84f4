//! `brief draft`: drafts a brief from articles, with a lock in which every quote is verified.

use std::path::{Path, PathBuf};

use brief::capture::{Captured, Record};
use brief::draft::{Article, Draft, Tongue, draft, statements_json};
use brief::evidence::{Kept, Snapshot};
use clap::{Args, ValueEnum};

use super::arguments::day_or_today;
use super::input::{InputPath, MOST_BRIEF, cannot};
use super::new::refuse_to_overwrite;
use super::resolve::unreadable;
use super::schema::put_beside;
use super::snapshots;
use super::write::write_new;
use crate::outcome::{Failure, Outcome, wrote};

#[derive(Args, Clone, Debug)]
pub(crate) struct DraftArguments {
    /// The articles: text or HTML, as `verify` reads them; `-` is standard input
    #[arg(value_name = "ARTICLE", required = true)]
    articles: Vec<PathBuf>,
    /// The brief to write, such as content/harbour.yaml, and its lock beside it; `-` is standard output
    #[arg(short, long, value_name = "OUT", default_value = "-")]
    output: PathBuf,
    /// The language of the articles [default: by their letters]
    #[arg(long, value_name = "LANG", value_parser = Tongue::tags().to_vec())]
    lang: Option<String>,
    /// The day on which the articles were issued whose captures have none, as 2026-11-23: weekdays are read
    /// by it
    #[arg(long, value_name = "DAY")]
    issued: Option<String>,
    /// The day to record for the quotes, as 2026-11-23 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "yaml")]
    format: DraftFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DraftFormat {
    /// A brief to be finished
    Yaml,
    /// What was found in one article, by places in its text
    Json,
}

/// An article that was read.
struct Read {
    file: String,
    snapshot: Snapshot,
    /// What was recorded of it when it was captured.
    record: Option<Record>,
    /// What it says of itself, if it was not captured, and is a page or has a title.
    own: Option<Record>,
}

pub(super) fn run(arguments: &DraftArguments) -> Result<Outcome, Failure> {
    // A pattern such as `snapshots/*` names the records, too.
    let is_record = |path: &&PathBuf| path.to_string_lossy().ends_with(snapshots::RECORD);
    let (records, articles): (Vec<_>, Vec<_>) = arguments.articles.iter().partition(is_record);
    if let (Some(record), []) = (records.first(), articles.as_slice()) {
        let message = format!("`{}` is the record of a snapshot", record.display());
        return Err(Failure::new(message, "name the snapshot beside it"));
    }
    let articles = articles.into_iter().map(|path| read(path));
    let articles: Vec<Read> = articles.collect::<Result<_, _>>()?;
    let tongue = tongue(arguments, &articles)?;
    if arguments.format == DraftFormat::Json {
        return json(arguments, &articles, tongue);
    }
    let issued = arguments.issued.as_deref();
    let issued = issued.map(|day| day_or_today(Some(day))).transpose()?;
    let day = day_or_today(arguments.day.as_deref())?;
    let read: Vec<Article<'_>> = articles
        .iter()
        .map(|article| Article {
            snapshot: &article.snapshot,
            file: &article.file,
            issued: issued.as_ref(),
            record: article.record.as_ref().or(article.own.as_ref()),
            is_page: article.own.is_some(),
        })
        .collect();
    let Some(draft) = draft(&read, tongue, &day) else {
        let names: Vec<String> = articles
            .iter()
            .map(|article| format!("`{}`", article.file))
            .collect();
        let message = format!(
            "nothing was found that somebody says in {}",
            names.join(", ")
        );
        let help = format!(
            "it was read by the rules for `{}`; if that is not its language, name it with `--lang`",
            tongue.tag()
        );
        return Err(Failure::of_input(message, help));
    };
    if arguments.output.as_os_str() == "-" {
        return Ok(Outcome::text(draft.brief));
    }
    written(&arguments.output, &draft)
}

fn read(path: &Path) -> Result<Read, Failure> {
    let input = InputPath::of(path);
    let bytes = input
        .read_at_most(snapshots::MOST_BYTES)
        .map_err(|error| unreadable(&input, &error))?;
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let file = match input {
        InputPath::Stdin => "article.txt".to_owned(),
        InputPath::File(_) | InputPath::Text(..) => name.unwrap_or_else(|| input.name()),
    };
    let record = match input
        .path()
        .map(|path| snapshots::record(&snapshots::beside(path)))
    {
        Some(Ok(record)) => record.filter(|record| record.is_of(&bytes)),
        Some(Err(error)) => {
            let message = cannot("read", input.name(), &error);
            return Err(Failure::of_input(
                message,
                "capture it again, or take its record away",
            ));
        }
        None => None,
    };
    let snapshot = snapshots::read_as_recorded(&bytes, &file, record.as_ref());
    match snapshot.obstacle() {
        None => Ok(Read {
            own: own(&bytes, &file).filter(|_| record.is_none()),
            file,
            snapshot,
            record,
        }),
        Some(obstacle) => {
            let message = format!("`{}` cannot be read: {}", input.name(), obstacle.what());
            let help = obstacle.help().unwrap_or("name a text or a page of HTML");
            Err(Failure::of_input(message, help))
        }
    }
}

/// Returns what a page says of itself.
fn own(bytes: &[u8], file: &str) -> Option<Record> {
    let kept = Kept::read(bytes, snapshots::media(file), None).ok()?;
    let captured = Captured {
        at: String::new(),
        by: String::new(),
        given: None,
        request: None,
    };
    let mut record = Record::of(&kept, captured);
    record.keep_as(file.to_owned());
    (kept.is_page || record.title().is_some()).then_some(record)
}

/// Returns the language that is named, else the one that the articles seem to be in.
fn tongue(arguments: &DraftArguments, articles: &[Read]) -> Result<Tongue, Failure> {
    let mut seem = articles.iter().map(|article| (article, seems(article)));
    let first = seem.next();
    let other = seem.find(|(_, other)| first.as_ref().is_some_and(|(_, first)| first != other));
    if let (Some((first, _)), Some((other, _))) = (&first, other) {
        return Err(Failure::of_input(
            format!(
                "`{}` is in another language than `{}`",
                other.file, first.file
            ),
            "draft from the articles of each language by themselves",
        ));
    }
    let named = arguments.lang.as_deref().map(Tongue::of);
    let seems = first.as_ref().and_then(|(_, seems)| *seems);
    named
        .unwrap_or(seems)
        .ok_or_else(|| without_rules(first.map(|(article, _)| article)))
}

/// Says that there are no rules for the language of an article, and what can be had all the same.
fn without_rules(article: Option<&Read>) -> Failure {
    let file = article.map_or("", |article| article.file.as_str());
    let said = article.and_then(|article| article.record.as_ref()?.language());
    let said = said.map_or_else(String::new, |said| format!(" (its capture says `{said}`)"));
    Failure::of_input(
        format!("there are no rules for the language that `{file}` seems to be in{said}"),
        format!(
            "there are for {}; with `--lang {}` what stands in quote marks is found all the same, and every \
             voice is marked as doubtful",
            Tongue::tags().join(" and "),
            Tongue::tags().first().unwrap_or(&"")
        ),
    )
}

/// Returns the language that an article seems to be in, if there are rules for it.
fn seems(article: &Read) -> Option<Tongue> {
    let guessed = Tongue::guessed(&article.snapshot)?;
    let said = article.record.as_ref().and_then(Record::language);
    said.is_none_or(|said| guessed.may_be(said))
        .then_some(guessed)
}

fn json(arguments: &DraftArguments, articles: &[Read], tongue: Tongue) -> Result<Outcome, Failure> {
    if arguments.output.as_os_str() != "-" {
        return Err(Failure::new(
            "JSON goes to standard output",
            "leave `--output` out",
        ));
    }
    match articles {
        [article] => Ok(Outcome::text(statements_json(&article.snapshot, tongue))),
        _ => Err(Failure::new(
            "places are those in one article, and several are named",
            "name one article with `--format json`",
        )),
    }
}

/// Writes a draft and its lock where nothing stands yet.
fn written(path: &Path, draft: &Draft) -> Result<Outcome, Failure> {
    let lock = draft
        .lock
        .write()
        .map_err(|error| Failure::of_machine(error.to_string()))?;
    if u64::try_from(draft.brief.len().max(lock.len())).is_ok_and(|bytes| bytes > MOST_BRIEF) {
        let message =
            format!("the draft would have more than {MOST_BRIEF} bytes, and no such brief is read");
        return Err(Failure::of_input(
            message,
            "nothing was written; draft from fewer articles",
        ));
    }
    let lock_path = InputPath::of(path).lock();
    for path in std::iter::once(path).chain(lock_path.as_deref()) {
        refuse_to_overwrite(path)?;
    }
    let schema = put_beside(path)?;
    let mut files = vec![(path.to_owned(), draft.brief.as_str())];
    // The lock first: a brief without it would seem to be unverified.
    files.splice(0..0, lock_path.map(|path| (path, lock.as_str())));
    for (path, text) in &files {
        write_new(path, text).map_err(|error| {
            let message = cannot("write", path.display(), &error);
            Failure::new(
                message,
                "name a place that you may write to: `--output content/harbour.yaml`",
            )
        })?;
    }
    let written = files.iter().map(|(path, _)| path).chain(&schema);
    let written: String = written.map(|path| wrote(path, "")).collect();
    let (claims, doubtful, shown) = (draft.claims, draft.doubtful, path.display());
    let without = draft.without.iter();
    let without =
        without.map(|file| format!("`{file}`: nothing was found in it that somebody says\n"));
    let without: String = without.collect();
    Ok(Outcome::remark(format!(
        "{written}{claims} claims, {doubtful} of them by a voice that is not certain; every quote is verified\n\
         {without}  \
         brief check {shown}            lists what is left to write\n  \
         brief build --draft {shown}    shows the page with its gaps\n"
    )))
}
