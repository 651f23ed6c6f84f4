//! Words what to do about a value of the wrong shape: what is written as it says is sound.

use super::plain;
use super::quoting::in_marks;
use super::tree::Value;
use super::yaml_lines::sign_of_item;
use crate::diagnostics::nearest;
use crate::model::Edtf;

/// Longer words are no misspelt names.
const LONGEST_NAME: usize = 40;

/// Fields that hold mappings, alone or in a sequence: how the text that was written begins one.
const MAPPINGS: &[(&str, &str, &str)] = &[
    ("allow", "rule", ", reason: …"),
    ("archived", "url", ""),
    ("gaps", "question", ", why: …"),
    ("left_out", "in", ", passage: …, reason: …"),
    ("quotes", "text", ""),
    ("updates", "kind", ""),
    ("withdrawn", "claim", ", reason: …"),
];

/// Other sequences of mappings, and the field that begins an item.
const LISTS: &[(&str, &str)] = &[
    ("claims", "id"),
    ("events", "what"),
    ("positions", "of"),
    ("tensions", "between"),
];

/// Words that people write for a word of the format; the likelihoods are those of ICD 203.
const SYNONYMS: &[(&str, &str, &str)] = &[
    ("Confidence", "medium", "moderate"),
    ("Likelihood", "remote", "almost-no-chance"),
    ("Likelihood", "highly improbable", "very-unlikely"),
    ("Likelihood", "improbable", "unlikely"),
    ("Likelihood", "roughly even odds", "roughly-even"),
    ("Likelihood", "roughly even chance", "roughly-even"),
    ("Likelihood", "probable", "likely"),
    ("Likelihood", "highly probable", "very-likely"),
    ("Likelihood", "nearly certain", "almost-certain"),
    ("Stance", "for", "supports"),
    ("Stance", "against", "opposes"),
];

/// Names that people give fields of the format.
const OTHER_NAMES: &[(&str, &str, &str)] = &[
    ("Allow", "code", "rule"),
    ("Allow", "why", "reason"),
    ("Claim", "source", "in"),
    ("Claim", "text", "says"),
    ("Document", "headline", "title"),
    ("Document", "language", "lang"),
    ("Document", "version", "format"),
    ("Gap", "reason", "why"),
    ("LeftOut", "source", "in"),
    ("LeftOut", "why", "reason"),
    ("Position", "about", "on"),
    ("Position", "issue", "on"),
    ("Position", "short", "in_short"),
    ("Position", "voice", "of"),
    ("Quote", "quote", "text"),
    ("Source", "date", "issued"),
    ("Tension", "claims", "between"),
    ("Withdrawn", "id", "claim"),
    ("Withdrawn", "why", "reason"),
];

/// Says how a value of the wrong type most often comes about, and what to do. It belongs to a field,
/// as its value or among its items.
pub(super) fn help_for(expected: &str, found: &Value<'_>, field: Option<&str>) -> Option<String> {
    match found {
        Value::Scalar { text, plain: true } if text.starts_with(WIDE) => {
            Some("`｛`, `［` and `：` are none of YAML: type `{ }`, `[ ]` and `: `".to_owned())
        }
        // What the sign before it stands for is told instead.
        Value::Scalar { text, plain: true } if is_of_items(expected, text) => None,
        Value::Mapping if expected == "a sequence" => {
            Some("begin each item with `- `, also if it is the only one".to_owned())
        }
        Value::Mapping if expected == "a text" => {
            Some("quote the text if it contains `: ` or begins with `{`".to_owned())
        }
        Value::Sequence if expected == "a text" => {
            Some("quote the text if it begins with `[` or `- `".to_owned())
        }
        Value::Scalar { plain: false, .. } if expected == "a number" => {
            Some("write the number without quote marks".to_owned())
        }
        Value::Scalar { text, plain: true } if expected == "a number" => {
            let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
            let whole = whole.trim_start_matches('0');
            let is_whole = whole.parse::<u64>().is_ok() && rest.chars().all(|c| c == '0');
            is_whole.then(|| format!("write it as a whole number: `{whole}`"))
        }
        Value::Scalar { text, plain: true }
            if (expected == "a sequence" || expected.starts_with("a mapping"))
                && plain::is_null(text) =>
        {
            None
        }
        Value::Scalar { text, .. } if expected.starts_with("a mapping") && !text.is_empty() => {
            as_mapping(field?, text, in_flow)
                .map(|mapping| format!("write it as a mapping: `{mapping}`"))
                .or_else(|| as_item(field?))
        }
        Value::Scalar { text, .. } if expected == "a sequence" && !text.is_empty() => {
            if is_list(field) {
                return as_item(field?);
            }
            let item = field.and_then(|field| as_mapping(field, text, in_flow));
            let item = item.unwrap_or_else(|| in_flow(text));
            Some(format!("write it as a sequence: `[{item}]`"))
        }
        Value::Scalar { text, plain: true } if plain::is_no_text(text) && !text.is_empty() => {
            Some(format!("quote it if it is a text: `\"{}\"`", excerpt(text)))
        }
        Value::Scalar { .. } | Value::Mapping | Value::Sequence | Value::Alias(_) => None,
    }
}

