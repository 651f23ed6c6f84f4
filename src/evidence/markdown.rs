//! Reads a text in Markdown as the page that it makes: what that shows is what a reader sees of it.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use super::normalise::{is_unspaced, unify};

/// Returns the page of HTML that a text in Markdown makes, with the tables and strokes of GitHub.
pub(super) fn as_html(text: &str) -> String {
    let options =
        Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let mut events = with_lone_numbers(text, Parser::new_ext(text, options).into_offset_iter())
        .into_iter()
        .peekable();
    let mut last = ' ';
    let events = std::iter::from_fn(|| {
        let event = events.next()?;
        // A line may end in a word there.
        let mut next = || {
            events
                .peek()
                .and_then(words)
                .and_then(|words| words.chars().next())
        };
        if event == Event::SoftBreak && (may_break_word(last) || next().is_some_and(may_break_word))
        {
            return Some(Event::HardBreak);
        }
        last = words(&event)
            .and_then(|words| words.chars().next_back())
            .unwrap_or(last);
        // Its number would stand at its first word.
        if matches!(event, Event::Start(Tag::FootnoteDefinition(_))) {
            return Some(Event::Html("<div>".into()));
        }
        if event == Event::End(TagEnd::FootnoteDefinition) {
            return Some(Event::Html("</div>".into()));
        }
        Some(event)
    });
    let mut page = String::with_capacity(text.len() * 5 / 4);
    html::push_html(&mut page, events);
    page
}

