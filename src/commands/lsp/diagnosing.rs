//! Diagnoses an open text away from the thread that listens, and words what is found.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use brief::Locales;
use brief::diagnostics::{Diagnostic, Label, Severity, Span};
use brief::lsp::{Kind, Opened};
use serde_json::{Value, json};

use super::client::{Client, Shown};
use super::documents::{Look, Looked, Texts};
use super::known::Known;

/// What is to be diagnosed: a text as it was at some moment.
pub(super) struct Job {
    pub(super) uri: String,
    /// How many changes of anything there were before.
    pub(super) moment: u64,
    pub(super) version: Option<i64>,
    pub(super) kind: Kind,
    pub(super) text: Arc<String>,
    pub(super) path: Option<PathBuf>,
    pub(super) open: Texts,
    pub(super) known: Known,
    pub(super) words: Arc<Locales>,
    pub(super) client: Client,
    /// What came of the text as it was at an earlier moment.
    pub(super) before: Option<Arc<Diagnosed>>,
    /// The moment of the newest state of the text.
    pub(super) newest: Arc<AtomicU64>,
    /// Whether it is left for a newer state.
    pub(super) gives_way: bool,
}

/// A newer state is to be diagnosed instead.
pub(super) struct GivenUp;

/// What came of it.
pub(super) struct Diagnosed {
    pub(super) uri: String,
    pub(super) moment: u64,
    pub(super) version: Option<i64>,
    pub(super) path: Option<PathBuf>,
    pub(super) looked: Looked,
    /// What is wrong, by file; the first is the text itself.
    pub(super) found: Vec<(Target, Vec<Value>)>,
}

/// Where something is wrong.
pub(super) enum Target {
    Itself,
    File(PathBuf),
}

impl Job {
    /// Diagnoses the text.
    ///
    /// # Errors
    /// It changed meanwhile.
    pub(super) fn run(self) -> Result<Diagnosed, GivenUp> {
        let path = self.path.as_deref();
        let before = self.before.as_deref();
        let looked = Look {
            kind: self.kind,
            path,
            open: &self.open,
            words: &self.words,
            before: before.map(|before| &before.looked.opened),
        };
        let looked = looked.at_unless(&self.text, || {
            let is_newest = self.newest.load(Ordering::Relaxed) <= self.moment;
            (is_newest || !self.gives_way).then_some(()).ok_or(GivenUp)
        })?;
        let files = Files::of(&looked.opened, &self.uri, path, &self.known, self.client);
        let mut found: Vec<Vec<Value>> = files.0.iter().map(|_| Vec::new()).collect();
        for diagnostic in &looked.opened.checked.diagnostics {
            let (file, value) = files.diagnostic(diagnostic, self.client.shows_related);
            if let Some(found) = found.get_mut(file) {
                found.push(value);
            }
        }
        if let (Some(failure), Some(own)) = (&looked.failure, found.first_mut()) {
            own.push(json!({
                "range": files.0.first().map(|file| file.shown.first_line()),
                "severity": 1,
                "source": "brief",
                "message": failure,
            }));
        }
        let targets = files.0.iter().enumerate().map(|(number, file)| {
            let path = file.path.clone().filter(|_| number > 0);
            path.map_or(Target::Itself, Target::File)
        });
        let found = targets.zip(found).collect();
        Ok(Diagnosed {
            uri: self.uri,
            moment: self.moment,
            version: self.version,
            path: self.path,
            looked,
            found,
        })
    }
}

/// The files of an opened text.
pub(super) struct Files<'a>(pub(super) Vec<OneFile<'a>>);

/// One of them.
pub(super) struct OneFile<'a> {
    pub(super) uri: String,
    pub(super) path: Option<PathBuf>,
    /// Where it begins in the whole text.
    start: usize,
    pub(super) shown: Shown<'a>,
}

