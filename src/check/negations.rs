//! Knows the words that negate a sentence, by language, and finds them right before or behind a piece of it.

use crate::characters::{has_no_word_spaces, words};

/// Languages, each with the words that negate a sentence, and those that negate the word beside them alone. `~`
/// stands for the rest of a word.
const NEGATIONS: &[(&str, &str, &str)] = &[
    ("af", "nie nooit", "geen"),
    ("ar", "لا لم لن ليس ليست ليسوا", "غير"),
    ("be", "не ні ніколі", ""),
    ("bg", "не няма никога нито", ""),
    ("bn", "না নেই নয় নি", ""),
    ("bs", "ne nije nisu nikad nikada", ""),
    ("ca", "no mai", "cap"),
    ("cs", "ne není nejsou nikdy", "žádný žádná žádné"),
    ("da", "ikke aldrig", "ingen intet"),
    (
        "de",
        "nicht nie niemals",
        "kein keine keinen keinem keiner keines",
    ),
    ("el", "δεν δε μην μη ποτέ όχι", ""),
    ("en", "not never cannot neither nor", "no"),
    ("es", "no nunca jamás tampoco", "ningún ninguna"),
    ("et", "ei mitte ärge", ""),
    ("fa", "نه هرگز نیست نیستند", ""),
    ("fi", "ei en et emme ette eivät älä älkää", ""),
    ("fr", "ne pas jamais", "aucun aucune nul nulle"),
    ("gu", "નથી નહીં ના", ""),
    ("he", "לא אין אינו אינה אינם אינן אל מעולם", ""),
    ("hi", "नहीं मत न", ""),
    ("hr", "ne nije nisu nikad nikada", ""),
    ("hu", "nem ne soha nincs nincsenek", ""),
    ("hy", "ոչ մի", ""),
    ("id", "tidak bukan jangan belum tak", ""),
    ("it", "non mai né", "nessun nessuno nessuna"),
    ("ja", "ない なかっ なく なけれ ません ぬ ず", ""),
    ("ka", "არ ვერ ნუ არა ვერც არც", ""),
    ("kn", "ಇಲ್ಲ ಅಲ್ಲ", ""),
    ("ko", "안 못 않~ 못하~ 없~ 아니~", ""),
    ("lt", "ne nėra niekada", ""),
    ("lv", "ne nav nekad", ""),
    ("mk", "не нема никогаш", ""),
    ("ml", "ഇല്ല അല്ല", ""),
    ("mr", "नाही नाहीत नका", ""),
    ("ms", "tidak bukan jangan belum tak", ""),
    ("nb", "ikke aldri", "ingen intet"),
    ("nl", "niet nooit", "geen"),
    ("nn", "ikkje aldri", "ingen inkje"),
    ("no", "ikke ikkje aldri", "ingen intet"),
    ("pa", "ਨਹੀਂ ਨਾ", ""),
    ("pl", "nie nigdy", "żaden żadna żadne"),
    ("pt", "não nunca jamais", "nenhum nenhuma"),
    ("ro", "nu niciodată", "niciun nicio"),
    ("ru", "не нет никогда", ""),
    ("sk", "nie nikdy", "žiadny žiadna žiadne"),
    ("sl", "ne ni niso nikoli", ""),
    (
        "sr",
        "не није нису никад никада ne nije nisu nikad nikada",
        "",
    ),
    ("sv", "inte aldrig ej", "ingen inget inga"),
    ("ta", "இல்லை அல்ல", ""),
    ("te", "లేదు కాదు లేరు", ""),
    ("th", "ไม่ มิ", ""),
    ("tr", "değil asla yok", ""),
    ("uk", "не ні ніколи нема немає", ""),
    ("ur", "نہیں نہ مت", ""),
    ("vi", "không chẳng chưa đừng", ""),
    ("zh", "不 没 沒 未 勿 别 別", ""),
];

/// Words that make of a negation a word of more: "not only".
const ONLY: &str = "only just merely simply solely nur bloß allein solo sólo solamente seulement soltanto \
    apenas só só alleen slechts bara kun tylko jedynie тільки лише только лишь само alleen csak doar numai \
    רק فقط केवल सिर्फ";

/// Languages that write the negation as a part of the verb.
const WITHIN_VERBS: &[&str] = &["cs", "lt", "lv", "sk"];

/// Where no spaces tell words apart: of so many letters before a piece of a sentence one may negate it, and of so
/// many behind it.
const LETTERS_BEFORE: usize = 4;
const LETTERS_BEHIND: usize = 10;

/// Returns the word of a text that negates what the text leads to, in the same part of a sentence.
pub(super) fn negation_before<'a>(text: &'a str, language: &str) -> Option<&'a str> {
    let negations = Negations::of(language)?;
    let mut part = part(words(text).into_iter().rev());
    if text.trim_end().ends_with(has_no_word_spaces) {
        part.truncate(LETTERS_BEFORE);
        part.reverse();
        return negations.in_letters(&part.concat());
    }
    let (at, word) = negations.in_words(&part)?;
    let is_of_more = part.iter().take(at).any(|word| is_in(ONLY, word));
    (!is_of_more).then_some(word)
}

/// Returns the word of a text that negates what the text goes on from, in the same part of a sentence.
pub(super) fn negation_behind<'a>(text: &'a str, language: &str) -> Option<&'a str> {
    let negations = Negations::of(language)?;
    let mut part = part(words(text).into_iter());
    if text.starts_with(has_no_word_spaces) {
        part.truncate(LETTERS_BEHIND);
        // Neither Chinese nor Thai negates what stands before.
        return negations
            .in_letters(&part.concat())
            .filter(|_| negations.language == "ja");
    }
    let (at, word) = negations.in_words(&part)?;
    let is_of_more = part.get(at + 1).is_some_and(|word| is_in(ONLY, word));
    (!is_of_more).then_some(word)
}

