//! Collects the faults of shape and the unsafe characters, and words the faults.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use super::document::ATTRIBUTION;
use super::key_slips;
use super::part::Parts;
use super::plain;
use super::quoting::parts_from;
use super::rules::{
    self, MISSING_FIELD, UNATTRIBUTED_CLAIM, UNKNOWN_FIELD, UNKNOWN_VALUE, UNSUPPORTED_YAML,
    WRONG_TYPE,
};
use super::shape_help::{excerpt, help_for, meant_field, meant_word};
use super::shape_mends;
use super::shape_words::{noun, ticked};
use super::tree::{Cursor, Value};
use super::values::Text;
use super::yaml_faults;
use super::yaml_lines::{Line, odd_space_name};
use super::yaml_mends::odd_indentation;
use crate::diagnostics::{Diagnostic, Place, Rule, Span};
use crate::model::{is_plain, is_unfinished, is_unsafe, unsafe_character};

/// How many faults of one rule are reported at most; a file with more is not a brief.
const MOST_FAULTS: usize = 1_000;

/// How many faults there are of a rule.
#[derive(Debug)]
struct OfRule {
    rule: &'static Rule,
    reported: usize,
    more: usize,
}

/// Collects faults and unsafe characters. A value that several aliases stand for is reported once.
#[derive(Debug)]
pub(super) struct Faults<'a> {
    pub(super) input: &'a str,
    /// Whether the input has no unsafe character and no escape that could stand for one: then no
    /// text in it has one.
    is_plain: bool,
    list: RefCell<Vec<Diagnostic>>,
    /// The first unsafe character of each text that has one, by the text's place. They crowd no fault
    /// of shape out, and none crowds them out.
    unsafe_characters: RefCell<BTreeMap<Span, Diagnostic>>,
    /// The texts that are still to be written, by their place.
    unfinished: RefCell<BTreeMap<Span, Diagnostic>>,
    known: RefCell<BTreeSet<(Option<Span>, &'static str, String)>>,
    count: Cell<usize>,
    /// How many faults of each rule are reported, and how many are too many, by the rule's code.
    by_rule: RefCell<BTreeMap<&'static str, OfRule>>,
    more_unsafe_characters: Cell<usize>,
    /// The last parts that commas cut off a text: they are told with the first.
    parts: Cell<Option<Span>>,
    /// Which lists a brief that includes files does not have itself.
    pub(super) unless_included: RefCell<Vec<&'static str>>,
}

/// Says whether an input has an unsafe character, or an escape that could stand for one.
fn may_be_unsafe(input: &str) -> bool {
    let is_odd = |line: &str| !is_plain(line) && line.chars().any(is_unsafe);
    input.contains('\\') || input.split_inclusive('\n').any(is_odd)
}

impl<'a> Faults<'a> {
    pub(super) fn of(input: &'a str) -> Self {
        Self {
            input,
            is_plain: !may_be_unsafe(input),
            list: RefCell::default(),
            unsafe_characters: RefCell::default(),
            unfinished: RefCell::default(),
            known: RefCell::default(),
            count: Cell::default(),
            by_rule: RefCell::default(),
            more_unsafe_characters: Cell::default(),
            parts: Cell::default(),
            unless_included: RefCell::default(),
        }
    }

    /// Reports the first unsafe character of a text, unless it is known or there are enough. The text
    /// is sound otherwise, is read, and does not count as at fault.
    pub(super) fn unsafe_character(&self, text: &str, span: Span) {
        let mut known = self.unsafe_characters.borrow_mut();
        if self.is_plain || known.contains_key(&span) {
            return;
        }
        if let Some((at, c)) = unsafe_character(text) {
            if known.len() >= MOST_FAULTS {
                let more = &self.more_unsafe_characters;
                return more.set(more.get() + 1);
            }
            let (value, place) = (text.to_owned(), Place::At(span));
            let place = Parts::of(self.input).place(&Text { value, place }, at..at + c.len_utf8());
            known.insert(span, rules::unsafe_character::fault(place, c));
        }
    }

    /// Reports a text that is still to be written. It is read, and does not count as at fault.
    pub(super) fn unfinished(&self, text: &str, span: Span) {
        if is_unfinished(text) {
            let fault = || rules::unfinished::fault(Place::At(span));
            self.unfinished
                .borrow_mut()
                .entry(span)
                .or_insert_with(fault);
        }
    }

    /// Returns how many faults of shape there were so far, those that are not reported included.
    pub(super) fn count(&self) -> usize {
        self.count.get()
    }

    pub(super) fn into_list(self) -> Vec<Diagnostic> {
        let unsafe_characters = self.unsafe_characters.into_inner().into_values();
        let unfinished = self.unfinished.into_inner().into_values();
        let all = unsafe_characters
            .chain(unfinished)
            .chain(self.list.into_inner());
        let rule = &rules::unsafe_character::UNSAFE_CHARACTER;
        let unsafe_characters = (rule, self.more_unsafe_characters.get());
        let more = self.by_rule.into_inner().into_values();
        let more = more.map(|of| (of.rule, of.more)).chain([unsafe_characters]);
        let more = more.filter(|(_, count)| *count > 0);
        all.chain(more.map(|(rule, count)| Diagnostic::more(rule, count)))
            .collect()
    }

