//! Puts problems together that differ in nothing but their place, so that each kind is told once.

use std::collections::HashMap;

use crate::diagnostics::files::Files;
use crate::diagnostics::{Diagnostic, Diagnostics, Span};

/// So many that are alike are still told one by one.
const MOST_BY_ITSELF: usize = 3;
/// The places of so many are named.
const MOST_PLACES: usize = 20;

/// Returns the problems that are told for themselves, in order, each with those that are like it.
pub(super) fn together(diagnostics: &Diagnostics) -> Vec<(&Diagnostic, Vec<&Diagnostic>)> {
    let mut kinds: HashMap<_, Vec<&Diagnostic>> = HashMap::new();
    for diagnostic in diagnostics {
        kinds.entry(kind(diagnostic)).or_default().push(diagnostic);
    }
    let told = diagnostics.iter().filter_map(|diagnostic| {
        let alike = kinds.get(&kind(diagnostic)).map_or(&[][..], Vec::as_slice);
        let (first, others) = alike.split_first()?;
        if others.len() < MOST_BY_ITSELF || !is_in_one_place(diagnostic) {
            return Some((diagnostic, Vec::new()));
        }
        std::ptr::eq(*first, diagnostic).then(|| (diagnostic, others.to_vec()))
    });
    told.collect()
}

/// Returns all that a problem says but where it is.
fn kind(diagnostic: &Diagnostic) -> impl Eq + std::hash::Hash + '_ {
    (
        diagnostic.code(),
        diagnostic.severity().word(),
        diagnostic.message(),
        diagnostic.primary().text.as_str(),
        diagnostic.help_lines(),
        is_in_one_place(diagnostic),
    )
}

fn is_in_one_place(diagnostic: &Diagnostic) -> bool {
    diagnostic.secondary().is_empty() && diagnostic.primary().place.span().is_some()
}

/// Says how many more there are, and where the first of them stand.
pub(super) fn places(others: &[&Diagnostic], files: &Files<'_>) -> Option<String> {
    let spans = others
        .iter()
        .filter_map(|other| other.primary().place.span());
    let place = |span: Span| {
        let file = files.at(span.start);
        let at = file.line_column(span.start);
        let place = format!("{}:{}", at.line, at.column);
        if files.is_own(span.start) {
            place
        } else {
            format!("{}:{place}", file.name)
        }
    };
    let places: Vec<String> = spans.take(MOST_PLACES).map(place).collect();
    let more = match others.len().saturating_sub(places.len()) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!others.is_empty()).then(|| {
        format!(
            "the same in {} more places: {}{more}",
            others.len(),
            places.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{MOST_PLACES, places, together};
    use crate::diagnostics::files::Files;
    use crate::diagnostics::{Diagnostic, Diagnostics, NamedText, Place, Rule, Span};

    #[test]
    fn of_many_the_first_places_are_named_and_the_others_counted() {
        static RULE: Rule = Rule::error(include_str!("../../load/rules/unfinished.md"));
        let text = "a\n".repeat(40);
        let mut diagnostics = Diagnostics::new();
        for line in 0..40 {
            let place = Place::At(Span::new(line * 2, line * 2 + 1));
            diagnostics.push(Diagnostic::new(&RULE, place, "a fault"));
        }
        let files = Files::of(NamedText {
            name: "a.yaml",
            text: &text,
            included: &[],
        });
        let told = together(&diagnostics);
        let [(_, others)] = told.as_slice() else {
            panic!("{told:?}");
        };
        let places = places(others, &files).unwrap();
        assert!(
            places.starts_with("the same in 39 more places: 2:1, 3:1, "),
            "{places}"
        );
        assert!(places.ends_with(", 21:1 and 19 more"), "{places}");
        assert_eq!(places.matches(':').count(), MOST_PLACES + 1);
    }
}
