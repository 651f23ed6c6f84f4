//! Completes quotes and passages by their first words, from a snapshot of the source, byte for byte.

use std::collections::BTreeSet;
use std::ops::Range;

use super::opened::Opened;
use super::path::Step;
use super::scalar_end::Written;
use super::siblings::{self, Field};
use super::spot::Spot;
use super::written::line_at;
use crate::check::{quotations, sentences_in};
use crate::evidence::{Address, Snapshot, SoughtQuote, find, scalar};
use crate::load::Source;
use crate::model::Check;

/// How many texts are offered at most.
const MOST: usize = 20;
/// With fewer letters, nearly every word would begin so.
const FEWEST: usize = 2;
/// How many words of each end a passage has at most.
const ENDS: usize = 6;

/// A place where words of a source are typed.
#[derive(Clone, Debug)]
pub struct QuotePlace {
    /// The sources that they may be from.
    pub sources: Vec<SnapshotOf>,
    /// What is typed so far.
    pub typed: String,
    /// The bytes in place of which the words are written.
    pub range: Range<usize>,
    /// Whether they stand within a flow collection.
    is_in_flow: bool,
    is_passage: bool,
    language: String,
}

/// By what the snapshot of a source is known.
#[derive(Clone, Debug)]
pub struct SnapshotOf {
    /// The id of the source.
    pub id: String,
    /// The name that the source gives to it.
    pub file: Option<String>,
    /// Where the source is published.
    pub addresses: Vec<Address>,
}

/// Says which words of which sources may be typed at a byte, if any.
pub fn quote_place(text: &str, byte: usize, known: &Opened) -> Option<QuotePlace> {
    let byte = text.floor_char_boundary(byte);
    let spot = Spot::at(text, byte);
    let path = spot.path();
    let field = path.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(*key),
        Step::Item => None,
    })?;
    let is_quote =
        path.contains(&Step::Key("quotes")) && matches!(field, "text" | "original" | "context");
    let is_passage = field == "passage";
    if !is_quote && !is_passage {
        return None;
    }
    let written = Written::at(text, &spot, byte)?;
    let typed = written.typed;
    if typed.chars().filter(|c| c.is_alphanumeric()).count() < FEWEST {
        return None;
    }
    let ids = sources(text, &spot);
    let document = known.document.as_ref()?;
    let all = document.sources.iter();
    let named = all.filter(|(id, _)| ids.contains(id.as_str()));
    Some(QuotePlace {
        sources: named.map(|(id, source)| snapshot_of(id, source)).collect(),
        typed,
        range: spot.typed.start..written.end,
        is_in_flow: spot.is_in_flow,
        is_passage,
        language: document.lang.value.clone(),
    })
}

fn snapshot_of(id: &str, source: &Source) -> SnapshotOf {
    let archived = source.archived.as_ref().map(|archived| &archived.url);
    let all = source.url.iter().chain(archived);
    SnapshotOf {
        id: id.to_owned(),
        file: source.snapshot.as_ref().map(|name| name.value.clone()),
        addresses: all.map(|url| Address::of(url)).collect(),
    }
}

