//! Links that open a source at a quote: text fragments.

use std::fmt::Write as _;

use super::status::Selector;

/// A longer passage is named by the words at its ends.
const MOST_WHOLE: usize = 120;
/// A shorter one is named with the words around it, too.
const FEWEST_ALONE: usize = 40;
/// How many words name an end.
const WORDS: usize = 5;

/// Returns an address that opens at a passage, or at the first of several and up to the last:
/// `#:~:text=[prefix-,]start[,end][,-suffix]`. Without a passage it is the address as it is.
pub fn text_fragment(url: &str, at: &[Selector]) -> String {
    let (Some(first), Some(last)) = (at.first(), at.last()) else {
        return url.to_owned();
    };
    let hash = if url.contains('#') { "" } else { "#" };
    let mut link = format!("{url}{hash}:~:text=");
    let is_whole = at.len() == 1 && first.exact.chars().count() <= MOST_WHOLE;
    // A passage in one piece cannot go beyond its block.
    if is_whole && !first.exact.contains('\n') {
        let is_short = first.exact.chars().count() < FEWEST_ALONE;
        if is_short && has_word(&first.prefix) {
            encode(&first.prefix, &mut link);
            link.push_str("-,");
        }
        encode(&words(&first.exact).join(" "), &mut link);
        if is_short && has_word(&first.suffix) {
            link.push_str(",-");
            encode(&first.suffix, &mut link);
        }
        return link;
    }
    let start = words(first.exact.lines().next().unwrap_or_default());
    let end = words(last.exact.lines().next_back().unwrap_or_default());
    let from = end.len().saturating_sub(WORDS);
    encode(&start.get(..WORDS).unwrap_or(&start).join(" "), &mut link);
    link.push(',');
    encode(&end.get(from..).unwrap_or_default().join(" "), &mut link);
    link
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Percent-encodes all but letters, digits and full stops: `-`, `,` and `&` are syntax here.
fn encode(text: &str, link: &mut String) {
    for byte in text.trim().bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'.' {
            link.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            _ = write!(link, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text_fragment;
    use crate::evidence::Selector;

    fn selector(prefix: &str, exact: &str, suffix: &str) -> Selector {
        Selector {
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            start: 0,
            end: exact.chars().count(),
        }
    }

    fn fragment(at: &[Selector]) -> String {
        let link = text_fragment("https://a.example/b", at);
        link.strip_prefix("https://a.example/b").unwrap().to_owned()
    }

    #[test]
    fn syntax_is_encoded() {
        let at = selector(
            "",
            "a-b, c & d: «é» 100% + [x] is long enough for itself",
            "",
        );
        assert_eq!(
            fragment(&[at]),
            "#:~:text=a%2Db%2C%20c%20%26%20d%3A%20%C2%AB%C3%A9%C2%BB%20100%25%20%2B%20%5Bx%5D\
             %20is%20long%20enough%20for%20itself"
        );
    }

    #[test]
    fn short_passages_bring_their_surroundings() {
        let at = selector("peace-not just “", "another pause", ",” and ");
        assert_eq!(
            fragment(&[at]),
            "#:~:text=peace%2Dnot%20just%20%E2%80%9C-,another%20pause,-%2C%E2%80%9D%20and"
        );
        assert_eq!(
            fragment(&[selector("“", "Another pause", ".")]),
            "#:~:text=Another%20pause"
        );
    }

    #[test]
    fn long_and_cut_passages_are_named_by_their_ends() {
        let words = "one two three four five six seven ".repeat(10);
        let long = selector("", words.trim(), "");
        let expected = "#:~:text=one%20two%20three%20four%20five,three%20four%20five%20six%20seven";
        assert_eq!(fragment(&[long]), expected);
        let parts = [selector("", "We begin", ""), selector("", "and end", "")];
        assert_eq!(fragment(&parts), "#:~:text=We%20begin,and%20end");
        let lines = selector("", "Here it\nbreaks", "");
        assert_eq!(fragment(&[lines]), "#:~:text=Here%20it,breaks");
    }

    #[test]
    fn a_fragment_is_kept_and_none_is_added_without_a_passage() {
        let at = selector("", "word for word, and long enough for itself", "");
        let link = text_fragment("https://a.example/#top", &[at]);
        assert!(
            link.starts_with("https://a.example/#top:~:text=word"),
            "{link}"
        );
        assert_eq!(
            text_fragment("https://a.example/", &[]),
            "https://a.example/"
        );
    }
}