/// Returns events with what stands by itself behind a number and a mark for words, number and all: a line that
/// begins with a date makes no list.
fn with_lone_numbers<'t>(
    text: &'t str,
    events: impl Iterator<Item = (Event<'t>, Range<usize>)>,
) -> Vec<Event<'t>> {
    let mut all: Vec<Event<'t>> = Vec::new();
    // Where the lists begin in which the events stand, with their items: where they begin and their numbers.
    let mut lists: Vec<(usize, Vec<(usize, &'t str)>)> = Vec::new();
    for (event, at) in events {
        if let Event::Start(Tag::List(_)) = event {
            lists.push((all.len(), Vec::new()));
        } else if let Event::Start(Tag::Item) = event
            && let Some((_, items)) = lists.last_mut()
        {
            let number = text.get(at).and_then(|item| item.split_whitespace().next());
            items.push((all.len(), number.unwrap_or_default()));
        } else if let Event::End(TagEnd::List(is_numbered)) = event
            && let Some((list, items)) = lists.pop()
            && let [(item, number)] = *items
            && is_numbered
        {
            // The end of the item.
            all.pop();
            all.push(Event::Html("</div>".into()));
            let number = Event::Text(format!("{number} ").into());
            for (place, event) in [(list, Event::Html("<div>".into())), (item, number)] {
                if let Some(of_list) = all.get_mut(place) {
                    *of_list = event;
                }
            }
            continue;
        }
        all.push(event);
    }
    all
}

fn words<'a>(event: &'a Event<'_>) -> Option<&'a str> {
    if let Event::Text(words) | Event::Code(words) = event {
        return Some(words);
    }
    None
}

fn may_break_word(c: char) -> bool {
    c == '\u{AD}' || unify(c) == Some('-') || is_unspaced(c)
}

#[cfg(test)]
mod tests {
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Caveat, Check, Obstacle};

    fn look(text: &str, quote: &str) -> (Check, Option<Obstacle>) {
        let (check, reason, _) = with_caveats(text, quote);
        (check, reason)
    }

    fn with_caveats(text: &str, quote: &str) -> (Check, Option<Obstacle>, Vec<Caveat>) {
        let snapshot = Snapshot::read(text.as_bytes(), Media::Markdown);
        let found = find(&snapshot, &[SoughtQuote::of(quote)]).remove(0);
        for at in &found.at {
            let all: Vec<char> = snapshot.text().chars().collect();
            assert_eq!(all[at.start..at.end].iter().collect::<String>(), at.exact);
        }
        (found.check, found.reason, found.caveats)
    }

    #[test]
    fn what_stands_on_both_sides_of_a_tag_is_not_glued() {
        for (text, quote) in [
            (
                "The loan was 10<sup>6</sup> euros in all.",
                "loan was 106 euros",
            ),
            (
                "The loan was 10<sup>-6</sup> euros in all.",
                "loan was 10-6 euros",
            ),
            (
                "The vote was 1<br>0 in favour of it.",
                "vote was 10 in favour",
            ),
            (
                "It is un<br>likely to begin now.",
                "It is unlikely to begin",
            ),
            ("They are 5<hr>0 in favour of it.", "They are 50 in favour"),
            (
                "They are 5<img src=a.png>0 in favour of it.",
                "They are 50 in favour",
            ),
            (
                "They are 5<sub>2</sub> in favour of it.",
                "They are 52 in favour",
            ),
        ] {
            let (check, _) = look(text, quote);
            assert!(!check.is_verified(), "{text}: {check:?}");
        }
    }

    #[test]
    fn what_no_renderer_shows_is_found_by_nobody() {
        let quote = "The money was not found there now";
        for text in [
            format!("Other words\n\n![{quote}](a.png)\n\nstand here."),
            format!("<!--\n{quote}\n-->\n\nOther words stand here."),
            format!("<div hidden>\n\n{quote}\n\n</div>\n\nOther words stand here."),
            format!("<script>\nvar a=\"{quote}\"\n</script>\n\nOther words stand here."),
            format!("<style>\n/*{quote}*/\n</style>\n\nOther words stand here."),
            format!("[//]: # ({quote})\n\nOther words stand here."),
            format!("Other [words] stand here.\n\n[words]: https://x.example/a \"{quote}\""),
            format!("Other [words](https://x.example/a \"{quote}\") stand here."),
            format!("Other <span title=\"{quote}\">words</span> stand here."),
            format!("``` {quote}\nOther words stand here.\n```"),
        ] {
            assert_eq!(look(&text, quote).0, Check::CannotCheck, "{text}");
        }
        for text in [
            "The money was <!-- not --> found there now",
            "The money was <span style=\"display:none\">not</span> found there now",
            "The money was ![not](a.png) found there now",
        ] {
            assert!(!look(text, quote).0.is_verified(), "{text}");
        }
    }

    #[test]
    fn what_is_struck_out_is_told() {
        for text in [
            "The council will <del>not</del> begin the works in spring.",
            "The council will ~~not~~ begin the works in spring.",
        ] {
            let (check, _, caveats) = with_caveats(text, "council will not begin the works");
            assert_eq!((check, &*caveats), (Check::Exact, &[Caveat::StruckOut][..]));
            let (check, _, caveats) = with_caveats(text, "council will begin the works");
            assert!(check.is_verified(), "{text}");
            assert_eq!(caveats, [Caveat::WithoutStruckOut]);
        }
    }

    #[test]
    fn lines_and_blocks_are_those_of_a_page() {
        let text = "The harbour wor-\nks begin in\nspring, *she* said &amp; left.\n\n| A | B |\n|--|--|\n\
            | Harbour | not begun |\n\n- one thing\n- another thing";
        assert_eq!(
            look(text, "works begin in spring, she said & left.").0,
            Check::Typographic
        );
        let (check, _, caveats) = with_caveats(text, "one thing another thing");
        assert_eq!(
            (check, &*caveats),
            (Check::Typographic, &[Caveat::SeveralBlocks][..])
        );
        let korean = "정부는 내년 봄에 공\n사를 시작하겠다고 말했다.";
        assert_eq!(look(korean, "봄에 공사를 시작하겠다").0, Check::Typographic);
    }

    #[test]
    fn a_line_that_begins_with_a_number_is_seen_with_it() {
        for text in [
            "1. Mai 2026 war der Tag der Arbeiter.",
            "# Harbour\n\n1. Mai 2026 war *der Tag* der\nArbeiter.\n\nOther words.",
            "- Words\n- 1. Mai 2026 war der Tag der Arbeiter.",
        ] {
            assert_eq!(
                look(text, "1. Mai 2026 war der Tag der Arbeiter").0,
                Check::Exact,
                "{text}"
            );
            assert_eq!(
                look(text, "Mai 2026 war der Tag der Arbeiter").0,
                Check::Exact,
                "{text}"
            );
        }
        let (check, _) = look(
            "1. One thing to do\n2. Another thing to do",
            "Another thing to do",
        );
        assert_eq!(check, Check::Exact);
    }

    #[test]
    fn what_stands_in_the_file_alone_is_not_absent() {
        let text = "We **will** [begin](http://x.org/a_b) it\nin \\*spring";
        assert_eq!(look(text, "We will begin it in *spring").0, Check::Exact);
        for quote in ["We **will** [begin](http", "begin](http://x.org/a_b) it"] {
            let found = look(text, quote);
            assert_eq!(
                found,
                (Check::CannotCheck, Some(Obstacle::MarkedUp)),
                "{quote}"
            );
        }
        assert_eq!(look(text, "We will never begin it").0, Check::Absent);
    }
}