/// Returns the words that stand in the `in` of the claim at a place, or of what the claim's run gives.
fn sources<'t>(text: &'t str, spot: &Spot<'t>) -> BTreeSet<&'t str> {
    let mut found = BTreeSet::new();
    for placed in spot
        .steps
        .iter()
        .rev()
        .filter(|placed| placed.step == Step::Item)
    {
        let line = line_at(text, placed.line);
        let column = line
            .begins()
            .last()
            .map_or(placed.column + 2, |begins| match begins {
                super::written::Begins::Key { at, .. } => *at,
                super::written::Begins::Item { at } => at + 2,
            });
        let fields = siblings::fields(text, placed.line, column);
        let value = |name: &str| {
            let field = fields.iter().find(|field| field.name == name);
            field.map(|field: &Field<'_>| field.written(text))
        };
        let own = value("in").or_else(|| of_run(value("from")?));
        if let Some(written) = own {
            found.extend(words(written));
            break;
        }
    }
    found
}

/// Returns what is written for the `in` of a `from`.
fn of_run(from: &str) -> Option<&str> {
    let is_key = |at: usize| {
        let before = from.get(..at).unwrap_or("");
        before.ends_with([' ', '{', ',', '\n'])
    };
    let (at, _) = from.match_indices("in:").find(|(at, _)| is_key(*at))?;
    let value = from.get(at + 3..)?.trim_start();
    match value.strip_prefix('[') {
        Some(list) => list.split(']').next(),
        None => value.split([',', '}', '\n']).next(),
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
}

impl Opened {
    /// Returns by what the snapshot of a source is known.
    pub fn snapshot_of(&self, id: &str) -> Option<SnapshotOf> {
        let own = self.document.iter().flat_map(|document| &document.sources);
        let shared = self.shared.iter().flat_map(|shared| &shared.sources);
        let mut all = own.chain(shared);
        let (_, source) = all.find(|(other, _)| other.value == id)?;
        Some(snapshot_of(id, source))
    }
}

impl QuotePlace {
    /// Returns what in a snapshot begins with the words that are typed, each as it reads, and as YAML.
    pub fn complete(&self, snapshot: &Snapshot) -> Vec<(String, String)> {
        let text = snapshot.text();
        let sentences = sentences_in(text, &self.language);
        let sentences: Vec<Range<usize>> = sentences.into_iter().flatten().collect();
        let quotes = quotations(text);
        let mut found: Vec<String> = Vec::new();
        for start in beginnings(text, &self.typed) {
            let after = sentences.partition_point(|sentence| sentence.start <= start);
            let sentence = after.checked_sub(1).and_then(|at| sentences.get(at));
            let quote = quotes.iter().find(|quote| quote.contains(&start));
            let inner = quote.map(|quote| inner_end(text, quote));
            let ends = [sentence.map(|sentence| sentence.end), inner];
            for end in ends.into_iter().flatten() {
                let end = inner.map_or(end, |inner| end.min(inner));
                let words = text.get(start..end).unwrap_or("");
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                let words = if self.is_passage {
                    shortened(&words)
                } else {
                    words
                };
                if !found.contains(&words) && !words.is_empty() {
                    found.push(words);
                }
            }
            if found.len() >= MOST {
                break;
            }
        }
        self.verified(snapshot, found)
    }

    /// Keeps the texts that `brief verify` finds word for word.
    fn verified(&self, snapshot: &Snapshot, texts: Vec<String>) -> Vec<(String, String)> {
        let sought: Vec<SoughtQuote<'_>> = texts
            .iter()
            .map(|text| SoughtQuote {
                is_passage: self.is_passage,
                ..SoughtQuote::of(text)
            })
            .collect();
        let findings = find(snapshot, &sought);
        let found = findings.into_iter().map(|finding| finding.check);
        let is_exact: Vec<bool> = found.map(|check| check == Check::Exact).collect();
        let exact = texts
            .into_iter()
            .zip(is_exact)
            .filter(|(_, is_exact)| *is_exact);
        exact
            .filter_map(|(text, _)| {
                let yaml = self.yaml(&text)?;
                Some((text, yaml))
            })
            .collect()
    }

    fn yaml(&self, text: &str) -> Option<String> {
        let written = scalar(text).ok()?;
        let is_plain = !written.starts_with(['"', '\'']);
        Some(
            if is_plain && self.is_in_flow && text.contains([',', '[', ']', '{', '}']) {
                format!("'{}'", text.replace('\'', "''"))
            } else {
                written
            },
        )
    }
}

/// Returns where in a text words begin as others do; case and kinds of spaces do not count.
fn beginnings(text: &str, typed: &str) -> Vec<usize> {
    let wanted: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let Some(first) = wanted.first() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let begins = c.is_alphanumeric() && !before.is_alphanumeric();
        before = c;
        if begins
            && first.starts_with(c.to_lowercase().next().unwrap_or(c))
            && begins_with(text.get(at..).unwrap_or(""), &wanted)
        {
            found.push(at);
        }
    }
    found
}

fn begins_with(text: &str, wanted: &[String]) -> bool {
    let mut words = text.split_whitespace();
    wanted.iter().enumerate().all(|(number, wanted_word)| {
        words.next().is_some_and(|word| {
            let word = word.to_lowercase();
            if number + 1 == wanted.len() {
                word.starts_with(wanted_word)
            } else {
                word == *wanted_word
            }
        })
    })
}

/// Returns where the words within quote marks end, without the comma that is the writer's.
fn inner_end(text: &str, quote: &Range<usize>) -> usize {
    let words = text.get(quote.clone()).unwrap_or("");
    let mark = words.chars().next_back().map_or(0, char::len_utf8);
    let inner = words.get(..words.len() - mark).unwrap_or("");
    quote.start + inner.trim_end().trim_end_matches(',').len()
}

/// Returns the two ends of a passage; a short one whole.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    match (words.first_chunk::<ENDS>(), words.last_chunk::<ENDS>()) {
        (Some(first), Some(last)) if words.len() > 2 * ENDS => {
            format!("{} … {}", first.join(" "), last.join(" "))
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{QuotePlace, Snapshot, quote_place};
    use crate::evidence::Media;
    use crate::input::Input;
    use crate::lsp::Opened;

    const SOURCE: &str = "“We begin in the spring, whatever it costs,” she said. “Nobody: waits,” he said.\n\nThe river runs on, past the gates of the old town, and nobody looks.";

    fn place(marked: &str) -> QuotePlace {
        let text = marked.replace('‸', "");
        let known = Opened::read(Input::new(include_str!(
            "../../tests/fixtures/minimal.yaml"
        )));
        quote_place(&text, marked.find('‸').unwrap(), &known).unwrap()
    }

    fn completed(marked: &str) -> Vec<(String, String)> {
        let snapshot = Snapshot::read(SOURCE.as_bytes(), Media::Text);
        place(marked).complete(&snapshot)
    }

    #[test]
    fn quotes_are_completed_word_for_word() {
        let quote = |typed: &str| {
            format!(
                "claims:\n  - id: a\n    in: coast-herald\n    quotes:\n      - text: {typed}‸\n"
            )
        };
        let words = "We begin in the spring, whatever it costs";
        assert_eq!(
            completed(&quote("we beg")),
            [(words.to_owned(), words.to_owned())]
        );
        let (text, yaml) = completed(&quote("\"nob")).remove(0);
        assert_eq!(
            (text.as_str(), yaml.as_str()),
            ("Nobody: waits", "'Nobody: waits'")
        );
        assert!(completed(&quote("begin in the winter")).is_empty());
        let flow = "claims:\n  - { id: a, in: coast-herald, quotes: [{ text: we beg‸";
        assert_eq!(completed(flow)[0].1, format!("'{words}'"));
    }

    #[test]
    fn what_is_typed_is_replaced_to_its_end() {
        let before = "claims:\n  - id: a\n    in: coast-herald\n    quotes:\n";
        for (typed, expected) in [
            ("      - text: \"nob‸\" # later\n", Some("\"nob\"")),
            ("      - text: 'nob‸ody'\n", Some("'nobody'")),
            (
                "      - text: we beg‸an, and so on # later\n",
                Some("we began, and so on"),
            ),
            (
                "      - { text: we beg‸an, kind: full }\n",
                Some("we began"),
            ),
            (
                "      - { text: \"we beg‸an\", kind: full }\n",
                Some("\"we began\""),
            ),
            // What is not of one line is not replaced in part.
            ("      - text: >-\n          nob‸\n", None),
            ("      - text: we beg‸an\n          in the\n", None),
            ("      - text: \"we beg‸an\n          in the\"\n", None),
            ("      - text: \"we \\u0062eg‸\"\n", None),
            ("      - text: \"we beg\" an‸\n", None),
        ] {
            let marked = format!("{before}{typed}");
            let text = marked.replace('‸', "");
            let known = Opened::read(Input::new(include_str!(
                "../../tests/fixtures/minimal.yaml"
            )));
            let found = quote_place(&text, marked.find('‸').unwrap(), &known);
            let range = found.and_then(|place| text.get(place.range));
            assert_eq!(range, expected, "{typed}");
        }
    }

    #[test]
    fn passages_are_completed_by_their_ends() {
        let text = "claims:\n  - from: { voice: x, in: [coast-herald, b] }\n    claims:\n      - id: a\n        passage: the river‸";
        let (words, _) = completed(text).remove(0);
        assert_eq!(
            words,
            "The river runs on, past the … the old town, and nobody looks."
        );
    }

    #[test]
    fn sources_are_those_of_the_claim() {
        let ids = |marked: &str| -> Vec<String> {
            place(marked)
                .sources
                .into_iter()
                .map(|source| source.id)
                .collect()
        };
        let text = "claims:\n  - id: b\n    in: radio-north\n    says: x\n  - id: a\n    quotes:\n      - kind: fragment\n        text: One tw‸\n    in:\n      - coast-herald\n  - id: c\n    in: radio-north\n";
        assert_eq!(ids(text), ["coast-herald"]);
    }
}
