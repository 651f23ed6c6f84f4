#![doc = include_str!("same_voice.md")]
//! Names are compared as they are heard: in any case, whatever spaces are between their words. Whoever
//! speaks for another counts as that one.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Place, Rule};
use crate::load::{Claim, Text, Voice};
use crate::model::principals;

pub(super) static SAME_VOICE: Rule = Rule::warning(include_str!("same_voice.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let voices = Voices::of(cx);
    voices.check_names(cx, out);
    if voices.groups_of.iter().any(|groups| !groups.is_empty()) {
        let mut seen = HashSet::new();
        for claim in &cx.document.claims {
            voices.check_members(cx, claim, &mut seen, out);
        }
    }
}

struct Voices {
    /// For whom each voice speaks in the end: itself, mostly.
    principals: Vec<usize>,
    /// The groups of which each is a member by its name.
    groups_of: Vec<Vec<usize>>,
}

impl Voices {
    fn of(cx: &Context<'_>) -> Self {
        let voices = &cx.document.voices.0;
        let speaks_for = voices.iter().map(|(_, voice)| {
            let principal = voice.speaks_for.as_ref()?;
            cx.index.voices.position(principal)
        });
        let principals = principals(&speaks_for.collect::<Vec<_>>()).into_iter();
        let principals = principals
            .enumerate()
            .map(|(at, found)| found.unwrap_or(at));
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, (_, voice)) in voices.iter().enumerate() {
            for member in &voice.members {
                groups.entry(heard(member)).or_default().push(at);
            }
        }
        let groups_of = voices.iter().map(|(_, voice)| {
            let found = name(voice).and_then(|name| groups.get(&heard(name)));
            found.cloned().unwrap_or_default()
        });
        Self {
            principals: principals.collect(),
            groups_of: groups_of.collect(),
        }
    }

    fn check_names(&self, cx: &Context<'_>, out: &mut Findings) {
        let mut first: HashMap<String, (usize, &Text, &Text)> = HashMap::new();
        for (at, (id, voice)) in cx.document.voices.0.iter().enumerate() {
            let Some(name) = name(voice) else {
                continue;
            };
            let (other, other_id, other_name) = *first.entry(heard(name)).or_insert((at, id, name));
            if self.principals[other] == self.principals[at] || id == other_id {
                continue;
            }
            let [id, beside] = [id, other_id].map(|id| id.value.escape_debug().to_string());
            let message = format!("`{id}` has the name of `{beside}`: they count as two origins");
            let fault = Diagnostic::new(&SAME_VOICE, name.place, message)
                .also(other_name.place, "")
                .help(format!(
                    "if they are one, write `{beside}` in place of `{id}`"
                ))
                .help("or say with `allow` that they are two");
            out.warn(&cx.document.allow, fault);
        }
    }

    fn check_members<'a>(
        &self,
        cx: &Context<'a>,
        claim: &'a Claim,
        seen: &mut HashSet<Place>,
        out: &mut Findings,
    ) {
        if claim.voice.len() < 2 {
            return;
        }
        let voices: Vec<(&Text, usize)> = claim
            .voice
            .iter()
            .filter_map(|id| Some((id, self.principals[cx.index.voices.position(id)?])))
            .collect();
        let speaking: HashSet<usize> = voices.iter().map(|(_, at)| *at).collect();
        for (id, at) in voices {
            let mut groups = self.groups_of[at].iter();
            let group = groups.find(|group| **group != at && speaking.contains(group));
            let group = group.and_then(|group| cx.document.voices.0.get(*group));
            let Some((group, _)) = group.filter(|_| seen.insert(id.place)) else {
                continue;
            };
            let [shown, group] = [id, group].map(|id| id.value.escape_debug().to_string());
            let message = format!("`{shown}` is a member of `{group}`: they count as two origins");
            let fault = Diagnostic::new(&SAME_VOICE, id.place, message)
                .help("if the member speaks for the group, say so in the voice with `speaks_for`")
                .help("or say with `allow` that the member speaks for itself");
            out.warn(&claim.allow, fault);
        }
    }
}

fn name(voice: &Voice) -> Option<&Text> {
    voice.name.as_ref().or(voice.group.as_ref())
}

fn heard(name: &Text) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
