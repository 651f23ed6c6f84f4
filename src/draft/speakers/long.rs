//! Finds the long form of a name: of a last name, and of a first one.

use super::{SpeakerKind, Speakers};

impl Speakers<'_> {
    /// Returns the long form of a name. Of several, it is the one that was mentioned last, else the most
    /// frequent one, and doubtful.
    pub(super) fn long(&self, name: &str, role: Option<&str>) -> (String, bool) {
        let several = match self.names.long(name) {
            [] => {
                return self
                    .elsewhere(name)
                    .unwrap_or_else(|| self.of_first(name, role));
            }
            [only] => return (self.in_dossier(&only.name), false),
            several => several,
        };
        let is_one = |name: &str| several.iter().any(|long| long.name == name);
        let mut recent = self.recent().filter(|(_, speaker)| is_one(&speaker.name));
        let recent = recent.next().map(|(_, speaker)| &speaker.name);
        let frequent = several.iter().rev().max_by_key(|long| long.times);
        let long = recent.or(frequent.map(|long| &long.name));
        (long.map_or_else(|| name.to_owned(), Clone::clone), true)
    }

    /// Returns the long form of a first name, which is doubtful, unless a title stands before it as in Sir Hugh.
    fn of_first(&self, name: &str, role: Option<&str>) -> (String, bool) {
        let is_person = |long: &&str| self.kind_of(long) == SpeakerKind::Person;
        let Some(long) = self.names.of_first(name).filter(is_person) else {
            return (name.to_owned(), false);
        };
        let title = role.and_then(|role| role.split(' ').next_back());
        let titles = &self.language.rules.by_first_name;
        let is_sure = title.is_some_and(|title| titles.has(&title.to_lowercase()));
        (long.to_owned(), !is_sure)
    }

    /// Returns the one person of that last name in the other articles, which is doubtful.
    fn elsewhere(&self, name: &str) -> Option<(String, bool)> {
        let [only] = self.dossier.long(name) else {
            return None;
        };
        let is_person = self.kind_of(&only.name) == SpeakerKind::Person;
        is_person.then(|| (only.name.clone(), true))
    }

    /// Returns a long name as the first of the articles has it, with an initial or without.
    fn in_dossier(&self, name: &str) -> String {
        match self.dossier.long(name) {
            [only] if name.contains(' ') => only.name.clone(),
            _ => name.to_owned(),
        }
    }
}
