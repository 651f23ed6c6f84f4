//! Finds every id of a text: where it is defined, and where it is used.

use super::citations::citations;
use super::mention::{IdKind, Mention};
use super::opened::Opened;
use crate::diagnostics::Span;
use crate::load::{Claim, Document, Parts, Source, Text, Voice};

impl Opened {
    /// Returns all ids, in the order of the text, each place once.
    pub fn mentions(&self) -> &[Mention] {
        self.mentions.get_or_init(|| {
            let mut collector = Collector {
                parts: Parts::of(&self.checked.text),
                found: Vec::new(),
            };
            if let Some(document) = &self.document {
                collector.document(document);
            }
            if let Some(shared) = &self.shared {
                collector.voices(&shared.voices.0);
                collector.sources(&shared.sources.0);
            }
            let mut found = collector.found;
            found.sort_by_key(|mention| (mention.span, mention.kind));
            found.dedup();
            found
        })
    }

    /// Returns the id at a byte, right before it included.
    pub fn mention_at(&self, byte: usize) -> Option<&Mention> {
        let all = self.mentions();
        let before = all.partition_point(|mention| mention.span.start <= byte);
        let at = all.get(..before)?.iter().rev();
        // Of ids that a value repeats by its alias there may be several at one place.
        at.take(4).find(|mention| byte <= mention.span.end)
    }

    /// Returns where what an id is of is first defined.
    pub fn definition(&self, kind: IdKind, id: &str) -> Option<&Mention> {
        self.mentions()
            .iter()
            .find(|mention| mention.defines && mention.kind == kind && mention.id == id)
    }

    /// Goes through the places of an id.
    pub fn mentions_of<'a>(
        &'a self,
        kind: IdKind,
        id: &'a str,
    ) -> impl Iterator<Item = &'a Mention> {
        let all = self.mentions().iter();
        all.filter(move |mention| mention.kind == kind && mention.id == id)
    }
}

struct Collector<'a> {
    parts: Parts<'a>,
    found: Vec<Mention>,
}

impl Collector<'_> {
    fn id(&mut self, kind: IdKind, id: &Text, defines: bool) {
        let Some(span) = id.place.span() else { return };
        let raw = self.parts.input().get(span.range()).unwrap_or("");
        let inner = raw.strip_prefix(['"', '\'']).unwrap_or(raw);
        let start = span.start + (raw.len() - inner.len());
        let inner = inner.strip_suffix(['"', '\'']).unwrap_or(inner);
        let is_plain = inner == id.value;
        self.found.push(Mention {
            kind,
            id: id.value.clone(),
            span: if is_plain {
                Span::new(start, start + inner.len())
            } else {
                span
            },
            defines,
            is_plain,
        });
    }

    fn uses<'t>(&mut self, kind: IdKind, ids: impl IntoIterator<Item = &'t Text>) {
        for id in ids {
            self.id(kind, id, false);
        }
    }

    /// Finds the claims that running text cites.
    fn prose<'t>(&mut self, texts: impl IntoIterator<Item = &'t Text>) {
        for text in texts {
            for range in citations(text) {
                let Some(id) = text.value.get(range.clone()) else {
                    continue;
                };
                let Some(span) = self.parts.place(text, range).span() else {
                    continue;
                };
                let is_plain = self.parts.input().get(span.range()) == Some(id);
                self.found.push(Mention {
                    kind: IdKind::Claim,
                    id: id.to_owned(),
                    span,
                    defines: false,
                    is_plain,
                });
            }
        }
    }

    fn document(&mut self, document: &Document) {
        self.prose([&document.title, &document.bottom_line]);
        self.prose(&document.method);
        self.voices(&document.voices.0);
        self.sources(&document.sources.0);
        for (id, _) in &document.issues {
            self.id(IdKind::Issue, id, true);
        }
        for claim in &document.claims {
            self.claim(claim);
        }
        for position in &document.positions {
            self.uses(IdKind::Voice, [&position.of]);
            self.uses(IdKind::Issue, [&position.on]);
            self.uses(IdKind::Claim, position.claims.iter());
        }
        for event in &document.events {
            self.prose([&event.what]);
            self.uses(IdKind::Claim, event.claims.iter());
        }
        for tension in &document.tensions {
            self.prose([&tension.note]);
            self.uses(IdKind::Claim, tension.between.iter());
        }
        for gap in &document.gaps {
            self.prose([&gap.question, &gap.why]);
            self.uses(IdKind::Voice, gap.of.iter());
            self.uses(IdKind::Issue, gap.about.iter());
        }
        for item in &document.left_out {
            self.uses(IdKind::Source, [&item.source]);
            self.prose([&item.reason]);
        }
        for item in &document.withdrawn {
            self.uses(IdKind::Claim, [&item.claim]);
            self.prose([&item.reason]);
        }
    }

    fn voices(&mut self, voices: &[(Text, Voice)]) {
        for (id, voice) in voices {
            self.id(IdKind::Voice, id, true);
            self.uses(IdKind::Source, &voice.outlet);
            self.uses(IdKind::Voice, &voice.speaks_for);
            self.uses(IdKind::Voice, voice.one_of.iter());
            self.prose(&voice.note);
        }
    }

    fn sources(&mut self, sources: &[(Text, Source)]) {
        for (id, source) in sources {
            self.id(IdKind::Source, id, true);
            self.uses(IdKind::Source, source.through.iter());
            self.uses(IdKind::Source, source.draws_on.iter());
            self.prose(&source.note);
        }
    }

    fn claim(&mut self, claim: &Claim) {
        self.id(IdKind::Claim, &claim.id, true);
        self.prose([&claim.says]);
        self.prose(claim.characterised.iter().chain(&claim.note));
        self.uses(IdKind::Voice, claim.voice.iter());
        self.uses(IdKind::Source, claim.source.iter());
        self.uses(IdKind::Source, claim.found_out_by.iter());
        self.uses(IdKind::Claim, claim.rests_on.iter());
        self.uses(IdKind::Issue, claim.about.iter());
        for quote in &claim.quotes {
            self.uses(IdKind::Voice, quote.voice.iter());
        }
    }
}
