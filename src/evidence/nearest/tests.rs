use super::super::normalise::Normalised;
use super::all;
use crate::evidence::{Media, Snapshot};

fn shown(text: &str, quote: &str) -> Option<(usize, String)> {
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    let normal = Normalised::of(quote);
    let nearest = all(&snapshot, &[(&normal, quote)]).remove(0)?;
    let words: Vec<char> = snapshot.text().chars().collect();
    assert!(words.len() > nearest.start);
    Some((nearest.line, nearest.to_string()))
}

#[test]
fn what_differs_is_shown() {
    let text = "First a line.\n\nWe will not leave them alone, she said. The end.";
    let (line, diff) = shown(text, "We will leave them all alone,").unwrap();
    assert_eq!(line, 3);
    assert_eq!(diff, "We will {+not+} leave them [-all-] alone,");
}

#[test]
fn the_source_is_shown_in_its_own_letters_and_marks() {
    let text = "او گفت: «کارها را در بهار آغاز نمی\u{200C}کنیم»، و رفت";
    let (_, diff) = shown(text, "کارها را در بهار آغاز میکنیم").unwrap();
    let expected = "کارها را در بهار آغاز [-میکنیم-] {+نمی\u{200C}کنیم+}";
    assert_eq!(diff, expected);
    let text = "She said “it’s not – for\nnow – the town’s own” there.";
    let (_, diff) = shown(text, "said 'it's - for now - the town's own'").unwrap();
    assert_eq!(diff, "said “it’s {+not+} – for now – the town’s own”");
}

#[test]
fn marks_that_nobody_sees_are_not_shown() {
    let text =
        "The coun\u{200E}cil\u{200F} said that we will\u{2068} not\u{2069} begin the wo\u{AD}rks.";
    let (_, diff) = shown(
        text,
        "The council said that we \u{202A}will begin the works.",
    )
    .unwrap();
    assert_eq!(
        diff,
        "The council said that we will {+not+} begin the works."
    );
}

#[test]
fn lines_end_by_any_of_the_three_line_ends() {
    let text = "First a line.\rAnother.\r\nA third.\nWe will not leave them.";
    let (line, _) = shown(text, "We will leave them.").unwrap();
    assert_eq!(line, 4);
}

#[test]
fn the_quote_is_shown_in_its_own_letters_and_marks() {
    let (_, diff) = shown(
        "We will go now, she said.",
        "We will go — “soon”, she said.",
    )
    .unwrap();
    assert_eq!(diff, "We will go [-— “soon”-] {+now+}, she said.");
}

#[test]
fn what_the_source_sets_around_the_quote_does_not_differ() {
    let (_, diff) = shown("He said (“we will not go”), and left.", "we will go").unwrap();
    assert_eq!(diff, "we will {+not+} go");
}

#[test]
fn one_wrong_character_is_told_as_one() {
    let filler = "天地玄黄宇宙洪荒日月盈昃辰宿列张。".repeat(50);
    for (text, quote, expected) in [
        (
            "他说：“我们在春天开始扩建港口。”",
            "我们在秋天开始扩建港口。",
            "我们在[-秋-]{+春+}天开始扩建港口。",
        ),
        (
            "เราจะ เริ่มงานในฤดู",
            "เราจะเริ่มงานในฤดู",
            "เราจะ[-เ-] {+เ+}ริ่มงานในฤดู",
        ),
        (
            "私たちは春に工事を始めます。",
            "私たちは秋に工事を始めます。",
            "私たちは[-秋-]{+春+}に工事を始めます。",
        ),
        (
            "เราจะเริ่มงานในฤดูใบไม้ผลินี้",
            "เราจะเริ่มงานในฤดูใบไม้ผลินั้",
            "เราจะเริ่มงานในฤดูใบไม้ผลิ[-นั้-]{+นี้+}",
        ),
    ] {
        let text = format!("{filler}{text}{filler}");
        assert_eq!(shown(&text, quote).unwrap().1, expected);
    }
}