/// Brackets of East Asia, which are letters to YAML.
const WIDE: [char; 2] = ['｛', '［'];

/// Says whether a text is items that begin with another sign than `- `.
fn is_of_items(expected: &str, text: &str) -> bool {
    expected == "a sequence" && sign_of_item(text).is_some()
}

/// Writes a value as help says it, if that leaves nothing to guess.
pub(super) fn rewritten(expected: &str, found: &Value<'_>, field: Option<&str>) -> Option<String> {
    let Value::Scalar { text, plain } = found else {
        return None;
    };
    if text.starts_with(WIDE) || is_of_items(expected, text) {
        return None;
    }
    let is_example = begins_as_a_date(text) && Edtf::parse(text).is_err();
    let mapping = |field| as_mapping(field, text, whole_in_flow).filter(|_| !is_example);
    match expected {
        "a number" if *plain => text.split_once('.').map(|(whole, _)| whole.to_owned()),
        "a number" => Some(text.clone().into_owned()),
        "a sequence" if is_list(field) => None,
        "a sequence" => {
            let item = field
                .and_then(mapping)
                .unwrap_or_else(|| whole_in_flow(text));
            Some(format!("[{item}]").replace(": …", ": TODO"))
        }
        mappings if mappings.starts_with("a mapping") => {
            Some(mapping(field?)?.replace(": …", ": TODO"))
        }
        _ if *plain && plain::is_no_text(text) => Some(in_marks(text)),
        _ => None,
    }
}

/// Writes a text as the mapping that its field takes.
fn as_mapping(field: &str, text: &str, in_flow: fn(&str) -> String) -> Option<String> {
    let text = text.trim();
    match field {
        "said" | "issued" if Edtf::parse(text).is_ok() => {
            Some(format!("{{ date: {} }}", in_flow(text)))
        }
        "said" | "issued" if begins_as_a_date(text) => Some("{ date: 2025-08-16 }".to_owned()),
        "said" | "issued" => Some(format!("{{ as_given: {} }}", in_flow(text))),
        "at" => Some(format!("{{ page: {} }}", in_flow(page(text)))),
        _ => {
            let (_, key, rest) = MAPPINGS.iter().find(|(name, ..)| *name == field)?;
            Some(format!("{{ {key}: {}{rest} }}", in_flow(text)))
        }
    }
}

/// Says whether a field holds a sequence of mappings that a text alone cannot stand for.
fn is_list(field: Option<&str>) -> bool {
    field.is_some_and(|field| LISTS.iter().any(|(list, _)| *list == field))
}

/// Says how an item of a sequence begins that a text alone cannot stand for.
fn as_item(field: &str) -> Option<String> {
    let (_, key) = LISTS.iter().find(|(list, _)| *list == field)?;
    Some(format!(
        "each item has fields, and begins with one: `- {key}: …`"
    ))
}

/// Returns the page alone of what gives a page with its word.
fn page(text: &str) -> &str {
    let words = ["pages", "page", "pp.", "p."];
    let alone = words.iter().find_map(|word| text.strip_prefix(word));
    let alone = alone.map(str::trim).filter(|alone| !alone.is_empty());
    alone.unwrap_or(text)
}

fn begins_as_a_date(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4
}

/// Writes a text as a value within `{ }` or `[ ]`, shortened, in quote marks if it needs them.
fn in_flow(text: &str) -> String {
    whole_in_flow(&excerpt(text))
}

