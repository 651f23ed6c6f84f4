//! Puts together what an article says that somebody says.

mod spoken;
mod who;
mod within;

use std::ops::Range;

use super::clauses::{Clause, clauses};
use super::dates::day;
use super::initials::{Initials, is_agency};
use super::labels::Turns;
use super::language::{Frame, Language};
use super::mentions::read;
use super::names::{Names, is_outlet};
use super::noun_phrases::Reader;
use super::paragraphs::{Paragraph, paragraphs_of};
use super::quoted::quotes_in;
use super::quotes::Quotation;
use super::read::Read;
use super::speakers::{Resolved, Speaker, SpeakerKind, Speakers};
use super::subjects::main_subject;
use super::titles::is_title;
use super::tokens::{Kind, Sentence, Token};
use super::unsaid::unsaid;

/// Something that somebody says, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    /// From the first word of what is said to the last.
    pub(super) passage: Range<usize>,
    /// The sentences that it stands in.
    pub(super) sentence: Range<usize>,
    pub(super) speaker: Option<Resolved>,
    pub(super) cue: Option<Range<usize>>,
    /// Whether its words are what was said, rather than what somebody did or felt.
    pub(super) is_stated: bool,
    pub(super) told_to: Option<Range<usize>>,
    /// The words that say when, beside what is said.
    pub(super) said: Option<Range<usize>>,
    /// The words by which it may not have been said at all: would say; denied saying.
    pub(super) unsaid: Option<Range<usize>>,
    /// The words of each quotation.
    pub(super) quotes: Vec<Range<usize>>,
}

/// What was found in an article.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) speakers: Vec<Speaker>,
    pub(super) statements: Vec<Statement>,
    /// The outlets that the article names, and where; names in capitals, too, that may be those of outlets.
    pub(super) outlets: Vec<(usize, String)>,
    pub(super) initials: Initials,
    pub(super) names: Names,
}

impl Reading {
    /// Returns who says something, if that is known.
    pub(super) fn speaker(&self, statement: &Statement) -> Option<&Speaker> {
        let resolved = statement.speaker?;
        self.speakers.get(resolved.speaker)
    }

    /// Says whether somebody is an outlet, or may be.
    pub(super) fn may_be_outlet(&self, speaker: &Speaker) -> bool {
        speaker.kind == SpeakerKind::Outlet || self.initials.are_doubtful(&speaker.name)
    }

    /// Says whether a name is one of an outlet.
    pub(super) fn is_outlet(&self, name: &str, language: &Language) -> bool {
        is_outlet(name, language) || is_agency(name, language) || self.initials.are_of_outlet(name)
    }

    /// Returns the names of those who say something, one by one.
    pub(super) fn speakers_of(&self, statement: &Statement) -> Vec<&str> {
        let Some(speaker) = self.speaker(statement) else {
            return Vec::new();
        };
        let members = speaker
            .members
            .iter()
            .filter_map(|member| self.speakers.get(*member));
        let mut names: Vec<&str> = members.map(|member| member.name.as_str()).collect();
        if names.is_empty() {
            names.push(&speaker.name);
        }
        names
    }
}

impl Statement {
    /// Says whether it is doubtful who says it.
    pub(super) fn is_doubtful(&self) -> bool {
        self.speaker.is_none_or(|resolved| resolved.is_doubtful)
    }
}

