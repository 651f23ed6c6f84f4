//! Writes letters large or small, as browsers show them in a language.

use unicode_normalization::UnicodeNormalization;

use super::super::html::Tongue;

/// What is so many characters away makes no other letter.
const NEAR: usize = 8;

const ACCENTS: &[char] = &[
    '\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{311}', '\u{342}',
];
const BREATHINGS: &[char] = &['\u{304}', '\u{306}', '\u{313}', '\u{314}'];
const DIAERESIS: char = '\u{308}';
const IOTA_BELOW: char = '\u{345}';

/// A letter in its text.
pub(super) struct Letter<'a> {
    c: char,
    before: &'a str,
    after: &'a str,
}

impl<'a> Letter<'a> {
    /// Returns the letter of a text at a byte, which is read so.
    pub(super) fn at(text: &'a str, byte: usize, c: char) -> Self {
        let (before, rest) = text.split_at_checked(byte).unwrap_or_default();
        let mut after = rest.chars();
        after.next();
        let near = before.char_indices().nth_back(NEAR);
        Self {
            c,
            before: before
                .get(near.map_or(0, |(at, _)| at)..)
                .unwrap_or_default(),
            after: after.as_str(),
        }
    }

    /// Writes the capital; where the language is not known, as it would be in Greek or Turkish, if that is guessed.
    pub(super) fn capital(&self, tongue: Tongue, is_guess: bool, letters: &mut String) {
        match self.tongue(tongue, is_guess) {
            Tongue::Greek => self.greek_capital(letters),
            Tongue::Turkish if self.c == 'i' => letters.push('İ'),
            Tongue::Turkish | Tongue::Other | Tongue::Unknown => {
                letters.extend(self.c.to_uppercase());
            }
        }
    }

    /// Writes the small letter.
    pub(super) fn small(&self, tongue: Tongue, is_guess: bool, letters: &mut String) {
        let is_turkish = self.tongue(tongue, is_guess) == Tongue::Turkish;
        match self.c {
            'I' if is_turkish => letters.push('ı'),
            'İ' if is_turkish => letters.push('i'),
            'Σ' if self.follows_letter() && !self.precedes_letter() => letters.push('ς'),
            c => letters.extend(c.to_lowercase()),
        }
    }

    fn tongue(&self, tongue: Tongue, is_guess: bool) -> Tongue {
        if tongue != Tongue::Unknown || !is_guess {
            tongue
        } else if is_greek(self.c) {
            Tongue::Greek
        } else {
            Tongue::Turkish
        }
    }

    /// Writes the capital of a Greek letter as browsers do: without accents, but for that of a lone `ή`. What parted
    /// two vowels by an accent, a diaeresis does.
    fn greek_capital(&self, letters: &mut String) {
        let last = self.before.trim_end_matches(is_mark);
        let marks = self.before.get(last.len()..).unwrap_or_default();
        let last = last.chars().next_back().unwrap_or(' ');
        if is_mark(self.c) && is_greek(last) {
            return;
        }
        let own = Parts::of(self.c, self.after);
        if !is_greek(own.base) {
            letters.extend(self.c.to_uppercase());
            return;
        }
        let last = Parts::of(last, marks);
        let is_parted = own.has_diaeresis || last.is_parting();
        match own.base {
            'ι' | 'Ι' if is_parted => letters.push('Ϊ'),
            'υ' | 'Υ' if is_parted => letters.push('Ϋ'),
            'η' | 'Η' if own.has_accent && own.iotas == 0 && self.is_alone() => {
                letters.push('Ή');
            }
            base => letters.extend(base.to_uppercase()),
        }
        letters.extend(std::iter::repeat_n('Ι', own.iotas));
    }

    fn is_alone(&self) -> bool {
        !self.follows_letter() && !self.precedes_letter()
    }

    /// Says whether a letter stands before it, as `Σ` is another after one at the end of a word.
    fn follows_letter(&self) -> bool {
        format!("{}Σ", self.before).to_lowercase().ends_with('ς')
    }

    fn precedes_letter(&self) -> bool {
        let after: String = self.after.chars().take(NEAR).collect();
        let word = format!("ΑΣ{after}").to_lowercase();
        word.chars().nth(1) != Some('ς')
    }
}

/// What a Greek letter is made of.
struct Parts {
    base: char,
    has_accent: bool,
    has_diaeresis: bool,
    iotas: usize,
}

impl Parts {
    /// Takes a letter apart, with the marks that follow it.
    fn of(c: char, after: &str) -> Self {
        let marks = after.chars().take_while(|c| is_mark(*c)).take(NEAR);
        let parts: Vec<char> = std::iter::once(c).chain(marks).nfd().collect();
        Self {
            base: parts.first().copied().unwrap_or(c),
            has_accent: parts.iter().any(|part| ACCENTS.contains(part)),
            has_diaeresis: parts.contains(&DIAERESIS),
            iotas: parts.iter().filter(|part| **part == IOTA_BELOW).count(),
        }
    }

    /// Says whether it is a vowel whose accent parts it from the next one.
    fn is_parting(&self) -> bool {
        let is_vowel = "αεηιουωΑΕΗΙΟΥΩ".contains(self.base);
        is_vowel && self.has_accent && !self.has_diaeresis
    }
}

fn is_mark(c: char) -> bool {
    ACCENTS.contains(&c) || BREATHINGS.contains(&c) || c == DIAERESIS || c == IOTA_BELOW
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')
}
