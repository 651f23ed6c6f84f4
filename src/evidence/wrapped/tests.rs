use proptest::prelude::*;

use crate::evidence::{Finding, Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

fn look(text: &str, quote: &str) -> Finding {
    let wanted = SoughtQuote {
        edited: quote.contains(['…', '[']),
        ..SoughtQuote::of(quote)
    };
    find(&Snapshot::read(text.as_bytes(), Media::Text), &[wanted]).remove(0)
}

#[track_caller]
fn found(text: &str, quote: &str, expected: Check) {
    let found = look(text, quote);
    assert_eq!(
        found.check,
        expected,
        "{quote:?} in {text:?}: {:?}",
        found.why()
    );
}

#[test]
fn a_hyphen_at_a_line_end_is_of_the_word_or_not() {
    for (text, quote) in [
        (
            "We will begin the wor-\nks in the spring.",
            "We will begin the works in the spring.",
        ),
        (
            "The well-\nknown works begin.",
            "The well-known works begin.",
        ),
        (
            "The well-  \r\n   known works begin.",
            "The well-known works begin.",
        ),
        (
            "It is infra-\nstruc-\nture in a state-of-\nthe-\nart form.",
            "It is infrastructure in a state-of-the-art form.",
        ),
        ("It met on Tues-\n\nday.", "It met on Tuesday."),
        ("来，“好，”\n47岁的人说。", "来，“好，”47岁的人说。"),
        ("ＵＮＥＳ\nＣＯ and　ＮＡＴＯ", "UNESCO and NATO"),
        ("In 1914–\n1918 it was so.", "In 1914–1918 it was so."),
        ("He said so—\nor so we hear.", "He said so—or so we hear."),
        ("He said so\n—or so we hear.", "He said so—or so we hear."),
        ("Guar\u{AD}\nantees are given.", "Guarantees are given."),
        // Line ends beside dashes, and others that are read in another way.
        (
            "He said so\n—or so we hear, be-\nginning now.",
            "He said so —or so we hear, beginning now.",
        ),
        (
            "He said so—\n“or so” we hear, be-\nginning now.",
            "He said so—“or so” we hear, beginning now.",
        ),
        (
            "It will be-\ngin in 1914–\n1918 and so—\nor so.",
            "It will begin in 1914–1918 and so—",
        ),
        (
            "It be-\ngan in May\n\u{AD} Bell said so.",
            "It began in May Bell said so.",
        ),
        (
            "Die Donau\u{2010}\ndampf\u{2010}\nschiff\u{2010}fahrt ruht.",
            "Die Donaudampfschiff-fahrt ruht.",
        ),
        (
            "> We will be-\n> gin the works\n> in spring.",
            "We will begin the works in spring.",
        ),
        (
            ">> We will\n>> begin the\n> > works.",
            "We will begin the works.",
        ),
    ] {
        found(text, quote, Check::Typographic);
    }
}

#[test]
fn two_quotes_may_read_one_line_end_in_two_ways() {
    let text = "We will re-\nsign the contract soon.";
    let wanted = ["We will resign the contract", "re-sign the contract soon."].map(SoughtQuote::of);
    let found = find(&Snapshot::read(text.as_bytes(), Media::Text), &wanted);
    for found in found {
        assert_eq!(found.check, Check::Typographic);
    }
}

#[test]
fn parts_of_edited_quotes_are_read_over_line_ends_too() {
    let text = "We will be-\ngin the works, as plan-\nned, in the spring of the well-\nknown year.";
    found(
        text,
        "We will begin the works … in the spring of the well-known year.",
        Check::Edited,
    );
    let found = look(text, "We will begin the works … in the well-known year.");
    assert_eq!(found.check, Check::Absent);
}

#[test]
fn no_other_word_is_found() {
    for (text, quote) in [
        (
            "We will begin the wor-\nks in spring.",
            "We will begin the words in spring.",
        ),
        (
            "We will not be-\ngin the works.",
            "We will begin the works.",
        ),
        (
            "It was 12-\n15 people at the time.",
            "It was 1215 people at the time.",
        ),
        (
            "It was so—\nor so we hear it.",
            "It was soor so we hear it.",
        ),
        ("The well-known works begin.", "The wellknown works begin."),
        ("The well known works begin.", "The well-known works begin."),
        ("The well\nknown works begin.", "The wellknown works begin."),
        (
            "The works be-\n\nGin in the spring.",
            "The works beGin in the spring.",
        ),
        ("a is\n> b and so on for long", "a is b and so on for long"),
        (
            "정부는 항구를 넓힌다고 말했다",
            "정부는항구를 넓힌다고 말했다",
        ),
    ] {
        found(text, quote, Check::Absent);
    }
}

/// What stands before or after the hyphen may be of the same word: "unable".
#[test]
fn a_quote_does_not_begin_or_end_at_a_line_end_in_a_word() {
    for (text, quote) in [
        (
            "They are un-\nable to begin the work.",
            "able to begin the work.",
        ),
        ("They begin the work-\ners’ houses.", "They begin the work"),
        // Other line ends in the quote are read as it has them.
        (
            "They are un-\nable to be-\ngin the work.",
            "able to begin the work.",
        ),
        (
            "They be\u{AD}\ngin the work\u{AD}\ners’ houses.",
            "They begin the work",
        ),
        (
            "They are un\u{AD}\nable to be\u{AD}\ngin the work.",
            "able to be\u{AD}\ngin the work.",
        ),
        // A soft hyphen that nobody took out says nothing of the next line.
        ("The works begin\u{AD}\nIt is so.", "The works begin\u{AD}"),
        (
            "The works begin\u{AD}\nIt is so.",
            "The works begin It is so.",
        ),
    ] {
        assert_eq!(
            look(text, quote).reason,
            Some(Obstacle::BrokenWord),
            "{quote}"
        );
    }
}

#[test]
fn scripts_without_spaces_are_wrapped_anywhere() {
    for (text, quote) in [
        (
            "我们将在春天开始\n工程建设，\n  不会再推迟。",
            "我们将在春天开始工程建设，不会再推迟。",
        ),
        (
            "我们将在\n2025\n年开始工程建设，不会。",
            "我们将在2025年开始工程建设，不会。",
        ),
        (
            "私たちは春に工事\nを始めます。\n「はい」",
            "私たちは春に工事を始めます。「はい」",
        ),
        (
            "정부는 항\n구를 넓힌다고\n말했다.",
            "정부는 항구를 넓힌다고 말했다.",
        ),
        ("เราจะเริ่มงานใน\nฤดูใบไม้ผลิ", "เราจะเริ่มงานในฤดูใบไม้ผลิ"),
    ] {
        found(text, quote, Check::Typographic);
    }
    found(
        "我们将在春天开始工程建设。",
        "我们将不在春天开始工程建设。",
        Check::Absent,
    );
}

#[test]
fn forms_of_letters_are_letters() {
    found(
        "The oﬃce will ﬁnd the ﬁrst ﬂoor.",
        "The office will find the first floor.",
        Check::Typographic,
    );
    found(
        "The oﬃce will ﬁnd the ﬁrst ﬂoor.",
        "The office will find the first door.",
        Check::Absent,
    );
}

#[test]
fn a_page_between_the_words_is_not_held_against_the_writer() {
    for text in [
        "We will begin the works in\n\n12\n\u{C}Harbour Times Annual Report\nthe spring of next year.",
        "We will begin the works in\n\n- 12 -\n\nthe spring of next year.",
        "We will begin the wor-\n12 | The Times\n\u{C}Annual Report\n2025\nks in the spring of next year.",
    ] {
        let found = look(text, "We will begin the works in the spring of next year.");
        assert_eq!(
            (found.check, found.reason),
            (Check::CannotCheck, Some(Obstacle::PageBreak)),
            "{text}"
        );
        let changed = look(
            text,
            "We will not begin the works in the spring of next year.",
        );
        assert_eq!(changed.check, Check::Absent, "{text}");
    }
    found(
        "We will begin the works in\n\u{C}the spring.",
        "We will begin the works in the spring.",
        Check::Typographic,
    );
    found(
        "We will\nnot\nbegin the works in spring.",
        "We will begin the works in spring.",
        Check::Absent,
    );
}

proptest! {
    /// A text that is wrapped at any width, and hyphenated anywhere, has its sentence; and one with a
    /// word left out is not found.
    #[test]
    fn wrapped_text_is_found(
        words in proptest::collection::vec("[a-zé]{2,9}(-[a-z]{2,5})?", 4..12),
        cuts in proptest::collection::vec(0usize..90, 0..8),
        left_out in 1usize..3,
    ) {
        let sentence = words.join(" ");
        let mut wrapped = String::new();
        let chars: Vec<char> = sentence.chars().collect();
        for (index, c) in chars.iter().enumerate() {
            wrapped.push(*c);
            let next = chars.get(index + 1).copied().unwrap_or(' ');
            if cuts.contains(&index) && c.is_alphabetic() && next.is_alphabetic() {
                wrapped.push_str("-\n");
            } else if cuts.contains(&index) && *c == '-' {
                wrapped.push('\n');
            }
        }
        let text = format!("Before it. {wrapped} After it.");
        let found = look(&text, &sentence);
        let expected = if wrapped == sentence { Check::Exact } else { Check::Typographic };
        prop_assert_eq!(found.check, expected, "{:?}", text);
        let at = &found.at[0];
        let passage: String = text.chars().skip(at.start).take(at.end - at.start).collect();
        prop_assert_eq!(&passage, &wrapped);
        let mut fewer = words.clone();
        fewer.remove(left_out);
        let fewer = fewer.join(" ");
        if !sentence.contains(&fewer) {
            prop_assert!(!look(&text, &fewer).check.is_verified(), "{:?} in {:?}", fewer, text);
        }
    }
}

/// A word that goes on over a soft hyphen is no difference from the quote's.
#[test]
fn the_nearest_passage_reads_words_on_over_soft_hyphens() {
    let found = look(
        "The works be\u{AD}\ngin in the spring of next year.",
        "The works begin in the autumn of next year.",
    );
    let nearest = found.nearest.unwrap().to_string();
    assert_eq!(nearest.matches("[-").count(), 1, "{nearest}");
    assert!(nearest.contains("[-autumn-] {+spring+}"), "{nearest}");
}

/// A dash that begins a quote follows a word in the source, where spaces are nothing.
#[test]
fn a_dash_may_begin_a_quote() {
    let text = "Two officials, she said日本語 – the har-\nbour will be widened, wor-\nks and all.";
    for quote in [
        "– the harbour will be widened",
        "— the harbour will be widened, works and all.",
    ] {
        found(text, quote, Check::Typographic);
    }
    found(text, "the harbour will be widened", Check::Typographic);
    found(text, "– a harbour will be widened", Check::Absent);
}

/// What is left out before its first mark does not put that mark within a word.
#[test]
fn a_quote_mark_may_follow_a_hyphen() {
    for before in [
        "reopens- ",
        "reopens-",
        "reopens -",
        "re-\nopens-\n",
        "reopens – ",
    ] {
        for quote in [
            "“Open in May, in Kyivi",
            "‘Open’ in May, in Kyivi",
            "…Open in May, in Kyivi",
        ] {
            for broken in ["Kyiv-\ni", "Kyiv\u{ad}\ni"] {
                let text = format!("the quay {before}{quote} of 2025");
                let text = text.replace("Kyivi", broken);
                assert!(look(&text, quote).check.is_verified(), "{quote} in {text}");
            }
        }
    }
}

#[test]
fn a_wide_quote_mark_beside_a_space_is_no_apostrophe() {
    for text in [
        "We will begin it ＂But not now＂ he said",
        "We will begin it 「But not now」 he said",
        "We will begin it『But not now』 he said",
        "We will begin it ＂Ｂut not now＂ he said",
        "We will begin it ＂\u{FFFF}But not now＂ he said",
        "We will begin it\n「But not now」 he said",
        "He said 「no」 We will begin it",
        "He said ＂no＂ We will begin it",
        "彼は「いいえ」 We will begin it",
    ] {
        let told = look(text, "We will begin it").check;
        assert_ne!(told, Check::Absent, "{text:?}");
    }
    found(
        "We will 「begin it」 in spring",
        "We will “begin it” in spring",
        Check::Typographic,
    );
    for (text, quote) in [
        (
            "今日は iPhone\n「新型」を見る",
            "今日はiPhone「新型」を見る",
        ),
        ("今日は iPhone 「新型」を見る", "今日はiPhone“新型”を見る"),
        ("G7「声明」は今日出た", "G7“声明”は今日出た"),
        (
            "We will「begin it」in spring",
            "We will “begin it” in spring",
        ),
        (
            "We will ＂begin it＂ in spring",
            "We will “begin it” in spring",
        ),
        ("We will 「begin it」 in spring", "“begin it” in spring"),
    ] {
        assert!(look(text, quote).check.is_verified(), "{quote} in {text}");
    }
}
