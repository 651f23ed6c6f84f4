//! Makes pages and other texts of a brief, and brings them where they go.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use brief::carried::{CarriedError, Given, Own, Setting, Sources};
use brief::diagnostics::nearest;
use brief::page::{Design, Paper};
use brief::{Edition, Locales, Page};

use super::arguments::{LocalesArgument, PageArguments};
use super::destination::{Destination, one};
use super::examine::examine;
use super::input::{cannot, read_at_most};
use super::resolve::sole;
use super::write::{Written, begin, finish_all};
use crate::outcome::{Failure, Outcome, Said, wrote};

/// The size of a locale file, a template or a style sheet at most, in bytes.
const MOST_BYTES: u64 = 1 << 20;

/// Makes the pages of a run, all with the same design and words.
pub(super) struct PageMaker {
    design: Design,
    locales: Locales,
    /// The files of which these are made.
    own: Own,
    large_print: bool,
}

impl PageMaker {
    pub(super) fn new(arguments: &PageArguments) -> Result<Self, String> {
        let words = locale_files(&arguments.words)?;
        let (style_sheets, templates) = (Design::style_sheet_names(), Design::template_names());
        let style_sheets = replaced(arguments.static_dir.as_deref(), style_sheets, "style sheet")?;
        let templates = replaced(arguments.templates.as_deref(), templates, "template")?;
        Ok(Self {
            design: Design::new(&templates, &style_sheets).map_err(|error| error.to_string())?,
            locales: with_files(&words)?,
            own: Own {
                locales: words,
                style_sheets,
                templates,
            },
            large_print: arguments.large_print,
        })
    }

    /// Returns the sources of a page that is made here: a brief, and what was read beside it.
    pub(super) fn sources(
        &self,
        brief: &str,
        given: Given,
        draft: bool,
    ) -> Result<Sources, CarriedError> {
        let set = Setting {
            draft,
            large_print: self.large_print,
        };
        Sources::new(brief.as_bytes(), given, set, self.own.clone())
    }

    pub(super) fn words(&self) -> &Locales {
        &self.locales
    }

    /// Makes the page of an edition; without a paper, the reader's own wins.
    pub(super) fn make(&self, edition: &Edition, paper: Option<Paper>) -> Result<String, String> {
        let page = self.page(edition).paper(paper);
        page.render().map_err(|error| error.to_string())
    }

    /// Makes it with its sources, which are packed.
    pub(super) fn make_carrying(&self, edition: &Edition, packed: &str) -> Result<String, String> {
        let page = self.page(edition).carrying(Some(packed));
        page.render().map_err(|error| error.to_string())
    }

    fn page<'a>(&'a self, edition: &'a Edition) -> Page<'a> {
        Page::new(edition)
            .design(&self.design)
            .locales(&self.locales)
            .large_print(self.large_print)
    }
}

/// Reads the locale files of the folder that is named, if one is; other files are left alone.
pub(super) fn locales(argument: &LocalesArgument) -> Result<Locales, String> {
    with_files(&locale_files(argument)?)
}

fn with_files(files: &BTreeMap<String, String>) -> Result<Locales, String> {
    Locales::with_files(files).map_err(|error| format!("in a locale file: {error}"))
}

fn locale_files(argument: &LocalesArgument) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    let Some(folder) = &argument.locales else {
        return Ok(files);
    };
    for entry in fs::read_dir(folder).map_err(|error| cannot_read(folder, &error))? {
        let path = entry.map_err(|error| cannot_read(folder, &error))?.path();
        if let Some(tag) = path.file_stem()
            && path.extension().is_some_and(|ending| ending == "ftl")
        {
            let text = text_of(&path).map_err(|error| cannot_read(&path, &error))?;
            files.insert(tag.to_string_lossy().into_owned(), text);
        }
    }
    Ok(files)
}

