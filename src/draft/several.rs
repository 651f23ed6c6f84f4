//! Reads the words before a verb of speaking, or after one, as one speaker or as several who are joined.

mod part;

use std::ops::Range;

use super::language::{Form, Frame, Pronoun, VerbForm};
use super::names::Names;
use super::noun_phrases::Reader;

/// So many words are read for speakers at most.
const MOST_WORDS: usize = 60;

/// Marks that no speakers have between them.
const MARKS: &str = ";:—–-()!?";

/// Those who speak, in numbers of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Joined {
    pub(super) speakers: Vec<Range<usize>>,
    /// The word that joins the last two.
    pub(super) and: Option<usize>,
    /// Whether it is certain that it is they.
    pub(super) is_sure: bool,
}

/// What words between commas are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Name,
    /// A noun of somebody, with an article, a number or an owner before it.
    Described,
    /// One without.
    Bare,
    Pronoun,
    /// An age, or what else says more of somebody: who chairs the board.
    Aside,
}

/// What stands before a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    Comma,
    And { has_comma: bool },
}

struct Segment {
    at: Range<usize>,
    part: Option<Part>,
    before: Joint,
}

/// What words are to the speakers before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Another,
    /// They say more of the last one.
    SaysMore,
    /// They name the one whom the last words described.
    Names,
}

struct Step {
    kind: Kind,
    is_sure: bool,
}

impl Step {
    fn sure(kind: Kind) -> Self {
        Self {
            kind,
            is_sure: true,
        }
    }
}

/// Reads the speakers of a sentence.
#[derive(Clone, Copy)]
pub(super) struct Several<'a, 't> {
    pub(super) reader: Reader<'a, 't>,
    pub(super) names: &'a Names,
    pub(super) text: &'t str,
}

impl Several<'_, '_> {
    /// Returns who stands before a verb that begins at a token, as far as the words between are nothing else.
    pub(super) fn before(self, verb: usize) -> Option<Joined> {
        let end = self.reader.without_time(0, verb);
        let start = self.start(end);
        let is_closed = self.reader.sentence.is_mark(end.checked_sub(1)?, ",");
        let segments = self.segments(start..end - usize::from(is_closed));
        let first = (0..segments.len()).find_map(|first| {
            let joined = self.list(segments.get(first..)?, is_closed)?;
            Some((first, joined))
        });
        let (first, joined) = first?;
        let is_first = first == 0;
        let is_plain = joined.speakers.len() == 2 && segments.len() == first + 2;
        // After Christmas, as a senator: not those who say something.
        let before = start
            .checked_sub(1)
            .map_or("", |before| self.reader.word(before));
        let is_apart = !self.reader.language.rules.prepositions.has(before);
        let is_sure = joined.is_sure && is_apart && (is_first || is_plain);
        (is_first && is_apart || joined.speakers.len() > 1).then_some(Joined { is_sure, ..joined })
    }

    /// Returns those who are joined with one who stands after a verb, him or her first. `is_turned` says
    /// whether nothing follows them that is said: …, said Ayo and Bell.
    pub(super) fn after(self, first: &Range<usize>, to: usize, is_turned: bool) -> Option<Joined> {
        let limit = to.min(first.start + MOST_WORDS);
        let ends = |at: &usize| {
            self.reader.sentence.is_quotation(*at)
                || self.reader.sentence.is_mark(*at, MARKS)
                || self.is_last_mark(*at)
        };
        let end = (first.start..limit).find(ends).unwrap_or(limit);
        let segments = self.segments(first.start..end);
        if let Some(name) = self.named_behind(&segments) {
            return Some(name);
        }
        let is_joined = |segment: &Segment| matches!(segment.before, Joint::And { .. });
        let last = segments.iter().skip(1).position(is_joined)? + 1;
        let (last, others) = segments.get(..=last)?.split_last()?;
        let are = |is: fn(Part) -> bool| others.iter().all(|segment| segment.part.is_some_and(is));
        if others.len() > 1 && !are(|part| part == Part::Name) {
            // Said Ayo, the mayor and the clerk: two, or three.
            let is_doubtful = is_turned
                && are(|part| part != Part::Aside)
                && !matches!(last.part, Some(Part::Bare));
            return is_doubtful.then(|| Joined {
                speakers: vec![first.clone()],
                and: None,
                is_sure: false,
            });
        }
        // When and where follows the last one: said Ayo and Bell in a letter.
        let last = self.reader.after(last.at.start, last.at.end)?;
        let others = others.iter().map(|segment| segment.at.clone());
        let speakers: Vec<Range<usize>> = others.chain([last.clone()]).collect();
        let is_whole =
            |at: &Range<usize>| self.part(at).is_some_and(|part| self.is_whole(at, part));
        (speakers.iter().all(is_whole) && !self.is_one_name(&speakers)).then_some(Joined {
            speakers,
            and: last.start.checked_sub(1),
            is_sure: !self.is_either(last.start),
        })
    }

