//! Finds what each file under `src` takes from which other, by the paths that its code names.
//!
//! The compiler's lexer cuts the files into tokens: so paths within macros are seen too, and those
//! in comments and literals are not.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Names from a crate on: `["lib", "load", "read"]`; the program's crate is `main`.
pub(crate) type Names = Vec<String>;

pub(crate) struct File {
    /// From `src`, with `/` between folders.
    pub(crate) path: String,
    pub(crate) module: Names,
    pub(crate) text: String,
}

/// A path that a file names.
#[derive(Clone)]
pub(crate) struct Import {
    /// The file, by its place in the list.
    pub(crate) from: usize,
    pub(crate) names: Names,
    /// Whether it is named for tests only.
    pub(crate) in_tests: bool,
    /// The file that defines what the path leads to: none for a module, since what is used of it
    /// is another path.
    pub(crate) to: Option<usize>,
    module: Names,
}

/// Returns all that the files name of one another and of other crates.
pub(crate) fn imports(files: &[File]) -> Vec<Import> {
    let mut reader = Reader::default();
    for (from, file) in files.iter().enumerate() {
        reader.modules.insert(file.module.clone(), from);
        let place = Import {
            from,
            names: Vec::new(),
            in_tests: false,
            to: None,
            module: file.module.clone(),
        };
        reader.read(file.text.parse().unwrap(), &place);
    }
    let mut found = std::mem::take(&mut reader.found);
    for import in &mut found {
        import.names = reader.absolute(&import.names, &import.module, 0);
        import.to = reader.owner(&import.names, 0);
        let lengths = 1..=import.module.len();
        let mut modules = lengths.map(|length| &import.module[..length]);
        import.in_tests |= modules.any(|module| reader.tests.contains(module));
    }
    found
}

/// `use a::b` may name what another `use` made known; no chain of them is longer.
const LONGEST_CHAIN: usize = 8;

#[derive(Default)]
struct Reader {
    found: Vec<Import>,
    /// The file of each module, of those within files too.
    modules: BTreeMap<Names, usize>,
    /// What `use` makes known in a module, by its name there.
    known: BTreeMap<Names, Names>,
    /// Modules of tests.
    tests: BTreeSet<Names>,
}

impl Reader {
    /// Follows a path in a module to the crate in which it begins.
    fn absolute(&self, names: &[String], module: &[String], depth: usize) -> Names {
        let (first, rest) = names.split_first().unwrap();
        let here = joined(module, first);
        match first.as_str() {
            "crate" => [&module[..1], rest].concat(),
            "self" => [module, rest].concat(),
            "super" if rest.first().is_some_and(|name| name == "super") => {
                self.absolute(rest, &module[..module.len() - 1], depth)
            }
            "super" => [&module[..module.len() - 1], rest].concat(),
            "brief" if module[0] == "main" => [&["lib".to_owned()], rest].concat(),
            _ if self.modules.contains_key(&here) => [&here, rest].concat(),
            _ => match self.known.get(&here) {
                Some(known) if known != names && depth < LONGEST_CHAIN => {
                    [&self.absolute(known, module, depth + 1), rest].concat()
                }
                _ => names.to_vec(),
            },
        }
    }

    /// Returns the file that defines what a path leads to; what modules pass on is followed.
    fn owner(&self, names: &[String], depth: usize) -> Option<usize> {
        let mut lengths = (1..=names.len()).rev();
        let length = lengths.find(|length| self.modules.contains_key(&names[..*length]))?;
        let (module, rest) = names.split_at(length);
        let (name, rest) = rest.split_first()?;
        match self.known.get(&joined(module, name)) {
            Some(known) if depth < LONGEST_CHAIN => {
                let passed_on = [&self.absolute(known, module, 0), rest].concat();
                self.owner(&passed_on, depth + 1)
            }
            _ => Some(self.modules[module]),
        }
    }

