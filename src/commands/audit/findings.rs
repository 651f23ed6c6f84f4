//! Says what an audit found, in sentences and as JSON.

use brief::carried::{Cause, Departure, Sources, Standing};
use brief::diagnostics::{plural, printable};
use serde::Serialize;

use super::looked::Looked;
use super::signed::OfSignature;
use crate::commands::carry::listed;
use crate::commands::verify::Comparison;
use crate::outcome::Failure;

const NOT_COMPARED: &str = "What its block says, which was not compared with the page:";

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
    /// Whether a look and words of its own are taken.
    #[serde(skip)]
    pub(super) is_design_trusted: bool,
    pub(super) is_draft: bool,
    /// The files that it carries.
    pub(super) carries: Vec<String>,
    /// Why they cannot be given back as files.
    pub(super) not_given_back: Option<String>,
    pub(super) brief: Option<OfBrief>,
    pub(super) signatures: Vec<OfSignature>,
    /// Whether somebody of a list has to have signed it.
    #[serde(skip)]
    pub(super) is_signer_asked: bool,
    /// Who of them has to have signed it, if that is asked.
    #[serde(skip)]
    pub(super) asked: Option<String>,
}

/// Whether a page is what its sources make.
#[derive(Serialize)]
#[serde(tag = "verdict", content = "detail", rename_all = "kebab-case")]
pub(super) enum Verdict {
    Same,
    /// It is what they make, and has these of its own, which can hide or say anything.
    OwnDesign(String),
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

impl Verdict {
    pub(super) fn of(standing: Standing, sources: Option<&Sources>) -> Self {
        let own = || sources.map_or_else(String::new, |sources| sources.own().in_words());
        match standing {
            Standing::Same => Self::Same,
            Standing::OwnDesign => Self::OwnDesign(own()),
            Standing::Departs(departure) => Self::Departs(Box::new(departure.into())),
            Standing::OtherVersion => Self::OtherVersion,
            Standing::OwnTemplates => Self::OwnTemplates,
            Standing::NoSources => Self::NoSources,
            Standing::Broken(error) => Self::Broken(error.to_string()),
            Standing::NotRemade(why) => Self::NotRemade(why.to_string()),
        }
    }

    /// Says whether the page was held against what its sources make.
    fn is_compared(&self) -> bool {
        matches!(self, Self::Same | Self::OwnDesign(_) | Self::Departs(_))
    }
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
            Cause::Packing => {
                "Its sources are packed in another way, as another build of the program may pack them; all else is the same"
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
        let is_made = matches!(self.verdict, Verdict::Same)
            || self.is_design_trusted && matches!(self.verdict, Verdict::OwnDesign(_));
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
        self.signatures.iter().any(OfSignature::is_listed)
    }

    /// Says what this program cannot do for the page.
    pub(super) fn failure(&self) -> Option<Failure> {
        let version = self.version.as_deref().unwrap_or_default();
        match &self.verdict {
            Verdict::OtherVersion => Some(Failure::new(
                format!("`{}` cannot be compared by this version", self.page),
                format!("audit it by brief {version}"),
            )),
            Verdict::OwnTemplates => Some(Failure::new(
                format!("the templates of `{}` were not run", self.page),
                "look at them by `brief unpack`; if you trust them, `--trust-design`",
            )),
            Verdict::Same
            | Verdict::OwnDesign(_)
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
            lines.push(match &self.asked {
                Some(asked) => format!("`{}` did not sign it, by the list.", printable(asked)),
                None => "No signer of the list signed it.".to_owned(),
            });
        }
        if matches!(self.verdict, Verdict::Same) {
            lines.push("Whether what it says is true, an audit cannot tell.".to_owned());
        }
        lines.join("\n") + "\n"
    }

    fn verdict_in_words(&self) -> String {
        let (page, program) = (printable(&self.page), self.program);
        let version = self.version.as_deref().unwrap_or_default();
        match &self.verdict {
            Verdict::Same => format!(
                "{page} is, byte for byte, the page that brief {program} makes of the sources in it."
            ),
            Verdict::OwnDesign(own) => format!(
                "{page} is, byte for byte, what brief {program} makes of the sources in it with {own} of \
                 its own. These can hide anything that the brief says, and say anything in its place: \
                 look at them by `brief unpack`; if you trust whoever wrote them, `--trust-design`."
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

    /// Tells what is known of the brief. A title is anybody's words: it has a line of its own.
    fn of_brief(&self) -> Vec<String> {
        let draft = if self.is_draft { " as a draft" } else { "" };
        let mut lines = Vec::new();
        if let Some(brief) = &self.brief {
            let (edition, as_of) = (brief.edition, printable(&brief.as_of));
            lines.extend([
                format!("In it is{draft} the brief, edition {edition}, as of {as_of}:"),
                format!("  {}", printable(&brief.title)),
            ]);
        }
        lines.extend(self.of_files());
        if let Some(brief) = &self.brief {
            lines.extend(brief.quotes.sentence("quote"));
            lines.extend(brief.passages.sentence("passage"));
            if let Some(now) = &brief.now {
                lines.push("In the snapshots here, as they are now:".to_owned());
                lines.extend(now.text().lines().map(|line| format!("  {line}")));
            }
        }
        if !lines.is_empty() && !self.verdict.is_compared() {
            for line in &mut lines {
                line.insert_str(0, "  ");
            }
            lines.insert(0, NOT_COMPARED.to_owned());
        }
        lines
    }

    fn of_files(&self) -> Option<String> {
        let carries = listed(&self.carries);
        match &self.not_given_back {
            _ if carries.is_empty() => None,
            None => Some(format!("`brief unpack` gives its files back: {carries}.")),
            Some(why) => Some(format!("It carries {carries}; {why}.")),
        }
    }
}
