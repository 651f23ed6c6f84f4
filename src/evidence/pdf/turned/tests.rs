use std::fmt::Write as _;

use unicode_bidi::{BidiInfo, LTR_LEVEL, Level, RTL_LEVEL};

use super::super::tests::{found, with};
use crate::evidence::directions::Bracket;
use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

/// Letters from right to left are set as they are seen; the ligature of lam and alef stands for both in
/// the order in which they are read.
#[test]
fn ligatures_from_right_to_left_keep_their_order() {
    let codes = "a.ا b.ل d.ع e.م f.ن g.ت h.ب i.د j.أ";
    let codes = codes.split(' ').filter_map(|pair| pair.split_once('.'));
    let mut map = "1 begincodespacerange <00> <ff> endcodespacerange\n11 beginbfchar\n\
        <63> <06440623>\n<20> <0020>\n"
        .to_owned();
    for (code, letter) in codes {
        _ = write!(map, "<{:02x}> <", code.as_bytes()[0]);
        for unit in letter.encode_utf16() {
            _ = write!(map, "{unit:04x}");
        }
        map += ">\n";
    }
    map += "endbfchar";
    let objects = format!(
        "3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 900 0 R>> endobj\n\
         900 0 obj <</Length {}>> stream\n{map}\nendstream endobj\n",
        map.len()
    );
    let pdf = with(
        &["BT /F 12 Tf 72 700 Td (jihg fb baedca) Tj ET"],
        "",
        &objects,
    );
    assert_eq!(found(&pdf, "الأعمال لن تبدأ").0, Check::Exact);
}

/// What other programs write of such a PDF.
#[test]
fn ligatures_that_a_program_turned_make_nothing_absent() {
    let text = "قال مكتب الميناء إن األعمال لن تبدأ قبل أبريل.";
    let wanted = |text| SoughtQuote::of(text);
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    let [there, not] = ["إن الأعمال لن تبدأ قبل أبريل", "إن الأعمال تبدأ قبل أبريل"]
        .map(|quote| find(&snapshot, &[wanted(quote)]).remove(0));
    assert_eq!(
        (there.check, there.reason),
        (Check::CannotCheck, Some(Obstacle::OutOfOrder))
    );
    assert_eq!(not.check, Check::Absent);
}

/// How a program sets a line that is seen from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Program {
    /// In one go, with the brackets that are read.
    AtOnce,
    /// In one go, with the brackets that are seen.
    AsSeen,
    /// What runs one way by itself, in the order in which it is read.
    InRuns,
    /// Letter by letter in the order in which it is read.
    ByLetters,
}

/// A PDF of lines whose letters are as wide as half their size.
fn pdf(lines: &[&str], base: Level, program: Program) -> Vec<u8> {
    let mut letters: Vec<char> = Vec::new();
    let mut code = |c: char| {
        let known = letters.iter().position(|letter| *letter == c);
        known.unwrap_or_else(|| {
            letters.push(c);
            letters.len() - 1
        }) + 1
    };
    let mut content = String::new();
    for (line, text) in lines.iter().enumerate() {
        let all: Vec<char> = text.chars().collect();
        let levels = BidiInfo::new(text, Some(base)).levels;
        let levels: Vec<Level> = text.char_indices().map(|(at, _)| levels[at]).collect();
        let mut places = BidiInfo::reorder_visual(&levels);
        // A mark of direction is set nowhere.
        places.retain(|place| all[*place] != '\u{200F}');
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for seen in 0..places.len() {
            let level = levels[places[seen]];
            let goes_on = match program {
                Program::AtOnce | Program::AsSeen => true,
                Program::InRuns => seen > 0 && levels[places[seen - 1]] == level,
                Program::ByLetters => {
                    seen > 0 && level.is_ltr() && levels[places[seen - 1]] == level
                }
            };
            match runs.last_mut().filter(|_| goes_on) {
                Some(run) => run.push(seen),
                None => runs.push(vec![seen]),
            }
        }
        if matches!(program, Program::InRuns | Program::ByLetters) {
            runs.sort_by_key(|run| places[run[0]]);
        }
        for run in runs {
            let x = 72 + 6 * run[0];
            _ = write!(content, "BT /F 12 Tf {x} {} Td <", 700 - 30 * line);
            for seen in run {
                let c = all[places[seen]];
                let is_mirrored = program == Program::AsSeen && levels[places[seen]].is_rtl();
                let other = Bracket::of(c).filter(|_| is_mirrored);
                _ = write!(
                    content,
                    "{:02x}",
                    code(other.map_or(c, |bracket| bracket.other))
                );
            }
            content += "> Tj ET\n";
        }
    }
    with(&[&content], "", &font(&letters))
}

