//! Defines rules, each with its code, its severity and its explanation, and lists of them.

use std::fmt;

use super::nearest;

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The page is not made.
    Error,
    /// The page is made; `--deny warnings` turns it into an error.
    Warning,
}

impl Severity {
    /// Returns the word that diagnostics print.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What a diagnostic is about: a rule that an input breaks.
///
/// A rule is a static beside its check, made of a Markdown file, which says in its first line the
/// code and what it means:
///
/// ```
/// use brief::diagnostics::Rule;
///
/// static UNKNOWN_ID: Rule = Rule::error("# unknown-id: an id is used but not defined\n\n…\n");
/// assert_eq!(UNKNOWN_ID.code(), "unknown-id");
/// assert_eq!(UNKNOWN_ID.meaning(), "an id is used but not defined");
/// ```
///
/// A code keeps its meaning for good.
#[derive(PartialEq, Eq)]
pub struct Rule {
    code: &'static str,
    meaning: &'static str,
    severity: Severity,
    can_be_silenced: bool,
    explanation: &'static str,
}

impl fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code)
    }
}

impl Rule {
    /// Makes a rule that has to be kept. An explanation without a title does not compile.
    pub const fn error(explanation: &'static str) -> Self {
        Self::new(Severity::Error, explanation)
    }

    /// Makes a rule that a brief may silence in place.
    pub const fn warning(explanation: &'static str) -> Self {
        Self::new(Severity::Warning, explanation)
    }

    const fn new(severity: Severity, explanation: &'static str) -> Self {
        let (code, meaning) = title(explanation);
        Self {
            code,
            meaning,
            severity,
            can_be_silenced: matches!(severity, Severity::Warning),
            explanation,
        }
    }

    /// Makes it a rule that no brief may silence.
    #[must_use]
    pub const fn never_silenced(self) -> Self {
        Self {
            can_be_silenced: false,
            ..self
        }
    }

    /// Returns the code as people write it, such as `unknown-id`.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Returns what the code means, in one line.
    pub const fn meaning(&self) -> &'static str {
        self.meaning
    }

    /// Returns the severity of its diagnostics, unless it is raised.
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// Says whether a brief may silence the rule in place.
    pub const fn can_be_silenced(&self) -> bool {
        self.can_be_silenced
    }

    /// Returns the long form as Markdown: what, why, a wrong and a right example.
    pub const fn explanation(&self) -> &'static str {
        self.explanation
    }

    /// Returns what the explanation says before the reasons, in one line.
    pub fn description(&self) -> String {
        let mut lines = self.explanation.lines().skip(1);
        let words = lines
            .by_ref()
            .take_while(|line| !line.starts_with("**Why it matters.**"))
            .flat_map(str::split_whitespace);
        words.collect::<Vec<_>>().join(" ")
    }
}

/// Returns the code and the meaning that stand in the title: `# code: meaning`.
const fn title(explanation: &'static str) -> (&'static str, &'static str) {
    let bytes = explanation.as_bytes();
    assert!(bytes[0] == b'#' && bytes[1] == b' ', "no title");
    let mut colon = 2;
    while bytes[colon] != b':' {
        colon += 1;
    }
    let mut end = colon;
    while bytes[end] != b'\n' {
        end += 1;
    }
    let (line, _) = explanation.split_at(end);
    let (before, meaning) = line.split_at(colon + 2);
    let (_, code) = before.split_at(colon).0.split_at(2);
    (code, meaning)
}

/// The rules of a program, in the order in which people read them.
#[derive(Debug)]
pub struct Rules(&'static [&'static Rule]);

impl Rules {
    /// Makes the list.
    pub const fn new(rules: &'static [&'static Rule]) -> Self {
        Self(rules)
    }

    /// Goes through the rules.
    pub fn iter(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        self.0.iter().copied()
    }

    /// Returns the rule of a code.
    pub fn find(&self, code: &str) -> Option<&'static Rule> {
        self.iter().find(|rule| rule.code == code)
    }

    /// Returns the code that a mistyped one was probably meant to be.
    pub fn nearest(&self, code: &str) -> Option<&'static str> {
        nearest(code, self.iter().map(Rule::code))
    }

    /// Returns a table for a terminal: code, severity and meaning in columns.
    pub fn table(&self) -> String {
        let width = self.iter().map(|rule| rule.code.len()).max();
        let width = width.unwrap_or(0);
        let row = |rule: &Rule| {
            let (code, severity) = (rule.code, rule.severity.word());
            format!("{code:<width$}  {severity:<7}  {}\n", rule.meaning)
        };
        self.iter().map(row).collect()
    }

    /// Returns a Markdown table.
    pub fn markdown_table(&self) -> String {
        let row = |rule: &Rule| {
            let (code, severity) = (rule.code, rule.severity.word());
            format!("| `{code}` | {severity} | {} |\n", rule.meaning)
        };
        let rows: String = self.iter().map(row).collect();
        format!("| code | severity | meaning |\n| --- | --- | --- |\n{rows}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Rule, Rules, Severity};

    static FAULT: Rule =
        Rule::error("# a-fault: it is wrong\n\nIt is\nwrong.\n\n**Why it matters.** So.\n");
    static DOUBT: Rule = Rule::warning("# doubt: it may be: or not\n");
    static LAST: Rule = Rule::warning("# last: it is left over\n").never_silenced();
    static RULES: Rules = Rules::new(&[&FAULT, &DOUBT, &LAST]);

    #[test]
    fn the_explanation_says_code_meaning_and_description() {
        assert_eq!((FAULT.code(), FAULT.meaning()), ("a-fault", "it is wrong"));
        assert_eq!(FAULT.description(), "It is wrong.");
        assert_eq!(
            (DOUBT.code(), DOUBT.meaning()),
            ("doubt", "it may be: or not")
        );
    }

    #[test]
    fn warnings_can_be_silenced_but_for_those_that_say_otherwise() {
        let found = |rule: &Rule| (rule.severity(), rule.can_be_silenced());
        assert_eq!(found(&FAULT), (Severity::Error, false));
        assert_eq!(found(&DOUBT), (Severity::Warning, true));
        assert_eq!(found(&LAST), (Severity::Warning, false));
    }

    #[test]
    fn rules_are_found_and_listed() {
        assert_eq!(RULES.find("doubt"), Some(&DOUBT));
        assert_eq!(RULES.find("dubt"), None);
        assert_eq!(RULES.nearest("dubt"), Some("doubt"));
        assert_eq!(RULES.nearest("weather"), None);
        assert!(
            RULES
                .table()
                .starts_with("a-fault  error    it is wrong\ndoubt    warning  it")
        );
        assert!(
            RULES
                .markdown_table()
                .ends_with("| `last` | warning | it is left over |\n")
        );
    }
}
