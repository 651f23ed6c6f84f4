//! The whole brief and what follows from it as JSON, for programs.
//!
//! `form` is 1 and counts up when a field changes its meaning or goes. Ids are the labels that
//! people say aloud (C1, S1, V1, I1, Q1, O1); keys are those of the file. Texts are plain, their
//! citations labels in brackets; dates are EDTF.

mod view;

use super::{chain, changes, plain, pretty};
use crate::analysis::changes::Diff;
use crate::analysis::source_link;
use crate::analysis::{Analysis, Edition};
use crate::describe::{Locale, Locales, names, statuses};
use crate::model::{Brief, ClaimId, DateGiven, Prose, Quote, Verification};
use view::{
    BriefView, ClaimView, EventView, GapView, IssueView, OriginView, PositionView, QuoteView,
    RetellingsView, SelectorView, SourceView, TextView, VerificationView, VoiceView, WhenView,
};

/// Returns a brief as one JSON document. Names of voices and roads in words are in the language of
/// the brief, what programs compare is English.
pub fn render(edition: &Edition, locales: &Locales) -> String {
    let diff = Diff::from_previous(edition);
    pretty(&view(edition, diff.as_ref(), locales))
}

fn view<'a>(
    edition: &'a Edition,
    diff: Option<&'a Diff<'a>>,
    locales: &'a Locales,
) -> BriefView<'a> {
    let (brief, analysis) = (edition.brief(), edition.analysis());
    let locale = locales.of(&brief.parts().lang);
    let parts = brief.parts();
    BriefView {
        form: 1,
        topic: &parts.topic,
        title: &parts.title,
        lang: &parts.lang,
        as_of: parts.as_of.as_str(),
        edition: parts.edition,
        prepared_by: parts.prepared_by.as_deref(),
        bottom_line: parts
            .bottom_line
            .iter()
            .map(|sentence| text(&sentence.text, &sentence.cites))
            .collect(),
        voices: voices(locale, brief),
        sources: sources(brief),
        issues: issues(brief),
        claims: brief
            .claims()
            .map(|(id, _)| claim(locales, brief, analysis, id))
            .collect(),
        origins: origins(analysis),
        positions: positions(locales.english(), brief),
        events: events(brief),
        tensions: parts
            .tensions
            .iter()
            .map(|tension| text(&tension.note, &tension.between))
            .collect(),
        gaps: gaps(brief),
        method: parts.method.as_ref().map(plain::prose),
        changes: diff.map(|diff| changes::view(diff, locales)),
    }
}

fn text(text: &Prose, claims: &[ClaimId]) -> TextView {
    TextView {
        text: plain::prose(text),
        claims: labels(claims),
    }
}

fn voices<'a>(locale: &Locale, brief: &'a Brief) -> Vec<VoiceView<'a>> {
    let voices = brief.voices().map(|(id, voice)| VoiceView {
        id: id.to_string(),
        key: &voice.key,
        name: names::voice(locale, brief, id),
        side: voice.side.as_deref(),
    });
    voices.collect()
}

fn sources(brief: &Brief) -> Vec<SourceView<'_>> {
    let sources = brief.sources().map(|(id, source)| SourceView {
        id: id.to_string(),
        key: &source.key,
        kind: source.kind.name(),
        name: &source.name,
        title: source.title.as_deref(),
        publisher: source.publisher.as_deref(),
        issued: when(&source.issued),
        url: source.url.as_deref(),
        read: source.was_read(),
        through: labels(&source.through),
    });
    sources.collect()
}

fn issues(brief: &Brief) -> Vec<IssueView<'_>> {
    let issues = brief.issues().map(|(id, issue)| IssueView {
        id: id.to_string(),
        key: &issue.key,
        name: &issue.name,
        question: issue.question.as_deref(),
    });
    issues.collect()
}

