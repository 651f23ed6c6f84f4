//! Says what an audit found, in sentences and as JSON.

use brief::carried::{Cause, Departure};
use brief::diagnostics::{plural, printable};
use serde::Serialize;

use super::looked::Looked;
use super::signed::OfSignature;
use crate::commands::verify::Comparison;
use crate::outcome::Failure;

const GIVEN_BACK: &str = "`brief unpack` gives its files back: ";

/// What an audit found.
#[derive(Serialize)]
pub(super) struct Findings {
    pub(super) page: String,
    /// The version of this program.
    pub(super) program: &'static str,
    /// The version that made the page, as the page says.
    pub(super) version: Option<String>,
    #[serde(flatten)]
    pub(super) verdict: Verdict,
    pub(super) is_draft: bool,
    /// The files that it carries.
    pub(super) carries: Vec<String>,
    pub(super) brief: Option<OfBrief>,
    pub(super) signatures: Vec<OfSignature>,
    /// Whether somebody of a list has to have signed it.
    #[serde(skip)]
    pub(super) is_signer_asked: bool,
}

/// Whether a page is what its sources make.
#[derive(Serialize)]
#[serde(tag = "verdict", content = "detail", rename_all = "kebab-case")]
pub(super) enum Verdict {
    Same,
    Departs(Box<OfDeparture>),
    OtherVersion,
    /// It has templates of its own, which are not run.
    OwnTemplates,
    NoSources,
    /// Its sources cannot be read: why.
    Broken(String),
    /// Nothing can be made of its sources: why.
    NotRemade(String),
}

/// Where a page departs.
#[derive(Serialize)]
pub(super) struct OfDeparture {
    byte: usize,
    line: usize,
    column: usize,
    after_id: Option<String>,
    cause: &'static str,
    found: String,
    made: String,
    /// All lines that are others, if the page has as many as it should.
    lines: Vec<usize>,
    #[serde(skip)]
    in_words: String,
}

/// What is known of the brief that a page carries.
#[derive(Serialize)]
pub(super) struct OfBrief {
    pub(super) title: String,
    pub(super) edition: u64,
    pub(super) as_of: String,
    /// What the lock that it carries says.
    pub(super) quotes: Looked,
    pub(super) passages: Looked,
    /// What stands in the snapshots that are here.
    #[serde(rename = "snapshots")]
    pub(super) now: Option<Comparison>,
}

impl From<Departure> for OfDeparture {
    fn from(departure: Departure) -> Self {
        let in_words = match departure.cause {
            Cause::Mark => {
                "A byte order mark was put before it, as some editors do; all else is the same"
            }
            Cause::LineEnds => {
                "Its line ends were changed, as mail programs and editors on Windows do; all else is the same"
            }
            Cause::Cut => "Its end is missing; what is there is the same",
            Cause::Appended => "Something was put after its end; all before is the same",
            Cause::OneStretch { .. } if departure.lines.len() > 1 => &*several(&departure.lines),
            Cause::OneStretch { found, made } => &*one_stretch(found, made),
        };
        Self {
            byte: departure.byte,
            line: departure.line,
            column: departure.column,
            cause: departure.cause.word(),
            in_words: in_words.to_owned(),
            after_id: departure.after_id,
            lines: departure.lines,
            found: departure.found,
            made: departure.made,
        }
    }
}

/// So many lines are named.
const NAMED: usize = 12;

fn several(lines: &[usize]) -> String {
    let names = lines.iter().take(NAMED).map(usize::to_string);
    let more = lines.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| format!("and {more} more"));
    let names: Vec<String> = names.chain(more).collect();
    format!(
        "Its lines {} are others; all else is the same",
        names.join(", ")
    )
}

fn one_stretch(found: usize, made: usize) -> String {
    let (here, there) = (plural(found, "byte"), plural(made, "byte"));
    match (found, made) {
        (0, 1) => "A byte is missing there; all else is the same".to_owned(),
        (0, _) => format!("{there} are missing there; all else is the same"),
        (1, 0) => "A byte was put in there; all else is the same".to_owned(),
        (_, 0) => format!("{here} were put in there; all else is the same"),
        _ => format!("From there on {here} stand in the place of {there}; all else is the same"),
    }
}

impl Findings {
    pub(super) fn is_fault(&self) -> bool {
        let is_made = matches!(self.verdict, Verdict::Same);
        let mut signatures = self.signatures.iter();
        let is_signed_well = if self.is_signer_asked {
            self.is_signed_by_signer() && signatures.all(|one| one.holds)
        } else {
            signatures.all(|one| one.holds)
        };
        let now = self.brief.as_ref().and_then(|brief| brief.now.as_ref());
        !is_made || !is_signed_well || now.is_some_and(|now| !now.is_whole())
    }

