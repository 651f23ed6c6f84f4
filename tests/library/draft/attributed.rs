//! Whose words a draft takes them for, and through whom the article has them.

use brief::capture::Record;
use brief::draft::{Article, Tongue, draft};
use serde_json::{Value, json};

use super::{day, drafted, faults, snapshot};

/// The claims of a draft in the order of the article, with who says them.
fn claims(brief: &str) -> Vec<Value> {
    let brief: Value = serde_yaml::from_str(brief).unwrap();
    let mut all = Vec::new();
    for claim in brief["claims"].as_array().unwrap() {
        let Some(run) = claim["claims"].as_array() else {
            all.push(claim.clone());
            continue;
        };
        for one in run {
            let mut one = one.clone();
            for (field, value) in claim["from"].as_object().unwrap() {
                one[field] = value.clone();
            }
            all.push(one);
        }
    }
    all
}

fn claims_of(text: &str, language: &str) -> Vec<Value> {
    let draft = drafted(text, language).unwrap();
    assert!(faults(&draft, true).0, "{}", draft.brief);
    claims(&draft.brief)
}

/// Who says what stands last in a text, and whether that has a note.
fn last(text: &str, language: &str) -> (String, bool) {
    let all = claims_of(text, language);
    let last = all.last().unwrap();
    (
        last["voice"].as_str().unwrap().to_owned(),
        last["note"].is_string(),
    )
}

#[test]
fn who_wrote_the_article_is_not_who_speaks_in_it() {
    for byline in [
        "By Clara Weiss",
        "By Clara Weiss · 2026-11-26",
        "Clara Weiss, Arne",
        "BY CLARA WEISS",
    ] {
        let text = format!(
            "A visit\n\n{byline}\n\nThe transport minister, Henrik Moe, meets us in his kitchen.\n\n\
             “I am not going to close it,” he says."
        );
        assert_eq!(last(&text, "en"), ("moe".to_owned(), false), "{byline}");
    }
    let text = "У гостях\n\nОлена Крук, Київ\n\nМіністр, Іван Стус, зустрів нас.\n\n«Ми не закриємо мосту», — сказав він.";
    assert_eq!(last(text, "uk").0, "stus");
}

#[test]
fn what_follows_is_of_whom_the_sentence_before_has_say_something() {
    for text in [
        "Clerks said it was late. Velten’s director said it had warned them twice. “Nobody answered us.”",
        "Clerks said it was late. Velten’s director said the company would ask for nothing. “We are insured, and that will do.”",
        "Velten’s director said the board had asked twice.\n\n“Nobody answered us, ever.”",
    ] {
        assert_eq!(last(text, "en").0, "veltens-director", "{text}");
    }
    let of_two = "Haugland said the company would not ask. “We are insured, and that will do.”";
    let of_two = format!("Ines Haugland came. {of_two}");
    assert_eq!(last(&of_two, "en").0, "haugland");
    let office = drafted("Velten’s director said it was late.", "en")
        .unwrap()
        .brief;
    assert!(
        office.contains("TODO: the name of Velten’s director"),
        "{office}"
    );
}

#[test]
fn a_time_of_day_before_a_sentence_is_none_of_it() {
    for clock in ["17:05", "17.05", "5:05 pm", "17:05 —", "17:05 CET"] {
        let text =
            format!("{clock} The harbour master of Velmhavn, Lena Brod, says the port stays open.");
        let all = claims_of(&text, "en");
        assert_eq!(all[0]["voice"], "brod", "{clock}");
        assert!(
            all[0]["passage"]
                .as_str()
                .unwrap()
                .starts_with("The harbour"),
            "{clock}"
        );
    }
    let three = claims_of("300 clerks said it was late.", "en");
    assert!(three[0]["passage"].as_str().unwrap().starts_with("300"));
}

#[test]
fn a_record_of_what_somebody_says_says_nothing_itself() {
    for text in [
        "“It is late,” Ada Okafor told parliament, according to the record.",
        "According to the transcript, Ada Okafor said “it is late for us”.",
        "Ada Okafor said it was late, according to the record.",
    ] {
        let all = claims_of(text, "en");
        let voices: Vec<&Value> = all.iter().map(|claim| &claim["voice"]).collect();
        assert_eq!(voices, ["okafor"], "{text}");
        assert!(all[0]["note"].is_string());
    }
    assert_eq!(
        last("According to the report, it was late.", "en"),
        ("report".to_owned(), true)
    );
}

#[test]
fn a_denial_has_to_be_made_sure_of() {
    for (text, has_note) in [
        ("Ada Okafor denied that money was the reason.", true),
        ("Ada Okafor denied ever having said that it was late.", true),
        ("Ada Okafor said that it was late.", false),
    ] {
        assert_eq!(last(text, "en"), ("okafor".to_owned(), has_note), "{text}");
    }
    let uk = "Ада Окафор заперечила, що грошей немає.";
    assert!(last(uk, "uk").1);
}

#[test]
fn to_whom_it_was_told_is_written_as_the_article_has_it() {
    for (told, told_to) in [
        ("the council", "the council"),
        ("reporters", "reporters"),
        ("the agency", "TODO: who is meant: the agency"),
        ("the newspaper", "TODO: who is meant: the newspaper"),
        // As the source of it is called.
        ("the Harbour Times", "Harbour Times"),
    ] {
        let all = claims_of(&format!("Ada Okafor told {told} that it was late."), "en");
        assert_eq!(all[0]["told_to"], told_to);
    }
}

