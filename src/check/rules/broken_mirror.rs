#![doc = include_str!("broken_mirror.md")]
//! Compared are ids and their order, attribution, dates and the kinds of quotes. Not compared are
//! words, what they cite but for the headline, and which remarks there are; quotes may be translated.

use std::collections::{BTreeSet, HashMap};

use super::ambiguous_voice::kinds;
use crate::check::context::key;
use crate::check::headline;
use crate::check::markdown::table_rows;
use crate::check::numbers::Numbers;
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Rule, plural};
use crate::load::{Claim, Date, Document, Entries, Located, Locators, Quote, Source, Text, Voice};
use crate::model::{QuoteKind, Reason};

pub(super) static BROKEN_MIRROR: Rule = Rule::error(include_str!("broken_mirror.md"));

/// Compares a translation with its original; places are those of the translation, which `text` is.
/// Both are sound.
pub(crate) fn mirror(
    (original, before): (&Document, &Numbers),
    (translation, after): (&Document, &Numbers),
    text: &str,
) -> Diagnostics {
    let mut mirror = Mirror {
        text,
        numbers: [before, after],
        out: Diagnostics::new(),
    };
    mirror.documents(original, translation);
    mirror.out.sort();
    mirror.out
}

struct Mirror<'t> {
    text: &'t str,
    numbers: [&'t Numbers; 2],
    out: Diagnostics,
}