    /// Returns the one whose office stands before the name: said the mayor, Ayo.
    fn named_behind(self, segments: &[Segment]) -> Option<Joined> {
        let [office, name, ..] = segments else {
            return None;
        };
        let is_last = segments
            .get(2)
            .is_none_or(|next| next.before == Joint::Comma);
        let is_name = name.before == Joint::Comma && self.is_name(&name.at);
        let is_one = office.part == Some(Part::Described) || self.is_one_of(&office.at);
        (is_one && is_name && is_last).then(|| Joined {
            speakers: vec![name.at.clone()],
            and: None,
            is_sure: true,
        })
    }

    /// Says whether words are one of several: one of her lawyers.
    fn is_one_of(self, words: &Range<usize>) -> bool {
        let rules = &self.reader.language.rules;
        rules.numbers.get(self.reader.word(words.start)) == Some(&1)
            && rules.of.has(self.reader.word(words.start + 1))
    }

    /// Returns the last words before a comma that may be of somebody, if nothing stands before them that
    /// they may be one list with.
    pub(super) fn last_part(self, comma: usize) -> Option<Range<usize>> {
        let segments = self.segments(self.start(comma)..comma);
        let last = segments.last()?;
        let is_alone = segments.len() == 1 || matches!(last.before, Joint::And { .. });
        is_alone.then(|| last.at.clone())
    }

    fn is_last_mark(self, at: usize) -> bool {
        self.reader.sentence.is_mark(at, ".") && at + 1 >= self.reader.sentence.len()
    }

    /// Returns where the words begin that may be of speakers, up to an end.
    fn start(self, end: usize) -> usize {
        let rules = &self.reader.language.rules;
        let is_open = |at: &usize| {
            let word = self.reader.word(*at);
            let is_small = !self.reader.sentence.is_capital(*at) || *at == 0;
            let is_relative = self.reader.pronoun(*at) == Some(Pronoun::Relative);
            let begins = rules.that.has(word)
                || rules.subordinators.has(word) && !is_relative
                || rules.conjunctions.has(word) && !rules.and.has(word);
            !(self.reader.sentence.is_quotation(*at)
                || self.reader.sentence.is_mark(*at, MARKS)
                || is_small && (begins || self.is_said(*at)))
        };
        let words = (end.saturating_sub(MOST_WORDS)..end).rev();
        words.take_while(is_open).last().unwrap_or(end)
    }

    /// Says whether a word is a verb of speaking in the past.
    fn is_said(self, at: usize) -> bool {
        let before = at
            .checked_sub(1)
            .map_or("", |before| self.reader.word(before));
        let is_said = |verb: &VerbForm| {
            verb.form == Form::Past && matches!(verb.frame, Frame::States | Frame::Tells)
        };
        !self.reader.language.rules.determiners.has(before)
            && self
                .reader
                .language
                .verb(self.reader.word(at))
                .iter()
                .any(is_said)
    }

    /// Cuts words at commas and at the words that join names.
    fn segments(self, words: Range<usize>) -> Vec<Segment> {
        let rules = &self.reader.language.rules;
        let mut segments: Vec<Segment> = Vec::new();
        let mut before = Joint::Comma;
        let mut start = words.start;
        for at in words.start..=words.end {
            let is_comma = self.reader.sentence.is_mark(at, ",");
            let is_and = rules.and.has(self.reader.word(at));
            if at < words.end && !is_comma && !is_and {
                continue;
            }
            if start < at {
                let part = self.part(&(start..at));
                // Who runs the museum and the archive: all of it says more of somebody.
                let goes_on = matches!(before, Joint::And { has_comma: false })
                    && segments
                        .last()
                        .is_some_and(|last| last.part == Some(Part::Aside));
                match segments.last_mut() {
                    Some(last) if goes_on => last.at.end = at,
                    _ => segments.push(Segment {
                        at: start..at,
                        part,
                        before,
                    }),
                }
                before = Joint::Comma;
            }
            if is_and && at < words.end {
                let has_comma = at > 0 && self.reader.sentence.is_mark(at - 1, ",");
                before = Joint::And { has_comma };
            }
            start = at + 1;
        }
        segments
    }

