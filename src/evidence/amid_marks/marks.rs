//! Finds what may be a mark of a text's form, and no word of it: marks that open and close, tags, addresses, commands,
//! and what stands in brackets or braces with such a mark beside it.

mod groups;
mod single;

use std::ops::Range;

use super::super::other_markup::{first_bytes, within};
use super::super::transcripts::negates;
use single::{address, command, is_note, keeps_argument, role, run, terminal};

/// No tag and no group that is left out is longer.
const LONGEST: usize = 1_000;

/// Elements of which no reader takes the words for those of the text.
const NOTES: [&str; 5] = ["ref", "sup", "sub", "script", "style"];

/// Returns all that may be left out of a text, in no order. Some of it stands in other parts of it.
pub(super) fn marks(text: &str) -> Vec<Range<usize>> {
    let mut reader = Reader {
        text,
        marks: Vec::new(),
        open: Vec::new(),
        argument: usize::MAX,
        note: usize::MAX,
        words: usize::MAX,
        quote: None,
        negations: negations(text),
    };
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        at += reader.read(at, c).max(c.len_utf8());
    }
    reader.marks
}

/// Returns where words stand that negate: such a word is never left out.
fn negations(text: &str) -> Vec<usize> {
    let mut at = 0;
    let mut found = Vec::new();
    for word in text.split_inclusive(|c: char| !c.is_alphabetic() && c != '\'' && c != '’') {
        if negates(word) {
            found.push(at);
        }
        at += word.len();
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    marks: Vec<Range<usize>>,
    /// What was opened and not closed.
    open: Vec<Group>,
    /// Where an argument of what stands before it begins, if one does.
    argument: usize,
    /// Where such an argument is a note, whatever its words are.
    note: usize,
    /// Where words of the text begin that a command sets in other letters, if they do.
    words: usize,
    /// The last quote mark in the line.
    quote: Option<usize>,
    negations: Vec<usize>,
}

/// What was opened by a bracket or a brace.
struct Group {
    mark: char,
    at: usize,
    pipes: Vec<usize>,
}

impl Group {
    fn new(mark: char, at: usize) -> Self {
        Self {
            mark,
            at,
            pipes: Vec::new(),
        }
    }
}

impl Reader<'_> {
    /// Reads what begins with a character at a place; returns how many bytes it takes.
    fn read(&mut self, at: usize, c: char) -> usize {
        let near = first_bytes(self.text.get(at..).unwrap_or_default(), LONGEST);
        let before = self.before(at);
        let is_first = !before.is_some_and(char::is_alphanumeric);
        match c {
            '\u{1B}' => self.mark(at, terminal(near)),
            '\\' => self.command(at, near),
            '<' => self.tag(at, near),
            '[' | '{' | '(' => {
                self.open.push(Group::new(c, at));
                1
            }
            ']' | '}' | ')' => {
                self.close(c, at);
                1
            }
            '|' => {
                if let Some(group) = self.open.last_mut() {
                    group.pipes.push(at);
                }
                1
            }
            '"' => {
                self.quote = Some(at);
                1
            }
            '\n' => {
                self.quote = None;
                1
            }
            ':' if is_first => self.mark(at, role(near).filter(|_| !self.negates(at, near))),
            '*' | '_' | '`' | '~' | '^' | '=' | '+' | '/' | '#' | '\'' | '%' => {
                let length = near.len() - near.trim_start_matches(c).len();
                let after = near.get(length..).and_then(|rest| rest.chars().next());
                self.mark(at, run(c, length, [before, after])).max(length)
            }
            'a'..='z' if is_first => self.address(at, near),
            _ => 0,
        }
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// Adds a mark, and with it the space before it, which may be of it.
    fn add(&mut self, at: Range<usize>) {
        if at.is_empty() {
            return;
        }
        if let Some(before) = at.start.checked_sub(1)
            && self.before(at.start) == Some(' ')
        {
            self.marks.push(before..at.end);
        }
        self.marks.push(at);
    }

    /// Notes a mark, if there is one; returns how long it is.
    fn mark(&mut self, at: usize, length: Option<usize>) -> usize {
        let length = length.unwrap_or_default();
        self.add(at..at + length);
        length
    }

    /// Says whether a word negates that begins in a role or an emoji.
    fn negates(&self, at: usize, near: &str) -> bool {
        self.has_negation(&(at..at + role(near).unwrap_or_default()))
    }

    fn has_negation(&self, at: &Range<usize>) -> bool {
        let next = self.negations.partition_point(|place| *place < at.start);
        self.negations
            .get(next)
            .is_some_and(|place| *place < at.end)
    }

    fn address(&mut self, at: usize, near: &str) -> usize {
        let is_in_brackets = self.open.last().is_some_and(|group| group.mark == '(');
        let Some(length) = address(near, is_in_brackets) else {
            return 0;
        };
        // As Textile sets links: "words":https://x.example
        let behind = self.text.get(..at).unwrap_or_default();
        if let Some(quote) = self.quote.filter(|_| behind.ends_with("\":")) {
            let open = self.text.get(..quote).and_then(|text| text.rfind('"'));
            let is_near = |open: &usize| quote - open < LONGEST;
            if let Some(open) = open.filter(is_near) {
                self.add(open..open + 1);
                self.add(quote..at + length);
            }
        }
        self.mark(at, Some(length))
    }

    fn command(&mut self, at: usize, near: &str) -> usize {
        let (length, shorter) = command(near);
        self.add(at..at + length);
        self.add(at..at + shorter);
        let name = near.get(1..length).unwrap_or_default();
        if keeps_argument(name) {
            self.words = at + length;
        } else if !name.is_empty() {
            self.argument = at + length;
            if is_note(name) {
                self.note = self.argument;
            }
        }
        length
    }

    /// Reads a tag, or a link in the brackets of one; notes what it holds, if that is a note.
    fn tag(&mut self, at: usize, near: &str) -> usize {
        if near.starts_with("<!--") {
            return self.mark(at, near.find("-->").map(|end| end + 3));
        }
        let Some(inner) = within(near, "<", ">").filter(|inner| !inner.contains('<')) else {
            return 0;
        };
        let length = inner.len() + 2;
        let begins = inner.starts_with(|c: char| c.is_ascii_alphabetic() || "/!@#?".contains(c));
        // As chats set who speaks.
        let is_name = inner.starts_with(char::is_uppercase)
            && self.before(at).is_none_or(|c| c == '\n')
            && !inner.contains(['=', '/', ':']);
        let is_word = inner.chars().all(char::is_alphabetic);
        if !begins || is_name || is_word && negates(inner) {
            return 0;
        }
        if let Some((address, _)) = inner.split_once('|') {
            self.add(at..at + address.len() + 2);
            self.add(at + length - 1..at + length);
            return address.len() + 2;
        }
        let name = inner.split(|c: char| !c.is_ascii_alphanumeric()).next();
        let name = NOTES.iter().find(|note| Some(**note) == name);
        if let Some(name) = name.filter(|_| !inner.ends_with('/')) {
            let end = format!("</{name}>");
            let note = near.find(&end).map(|note| note + end.len());
            self.mark(at, note);
        }
        self.mark(at, Some(length))
    }
}
