//! The paths that a Rust file names, as far as they begin with `crate`, `super`, `brief` or `std`.
//!
//! Enough of Rust to see them all: comments and literals are passed over, groups are opened, and
//! `super` is followed out of modules that stand in the file itself.

/// A path and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The line, from 1.
    pub(crate) line: usize,
    /// `crate`, `brief` or `std`: where the path begins. A `super` was followed to the crate.
    pub(crate) root: String,
    /// The names after it; a glob is none.
    pub(crate) names: Vec<String>,
    /// Whether it stands in a module named `tests`.
    pub(crate) in_tests: bool,
}

/// Returns the paths that a file names; `module` is the path of its module from the crate.
pub(crate) fn paths(text: &str, module: &[String]) -> Vec<Named> {
    let mut reader = Reader {
        tokens: tokens(text),
        module: module.to_vec(),
        opened: Vec::new(),
        depth: 0,
        found: Vec::new(),
    };
    reader.read();
    reader.found
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Step,
    Mark(char),
}

/// Cuts a file into words and marks; comments and literals leave none.
fn tokens(text: &str) -> Vec<(usize, Token)> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(&letter) = letters.get(at) {
        let end = match letter {
            '/' if letters.get(at + 1) == Some(&'/') => {
                after(&letters, at, |rest| rest.starts_with(&['\n']), 0)
            }
            '/' if letters.get(at + 1) == Some(&'*') => {
                after(&letters, at, |rest| rest.starts_with(&['*', '/']), 2)
            }
            '"' => end_of_string(&letters, at),
            '\'' => end_of_quote(&letters, at),
            letter if is_of_word(letter) => {
                let end = after(&letters, at, |rest| !is_of_word(rest[0]), 0);
                let word: String = letters[at..end].iter().collect();
                if let Some(end) = end_of_raw(&letters, &word, end) {
                    end
                } else {
                    tokens.push((line, Token::Word(word)));
                    end
                }
            }
            ':' if letters.get(at + 1) == Some(&':') => {
                tokens.push((line, Token::Step));
                at + 2
            }
            letter if letter.is_whitespace() => at + 1,
            letter => {
                tokens.push((line, Token::Mark(letter)));
                at + 1
            }
        };
        line += letters[at..end].iter().filter(|c| **c == '\n').count();
        at = end;
    }
    tokens
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Returns the first place from `at` where the rest is as asked for, or the end, and so much more.
fn after(letters: &[char], at: usize, is_end: impl Fn(&[char]) -> bool, more: usize) -> usize {
    (at..letters.len())
        .find(|at| is_end(&letters[*at..]))
        .map_or(letters.len(), |end| end + more)
}

fn end_of_string(letters: &[char], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(letter) = letters.get(at) {
        match letter {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    letters.len()
}

/// Returns the end of a character, or of the mark of a lifetime.
fn end_of_quote(letters: &[char], start: usize) -> usize {
    match letters.get(start + 1..) {
        Some(['\\', _, rest @ ..]) => {
            let more = rest.iter().position(|letter| *letter == '\'');
            start + 3 + more.map_or(0, |more| more + 1)
        }
        Some([_, '\'', ..]) => start + 3,
        _ => start + 1,
    }
}

/// Returns the end of a raw string whose prefix ends at `at`.
fn end_of_raw(letters: &[char], prefix: &str, at: usize) -> Option<usize> {
    if !matches!(prefix, "r" | "br") {
        return None;
    }
    let hashes = letters[at..].iter().take_while(|c| **c == '#').count();
    let open = at + hashes;
    (letters.get(open) == Some(&'"')).then(|| {
        let mut close = vec!['"'];
        close.resize(hashes + 1, '#');
        after(
            letters,
            open + 1,
            |rest| rest.starts_with(&close),
            close.len(),
        )
    })
}

struct Reader {
    tokens: Vec<(usize, Token)>,
    /// The module of the file, then those opened in it.
    module: Vec<String>,
    /// At which depth of braces each module was opened in the file.
    opened: Vec<usize>,
    depth: usize,
    found: Vec<Named>,
}

impl Reader {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).map(|(_, token)| token)
    }

    fn word(&self, at: usize) -> Option<&str> {
        match self.token(at) {
            Some(Token::Word(word)) => Some(word),
            Some(Token::Step | Token::Mark(_)) | None => None,
        }
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at) == Some(&Token::Mark(mark))
    }

    fn read(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            at = match self.word(at) {
                Some("mod") if self.is_mark(at + 2, '{') => {
                    let name = self.word(at + 1).unwrap_or_default().to_owned();
                    self.module.push(name);
                    self.opened.push(self.depth);
                    self.depth += 1;
                    at + 3
                }
                Some("crate" | "super" | "brief" | "std") if self.begins_path(at) => self.path(at),
                _ => {
                    self.brace(at);
                    at + 1
                }
            };
        }
    }

    fn brace(&mut self, at: usize) {
        if self.is_mark(at, '{') {
            self.depth += 1;
        } else if self.is_mark(at, '}') {
            self.depth -= 1;
            if self.opened.last() == Some(&self.depth) {
                self.opened.pop();
                self.module.pop();
            }
        }
    }

    fn begins_path(&self, at: usize) -> bool {
        let steps_before = at > 0 && self.token(at - 1) == Some(&Token::Step);
        !steps_before && self.token(at + 1) == Some(&Token::Step)
    }

    fn path(&mut self, at: usize) -> usize {
        let first = self.word(at).unwrap_or_default().to_owned();
        if first != "super" {
            return self.tree(at, &first, &[]);
        }
        self.tree(at, "crate", &joined(&self.module, "super"))
    }

    /// Reads what follows the word at `at`, which is the last of a path so far, and returns where
    /// it ends.
    fn tree(&mut self, at: usize, root: &str, names: &[String]) -> usize {
        if self.token(at + 1) != Some(&Token::Step) {
            return self.leaf(at, root, names);
        }
        if self.is_mark(at + 2, '{') {
            let mut at = at + 3;
            while at < self.tokens.len() && !self.is_mark(at, '}') {
                at = match self.word(at) {
                    _ if self.is_mark(at, ',') => at + 1,
                    Some("as") => at + 2,
                    Some("self") | None => self.leaf(at, root, names),
                    Some(name) => self.tree(at, root, &joined(names, name)),
                };
            }
            return at + 1;
        }
        match self.word(at + 2) {
            Some(name) => self.tree(at + 2, root, &joined(names, name)),
            // A glob, or the brackets of types.
            None => self.leaf(at + 2, root, names),
        }
    }

    /// Notes a path that ends with the token at `at`, and returns where it ends.
    fn leaf(&mut self, at: usize, root: &str, names: &[String]) -> usize {
        self.found.push(Named {
            line: self.tokens.get(at).map_or(0, |(line, _)| *line),
            root: root.to_owned(),
            names: names.to_vec(),
            in_tests: self.module.last().is_some_and(|name| name == "tests"),
        });
        at + 1
    }
}