#[test]
fn what_may_be_no_person_is_not_written_as_one() {
    let named = |text| drafted(text, "en").unwrap().brief;
    let vorland = named("Vorland rejected the charge. Ada Okafor said it was late.");
    assert!(
        vorland.contains("name: \"TODO: a person, a group or an outlet: Vorland\""),
        "{vorland}"
    );
    assert!(vorland.contains("name: \"Ada Okafor\""), "{vorland}");
}

#[test]
fn a_reason_that_does_not_say_of_what_it_is_is_left_open() {
    let of = |why: &str| {
        drafted(
            &format!("Two officials, who asked not to be named because {why}, said it was late."),
            "en",
        )
        .unwrap()
        .brief
    };
    let open = of("it is not finished");
    assert!(
        open.contains("    reason: TODO") && open.contains("because it is not finished"),
        "{open}"
    );
    assert!(of("the inquiry is not finished").contains("reason: \"the inquiry is not finished\""));
}

/// The sources and claims of a draft of articles, each by its publisher, and the files in which nothing was found.
fn of_all(articles: &[(&str, &str)]) -> (Value, Vec<Value>, Vec<String>) {
    let zeros = "0".repeat(64);
    let record = |(number, (publisher, _)): (usize, &(&str, &str))| {
        let record = format!(
            "format: 1\nfile: a{number}.txt\nsha256: {zeros}\ntext_sha256: {zeros}\n\
             captured: {{ at: 2026-11-23T10:00:00Z, by: brief, given: a.txt }}\n\
             says: {{ publisher: [{{ value: {publisher}, from: test }}] }}\n"
        );
        Record::read(record.as_bytes()).unwrap()
    };
    let records: Vec<Record> = (1..).zip(articles).map(record).collect();
    let snapshots: Vec<_> = articles.iter().map(|(_, text)| snapshot(text)).collect();
    let files: Vec<String> = (1..=articles.len())
        .map(|number| format!("a{number}.txt"))
        .collect();
    let articles: Vec<Article<'_>> = (0..articles.len())
        .map(|number| Article {
            snapshot: &snapshots[number],
            file: &files[number],
            issued: None,
            is_page: false,
            record: Some(&records[number]),
        })
        .collect();
    let draft = draft(&articles, Tongue::of("en").unwrap(), &day("2026-11-23")).unwrap();
    assert!(faults(&draft, true).0, "{}", draft.brief);
    let brief: Value = serde_yaml::from_str(&draft.brief).unwrap();
    (
        brief["sources"].clone(),
        claims(&draft.brief),
        draft.without,
    )
}

#[test]
fn what_another_outlet_reports_is_in_its_source() {
    for text in [
        "Officials say a ship was dark, according to Tide Wire.",
        "The government has blamed a ship for it, Tide Wire reported.",
        "Tide Wire reported that a ship was dark.",
    ] {
        let (sources, claims, _) = of_all(&[("The Morning Ledger", text)]);
        assert_eq!(claims[0]["in"], "tide-wire", "{text}");
        assert_eq!(sources["tide-wire"]["through"], json!(["a1"]), "{text}");
        // Where the outlet's own report is read, it is told.
        let wire = "“It was dark,” Ada Okafor said.";
        let (_, claims, _) = of_all(&[
            ("Tidal", wire),
            ("The Morning Ledger", text),
            ("Tide Wire", wire),
        ]);
        assert!(
            claims[1]["note"]
                .as_str()
                .unwrap()
                .contains("first reported in a3"),
            "{text}"
        );
    }
}

#[test]
fn who_publishes_one_article_is_an_outlet_in_the_others() {
    let (_, claims, _) = of_all(&[
        ("Skarn", "“It was dark,” Ada Okafor said."),
        ("Kestrel", "Skarn said it was dark."),
    ]);
    assert_eq!(claims[1]["voice"], "skarn-reporting");
}

#[test]
fn an_outlet_that_a_sentence_names_is_told() {
    let (_, claims, _) = of_all(&[(
        "Ledger",
        "Tide Wire: three officials say the ship was dark.",
    )]);
    let note = claims[0]["note"].as_str().unwrap();
    assert!(note.contains("has it from Tide Wire"), "{note}");
    let (_, claims, _) = of_all(&[("Tide Wire", "Ada Okafor told Tide Wire that it was late.")]);
    assert_eq!(
        (&claims[0]["told_to"], &claims[0]["note"]),
        (&json!("Tide Wire"), &Value::Null)
    );
    let (_, claims, _) = of_all(&[(
        "The Tide Wire",
        "Ada Okafor told Tide Wire that it was late.",
    )]);
    assert_eq!(claims[0]["told_to"], "The Tide Wire");
}

#[test]
fn an_article_that_gives_nothing_is_told() {
    let said = "“It was dark,” Ada Okafor said.";
    let (_, _, without) = of_all(&[
        ("A", said),
        ("B", "The tide is low and the harbour is wide."),
    ]);
    assert_eq!(without, ["a2.txt"]);
}
