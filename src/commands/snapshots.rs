//! Finds the snapshots of a source in their folder, and reads them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use brief::capture::Record;
use brief::evidence::{Address, Media, Snapshot, SnapshotFile};
use brief::model::Source;

use super::input::{cannot, read_at_most};
use crate::outcome::Failure;

/// The size of a snapshot at most, in bytes.
pub(super) const MOST_BYTES: u64 = 64 << 20;

/// How the name of the record of a snapshot ends, that `brief capture` keeps beside it.
pub(super) const RECORD: &str = ".capture.yaml";
/// The size of a record at most, in bytes.
const MOST_RECORD: u64 = 1 << 20;

/// How the names of texts and of pages end; gzip may have compressed them.
const TEXTS: &[&str] = &["txt", "text", "md", "markdown", "srt", "vtt", "json", "eml"];
const PAGES: &[&str] = &["html", "htm", "xhtml", "xht", "shtml", "xml"];
/// How the names of PDFs end, and of what browsers and archives save pages in.
const SAVED: &[&str] = &["pdf", "mhtml", "mht", "warc", "wacz"];
/// How the names of other snapshots end, of which is told why they cannot be read.
const OTHERS: &[&str] = &[
    "docx",
    "doc",
    "odt",
    "rtf",
    "epub",
    "webarchive",
    "zip",
    "png",
    "jpg",
    "jpeg",
];

/// The folder of the snapshots.
pub(super) struct Folder {
    path: PathBuf,
    /// The names of its files, by the id that they may have, both in small letters.
    names: BTreeMap<String, Vec<String>>,
}

/// The snapshots of a source.
#[derive(Default)]
pub(super) struct Found {
    pub(super) read: Vec<(Snapshot, SnapshotFile)>,
    /// The names of those that cannot be read, and why.
    pub(super) unreadable: Vec<(String, io::Error)>,
}

impl Folder {
    pub(super) fn open(path: &Path) -> Result<Self, String> {
        let failed = |error| cannot("read", path.display(), &error);
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for entry in fs::read_dir(path).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            if let Some(name) = name.to_str()
                && let (id, Some(_)) = parted(&name.to_lowercase())
            {
                names
                    .entry(id.to_owned())
                    .or_default()
                    .push(name.to_owned());
            }
        }
        for names in names.values_mut() {
            names.sort();
        }
        Ok(Self {
            path: path.to_owned(),
            names,
        })
    }

    /// Reads the snapshots of a source: the file that it names, else those named as its id is.
    pub(super) fn read(&self, source: &Source) -> Found {
        let named = source.snapshot.as_deref();
        self.read_of(&source.key, named, &addresses(source))
    }

    /// Reads the snapshots of a source by its id, the file that it names and its addresses.
    pub(super) fn read_of(&self, id: &str, named: Option<&str>, addresses: &[Address]) -> Found {
        let mut found = Found::default();
        for file in self.names(id, named) {
            let path = self.path.join(&file);
            let read = read_at_most(&path, MOST_BYTES);
            match read.and_then(|bytes| Ok((bytes, record(&beside(&path))?))) {
                Ok((bytes, record)) => {
                    let charset = record.as_ref().and_then(|record| record.charset_of(&bytes));
                    let pages = Snapshot::all(&bytes, media(&file), charset, addresses);
                    found.read.extend(pages.into_iter().map(|snapshot| {
                        let file = SnapshotFile {
                            file: file.clone(),
                            sha256: snapshot.sha256().to_owned(),
                            record: snapshot.record().cloned(),
                        };
                        (snapshot, file)
                    }));
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => found.unreadable.push((file, error)),
            }
        }
        found
    }

    /// Returns the names of all snapshots, in their order.
    pub(super) fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = self.names.values().flatten().cloned().collect();
        names.sort();
        names
    }

    /// Returns the names of the snapshots of a source.
    fn names(&self, id: &str, named: Option<&str>) -> Vec<String> {
        if let Some(name) = named {
            return vec![name.to_owned()];
        }
        let id = id.to_lowercase();
        self.names.get(&id).cloned().unwrap_or_default()
    }
}

/// Returns where the record of a snapshot stands, if it has one.
pub(super) fn beside(snapshot: &Path) -> PathBuf {
    let name = snapshot.file_name().unwrap_or_default().to_string_lossy();
    snapshot.with_file_name(format!("{}{RECORD}", id_of(&name)))
}

