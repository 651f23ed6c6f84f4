//! Reads the letters that commands of TeX stand for: `\'e`, `\"{u}`, `{\ss}`.

use unicode_normalization::char::compose;

const ACCENTS: [(char, char); 14] = [
    ('\'', '\u{301}'),
    ('`', '\u{300}'),
    ('^', '\u{302}'),
    ('"', '\u{308}'),
    ('~', '\u{303}'),
    ('=', '\u{304}'),
    ('.', '\u{307}'),
    ('c', '\u{327}'),
    ('v', '\u{30C}'),
    ('u', '\u{306}'),
    ('H', '\u{30B}'),
    ('k', '\u{328}'),
    ('r', '\u{30A}'),
    ('d', '\u{323}'),
];

const LETTERS: [(&str, char); 13] = [
    ("ss", 'ß'),
    ("ae", 'æ'),
    ("AE", 'Æ'),
    ("oe", 'œ'),
    ("OE", 'Œ'),
    ("aa", 'å'),
    ("AA", 'Å'),
    ("o", 'ø'),
    ("O", 'Ø'),
    ("l", 'ł'),
    ("L", 'Ł'),
    ("i", 'ı'),
    ("S", '§'),
];

/// Returns a text with such letters for their commands, and for the braces right around them.
pub(super) fn composed(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, from) = rest.split_at(at);
        composed.push_str(before);
        rest = match letter(from) {
            None => {
                composed.push('\\');
                from.get(1..).unwrap_or_default()
            }
            Some((letter, after)) => {
                let in_braces = composed.ends_with('{').then(|| after.strip_prefix('}'));
                if in_braces.flatten().is_some() {
                    composed.pop();
                }
                composed.push(letter);
                in_braces.flatten().unwrap_or(after)
            }
        };
    }
    composed.push_str(rest);
    composed
}

/// Reads the letter that a command stands for, with which a text begins; returns what follows.
fn letter(text: &str) -> Option<(char, &str)> {
    let command = text.strip_prefix('\\')?;
    accented(command).or_else(|| {
        let end = command.find(|c: char| !c.is_ascii_alphabetic());
        let (name, after) = command.split_at(end.unwrap_or(command.len()));
        let (_, letter) = LETTERS.iter().find(|(known, _)| *known == name)?;
        let after = after.strip_prefix("{}").unwrap_or(after);
        Some((*letter, after.strip_prefix(' ').unwrap_or(after)))
    })
}

fn accented(command: &str) -> Option<(char, &str)> {
    let mark = command.chars().next()?;
    let (_, accent) = ACCENTS.iter().find(|(known, _)| *known == mark)?;
    let after = command.get(1..)?;
    let inner = after.strip_prefix('{');
    // `\c` is a command by itself only before a brace or a space.
    let is_apart = !mark.is_ascii_alphabetic() || inner.is_some() || after.starts_with(' ');
    let base = inner.unwrap_or(after.trim_start_matches(' '));
    let base = base
        .strip_prefix("\\i")
        .map(|rest| ('i', rest))
        .or_else(|| {
            base.chars()
                .next()
                .map(|c| (c, base.get(c.len_utf8()..).unwrap_or_default()))
        });
    let (base, rest) = base.filter(|_| is_apart)?;
    let rest = if inner.is_some() {
        rest.strip_prefix('}')?
    } else {
        rest
    };
    Some((compose(base, *accent)?, rest))
}

#[cfg(test)]
mod tests {
    use super::composed;

    #[test]
    fn commands_are_the_letters_that_they_stand_for() {
        for (text, letters) in [
            (r#"l'\'et\'e, co\^ute, Br\"ucke"#, "l'été, coûte, Brücke"),
            (
                r#"Fr{\"u}hling gro{\ss}, stra\ss e, \"{U}ber"#,
                "Frühling groß, straße, Über",
            ),
            (
                r#"\c{c}a, na\"{\i}ve, \v{s}, \v s, \l{}"#,
                "ça, naïve, š, š, ł",
            ),
            (r"\'x \cite{a} \vec{a} \\ \o", r"\'x \cite{a} \vec{a} \\ ø"),
            ("none", "none"),
        ] {
            assert_eq!(composed(text), letters);
        }
    }
}
