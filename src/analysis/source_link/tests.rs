use super::text_fragment;
use crate::model::Selector;

fn selector(prefix: &str, exact: &str, suffix: &str) -> Selector {
    Selector {
        exact: exact.to_owned(),
        prefix: prefix.to_owned(),
        suffix: suffix.to_owned(),
        start: 0,
        end: exact.chars().count(),
    }
}

fn fragment(at: &[Selector]) -> String {
    let link = text_fragment("https://a.example/b", at).unwrap();
    link.strip_prefix("https://a.example/b").unwrap().to_owned()
}

#[test]
fn syntax_is_encoded() {
    let at = selector(
        "",
        "a-b, c & d: «é» 100% + [x] is long enough for itself",
        "",
    );
    assert_eq!(
        fragment(&[at]),
        "#:~:text=a%2Db%2C%20c%20%26%20d%3A%20%C2%AB%C3%A9%C2%BB%20100%25%20%2B%20%5Bx%5D\
         %20is%20long%20enough%20for%20itself"
    );
}

#[test]
fn short_passages_bring_their_surroundings() {
    let at = selector("peace-not just “", "another pause", ",” and ");
    assert_eq!(
        fragment(&[at]),
        "#:~:text=peace%2Dnot%20just%20%E2%80%9C-,another%20pause,-%2C%E2%80%9D%20and"
    );
    assert_eq!(
        fragment(&[selector("“", "Another pause", ".")]),
        "#:~:text=Another%20pause"
    );
}

#[test]
fn long_and_cut_passages_are_named_by_their_ends() {
    let words = "one two three four five six seven ".repeat(10);
    let long = selector("", words.trim(), "");
    let expected =
        "#:~:text=one%20two%20three%20four%20five%20six,two%20three%20four%20five%20six%20seven";
    assert_eq!(fragment(&[long]), expected);
    let parts = [selector("", "We begin", ""), selector("", "and end", "")];
    assert_eq!(fragment(&parts), "#:~:text=We%20begin,and%20end");
    let lines = selector("", "Here it\nbreaks", "");
    assert_eq!(fragment(&[lines]), "#:~:text=Here%20it,breaks");
}

#[test]
fn marks_that_a_page_may_set_in_another_way_are_left_out() {
    let at = selector(
        "",
        "We welcome the President’s word that it is ready to act.",
        "",
    );
    assert_eq!(
        fragment(&[at]),
        "#:~:text=We%20welcome%20the,that%20it%20is%20ready%20to%20act."
    );
    let marks_everywhere = selector("", "the town’s people were not consulted", "");
    assert_eq!(
        fragment(&[marks_everywhere]),
        "#:~:text=the%20town%E2%80%99s%20people%20were%20not%20consulted"
    );
}

fn decoded(fragment: &str) -> String {
    let mut parts = fragment.split('%');
    let mut text = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        text.push(u8::from_str_radix(digits, 16).unwrap());
        text.extend(rest.bytes());
    }
    String::from_utf8(text).unwrap()
}

/// Browsers look for whole words: what a dictionary alone could part is not parted.
#[test]
fn no_end_of_a_fragment_stands_within_a_word() {
    // Words that are cut behind a letter of Korean may go on.
    let at = selector(
        "장관은 토요일 “",
        "막을 수 없다",
        "”라고 말했다. 정부가 항구에 350만 달러를 배정했",
    );
    assert_eq!(
        decoded(&fragment(&[at])),
        "#:~:text=토요일 “-,막을 수 없다,-”라고 말했다. 정부가 항구에 350만 달러를"
    );
    let clause = "我们将在明年春天开始扩建港口工程并且修建一条新的公路";
    let long = format!(
        "{clause}，没有人能阻止我们。{clause}，没有人能阻止我们，{clause}{clause}，他们说要花三年时间。"
    );
    let at = selector("部长说", &long, "他");
    assert_eq!(
        decoded(&fragment(&[at])),
        format!("#:~:text={clause},{clause}{clause}，他们说要花三年时间。")
    );
    let ends = [
        selector("", "部长说", "我们"),
        selector("政府为港口拨", "款350万美元。", ""),
    ];
    assert_eq!(decoded(&fragment(&ends)), "#:~:text=部长说,350万美元。");
    let ends = [
        selector("", "部长说", "我们"),
        selector("政府为港口拨", "款甚多", "。"),
    ];
    assert_eq!(fragment(&ends), "", "three characters may stand anywhere");
    let ends = [
        selector("政府说不行。后来", "部长说", "我们"),
        selector("政府为港口拨", "款甚多", "。"),
    ];
    assert_eq!(decoded(&fragment(&ends)), "#:~:text=后来-,部长说");
    let clause = "部长说我们将在明年春天开始扩建港口工程";
    let ends = [
        selector("", clause, "并且"),
        selector("政府为港口拨", "款甚多", "。"),
    ];
    assert_eq!(decoded(&fragment(&ends)), format!("#:~:text={clause}"));
}

/// An address may not hold whole pages of text.
#[test]
fn a_long_text_without_marks_has_no_fragment() {
    let clause = "我们将在明年春天开始扩建港口工程并且修建一条新的公路";
    let at = selector("部长：", &clause.repeat(60), "。他说。");
    assert_eq!(fragment(&[at]), "");
    let ends = [
        selector("", "政府认为没有人能阻止我们的这个计划。", ""),
        selector("。", &clause.repeat(60), ""),
    ];
    assert_eq!(
        decoded(&fragment(&ends)),
        "#:~:text=政府认为没有人能阻止我们的这个计划。"
    );
}

#[test]
fn a_fragment_is_kept_and_there_is_no_link_without_a_passage() {
    let at = selector("", "word for word, and long enough for itself", "");
    let link = text_fragment("https://a.example/#top", &[at]).unwrap();
    assert!(
        link.starts_with("https://a.example/#top:~:text=word"),
        "{link}"
    );
    assert_eq!(text_fragment("https://a.example/", &[]), None);
}
