//! Makes style sheets short.

/// Returns a style sheet without comments, and without the space that only people need; all else
/// stays.
pub(super) fn minified(text: &str) -> String {
    let mut css = String::with_capacity(text.len());
    for line in without_comments(text).lines().map(str::trim) {
        if line == "}" && css.ends_with(';') {
            css.pop();
        }
        match (line.strip_suffix(" {"), line.split_once(": ")) {
            (Some(before), _) => css.extend([before, "{"]),
            (None, Some((name, value))) if is_property(name) && value.ends_with(';') => {
                css.extend([name, ":", value]);
            }
            (None, _) => css.push_str(line),
        }
        if !line.ends_with(['{', '}', ';', ',']) && !line.is_empty() {
            css.push('\n');
        }
    }
    css
}

fn is_property(name: &str) -> bool {
    let mut letters = name.chars();
    !name.is_empty() && letters.all(|letter| letter.is_ascii_lowercase() || letter == '-')
}

/// Takes the comments out; in strings and addresses their marks are text.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['/', '"', '\'', '(']) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let length = match from.as_bytes() {
            [b'/', b'*', ..] => {
                rest = from.split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            [b'(', ..] if kept.ends_with("url") => until(from, ')'),
            [b'"', ..] => until(from, '"'),
            [b'\'', ..] => until(from, '\''),
            _ => 1,
        };
        let (taken, after) = from.split_at(length);
        kept.push_str(taken);
        rest = after;
    }
    kept + rest
}

/// Returns how long a string or an address is with the mark that closes it, in bytes.
fn until(text: &str, closing: char) -> usize {
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' {
            letters.next();
        } else if letter == closing {
            return at + letter.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::minified;

    #[test]
    fn what_only_people_need_goes() {
        assert_eq!(
            minified("/* a */\na,\nb :hover {\n  c: d; /* e */\n  --f: g\n    h;\n}\n\n"),
            "a,b :hover{c:d;--f: g\nh}"
        );
        assert_eq!(
            minified("@media (a: b) {\n  c: d;\n}"),
            "@media (a: b){c:d}"
        );
    }

    #[test]
    fn strings_and_addresses_are_kept() {
        for text in [
            "a { content: \"/* x */ b\"; }",
            r#"a { content: "\"/* x */"; }"#,
            "a { background: url(data:x,/*y); }",
        ] {
            assert_eq!(minified(text), text);
        }
    }
}
