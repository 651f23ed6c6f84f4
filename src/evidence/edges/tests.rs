mod scripts;

use super::is_joined;
use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::Check;

fn check(source: &str, text: &str, context: Option<&str>) -> Check {
    let snapshot = Snapshot::read(source.as_bytes(), Media::Text);
    let wanted = SoughtQuote {
        edited: text.contains(['…', '[']),
        context,
        ..SoughtQuote::of(text)
    };
    find(&snapshot, &[wanted]).remove(0).check
}

/// Each source, and quotes from it that begin and end where words and numbers do.
const RIGHT: &[(&str, &[&str])] = &[
    // Programs lose the space where the direction changes.
    (
        "”The office wrote: “no ship will wait longer than a day\u{202C}هذا الشتاء.",
        &["no ship will wait longer than a day"],
    ),
    (
        "They announced that they can’t begin it in spring.",
        &[
            "announced that they can't begin",
            "They announced that … can’t begin it",
        ],
    ),
    (
        "‘We can begin,’ she said. ‘It isn’t late.’",
        &[
            "We can begin,' she said",
            "'We can begin,'",
            "It isn't late.",
            "she said … ‘It isn’t",
        ],
    ),
    (
        "Il a dit que l’État n’a pas d’argent pour l’école qu’il voulait.",
        &[
            "État n'a pas d'argent",
            "argent pour l’école",
            "école qu’il voulait",
            "il voulait … ",
            "Il a dit que … État n’a pas",
        ],
    ),
    (
        "Dice che dell’acqua un po’ è persa, e all’inizio anche l’altra.",
        &[
            "acqua un po' è persa",
            "Dice che dell'acqua",
            "inizio anche l’altra",
            "altra. … ",
        ],
    ),
    (
        "Ze zegt dat ’s avonds de foto’s van ’t huis verdwijnen.",
        &[
            "'s avonds de foto's van",
            "de foto’s van 't huis",
            "huis verdwijnen … ",
        ],
    ),
    (
        "הוא אמר ש\"נתחיל בעבודות באביב\" ליד ארה״ב וצה״ל.",
        &[
            "נתחיל בעבודות באביב",
            "ליד ארה\"ב וצה\"ל",
            "אמר ש\"נתחיל בעבודות",
        ],
    ),
    (
        "قال لـ\"الجزيرة\" إن و\"نبدأ العمل في الربيع\"، ثم ۱۲٫۵ درصد",
        &["نبدأ العمل في الربيع", "ثم ۱۲٫۵ درصد", "الجزيرة\" إن و"],
    ),
    (
        "他说：“我们在春天开始扩建港口”，共3.5亿元。",
        &[
            "我们在春天开始扩建港口",
            "春天开始扩建港口",
            "共3.5亿元。",
            "扩建港口”，共3.5亿",
        ],
    ),
    (
        "그는 \"봄에 공사를 시작하겠다\"고 말했다.",
        &["봄에 공사를 시작하겠다", "공사를 시작하겠다\"고 말했다"],
    ),
    (
        "It rose by 3.5 million, to 1,200 people at 10:30. In 2024, 300 came.",
        &[
            "rose by 3.5 million",
            "3.5 million, to 1,200 people",
            "1,200 people at 10:30",
            "300 came. … ",
            "people at 10:30. In 2024",
        ],
    ),
    (
        "The U.S. troops—all of them–left; the growth was −5.2 per cent.",
        &[
            "The U.S. troops",
            "all of them–left",
            "the growth was -5.2",
            "troops—all of them",
            "left; the growth was",
        ],
    ),
    (
        "Legal residents—and anti-war parties – agree.",
        &[
            "Legal residents",
            "and anti-war parties",
            "parties – agree … ",
        ],
    ),
    (
        "Він сказав: «М’який і сім’я тут, т. е. все».",
        &["М'який і сім'я тут", "Він сказав: «М’який"],
    ),
    (
        "We stand with Ukraine 🇺🇦 and Poland today.",
        &[
            "We stand with Ukraine",
            "with Ukraine 🇺🇦",
            "🇺🇦 and Poland today",
        ],
    ),
];

