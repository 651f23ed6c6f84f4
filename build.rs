//! Makes the table of the locale files, so that a language is added by adding its file.

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
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo gives no OUT_DIR"))?;
    fs::write(PathBuf::from(out).join("locales.rs"), table)
}

fn language(path: &Path) -> io::Result<String> {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    stem.map(str::to_owned)
        .ok_or_else(|| io::Error::other(format!("{} is not named as a language", path.display())))
}
