//! Templates and style sheets: one table, embedded, overridden file by file.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// An embedded file.
struct Asset {
    name: &'static str,
    text: &'static str,
}

macro_rules! assets {
    ($folder:literal: $($name:literal)+) => {
        &[$(Asset {
            name: $name,
            text: include_str!(concat!("../../", $folder, "/", $name)),
        },)+]
    };
}

const TEMPLATES: &[Asset] = assets!("templates":
    "brief.html"
    "body.html"
    "sections/masthead.html"
    "sections/headline.html"
    "sections/bottom-line.html"
    "sections/changes.html"
    "sections/attribution.html"
    "sections/claims.html"
    "sections/positions.html"
    "sections/tensions.html"
    "sections/timeline.html"
    "sections/gaps.html"
    "sections/sources.html"
);

/// In the order of the cascade.
const STYLE_SHEETS: &[Asset] = assets!("static":
    "tokens.css"
    "type.css"
    "sections.css"
    "figure.css"
    "screen.css"
    "print.css"
    "large-print.css"
    "changes.css"
);

/// A file that should have replaced an embedded one, or its folder, could not be read.
#[derive(Debug)]
pub struct UnreadableAsset {
    /// The file.
    pub path: PathBuf,
    /// What the machine says.
    pub error: io::Error,
}

/// A file by its name and its text.
pub(super) type Named = (&'static str, Cow<'static, str>);

/// Returns the templates, each replaced by the file of its name in the folder, if there is one.
pub(super) fn templates(folder: Option<&Path>) -> Result<Vec<Named>, UnreadableAsset> {
    overridden(TEMPLATES, folder)
}

/// Returns the style sheets in the order of the cascade, replaced in the same way.
pub(super) fn style_sheets(folder: Option<&Path>) -> Result<Vec<Named>, UnreadableAsset> {
    overridden(STYLE_SHEETS, folder)
}

fn overridden(
    assets: &'static [Asset],
    folder: Option<&Path>,
) -> Result<Vec<Named>, UnreadableAsset> {
    if let Some(folder) = folder {
        // A file that is not there is not overridden; a folder that is not there is a mistake.
        fs::read_dir(folder).map_err(|error| UnreadableAsset {
            path: folder.to_path_buf(),
            error,
        })?;
    }
    assets
        .iter()
        .map(|asset| {
            let Some(path) = folder.map(|folder| folder.join(asset.name)) else {
                return Ok((asset.name, Cow::Borrowed(asset.text)));
            };
            match fs::read_to_string(&path) {
                Ok(text) => Ok((asset.name, Cow::Owned(text))),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    Ok((asset.name, Cow::Borrowed(asset.text)))
                }
                Err(error) => Err(UnreadableAsset { path, error }),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::{Asset, STYLE_SHEETS, TEMPLATES};

    fn files(folder: &Path, prefix: &str, ending: &str, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                files(&entry.path(), &format!("{name}/"), ending, found);
            } else if name.ends_with(ending) {
                found.insert(name);
            }
        }
    }

    #[test]
    fn every_file_of_the_folders_is_in_the_tables() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for (folder, ending, table) in [
            ("templates", ".html", TEMPLATES),
            ("static", ".css", STYLE_SHEETS),
        ] {
            let mut found = BTreeSet::new();
            files(&root.join(folder), "", ending, &mut found);
            let known = table
                .iter()
                .map(|asset: &Asset| asset.name.to_owned())
                .collect();
            assert_eq!(found, known);
        }
    }
}
