use proptest::prelude::*;
use unicode_bidi::{BidiInfo, LTR_LEVEL, Level, RTL_LEVEL};

use super::{Order, Paragraph};

const HEBREW: Paragraph = Paragraph::Left { is_arabic: false };
const ARABIC: Paragraph = Paragraph::Left { is_arabic: true };

/// Returns what a text is seen as, from left to right.
fn seen(text: &str, paragraph: Paragraph) -> Vec<char> {
    let level = match paragraph {
        Paragraph::Right => LTR_LEVEL,
        Paragraph::Left { .. } => RTL_LEVEL,
    };
    let info = BidiInfo::new(text, Some(level));
    let all: Vec<char> = text.chars().collect();
    let starts = text.char_indices().map(|(at, _)| at);
    let levels: Vec<Level> = starts.map(|at| info.levels[at]).collect();
    let places = BidiInfo::reorder_visual(&levels).into_iter();
    places.map(|place| all[place]).collect()
}

/// Returns what is read of it, if that is certain.
fn read(seen: &[char], paragraph: Paragraph) -> Option<String> {
    let pieces: Vec<String> = seen.iter().map(char::to_string).collect();
    let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
    let order = Order::of(&pieces, paragraph);
    let is_sure = order.unsure.is_empty() && order.is_shown_so(&pieces, paragraph);
    is_sure.then(|| order.reading.iter().map(|piece| pieces[*piece]).collect())
}

#[test]
fn numbers_and_signs_are_read_in_their_order() {
    for (text, paragraph) in [
        ("بلغت الكلفة ٢١٤٫٥ مليون يورو", ARABIC),
        ("صدر القرار في ١٣/٣/٢٠٢٦ عن المجلس", ARABIC),
        ("بين ٢٠–٣٠ في المئة، أي 31% هذا العام.", ARABIC),
        ("وبلغ العدد ١٬٢٣٤٬٥٦٧ شخصا (٧:٤).", ARABIC),
        ("الفترة 2019-2026 كانت جافة", ARABIC),
        ("في عام 2026.", ARABIC),
        ("ירד הגשם ב־31% לעומת 2019–2026.", HEBREW),
        ("העלות תהיה 12.5–15 מיליון (כ־3.2 מיליון €), אמר.", HEBREW),
        ("חברת HydroNova Ltd. הודיעה ב-13.3.2026 כי (7:4).", HEBREW),
        ("מגפת COVID-19 החלה, ו-B52 טס", HEBREW),
        ("הכנס (EU Council) נפתח ב-12:30", HEBREW),
        ("She said שלום עולם, and left.", Paragraph::Right),
    ] {
        let seen = seen(text, paragraph);
        assert_eq!(read(&seen, paragraph).as_deref(), Some(text), "{seen:?}");
    }
}

#[test]
fn what_is_seen_alike_is_not_certain() {
    for (one, other, paragraph) in [
        ("מערכת Windows 10 הותקנה", "מערכת 10 Windows הותקנה", HEBREW),
        (
            "He said 5 שלום there",
            "He said שלום 5 there",
            Paragraph::Right,
        ),
    ] {
        assert_eq!(seen(one, paragraph), seen(other, paragraph));
        assert_eq!(read(&seen(one, paragraph), paragraph), None, "{one}");
    }
}

fn text(letters: &'static [char]) -> impl Strategy<Value = String> {
    let letter = prop::sample::select(letters);
    prop::collection::vec(letter, 1..14).prop_map(|all| all.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// What is certain is what was written.
    #[test]
    fn what_is_certain_is_so(
        hebrew in text(&['א', 'ב', 'a', 'b', '1', '2', '.', '-', '%', '–', ' ', '(', ')']),
        arabic in text(&['ب', 'ت', 'a', '1', '2', '٣', '٤', '٫', ',', '-', '%', '–', ' ', '(', ')']),
    ) {
        // What is read stands between letters of its paragraph, as the line before tells.
        for (text, paragraph) in [
            (format!("א{hebrew}א"), HEBREW),
            (format!("ب{arabic}ب"), ARABIC),
            (format!("a{hebrew}a"), Paragraph::Right),
            (format!("a{arabic}a"), Paragraph::Right),
        ] {
            // Nobody writes “19-COVID”, which is shown as “COVID-19” is, nor “1%.11”, as “11.1%” is.
            let plain = text.replace('b', "a").replace([',', '-'], ".");
            if ["a-", "-a", "%.", ".%"].iter().any(|pair| text.replace('b', "a").contains(pair) || plain.contains(pair)) {
                continue;
            }
            let seen = seen(&text, paragraph);
            if let Some(read) = read(&seen, paragraph) {
                prop_assert_eq!(read, text);
            }
        }
    }
}
