//! Words the faults of fields that are given, but not as they may be: twice, in the wrong run, or left
//! open.

use super::rules::{ALIAS_EXPANSION, DUPLICATE_FIELD, MISSING_FIELD, UNKNOWN_FIELD};
use super::shape_faults::Faults;
use super::tree::Cursor;
use crate::diagnostics::{Diagnostic, Part, Place, Span};

impl Faults<'_> {
    /// Reports a field that is given again. Says whether another item begins with it, most likely.
    pub(super) fn given_again(
        &self,
        field: &str,
        before: Place,
        key: Cursor<'_>,
        first: Cursor<'_>,
    ) -> bool {
        let place = key.span();
        let is_another =
            first.text() == Some(field) && self.begins_another_item(field, place, first.span());
        if !is_another {
            self.duplicate_field(field, place, before);
        }
        is_another
    }

    fn duplicate_field(&self, field: &str, place: Span, first: Place) {
        self.report(&DUPLICATE_FIELD, || {
            twice(field, place, first)
                .help("remove one of them")
                .taking_out(Part::Value)
        });
    }

    /// Reports that the first field of an item is given again: another item begins there, most likely,
    /// and nobody knows whose the fields below are. Says whether the first begins an item.
    fn begins_another_item(&self, field: &str, place: Span, first: Span) -> bool {
        let line = |at: usize| {
            let before = self.input.get(..at).unwrap_or("");
            before.rsplit('\n').next().unwrap_or("")
        };
        let value = |at: usize| self.input.get(at..).and_then(|rest| rest.lines().next());
        let is_same =
            value(first.start).map(str::trim_end) == value(place.start).map(str::trim_end);
        if is_same || !line(first.start).trim_end().ends_with('-') {
            return false;
        }
        self.report(&DUPLICATE_FIELD, || {
            let help = "put `- ` before it if another begins here; else remove one of them";
            let fault = twice(field, place, Place::At(first)).help(help);
            let indentation = line(place.start);
            if !indentation.trim_start_matches(' ').is_empty() || indentation.len() < 2 {
                return fault;
            }
            let dash = Span::new(place.start - 2, place.start);
            fault.edit("Begin another with `- `", [(dash, "- ".to_owned())])
        });
        true
    }

    /// Reports a date that is left open.
    pub(super) fn left_open(&self, field: Option<&str>, place: Place) {
        let field = field.unwrap_or("date");
        self.report(&MISSING_FIELD, || {
            let message = format!("`{field}` is left open");
            Diagnostic::new(&MISSING_FIELD, place, message).help(match field {
                "date" | "as_given" => "write it, or leave it out if the source does not tell",
                _ => "write `{ date: … }`, or `{}` if the source does not tell",
            })
        });
    }

    /// Reports a field that a claim of a run gives besides the `from` of the run.
    pub(super) fn repeated_in_run(&self, field: &str, place: Place, first: Place) {
        self.report(&DUPLICATE_FIELD, || {
            let message = format!("`{field}` is given by the claim and by the `from` of its run");
            Diagnostic::new(&DUPLICATE_FIELD, place, message)
                .also(first, "given here for all claims of the run")
                .help("remove it here; or take the claim out of the run, if it is another")
                .taking_out(Part::Value)
        });
    }

    pub(super) fn nested_run(&self, place: Span) {
        self.report(&UNKNOWN_FIELD, || {
            let message = "a run of claims within another";
            Diagnostic::new(&UNKNOWN_FIELD, Place::At(place), message)
                .help("end the first run, and begin the second beside it")
        });
    }

    pub(super) fn too_much_shared(&self, place: Span) {
        self.report(&ALIAS_EXPANSION, || {
            let message = "the `from`s of all runs up to here stand for too much";
            Diagnostic::new(&ALIAS_EXPANSION, Place::At(place), message)
                .help("what a `from` gives is read anew for each claim: make it shorter")
        });
    }
}

fn twice(field: &str, place: Span, first: Place) -> Diagnostic {
    let message = format!("`{field}` is given twice");
    Diagnostic::new(&DUPLICATE_FIELD, Place::At(place), message).also(first, "first given here")
}