/// A font whose codes, from 1, are these letters.
fn font(letters: &[char]) -> String {
    let mut map = format!(
        "1 begincodespacerange <00> <ff> endcodespacerange\n{} beginbfchar\n",
        letters.len()
    );
    for (index, letter) in letters.iter().enumerate() {
        _ = writeln!(map, "<{:02x}> <{:04x}>", index + 1, u32::from(*letter));
    }
    map += "endbfchar";
    format!(
        "3 0 obj <</Type /Font /Subtype /TrueType /BaseFont /F /ToUnicode 900 0 R /FirstChar 0 \
         /LastChar 255 /Widths [{}]>> endobj\n900 0 obj <</Length {}>> stream\n{map}\nendstream endobj\n",
        "500 ".repeat(256),
        map.len()
    )
}

/// Where no order of places tells which letter follows which, nothing is absent.
#[test]
fn letters_that_are_set_by_themselves_make_nothing_absent() {
    let text = "המועצה לא תתחיל בעבודות ברציף";
    let letters: Vec<char> = text.chars().collect();
    // What is read next stands left of it; it is set at once, or several letters later.
    for (step, doubt) in [
        (1, false),
        (letters.len() - 1, false),
        (7, true),
        (12, true),
    ] {
        let content = (0..letters.len()).fold(String::new(), |mut content, at| {
            let at = at * step % letters.len();
            _ = writeln!(
                content,
                "BT /F 12 Tf {} 700 Td <{:02x}> Tj ET",
                400 - 6 * at,
                at + 1
            );
            content
        });
        let pdf = with(&[&content], "", &font(&letters));
        for (quote, check) in [
            ("המועצה לא תתחיל", Check::Exact),
            ("המועצה תתחיל בעבודות", Check::Absent),
        ] {
            let check = if doubt { Check::CannotCheck } else { check };
            assert_eq!(found(&pdf, quote).0, check, "{step}: {quote}");
        }
    }
}

const PROGRAMS: [Program; 4] = [
    Program::AtOnce,
    Program::AsSeen,
    Program::InRuns,
    Program::ByLetters,
];

#[test]
fn numbers_and_brackets_from_right_to_left_are_read_in_their_order() {
    let lines = [
        "בין השנים 2019–2026 ירד הגשם ב־31% לעומת העשור.",
        "חברת HydroNova Ltd. הודיעה ב-13.3.2026 כי תגיש ערעור (7:4).",
        "העלות תהיה 12.5–15 מיליון (כ־3.2 מיליון €), אמר.",
    ];
    let arabic = [
        "بلغت الكلفة ٢١٤٫٥ مليون يورو في العام الماضي (٧:٤).",
        "تراوحت النسبة بين ٢٠–٣٠ وبلغت 214.5 مليون في عام 2026.",
        "وبلغ العدد ١٬٢٣٤٬٥٦٧ شخصا، أي 31% في ١٣/٣/٢٠٢٦.",
    ];
    let untrue = [
        "ירד הגשם ב־%31 לעומת",
        "כי תגיש ערעור )7:4(",
        "בין השנים 2026–2019 ירד",
        "بلغت الكلفة ٥٫٢١٤ مليون يورو",
        "وبلغ العدد ٥٦٧٬٢٣٤٬١ شخصا",
        "تراوحت النسبة بين ٣٠–٢٠ وبلغت",
    ];
    for program in PROGRAMS {
        for lines in [&lines, &arabic] {
            let pdf = pdf(lines, RTL_LEVEL, program);
            for line in lines {
                assert_eq!(found(&pdf, line).0, Check::Exact, "{program:?}: {line}");
            }
            for quote in untrue {
                assert_eq!(found(&pdf, quote).0, Check::Absent, "{program:?}: {quote}");
            }
        }
    }
}

