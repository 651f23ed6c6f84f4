//! Makes the table of the locale files, so that a language is added by adding its file, and the
//! table of messages, so that a message is added by adding it to the English file.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const FOLDER: &str = "locales";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut languages = Vec::new();
    for entry in fs::read_dir(FOLDER)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            languages.push(language(&path)?);
        }
    }
    languages.sort();
    let count = languages.len();
    let mut table = format!("const EMBEDDED: [(&str, &str); {count}] = [\n");
    for language in languages {
        _ = writeln!(
            table,
            "({language:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \
             \"/{FOLDER}/{language}.ftl\"))),"
        );
    }
    table.push_str("];\n");
    let english = fs::read_to_string(Path::new(FOLDER).join("en.ftl"))?;
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo gives no OUT_DIR"))?;
    let out = PathBuf::from(out);
    fs::write(out.join("locales.rs"), table)?;
    fs::write(out.join("messages.rs"), message_table(&english))
}

fn language(path: &Path) -> io::Result<String> {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    stem.map(str::to_owned)
        .ok_or_else(|| io::Error::other(format!("{} is not named as a language", path.display())))
}

/// Returns the enum `Message`, and the id and the values of each message in the same order.
fn message_table(english: &str) -> String {
    let (mut variants, mut rows) = (String::new(), String::new());
    for (id, values) in messages(english) {
        let variant: String = id.split('-').map(capitalised).collect();
        _ = writeln!(variants, "/// `{id}`\n{variant},");
        let values: Vec<&str> = values.into_iter().collect();
        _ = writeln!(rows, "(Message::{variant}, {id:?}, &{values:?}),");
    }
    format!(
        "/// A message of a locale file.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n\
         pub(crate) enum Message {{\n{variants}}}\n\
         const TABLE: &[(Message, &str, &[&str])] = &[\n{rows}];\n"
    )
}

/// Finds the messages of the English file, which has no terms, and the values that each is given:
/// those that its text and the comment right above it name, and the number to choose a form by
/// wherever the same number is set.
fn messages(english: &str) -> Vec<(&str, BTreeSet<&str>)> {
    let mut found: Vec<(&str, BTreeSet<&str>)> = Vec::new();
    let mut comment = BTreeSet::new();
    for line in english.lines() {
        let values = line.split('$').skip(1).filter_map(|rest| {
            let end = |letter: char| !letter.is_ascii_lowercase() && letter != '-';
            rest.split(end).next().filter(|name| !name.is_empty())
        });
        if line.starts_with('#') {
            comment.extend(values);
            continue;
        }
        let id = line.split_once(" =").map(|(id, _)| id);
        if let Some(id) = id.filter(|id| id.starts_with(|first: char| first.is_ascii_lowercase())) {
            found.push((id, std::mem::take(&mut comment)));
        }
        comment.clear();
        if let Some((_, given)) = found.last_mut() {
            given.extend(values);
            if given.contains("number") || given.contains("figures") {
                given.insert("count");
            }
        }
    }
    found
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
