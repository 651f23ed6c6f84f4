use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use proptest::prelude::*;

use super::decode;
use crate::evidence::other_encodings::encoded_once;
use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

/// A sentence in each encoding, by its label.
const SENTENCES: &[(&str, &str)] = &[
    (
        "windows-1251",
        "Ми почнемо роботи навесні, після зими, і не раніше.",
    ),
    (
        "koi8-u",
        "Ми почнемо роботи навесні, після зими, і не раніше.",
    ),
    (
        "koi8-r",
        "Мы начнём работы весной, после зимы, и не раньше.",
    ),
    (
        "iso-8859-5",
        "Мы начнём работы весной, после зимы, и не раньше.",
    ),
    (
        "ibm866",
        "Мы начнём работы весной, после зимы, и не раньше.",
    ),
    (
        "x-mac-cyrillic",
        "Мы начнём работы весной, после зимы, и не раньше.",
    ),
    (
        "windows-1252",
        "Les travaux débuteront au printemps, à l’été au plus tard.",
    ),
    (
        "macintosh",
        "Les travaux débuteront au printemps, à l’été au plus tard.",
    ),
    (
        "iso-8859-15",
        "Les travaux coûteront 50 € par mètre, à l'été au plus tard.",
    ),
    (
        "iso-8859-2",
        "Zaczniemy prace wiosną, później będzie za późno.",
    ),
    (
        "windows-1250",
        "Zaczniemy prace wiosną, później będzie „za późno”.",
    ),
    (
        "windows-1253",
        "Θα αρχίσουμε τις εργασίες την άνοιξη, όχι αργότερα.",
    ),
    (
        "iso-8859-7",
        "Θα αρχίσουμε τις εργασίες την άνοιξη, όχι αργότερα.",
    ),
    (
        "windows-1254",
        "Çalışmalara ilkbaharda başlayacağız, daha sonra değil.",
    ),
    (
        "windows-1255",
        "נתחיל בעבודות באביב, אחרי החורף, ולא לפני כן.",
    ),
    (
        "windows-1256",
        "سنبدأ الأعمال في الربيع، بعد الشتاء، وليس قبل ذلك.",
    ),
    (
        "windows-1257",
        "Darbus pradėsime pavasarį, ne vėliau kaip vasarą.",
    ),
    ("windows-1258", "Chúng ta không lùi."),
    ("windows-874", "เราจะเริ่มงานในฤดูใบไม้ผลิหลังฤดูหนาว"),
    (
        "shift_jis",
        "私たちは春に工事を始めます。これ以上は延期しません。",
    ),
    (
        "euc-jp",
        "私たちは春に工事を始めます。これ以上は延期しません。",
    ),
    (
        "iso-2022-jp",
        "私たちは春に工事を始めます。これ以上は延期しません。",
    ),
    (
        "euc-kr",
        "우리는 봄에 공사를 시작하며 더 이상 미루지 않겠습니다.",
    ),
    ("gb18030", "我们将在春天开始工程建设，不会再推迟。"),
    ("gbk", "我们将在春天开始工程建设，不会再推迟。"),
    ("big5", "我們將在春天開始工程建設，不會再推遲。"),
];

fn encoded(label: &str, text: &str) -> Vec<u8> {
    let encoding = Encoding::for_label(label.as_bytes()).unwrap();
    let (bytes, _, is_lossy) = encoding.encode(text);
    assert!(!is_lossy, "{label} has no {text}");
    bytes.into_owned()
}

fn utf_16(text: &str, is_big: bool) -> Vec<u8> {
    let bytes = |unit: u16| {
        if is_big {
            unit.to_be_bytes()
        } else {
            unit.to_le_bytes()
        }
    };
    text.encode_utf16().flat_map(bytes).collect()
}

fn look(bytes: &[u8], media: Media, quote: &str) -> (Check, Option<Obstacle>) {
    let wanted = SoughtQuote::of(quote);
    let found = find(&Snapshot::read(bytes, media), &[wanted]).remove(0);
    (found.check, found.reason)
}

#[test]
fn a_page_is_read_in_the_encoding_that_it_declares() {
    for (label, sentence) in SENTENCES {
        for head in [
            format!("<!doctype html><html><head><meta charset={label}>"),
            format!("<META http-equiv='Content-Type' content='text/html; CHARSET={label}'>"),
            format!("<?xml version='1.0' encoding='{label}'?><html>"),
            format!(
                "<!-- {} --><title>x</title><meta charset=\"{label}\">",
                "x".repeat(5_000)
            ),
        ] {
            let page = encoded(label, &format!("{head}<body><p>{sentence}</p>"));
            let found = look(&page, Media::Html, sentence);
            assert_eq!(found, (Check::Exact, None), "{label}: {head:.60}");
        }
    }
}

