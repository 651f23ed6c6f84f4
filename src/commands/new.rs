//! `brief new`: starts a brief, small, sound, and explained by its comments.

use std::fs;
use std::path::{Path, PathBuf};

use brief::evidence::Day;
use clap::{Args, ValueEnum};

use super::arguments::day_or_today;
use super::input::cannot;
use super::resolve::CONTENT;
use super::schema::put_beside;
use super::write::write_new;
use crate::outcome::{Failure, Outcome, wrote};

const ENDING: &str = ".yaml";
/// What the day replaces in the briefs to start from.
const DAY: &str = "{day}";

#[derive(Args, Clone, Debug)]
pub(crate) struct NewArguments {
    /// The brief's name, such as harbour-works: it is written to content/harbour-works.yaml; with
    /// a folder, such as ./harbour-works, there
    #[arg(value_name = "NAME")]
    name: String,
    /// The language that it starts in
    #[arg(long, value_name = "LANG", default_value = "en")]
    lang: StarterLanguage,
    /// The day up to which it is current, as 2026-11-23 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
}

/// A language that a brief can be started in; it can be written in any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StarterLanguage {
    /// English
    En,
    /// Ukrainian
    Uk,
}

pub(super) fn run(arguments: &NewArguments) -> Result<Outcome, Failure> {
    let path = path_of(&arguments.name)?;
    let day = day_or_today(arguments.day.as_deref())?;
    refuse_to_overwrite(&path)?;
    let schema = put_beside(&path)?;
    if let Err(error) = write_new(&path, text(arguments.lang, &day)) {
        // Another program may have been faster.
        refuse_to_overwrite(&path)?;
        let message = cannot("write", path.display(), &error);
        let help = "name a place that you may write to: `brief new FOLDER/NAME`";
        return Err(Failure::new(message, help));
    }
    let shown = path.display();
    let written = std::iter::once(&path).chain(&schema);
    let written: String = written.map(|path| wrote(path, "")).collect();
    Ok(Outcome::remark(format!(
        "{written}open {shown} in your editor; one with a YAML language server completes and explains \
         every field\n  \
         brief check {shown}    says what is missing or wrong\n  \
         brief serve {shown}    shows the page as you write\n  \
         brief build {shown}    makes the page\n"
    )))
}

fn text(language: StarterLanguage, day: &Day) -> String {
    let text = match language {
        StarterLanguage::En => include_str!("new/en.yaml"),
        StarterLanguage::Uk => include_str!("new/uk.yaml"),
    };
    text.replace(DAY, day.as_str())
}

pub(super) fn refuse_to_overwrite(path: &Path) -> Result<(), Failure> {
    // A link that leads nowhere is something, too.
    if fs::symlink_metadata(path).is_err() {
        return Ok(());
    }
    let message = format!("there is a `{}` already", path.display());
    let help = "choose another name, or move that file away";
    Err(Failure::new(message, help))
}

/// Returns the file of a brief of this name: in the content folder, unless the name has a folder.
///
/// # Errors
/// The name is not made of lower-case words joined by hyphens: it becomes a part of addresses.
fn path_of(name: &str) -> Result<PathBuf, Failure> {
    let (folder, last) = match name.rfind(std::path::is_separator) {
        Some(at) => name.split_at(at + 1),
        None => ("", name),
    };
    let stem = last.strip_suffix(ENDING).unwrap_or(last);
    if stem.is_empty() || kebab_case(stem) != stem {
        return Err(refused(folder, stem));
    }
    let folder = if folder.is_empty() { CONTENT } else { folder };
    Ok(Path::new(folder).join(format!("{stem}{ENDING}")))
}

fn refused(folder: &str, stem: &str) -> Failure {
    let message = if stem.is_empty() {
        "a brief needs a name".to_owned()
    } else {
        format!("`{stem}` is not a name of lower-case words joined by hyphens")
    };
    let nearest = kebab_case(stem);
    let help = if nearest.is_empty() {
        "for example, `brief new harbour-works`".to_owned()
    } else {
        format!("write `brief new {folder}{nearest}`")
    };
    Failure::new(message, help)
}

/// Returns the words of a name, as far as they are Latin letters and digits.
fn kebab_case(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use brief::evidence::Day;

    use super::{StarterLanguage, path_of, text};

    #[test]
    fn briefs_go_to_content_unless_a_folder_is_named() {
        for (name, path) in [
            ("harbour-works", "content/harbour-works.yaml"),
            ("harbour.yaml", "content/harbour.yaml"),
            ("2026-11-23-harbour", "content/2026-11-23-harbour.yaml"),
            ("./harbour", "./harbour.yaml"),
            ("desk/a/harbour.yaml", "desk/a/harbour.yaml"),
        ] {
            assert_eq!(path_of(name).unwrap(), Path::new(path));
        }
    }

    #[test]
    fn a_name_that_is_refused_is_set_right_where_that_can_be() {
        for (name, help) in [
            ("Harbour Works!", "write `brief new harbour-works`"),
            ("desk/a_b.yaml", "write `brief new desk/a-b`"),
            ("a.evidence", "write `brief new a-evidence`"),
            ("гавань", "for example, `brief new harbour-works`"),
            ("-", "for example, `brief new harbour-works`"),
            ("", "for example, `brief new harbour-works`"),
            ("desk/", "for example, `brief new harbour-works`"),
            ("..", "for example, `brief new harbour-works`"),
        ] {
            assert_eq!(path_of(name).unwrap_err().help.unwrap(), help, "{name}");
        }
    }

    #[test]
    fn on_every_day_nothing_is_wrong_with_them() {
        for language in [StarterLanguage::En, StarterLanguage::Uk] {
            for day in ["2026-02-28", "2028-02-29", "2031-12-31"] {
                let text = text(language, &Day::parse(day).unwrap());
                let checked = brief::Input::new(&text).check();
                let found: Vec<_> = checked.diagnostics.iter().collect();
                assert!(checked.brief.is_some() && found.is_empty(), "{found:#?}");
            }
        }
    }
}
