//! Names voices and sources, and holds what every description of a brief needs.

use std::borrow::Cow;

use super::dates;
use super::isolation::{
    OF_BRIEF, WORDS, begins_right_to_left, directed, has_both_directions, is_quoted_right_to_left,
    is_written_right_to_left, isolated, set_apart,
};
use super::locales::{Locale, Locales, Message};
use super::segments::{Anchor, Description};
use super::typography::{self, Typography};
use super::voices::{anonymous, outlet};
use crate::analysis::{Analysis, Edition};
use crate::model::{Brief, ClaimId, DateGiven, Edtf, Language, Line, SourceId, VoiceId, VoiceKind};

/// What is set apart from the text around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Apart {
    /// Nothing: programs read it.
    Nothing,
    /// Names and words that run against it.
    Directions,
    /// Those of another language, too.
    Languages,
}

/// An edition of a brief, and the words in which it is described.
#[derive(Clone, Copy)]
pub(crate) struct Describer<'a> {
    pub(crate) edition: &'a Edition,
    pub(crate) brief: &'a Brief,
    pub(crate) analysis: &'a Analysis,
    /// All words that there are, for quotes in other languages.
    pub(crate) locales: &'a Locales,
    pub(crate) locale: &'a Locale,
    /// How the brief's texts are set.
    pub(crate) typography: Typography<'a>,
    /// The day whose year need not be named.
    pub(crate) as_of: &'a Edtf,
    /// Whether the brief is read from right to left.
    pub(crate) right_to_left: bool,
    /// Whether the page's own words are, which may be of another language.
    words_right_to_left: bool,
    /// What is set apart.
    apart: Apart,
    /// Leads from a voice to a source where names stand alone, in the direction of the brief.
    pub(crate) arrow: &'static str,
    /// Leads from one to the next in a sentence of the page's own words, in their direction, with spaces around it.
    pub(crate) spaced_arrow: &'static str,
}

impl<'a> Describer<'a> {
    pub(crate) fn new(edition: &'a Edition, locales: &'a Locales) -> Self {
        let (brief, analysis) = (edition.brief(), edition.analysis());
        let language = &brief.parts().lang;
        let right_to_left = language.is_right_to_left();
        let locale = locales.of(language);
        let of_words = Language::parse(locale.tag());
        let words_right_to_left = of_words.is_ok_and(|words| words.is_right_to_left());
        Self {
            edition,
            brief,
            analysis,
            locales,
            locale,
            words_right_to_left,
            typography: locales.typography(language),
            as_of: &brief.parts().as_of,
            right_to_left,
            apart: Apart::Directions,
            arrow: if right_to_left { "←" } else { "→" },
            spaced_arrow: if words_right_to_left {
                " ← "
            } else {
                " → "
            },
        }
    }

    /// Describes with names as they are in the file, for programs.
    pub(crate) fn plain(self) -> Self {
        Self {
            apart: Apart::Nothing,
            ..self
        }
    }

    /// Describes for a form that says of each text in which language it is: the page.
    pub(crate) fn by_language(self) -> Self {
        let apart = match self.foreign_words() {
            Some(_) => Apart::Languages,
            None => self.apart,
        };
        Self { apart, ..self }
    }

