//! Resolves the headline: its words, and the claims that it cites as running text does, `[@id]`.

use super::Resolver;
use crate::check::rules::{empty_text, markdown as markdown_rules};
use crate::load::Text;
use crate::model::{ClaimId, Line};

impl Resolver<'_, '_> {
    pub(super) fn title(&mut self, text: &Text) -> Option<(Line, Vec<ClaimId>)> {
        let (mut words, mut cites, mut is_sound) = (String::new(), Vec::new(), true);
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("[@") {
            let Some((inside, behind)) = after.split_once(']') else {
                break;
            };
            words.push_str(before.trim_end());
            for id in inside.split([';', ',']) {
                let id = id.trim().trim_start_matches('@');
                match self.index.find(id) {
                    Some(claim) => cites.push(claim),
                    None if id.is_empty() => {
                        self.findings.push(markdown_rules::bad_citation(text.place));
                        is_sound = false;
                    }
                    None => {
                        self.report_unknown::<ClaimId>(id, text.place);
                        is_sound = false;
                    }
                }
            }
            rest = behind;
        }
        words.push_str(rest);
        let value = Text {
            value: words,
            place: text.place,
        };
        let line = empty_text::read(&value, self.findings)?;
        is_sound.then_some((line, cites))
    }
}
