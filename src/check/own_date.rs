//! Finds when a voice's own claims were said, on which a position of its rests.

use std::collections::{HashMap, HashSet};

use super::index::Index;
use crate::load::{Claim, Date, Document, Position};

/// Finds the dates of positions, one after the other.
pub(super) struct OwnDates<'d> {
    document: &'d Document,
    index: &'d Index<'d>,
    /// For whom the voices of a claim speak, of the claims that were asked for.
    voices: HashMap<usize, HashSet<usize>>,
    #[cfg(test)]
    read: usize,
}

impl<'d> OwnDates<'d> {
    pub(super) fn new(document: &'d Document, index: &'d Index<'d>) -> Self {
        Self {
            document,
            index,
            voices: HashMap::new(),
            #[cfg(test)]
            read: 0,
        }
    }

    /// Returns the date of the claims that a position rests on, where they have the same and are the
    /// voice's own, or those of who speaks for it. What others say of a voice says not when it stood
    /// there.
    pub(super) fn of(&mut self, position: &Position) -> Option<&'d Date> {
        let of = self.index.principal(&position.of)?;
        let mut date: Option<&Date> = None;
        for id in position.claims.iter() {
            let at = self.index.claims.position(id)?;
            let claim = self.document.claims.get(at)?;
            let said = claim.said.as_ref()?;
            let day = said.date.as_ref()?;
            let is_same = date.is_none_or(|first| first.date.as_ref() == Some(day));
            if !is_same || !self.voices(at, claim).contains(&of) {
                return None;
            }
            date = date.or(Some(said));
        }
        date
    }

    fn voices(&mut self, at: usize, claim: &Claim) -> &HashSet<usize> {
        self.voices.entry(at).or_insert_with(|| {
            let voices = claim.voice.iter();
            #[cfg(test)]
            {
                self.read += voices.clone().count();
            }
            let principals = voices.filter_map(|voice| self.index.principal(voice));
            principals.collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::OwnDates;
    use crate::check::index::Index;
    use crate::check::numbers::Numbers;
    use crate::load::read;

    #[test]
    fn the_voices_of_a_joint_statement_are_read_once() {
        let voices: Vec<String> = (0..40).map(|n| format!("v{n}")).collect();
        let each = |write: fn(&str) -> String| {
            let lines: Vec<String> = voices.iter().map(|voice| write(voice)).collect();
            lines.concat()
        };
        let text = format!(
            "claims:\n  - {{ id: c, says: So., voice: [{}], in: s, said: {{ date: 2025-08-01 }} }}\n\
             positions:\n{}voices:\n{}",
            voices.join(", "),
            each(|voice| {
                format!("  - {{ of: {voice}, on: i, stance: supports, in_short: x, claims: c }}\n")
            }),
            each(|voice| format!("  {voice}: {{ name: N }}\n")),
        );
        let document = read(text.as_bytes()).document.unwrap();
        let numbers = Numbers::of(&document);
        let index = Index::new(&document, &numbers);
        let mut dates = OwnDates::new(&document, &index);
        assert!(document.positions.iter().all(|one| dates.of(one).is_some()));
        assert_eq!(dates.read, voices.len());
    }
}