/// Reads those of the named files that the folder has, if there is one. Of a file whose name
/// is misspelled nothing would be read: that is a mistake.
fn replaced(
    folder: Option<&Path>,
    names: impl Iterator<Item = &'static str>,
    kind: &str,
) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    let Some(folder) = folder else {
        return Ok(files);
    };
    let names: Vec<_> = names.map(|name| (name, folder.join(name))).collect();
    // A file that is not there is not replaced; a folder that is not there is a mistake.
    for entry in fs::read_dir(folder).map_err(|error| cannot_read(folder, &error))? {
        let path = entry.map_err(|error| cannot_read(folder, &error))?.path();
        let called = path.file_name().unwrap_or_default().to_string_lossy();
        let known = names
            .iter()
            .filter(|(_, named)| named.extension() == path.extension());
        let known = known.map(|(name, _)| *name);
        let meant = nearest(&called, known).filter(|near| *near != called);
        if let Some(meant) = meant.filter(|_| !called.starts_with('.')) {
            let path = path.display();
            return Err(format!(
                "no {kind} is called {path}; did you mean `{meant}`?"
            ));
        }
    }
    for (name, path) in names {
        match text_of(&path) {
            Ok(text) => files.extend([(name.to_owned(), text)]),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(cannot_read(&path, &error)),
        }
    }
    Ok(files)
}

fn text_of(path: &Path) -> io::Result<String> {
    let bytes = read_at_most(path, MOST_BYTES)?;
    let text = String::from_utf8(bytes)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    // Editors of Windows begin a file with it.
    Ok(match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

fn cannot_read(path: &Path, error: &io::Error) -> String {
    format!("cannot read {}: {error}", path.display())
}

/// Brings what was made of a brief to where it goes, and says so; `size` is what there is to add.
pub(super) fn deliver(
    bytes: Vec<u8>,
    destination: Destination,
    size: &str,
) -> Result<Said, String> {
    let delivered = delivered(bytes, destination, size.to_owned())?;
    let mut said = finished(vec![delivered]);
    said.pop().unwrap_or_else(|| Ok(Said::Out(Vec::new())))
}

/// What was made of a brief, on its way.
pub(super) enum Delivered {
    Out(Vec<u8>),
    /// A file, what is left to be done, if anything is, and what there is to add.
    File(PathBuf, Option<Written>, String),
}

/// Brings what was made of a brief near where it goes; `size` is what there is to add.
pub(super) fn delivered(
    bytes: Vec<u8>,
    destination: Destination,
    size: String,
) -> Result<Delivered, String> {
    match destination {
        Destination::Stdout => Ok(Delivered::Out(bytes)),
        Destination::File(path) => match begin(&path, &bytes) {
            Ok(written) => Ok(Delivered::File(path, written, size)),
            Err(error) => Err(cannot("write", path.display(), &error)),
        },
    }
}

/// Brings all of it to where it goes, and says so of each.
pub(super) fn finished(all: Vec<Delivered>) -> Vec<Result<Said, String>> {
    let (mut ways, mut writing) = (Vec::with_capacity(all.len()), Vec::new());
    for delivered in all {
        match delivered {
            Delivered::Out(bytes) => ways.push(Err(bytes)),
            Delivered::File(path, written, size) => {
                ways.push(Ok((path, written.is_some(), size)));
                writing.extend(written);
            }
        }
    }
    let mut ends = finish_all(writing).into_iter();
    let said = ways.into_iter().map(|way| match way {
        Err(bytes) => Ok(Said::Out(bytes)),
        Ok((path, waits, size)) => match waits.then(|| ends.next()).flatten() {
            Some(Err(error)) => Err(cannot("write", path.display(), &error)),
            Some(Ok(())) | None => Ok(Said::Remark(wrote(&path, &size))),
        },
    });
    said.collect()
}

/// Reads one brief, makes a text of it, and brings it to the output: without one, to standard
/// output. Problems are reported as `brief build` reports them.
pub(super) fn one_text(
    file: Option<&Path>,
    output: Option<&Path>,
    words: &LocalesArgument,
    make: impl FnOnce(&Edition, &Locales) -> String,
) -> Result<Outcome, Failure> {
    let input = sole(file)?;
    let destination = one(&input, output)?;
    let (mut file, brief) = examine(&input, None, None);
    if let Some(brief) = brief {
        let text = locales(words).map(|locales| make(&Edition::of(brief), &locales));
        match text.and_then(|text| deliver(text.into_bytes(), destination, "")) {
            Ok(said) => file.said.push(said),
            Err(failure) => file.failure = Some(Failure::of_machine(failure)),
        }
    }
    Ok(Outcome {
        files: vec![file],
        ..Outcome::default()
    })
}