/// Nothing declares the encoding of a plain text. A guess may be wrong; then nothing is absent.
#[test]
fn the_encoding_of_a_plain_text_is_found_out() {
    let mut guessed = 0;
    for (label, sentence) in SENTENCES {
        let text = encoded(label, &format!("{sentence}\n").repeat(3));
        let found = look(
            &text,
            Media::Text,
            &format!("{sentence} {sentence} {sentence}"),
        );
        if found.1.is_none() {
            assert!(found.0.is_verified(), "{label}");
            guessed += 1;
        } else {
            assert_eq!(
                found,
                (Check::CannotCheck, Some(Obstacle::OtherEncoding)),
                "{label}"
            );
        }
    }
    assert!(guessed >= 20, "{guessed} of {}", SENTENCES.len());
}

#[test]
fn utf_16_is_read_with_and_without_a_mark() {
    for (_, sentence) in SENTENCES {
        let text = format!("{sentence} (2025)\n");
        for is_big in [false, true] {
            for mark in ["", "\u{FEFF}"] {
                let bytes = utf_16(&format!("{mark}{text}"), is_big);
                let found = look(&bytes, Media::Text, sentence);
                assert_eq!(found, (Check::Exact, None), "{sentence} {is_big} {mark:?}");
            }
        }
    }
    let page = utf_16(
        "\u{FEFF}<meta charset=utf-8><p>We will begin <b>now</b>.",
        false,
    );
    let found = look(&page, Media::Html, "We will begin now.");
    assert_eq!(found.0, Check::Exact);
}

#[test]
fn a_stray_zero_makes_no_utf_16_of_a_text() {
    let text = "We will begin the works in the spring, the mayor said.\0 And so on.";
    for text in [text.to_owned(), format!("{text}.")] {
        let found = look(
            text.as_bytes(),
            Media::Text,
            "We will begin the works in the spring",
        );
        assert_eq!(found.0, Check::Exact, "{} bytes", text.len());
    }
    for short in [
        "<p>abc\0de",
        "\0ab",
        "abcdefg\0",
        "<a>\0<b>\0c\0</b>12345678",
    ] {
        let read = decode(short.as_bytes(), Media::Html, None).encoding;
        assert!(read.is_ascii_compatible(), "{short:?}");
    }
    for short in ["Hi", "1", "No. 5, 我们"] {
        let read = decode(&utf_16(short, false), Media::Text, None).encoding;
        assert_eq!(read, encoding_rs::UTF_16LE, "{short}");
    }
}

/// A program that saves pages as UTF-8 leaves the old declaration in.
#[test]
fn utf_8_is_read_as_such_whatever_is_declared() {
    for label in ["windows-1252", "shift_jis", "koi8-u", "utf-16", "none-such"] {
        let page = format!("<meta charset={label}><p>Les travaux débuteront à l’été.");
        let found = look(
            page.as_bytes(),
            Media::Html,
            "Les travaux débuteront à l’été.",
        );
        assert_eq!(found, (Check::Exact, None), "{label}");
    }
}

#[test]
fn a_wrong_declaration_makes_nothing_absent() {
    let quote = "Les travaux débuteront à l’été.";
    let page = |label: &str| format!("<meta charset={label}><p>{quote} Later words are plain.");
    for (declared, is) in [
        ("utf-8", "windows-1252"),
        ("iso-8859-2", "windows-1252"),
        ("koi8-r", "macintosh"),
    ] {
        let bytes = encoded(is, &page(declared));
        let found = look(&bytes, Media::Html, quote);
        assert_eq!(
            found,
            (Check::CannotCheck, Some(Obstacle::OtherEncoding)),
            "{declared}"
        );
        assert_eq!(
            look(&bytes, Media::Html, "Later words are plain.").0,
            Check::Exact
        );
    }
}

#[test]
fn what_was_encoded_twice_makes_nothing_absent() {
    let quote = "Les travaux débuteront à l’été – bientôt.";
    let twice = WINDOWS_1252.decode(quote.as_bytes()).0.into_owned();
    assert!(twice.starts_with("Les travaux dÃ©"), "{twice}");
    assert_eq!(encoded_once(&twice, WINDOWS_1252).as_deref(), Some(quote));
    assert_eq!(encoded_once(quote, WINDOWS_1252), None);
    let page = format!("<meta charset=utf-8><title>été</title><p>{twice}");
    let found = look(page.as_bytes(), Media::Html, quote);
    assert_eq!(found, (Check::CannotCheck, Some(Obstacle::OtherEncoding)));
}

