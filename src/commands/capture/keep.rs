//! Keeps snapshots and their records in a folder, each under an id of its own, and overwrites nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use brief::capture::Record;
use brief::model::Key;

use super::super::input::cannot;
use super::super::snapshots::{self, RECORD};
use super::super::write::write_new;
use crate::outcome::{Failure, Said, wrote};

/// The id of a source that the user gave.
pub(super) struct Id(String);

impl Id {
    pub(super) fn given(text: &str) -> Result<Self, Failure> {
        if Key::parse(text).is_ok() {
            return Ok(Self(text.to_owned()));
        }
        Err(Failure::new(
            format!("`{text}` is not the id of a source"),
            "write lower-case words joined by hyphens: `--as harbour-times`",
        ))
    }
}

/// A folder of snapshots.
pub(super) struct Folder {
    path: PathBuf,
    /// The files by the ids that they have.
    files: BTreeMap<String, Vec<String>>,
    /// The records by the ids that they have.
    records: BTreeMap<String, Record>,
}

impl Folder {
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let mut folder = Self {
            path: path.to_owned(),
            files: BTreeMap::new(),
            records: BTreeMap::new(),
        };
        if !path.exists() {
            return Ok(folder);
        }
        let failed = |error| {
            let message = cannot("read", path.display(), &error);
            Failure::new(
                message,
                "name a folder that you may write to: `--into snapshots`",
            )
        };
        for entry in fs::read_dir(path).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            let Some(name) = name.to_str() else {
                continue;
            };
            let lower = name.to_lowercase();
            if let Some(id) = lower.strip_suffix(RECORD) {
                folder.files.entry(id.to_owned()).or_default();
                let read = snapshots::record(&path.join(name)).ok().flatten();
                folder
                    .records
                    .extend(read.map(|record| (id.to_owned(), record)));
            } else {
                let id = snapshots::id_of(&lower).to_owned();
                folder.files.entry(id).or_default().push(name.to_owned());
            }
        }
        Ok(folder)
    }

    /// Keeps a work and its record, and says what was done.
    pub(super) fn keep(
        &mut self,
        bytes: &[u8],
        mut record: Record,
        ending: &str,
        id: Option<&Id>,
    ) -> Result<Vec<Said>, Failure> {
        if let Some((id, known)) = self.known(&record, id) {
            let remark = format!(
                "{} has these bytes already\n",
                self.path.join(&known.file).display()
            );
            return Ok(vec![
                Said::Out(known.entry(id).into_bytes()),
                Said::Remark(remark),
            ]);
        }
        let id = match id {
            Some(Id(id)) => self.free(id)?,
            None => self.made(&record)?,
        };
        let path = |end: &str| self.path.join(format!("{id}{end}"));
        let (snapshot, beside) = (path(&format!(".{ending}")), path(RECORD));
        record.keep_as(format!("{id}.{ending}"));
        let text = record
            .write()
            .map_err(|error| Failure::of_machine(error.to_string()))?;
        let write = |path: &Path, content: &[u8]| {
            write_new(path, content).map_err(|error| {
                let message = cannot("write", path.display(), &error);
                Failure::new(
                    message,
                    "name a folder that you may write to: `--into snapshots`",
                )
            })
        };
        write(&beside, text.as_bytes())?;
        if let Err(failure) = write(&snapshot, bytes) {
            // A record of nothing would keep the id.
            drop(fs::remove_file(&beside));
            return Err(failure);
        }
        let entry = record.entry(&id);
        let told = format!("{}{}", wrote(&snapshot, ""), wrote(&beside, ""));
        self.files
            .entry(id.clone())
            .or_default()
            .push(record.file.clone());
        self.records.insert(id, record);
        Ok(vec![Said::Out(entry.into_bytes()), Said::Remark(told)])
    }

    /// Returns the record of the same bytes, if they were captured: under this id, if one is given.
    fn known(&self, record: &Record, id: Option<&Id>) -> Option<(&str, &Record)> {
        let is_same = |(of, known): &(&String, &Record)| {
            known.sha256 == record.sha256
                && id.is_none_or(|id| id.0 == **of)
                && self.path.join(&known.file).is_file()
        };
        let known = self.records.iter().find(is_same);
        known.map(|(id, known)| (id.as_str(), known))
    }

    fn is_free(&self, id: &str) -> bool {
        !self.files.contains_key(id)
    }

    fn free(&self, id: &str) -> Result<String, Failure> {
        if self.is_free(id) {
            return Ok(id.to_owned());
        }
        Err(self.taken(id))
    }

    fn taken(&self, id: &str) -> Failure {
        let file = self.files.get(id).and_then(|files| files.first());
        let file = file.map_or_else(|| format!("{id}{RECORD}"), Clone::clone);
        let message = format!(
            "{} is there, and has other bytes",
            self.path.join(file).display()
        );
        let help =
            format!("keep both, `--as {id}-2`: the source says by `snapshot` which is its own");
        Failure::of_input(message, help)
    }

    /// Returns the first id of those that are made of the record which is free.
    fn made(&self, record: &Record) -> Result<String, Failure> {
        for id in record.ids() {
            if self.is_free(&id) {
                return Ok(id);
            }
            let known = self.records.get(&id).and_then(Record::address);
            if known.is_some() && known == record.address() {
                return Err(self.taken(&id));
            }
        }
        Err(Failure::of_machine("no id is free"))
    }
}
