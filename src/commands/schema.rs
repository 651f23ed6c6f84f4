//! `brief schema`: the format for editors.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use brief::schema;

use super::check::cannot;
use super::outcome::{Made, Outcome, UsageError};
use super::write::write_whole;
use crate::cli::SchemaArguments;

/// Runs the command.
pub(super) fn run(arguments: &SchemaArguments) -> Result<Outcome, UsageError> {
    match &arguments.output {
        Some(path) if path.as_os_str() != "-" => {
            write(path)?;
            let (paths, next) = (vec![path.clone()], String::new());
            Ok(Outcome::Made(Made { paths, next }))
        }
        Some(_) | None => Ok(Outcome::Text(schema::text())),
    }
}

/// Writes the schema into a folder, unless it is there.
///
/// # Errors
/// It cannot be written, or a file of its name is something else.
pub(super) fn put_beside(brief: &Path) -> Result<Option<PathBuf>, UsageError> {
    let path = brief.with_file_name(schema::FILE_NAME);
    if fs::read_to_string(&path).is_ok_and(|found| found == schema::text()) {
        return Ok(None);
    }
    write(&path)?;
    Ok(Some(path))
}

/// Writes the schema, over nothing but an earlier schema.
fn write(path: &Path) -> Result<(), UsageError> {
    let shown = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(found) if schema::is_ours(&found) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Ok(_) | Err(_) => {
            let message = format!("`{shown}` is there already, and no schema of a brief");
            return Err(UsageError::new(message).help("name another file, or move that one away"));
        }
    }
    write_whole(path, schema::text()).map_err(|error| {
        UsageError::new(cannot("write", &shown, &error))
            .help("name a place that you may write to: `brief schema --output FILE`")
    })
}
