//! The attribution line of a claim: who says so, by which road it came, on what record, how far
//! from its origin.

use super::Subject;
use crate::analysis::status::RecordStatus;
use crate::describe::{Message, Value};
use crate::model::{Claim, SourceId, VoiceId, VoiceKind};
use crate::page::html;

/// How many works of a road are named at its beginning and at its end; those between are counted.
const NAMED: usize = 4;

/// The roads of the works that carry claims first, as HTML, made once for all claims.
pub(super) struct Roads(Vec<String>);

impl Roads {
    /// Sets the roads.
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let roads_of = |id| match subject.analysis.citations.first_in(id) {
            [] => String::new(),
            _ => roads(subject, id),
        };
        let sources = subject.brief.sources();
        Self(sources.map(|(id, _)| roads_of(id)).collect())
    }

    /// Returns a claim's chain as HTML: voices, then the works that carried it, in order.
    pub(super) fn chain(&self, subject: &Subject<'_>, claim: &Claim) -> String {
        let voices: Vec<String> = claim
            .voices
            .iter()
            .map(|id| voice(subject, *id, &claim.sources))
            .collect();
        let voices = subject.locale.list(&voices);
        if is_judgement(subject, claim) {
            return voices;
        }
        let mut roads = claim.sources.iter().map(|work| &self.0[work.index()]);
        let first = roads.next().map_or("", String::as_str);
        let chain = format!("{voices} {} {first}", subject.arrow);
        roads.fold(chain, |chain, road| {
            longer(subject, Message::ChainAlso, &chain, road)
        })
    }
}

/// Says whether a claim is the writer's alone: then no work stands behind it.
pub(super) fn is_judgement(subject: &Subject<'_>, claim: &Claim) -> bool {
    let is_writer = |id: &VoiceId| matches!(subject.brief.voice(*id).kind, VoiceKind::Writer(_));
    claim.voices.iter().all(is_writer)
}

/// Returns a voice as the chain names it. Of an outlet's own reporting the outlet itself comes
/// next in the chain, so that only what it is needs to be said.
fn voice(subject: &Subject<'_>, id: VoiceId, works: &[SourceId]) -> String {
    match subject.brief.voice(id).kind {
        VoiceKind::Outlet(work) if works == [work] => {
            let own = subject.locale.text(Message::VoiceOutletInChain);
            format!("<a href=\"#{id}\">{own}</a>")
        }
        VoiceKind::Person { .. }
        | VoiceKind::Group { .. }
        | VoiceKind::Anonymous { .. }
        | VoiceKind::Outlet(_)
        | VoiceKind::Writer(_) => subject.voice_link(id),
    }
}

/// Returns a chain with one more road.
fn longer(subject: &Subject<'_>, message: Message, chain: &str, road: &str) -> String {
    let arrow = ("arrow", subject.arrow.into());
    subject.locale.with(
        message,
        [("chain", chain.into()), arrow, ("road", road.into())],
    )
}

fn roads(subject: &Subject<'_>, work: SourceId) -> String {
    let routes = subject.analysis.routes.from(work);
    let mut roads = routes.iter().enumerate().map(|(index, route)| {
        let works = route.works.get(usize::from(index > 0)..);
        road(subject, works.unwrap_or_default())
    });
    let first = roads.next().unwrap_or_default();
    let all = roads.fold(first, |chain, road| {
        longer(subject, Message::ChainAnd, &chain, &road)
    });
    match subject.analysis.routes.left_out(work) {
        0 => all,
        left_out => {
            let more = usize::try_from(left_out).unwrap_or(usize::MAX);
            let number = subject.locale.number(more);
            let values: [(_, Value<'_>); 3] = [
                ("chain", all.into()),
                ("count", more.into()),
                ("number", number.into()),
            ];
            subject.locale.with(Message::ChainMore, values)
        }
    }
}

/// Returns the works of a road with arrows between, as HTML.
fn road(subject: &Subject<'_>, works: &[SourceId]) -> String {
    let mut steps = Vec::with_capacity(works.len().min(2 * NAMED + 1));
    for (step, passed) in works.iter().enumerate() {
        let between = step >= NAMED && step + NAMED < works.len();
        if between && step == NAMED {
            let more = works.len() - 2 * NAMED;
            steps.push(subject.locale.counted(Message::MoreWorks, more));
        }
        if !between {
            let mut link = format!("<a href=\"#{passed}\">");
            html::escape(&subject.brief.source(*passed).name, &mut link);
            link.push_str("</a>");
            steps.push(link);
        }
    }
    steps.join(&format!(" {} ", subject.arrow))
}

/// Returns the class of a record status: its mark in claims, figure and legend.
pub(in crate::page) fn mark(status: RecordStatus) -> &'static str {
    match status {
        RecordStatus::OnRecord => "on-record",
        RecordStatus::Anonymous => "anonymous",
        RecordStatus::Document => "document",
        RecordStatus::OutletsOwn => "outlets-own",
        RecordStatus::Writer => "writer",
    }
}