impl Mirror<'_> {
    fn documents(&mut self, before: &Document, after: &Document) {
        self.same("as_of", after.as_of.place, &before.as_of, &after.as_of);
        let editions = [before, after].map(|document| document.edition.value.to_string());
        self.same("edition", after.edition.place, &editions[0], &editions[1]);
        let cited = [before, after].map(|document| cited(&document.title));
        self.same_ids("title: cites", after.title.place, &cited[0], &cited[1]);
        self.voices(&before.voices, &after.voices);
        self.sources(&before.sources, &after.sources);
        self.ids(
            "issues",
            "issue",
            &keys(&before.issues),
            &keys(&after.issues),
        );
        self.claims(&before.claims, &after.claims);
        for (old, new) in self.items("position", &before.positions, &after.positions) {
            let of = new.of.place;
            self.same_text("of", of, Some(&old.of), Some(&new.of));
            self.same_text("on", of, Some(&old.on), Some(&new.on));
            self.same_text("date", of, old.date.as_ref(), new.date.as_ref());
            self.same_word("stance", of, Some(&old.stance), Some(&new.stance));
            self.same_ids("claims", of, &old.claims, &new.claims);
        }
        for (old, new) in self.items("event", &before.events, &after.events) {
            let of = new.what.place;
            self.same_text("date", of, old.date.as_ref(), new.date.as_ref());
            self.given("as_given", of, old.as_given.as_ref(), new.as_given.as_ref());
            self.same_ids("claims", of, &old.claims, &new.claims);
        }
        for (old, new) in self.items("tension", &before.tensions, &after.tensions) {
            self.same_ids("between", new.note.place, &old.between, &new.between);
        }
        let counts = [before, after].map(|document| document.left_out.len());
        self.counts(self.key("left_out"), "left-out item", counts[0], counts[1]);
        for (old, new) in before.left_out.iter().zip(&after.left_out) {
            let of = new.source.place;
            self.same_text("in", of, Some(&old.source), Some(&new.source));
            self.same_ids("passage", of, &old.passage, &new.passage);
        }
        let gone = |document: &Document| {
            let gone = document.withdrawn.iter().map(|item| item.claim.clone());
            gone.collect::<Vec<Text>>()
        };
        let place = self.key("withdrawn");
        self.same_ids("withdrawn", place, &gone(before), &gone(after));
        for (old, new) in self.items("gap", &before.gaps, &after.gaps) {
            let of = new.question.place;
            self.same_ids("of", of, &old.of, &new.of);
            self.same_ids("about", of, &old.about, &new.about);
            self.same_rows(of, [Some(&old.why), Some(&new.why)]);
        }
    }

    /// Compares how many rows the tables of two texts have.
    fn same_rows(&mut self, of: Place, texts: [Option<&Text>; 2]) {
        let rows = |text: Option<&Text>| text.map_or(0, |text| table_rows(text));
        let [before, after] = texts.map(rows);
        self.counts(of, "table row", before, after);
    }

    fn voices(&mut self, before: &Entries<Voice>, after: &Entries<Voice>) {
        for (old, new) in self.ids("voices", "voice", &keys(before), &keys(after)) {
            let ((_, old), (id, new)) = (&before.0[old], &after.0[new]);
            let of = id.place;
            self.same("kind of voice", of, voice_kind(old), voice_kind(new));
            self.same_text(
                "anonymous",
                of,
                old.anonymous.as_ref(),
                new.anonymous.as_ref(),
            );
            let reasons = [old, new].map(|voice| reason(voice.reason.as_ref()));
            self.same("reason", of, reasons[0], reasons[1]);
            self.same_text("outlet", of, old.outlet.as_ref(), new.outlet.as_ref());
            self.same_ids("one_of", of, &old.one_of, &new.one_of);
            let principals = (old.speaks_for.as_ref(), new.speaks_for.as_ref());
            self.same_text("speaks_for", of, principals.0, principals.1);
        }
    }

    fn sources(&mut self, before: &Entries<Source>, after: &Entries<Source>) {
        for (old, new) in self.ids("sources", "source", &keys(before), &keys(after)) {
            let ((_, old), (id, new)) = (&before.0[old], &after.0[new]);
            let of = id.place;
            self.same_word("type", of, Some(&old.kind), Some(&new.kind));
            self.same_ids("through", id.place, &old.through, &new.through);
            self.same_ids("draws_on", id.place, &old.draws_on, &new.draws_on);
            self.date("issued", id.place, old.issued.as_ref(), new.issued.as_ref());
            for (field, old, new) in [
                ("doi", &old.doi, &new.doi),
                ("number", &old.number, &new.number),
                ("volume", &old.volume, &new.volume),
                ("issue", &old.issue, &new.issue),
                ("pages", &old.pages, &new.pages),
            ] {
                self.same_text(field, id.place, old.as_ref(), new.as_ref());
            }
            self.counts(id.place, "update", old.updates.len(), new.updates.len());
            for (old, new) in old.updates.iter().zip(&new.updates) {
                let of = new.kind.place;
                self.same_word("kind", of, Some(&old.kind), Some(&new.kind));
                self.same_text("date", of, old.date.as_ref(), new.date.as_ref());
            }
        }
    }

    fn claims(&mut self, before: &[Claim], after: &[Claim]) {
        let [ids, new_ids] =
            [before, after].map(|claims| claims.iter().map(|claim| &claim.id).collect::<Vec<_>>());
        let pairs = self.ids("claims", "claim", &ids, &new_ids);
        self.same_numbers(&pairs, after);
        for (old, new) in pairs {
            let (old, new) = (&before[old], &after[new]);
            let of = new.id.place;
            self.same_ids("voice", of, &old.voice, &new.voice);
            self.same_ids("in", of, &old.source, &new.source);
            self.same_ids("found_out_by", of, &old.found_out_by, &new.found_out_by);
            self.same_places(of, &old.at, &new.at);
            self.same_ids("about", of, &old.about, &new.about);
            self.given("told_to", of, old.told_to.as_ref(), new.told_to.as_ref());
            self.date("said", of, old.said.as_ref(), new.said.as_ref());
            self.same_ids("rests_on", of, &old.rests_on, &new.rests_on);
            self.same_word(
                "confidence",
                of,
                old.confidence.as_ref(),
                new.confidence.as_ref(),
            );
            self.same_word(
                "likelihood",
                of,
                old.likelihood.as_ref(),
                new.likelihood.as_ref(),
            );
            self.same_rows(of, [Some(&old.says), Some(&new.says)]);
            self.same_rows(of, [old.note.as_ref(), new.note.as_ref()]);
            self.same_ids("passage", of, &old.passage, &new.passage);
            self.counts(of, "quote", old.quotes.len(), new.quotes.len());
            for (quote, translated) in old.quotes.iter().zip(&new.quotes) {
                let of = translated.text.place;
                self.same("kind", of, &quote_kinds(quote), &quote_kinds(translated));
                let speakers = (old.speakers_of(quote), new.speakers_of(translated));
                self.same_ids("voice", of, speakers.0, speakers.1);
                self.same_places(of, &quote.at, &translated.at);
            }
        }
    }

    /// Compares places in sources, whose order says nothing.
    fn same_places(&mut self, of: Place, before: &Locators, after: &Locators) {
        let of = after.iter().next().map_or(of, |(label, _)| label.place);
        let [before, after] = [before, after].map(|at| {
            let places = at.iter();
            let mut places: Vec<String> = places
                .map(|(label, value)| format!("{}: {}", label.word(), value.value))
                .collect();
            places.sort_unstable();
            places.join(", ")
        });
        self.same("at", of, &before, &after);
    }

    /// Compares the numbers of claims, which follow from the editions before. One that has another
    /// makes others have another: the first is told.
    fn same_numbers(&mut self, pairs: &[(usize, usize)], after: &[Claim]) {
        // What is missing, new or moved says that already.
        if pairs.iter().enumerate().any(|(at, pair)| *pair != (at, at)) {
            return;
        }
        let [before, here] = self.numbers;
        let mut numbers = pairs
            .iter()
            .map(|(old, new)| (before.number(*old), here.number(*new), new));
        if let Some((old, number, new)) = numbers.find(|(old, number, _)| old != number) {
            let id = &after[*new].id;
            let shown = id.value.escape_debug();
            let message = format!("`{shown}` is C{number} here, and C{old} in the original");
            let help = "numbers stay over editions: translate the earlier ones, and name the last of \
                        them as `previous`";
            self.report(id.place, message, Some(help));
        }
    }

    /// Pairs items without an id by their order, and compares how many there are.
    fn items<'d, T>(
        &mut self,
        noun: &str,
        before: &'d [T],
        after: &'d [T],
    ) -> impl Iterator<Item = (&'d T, &'d T)> + use<'d, T> {
        let place = self.key(&format!("{noun}s"));
        self.counts(place, noun, before.len(), after.len());
        before.iter().zip(after)
    }

    /// Compares ids and their order; returns the pairs of places that have the same id.
    fn ids(
        &mut self,
        list: &str,
        noun: &str,
        before: &[&Text],
        after: &[&Text],
    ) -> Vec<(usize, usize)> {
        let [of_old, of_new] = [before, after].map(|ids| {
            let places = ids.iter().enumerate();
            places
                .map(|(at, id)| (id.as_str(), at))
                .collect::<HashMap<_, _>>()
        });
        for id in before.iter().filter(|id| !of_new.contains_key(id.as_str())) {
            let id = id.value.escape_debug();
            let message = format!("{noun} `{id}` of the original is missing");
            let help = "translate it too, under the same id and in the same place";
            self.report(self.key(list), message, Some(help));
        }
        let mut pairs = Vec::new();
        for (at, id) in after.iter().enumerate() {
            if let Some(old) = of_old.get(id.as_str()) {
                pairs.push((*old, at));
            } else {
                let shown = id.value.escape_debug();
                let message = format!("the original has no {noun} `{shown}`");
                let help = "a translation keeps the ids of its original, and adds none";
                self.report(id.place, message, Some(help));
            }
        }
        // One that moved makes others seem to: the first is told.
        let moved = pairs.windows(2).find_map(|pair| match pair {
            [(one, _), (next, at)] if next < one => Some((after[*at], before[*one])),
            _ => None,
        });
        if let Some((id, before)) = moved {
            let (shown, before) = (id.value.escape_debug(), before.value.escape_debug());
            let message = format!("`{shown}` stands before `{before}` in the original");
            let help = "labels such as C4 follow the order of the file: keep it";
            self.report(id.place, message, Some(help));
        }
        pairs
    }

    /// Compares lists of ids, whose order says nothing.
    fn same_ids(&mut self, field: &str, of: Place, before: &[Text], after: &[Text]) {
        let names = |ids: &[Text]| ids.iter().map(|id| id.value.clone()).collect::<Vec<_>>();
        let (before, names) = (names(before), names(after));
        if before.iter().collect::<BTreeSet<_>>() != names.iter().collect() {
            let place = after.first().map_or(of, |id| id.place);
            self.same(field, place, &before.join(", "), &names.join(", "));
        }
    }

    fn same_text(&mut self, field: &str, of: Place, before: Option<&Text>, after: Option<&Text>) {
        let place = after.map_or(of, |text| text.place);
        let value = |text: Option<&Text>| text.map_or(String::new(), |text| text.value.clone());
        self.same(field, place, &value(before), &value(after));
    }

    fn same_word<T: PartialEq>(
        &mut self,
        field: &str,
        of: Place,
        before: Option<&Located<T>>,
        after: Option<&Located<T>>,
    ) {
        if before != after {
            let place = after.map_or(of, |word| word.place);
            let message = format!("`{field}` is not what it is in the original");
            self.report(place, message, None);
        }
    }

    fn given(&mut self, field: &str, of: Place, before: Option<&Text>, after: Option<&Text>) {
        let word = |text: Option<&Text>| text.map_or("", |_| "given");
        self.same(field, of, word(before), word(after));
    }

    fn date(&mut self, field: &str, of: Place, before: Option<&Date>, after: Option<&Date>) {
        let [old, new] = [before, after].map(|given| given.and_then(|given| given.date.as_ref()));
        self.same_text(&format!("{field}: date"), of, old, new);
        let place = new.map_or(of, |date| date.place);
        let [old, new] =
            [before, after].map(|given| given.and_then(|given| given.as_given.as_ref()));
        self.given(&format!("{field}: as_given"), place, old, new);
    }

    fn same(&mut self, field: &str, place: Place, before: &str, after: &str) {
        if before != after {
            let value = |value: &str| match value {
                "" => "not given".to_owned(),
                "given" => "given".to_owned(),
                value => format!("`{}`", value.escape_debug()),
            };
            let (original, here) = (value(before), value(after));
            let message = format!("`{field}` is {here}, and {original} in the original");
            self.report(place, message, None);
        }
    }

    fn counts(&mut self, place: Place, noun: &str, before: usize, after: usize) {
        if before != after {
            let (original, here) = (plural(before, noun), plural(after, noun));
            let message = format!("there are {here} here, and {original} in the original");
            self.report(place, message, None);
        }
    }

    fn report(&mut self, place: Place, message: String, help: Option<&str>) {
        let fault = Diagnostic::new(&BROKEN_MIRROR, place, message);
        self.out.push(match help {
            Some(help) => fault.help(help),
            None => fault,
        });
    }

    fn key(&self, name: &str) -> Place {
        key(self.text, name).unwrap_or(Place::Whole)
    }
}

