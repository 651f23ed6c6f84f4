//! Drafting a brief from articles.

use brief::diagnostics::Diagnostic;
use brief::draft::{Article, Draft, Tongue, draft, statements_json};
use brief::evidence::{Day, Media, Snapshot};
use brief::{Input, Loader};
use serde_json::Value;

use crate::golden::assert_golden;

mod anonymity;
mod apart;
mod attributed;
mod outlets;
mod properties;
mod speakers;
mod spoken;
mod times;
mod ukrainian;
mod voices;
mod wrapped;

const ENGLISH: &str = include_str!("../fixtures/draft/harbour.txt");
const UKRAINIAN: &str = include_str!("../fixtures/draft/harbour.uk.txt");

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(crate) fn snapshot(text: &str) -> Snapshot {
    Snapshot::read(text.as_bytes(), Media::Text)
}

pub(crate) fn drafted(text: &str, language: &str) -> Option<Draft> {
    drafted_of(&snapshot(text), language)
}

pub(crate) fn drafted_of(snapshot: &Snapshot, language: &str) -> Option<Draft> {
    let issued = day("2026-11-21");
    let article = Article {
        snapshot,
        file: "harbour.txt",
        issued: Some(&issued),
        is_page: false,
        record: None,
    };
    draft(
        &[article],
        Tongue::of(language).unwrap(),
        &day("2026-11-23"),
    )
}

struct Locked(Vec<u8>);

impl Loader for Locked {
    fn lock(&self) -> Option<&[u8]> {
        Some(&self.0)
    }
}

/// Returns the codes of what `check` finds in a draft with its lock.
pub(crate) fn faults(draft: &Draft, is_draft: bool) -> (bool, Vec<&'static str>) {
    let lock = Locked(draft.lock.write().unwrap().into_bytes());
    let input = Input::new(&draft.brief).with(&lock).as_draft(is_draft);
    let checked = input.check();
    let codes = checked.diagnostics.iter().map(Diagnostic::code);
    (checked.brief.is_some(), codes.collect())
}

#[test]
fn a_draft_has_who_says_what_and_where() {
    assert_golden(
        "tests/golden/draft/harbour.yaml",
        &drafted(ENGLISH, "en").unwrap().brief,
    );
    assert_golden(
        "tests/golden/draft/harbour.uk.yaml",
        &drafted(UKRAINIAN, "uk").unwrap().brief,
    );
}

#[test]
fn what_was_found_is_told_by_places() {
    for (text, language, file) in [
        (ENGLISH, "en", "tests/golden/draft/harbour.json"),
        (UKRAINIAN, "uk", "tests/golden/draft/harbour.uk.json"),
    ] {
        let json = statements_json(&snapshot(text), Tongue::of(language).unwrap());
        assert_golden(file, &json);
    }
}

#[test]
fn nothing_is_wrong_with_a_draft_but_what_is_still_to_be_written() {
    for (text, language) in [(ENGLISH, "en"), (UKRAINIAN, "uk")] {
        let draft = drafted(text, language).unwrap();
        let (is_brief, codes) = faults(&draft, false);
        assert!(
            !is_brief && codes.iter().all(|code| *code == "unfinished"),
            "{codes:?}"
        );
        let (is_brief, again) = faults(&draft, true);
        assert!(is_brief, "the page can be shown with its gaps");
        assert_eq!(codes, again);
    }
}

#[test]
fn a_text_in_which_nobody_speaks_makes_no_draft() {
    assert!(drafted("The harbour is wide. The tide is low.", "en").is_none());
    assert!(drafted("", "en").is_none());
}

#[test]
fn numbers_of_people_are_as_check_would_have_them() {
    for (text, anonymous) in [
        ("Two officials said it was late.", "anonymous: 2\n"),
        ("A senior official said it was late.", "anonymous: 1\n"),
        ("Officials said it was late.", "anonymous: unknown\n"),
        ("250 officials said it was late.", "anonymous: 250\n"),
        ("Sources said it was late.", "described_as: \"TODO: "),
        ("00 officials said it was late.", "anonymous: unknown\n"),
    ] {
        let draft = drafted(text, "en").unwrap();
        assert!(draft.brief.contains(anonymous), "{text}: {}", draft.brief);
        let (is_brief, codes) = faults(&draft, true);
        assert!(is_brief, "{text}: {codes:?}");
    }
}

