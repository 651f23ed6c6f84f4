//! Begins lines with a capital letter, and leaves names in the case in which they are written.

use super::describer::Describer;
use super::isolation::{OF_BRIEF, WORDS};
use crate::model::{Language, Source, Voice, VoiceId, VoiceKind};

/// Words in lower case with which a name may begin.
const PARTICLES: &[&str] = &[
    "abu", "al", "am", "ap", "ben", "bin", "bint", "da", "dal", "dalla", "das", "de", "degli",
    "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "im", "la",
    "las", "le", "les", "lo", "los", "te", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur",
    "аль", "ван", "де", "ді", "ди", "дю", "ель", "ла", "ле", "фон", "эль",
];

impl Describer<'_> {
    /// Begins a line with words of the program.
    pub(crate) fn capitalised(&self, words: &str) -> String {
        capitalised(words, &self.brief.parts().lang)
    }

    /// Begins a line with a voice in full and for whom it speaks.
    pub(crate) fn voice_first(&self, id: VoiceId) -> String {
        self.begin(&self.spoken_for(id, self.voice(id)), id)
    }

    /// Begins a line with a voice in short.
    pub(crate) fn voice_in_short_first(&self, id: VoiceId) -> String {
        self.begin(&self.voice_in_short(id), id)
    }

    /// Begins a line with a voice in short and for whom it speaks.
    pub(crate) fn speaker_first(&self, id: VoiceId) -> String {
        self.begin(&self.speaker(id), id)
    }

    /// Begins a line with voices in short.
    pub(crate) fn voices_in_short_first(&self, ids: &[VoiceId]) -> String {
        let words = self.voices_in_short(ids);
        match ids.first() {
            Some(first) => self.begin(&words, *first),
            None => words,
        }
    }

    /// Begins a line with a source. A short name that only describes it, such as "the joint
    /// statement", gets a capital.
    pub(crate) fn source_first(&self, source: &Source) -> String {
        let language = source.lang.as_ref();
        if is_described(source) {
            self.title(&self.capitalised(&source.name), language)
                .into_owned()
        } else {
            self.title(&source.name, language).into_owned()
        }
    }

    /// Begins a line with words that name this voice first.
    fn begin(&self, words: &str, id: VoiceId) -> String {
        let voice = self.brief.voice(id);
        // Before an anonymous voice may stand its number, and a locale may begin with words of its
        // own.
        let first = words.trim_start_matches([OF_BRIEF, WORDS]);
        if first.starts_with(self.written(voice)) && self.has_name(voice) {
            words.to_owned()
        } else {
            self.capitalised(words)
        }
    }

    /// Returns what the writer of the brief calls a voice.
    fn written<'v>(&'v self, voice: &'v Voice) -> &'v str {
        match (&voice.short, &voice.kind) {
            (Some(short), _) => short,
            (
                None,
                VoiceKind::Person { name, .. }
                | VoiceKind::Group { name, .. }
                | VoiceKind::Writer(name),
            ) => name,
            (None, VoiceKind::Anonymous { described_as, .. }) => described_as,
            (None, VoiceKind::Outlet(source)) => &self.brief.source(*source).name,
        }
    }

    /// Says whether what the writer calls a voice is, or begins with, a name.
    fn has_name(&self, voice: &Voice) -> bool {
        match &voice.kind {
            VoiceKind::Anonymous { .. } => !describes(self.written(voice)),
            VoiceKind::Outlet(source) if voice.short.is_none() => {
                !is_described(self.brief.source(*source))
            }
            VoiceKind::Person { .. }
            | VoiceKind::Group { .. }
            | VoiceKind::Outlet(_)
            | VoiceKind::Writer(_) => true,
        }
    }
}

/// Says whether a source's short name is several words that describe it.
fn is_described(source: &Source) -> bool {
    let is = |other: &Option<_>| other.as_ref() == Some(&source.name);
    !is(&source.publisher)
        && !is(&source.title)
        && source.name.contains(' ')
        && describes(&source.name)
}

/// Says whether words describe somebody and do not begin with a name: "officials", and not "iPhone
/// owners" or "van der Berg’s lawyers".
fn describes(words: &str) -> bool {
    let first = words.split([' ', '-', '\'', '’', '\u{A0}']).next();
    let first = first.unwrap_or(words);
    let word = words.split(' ').next().unwrap_or(words);
    // "a Thiokol engineer", and not "e-mail users of eBay".
    let is_word = first.chars().count() > 1 || first == word;
    is_word && !word.contains(char::is_uppercase) && !PARTICLES.contains(&first)
}

/// Returns words with their first letter as a capital, as the language has it.
fn capitalised(words: &str, language: &Language) -> String {
    let mut letters = words.trim_start_matches([OF_BRIEF, WORDS]).chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let (marks, _) = words.split_at(words.len() - first.len_utf8() - letters.as_str().len());
    [marks, &capital(first, language), letters.as_str()].concat()
}

/// Returns a letter as a sentence begins with it: in title case, which is not always upper case.
fn capital(letter: char, language: &Language) -> String {
    match letter {
        'i' if matches!(language.primary().as_str(), "tr" | "az" | "crh" | "tt") => "İ".to_owned(),
        'ǆ' | 'Ǆ' => "ǅ".to_owned(),
        'ǉ' | 'Ǉ' => "ǈ".to_owned(),
        'ǌ' | 'Ǌ' => "ǋ".to_owned(),
        'ǳ' | 'Ǳ' => "ǲ".to_owned(),
        // Georgian sentences begin as they go on; its capitals set whole lines.
        'ა'..='ჿ' => letter.to_string(),
        _ => {
            let mut capitals = letter.to_uppercase();
            let first = capitals.next().into_iter();
            first.chain(capitals.flat_map(char::to_lowercase)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{capitalised, describes};
    use crate::model::Language;

    #[test]
    fn lines_begin_as_their_language_has_it() {
        for (tag, words, expected) in [
            ("en", "the joint statement", "The joint statement"),
            ("en", "", ""),
            ("en", "12 people", "12 people"),
            ("uk", "одне джерело", "Одне джерело"),
            ("tr", "iki yetkili", "İki yetkili"),
            ("tr", "ışık", "Işık"),
            ("hr", "ǆep", "ǅep"),
            ("ka", "ორი", "ორი"),
            ("de", "ßa", "Ssa"),
            ("en", "ﬁve people", "Five people"),
            ("he", "שני", "שני"),
        ] {
            let language = Language::parse(tag).unwrap();
            assert_eq!(capitalised(words, &language), expected);
        }
    }

    #[test]
    fn a_name_is_no_description() {
        for words in [
            "officials",
            "senior officials",
            "a Thiokol engineer",
            "the chair",
            "трое других",
            "al’s",
        ] {
            assert_eq!(describes(words), words != "al’s", "{words}");
        }
        for words in [
            "eHarbourAlert staff",
            "iPhone owners",
            "van der Berg’s lawyers",
            "al-Hakim’s aides",
            "von der Leyen",
            "d’Artagnan",
            "US officials",
            "фон Браун",
            "e-mails of the office",
        ] {
            assert!(!describes(words), "{words}");
        }
    }
}