fn whole_in_flow(text: &str) -> String {
    let is_safe = |c: char| c.is_alphanumeric() || " -./_+~…–’“”".contains(c);
    let begins = text.starts_with(|c: char| c.is_alphanumeric());
    // A time of day: no space follows its colon.
    let is_plain = text
        .split(':')
        .all(|part| part.chars().all(is_safe) && part.starts_with(|c: char| !c.is_whitespace()));
    if begins && is_plain && !plain::is_null(text) && !ends_as_sentence(text) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Says whether words end as a sentence does: people put those in quote marks.
fn ends_as_sentence(text: &str) -> bool {
    text.contains(' ') && text.ends_with('.')
}

/// Returns the word that was meant for one of a closed vocabulary: a synonym, or another form of it.
pub(super) fn meant_word<'a>(name: &str, word: &str, words: &[&'a str]) -> Option<&'a str> {
    let is = |other: &str| letters(word).eq(letters(other));
    let synonym = SYNONYMS
        .iter()
        .find(|(of, from, _)| *of == name && is(from));
    let same_stem = || {
        let stem = stem(word)?;
        words
            .iter()
            .copied()
            .find(|other| self::stem(other).as_ref() == Some(&stem))
    };
    let synonym = synonym.and_then(|(.., to)| words.iter().copied().find(|other| other == to));
    synonym.or_else(|| near(word, words)).or_else(same_stem)
}

/// Returns the field that was meant: another name of it, or another form of its own.
pub(super) fn meant_field(
    name: &str,
    field: &str,
    fields: &[&'static str],
) -> Option<&'static str> {
    let mut others = OTHER_NAMES.iter();
    let other = others.find(|(of, from, _)| *of == name && letters(field).eq(letters(from)));
    let other = other.and_then(|(.., to)| fields.iter().copied().find(|field| field == to));
    other.or_else(|| near(field, fields))
}

/// Returns what the forms of an English verb share: "deny" and "denies", "oppose" and "opposed".
fn stem(word: &str) -> Option<String> {
    let word: String = letters(word).collect();
    if let Some(stem) = word.strip_suffix("ies").or(word.strip_suffix("ied")) {
        return Some(format!("{stem}y"));
    }
    let endings = ["ion", "es", "ed", "s", "e"];
    let stem = endings.iter().find_map(|ending| word.strip_suffix(ending));
    let stem = stem.map_or(word.clone(), str::to_owned);
    (stem.len() >= 4).then_some(stem)
}

/// Returns the word that was meant: the same one in another case or with other separators, else the
/// nearest.
pub(super) fn near<'a>(word: &str, words: &[&'a str]) -> Option<&'a str> {
    let word = Some(word.trim()).filter(|word| word.len() <= LONGEST_NAME)?;
    let same = words.iter().find(|other| letters(word).eq(letters(other)));
    same.copied()
        .or_else(|| nearest(word, words.iter().copied()))
}

/// Goes through the letters and digits of a word, in lower case.
fn letters(word: &str) -> impl Iterator<Item = char> {
    let letters = word.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}

/// Shortens a text of the input to what fits in a message.
pub(super) fn excerpt(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    if line.len() == text.len() && line.chars().nth(MOST).is_none() {
        return line.to_owned();
    }
    line.chars().take(MOST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::{excerpt, in_flow, meant_word};

    #[test]
    fn only_long_texts_are_shortened() {
        assert_eq!(excerpt("short"), "short");
        assert_eq!(excerpt("two\nlines"), "two…");
        assert_eq!(excerpt(&"é".repeat(41)), format!("{}…", "é".repeat(40)));
    }

    /// Within brackets a comma, a colon and much else would end a text, or be no text.
    #[test]
    fn what_is_proposed_within_brackets_reads_as_the_text() {
        for text in [
            "word",
            "Lind, Rosa",
            "It is so.",
            "[so]",
            "a: b",
            "a:",
            "18:30",
            "a # b",
            "“so”",
            "\"so\" \\ it is",
            "- a",
            "null",
            "p. 4",
            "@a",
            "2026-01-03",
            "70%",
        ] {
            let written = format!("[{}]", in_flow(text));
            let read: Vec<String> = serde_yaml::from_str(&written).unwrap();
            assert_eq!(read, [text], "{written}");
        }
    }

    #[test]
    fn synonyms_and_other_forms_mean_a_word() {
        let stances = ["supports", "opposes", "describes", "declined", "denies"];
        for (word, meant) in [
            ("deny", Some("denies")),
            ("denied", Some("denies")),
            ("Support", Some("supports")),
            ("opposed", Some("opposes")),
            ("decline", Some("declined")),
            ("for", Some("supports")),
            ("against", Some("opposes")),
            ("perhaps", None),
        ] {
            assert_eq!(meant_word("Stance", word, &stances), meant, "{word}");
        }
        let kinds = ["corrected", "retracted", "updated"];
        for (word, meant) in [
            ("correction", "corrected"),
            ("retraction", "retracted"),
            ("update", "updated"),
        ] {
            assert_eq!(
                meant_word("UpdateKind", word, &kinds),
                Some(meant),
                "{word}"
            );
        }
    }
}