/// Each source, and quotes that would begin or end within a word or number of it.
const WRONG: &[(&str, &[&str])] = &[
    (
        "She announced that they can’t begin it, and it didn't help them at all.",
        &[
            "announced that they can",
            "They announced that they can",
            "begin it, and it didn",
            "t begin it, and it",
            "announced that they can [begin]",
            "that they can … help them at all",
            "t help them at all … ",
        ],
    ),
    (
        "They couldn’t agree on the town’s terms; we’re here, it’s late.",
        &[
            "t agree on the",
            "agree on the town",
            "s terms; we're here",
            "the town’s terms; we",
            "re here, it's late",
            "we’re here, it",
        ],
    ),
    (
        "Aujourd’hui, l’État n’a pas d’argent, jusqu’au bout.",
        &[
            "hui, l'État n'a pas",
            "État n’a pas d",
            "pas d’argent, jusqu",
            "hui, l’État … d’argent",
            "tat n’a pas d’argent",
        ],
    ),
    (
        "Dice che dell’acqua un po’ è persa, l’altra no.",
        &[
            "Dice che dell",
            "un po’ è persa, l",
            "Dice che dell [acqua]",
        ],
    ),
    (
        "Hij wil de foto’s van z’n huis en de auto’s.",
        &[
            "Hij wil de foto",
            "s van z'n huis",
            "n huis en de auto’s",
            "huis en de auto",
        ],
    ),
    (
        "הוא אמר שארה״ב וצה״ל יחד, וג׳ירפה בגן",
        &[
            "הוא אמר שארה",
            "ב וצה״ל יחד",
            "ירפה בגן … ",
            "אמר שארה\"ב וצה",
        ],
    ),
    (
        "می‌گوید ۱۲٫۵ درصد از ۱٬۲۰۰ نفر",
        &["۵ درصد از ۱٬۲۰۰ نفر", "می‌گوید ۱۲٫۵ درصد از ۱", "۲۰۰ نفر … "],
    ),
    (
        "他们花了3.5亿元在春天开始扩建港口，10,000人",
        &["5亿元在春天开始扩建港口", "在春天开始扩建港口，10"],
    ),
    (
        "It rose by 3.5 million euros in all, to 1,200 people; 10,000 euros is paid.",
        &[
            "5 million euros in all",
            "200 people; 10,000 euros",
            "000 euros is paid",
            "It rose by 3",
            "It rose by 3.",
            "rose by 3 … people;",
            "… 5 million euros [in all]",
        ],
    ),
    (
        "Um 3,5 Prozent stieg es, auf 1’200 und 1·5 Grad.",
        &["5 Prozent stieg es", "stieg es, auf 1", "200 und 1·5 Grad"],
    ),
    (
        "In all 4/5 of the members came at 10:30 to a 1:0 win.",
        &[
            "5 of the members",
            "came at 10:30 to a 1",
            "0 win. … In all",
            "30 to a 1:0 win",
            "of the members came at 10",
        ],
    ),
    (
        "The growth was −5.2 per cent in the U.S. troops’ year, e.g. here.",
        &[
            "The growth was −5",
            "S. troops' year",
            "per cent in the U",
            "2 per cent in the",
            "g. here. … ",
        ],
    ),
    (
        "Він сказав, що сім’я тут і м'який хліб.",
        &["сказав, що сім", "я тут і м'який", "який хліб. … сказав"],
    ),
];

