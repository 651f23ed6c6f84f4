//! Finds the marks that typewriters have for dashes, quote marks and an ellipsis: `--`, ` ``…'' `, `<<…>>`,
//! `. . .`; quote marks that tables double (`""`), and the spaces within `« … »`, as French sets them.

use super::forms::Edit;

const MARKS: &[(&str, &str)] = &[
    ("---", "–"),
    ("--", "–"),
    ("``", "\""),
    ("''", "\""),
    ("<<", "\""),
    (">>", "\""),
    ("\"\"", "\""),
];

/// Returns what stands for such marks, in order.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for sign in ['-', '`', '\'', '<', '>', '"'] {
        let mut from = 0;
        while let Some(start) = text.get(from..).and_then(|rest| rest.find(sign)) {
            let start = from + start;
            let rest = text.get(start..).unwrap_or_default();
            let length = rest.len() - rest.trim_start_matches(sign).len();
            from = start + length;
            let run = text.get(start..from).unwrap_or_default();
            let is_arrow =
                sign == '-' && text.get(from..).is_some_and(|rest| rest.starts_with('>'));
            if let Some((_, instead)) = MARKS.iter().find(|(mark, _)| *mark == run)
                && !is_arrow
            {
                edits.push((start..from, (*instead).to_owned()));
            }
        }
    }
    edits.extend(spaced_dots(text));
    edits.extend(spaces_in_guillemets(text));
    edits.sort_by_key(|(at, _)| at.start);
    edits
}

/// Returns the spaces after a mark that opens, and before one that closes: `« oui »`. German sets them the other
/// way round, and without spaces: `»ja«`.
fn spaces_in_guillemets(text: &str) -> Vec<Edit> {
    let is_word = |c: char| c.is_alphanumeric();
    let mut edits = Vec::new();
    for (at, mark) in text.match_indices(['«', '‹', '»', '›']) {
        let (before, rest) = text.split_at(at);
        let after = rest.get(mark.len()..).unwrap_or_default();
        let spaces = if matches!(mark, "«" | "‹") {
            let words = after.trim_start();
            let begins = !before.ends_with(is_word);
            (begins && !words.is_empty()).then(|| at + mark.len()..text.len() - words.len())
        } else {
            let ends = !after.starts_with(is_word);
            let words = before.trim_end();
            (ends && !words.is_empty()).then_some(words.len()..at)
        };
        let spaces = spaces.filter(|spaces| !spaces.is_empty());
        edits.extend(spaces.map(|spaces| (spaces, String::new())));
    }
    edits
}

/// Returns dots in a row, three or more, that a space parts each.
fn spaced_dots(text: &str) -> Vec<Edit> {
    let is_space = |c: char| c.is_whitespace() && c != '\n';
    let mut edits = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find('.')) {
        let start = from + start;
        from = start + 1;
        let mut dots = 1;
        while let Some(next) = text
            .get(from..)
            .and_then(|rest| rest.strip_prefix(is_space))
            && next.starts_with('.')
        {
            from = text.len() - next.len() + 1;
            dots += 1;
        }
        if dots > 2 {
            edits.push((start..from, ".".repeat(dots)));
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::Check;

    fn look(text: &str, media: Media, quote: &str) -> Check {
        let snapshot = Snapshot::read(text.as_bytes(), media);
        find(&snapshot, &[SoughtQuote::of(quote)]).remove(0).check
    }

    #[test]
    fn spaces_within_guillemets_are_of_the_marks() {
        let spaces = ["", " ", "\u{A0}", "\u{202F}"];
        let mut forms: Vec<String> = spaces
            .iter()
            .map(|space| format!("Elle a répondu «{space}non merci{space}» à la question."))
            .collect();
        forms.push("Elle a répondu “non merci” à la question.".to_owned());
        for (source, quote) in forms
            .iter()
            .flat_map(|one| forms.iter().map(move |two| (one, two)))
        {
            let page = format!("<p>{source}</p>");
            for (text, media) in [(source, Media::Text), (&page, Media::Html)] {
                let found = look(text, media, quote);
                let is_found = matches!(found, Check::Exact | Check::Typographic);
                assert!(is_found, "{quote} in {source}: {found:?}");
                let other = quote.replace("merci", "jamais");
                assert_eq!(look(text, media, &other), Check::Absent);
            }
        }
        // What stands outside of the marks is no space of theirs.
        let german = "Sie sagte: »nie und nimmer« in der Sitzung.";
        for quote in [
            "Sie sagte:»nie und nimmer« in der Sitzung.",
            "Sie sagte: »nie und nimmer«in der Sitzung.",
        ] {
            assert_eq!(look(german, Media::Text, quote), Check::Absent, "{quote}");
        }
    }

    #[test]
    fn quote_marks_of_tables_are_doubled() {
        let table = "id,text\n1,\"She said \"\"we will not\"\" begin the works, at all\"\n";
        let look = |quote| look(table, Media::Text, quote);
        assert_eq!(
            look("She said \"we will not\" begin the works"),
            Check::Typographic
        );
        assert_eq!(look("She said \"we will\" begin the works"), Check::Absent);
    }
}