fn claim<'a>(
    locales: &'a Locales,
    brief: &'a Brief,
    analysis: &Analysis,
    id: ClaimId,
) -> ClaimView<'a> {
    let claim = brief.claim(id);
    let distance = analysis.distance_of(id);
    let behind = analysis.origins.behind(analysis.ties_of(id));
    ClaimView {
        id: id.to_string(),
        key: &claim.key,
        says: plain::prose(&claim.says),
        voices: labels(&claim.voices),
        sources: labels(&claim.sources),
        chains: chain::in_words(locales.of(&brief.parts().lang), brief, analysis, id),
        record: analysis
            .statuses_of(id)
            .iter()
            .map(|status| statuses::status(locales.english(), status))
            .collect(),
        retellings: RetellingsView {
            nearest: distance.nearest,
            farthest: distance.farthest,
        },
        origins: behind.into_iter().map(origin_label).collect(),
        origins_within: analysis.origins_of(id),
        told_to: claim.told_to.as_deref(),
        said: when(&claim.said),
        about: labels(&claim.about),
        quotes: quotes(brief, analysis, id),
        characterised: claim.characterised.as_ref().map(plain::prose),
        note: claim.note.as_ref().map(plain::prose),
    }
}

fn quotes<'a>(brief: &'a Brief, analysis: &Analysis, claim: ClaimId) -> Vec<QuoteView<'a>> {
    let ids = analysis.quotes.of_claim(claim).iter();
    ids.map(|id| {
        let quote = id.in_brief(brief);
        QuoteView {
            id: id.to_string(),
            text: &quote.text,
            voice: quote.voice.to_string(),
            lang: quote.lang.as_ref().unwrap_or(&brief.parts().lang),
            kinds: quote.kinds.iter().map(|kind| kind.word()).collect(),
            translated_from: quote.translated_from.as_deref(),
            original: quote.original.as_deref(),
            occasion: quote.occasion.as_deref(),
            verification: verification(brief, quote),
        }
    })
    .collect()
}

fn verification<'a>(brief: &Brief, quote: &'a Quote) -> Option<VerificationView<'a>> {
    let sought = match &quote.verification {
        Verification::NoEvidence => return None,
        Verification::NotYet => {
            return Some(VerificationView {
                status: "not yet",
                checked: None,
                source: None,
                link: None,
                at: Vec::new(),
            });
        }
        Verification::Sought(sought) => sought,
    };
    let at = sought.at.iter().map(|at| SelectorView {
        exact: &at.exact,
        prefix: &at.prefix,
        suffix: &at.suffix,
        start: at.start,
        end: at.end,
    });
    Some(VerificationView {
        status: sought.status.word(),
        checked: Some(sought.day.as_str()),
        source: sought.source.map(|id| id.to_string()),
        link: source_link::of_quote(brief, quote),
        at: at.collect(),
    })
}

fn origins(analysis: &Analysis) -> Vec<OriginView> {
    let origins = analysis.origins.of_brief.iter().enumerate();
    let views = origins.map(|(index, origin)| OriginView {
        id: origin_label(index),
        voices: labels(&origin.voices),
        works: labels(&origin.works),
    });
    views.collect()
}

fn positions<'a>(english: &'a Locale, brief: &'a Brief) -> Vec<PositionView<'a>> {
    let positions = brief.parts().positions.iter().map(|position| PositionView {
        voice: position.of.to_string(),
        issue: position.on.to_string(),
        stance: statuses::stance(english, position.stance),
        in_short: &position.in_short,
        claims: labels(&position.claims),
    });
    positions.collect()
}

fn events(brief: &Brief) -> Vec<EventView<'_>> {
    let events = brief.parts().events.iter().map(|event| EventView {
        when: when(&event.when),
        what: plain::prose(&event.what),
        claims: labels(&event.claims),
    });
    events.collect()
}

fn gaps(brief: &Brief) -> Vec<GapView> {
    let gaps = brief.parts().gaps.iter().map(|gap| GapView {
        question: plain::prose(&gap.question),
        why: plain::prose(&gap.why),
        voices: labels(&gap.of),
        issues: labels(&gap.about),
    });
    gaps.collect()
}

fn when(given: &DateGiven) -> WhenView<'_> {
    let (as_given, inferred) = match given {
        DateGiven::NotGiven | DateGiven::Stated(_) => (None, false),
        DateGiven::Words(words) => (Some(&**words), false),
        DateGiven::Inferred { words, .. } => (Some(&**words), true),
    };
    WhenView {
        date: given.date().map(crate::model::Edtf::as_str),
        as_given,
        inferred,
    }
}

fn origin_label(index: usize) -> String {
    format!("O{}", index + 1)
}

fn labels<T: ToString>(ids: &[T]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