    /// Counts a fault of shape, and adds it unless it is known or there are enough.
    pub(super) fn report(&self, rule: &'static Rule, fault: impl FnOnce() -> Diagnostic) {
        self.count.set(self.count.get() + 1);
        let mut by_rule = self.by_rule.borrow_mut();
        let of_rule = by_rule.entry(rule.code()).or_insert(OfRule {
            rule,
            reported: 0,
            more: 0,
        });
        if of_rule.reported >= MOST_FAULTS {
            of_rule.more += 1;
            return;
        }
        let fault = fault();
        let place = fault.primary().place.span();
        let identity = (place, fault.code(), fault.message().to_owned());
        if self.known.borrow_mut().insert(identity) {
            of_rule.reported += 1;
            self.list.borrow_mut().push(fault);
        }
    }

    /// Reports a value of the wrong type, of a field or among its items.
    pub(super) fn wrong_type(&self, expected: &str, found: Cursor<'_>, field: Option<&str>) {
        self.report(&WRONG_TYPE, || {
            let message = format!("expected {expected}, found {}", described(found));
            let fault = Diagnostic::new(&WRONG_TYPE, Place::At(found.span()), message);
            if expected.contains("sequence") && begins_with_a_joined_dash(found) {
                let fault = fault.help("put a space after `-`");
                return shape_mends::dashes(fault, self.input, found.span());
            }
            let fault = match help_for(expected, found.value(), field) {
                Some(help) => fault.help(help),
                None => return fault,
            };
            shape_mends::rewritten(fault, self.input, expected, found, field)
        });
    }

    /// Reports a text that stands for a mapping, since the colon of its first key, or the space after it,
    /// is missing. Says whether it is one.
    pub(super) fn unparted_key(&self, fields: &[&str], found: Cursor<'_>) -> bool {
        let or = ", if that is the key";
        let is_text = found.text().is_some() && !found.is_blank();
        let fault = is_text.then(|| self.unparted(&WRONG_TYPE, or, fields, found.span()));
        let fault = fault.flatten();
        let is_one = fault.is_some();
        if let Some(fault) = fault {
            self.report(&WRONG_TYPE, || fault);
        }
        is_one
    }

    /// Finds a field at a place that is not parted from its value.
    fn unparted(
        &self,
        rule: &'static Rule,
        or: &str,
        fields: &[&str],
        place: Span,
    ) -> Option<Diagnostic> {
        let text = self.input.get(place.range())?.lines().next()?;
        let line = Line {
            start: place.start,
            text,
        };
        key_slips::unparted(rule, &line, or, |key| fields.contains(&key))
    }

    pub(super) fn unknown_value(&self, name: &str, words: &[&str], word: &str, place: Span) {
        self.report(&UNKNOWN_VALUE, || {
            let message = format!("unknown {} `{}`", noun(name), excerpt(word));
            let fault = Diagnostic::new(&UNKNOWN_VALUE, Place::At(place), message);
            match meant_word(name, word, words) {
                None => fault.help(format!("use {}", ticked(words.iter().copied(), "or"))),
                meant => fault.did_you_mean(meant).odd_letter(word),
            }
        });
    }

    /// Reports a field that the format does not have, and returns the one that was meant.
    pub(super) fn unknown_field(
        &self,
        name: &str,
        fields: &[&'static str],
        field: &str,
        place: Span,
    ) -> Option<&'static str> {
        let mut meant = None;
        let rule = match field {
            "<<" => &UNSUPPORTED_YAML,
            _ => &UNKNOWN_FIELD,
        };
        self.report(rule, || {
            meant = meant_field(name, field, fields);
            if field == "<<" {
                return yaml_faults::merge_key(Place::At(place));
            }
            if let Some(fault) = self.unparted(&UNKNOWN_FIELD, "", fields, place) {
                let begins = fields.iter().filter(|key| field.starts_with(**key));
                meant = begins.max_by_key(|key| key.len()).copied();
                return fault;
            }
            let message = format!("unknown field `{}` in this {}", excerpt(field), noun(name));
            let fault = Diagnostic::new(&UNKNOWN_FIELD, Place::At(place), message);
            if is_rest_of_text(self.input, place) {
                let help = "within `{ }` a comma ends a value: set a text that has one in quotes";
                return self.cut_off(fault.help(help), place);
            }
            if let Some(space) = odd_space_name(field) {
                let fault = fault.help(format!("it begins with {space}: indent with spaces"));
                return fault.edit("Indent with spaces", odd_indentation(self.input));
            }
            if let Some(joined) = field.strip_prefix('-').filter(|rest| fields.contains(rest)) {
                let fault = fault.help(format!("put a space after `-`: `- {joined}`"));
                return shape_mends::dashes(fault, self.input, place);
            }
            match meant {
                None => fault.help(format!(
                    "its fields are {}",
                    ticked(fields.iter().copied(), "and")
                )),
                meant => fault.did_you_mean(meant).odd_letter(field),
            }
        });
        meant
    }