    fn is_signed_by_signer(&self) -> bool {
        self.signatures.iter().any(|one| one.signer.is_some())
    }

    /// Says what this program cannot do for the page.
    pub(super) fn failure(&self) -> Option<Failure> {
        let version = printable(self.version.as_deref().unwrap_or_default());
        match &self.verdict {
            Verdict::OtherVersion => Some(Failure::new(
                format!("`{}` cannot be compared by this version", self.page),
                format!("audit it by brief {version}"),
            )),
            Verdict::OwnTemplates => Some(Failure::new(
                format!("the templates of `{}` were not run", self.page),
                "look at them by `brief unpack`; if you trust them, `--trust-templates`",
            )),
            Verdict::Same
            | Verdict::Departs(_)
            | Verdict::NoSources
            | Verdict::Broken(_)
            | Verdict::NotRemade(_) => None,
        }
    }

    pub(super) fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    pub(super) fn text(&self) -> String {
        let mut lines = vec![self.verdict_in_words()];
        if let Verdict::Departs(departure) = &self.verdict {
            lines.push(format!("  the page has:       {}", departure.found));
            lines.push(format!("  its sources make:   {}", departure.made));
            lines.push(format!("{}.", departure.in_words));
        }
        lines.extend(self.of_brief());
        if self.signatures.is_empty() {
            lines.push("It is not signed: who made it is not known.".to_owned());
        }
        lines.extend(self.signatures.iter().map(OfSignature::sentence));
        if !self.signatures.is_empty() && self.is_signer_asked && !self.is_signed_by_signer() {
            lines.push("No signer of the list signed it.".to_owned());
        }
        if matches!(self.verdict, Verdict::Same) {
            lines.push("Whether what it says is true, an audit cannot tell.".to_owned());
        }
        lines.join("\n") + "\n"
    }

    fn verdict_in_words(&self) -> String {
        let (page, program) = (printable(&self.page), self.program);
        let version = printable(self.version.as_deref().unwrap_or_default());
        match &self.verdict {
            Verdict::Same => format!(
                "{page} is, byte for byte, the page that brief {program} makes of the sources in it."
            ),
            Verdict::Departs(departure) => {
                let (line, column) = (departure.line, departure.column);
                let after = departure.after_id.as_ref();
                let after = after.map_or_else(String::new, |id| format!(", after the id `{id}`"));
                format!(
                    "{page} is not the page that brief {program} makes of the sources in it. It departs \
                     from it at {line}:{column}{after}:"
                )
            }
            Verdict::OtherVersion => format!(
                "{page} says that brief {version} made it; this is brief {program}, which may make \
                 other pages, so that the bytes cannot be compared."
            ),
            Verdict::OwnTemplates => format!(
                "{page} has templates of its own, which are programs and were not run: whether the \
                 page is what its sources make is not known."
            ),
            Verdict::NoSources => format!(
                "{page} has no sources in it, so that there is nothing to compare it with. It was built \
                 with `--no-source`, or they were taken out, or it is no page of brief."
            ),
            Verdict::Broken(why) => {
                format!(
                    "{page} was changed, or no program made it so: {}.",
                    printable(why)
                )
            }
            Verdict::NotRemade(why) => format!(
                "{page} is not the page that brief {program} makes of the sources in it: it makes none \
                 of them, since {}.",
                printable(why)
            ),
        }
    }

    fn of_brief(&self) -> Vec<String> {
        let carries: Vec<String> = self.carries.iter().map(|name| printable(name)).collect();
        let carries = carries.join(", ");
        let draft = if self.is_draft { " as a draft" } else { "" };
        let Some(brief) = &self.brief else {
            let files = (!carries.is_empty()).then(|| format!("{GIVEN_BACK}{carries}."));
            return files.into_iter().collect();
        };
        let (edition, as_of) = (brief.edition, printable(&brief.as_of));
        let title = printable(&brief.title);
        let mut lines = vec![format!(
            "In it is{draft} the brief “{title}”, edition {edition}, as of {as_of}. {GIVEN_BACK}{carries}."
        )];
        lines.extend(brief.quotes.sentence("quote"));
        lines.extend(brief.passages.sentence("passage"));
        if let Some(now) = &brief.now {
            lines.push("In the snapshots here, as they are now:".to_owned());
            lines.extend(now.text().lines().map(|line| format!("  {line}")));
        }
        lines
    }
}
