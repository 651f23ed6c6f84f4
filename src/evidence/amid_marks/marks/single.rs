//! Reads marks that stand by themselves: runs of signs, roles, addresses, commands, and those of terminals.

/// How addresses begin, and links of `AsciiDoc`.
const ADDRESSES: [&str; 8] = [
    "http://", "https://", "ftp://", "mailto:", "www.", "link:", "xref:", "image:",
];

/// Commands of which the argument is set in other letters, and read on.
const OF_LETTERS: [&str; 8] = [
    "text",
    "emph",
    "bf",
    "it",
    "underline",
    "mbox",
    "enquote",
    "so",
];

/// Commands of which the argument is a note, or no words of the text.
const OF_NOTES: [&str; 6] = ["note", "cite", "href", "url", "label", "index"];

/// The name of a role or an emoji has no more letters.
const LONGEST_NAME: usize = 30;

/// Returns how long a mark is that tells a terminal what to do.
pub(super) fn terminal(near: &str) -> Option<usize> {
    if near.starts_with("\u{1B}]") {
        let ends = [("\u{1B}\\", 2), ("\u{7}", 1)];
        let ends = ends
            .iter()
            .filter_map(|(end, length)| Some(near.find(end)? + length));
        return ends.min();
    }
    let code = near.strip_prefix("\u{1B}[")?;
    Some(code.find(|c: char| c.is_ascii_alphabetic())? + 3)
}

/// Returns how long an address is with which a text begins.
pub(super) fn address(near: &str, is_in_brackets: bool) -> Option<usize> {
    let start = ADDRESSES.iter().find(|start| near.starts_with(**start))?;
    let ends =
        |c: char| c.is_whitespace() || "<>[]{}|\"\u{1B}".contains(c) || c == ')' && is_in_brackets;
    let address = near.split(ends).next().unwrap_or_default();
    let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '\'']);
    (address.len() > start.len()).then_some(address.len())
}

/// Returns how long a command is, and a shorter one that it may be: of a font of troff, or a line break of subtitles.
pub(super) fn command(near: &str) -> (usize, usize) {
    let name = near.get(1..).unwrap_or_default();
    let after = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = name.len() - after.len();
    let fonts = ["fB", "fI", "fR", "fP"];
    let shorter = match () {
        () if fonts.iter().any(|font| name.starts_with(font)) => 3,
        () if name.starts_with(['N', 'n', 'h', 't']) => 2,
        () => 0,
    };
    let length = match () {
        () if letters > 0 => 1 + letters + usize::from(after.starts_with('*')),
        () if name.starts_with('\\') => 2,
        () => 1,
    };
    (length, shorter)
}

/// Says whether the argument of a command is words of the text.
pub(super) fn keeps_argument(name: &str) -> bool {
    name != "textcolor" && OF_LETTERS.iter().any(|known| name.starts_with(known))
}

/// Says whether the argument of a command is a note, or no words.
pub(super) fn is_note(name: &str) -> bool {
    OF_NOTES.iter().any(|known| name.contains(known))
}

/// Returns how long the name of a role of reStructuredText is, or an emoji: `:name:`.
pub(super) fn role(near: &str) -> Option<usize> {
    let inner = near.strip_prefix(':')?;
    let name = inner.split(':').next()?;
    let is_of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_+-".contains(c);
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(is_of_name)
        && name.len() <= LONGEST_NAME
        && inner
            .get(name.len() + 1..)
            .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '/'));
    is_name.then_some(name.len() + 2)
}

/// Returns how long a run of a sign is that may be a mark, by what stands before and after it: signs of sums and of
/// paths are none.
pub(super) fn run(sign: char, length: usize, [before, after]: [Option<char>; 2]) -> Option<usize> {
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let is_of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_mark = match sign {
        '\'' => (2..=5).contains(&length),
        '*' | '_' | '`' => !(is_digit(before) && is_digit(after)),
        '~' => !is_digit(before) && !is_digit(after),
        _ => !(is_digit(before) || is_digit(after) || is_of_word(before) && is_of_word(after)),
    };
    (is_mark && !(is_blank(before) && is_blank(after))).then_some(length)
}