    /// Returns the language of the page's own words, if that is another than the brief's.
    pub(crate) fn foreign_words(&self) -> Option<&'a str> {
        let tag = self.locale.tag();
        let primary = tag.split('-').next()?;
        let is_own = primary.eq_ignore_ascii_case(&self.brief.parts().lang.primary());
        (!is_own).then_some(tag)
    }

    /// Returns a name, set apart if it runs against the text around it: that of the brief, or the page's own
    /// words. Where it is read from right to left, Hebrew names begin with Latin ones.
    pub(crate) fn name<'t>(&self, name: &'t str) -> Cow<'t, str> {
        if self.isolates() && self.right_to_left && has_both_directions(name) {
            return set_apart(name, directed(true)).into();
        }
        self.first_letter(name)
    }

    /// Returns a text, set apart if it runs against the text around it, in the direction of its first letter.
    fn first_letter<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.isolates() {
            return text.into();
        }
        let set = isolated(text, self.right_to_left);
        if set != text {
            set
        } else if self.words_run_against() && !self.parts_languages() {
            isolated(text, self.words_right_to_left)
        } else if self.parts_languages() {
            set_apart(text, OF_BRIEF).into()
        } else {
            set
        }
    }

    /// Returns the title of a work in a language, if that is said, as a name is set apart.
    pub(crate) fn title<'t>(&self, title: &'t str, language: Option<&Language>) -> Cow<'t, str> {
        let of_brief = self.brief.parts().lang.primary();
        let is_of_brief = language.is_none_or(|language| language.primary() == of_brief);
        // The brief's language is not said of a title in another.
        let apart = if self.parts_languages() && !is_of_brief {
            Apart::Directions
        } else {
            self.apart
        };
        let describer = Self { apart, ..*self };
        let set = describer.name(title);
        match language.filter(|_| !describer.parts_languages()) {
            Some(language) if set != title => {
                set_apart(title, directed(language.is_right_to_left())).into()
            }
            _ => set,
        }
    }

    /// Returns a phrase of the writer that is no name, such as a role or a reason, set apart if it has letters
    /// that run against the text around it.
    pub(crate) fn phrase<'t>(&self, phrase: &'t str) -> Cow<'t, str> {
        let set = self.first_letter(phrase);
        match is_written_right_to_left(phrase, self.right_to_left) {
            // Where its first letter tells the direction, the mark is left to tell the language.
            Some(right_to_left)
                if set != phrase
                    && !(self.parts_languages()
                        && begins_right_to_left(phrase) == right_to_left) =>
            {
                set_apart(phrase, directed(right_to_left)).into()
            }
            _ => set,
        }
    }

    fn isolates(&self) -> bool {
        self.apart != Apart::Nothing
    }

    fn parts_languages(&self) -> bool {
        self.apart == Apart::Languages
    }

    fn words_run_against(&self) -> bool {
        self.words_right_to_left != self.right_to_left
    }

    /// Returns the direction of the page's own words as HTML has it, if it is another than the brief's.
    pub(crate) fn foreign_direction(&self) -> Option<&'static str> {
        let turned = if self.right_to_left { "ltr" } else { "rtl" };
        self.words_run_against().then_some(turned)
    }

    /// Sets words of the page apart, with whatever stands in them, if they run against the text around them:
    /// English in a brief that is read from right to left.
    pub(crate) fn in_words(&self, words: String) -> String {
        match self.mark_of_words() {
            Some(mark) if !words.is_empty() => set_apart(&words, mark),
            _ => words,
        }
    }

    /// Does the same with what has marks.
    pub(crate) fn described_in_words<'t>(&self, words: Description<'t>) -> Description<'t> {
        match self.mark_of_words() {
            Some(mark) => words.isolated(mark),
            None => words,
        }
    }

    fn mark_of_words(&self) -> Option<char> {
        if self.parts_languages() {
            return Some(WORDS);
        }
        (self.isolates() && self.words_run_against()).then(|| directed(self.words_right_to_left))
    }

    /// Returns a sentence of the writer, set apart if it runs against the text around it.
    pub(crate) fn sentence<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.direction(text) {
            Some(mark) => set_apart(text, mark).into(),
            None => text.into(),
        }
    }

    /// Returns the mark that sets a sentence of the writer apart, if it has to be.
    pub(crate) fn direction(&self, text: &str) -> Option<char> {
        self.mark(is_written_right_to_left(text, self.right_to_left)?)
    }

    /// Returns words that are somebody else's, set apart in their direction if they run against the text
    /// around them.
    pub(crate) fn quoted<'t>(&self, text: &'t str, language: Option<&Language>) -> Cow<'t, str> {
        match self.direction_of_quote(text, language) {
            Some(mark) => set_apart(text, mark).into(),
            None => text.into(),
        }
    }

    /// Returns the mark that sets a quote apart, if it has to be. Its direction is that of its language; where
    /// that is not said, its letters tell.
    pub(crate) fn direction_of_quote(
        &self,
        text: &str,
        language: Option<&Language>,
    ) -> Option<char> {
        let of_letters = is_quoted_right_to_left(text, self.right_to_left)?;
        self.mark(language.map_or(of_letters, Language::is_right_to_left))
    }

    fn mark(&self, right_to_left: bool) -> Option<char> {
        let runs_against = right_to_left != self.right_to_left || self.words_run_against();
        (self.isolates() && runs_against).then(|| directed(right_to_left))
    }

    /// Sets a name apart with the page's words in it, which may be English in a brief that is read from
    /// right to left.
    pub(crate) fn apart<'t>(&self, name: Cow<'t, str>) -> Cow<'t, str> {
        if self.mark_of_words().is_some() {
            self.in_words(name.into_owned()).into()
        } else if self.right_to_left {
            self.first_letter(&name).into_owned().into()
        } else {
            name
        }
    }

    pub(crate) fn names<'t>(&self, names: &'t [Line]) -> Vec<Cow<'t, str>> {
        names.iter().map(|name| self.name(name)).collect()
    }

    /// Describes another edition in the words of this one.
    pub(crate) fn of_edition(self, edition: &'a Edition) -> Self {
        Self {
            edition,
            brief: edition.brief(),
            analysis: edition.analysis(),
            ..self
        }
    }

    pub(crate) fn set<'t>(&self, text: &'t str) -> Cow<'t, str> {
        typography::set(text, &self.typography)
    }

    /// Returns a date and how it is known; the year is left out where it is that of the brief.
    pub(crate) fn date(&self, given: &DateGiven) -> String {
        let set_date = |date| self.in_words(date);
        dates::given(self.locale, given, self.as_of, set_date, |words| {
            self.name(words)
        })
    }

    /// Returns the date of an event, which stands in the order of dates: words alone do not say where.
    pub(crate) fn event_date(&self, given: &DateGiven) -> String {
        let date = self.date(given);
        match given {
            DateGiven::Words(_) => filled!(self.locale, EventUnplaced, "when": date),
            DateGiven::NotGiven | DateGiven::Stated(_) | DateGiven::Inferred { .. } => date,
        }
    }

    /// Returns which edition it is: "edition 2".
    pub(crate) fn edition_number(&self) -> String {
        let number = self.brief.parts().edition.to_string();
        filled!(self.locale, Edition, "edition": number)
    }

    /// Returns a message that speaks of "this source" or "these sources", by how many were read.
    pub(crate) fn of_read(&self, message: Message) -> String {
        let count = self.analysis.summary.sources_read;
        self.locale.with(message, [("count", count.into())])
    }

    /// Returns a voice's name in full, as running text has it: "Volodymyr Zelenskyy", "two senior
    /// administration officials", "senior officials (number not given)".
    pub(crate) fn voice(&self, id: VoiceId) -> Cow<'a, str> {
        let locale = self.locale;
        match &self.brief.voice(id).kind {
            VoiceKind::Person { name, .. } | VoiceKind::Group { name, .. } => self.name(name),
            VoiceKind::Anonymous {
                count,
                described_as,
                ..
            } => {
                let count = count.map(|count| count.get() as usize);
                self.apart(anonymous(
                    locale,
                    count,
                    described_as,
                    self.phrase(described_as),
                ))
            }
            VoiceKind::Outlet(source) => {
                let name = &self.brief.source(*source).name;
                self.apart(outlet(locale, name, self.name(name)).into())
            }
            VoiceKind::Writer(name) => filled!(locale, VoiceWriter, "name": self.name(name)).into(),
        }
    }

    /// Returns a voice's name in short, for the matrix and the chains. An anonymous voice keeps its
    /// number: "two US officials".
    pub(crate) fn voice_in_short(&self, id: VoiceId) -> Cow<'a, str> {
        let voice = self.brief.voice(id);
        match (&voice.short, &voice.kind) {
            (None, _) => self.voice(id),
            (Some(short), VoiceKind::Anonymous { count, .. }) => {
                let count = count.map(|count| count.get() as usize);
                self.apart(anonymous(self.locale, count, short, self.phrase(short)))
            }
            (Some(short), _) => self.name(short),
        }
    }

    pub(crate) fn voices_in_short(&self, ids: &[VoiceId]) -> String {
        let names: Vec<Cow<'a, str>> = ids.iter().map(|id| self.speaker(*id)).collect();
        self.locale.list(&names)
    }

    /// Returns a voice in short and for whom it speaks: "Jo Lee (for the ministry)".
    pub(crate) fn speaker(&self, id: VoiceId) -> Cow<'a, str> {
        self.spoken_for(id, self.voice_in_short(id))
    }

    /// Returns a voice's name, in full or in short, and for whom it speaks.
    pub(crate) fn spoken_for(&self, id: VoiceId, name: Cow<'a, str>) -> Cow<'a, str> {
        let Some(principal) = self.brief.voice(id).speaks_for else {
            return name;
        };
        let principal = self.voice_in_short(principal);
        let spokesperson = filled!(
            self.locale, VoiceSpokesperson, "voice": &*name, "principal": &*principal,
        );
        self.apart(spokesperson.into())
    }

    pub(crate) fn source(&self, id: SourceId) -> Cow<'a, str> {
        let source = self.brief.source(id);
        self.title(&source.name, source.lang.as_ref())
    }

    pub(crate) fn sources(&self, ids: &[SourceId]) -> Vec<Cow<'a, str>> {
        ids.iter().map(|id| self.source(*id)).collect()
    }

    pub(crate) fn claims(&self, ids: &[ClaimId]) -> String {
        let labels: Vec<String> = ids.iter().map(ToString::to_string).collect();
        self.locale.list(&labels)
    }

    pub(crate) fn voice_link(&self, id: VoiceId) -> Description<'a> {
        Description::link(Anchor::Voice(id), self.speaker(id))
    }

    pub(crate) fn source_link(&self, id: SourceId) -> Description<'a> {
        Description::link(Anchor::Source(id), self.source(id))
    }
}