#[test]
fn no_quote_mark_differs_that_closes_behind_the_words() {
    for (text, quote, expected) in [
        (
            "אמר השר: ”אנחנו נתחיל לעבוד באביב הבא”, והלך",
            "אנחנו נתחיל לעבוד באביב הבה",
            "אנחנו נתחיל לעבוד באביב [-הבה-] {+הבא+}",
        ),
        (
            "그는 “우리는 내년 봄에 공사를 시작한다”고 말했다.",
            "우리는 내년 가을에 공사를 시작한다",
            "우리는 내년 [-가을에-] {+봄에+} 공사를 시작한다",
        ),
        (
            "그는 “우리는 내년 봄에 공사를 시작한다”고 말했다.",
            "우리는 내년 봄에 공사를 시작했다",
            "우리는 내년 봄에 공사를 [-시작했다-] {+시작한다+}",
        ),
    ] {
        assert_eq!(shown(text, quote).unwrap().1, expected);
    }
}

#[test]
fn the_place_with_most_rare_words_is_chosen() {
    let filler = "the cat and the dog and the bird sat there. ".repeat(500);
    let text = format!("{filler}the zebra and the gnu sat here. {filler}");
    let (_, diff) = shown(&text, "the zebra and a gnu sat here.").unwrap();
    assert_eq!(diff, "the zebra and [-a-] {+the+} gnu sat here.");
}

#[test]
fn nothing_is_near_to_words_that_are_nowhere() {
    assert_eq!(shown("Some words.", "entirely different"), None);
}

#[test]
fn vowels_that_one_side_alone_has_hide_no_other_difference() {
    let vowelled = "אָמַר: «הָעֲבוֹדוֹת בַּנָּמֵל יַתְחִילוּ בָּאָבִיב הַקָּרוֹב, וְהָלַךְ";
    let plain = "אמר: «העבודות בנמל יתחילו באביב הקרוב, והלך";
    for (text, quote, expected) in [
        (
            vowelled,
            "העבודות בנמל יתחילו בסתיו הקרוב",
            "הָעֲבוֹדוֹת בַּנָּמֵל יַתְחִילוּ [-בסתיו-] {+בָּאָבִיב+} הַקָּרוֹב",
        ),
        (
            plain,
            "הָעֲבוֹדוֹת בַּנָּמֵל יַתְחִילוּ בַּסְּתָיו הַקָּרוֹב",
            "העבודות בנמל יתחילו [-בַּסְּתָיו-] {+באביב+} הקרוב",
        ),
        // What differs in its vowels alone is shown.
        (
            "אמר: אֲנַחְנוּ בָּאנוּ",
            "אנחנו באנו",
            "[-אנחנו באנו-] {+אֲנַחְנוּ בָּאנוּ+}",
        ),
        (
            "قال: لَنْ نَتْرُكَ الصَّيّادين وحدهم",
            "سوف نترك الصيادين وحدهم",
            "[-سوف-] {+لَنْ+} نَتْرُكَ الصَّيّادين وحدهم",
        ),
        (
            "אמר: אנחנו נתחיל לעבוד בָּאביב הבא ונסיים",
            "אנחנו נתחיל לעבוד באביב הבא",
            "אנחנו נתחיל לעבוד [-באביב-] {+בָּאביב+} הבא",
        ),
        (
            "قال: نحن نبدأ العملَ في الربيع المقبل",
            "نحن نبدأ العمل في الربيع المقبل",
            "نحن نبدأ [-العمل-] {+العملَ+} في الربيع المقبل",
        ),
        // Both have vowels, and one of another kind.
        (
            "הָלַךְ הַיֶּלֶד מִכָּאן",
            "הָלַךְ הַיַּלֵּד מִכָּאן",
            "הָלַךְ [-הַיַּלֵּד-] {+הַיֶּלֶד+} מִכָּאן",
        ),
    ] {
        assert_eq!(shown(text, quote).unwrap().1, expected);
    }
}