#[test]
fn the_language_is_told_by_the_letters() {
    let guessed = |text| format!("{:?}", Tongue::guessed(&snapshot(text)).unwrap());
    let of = |tag| format!("{:?}", Tongue::of(tag).unwrap());
    assert_eq!(guessed(ENGLISH), of("en-GB"));
    assert_eq!(guessed(UKRAINIAN), of("uk"));
    assert!(Tongue::of("xx").is_none());
}

#[test]
fn no_language_is_taken_for_another_in_its_letters() {
    for text in [
        "Havnen i Arne forbliver lukket til foråret, sagde borgmesteren fredag. »Vi har intet valg«, sagde han til \
         journalister. Der er for mange skibe i havnen, og så er der for lidt vand.",
        "De haven van Arne blijft tot het voorjaar gesloten, zei de burgemeester vrijdag. “We hebben geen keus”, zei \
         hij. Het is een van de oudste havens van het land, en zo was het.",
        "Порт Арне останется закрытым до весны, заявил в пятницу мэр города. «У нас нет выбора», — сказал он \
         журналистам. Работы на молу начнутся в мае, а закончатся через год.",
        "Пристанището на Арне ще остане затворено до пролетта, каза кметът в петък. „Нямаме избор“, каза той пред \
         журналисти. Работата по кея ще започне през май и ще свърши до края на годината.",
        "Порт Арнэ застанецца закрытым да вясны, заявіў у пятніцу мэр горада. «У нас няма выбару», — сказаў ён \
         журналістам. Працы на моле пачнуцца ў маі, а скончацца праз год.",
        "港口将关闭至春季，市长周五表示。“我们别无选择”，他对记者说。",
    ] {
        assert!(Tongue::guessed(&snapshot(text)).is_none(), "{text}");
    }
    assert!(Tongue::guessed(&snapshot("“It is late,” said Ada Okafor.")).is_some());
}

#[test]
fn those_who_speak_together_are_told_one_by_one_too() {
    let speakers = |text: &str| {
        let json = statements_json(&snapshot(text), Tongue::of("en").unwrap());
        let json: Value = serde_json::from_str(&json).unwrap();
        let first = json["statements"][0].clone();
        (first["speaker"].clone(), first["speakers"].clone())
    };
    assert_eq!(
        speakers("Ada Okafor, Emeka Bell and two clerks said it was late."),
        (
            Value::from("Ada Okafor, Emeka Bell and clerks"),
            serde_json::json!(["Ada Okafor", "Emeka Bell", "clerks"])
        )
    );
    assert_eq!(
        speakers("“It is late,” said Ada Okafor."),
        (Value::from("Ada Okafor"), serde_json::json!(["Ada Okafor"]))
    );
    assert_eq!(
        speakers("“It is late for all of us.”"),
        (Value::Null, serde_json::json!([]))
    );
}

/// Who speaks in the first statement of a text, and whether that is doubtful.
pub(crate) fn first_speaker(text: &str) -> (String, bool) {
    let json = statements_json(&snapshot(text), Tongue::of("en").unwrap());
    let json: Value = serde_json::from_str(&json).unwrap();
    let first = &json["statements"][0];
    let speaker = first["speaker"].as_str().unwrap_or("").to_owned();
    (speaker, first["doubtful"].as_bool().unwrap())
}

#[test]
fn speakers_are_found_beside_the_words_of_speaking() {
    for (text, speaker) in [
        ("“It is late,” said Ada Okafor.", "Ada Okafor"),
        ("Her deputy, Emeka Bell, said it was late.", "Emeka Bell"),
        (
            "“It is late,” Mayor Ada Okafor, who chairs the board, told reporters.",
            "Ada Okafor",
        ),
        (
            "According to the Harbour Times, the works begin in May.",
            "Harbour Times",
        ),
        ("The works, two officials said, begin in May.", "officials"),
        (
            "In Onitsha, Emeka Bell of the board said the works would begin.",
            "Emeka Bell",
        ),
        (
            "Okafor and Bell met. A spokesman for Bell said they agreed.",
            "spokesman for Bell",
        ),
        (
            "People who live by the gate say it is sound.",
            "People who live by the gate",
        ),
    ] {
        assert_eq!(first_speaker(text), (speaker.to_owned(), false), "{text}");
    }
}