/// Says whether a text negates anything, as far as its words tell.
pub(super) fn is_negated(text: &str, language: &str) -> bool {
    let Some(negations) = Negations::of(language) else {
        return false;
    };
    let is_within_verb = WITHIN_VERBS.contains(&negations.language);
    words(text).into_iter().map(str::trim).any(|word| {
        negations.is_one(word)
            || is_in(negations.of_next, word)
            || is_within_verb && word.to_lowercase().starts_with("ne")
    }) || text.contains(has_no_word_spaces) && negations.in_letters(text).is_some()
}

/// Returns words up to the first mark.
fn part<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let words = words.map(str::trim).filter(|word| !word.is_empty());
    words
        .take_while(|word| word.contains(char::is_alphanumeric))
        .collect()
}

fn is_in(list: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    list.split_whitespace()
        .any(|entry| match entry.strip_suffix('~') {
            Some(beginning) => word.starts_with(beginning),
            None => word == entry,
        })
}

/// What a language negates with.
struct Negations {
    language: &'static str,
    words: &'static str,
    of_next: &'static str,
}

impl Negations {
    fn of(tag: &str) -> Option<Self> {
        let code = tag.split('-').next()?.to_lowercase();
        let (language, words, of_next) = *NEGATIONS.iter().find(|(of, ..)| *of == code)?;
        Some(Self {
            language,
            words,
            of_next,
        })
    }

    /// Says whether a word negates its sentence.
    fn is_one(&self, word: &str) -> bool {
        let bare = match self.language {
            // "And", "so", "that", written in one with the word.
            "ar" => word.trim_start_matches(['و', 'ف']),
            "he" => word.trim_start_matches(['ו', 'ש']),
            _ => word,
        };
        let is_elided = match self.language {
            "en" => word.ends_with("n’t") || word.ends_with("n't"),
            "fr" => word.starts_with("n’") || word.starts_with("n'"),
            _ => false,
        };
        is_elided || is_in(self.words, word) || is_in(self.words, bare)
    }

    /// Returns the first of these words that negates, and its place; the nearest is first.
    fn in_words<'a>(&self, part: &[&'a str]) -> Option<(usize, &'a str)> {
        let mut words = part.iter().copied().enumerate();
        words.find(|(at, word)| self.is_one(word) || *at == 0 && is_in(self.of_next, word))
    }

    fn in_letters(&self, letters: &str) -> Option<&'static str> {
        self.words
            .split_whitespace()
            .find(|entry| letters.contains(entry))
    }
}

#[cfg(test)]
mod tests {
    use super::{is_negated, negation_before, negation_behind};

    #[test]
    fn negations_before_a_piece_of_a_sentence_are_seen() {
        for (before, language, word) in [
            ("The alliance does not ", "en", "not"),
            ("It is not true that the ", "en", "not"),
            ("We don’t ", "en-GB", "don’t"),
            ("There is no ", "en", "no"),
            ("“לא ", "he", "לא"),
            ("הוא אמר שלא ", "he", "שלא"),
            ("قال الوزير ولن ", "ar", "ولن"),
            ("Ми не ", "uk", "не"),
            ("Il n’est pas vrai que ", "fr", "pas"),
            ("Nul n’a dit que ", "fr", "n’a"),
            ("我们不", "zh", "不"),
            ("我们不会", "zh-Hans", "不"),
            ("เราไม่", "th", "ไม่"),
            ("우리는 안 ", "ko", "안"),
            ("हम नहीं ", "hi", "नहीं"),
            ("Wir haben nie ", "de", "nie"),
        ] {
            assert_eq!(negation_before(before, language), Some(word), "{before}");
        }
        for (before, language) in [
            ("Not so, he said: the ", "en"),
            ("Not only the roads, but ", "en"),
            ("not only will ", "en"),
            ("There is no doubt that ", "en"),
            ("No. ", "en"),
            ("The note says ", "en"),
            ("We will ", "en"),
            ("不过，我们", "zh"),
            ("nicht nur ", "de"),
            ("not ", "tlh"),
            ("", "en"),
        ] {
            assert_eq!(negation_before(before, language), None, "{before}");
        }
    }

    #[test]
    fn negations_behind_a_piece_of_a_sentence_are_seen() {
        for (behind, language, word) in [
            (" nicht.", "de", "nicht"),
            (" keinen Cent.", "de", "keinen"),
            (" 않는다고 말했다", "ko", "않는다고"),
            ("ない」と述べた。", "ja", "ない"),
            ("つもりはありません。", "ja", "ません"),
            (" değil", "tr", "değil"),
            (" नहीं करते।", "hi", "नहीं"),
            (" not pay.", "en", "not"),
        ] {
            assert_eq!(negation_behind(behind, language), Some(word), "{behind}");
        }
        for (behind, language) in [
            (", nicht morgen", "de"),
            (" nicht nur heute", "de"),
            ("」と述べた。", "ja"),
            ("不会", "zh"),
            (" 안전하다", "ko"),
            (".” Not so", "en"),
        ] {
            assert_eq!(negation_behind(behind, language), None, "{behind}");
        }
    }

    #[test]
    fn negated_texts_are_known() {
        for (text, language) in [
            ("NATO does not call it an attack.", "en"),
            ("There was no attack.", "en"),
            ("Vláda nebude platit.", "cs"),
            ("計画を認めない", "ja"),
            ("정부는 동의하지 않는다", "ko"),
        ] {
            assert!(is_negated(text, language), "{text}");
        }
        assert!(!is_negated("NATO calls it an attack.", "en"));
    }
}
