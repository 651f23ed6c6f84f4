//! How many people without a name stand behind the brief.

use crate::model::{Brief, VoiceId, VoiceKind};

/// The anonymous people behind a brief, each counted once: an anonymous voice that is one of
/// other voices is counted with those.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnonymousPeople {
    /// The people in voices whose number the sources give.
    pub counted: u64,
    /// The voices whose number the sources do not give: one person or more each.
    pub uncounted_voices: u64,
}

impl AnonymousPeople {
    /// Returns the least number of people; the number itself if there are no uncounted voices.
    pub fn at_least(self) -> u64 {
        self.counted.saturating_add(self.uncounted_voices)
    }

    /// Counts the people behind the claims of a brief.
    pub(super) fn of(brief: &Brief) -> Self {
        let mut people = Self::default();
        for id in voices_behind(brief) {
            if let VoiceKind::Anonymous { count, one_of, .. } = &brief.voice(id).kind
                && one_of.is_empty()
            {
                match count {
                    Some(count) => {
                        people.counted = people.counted.saturating_add(u64::from(count.get()));
                    }
                    None => people.uncounted_voices += 1,
                }
            }
        }
        people
    }
}

/// Lists the voices of claims and those one of whom they are, however far that leads.
fn voices_behind(brief: &Brief) -> Vec<VoiceId> {
    let mut seen = vec![false; brief.voices().len()];
    let mut is_new = |id: &VoiceId| !std::mem::replace(&mut seen[id.index()], true);
    let mut behind: Vec<VoiceId> = Vec::new();
    for (_, claim) in brief.claims() {
        behind.extend(claim.voices.iter().copied().filter(&mut is_new));
    }
    let mut next = 0;
    while let Some(&id) = behind.get(next) {
        next += 1;
        if let VoiceKind::Anonymous { one_of, .. } = &brief.voice(id).kind {
            behind.extend(one_of.iter().copied().filter(&mut is_new));
        }
    }
    behind
}

#[cfg(test)]
mod tests {
    use super::AnonymousPeople;
    use crate::analysis::sample::Sample;

    #[test]
    fn nobody_is_counted_twice() {
        let cases: &[(&[&str], u64, u64)] = &[
            (&["ann"], 0, 0),
            (&["aides"], 3, 0),
            (&["aides", "aide"], 3, 0),
            (&["aide"], 3, 0),
            (&["aide-again"], 3, 0),
            (&["aides", "officials"], 3, 1),
            (&["spokesman"], 0, 0),
        ];
        for (voices, counted, uncounted_voices) in cases {
            let brief = Sample::new()
                .person("ann")
                .anonymous("aides", Some(3))
                .anonymous("officials", None)
                .anonymous("unused", Some(9))
                .one_of("aide", &["aides"])
                .one_of("aide-again", &["aide"])
                .one_of("spokesman", &["ann"])
                .work("times", &[])
                .claim("c", voices, &["times"])
                .build();
            let expected = AnonymousPeople {
                counted: *counted,
                uncounted_voices: *uncounted_voices,
            };
            assert_eq!(AnonymousPeople::of(&brief), expected, "{voices:?}");
            assert_eq!(expected.at_least(), counted + uncounted_voices);
        }
    }
}
