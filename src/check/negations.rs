//! Knows the words that negate what stands right beside them, by language.
//!
//! Where a word has another sense, or only its sentence tells what it negates, the tables are silent: Vietnamese and
//! Armenian have none, and the French "pas" negates behind a "ne" alone.

use crate::characters::{has_no_word_spaces, words};

/// A language, the words that negate what follows them, those that negate what they follow, and those that do so at
/// the end of a sentence alone. `~` stands for the rest of a word.
type Negations = (&'static str, &'static str, &'static str, &'static str);

const NEGATIONS: &[Negations] = &[
    ("af", "nie nooit geen", "", "nie"),
    (
        "ar",
        "لا لم لن ليس ليست ليسوا ولا ولم ولن وليس وليست فلا فلن",
        "",
        "",
    ),
    ("be", "не ні ніколі", "", ""),
    ("bg", "не няма никога нито", "", ""),
    ("bn", "", "না নেই নি", ""),
    ("bs", "ne nije nisu nikad nikada", "", ""),
    ("ca", "no mai ningú", "", ""),
    ("cs", "není nejsou nikdy", "", ""),
    ("da", "ikke aldrig ingen intet", "", "ikke"),
    (
        "de",
        "nicht nie niemals niemand kein keine keinen keinem keiner keines",
        "",
        "nicht nie niemals",
    ),
    ("el", "δεν μην όχι ποτέ", "", ""),
    (
        "en",
        "not never cannot neither nor no nobody none nothing",
        "not never",
        "",
    ),
    ("es", "no nunca jamás tampoco nadie", "", ""),
    ("et", "ei ärge", "", ""),
    ("fa", "هرگز", "نیست نیستند", ""),
    ("fi", "ei en et emme ette eivät älä älkää", "", ""),
    ("fr", "ne", "", ""),
    ("gu", "", "નથી નહીં", ""),
    (
        "he",
        "לא אין איני אינו אינה איננו איננה אינם אינן שלא ולא ואין שאין מעולם",
        "",
        "",
    ),
    ("hi", "नहीं", "नहीं", ""),
    ("hr", "ne nije nisu nikad nikada", "", ""),
    ("hu", "nem ne soha sem", "", ""),
    ("id", "tidak bukan jangan belum", "", ""),
    ("it", "non mai né nessuno nessuna", "", ""),
    ("ja", "", "ない なかった ません", ""),
    ("ka", "არ ვერ ნუ ვერც არც", "", ""),
    ("kn", "", "ಇಲ್ಲ", ""),
    ("ko", "", "않~ 못하~ 못한~ 못했~ 없~", ""),
    ("lt", "ne nėra niekada", "", ""),
    ("lv", "ne nav nekad", "", ""),
    ("mk", "не нема никогаш", "", ""),
    ("ml", "", "ഇല്ല അല്ല", ""),
    ("mr", "", "नाही नाहीत", ""),
    ("ms", "tidak bukan jangan belum", "", ""),
    ("nb", "ikke aldri ingen intet", "", "ikke"),
    ("nl", "niet nooit geen niemand", "", "niet"),
    ("nn", "ikkje aldri ingen inkje", "", "ikkje"),
    ("no", "ikke ikkje aldri ingen intet", "", "ikke ikkje"),
    ("pa", "ਨਹੀਂ", "ਨਹੀਂ", ""),
    ("pl", "nie nigdy", "", ""),
    ("pt", "não nunca jamais ninguém", "", ""),
    ("ro", "nu niciodată", "", ""),
    ("ru", "не ни никогда", "", ""),
    ("sk", "nie nikdy", "", ""),
    ("sl", "ne ni niso nikoli", "", ""),
    (
        "sr",
        "не није нису никад никада ne nije nisu nikad nikada",
        "",
        "",
    ),
    ("sv", "inte aldrig ej ingen inget inga", "", "inte"),
    ("ta", "", "இல்லை", ""),
    ("te", "", "లేదు కాదు", ""),
    ("th", "ไม่ ไม่ได้ ไม่เคย ไม่มี ไม่ใช่ ไม่ควร", "", ""),
    ("tr", "", "değil", ""),
    ("uk", "не ні ніколи нема немає", "", ""),
    ("ur", "نہیں", "نہیں", ""),
    (
        "zh",
        "不 没 沒 没有 沒有 不会 不會 不能 不要 不可 不是 从未 從未",
        "",
        "",
    ),
];

