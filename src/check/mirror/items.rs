//! The parts of a brief, compared one with another.

use super::Mirror;
use crate::diagnostics::Place;
use crate::load::{
    Claim, Date, Entries, Event, Gap, Issue, Position, Quote, Source, Tension, Text, Voice,
};
use crate::model::QuoteKind;

impl Mirror<'_> {
    pub(super) fn voices(&mut self, before: &Entries<Voice>, after: &Entries<Voice>) {
        for (old, new) in self.ids("voices", "voice", &keys(before), &keys(after)) {
            let ((_, old), (id, new)) = (&before.0[old], &after.0[new]);
            self.same("kind of voice", id.place, voice_kind(old), voice_kind(new));
            self.same_text(
                "anonymous",
                id.place,
                old.anonymous.as_ref(),
                new.anonymous.as_ref(),
            );
            self.same_text("outlet", id.place, old.outlet.as_ref(), new.outlet.as_ref());
            self.same_ids("one_of", id.place, &old.one_of, &new.one_of);
        }
    }

    pub(super) fn sources(&mut self, before: &Entries<Source>, after: &Entries<Source>) {
        for (old, new) in self.ids("sources", "source", &keys(before), &keys(after)) {
            let ((_, old), (id, new)) = (&before.0[old], &after.0[new]);
            self.same_word("type", &old.kind, &new.kind);
            self.same_ids("through", id.place, &old.through, &new.through);
            self.date("issued", id.place, old.issued.as_ref(), new.issued.as_ref());
        }
    }

    pub(super) fn issues(&mut self, before: &Entries<Issue>, after: &Entries<Issue>) {
        self.ids("issues", "issue", &keys(before), &keys(after));
    }

    pub(super) fn claims(&mut self, before: &[Claim], after: &[Claim]) {
        let ids =
            |claims| -> Vec<&Text> { <[Claim]>::iter(claims).map(|claim| &claim.id).collect() };
        for (old, new) in self.ids("claims", "claim", &ids(before), &ids(after)) {
            let (old, new) = (&before[old], &after[new]);
            let of = new.id.place;
            self.same_ids("voice", of, &old.voice, &new.voice);
            self.same_ids("in", of, &old.source, &new.source);
            self.same_ids("about", of, &old.about, &new.about);
            self.given("told_to", of, old.told_to.is_some(), new.told_to.is_some());
            self.date("said", of, Some(&old.said), Some(&new.said));
            self.counts(of, "quote", old.quotes.len(), new.quotes.len());
            for (old, new) in old.quotes.iter().zip(&new.quotes) {
                self.quote(old, new);
            }
        }
    }

    fn quote(&mut self, before: &Quote, after: &Quote) {
        let of = after.text.place;
        self.same("kind", of, &quote_kinds(before), &quote_kinds(after));
        self.same_text("voice", of, before.voice.as_ref(), after.voice.as_ref());
    }

    fn date(&mut self, field: &str, of: Place, before: Option<&Date>, after: Option<&Date>) {
        let date = |given: Option<&Date>| given.and_then(|given| given.date.clone());
        let words = |given: Option<&Date>| given.is_some_and(|given| given.as_given.is_some());
        self.same_text(
            &format!("{field}: date"),
            of,
            date(before).as_ref(),
            date(after).as_ref(),
        );
        let place = after
            .and_then(|given| given.date.as_ref())
            .map_or(of, |date| date.place);
        self.given(
            &format!("{field}: as_given"),
            place,
            words(before),
            words(after),
        );
    }

    pub(super) fn positions(&mut self, before: &[Position], after: &[Position]) {
        let place = self.key("positions");
        self.counts(place, "position", before.len(), after.len());
        for (old, new) in before.iter().zip(after) {
            let of = new.of.place;
            self.same_text("of", of, Some(&old.of), Some(&new.of));
            self.same_text("on", of, Some(&old.on), Some(&new.on));
            self.same_word("stance", &old.stance, &new.stance);
            self.same_ids("claims", of, &old.claims, &new.claims);
        }
    }

    pub(super) fn events(&mut self, before: &[Event], after: &[Event]) {
        let place = self.key("events");
        self.counts(place, "event", before.len(), after.len());
        for (old, new) in before.iter().zip(after) {
            let of = new.what.place;
            self.same_text("date", of, old.date.as_ref(), new.date.as_ref());
            self.given(
                "as_given",
                of,
                old.as_given.is_some(),
                new.as_given.is_some(),
            );
            self.same_ids("claims", of, &old.claims, &new.claims);
        }
    }

    pub(super) fn tensions(&mut self, before: &[Tension], after: &[Tension]) {
        let place = self.key("tensions");
        self.counts(place, "tension", before.len(), after.len());
        for (old, new) in before.iter().zip(after) {
            self.same_ids("between", new.note.place, &old.between, &new.between);
        }
    }

    pub(super) fn gaps(&mut self, before: &[Gap], after: &[Gap]) {
        let place = self.key("gaps");
        self.counts(place, "gap", before.len(), after.len());
        for (old, new) in before.iter().zip(after) {
            let of = new.question.place;
            self.same_ids("of", of, &old.of, &new.of);
            self.same_ids("about", of, &old.about, &new.about);
        }
    }
}

fn keys<T>(entries: &Entries<T>) -> Vec<&Text> {
    entries.iter().map(|(id, _)| id).collect()
}

fn voice_kind(voice: &Voice) -> &'static str {
    let given = [
        (&voice.name, "name"),
        (&voice.group, "group"),
        (&voice.anonymous, "anonymous"),
        (&voice.outlet, "outlet"),
        (&voice.writer, "writer"),
    ];
    let kind = given.into_iter().find(|(value, _)| value.is_some());
    kind.map_or("", |(_, kind)| kind)
}

/// Returns the kinds of a quote but for those that say nothing of its parts: whole, translated.
fn quote_kinds(quote: &Quote) -> String {
    let mut kinds: Vec<QuoteKind> = quote.kind.iter().map(|kind| kind.value).collect();
    kinds.retain(|kind| !matches!(kind, QuoteKind::Full | QuoteKind::Translated));
    kinds.sort_unstable();
    let words = kinds.iter().map(|kind| match kind {
        QuoteKind::Full => "full",
        QuoteKind::Fragment => "fragment",
        QuoteKind::Translated => "translated",
        QuoteKind::Edited => "edited",
        QuoteKind::EditedInSource => "edited-in-source",
    });
    words.collect::<Vec<_>>().join(", ")
}