/// Reads the record of a snapshot, if it is there.
pub(super) fn record(path: &Path) -> io::Result<Option<Record>> {
    match read_at_most(path, MOST_RECORD) {
        Ok(bytes) => match Record::read(&bytes) {
            Ok(record) => Ok(Some(record)),
            Err(error) => {
                let message = format!("its record `{}` is none: {error}", path.display());
                Err(io::Error::other(message))
            }
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads a snapshot in the encoding that the server told, if its record has one.
pub(super) fn read_as_recorded(bytes: &[u8], file: &str, record: Option<&Record>) -> Snapshot {
    let charset = record.and_then(|record| record.charset_of(bytes));
    Snapshot::read_as_told(bytes, media(file), charset)
}

/// Opens the folder of the snapshots that is named.
pub(super) fn open_folder(path: &Path) -> Result<Folder, Failure> {
    if !path.is_dir() {
        let message = format!("`{}` is no folder of snapshots", path.display());
        let help = "name the folder that holds them: `--snapshots snapshots/`";
        return Err(Failure::new(message, help));
    }
    Folder::open(path).map_err(Failure::of_machine)
}

/// Returns where a source is to be found, which tells its pages from others in an archive.
fn addresses(source: &Source) -> Vec<Address> {
    let archived = source.archived.as_ref().map(|archived| &*archived.url);
    let all = source.url.as_deref().into_iter().chain(archived);
    all.map(Address::of).collect()
}

/// Returns in words under which names the snapshot of a source is looked for.
pub(super) fn names_in_words(source: &Source) -> String {
    match &source.snapshot {
        Some(name) => name.to_string(),
        None => format!(
            "{0}.txt, {0}.html or another ending that `brief verify --help` lists",
            source.key
        ),
    }
}

/// Returns how the name of a file ends, if snapshots are read that end so.
pub(super) fn ending(name: &str) -> Option<String> {
    let name = name.to_lowercase();
    let (_, ending) = parted(&name);
    let packed = name.strip_suffix(".gz").map_or("", |_| ".gz");
    ending.map(|ending| format!("{ending}{packed}"))
}

/// Returns the id of the source that a file may be a snapshot of.
pub(super) fn id_of(name: &str) -> &str {
    let plain = name.strip_suffix(".gz").unwrap_or(name);
    plain.rsplit_once('.').map_or(plain, |(id, _)| id)
}

/// Parts the name of a snapshot, in small letters, from its ending, if that is one of those that are
/// looked at.
fn parted(name: &str) -> (&str, Option<&str>) {
    let (plain, is_compressed) = match name.strip_suffix(".gz") {
        Some(plain) => (plain, true),
        None => (name, false),
    };
    let (id, ending) = plain.rsplit_once('.').unwrap_or((plain, ""));
    let is_known = TEXTS.contains(&ending)
        || PAGES.contains(&ending)
        || SAVED.contains(&ending)
        || !is_compressed && OTHERS.contains(&ending);
    (id, is_known.then_some(ending))
}

/// Says what a file is by its name.
pub(super) fn media(file: &str) -> Media {
    match parted(&file.to_lowercase()).1 {
        Some("xhtml" | "xht" | "xml") => Media::Xml,
        Some(ending) if PAGES.contains(&ending) => Media::Html,
        Some("md" | "markdown") => Media::Markdown,
        Some(_) | None => Media::Text,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::{OTHERS, PAGES, SAVED, TEXTS, parted};
    use crate::commands::CommandLine;

    #[test]
    fn the_help_lists_all_endings() {
        let mut program = CommandLine::command();
        let verify = program.find_subcommand_mut("verify").unwrap();
        let help = verify.render_long_help().to_string();
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        for ending in [TEXTS, PAGES, SAVED, OTHERS].concat() {
            assert!(help.contains(&format!("`.{ending}`")), "{ending}: {help}");
        }
    }

    #[test]
    fn names_are_parted_from_the_endings_that_are_read() {
        assert_eq!(parted("nbc.txt"), ("nbc", Some("txt")));
        assert_eq!(parted("nbc.html.gz"), ("nbc", Some("html")));
        assert_eq!(parted("nbc.pdf"), ("nbc", Some("pdf")));
        assert_eq!(parted("nbc.warc.gz"), ("nbc", Some("warc")));
        for other in [
            "nbc",
            "nbc.yaml",
            "nbc.txt.bak",
            "nbc.docx.gz",
            "nbc.evidence.yaml",
            ".gz",
        ] {
            assert_eq!(parted(other).1, None, "{other}");
        }
    }
}