    /// Reports a key between commas that has no colon: a part of the text before it, most likely. Says whether it
    /// is one.
    pub(super) fn bare_key(&self, field: &str, key: Span) -> bool {
        let rest = self.input.get(key.end..).unwrap_or("");
        let is_bare = rest.trim_start().starts_with([',', '}']);
        if is_bare {
            self.report(&WRONG_TYPE, || {
                let message = format!("`{field}` has no value");
                let help = format!(
                    "write `{field}: …`, or quote the text before it if the comma belongs to that"
                );
                let fault = Diagnostic::new(&WRONG_TYPE, Place::At(key), message).help(help);
                self.cut_off(fault, key)
            });
        }
        is_bare
    }

    /// Proposes what mends a part that a comma cut off, and notes those after it.
    fn cut_off(&self, fault: Diagnostic, part: Span) -> Diagnostic {
        let parts = parts_from(self.input, part);
        self.parts.set(Some(parts));
        shape_mends::commas(fault, self.input, parts)
    }

    /// Says whether a key is a part of a text that is told with the first part.
    pub(super) fn is_told_with_another(&self, key: Span) -> bool {
        let parts = self.parts.get();
        parts.is_some_and(|parts| parts.start < key.start && key.end <= parts.end)
    }

    /// Reports the fields that something lacks; a claim of a run has a `from` at a place.
    pub(super) fn missing_fields(
        &self,
        name: &str,
        fields: &[&str],
        place: Place,
        run: Option<Span>,
    ) {
        let is_attribution = |field: &&str| name == "Claim" && matches!(*field, "voice" | "in");
        let (attribution, others): (Vec<&str>, Vec<&str>) =
            fields.iter().copied().partition(is_attribution);
        let may_be_shared = |field: &&str| run.is_some() && ATTRIBUTION.contains(field);
        let (shared, own): (Vec<&str>, Vec<&str>) = others.into_iter().partition(may_be_shared);
        let lacks = |fields: &[&str], rule| {
            let list = |conjunction| ticked(fields.iter().copied(), conjunction);
            let Some(run) = run.filter(|_| fields.iter().all(may_be_shared)) else {
                let message = format!("this {} has no {}", noun(name), list("and"));
                return Diagnostic::new(rule, place, message);
            };
            let list = list("or");
            let message = format!("neither this claim nor the `from` of its run gives {list}");
            Diagnostic::new(rule, place, message).also(Place::At(run), "the `from` of its run")
        };
        for fields in [own, shared].iter().filter(|fields| !fields.is_empty()) {
            self.report(&MISSING_FIELD, || lacks(fields, &MISSING_FIELD));
        }
        if !attribution.is_empty() {
            self.report(&UNATTRIBUTED_CLAIM, || {
                unattributed(lacks(&attribution, &UNATTRIBUTED_CLAIM), &attribution)
            });
        }
    }
}

pub(super) fn empty() -> Diagnostic {
    Diagnostic::new(&MISSING_FIELD, Place::Whole, "the input is empty")
        .help("a brief is a mapping that begins with `format: 1`")
}

/// Reports a file that holds nothing but what briefs may include.
pub(super) fn no_brief() -> Diagnostic {
    let message = "this is a file of voices and sources for briefs to include, and no brief";
    Diagnostic::new(&MISSING_FIELD, Place::Whole, message)
        .help("check a brief that includes it: `include: [desk-voices.yaml]`")
}

fn unattributed(mut fault: Diagnostic, fields: &[&str]) -> Diagnostic {
    if fields.contains(&"voice") {
        fault = fault.help("name who says so: `voice: voice-id`");
    }
    if fields.contains(&"in") {
        fault = fault
            .help("name the source that carries it first: `in: source-id`")
            .help("a judgement of the writer’s has, in place of it, `rests_on: [claim-id]`");
    }
    fault
}

/// Says whether a value begins as an item does, but for the space after its `-`.
fn begins_with_a_joined_dash(found: Cursor<'_>) -> bool {
    let first = found.mapping().and_then(|mut entries| entries.next());
    let text = first.map_or(found, |(key, _)| key).plain_text();
    text.is_some_and(|text| text.starts_with('-') && text.len() > 1)
}

fn described(found: Cursor<'_>) -> String {
    match found.value() {
        Value::Scalar { plain: true, text } if text.is_empty() => "nothing".to_owned(),
        Value::Scalar { text, plain: true } if plain::is_no_text(text) => {
            format!("`{}`", excerpt(text))
        }
        Value::Scalar { .. } => "a text".to_owned(),
        Value::Sequence => "a sequence".to_owned(),
        Value::Mapping => "a mapping".to_owned(),
        Value::Alias(_) => "an alias".to_owned(),
    }
}

/// Says whether what was taken for a field is the rest of a text that a comma within `{ }` cut.
fn is_rest_of_text(input: &str, place: Span) -> bool {
    let before = input.get(..place.start).unwrap_or("");
    let after = input.get(place.end..).unwrap_or("");
    before.trim_end().ends_with(',') && after.trim_start().starts_with([',', '}'])
}