#[test]
fn the_last_number_of_a_paragraph_is_read_in_its_direction() {
    let lines = ["נתחיל בעבודות באביב הבא, אמרה ראש העירייה בשנת", "2025."];
    for program in PROGRAMS {
        let pdf = pdf(&lines, RTL_LEVEL, program);
        assert_ne!(
            found(&pdf, &lines.join(" ")).0,
            Check::Absent,
            "{program:?}"
        );
        let quote = "ראש העירייה בשנת 2024.";
        assert_eq!(found(&pdf, quote).0, Check::Absent, "{program:?}");
    }
}

/// What is seen alike, and brackets that nothing tells apart.
#[test]
fn what_may_be_read_in_another_order_is_in_doubt() {
    let doubt = (Check::CannotCheck, Some(Obstacle::OutOfOrder));
    for program in PROGRAMS {
        let lines = ["על המחשב של העירייה Windows 10 הותקנה אתמול"];
        let file = pdf(&lines, RTL_LEVEL, program);
        for quote in [
            "העירייה Windows 10 הותקנה אתמול",
            "העירייה 10 Windows הותקנה אתמול",
        ] {
            assert_eq!(found(&file, quote), doubt, "{program:?}: {quote}");
        }
        assert_eq!(found(&file, "על המחשב של העירייה").0, Check::Exact);
        let file = pdf(&["סעיף 7) הנמל יישאר סגור השנה"], RTL_LEVEL, program);
        assert_eq!(
            found(&file, "סעיף 7) הנמל יישאר סגור"),
            doubt,
            "{program:?}"
        );
    }
}

/// A browser sets English words apart from others on one line, in the order of the Hebrew around them.
#[test]
fn words_to_the_right_that_a_page_isolates_make_nothing_absent() {
    let apart = ["“שמענו על זה מהתושבים, לא מ־AquaNord.” \u{200F}In tension with them."];
    let sure = ["הדברים נאמרו בכנס השנתי של Wall Street Journal, New York השנה."];
    for program in PROGRAMS {
        let file = pdf(&apart, RTL_LEVEL, program);
        let told = found(&file, "על זה מהתושבים, לא מ־AquaNord");
        let doubt = (Check::CannotCheck, Some(Obstacle::OutOfOrder));
        assert_eq!(told, doubt, "{program:?}");
        let file = pdf(&sure, RTL_LEVEL, program);
        assert_eq!(found(&file, sure[0]).0, Check::Exact, "{program:?}");
    }
}

/// Which of two orders a number beside them has is not certain, and their own is.
#[test]
fn words_before_a_number_at_the_end_of_a_paragraph_are_sure() {
    let doubt = (Check::CannotCheck, Some(Obstacle::OutOfOrder));
    let english =
        "The council met on Monday and heard what the engineers had to say of the old bridge.";
    for (line, sure, end) in [
        (
            "נתחיל את העבודות בנמל באביב ולא אחר כך, בשנת 2026.",
            "נתחיל את העבודות בנמל באביב ולא אחר כך",
            "ולא אחר כך, בשנת 2026",
        ),
        (
            "سنبدأ العمل في الميناء في الربيع المقبل ولن نؤجله إلى عام 2026.",
            "سنبدأ العمل في الميناء في الربيع المقبل ولن نؤجله",
            "ولن نؤجله إلى عام 2026",
        ),
    ] {
        for program in PROGRAMS {
            for (lines, base) in [(vec![line], LTR_LEVEL), (vec![line, english], RTL_LEVEL)] {
                let pdf = pdf(&lines, base, program);
                assert_eq!(found(&pdf, sure).0, Check::Exact, "{program:?}: {line}");
                assert_eq!(found(&pdf, end), doubt, "{program:?}: {line}");
            }
        }
    }
}

/// A Hebrew text as a browser shows it, in paragraphs from left to right: its full stops stand at the right.
#[test]
fn lines_from_right_to_left_in_paragraphs_to_the_right_are_read() {
    let lines = [
        "לדבריה תשעה מתוך עשרה בתי־מלון תומכים במתקן.",
        "שום דבר לא נקבע שם.",
    ];
    for program in PROGRAMS {
        let pdf = pdf(&lines, LTR_LEVEL, program);
        for line in lines {
            assert_eq!(found(&pdf, line).0, Check::Exact, "{program:?}: {line}");
        }
    }
}