impl<'a> Files<'a> {
    pub(super) fn of(
        opened: &'a Opened,
        uri: &str,
        path: Option<&Path>,
        known: &Known,
        client: Client,
    ) -> Self {
        let mut files = vec![OneFile {
            uri: uri.to_owned(),
            path: path.map(Path::to_owned),
            start: 0,
            shown: Shown::new(opened.text(), client.encoding),
        }];
        let (text, included) = (&opened.checked.text, &opened.checked.included);
        for (number, file) in (1..).zip(included) {
            let next = included.get(number);
            let end = next.map_or(text.len(), |next| next.start.saturating_sub(1));
            let path = path.map(|path| path.with_file_name(&file.name));
            files.push(OneFile {
                uri: path
                    .as_deref()
                    .map(|path| known.address(path))
                    .unwrap_or_default(),
                path,
                start: file.start,
                shown: Shown::new(text.get(file.start..end).unwrap_or(""), client.encoding),
            });
        }
        Self(files)
    }

    /// Returns the file of a byte of the whole text, with its number.
    pub(super) fn at(&self, byte: usize) -> (usize, &OneFile<'a>) {
        let after = self.0.partition_point(|file| file.start <= byte);
        let number = after.saturating_sub(1);
        (number, &self.0[number])
    }

    /// Returns where bytes of the whole text are: the file, with its number, and the range there.
    pub(super) fn place(&self, span: Span) -> (usize, &OneFile<'a>, Value) {
        let (number, file) = self.at(span.start);
        (number, file, file.shown.range(file.own(span)))
    }

    fn location(&self, span: Span) -> Value {
        let (_, file, range) = self.place(span);
        json!({ "uri": file.uri, "range": range })
    }

    pub(super) fn diagnostic(
        &self,
        diagnostic: &Diagnostic,
        shows_related: bool,
    ) -> (usize, Value) {
        let span = diagnostic.primary().place.span();
        let (number, range) = match span {
            Some(span) => {
                let (number, _, range) = self.place(span);
                (number, range)
            }
            None => (0, self.0[0].shown.first_line()),
        };
        let severity = match diagnostic.severity() {
            Severity::Error => 1,
            Severity::Warning => 2,
        };
        let mut value = json!({
            "range": range,
            "severity": severity,
            "code": diagnostic.code(),
            "source": "brief",
            "message": message(diagnostic),
        });
        let related = diagnostic.secondary().iter().filter_map(|label| {
            let span = label.place.span()?;
            Some(json!({ "location": self.location(span), "message": remark(label) }))
        });
        let related: Vec<Value> = related.collect();
        if shows_related && !related.is_empty() {
            value["relatedInformation"] = related.into();
        }
        (number, value)
    }
}

impl OneFile<'_> {
    /// Returns a place as the file alone has it.
    pub(super) fn own(&self, span: Span) -> Range<usize> {
        span.start.saturating_sub(self.start)..span.end.saturating_sub(self.start)
    }
}

/// Returns what is said of a diagnostic: what is wrong, and what to do, a line each.
fn message(diagnostic: &Diagnostic) -> String {
    let what = diagnostic.message().to_owned();
    let label = &diagnostic.primary().text;
    let is_placed = diagnostic.primary().place.span().is_some();
    let mut lines = vec![if is_placed && !label.is_empty() {
        format!("{what}: {label}")
    } else {
        what
    }];
    lines.extend(diagnostic.notes().map(|note| format!("note: {note}")));
    let help = diagnostic.help_lines().iter();
    lines.extend(help.map(|line| format!("help: {line}")));
    lines.join("\n")
}

fn remark(label: &Label) -> &str {
    if label.text.is_empty() {
        "see here"
    } else {
        &label.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(before: Option<Arc<Diagnosed>>, gives_way: bool) -> Job {
        Job {
            uri: "file:///a.yaml".to_owned(),
            moment: 2,
            version: None,
            kind: Kind::Brief,
            text: Arc::new("format: 2\n".to_owned()),
            path: None,
            open: Texts::new(),
            known: Known::of(std::iter::empty()),
            words: Arc::new(Locales::embedded().clone()),
            client: Client::default(),
            before,
            newest: Arc::new(AtomicU64::new(3)),
            gives_way,
        }
    }

    #[test]
    fn a_text_is_left_for_a_newer_one_unless_nothing_was_said_of_it_or_too_many_were_left() {
        let first = job(None, true).run().ok().unwrap();
        let first = Some(Arc::new(first));
        assert!(job(first.clone(), true).run().is_err());
        assert!(job(first, false).run().is_ok());
    }
}