    /// Reads segments as a list of speakers; none, if they are anything else.
    fn list(self, segments: &[Segment], is_closed: bool) -> Option<Joined> {
        let mut speakers: Vec<(Range<usize>, Part)> = Vec::new();
        let (mut and, mut is_sure) = (None, true);
        for (index, segment) in segments.iter().enumerate() {
            let rest = segments.get(index..)?;
            let step = self.step(speakers.last(), speakers.len(), rest, is_closed)?;
            is_sure &= step.is_sure;
            match step.kind {
                Kind::SaysMore => continue,
                Kind::Names => _ = speakers.pop(),
                Kind::Another => {}
            }
            if matches!(segment.before, Joint::And { .. }) {
                and = segment.at.start.checked_sub(1);
            }
            speakers.push((segment.at.clone(), segment.part?));
        }
        let are_whole = |(at, part): &(Range<usize>, Part)| self.is_whole(at, *part);
        let is_list = speakers.len() > 1;
        if is_list && (and.is_none() || !speakers.iter().all(are_whole)) {
            return None;
        }
        let speakers: Vec<Range<usize>> = speakers.into_iter().map(|(at, _)| at).collect();
        let is_one = speakers.is_empty() || is_list && self.is_one_name(&speakers);
        (!is_one).then_some(Joined {
            speakers,
            and,
            is_sure,
        })
    }

    /// Tells what the first of some segments is to the speakers before it, of whom the last one is known.
    fn step(
        self,
        current: Option<&(Range<usize>, Part)>,
        count: usize,
        segments: &[Segment],
        is_closed: bool,
    ) -> Option<Step> {
        let (segment, rest) = segments.split_first()?;
        let part = segment.part?;
        let is_and = |segment: &Segment| matches!(segment.before, Joint::And { .. });
        let next = rest.first().map(|next| next.before);
        let is_last_joined = next == Some(Joint::And { has_comma: true });
        let is_insertion = match next {
            Some(next) => next == Joint::Comma || is_last_joined,
            None => is_closed,
        };
        let (at, before) = match current {
            Some((at, part)) => (at, *part),
            None => return (part != Part::Aside).then_some(Step::sure(Kind::Another)),
        };
        if is_and(segment) {
            let is_sure = !self.is_either(segment.at.start);
            return (part != Part::Aside).then_some(Step {
                kind: Kind::Another,
                is_sure,
            });
        }
        let joins_later = rest.iter().any(is_and);
        Some(match (before, part) {
            // Ayo, along with Bell, …
            (_, Part::Aside) => Step {
                kind: Kind::SaysMore,
                is_sure: !self.is_with(segment.at.start),
            },
            // Ayo, the mayor, … — which may be two, if others follow.
            (Part::Name, Part::Described | Part::Bare | Part::Pronoun) if is_insertion => Step {
                kind: Kind::SaysMore,
                is_sure: part == Part::Bare || self.is_indefinite(&segment.at) || !is_last_joined,
            },
            // The mayor, Ayo, …
            (Part::Described, Part::Name) if is_insertion => Step {
                kind: Kind::Names,
                is_sure: !is_last_joined || self.is_owned(at),
            },
            // Two farmers, Ayo and Bell, …
            (Part::Described | Part::Bare, Part::Name)
                if joins_later && count == 1 && self.is_of_several(at) =>
            {
                Step::sure(Kind::Names)
            }
            // Ayo of Onitsha, Anambra, …
            (_, Part::Name) if !joins_later => Step::sure(Kind::SaysMore),
            _ if joins_later => Step::sure(Kind::Another),
            _ => return None,
        })
    }

    /// Says whether a phrase is a name, and somebody by itself.
    pub(super) fn is_name(self, words: &Range<usize>) -> bool {
        self.part(words) == Some(Part::Name) && self.is_whole(words, Part::Name)
    }

    /// Says whether the word before a phrase says that not each of those whom it joins says something.
    pub(super) fn is_either(self, start: usize) -> bool {
        let before = start
            .checked_sub(1)
            .map_or("", |before| self.reader.word(before));
        self.reader.language.rules.either.has(before)
    }

    /// Says whether the noun of a phrase stands for several.
    pub(super) fn is_of_several(self, words: &Range<usize>) -> bool {
        let noun = self.head(words).end - 1;
        self.reader.language.is_plural(self.reader.word(noun))
    }

    fn head(self, words: &Range<usize>) -> Range<usize> {
        let prepositions = &self.reader.language.rules.prepositions;
        let is_preposition = |at: &usize| prepositions.has(self.reader.word(*at));
        let end = words.clone().skip(1).find(is_preposition);
        words.start..end.unwrap_or(words.end)
    }

    fn is_group(self, words: &Range<usize>) -> bool {
        let rules = &self.reader.language.rules;
        words.clone().any(|at| {
            let word = self.reader.word(at);
            rules.groups.has(word) || rules.organisations.has(word)
        })
    }

    /// Says whether what seem to be several may be one name: the Ministry of Health and Social Affairs.
    fn is_one_name(self, speakers: &[Range<usize>]) -> bool {
        let mut pairs = speakers.iter().zip(speakers.iter().skip(1));
        pairs.any(|(one, other)| {
            let is_of = self.head(one).end < one.end;
            let is_capital = self.reader.sentence.is_capital(other.start);
            let is_titled = self
                .reader
                .language
                .rules
                .titles
                .has(self.reader.word(other.start));
            is_of && is_capital && !is_titled && !self.is_led(other.start)
        })
    }
}
