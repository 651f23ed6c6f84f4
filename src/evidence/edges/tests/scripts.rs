//! Numbers and words in scripts that write them in ways of their own.

use super::super::is_joined;
use super::{check, each};
use crate::model::Check;

const RIGHT: &[(&str, &[&str])] = &[
    (
        "ปี ๒๕๖๘จัดสรรเงิน ๑๓๕๐ล้านบาท",
        &["จัดสรรเงิน ๑๓๕๐ล้านบาท", "ล้านบาท", "ปี ๒๕๖๘"],
    ),
    (
        "그는 서울시장에게 항구에서는 시작하겠다고 했다",
        &["그는 서울시장", "항구에서는 시작하겠다"],
    ),
    (
        "2025，300人参加，其一，一些人说：我们在三月开始",
        &["我们在三月开始", "一些人说：我们", "2025，300人参加"],
    ),
    (
        "Anna:We begin in spring. Մենք կսկսե՞նք հիմա",
        &["We begin in spring", "Մենք կսկսե՞նք"],
    ),
];

const WRONG: &[(&str, &[&str])] = &[
    (
        "รัฐบาลจัดสรรเงิน ๑๓๕๐ ล้านบาท",
        &["๓๕๐ ล้านบาท", "รัฐบาลจัดสรรเงิน ๑"],
    ),
    ("ລັດຖະບານຈັດສັນເງິນ ໑໓.໕ ລ້ານ", &["໕ ລ້ານ", "໓.໕ ລ້ານ"]),
    ("រដ្ឋាភិបាលចំណាយ ១៣,៥ លានដុល្លារ", &["៥ លានដុល្លារ", "៣,៥ លានដុល្លារ"]),
    ("ဆိပ်ကမ်းအတွက် ၁၃၅ သန်း", &["၅ သန်း"]),
    (
        "دولت ۳۵،۵۰۰ دلار و ۳۔۵ میلیون داد",
        &["۵۰۰ دلار و", "۵ میلیون داد"],
    ),
    ("政府拨款3．5亿美元建设港口", &["5亿美元建设港口"]),
    (
        "Մենք կսկսե՞նք աշխատանքը, երբե՛ք",
        &["նք աշխատանքը", "Մենք կսկսե", "աշխատանքը, երբե"],
    ),
    (
        "Diuen que el col·legi comença avui",
        &["legi comença avui", "Diuen que el col"],
    ),
];

/// What may be a part of a word or a number.
const UNKNOWN: &[(&str, &[&str])] = &[
    (
        "政府拨款１，３５０万美元建设港口",
        &["３５０万美元建设港口", "政府拨款１，３５０"],
    ),
    (
        "政府拨款一千三百五十万美元建设",
        &["三百五十万美元建设", "政府拨款一千", "政府拨款一千三百"],
    ),
    (
        "政府は三・五億円と3・5億円を、一点三五億円を",
        &["五億円と3・5億円を", "5億円を、", "三五億円を"],
    ),
    ("共3.5亿元在春天开始", &["亿元在春天开始", "共3.5"]),
    (
        "Sanoi että me emme tue NATO:n tai EU:ssa",
        &["että me emme tue NATO", "n tai EU:ssa", "tue NATO:n tai EU"],
    ),
    (
        "政府はテロリストとコンサートの開催を決めた",
        &["リストとコンサートの開催", "政府はテロリストとコン"],
    ),
    (
        "그는 절대로 항구를 포기하지않는다",
        &["대로 항구를", "항구를 포기하지", "를 포기하지않는다"],
    ),
    (
        "정부는 물가를 잡고 이천오백억 원을 준다",
        &["정부는 물", "오백억 원을 준다", "원을 준"],
    ),
];

#[test]
fn quotes_begin_and_end_beside_words_and_numbers() {
    each(RIGHT, Check::is_verified);
}

#[test]
fn no_quote_begins_or_ends_within_a_number_of_any_script() {
    each(WRONG, |found| !found.is_verified());
}

#[test]
fn what_may_be_of_a_word_or_number_is_not_known() {
    each(UNKNOWN, |found| found == Check::CannotCheck);
}

#[test]
fn wide_digits_and_others_that_spaces_part_are_no_number() {
    for (text, found) in [
        ("１３ ５０万円を港に割り当てた", Check::Absent),
        ("１３\n５０万円を港に割り当てた", Check::Typographic),
        ("１３５０ 万円を港に割り当てた", Check::Typographic),
    ] {
        assert_eq!(
            check(text, "１３５０万円を港に割り当てた", None),
            found,
            "{text}"
        );
    }
    let thai = "จัดสรร ๑๓\n๕๐ ล้านบาท";
    assert_eq!(check(thai, "จัดสรร ๑๓๕๐ ล้านบาท", None), Check::Absent);
}

#[test]
fn digits_of_all_scripts_are_of_numbers() {
    for zero in "0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀꘠꣐꤀꧐꧰꩐꯰０".chars()
    {
        let digits = (0..10).filter_map(|digit| char::from_u32(u32::from(zero) + digit));
        for c in digits {
            assert!(is_joined(c, c) && is_joined(c, '5'), "{c}");
        }
    }
}