/// Where a hyphen or a space may join a word or a number, it cannot be told.
const UNKNOWN: &[(&str, &[&str])] = &[
    (
        "The non-legal residents and the anti-war party agree.",
        &[
            "legal residents and",
            "residents and the anti",
            "war party agree.",
            "[The] legal residents and",
        ],
    ),
    (
        "the U.S.-led forces in 1914–1918 and 10-15 people",
        &[
            "led forces in 1914–1918",
            "the U.S.-led forces in 1914",
            "15 people … ",
            "1918 and 10-15 people",
        ],
    ),
    (
        "the growth was −5.2 per cent, then -3 again",
        &[
            "5.2 per cent, then",
            "3 again … per cent",
            "the growth was −",
        ],
    ),
    (
        "Il a payé 10 000 euros et 1\u{202F}200 francs.",
        &[
            "000 euros et 1 200 francs",
            "200 francs. … ",
            "euros et 1",
            "Il a payé 10",
        ],
    ),
    ("בבית־ספר הגדול של העיר החדשה", &["ספר הגדול של העיר"]),
    (
        "We stand with 🇺🇦🇵🇱 and 👩\u{200D}👧 in spring",
        &[
            "We stand with 🇺",
            "🇦🇵🇱 and 👩\u{200D}👧 in",
            "👧 in spring, … ",
            "We stand with 🇺🇦🇵",
        ],
    ),
];

fn each(table: &[(&str, &[&str])], is_right: impl Fn(Check) -> bool) {
    let mut wrong = Vec::new();
    for (source, quotes) in table {
        for quote in *quotes {
            let context = (quote.chars().count() < 30).then_some(*source);
            let found = check(source, quote, context);
            if !is_right(found) {
                wrong.push(format!("{quote} -> {found:?}, in: {source}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn quotes_begin_and_end_between_words() {
    each(RIGHT, Check::is_verified);
}

#[test]
fn no_quote_begins_or_ends_within_a_word_or_number() {
    each(WRONG, |found| !found.is_verified());
}

#[test]
fn what_a_hyphen_or_a_space_may_join_is_not_known() {
    each(UNKNOWN, |found| !found.is_verified());
}

#[test]
fn what_goes_on_is_told_as_what_it_is() {
    let they = "She announced that they can't begin it.";
    assert_eq!(check(they, "announced that they can", None), Check::Absent);
    let residents = "All of the non-legal residents agree.";
    assert_eq!(
        check(residents, "legal residents agree", None),
        Check::CannotCheck
    );
    assert_eq!(
        check(residents, "[illegal] residents agree", None),
        Check::Edited
    );
    assert_eq!(
        check(residents, "the non-[legal] residents agree", None),
        Check::Edited
    );
}

const COLUMNS: &str = "We will begin the works in the      The council met on Monday and\n\
    spring, after the long win-         heard that the office was un-\n\
    ter, and not before it. The         able to name the day. It will not\n\
    day was named on Friday.            say what it costs.\n";

#[test]
fn no_quote_begins_or_ends_in_a_word_that_a_column_breaks() {
    let no_break = COLUMNS.replace('-', "\u{2010}");
    let tabs = COLUMNS.replace("         heard", "\theard");
    for text in [COLUMNS, &no_break, &tabs] {
        for quote in [
            "spring, after the long win",
            "able to name the day",
            "able to name … what it costs",
            "ter, and not before it",
            "heard that the office was un",
        ] {
            assert_eq!(check(text, quote, None), Check::CannotCheck, "{quote}");
        }
        for quote in [
            "spring, after the long",
            "heard that the office was",
            "and not before it. The",
            "day was named on Friday.",
            "say what it costs.",
            "The council met on Monday and",
        ] {
            assert_eq!(check(text, quote, None), Check::Exact, "{quote}");
        }
    }
}

#[test]
fn a_hyphen_before_wide_spaces_at_the_end_of_a_line_ends_a_line() {
    for text in [
        "the long win-   \nter of that year",
        "the long win-\t\nter of that year",
    ] {
        assert_eq!(check(text, "the long winter of", None), Check::Typographic);
    }
}

#[test]
fn words_are_not_cut() {
    assert!(is_joined('n', 'a'));
    assert!(is_joined('е', 'ї'));
    assert!(is_joined('q', '\u{301}'));
    assert!(!is_joined(' ', 'a'));
    assert!(!is_joined('a', '-'));
    assert!(!is_joined('平', '和'));
}