/// Words of French that negate behind a "ne", which stands so many words before them at most.
const BEHIND_NE: &str = "pas jamais aucun aucune guère nullement";
const FROM_NE: usize = 4;

/// What ends as a negation and is none: "cannot but".
const NONE: &[&str] = &["不得不", "不能不", "无不", "無不"];

/// Words of English behind "not" that make it another sense.
const OF_MORE: &str = "only just merely simply least until later";

/// Words by which English negates without a "not", by their beginnings.
const DENIALS: &str = "den~ refus~ reject~ declin~ oppos~ fail~ rule~ without against instead rather untrue false \
    stop~ halt~ block~ ban~ forbid~ prevent~ unlikely nowhere hardly";

/// Languages that write the negation as a part of the verb.
const WITHIN_VERBS: &[&str] = &["cs", "lt", "lv", "sk"];

/// Returns the word right before a piece of a sentence that negates it: the end of what stands before.
pub(super) fn negation_before<'a>(text: &'a str, language: &str) -> Option<&'a str> {
    let (_, before, ..) = of(language)?;
    if text.ends_with(has_no_word_spaces) {
        let entry = before
            .split_whitespace()
            .filter(|entry| text.ends_with(entry));
        let longest = entry.max_by_key(|entry| entry.len())?;
        let is_none = NONE.iter().any(|none| text.ends_with(none));
        return text.get(text.len() - longest.len()..).filter(|_| !is_none);
    }
    let mut words = words(text.strip_suffix(' ')?);
    let word = words.pop()?.trim_start();
    let is_negation = is_in(before, word)
        || language_is(language, "en") && is_contracted(word)
        || language_is(language, "fr") && is_behind_ne(word, &words);
    is_negation.then_some(word)
}

/// Returns the word right behind a piece of a sentence that negates it: the beginning of what stands behind.
pub(super) fn negation_behind<'a>(text: &'a str, language: &str) -> Option<&'a str> {
    let (_, _, behind, at_end) = of(language)?;
    if text.starts_with(has_no_word_spaces) {
        let mut entries = behind.split_whitespace();
        let entry = entries.find(|entry| text.starts_with(entry))?;
        return text.get(..entry.len());
    }
    let mut words = words(text.strip_prefix(' ')?).into_iter().map(str::trim);
    let (word, next) = (words.next()?, words.next().unwrap_or(""));
    let is_last = !next.contains(char::is_alphanumeric);
    (is_in(behind, word) && !is_in(OF_MORE, next) || is_last && is_in(at_end, word)).then_some(word)
}

/// Says whether a text negates anything; of a language that is not known, it may.
pub(super) fn may_negate(text: &str, language: &str) -> bool {
    let Some((code, before, behind, _)) = of(language) else {
        return true;
    };
    let has = |word: &str| {
        is_in(before, word)
            || is_in(behind, word)
            || *code == "en" && (is_contracted(word) || is_in(DENIALS, word))
            || WITHIN_VERBS.contains(code) && word.to_lowercase().starts_with("ne")
            || *code == "fr" && (is_ne(word) || is_in("pas jamais aucun aucune", word))
    };
    let mut entries = before.split_whitespace().chain(behind.split_whitespace());
    let is_within = |entry: &str| entry.contains(has_no_word_spaces) && text.contains(entry);
    words(text).into_iter().any(|word| has(word.trim())) || entries.any(is_within)
}

fn of(language: &str) -> Option<&'static Negations> {
    NEGATIONS
        .iter()
        .find(|(code, ..)| language_is(language, code))
}

fn language_is(tag: &str, code: &str) -> bool {
    tag.split('-')
        .next()
        .is_some_and(|language| language.eq_ignore_ascii_case(code))
}

/// Says whether a word of French negates with a "ne" a few words before it. "Plus" compares, but right behind one.
fn is_behind_ne(word: &str, before: &[&str]) -> bool {
    let mut last = before.iter().rev().map(|word| word.trim());
    if word.eq_ignore_ascii_case("plus") {
        return last
            .next()
            .is_some_and(|word| word.eq_ignore_ascii_case("ne"));
    }
    let is_in_sentence = |word: &&str| word.contains(char::is_alphanumeric);
    let mut last = last.take_while(is_in_sentence).take(FROM_NE);
    is_in(BEHIND_NE, word) && last.any(is_ne)
}

