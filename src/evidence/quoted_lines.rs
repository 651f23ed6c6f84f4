//! Leaves out the marks that mail programs set before the lines of another's message, besides `>`: `|`, `:`,
//! `AB>`.

const MARKS: &[char] = &[
    '>', '|', ':', '}', ']', '#', '%', '+', '!', ';', '*', '/', '"',
];
/// With which lines of remarks begin in some programs' texts; one alone is a dash of the writer.
const DASHES: &str = "--";
/// The initials of whom a line is of have so many letters at most.
const MOST_INITIALS: usize = 3;

/// Returns a text without the marks that two lines or more begin with, one after another or with a line between
/// them that is the end of the one before, cut off by a program; nothing, if none do.
pub(super) fn without_marks(text: &str) -> Option<String> {
    let lines: Vec<(&str, &str)> = text.split_inclusive('\n').map(divided).collect();
    let mark = |index: usize| lines.get(index).map_or("", |(mark, _)| mark.trim());
    let mut left = String::with_capacity(text.len());
    let mut has_any = false;
    for (index, (begin, words)) in lines.iter().enumerate() {
        let own = mark(index);
        let before = [2, 1].map(|back| index.wrapping_sub(back));
        let beside = [before, [index + 1, index + 2]]
            .concat()
            .into_iter()
            .map(mark);
        let mut beside = beside.filter(|other| !other.is_empty());
        let is_mark = !own.is_empty() && beside.any(|other| is_alike(own, other));
        has_any |= is_mark;
        if !is_mark {
            left.push_str(begin);
        }
        // Strings that follow one another are one in code.
        let end = words.trim_end().strip_suffix('"');
        match end.filter(|_| is_mark && own.starts_with('"')) {
            Some(string) => left.extend([string, "\n"]),
            None => left.push_str(words),
        }
    }
    has_any.then_some(left)
}

/// Says whether two lines begin with marks of one kind, however often others quoted them.
fn is_alike(own: &str, other: &str) -> bool {
    own.chars().next() == other.chars().next()
}

/// Divides a line into the marks that it begins with and its words.
fn divided(line: &str) -> (&str, &str) {
    let rest = line.trim_start_matches([' ', '\t']);
    let words = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let initials = rest.len() - words.len();
    let begins = if initials == 0 {
        rest.starts_with(MARKS) || rest.starts_with(DASHES)
    } else {
        initials <= MOST_INITIALS && words.starts_with(['>', '|', ':'])
    };
    if !begins {
        return ("", line);
    }
    let words = words.strip_prefix(DASHES).unwrap_or(words);
    let words = words.trim_start_matches(|c| MARKS.contains(&c) || matches!(c, ' ' | '\t'));
    line.split_at(line.len() - words.len())
}

#[cfg(test)]
mod tests {
    use super::without_marks;
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    #[test]
    fn strings_that_follow_one_another_are_joined() {
        let text = "msgid \"\"\n\"We will begin the \"\n\"works.\"\n";
        let joined = "msgid \"\"\nWe will begin the \nworks.\n";
        assert_eq!(without_marks(text).as_deref(), Some(joined));
        let said = "\"We begin.\"\nShe left.\n";
        assert_eq!(without_marks(said), None);
    }

    #[test]
    fn a_quote_over_lines_of_another_message_is_not_absent() {
        for mark in [
            "| ", ": ", "} ", ":", "AB> ", "ann| ", "| | ", ">> | ", "# ", "-- ",
        ] {
            let text = format!("She wrote:\n\n{mark}We will begin the\n{mark}works in spring.\n");
            let look = |quote| {
                let wanted = SoughtQuote::of(quote);
                let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
                let found = find(&snapshot, &[wanted]).remove(0);
                (found.check, found.reason)
            };
            let doubt = (Check::CannotCheck, Some(Obstacle::MarkedUp));
            assert_eq!(look("We will begin the works in spring."), doubt, "{mark}");
            assert_eq!(look("We will end the works in spring.").0, Check::Absent);
        }
    }

    #[test]
    fn a_line_that_a_program_cut_off_stands_between_two_of_another_message() {
        let text = "> The council found no money and they will\nnot\n> begin before the money\n";
        let look = |quote| {
            let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
            let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
            (found.check, found.reason)
        };
        assert_eq!(
            look("no money and they will not begin before"),
            (Check::CannotCheck, Some(Obstacle::MarkedUp))
        );
        assert_eq!(look("no money and they will begin before").0, Check::Absent);
    }

    #[test]
    fn a_single_mark_is_of_the_text() {
        for text in ["", "We begin\n| here\n", "one: b\n* d", "one\ntwo\n"] {
            assert_eq!(without_marks(text), None, "{text}");
        }
    }
}