    /// Reads tokens; `place` says where they stand.
    fn read(&mut self, tokens: TokenStream, place: &Import) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        // Where the next item stands, which `#[cfg(test)]` makes one of tests.
        let mut item = place.clone();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let word = word(Some(token)).unwrap_or_default();
            let next = tokens.get(at + 1);
            if let TokenTree::Group(group) = token {
                item.in_tests |= group.to_string() == "[cfg (test)]";
                self.read(group.stream(), &item);
                if group.delimiter() == Delimiter::Brace {
                    item = place.clone();
                }
            } else if word == "mod" {
                item.module.extend(next.map(ToString::to_string));
                if item.in_tests {
                    self.tests.insert(item.module.clone());
                }
                if let Some(TokenTree::Group(body)) = tokens.get(at + 2) {
                    self.modules.insert(item.module.clone(), item.from);
                    self.read(body.stream(), &item);
                }
                item = place.clone();
                at += 2;
            } else if word == "use" && !is(next, '<') {
                let tree = tokens[at + 1..].split(|token| is(Some(token), ';'));
                let tree = tree.into_iter().next().unwrap_or_default();
                self.tree(tree, item);
                item = place.clone();
                at += tree.len();
            } else if !word.is_empty() && is(next, ':') && is(tokens.get(at + 2), ':') {
                let mut path = item.clone();
                path.names.push(word);
                while let Some(name) = step(&tokens, at + 1) {
                    path.names.push(name);
                    at += 3;
                }
                self.found.push(path);
            } else if is(Some(token), ':') && step(&tokens, at).is_some() {
                // The rest of a path after the brackets of types.
                at += 2;
            } else if is(Some(token), ';') {
                item = place.clone();
            }
            at += 1;
        }
    }

    /// Reads a tree of `use`, whose names begin with those before it.
    fn tree(&mut self, tree: &[TokenTree], mut path: Import) {
        let mut words = tree.iter();
        for token in words.by_ref() {
            if let TokenTree::Group(group) = token {
                let branches: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in branches.split(|token| is(Some(token), ',')) {
                    self.tree(branch, path.clone());
                }
                return;
            }
            match word(Some(token)) {
                Some(word) if word == "as" => break,
                Some(word) if word == "self" && !path.names.is_empty() => {}
                Some(word) => path.names.push(word),
                None if is(Some(token), '*') => path.names.push("*".to_owned()),
                None => {}
            }
        }
        let alias = word(words.next());
        if let Some(name) = alias.as_ref().or(path.names.last()) {
            let known = joined(&path.module, name);
            self.known.insert(known, path.names.clone());
            self.found.push(path);
        }
    }
}

fn joined(module: &[String], name: &str) -> Names {
    [module, &[name.to_owned()]].concat()
}

fn word(token: Option<&TokenTree>) -> Option<String> {
    matches!(token, Some(TokenTree::Ident(_))).then(|| token.map(ToString::to_string))?
}

fn is(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == mark)
}

/// Returns the name that follows `::`.
fn step(tokens: &[TokenTree], at: usize) -> Option<String> {
    let is_step = is(tokens.get(at), ':') && is(tokens.get(at + 1), ':');
    word(tokens.get(at + 2)).filter(|_| is_step)
}

#[test]
fn every_path_is_seen() {
    const TEXT: &str = r##"
        mod child;
        use crate::{b::{self, c::{C}}, D as E};
        use b::{F, child as other};
        fn f(x: crate::b::G<'a, super::H>) -> impl Fn() + use<> { print!("{}", b::c::i()) }
        child::<T>::crate_b::<crate::J>();
        mod inner { type K = super::super::L; }
        self::child::m(); other::n();
        use crate::Passed;
        // crate::b::A "crate::b::A" '"'
        r#"crate::b::A "crate::b::A"#; '\''; "\"crate::b::A";
        #[cfg(test)] use crate::o::{P};
        #[cfg(test)] mod tests { crate::b::Q; use std::fs::{self, File}; }
        std::env::var();
    "##;
    const EXPECTED: &str = "lib::b, lib::b::c::C = b/c.rs, lib::D = lib.rs, lib::b::F = b.rs, \
        lib::b::child = b.rs, lib::b::G = b.rs, lib::H = lib.rs, lib::b::c::i = b/c.rs, \
        lib::a::child, lib::J = lib.rs, lib::L = lib.rs, lib::a::child::m = a/child.rs, \
        lib::b::child::n = b.rs, lib::Passed = b/c.rs, lib::o::P = lib.rs in tests, \
        lib::b::Q = b.rs in tests, std::fs in tests, std::fs::File in tests, std::env::var";
    let files = [
        ("a.rs", TEXT),
        ("a/child.rs", ""),
        ("b.rs", ""),
        ("b/c.rs", ""),
        ("lib.rs", "pub use b::c::Passed;"),
    ];
    let files = files.map(|(path, text)| {
        let names = path.trim_end_matches(".rs").split('/');
        let names = ["lib"]
            .into_iter()
            .chain(names.filter(|name| *name != "lib"));
        File {
            path: path.to_owned(),
            module: names.map(str::to_owned).collect(),
            text: text.to_owned(),
        }
    });
    let found = imports(&files).into_iter().filter(|path| path.from == 0);
    let found: Vec<String> = found
        .map(|path| {
            let to = path.to.map(|to| format!(" = {}", files[to].path));
            let tests = if path.in_tests { " in tests" } else { "" };
            path.names.join("::") + &to.unwrap_or_default() + tests
        })
        .collect();
    assert_eq!(found.join(", "), EXPECTED);
}