fn is_ne(word: &str) -> bool {
    word.eq_ignore_ascii_case("ne")
        || ["n’", "n'", "N’", "N'"]
            .iter()
            .any(|ne| word.starts_with(ne))
}

fn is_contracted(word: &str) -> bool {
    word.ends_with("n’t") || word.ends_with("n't")
}

fn is_in(list: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    list.split_whitespace()
        .any(|entry| match entry.strip_suffix('~') {
            Some(beginning) => word.starts_with(beginning),
            None => word == entry,
        })
}

#[cfg(test)]
mod tests {
    use super::{may_negate, negation_before, negation_behind};

    #[test]
    fn negations_right_before_a_piece_of_a_sentence_are_seen() {
        for (before, language, word) in [
            ("The alliance does not ", "en", "not"),
            ("We don’t ", "en-GB", "don’t"),
            ("There is no ", "en", "no"),
            ("“Nobody ", "en", "Nobody"),
            ("Nadie ", "es", "Nadie"),
            ("“לא ", "he", "לא"),
            ("הוא אמר שלא ", "he", "שלא"),
            ("قال الوزير ولن ", "ar", "ولن"),
            ("Ми не ", "uk", "не"),
            ("我们不", "zh", "不"),
            ("我们没有", "zh-Hans", "没有"),
            ("เราไม่", "th", "ไม่"),
            ("Wir haben nie ", "de", "nie"),
            ("हम नहीं ", "hi", "नहीं"),
            ("Nous ne voulons pas ", "fr", "pas"),
            ("Ce n’est pas ", "fr", "pas"),
            ("« Ne plus ", "fr", "plus"),
            ("Il n'a jamais ", "fr", "jamais"),
            ("„איננו ", "he", "איננו"),
        ] {
            assert_eq!(negation_before(before, language), Some(word), "{before}");
        }
        for (before, language) in [
            ("Not so, he said: the ", "en"),
            ("I do not know when but ", "en"),
            ("There is no doubt that ", "en"),
            ("No. ", "en"),
            ("not\t", "en"),
            ("not\u{a0}", "en"),
            ("我们不得不", "zh"),
            ("不断", "zh"),
            ("พันธมิตร", "th"),
            ("הוא שאל ", "he"),
            ("un pas ", "fr"),
            ("On ne sait, dit-il : pas ", "fr"),
            ("Il ne voit rien dans la rue de plus ", "fr"),
            ("et de plus ", "fr"),
            ("Rien n’est plus ", "fr"),
            ("10년 안 ", "ko"),
            ("not ", "tlh"),
            ("", "en"),
        ] {
            assert_eq!(negation_before(before, language), None, "{before}");
        }
    }

    #[test]
    fn negations_right_behind_a_piece_of_a_sentence_are_seen() {
        for (behind, language, word) in [
            (" nicht.", "de", "nicht"),
            (" 않는다고 말했다", "ko", "않는다고"),
            ("ない」と述べた。", "ja", "ない"),
            ("ません。", "ja", "ません"),
            (" değil", "tr", "değil"),
            (" नहीं करते।", "hi", "नहीं"),
            (" not pay.", "en", "not"),
        ] {
            assert_eq!(negation_behind(behind, language), Some(word), "{behind}");
        }
        for (behind, language) in [
            (", nicht morgen", "de"),
            (" nicht zuletzt heute", "de"),
            ("」と述べた。", "ja"),
            ("必ず払う", "ja"),
            ("だけでなく", "ja"),
            ("不会", "zh"),
            (" 안전하다", "ko"),
            (" and never surrender", "en"),
            (" no later than Friday", "en"),
            (" not only here", "en"),
            (" because they cannot", "en"),
            (".” Not so", "en"),
        ] {
            assert_eq!(negation_behind(behind, language), None, "{behind}");
        }
    }

    #[test]
    fn texts_that_may_negate_are_known() {
        for (text, language) in [
            ("NATO does not call it an attack.", "en"),
            ("The minister denied that the city pays.", "en"),
            ("Vláda nebude platit.", "cs"),
            ("計画を認めない", "ja"),
            ("정부는 동의하지 않는다", "ko"),
            ("Ríkið ætlar ekki að borga.", "is"),
        ] {
            assert!(may_negate(text, language), "{text}");
        }
        assert!(!may_negate("NATO calls it an attack.", "en"));
    }
}