fn keys<T>(entries: &Entries<T>) -> Vec<&Text> {
    entries.iter().map(|(id, _)| id).collect()
}

fn reason(reason: Option<&Text>) -> &str {
    match reason.map(|reason| reason.as_str()) {
        Some(Reason::NOT_GIVEN) => Reason::NOT_GIVEN,
        Some(_) => "given",
        None => "",
    }
}

/// Lists the claims that a headline cites, as texts that stand where it does.
fn cited(title: &Text) -> Vec<Text> {
    let ids = headline::cited(title).into_iter();
    ids.map(|id| Text {
        value: id.to_owned(),
        place: title.place,
    })
    .collect()
}

fn voice_kind(voice: &Voice) -> &'static str {
    kinds(voice).first().map_or("", |(kind, _)| kind)
}

/// Returns the kinds of a quote but for those that say nothing of its parts: whole, translated.
fn quote_kinds(quote: &Quote) -> String {
    let mut kinds: Vec<QuoteKind> = quote.kind.iter().map(|kind| kind.value).collect();
    kinds.retain(|kind| !matches!(kind, QuoteKind::Full | QuoteKind::Translated));
    kinds.sort_unstable();
    let words: Vec<_> = kinds.into_iter().map(QuoteKind::word).collect();
    words.join(", ")
}