/// Returns a path with one more name; `super` takes one away.
fn joined(names: &[String], name: &str) -> Vec<String> {
    match names {
        [before @ .., _] if name == "super" => before.to_vec(),
        _ if name == "super" => Vec::new(),
        _ => [names, &[name.to_owned()]].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::paths;

    fn found(text: &str) -> Vec<String> {
        let module = ["page".to_owned(), "view".to_owned()];
        paths(text, &module)
            .into_iter()
            .map(|path| {
                let tests = if path.in_tests { " in tests" } else { "" };
                format!(
                    "{}: {} {}{tests}",
                    path.line,
                    path.root,
                    path.names.join("::")
                )
            })
            .collect()
    }

    #[test]
    fn every_path_is_seen() {
        let cases: &[(&str, &[&str])] = &[
            ("use crate::a::B;", &["1: crate a::B"]),
            (
                "\nuse crate::{a::{self, B, c::*}, D as E};",
                &["2: crate a", "2: crate a::B", "2: crate a::c", "2: crate D"],
            ),
            ("let x = brief::check(y);", &["1: brief check"]),
            ("fn f(x: crate::a::B<'a>) {}", &["1: crate a::B"]),
            ("crate::a::b::<T>()", &["1: crate a::b"]),
            ("pub(in crate::a) fn f() {}", &["1: crate a"]),
            (
                "pub(crate) use std::fs::{self, File};",
                &["1: std fs", "1: std fs::File"],
            ),
            ("use super::a;", &["1: crate page::a"]),
            ("use super::super::a;", &["1: crate a"]),
            (
                "use super::{super::a, b};",
                &["1: crate a", "1: crate page::b"],
            ),
            (
                "mod tests {\n use super::a;\n fn f() { use super::super::super::b; }\n}\nuse super::c;",
                &[
                    "2: crate page::view::a in tests",
                    "3: crate b in tests",
                    "5: crate page::c",
                ],
            ),
            ("mod tests;\nuse super::a;", &["2: crate page::a"]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), *expected, "{text}");
        }
    }

    #[test]
    fn comments_literals_and_other_names_are_passed_over() {
        for text in [
            "// crate::a\n/// [`crate::a`]",
            "/* crate::a */",
            "\"crate::a \\\" crate::b\"",
            "r#\"crate::a \" crate::b\"#",
            "'\\'' /* crate::a */",
            "super::super_other",
            "a::brief::b(c)",
            "self::crate_name::a",
            "pub(crate) fn f() {}",
            "pub(super) fn f() {}",
        ] {
            let found = found(text);
            assert!(
                found.iter().all(|path| path.contains("page::")),
                "{text}: {found:?}"
            );
        }
        assert_eq!(found("'\"' crate::a '\"'"), ["1: crate a"]);
        assert_eq!(found("&'a str, crate::a, &'b"), ["1: crate a"]);
    }
}
