//! `brief schema`: writes the format as a JSON Schema, for editors.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use brief::schema;
use clap::Args;

use super::input::cannot;
use super::write::write_whole;
use crate::outcome::{Failure, Outcome, wrote};

#[derive(Args, Clone, Debug)]
pub(crate) struct SchemaArguments {
    /// Where to write it, such as content/brief.schema.json; `-` is standard output, which is the
    /// default
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// The schema of a file of voices and sources that briefs include
    #[arg(long)]
    shared: bool,
}

pub(super) fn run(arguments: &SchemaArguments) -> Result<Outcome, Failure> {
    let text = if arguments.shared {
        schema::shared_text()
    } else {
        schema::text()
    };
    match &arguments.output {
        Some(path) if path.as_os_str() != "-" => {
            write(path, text)?;
            Ok(Outcome::remark(wrote(path, "")))
        }
        Some(_) | None => Ok(Outcome::text(text)),
    }
}

/// Writes the schema into the folder of a brief, unless it is there.
///
/// # Errors
/// It cannot be written, or a file of its name is something else.
pub(super) fn put_beside(brief: &Path) -> Result<Option<PathBuf>, Failure> {
    let path = brief.with_file_name(schema::FILE_NAME);
    if fs::read_to_string(&path).is_ok_and(|found| found == schema::text()) {
        return Ok(None);
    }
    write(&path, schema::text())?;
    Ok(Some(path))
}

/// Writes the schema, over nothing but an earlier schema.
fn write(path: &Path, text: String) -> Result<(), Failure> {
    match fs::read_to_string(path) {
        Ok(found) if schema::is_ours(&found) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Ok(_) | Err(_) => {
            let shown = path.display();
            let message = format!("`{shown}` is there already, and no schema of a brief");
            let help = "name another file, or move that one away";
            return Err(Failure::new(message, help));
        }
    }
    write_whole(path, text).map_err(|error| {
        let help = "name a place that you may write to: `brief schema --output FILE`";
        Failure::new(cannot("write", path.display(), &error), help)
    })
}
