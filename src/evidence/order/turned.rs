//! Turns lines from right to left that are written as they are seen.

use unicode_normalization::char::is_combining_mark;

use super::embedded::{END, SIGNS, TO_LEFT};
use crate::characters::is_right_to_left;
use crate::evidence::directions::{Bracket, Order, Paragraph, is_arabic};

/// One of so many letters has to stand alone for the others to be in doubt.
const SCATTERED: usize = 4;
const FEWEST_SCATTERED: usize = 12;

/// Returns a text whose lines from right to left are written as they are seen, in the order in which they
/// are read: by characters, and by words; nothing, if it has none.
pub(in crate::evidence) fn from_right_to_left(text: &str) -> Vec<String> {
    if !text.contains(is_right_to_left) {
        return Vec::new();
    }
    let each = |turned: &dyn Fn(&str) -> String, has_all: bool| -> String {
        let lines = text.lines().map(|line| {
            if has_all || line.contains(is_right_to_left) {
                turned(line)
            } else {
                line.to_owned()
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    // Beside words that are marked as such, a line of a number has its full stop on its left as well.
    let is_marked = text.contains(TO_LEFT);
    let marks = [Marks::Left, Marks::Turned, Marks::Mirrored].into_iter();
    let marks = marks.filter(|marks| !(is_marked && *marks == Marks::Left));
    let turned = marks.map(|marks| each(&|line| by_words(line, marks), is_marked));
    [each(&by_characters, false)]
        .into_iter()
        .chain(turned)
        .collect()
}

/// How the marks around words are read where the words are turned.
#[derive(Clone, Copy, PartialEq)]
enum Marks {
    /// As they stand.
    Left,
    /// Those that stand left of a word behind it.
    Turned,
    /// So, and each bracket as the other of its pair.
    Mirrored,
}

/// Says whether a program that reads PDFs left letters of Arabic, or their marks, on lines of their own: of such a
/// text it is not known which letters are where.
pub(in crate::evidence) fn has_lost_letters(text: &str) -> bool {
    let is_lost = |line: &str| {
        let line = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, TO_LEFT | END));
        let mut letters = line.chars().filter(|c| !is_combining_mark(*c));
        !line.is_empty() && letters.next().is_none_or(is_arabic) && letters.next().is_none()
    };
    // What begins with a non-joiner was cut off from its word.
    text.contains(TO_LEFT) && (text.contains("\u{202B}\u{200C}") || text.lines().any(is_lost))
}

/// Says whether many letters from right to left stand alone or by twos on lines of their own, as where a PDF sets each
/// by itself in no order of places.
pub(in crate::evidence) fn has_scattered_letters(text: &str) -> bool {
    let (mut few, mut all) = (0, 0);
    for line in text.lines() {
        let letters = line.chars().filter(|c| is_right_to_left(*c)).count();
        let is_alone = line
            .chars()
            .filter(|c| c.is_alphanumeric())
            .nth(2)
            .is_none();
        few += if is_alone { letters } else { 0 };
        all += letters;
    }
    few >= FEWEST_SCATTERED && few * SCATTERED > all
}

fn by_words(line: &str, marks: Marks) -> String {
    let words = line.split_whitespace().rev();
    let words = words.map(|word| match marks {
        Marks::Left => word.to_owned(),
        Marks::Turned | Marks::Mirrored => turned(word, marks == Marks::Mirrored),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Turns the marks around a word that stand beside what sets it from right to left, as they are seen.
fn turned(word: &str, is_mirrored: bool) -> String {
    let is_of_word =
        |c: char| c.is_alphanumeric() || SIGNS.contains(c) || matches!(c, TO_LEFT | END);
    let core = word.trim_matches(|c| !is_of_word(c));
    let (first, last) = word.split_once(core).unwrap_or((word, ""));
    let turn = |marks: &str| -> String {
        let marks = marks.chars().rev();
        marks
            .map(|c| {
                let bracket = Bracket::of(c).filter(|_| is_mirrored);
                bracket.map_or(c, |bracket| bracket.other)
            })
            .collect()
    };
    turn(last) + core + &turn(first)
}

/// Turns a line that is written as it is seen.
fn by_characters(line: &str) -> String {
    let ends = line.char_indices().map(|(at, c)| at..at + c.len_utf8());
    let pieces: Vec<&str> = ends.filter_map(|at| line.get(at)).collect();
    let is_arabic = line.contains(is_arabic);
    let order = Order::of(&pieces, Paragraph::Left { is_arabic });
    let mut turned = String::with_capacity(line.len());
    for piece in order.reading {
        let text = pieces.get(piece).copied().unwrap_or_default();
        let is_turned = order.is_turned.get(piece) == Some(&true);
        match text.chars().next().and_then(Bracket::of) {
            Some(bracket) if is_turned => turned.push(bracket.other),
            Some(_) | None => turned.push_str(text),
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use crate::evidence::tests::look;
    use crate::model::{Check, Obstacle};

    const OUT_OF_ORDER: (Check, Option<Obstacle>) =
        (Check::CannotCheck, Some(Obstacle::OutOfOrder));

    #[test]
    fn lines_from_right_to_left_are_not_absent() {
        let hebrew = "ביום 15 במאי נתחיל בעבודות (בנמל), אמרה";
        let seen: String = hebrew.chars().rev().collect::<String>().replace("51", "15");
        let seen = seen.replace(')', "<").replace('(', ")").replace('<', "(");
        assert_eq!(look(&seen, "במאי נתחיל בעבודות"), OUT_OF_ORDER, "{seen}");
        assert_eq!(
            look(&seen, "ביום 15 במאי נתחיל בעבודות"),
            OUT_OF_ORDER,
            "{seen}"
        );
        let words = hebrew.split(' ').rev().collect::<Vec<_>>().join(" ");
        assert_eq!(look(&words, "במאי נתחיל בעבודות"), OUT_OF_ORDER, "{words}");
        assert_eq!(look(&words, "נתחיל בעבודות בקיץ").0, Check::Absent);
        // As `pdftotext -raw` writes it.
        let raw = "\u{202B}ואיש\u{202C} ,\u{202B}בערב\u{202C} \u{202B}בתשע\u{202C}\n\
            \u{202B}אמרה\u{202C} .(\u{202B}התיישב\u{202C} \u{202B}לא\u{202C})\n.47 \u{202B}בת\u{202C} ,\u{202B}לוי\u{202C} \u{202B}גב׳\u{202C}\n\u{202B}בשעה\u{202C}\n.15:30\n";
        let quote = "בתשע בערב, ואיש (לא התיישב). אמרה גב׳ לוי, בת 47. בשעה 15:30.";
        assert_eq!(look(raw, quote), OUT_OF_ORDER);
        assert_eq!(look(raw, "בתשע בערב, ואיש התיישב").0, Check::Absent);
        let marked = format!("\u{202B}{hebrew}\u{202C}");
        assert_eq!(look(&marked, "במאי נתחיל בעבודות").0, Check::Exact);
    }

    /// As `PyMuPDF` and `pdftotext -raw` write them.
    #[test]
    fn words_from_right_to_left_with_marks_and_numbers_are_not_absent() {
        for (text, quote) in [
            (
                ",כך אחר ולא באביב בנמל העבודות את נתחיל אמר\n",
                "נתחיל את העבודות בנמל באביב ולא אחר כך",
            ),
            (
                ".2026 בשנת באביב בנמל העבודות את נתחיל\n",
                "נתחיל את העבודות בנמל באביב בשנת 2026.",
            ),
            (
                "אחר ולא באביב העבודות את נתחיל :)בישיבה( אמר\n.כך\n",
                "אמר (בישיבה): נתחיל את העבודות באביב ולא אחר כך.",
            ),
            (
                "نؤجلها ولن المقبل الربيع في الميناء في األعمال سنبدأ\n",
                "سنبدأ الأعمال في الميناء في الربيع المقبل ولن نؤجلها",
            ),
            (
                ".2026 \u{202B}عام\u{202C} \u{202B}الميناء\u{202C} \u{202B}في\u{202C} \u{202B}األعمال\u{202C} \u{202B}سنبدأ\u{202C}\n",
                "سنبدأ الأعمال في الميناء عام 2026.",
            ),
            (
                "\u{202B}\u{200C}های بندر را از بهار\u{202C}\n\u{202B}او گفت\u{202A} :\u{202C}خانه\u{202C}\n",
                "خانه\u{200C}های بندر را از بهار",
            ),
        ] {
            assert_eq!(look(text, quote), OUT_OF_ORDER, "{text}");
        }
        let text = ",כך אחר ולא באביב בנמל העבודות את נתחיל אמר\n";
        for quote in [
            "נתחיל את העבודות בנמל בקיץ ולא אחר כך",
            "נתחיל את העבודות באביב ולא אחר כך",
        ] {
            assert_eq!(look(text, quote).0, Check::Absent, "{quote}");
        }
    }

    /// As `pdftotext` reads what Chromium prints.
    #[test]
    fn letters_on_lines_of_their_own_make_nothing_absent() {
        let text = "\u{202B}نحن لا ن بل إغلاق الرصيف\u{202C}\n\u{202B}ق\u{202C}\n\u{202B}قبل العيد\u{202C}\n";
        let quote = "نحن لا نقبل إغلاق الرصيف قبل العيد";
        assert_eq!(look(text, quote), OUT_OF_ORDER);
        let whole = text.replace("\u{202B}ق\u{202C}\n", "");
        assert_eq!(look(&whole, quote).0, Check::Absent);
    }
}