#[test]
fn a_speaker_who_may_be_another_is_doubtful() {
    let (speaker, doubtful) =
        first_speaker("Emeka Bell met Ngozi Eze at the gate. “It is late,” he said.");
    assert!(doubtful, "{speaker}");
    let (_, doubtful) = first_speaker("Emeka Bell came to the gate. “It is late,” he said.");
    assert!(!doubtful);
}

#[test]
fn several_articles_have_their_voices_together() {
    let one = snapshot("“It is late,” said Ada Okafor.");
    let other = snapshot("“It is too late,” Ada Okafor told Reuters.");
    let article = |snapshot, file| Article {
        snapshot,
        file,
        issued: None,
        is_page: false,
        record: None,
    };
    let articles = [article(&one, "one.txt"), article(&other, "other.html")];
    let draft = draft(&articles, Tongue::of("en").unwrap(), &day("2026-11-23")).unwrap();
    assert_eq!(draft.brief.matches("name: \"Ada Okafor\"").count(), 1);
    let value: Value = serde_yaml::from_str(&draft.brief).unwrap();
    assert_eq!(
        value["sources"]["reuters"]["through"],
        serde_json::json!(["other"])
    );
}

/// The first voice of a text as the draft has it, and whether it is doubtful whose the claim is.
pub(crate) fn first_voice(text: &str) -> (Value, bool) {
    let draft = drafted(text, "en").unwrap();
    let brief: Value = serde_yaml::from_str(&draft.brief).unwrap();
    let voices = brief["voices"].as_object().unwrap();
    (voices.values().next().unwrap().clone(), draft.doubtful > 0)
}

#[test]
fn names_of_groups_and_of_those_in_an_office_are_whole() {
    for (text, field, name, role) in [
        (
            "The Ministry of Transport said it was late.",
            "group",
            "Ministry of Transport",
            None,
        ),
        (
            "The Department of Inland Water said it was late.",
            "group",
            "Department of Inland Water",
            None,
        ),
        (
            "“It is late,” said the Boat Owners' Association.",
            "group",
            "Boat Owners' Association",
            None,
        ),
        (
            "The Quay Workers’ Union of Arne said it was late.",
            "group",
            "Quay Workers’ Union of Arne",
            None,
        ),
        (
            "“It is late,” said Minister of Transport Jan Holm.",
            "name",
            "Jan Holm",
            Some("Minister of Transport"),
        ),
        (
            "Secretary of the Interior Ada Okafor said it was late.",
            "name",
            "Ada Okafor",
            Some("Secretary of the Interior"),
        ),
    ] {
        let (voice, doubtful) = first_voice(text);
        assert_eq!(voice[field], name, "{text}: {voice}");
        assert_eq!(voice["role"].as_str(), role, "{text}: {voice}");
        assert!(!doubtful, "{text}");
    }
    let (voice, doubtful) = first_voice("Mayor of New Quay Ada Okafor said it was late.");
    assert!(doubtful, "how long the name is cannot be told: {voice}");
    let (voice, _) = first_voice("“It is late,” said a spokesman for Mayor Ada Okafor.");
    assert_eq!(voice["anonymous"], 1, "{voice}");
}

#[test]
fn one_who_is_not_named_is_no_group() {
    for (text, is_doubtful) in [
        ("A court clerk said it was late.", false),
        ("“It is late,” said an engineer.", false),
        ("“It is late,” said a stoker.", true),
        ("The clerk said it was late.", true),
    ] {
        let (voice, doubtful) = first_voice(text);
        assert_eq!(voice["anonymous"], 1, "{text}: {voice}");
        assert_eq!(doubtful, is_doubtful, "{text}: {voice}");
    }
    for (text, group, is_doubtful) in [
        ("The ministry said it was late.", "ministry", false),
        ("Two companies said it was late.", "companies", false),
        ("The jury said it was late.", "jury", false),
        (
            "A report by the consultancy Aquaris said it was late.",
            "report by the consultancy Aquaris",
            true,
        ),
    ] {
        let (voice, doubtful) = first_voice(text);
        assert_eq!(
            (&voice["group"], doubtful),
            (&Value::from(group), is_doubtful),
            "{text}: {voice}"
        );
    }
}

#[test]
fn a_single_word_that_may_be_anybody_is_doubtful() {
    let (speaker, doubtful) = first_speaker("“It is late,” said Greenhaven.");
    assert_eq!((speaker.as_str(), doubtful), ("Greenhaven", true));
    let (_, doubtful) = first_speaker("Mayor Okafor said it was late.");
    assert!(!doubtful);
}
