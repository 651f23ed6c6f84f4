//! Reads the files that pages are made with: templates, style sheets and locale files.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use brief::Locales;
use brief::analysis::Edition;
use brief::page::{Design, Page, Paper};

use super::check::cannot;
use super::input::read_at_most;
use crate::cli::PageArguments;

/// The size of a locale file at most, in bytes.
const MOST_BYTES: u64 = 1 << 20;

/// What pages are made with.
pub(super) struct PageMaker {
    design: Design,
    locales: Locales,
    large_print: bool,
}

impl PageMaker {
    pub(super) fn read(arguments: &PageArguments) -> Result<Self, String> {
        let locales = locales(arguments.words.locales.as_deref())?;
        let styles = replacing(arguments.static_dir.as_deref(), Design::style_sheet_names())?;
        let templates = replacing(arguments.templates.as_deref(), Design::template_names())?;
        Ok(Self {
            design: Design::new(&templates, &styles).map_err(|error| error.to_string())?,
            locales,
            large_print: arguments.large_print,
        })
    }

    pub(super) fn make(&self, edition: &Edition, paper: Option<Paper>) -> Result<String, String> {
        let page = Page::new(edition)
            .design(&self.design)
            .locales(&self.locales);
        let page = page.paper(paper).large_print(self.large_print);
        page.render().map_err(|error| error.to_string())
    }
}

/// Reads the locale files of a folder.
pub(super) fn locales(folder: Option<&Path>) -> Result<Locales, String> {
    let Some(folder) = folder else {
        return Ok(Locales::default());
    };
    let unreadable = |path: &Path| {
        let name = path.display().to_string();
        move |error: io::Error| cannot("read", &name, &error)
    };
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        let tag = path.file_stem().unwrap_or_default().to_string_lossy();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            let bytes = read_at_most(&path, MOST_BYTES).map_err(unreadable(&path))?;
            let text = String::from_utf8(bytes)
                .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
                .map_err(unreadable(&path))?;
            files.insert(tag.into_owned(), text);
        }
    }
    Locales::with_files(&files).map_err(|error| format!("in a locale file: {error}"))
}

fn replacing(
    folder: Option<&Path>,
    names: impl Iterator<Item = &'static str>,
) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    let Some(folder) = folder else {
        return Ok(files);
    };
    let said = |path: &Path, error| cannot("read", &path.display().to_string(), &error);
    fs::read_dir(folder).map_err(|error| said(folder, error))?;
    for name in names {
        let path = folder.join(name);
        match fs::read_to_string(&path) {
            Ok(text) => drop(files.insert(name.to_owned(), text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(said(&path, error)),
        }
    }
    Ok(files)
}
