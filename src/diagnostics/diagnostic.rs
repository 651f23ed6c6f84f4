//! One problem found in the input.

use std::collections::BTreeMap;

use super::{Part, Place, Remedy, Rule, Severity, Span, shortened};

/// How many problems of one rule are told one by one.
const MOST_OF_A_RULE: usize = 1_000;

/// A remark on one place of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub place: Place,
    /// The remark, lower case, without a final period; may be empty.
    pub text: String,
}

/// One problem: rule, severity, message, places and help.
///
/// Wording follows rustc's guide: lower case, no final period, identifiers in backticks, the
/// smallest useful span, the way out only in `help`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    rule: &'static Rule,
    severity: Severity,
    message: String,
    primary: Label,
    secondary: Vec<Label>,
    help: Vec<String>,
    remedies: Vec<Remedy>,
    /// Whether the input as a whole may allow it, and not the part that is at fault.
    silenced_by_brief: bool,
    /// How many others it stands for that are not told; 0 of what stands for itself.
    stands_for: usize,
}

impl Diagnostic {
    /// Says that so many faults of a rule are not told one by one.
    pub(crate) fn more(rule: &'static Rule, count: usize) -> Self {
        Self {
            stands_for: count,
            ..Self::new(rule, Place::Whole, format!("{count} more like these"))
                .help("mend the first ones, and check again")
        }
    }

    /// Makes a diagnostic of the rule's own severity.
    pub fn new(rule: &'static Rule, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity(),
            message: shortened(message.into()),
            primary: Label {
                place,
                text: String::new(),
            },
            secondary: Vec::new(),
            help: Vec::new(),
            remedies: Vec::new(),
            silenced_by_brief: false,
            stands_for: 0,
        }
    }

    /// Moves a fault that was found in a part of a text, which begins at a byte, to its place in the
    /// text. What is about the part as a whole is shown at its first byte.
    #[must_use]
    pub fn moved(mut self, start: usize) -> Self {
        for label in std::iter::once(&mut self.primary).chain(&mut self.secondary) {
            if label.place == Place::Whole {
                label.place = Place::At(Span::new(0, 0));
            }
        }
        self.placed(|span| Span::new(span.start + start, span.end + start))
    }

    /// Moves a fault to where its places stand in another text.
    #[must_use]
    pub(crate) fn placed(mut self, placed: impl Fn(Span) -> Span) -> Self {
        for label in std::iter::once(&mut self.primary).chain(&mut self.secondary) {
            if let Place::At(span) = label.place {
                label.place = Place::At(placed(span));
            }
        }
        for remedy in &mut self.remedies {
            remedy.placed(&placed);
        }
        self
    }

    /// Sets the remark under the primary place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = shortened(text.into());
        self
    }

    /// Adds a second place, such as "first defined here".
    #[must_use]
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.secondary.push(Label {
            place,
            text: shortened(text.into()),
        });
        self
    }

    /// Adds a line that says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(shortened(text.into()));
        self
    }

    /// Adds "did you mean" where a candidate is near.
    #[must_use]
    pub fn did_you_mean(self, nearest: Option<&str>) -> Self {
        match nearest {
            Some(name) => self.help(format!("did you mean `{name}`?")).instead(name),
            None => self,
        }
    }

    /// Proposes what may be written in the place at fault.
    #[must_use]
    pub fn instead(self, text: impl Into<String>) -> Self {
        self.remedy(Remedy::Instead(text.into()))
    }

    /// Proposes what may be added to a list at the top of the input.
    #[must_use]
    pub fn adding(self, list: &'static str, item: impl Into<String>) -> Self {
        self.remedy(Remedy::Adding(list, item.into()))
    }

    /// Proposes to take out a part in which the place at fault is.
    #[must_use]
    pub fn taking_out(self, part: Part) -> Self {
        self.remedy(Remedy::TakingOut(part))
    }

    /// Proposes to write bytes of the input otherwise.
    #[must_use]
    pub fn edit(
        self,
        title: impl Into<String>,
        edits: impl IntoIterator<Item = (Span, String)>,
    ) -> Self {
        self.remedy(Remedy::Edit {
            title: title.into(),
            edits: edits.into_iter().collect(),
        })
    }

    fn remedy(mut self, remedy: Remedy) -> Self {
        self.remedies.push(remedy);
        self
    }

    /// Names the first letter of a word that is none of a-z, which may look like one.
    #[must_use]
    pub(crate) fn odd_letter(self, word: &str) -> Self {
        let is_odd = |c: &char| c.is_alphabetic() && !c.is_ascii();
        match word.chars().find(is_odd) {
            Some(c) => self.help(format!(
                "`{c}` is the character U+{:04X}, none of a-z",
                u32::from(c)
            )),
            None => self,
        }
    }

    /// Notes that it is silenced for the input as a whole, not in the part that is at fault.
    #[must_use]
    pub(crate) fn of_brief(mut self) -> Self {
        self.silenced_by_brief = true;
        self
    }

    /// Returns the rule that the input breaks.
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// Returns the rule's code.
    pub fn code(&self) -> &'static str {
        self.rule.code()
    }

    /// Returns the severity.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns what is wrong, in one line.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the place at fault and the remark on it.
    pub fn primary(&self) -> &Label {
        &self.primary
    }

    /// Returns further places.
    pub fn secondary(&self) -> &[Label] {
        &self.secondary
    }

    /// Goes through all places, the one at fault first.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        std::iter::once(&self.primary).chain(&self.secondary)
    }

    /// Goes through the remarks on the input as a whole.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.labels()
            .filter(|label| label.place == Place::Whole && !label.text.is_empty())
            .map(|label| label.text.as_str())
    }

    /// Returns how many problems it tells of: one, unless it stands for those that are not told one by one.
    pub(crate) fn counts(&self) -> usize {
        self.stands_for.max(1)
    }

    /// Returns what may be done about it, for programs that can do it.
    pub fn remedies(&self) -> &[Remedy] {
        &self.remedies
    }

    /// Says whether it is silenced for the input as a whole, not in the part that is at fault.
    pub fn silenced_by_brief(&self) -> bool {
        self.silenced_by_brief
    }

    /// Returns what to do, a line each.
    pub fn help_lines(&self) -> &[String] {
        &self.help
    }
}