/// Reads an article. `dossier` has the names of all articles that are read with it.
pub(super) fn statements(read: &Read, language: &Language, dossier: &Names) -> Reading {
    let text = read.text.as_str();
    let paragraphs = paragraphs_of(read, language);
    let names = Names::of(
        paragraphs.iter().flat_map(|paragraph| &paragraph.sentences),
        language,
    );
    let mut article = Article {
        text,
        language,
        names: &names,
        speakers: Speakers::new(language, &names, dossier),
        statements: Vec::new(),
        goes_on: false,
        introduced: None,
        is_spoken: read.is_spoken,
        turn: None,
    };
    let firsts = paragraphs.iter();
    let turns = Turns::of(firsts.filter_map(|paragraph| paragraph.sentences.first()));
    for paragraph in &paragraphs {
        article.read(paragraph, &turns);
    }
    let mut statements = article.statements;
    // Whoever seems to speak by the rules of another language may be anybody.
    let is_foreign = !language.may_be_of(text);
    for statement in &mut statements {
        if let Some(resolved) = &mut statement.speaker {
            resolved.is_doubtful |= is_foreign;
        }
        if let Some(resolved) = &mut statement.speaker
            && let Some(holder) = article.speakers.in_office(resolved.speaker)
        {
            resolved.speaker = holder;
        }
    }
    let Speakers {
        all,
        outlets,
        initials,
        ..
    } = article.speakers;
    Reading {
        speakers: all,
        outlets,
        initials,
        statements,
        names,
    }
}

/// Returns the last of some statements that is not reported within another: Haugland said that the company would
/// not ask for money, and what follows is hers.
fn last_said(statements: &[Statement]) -> Option<&Statement> {
    let last = (0..statements.len()).rev();
    let mut said = last.filter(|index| !Statement::is_within_another(statements, *index));
    said.next().and_then(|index| statements.get(index))
}

struct Article<'a, 't> {
    text: &'t str,
    language: &'a Language,
    names: &'a Names,
    speakers: Speakers<'a>,
    statements: Vec<Statement>,
    /// Whether the last quotation goes on in the next paragraph.
    goes_on: bool,
    /// Who is said to say what the next paragraph quotes.
    introduced: Option<Resolved>,
    /// Whether it is what was spoken, as subtitles have it, and who spoke last.
    is_spoken: bool,
    turn: Option<Resolved>,
}