#[test]
fn only_what_may_stand_in_a_damaged_passage_is_not_absent() {
    let plain =
        "Then there were plain words, and nothing else came of it for a whole year. ".repeat(3);
    let page = [
        &b"<meta charset=utf-8><p>Les travaux d\xE9buteront au printemps. \xC3\xA9 "[..],
        plain.as_bytes(),
    ]
    .concat();
    for (quote, expected) in [
        (
            "Les travaux ne débuteront pas",
            (Check::CannotCheck, Some(Obstacle::Undecodable)),
        ),
        (
            "débuteront au printemps",
            (Check::CannotCheck, Some(Obstacle::OtherEncoding)),
        ),
        (
            "there were no plain words, and nothing",
            (Check::Absent, None),
        ),
        ("entirely different sentences", (Check::Absent, None)),
    ] {
        assert_eq!(look(&page, Media::Html, quote), expected, "{quote}");
    }
    let quote = "and nothing else came of it for a whole year. Then there were plain words";
    assert_eq!(look(&page, Media::Html, quote).0, Check::Ambiguous);
    let decoded = decode(&page, Media::Html, None);
    assert_eq!((decoded.encoding, decoded.damaged_at), (UTF_8, Some(36)));
    // Characters that were lost before the page was saved.
    let lost = format!("Les travaux d\u{FFFD}buteront. {plain}");
    for (quote, expected) in [
        (
            "Les travaux débuteront.",
            (Check::CannotCheck, Some(Obstacle::LostCharacters)),
        ),
        (
            "there were no plain words, and nothing",
            (Check::Absent, None),
        ),
    ] {
        assert_eq!(
            look(lost.as_bytes(), Media::Text, quote),
            expected,
            "{quote}"
        );
    }
    // A text of nothing but lost letters may have been anything.
    let all = "\u{FFFD}\u{FFFD}\u{FFFD} \u{FFFD}\u{FFFD} a, ".repeat(20);
    let found = look(all.as_bytes(), Media::Text, "We will begin the works");
    assert_eq!(found.1, Some(Obstacle::LostCharacters));
}

#[test]
fn a_few_stray_bytes_do_not_make_another_encoding_of_utf_8() {
    let quote = "Les travaux débuteront à l’été.";
    for stray in ["\u{92}", "\u{E9}\u{FF}", "\u{A0}"] {
        let stray: Vec<u8> = stray
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect();
        for text in [
            quote.to_owned(),
            format!("{quote} Später."),
            "Un été à Paris.".to_owned(),
        ] {
            let bytes = [text.as_bytes(), b" Don", &stray, b"t go. "].concat();
            assert_eq!(
                look(&bytes, Media::Text, &text).0,
                Check::Exact,
                "{}",
                bytes.escape_ascii()
            );
        }
    }
    // The old declaration was left in, and one byte is damaged.
    let page = format!("<meta charset=windows-1252><p>{quote} Später, plus tôt, déjà l’été.");
    let page = [page.as_bytes(), b" Don\x92t"].concat();
    assert_eq!(look(&page, Media::Html, quote).0, Check::Exact);
    // The only character beyond ASCII is one of another encoding.
    let found = look(
        b"We don\x92t know what it is.",
        Media::Text,
        "We don’t know what it is.",
    );
    assert_eq!(found.0, Check::Exact);
}

/// An encoding that browsers do not read, so that it cannot be used to deceive.
#[test]
fn an_encoding_that_is_not_read_makes_nothing_absent() {
    let page = b"<meta charset=iso-2022-kr><p>We will begin the works.";
    let found = look(page, Media::Html, "We will begin the works.");
    assert_eq!(found.0, Check::CannotCheck);
}

#[test]
fn a_changed_word_is_absent_in_every_encoding() {
    for (label, sentence) in SENTENCES {
        let page = encoded(label, &format!("<meta charset={label}><p>{sentence}</p>"));
        let quote = format!("{sentence} – ні");
        let found = look(&page, Media::Html, &quote);
        assert_eq!(found, (Check::Absent, None), "{label}");
    }
}

proptest! {
    /// Any bytes are read or refused, and the first that are damaged stand where they are said to.
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200), html: bool) {
        let media = if html { Media::Html } else { Media::Text };
        let decoded = decode(&bytes, media, None);
        if let Some(at) = decoded.damaged_at {
            prop_assert!(at <= bytes.len());
            prop_assert!(decoded.text.contains(char::REPLACEMENT_CHARACTER));
        }
        let snapshot = Snapshot::read(&bytes, media);
        prop_assert_eq!(snapshot.sha256().len(), 64);
    }
}