/// All problems found in one input so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Makes an empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a problem, unless it is about a value that is put in for one already reported.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if diagnostic.primary.place != Place::Placeholder {
            self.0.push(diagnostic);
        }
    }

    /// Adds all of another list.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Tells each in another way.
    #[must_use]
    pub(crate) fn told(self, tell: impl Fn(Diagnostic) -> Diagnostic) -> Self {
        Self(self.0.into_iter().map(tell).collect())
    }

    /// Leaves some out.
    #[must_use]
    pub(crate) fn without(mut self, is_left_out: impl Fn(&Diagnostic) -> bool) -> Self {
        self.0.retain(|diagnostic| !is_left_out(diagnostic));
        self
    }

    /// Turns what breaks a rule into warnings.
    pub(crate) fn only_warn_of(&mut self, rule: &Rule) {
        for diagnostic in self
            .0
            .iter_mut()
            .filter(|diagnostic| diagnostic.rule == rule)
        {
            diagnostic.severity = Severity::Warning;
        }
    }

    /// Turns every warning into an error.
    pub fn deny_warnings(&mut self) {
        for diagnostic in &mut self.0 {
            diagnostic.severity = Severity::Error;
        }
    }

    /// Puts the problems in the order of the input; those about the whole input come last. What was
    /// found several times, in a value that several others share, is told once. Of a rule no more than
    /// so many are told, and how many more there are.
    pub fn sort(&mut self) {
        self.0.sort_by_key(|diagnostic| {
            let span = diagnostic.primary.place.span();
            (
                span.is_none(),
                span.map_or((0, 0), |span| (span.start, span.end)),
            )
        });
        let mut first = 0;
        let mut sorted: Vec<Diagnostic> = Vec::with_capacity(self.0.len());
        let mut told: BTreeMap<&str, usize> = BTreeMap::new();
        let mut more: BTreeMap<&str, Diagnostic> = BTreeMap::new();
        for diagnostic in self.0.drain(..) {
            let place = diagnostic.primary.place;
            if sorted
                .last()
                .is_some_and(|last| last.primary.place != place)
            {
                first = sorted.len();
            }
            let told = told.entry(diagnostic.code()).or_default();
            let is_one_more = diagnostic.stands_for > 0 || *told >= MOST_OF_A_RULE;
            let here = sorted.get(first..).unwrap_or_default();
            if here.contains(&diagnostic) {
                continue;
            }
            if !is_one_more {
                *told += 1;
                sorted.push(diagnostic);
                continue;
            }
            let more = more
                .entry(diagnostic.code())
                .or_insert_with(|| Diagnostic::more(diagnostic.rule, 0));
            let count = more.stands_for + diagnostic.stands_for.max(1);
            let severity = diagnostic.severity;
            *more = Diagnostic {
                severity,
                ..Diagnostic::more(diagnostic.rule, count)
            };
        }
        sorted.extend(more.into_values());
        self.0 = sorted;
    }

    /// Says whether anything in the list is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Returns how many problems are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        let of_severity = |diagnostic: &&Diagnostic| diagnostic.severity == severity;
        let counted = self.iter().filter(of_severity);
        counted.map(Diagnostic::counts).sum()
    }

    /// Says whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns how many problems there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Goes through the problems.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