impl<'t> Article<'_, 't> {
    fn read(&mut self, paragraph: &Paragraph<'t>, turns: &Turns) {
        if self.spoken(paragraph, turns) {
            return;
        }
        let first = self.statements.len();
        let introduced = self.introduced.take();
        // Quotations before anybody is said to speak.
        let mut ahead: Vec<&Sentence<'t>> = Vec::new();
        for sentence in &paragraph.sentences {
            let before = self.statements.len();
            self.clauses(sentence, paragraph);
            let is_alone = sentence.is_quotation_alone();
            if self.statements.len() > before || !sentence.tokens.iter().any(Token::is_quotation) {
                continue;
            }
            if !is_alone {
                self.without_cue(sentence, paragraph);
            } else if let Some(last) = self.statements.get(first..).and_then(last_said) {
                let speaker = last.speaker;
                self.quotation(sentence, paragraph, speaker);
            } else {
                ahead.push(sentence);
            }
        }
        let speaker = match self.statements.get(first) {
            Some(next) => next.speaker,
            None => introduced.or_else(|| {
                let last = last_said(&self.statements).and_then(|last| last.speaker)?;
                let is_doubtful = last.is_doubtful || !self.goes_on;
                Some(Resolved {
                    is_doubtful,
                    ..last
                })
            }),
        };
        if self.goes_on && !ahead.is_empty() && self.introduced.is_none() {
            self.introduced = introduced;
        }
        for sentence in ahead {
            self.quotation(sentence, paragraph, speaker);
        }
        let added = self.statements.split_off(first);
        let mut added: Vec<Statement> = added;
        added.sort_by_key(|statement| statement.passage.start);
        self.statements.extend(added);
        self.goes_on = paragraph
            .quotations
            .last()
            .is_some_and(|quote| quote.goes_on);
    }

    fn clauses(&mut self, sentence: &Sentence<'t>, paragraph: &Paragraph<'t>) {
        let language = self.language;
        let reader = Reader { sentence, language };
        self.speakers.hear(sentence);
        let found = clauses(reader);
        let from = self.statements.len();
        for clause in &found {
            let who = self.who(reader, clause);
            if !self.is_attributed(reader, clause, who.as_ref()) {
                continue;
            }
            let speaker = who.and_then(|who| self.speaker(reader, clause, &who));
            if clause.contents.is_empty() {
                self.introduced = speaker;
            }
            let unsaid = unsaid(reader, clause);
            let is_told = |at: &usize| clause.told_to.as_ref().is_some_and(|to| to.contains(at));
            let said = day(reader, clause, &found)
                .filter(|words| unsaid.is_none() && !is_told(&words.start));
            let said = said.map(|words| sentence.bytes(&words));
            for content in &clause.contents {
                self.statements.push(Statement {
                    passage: sentence.bytes(content),
                    sentence: sentence.bytes(&(0..sentence.len())),
                    speaker,
                    cue: Some(sentence.bytes(&(clause.cue.start..clause.cue.end))),
                    is_stated: clause.cue.frame != Frame::Judges,
                    said: said.clone(),
                    unsaid: unsaid.as_ref().map(|words| sentence.bytes(words)),
                    told_to: clause
                        .told_to
                        .as_ref()
                        .map(|told_to| sentence.bytes(told_to)),
                    quotes: quotes_in(reader, content, &paragraph.quotations),
                });
            }
        }
        self.learn_roles(reader);
        self.learn_reason(reader, &found, from);
        if found.is_empty() {
            self.mention_subject(reader);
            return;
        }
        self.left_over(sentence, paragraph, from);
    }

    /// Adds the quotations of a sentence that are in no clause.
    fn left_over(&mut self, sentence: &Sentence<'t>, paragraph: &Paragraph<'t>, from: usize) {
        let speaker = self.statements.get(from).and_then(|first| first.speaker);
        for token in &sentence.tokens {
            let Kind::Quotation(number) = token.kind else {
                continue;
            };
            let Some(quote) = paragraph.quotations.get(number) else {
                continue;
            };
            let is_taken = self.statements.get(from..).is_some_and(|statements| {
                statements
                    .iter()
                    .any(|statement| statement.quotes.contains(&quote.words))
            });
            if !is_taken {
                self.push_quote(
                    quote,
                    sentence,
                    speaker.map(|speaker| Resolved {
                        is_doubtful: true,
                        ..speaker
                    }),
                );
            }
        }
    }

    /// Adds the quotations of a sentence in which no cue is known.
    fn without_cue(&mut self, sentence: &Sentence<'t>, paragraph: &Paragraph<'t>) {
        let reader = Reader {
            sentence,
            language: self.language,
        };
        let subject = main_subject(reader, sentence.len());
        let mention = subject.and_then(|subject| read(reader, self.names, &subject, self.text));
        let speaker = mention.and_then(|mention| self.speakers.resolve(&mention));
        let speaker = speaker.map(|speaker| Resolved {
            is_doubtful: true,
            ..speaker
        });
        self.quotation(sentence, paragraph, speaker);
    }

    fn quotation(
        &mut self,
        sentence: &Sentence<'t>,
        paragraph: &Paragraph<'t>,
        speaker: Option<Resolved>,
    ) {
        for token in &sentence.tokens {
            if let Kind::Quotation(number) = token.kind
                && let Some(quote) = paragraph.quotations.get(number)
            {
                self.push_quote(quote, sentence, speaker);
            }
        }
    }

    fn push_quote(
        &mut self,
        quote: &Quotation,
        sentence: &Sentence<'t>,
        speaker: Option<Resolved>,
    ) {
        if is_title(self.text.get(quote.words.clone()).unwrap_or("")) {
            return;
        }
        self.statements.push(Statement {
            passage: quote.at.clone(),
            sentence: sentence.bytes(&(0..sentence.len())),
            speaker,
            cue: None,
            is_stated: true,
            told_to: None,
            said: None,
            unsaid: None,
            quotes: vec![quote.words.clone()],
        });
    }
}
