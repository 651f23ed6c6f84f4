//! Writes the sources of a draft.

use std::fmt::Write as _;

use super::notes::remark;
use crate::capture::corrected;
use crate::draft::outline::{Outline, SourceEntry};
use crate::import::{quoted, written_key};

const WITHOUT: &str = "  # TODO Nothing was found in it that somebody says: read it.\n";

/// Writes the sources: those that were read, and those that are known through them.
pub(super) fn sources(outline: &Outline, out: &mut String) {
    out.push_str("\nsources:\n");
    for (number, source) in outline.sources.iter().enumerate() {
        if outline.is_without(number) {
            out.push_str(WITHOUT);
        }
        _ = writeln!(out, "  {}:", written_key(&source.id));
        if let Some(words) = &source.corrected {
            _ = writeln!(out, "    # {}", remark(&corrected(words)));
        }
        if let Some(recorded) = &source.recorded {
            out.push_str(recorded);
        } else {
            out.push_str("    type: article-newspaper\n");
        }
        if let Some(title) = &source.title {
            _ = writeln!(out, "    title: {}", quoted(title));
        }
        if source.recorded.is_none() {
            out.push_str("    publisher: TODO\n");
        }
        if let Some(issued) = &source.given {
            _ = writeln!(out, "    issued: {{ date: {} }}", issued.as_str());
        }
        if source.recorded.is_some() {
            continue;
        }
        _ = writeln!(out, "    snapshot: {}", quoted(&source.snapshot.file));
    }
    for outlet in &outline.voices.outlets.all {
        let is_open =
            |source: &&SourceEntry| !source.is_published && outlet.through.contains(&source.id);
        for own in outline.sources.iter().filter(is_open) {
            _ = writeln!(
                out,
                "  # TODO If this is who published `{own}`: take it out, write {own} in its place, and name it as its publisher.",
                own = own.id
            );
        }
        let through = outlet.through.join(", ");
        _ = writeln!(
            out,
            "  {}:\n    type: article-newspaper\n    publisher: {}\n    through: [{through}]",
            written_key(&outlet.id),
            quoted(&outlet.name),
        );
    }
}
