//! Drafts keep apart whom one voice must not be made of, and leave to the writer what no rule can tell.

use brief::draft::{Article, Tongue, draft};
use serde_json::{Value, json};

use super::{day, drafted, faults, snapshot};

/// The parts of a draft of several articles.
fn of_all(texts: &[&str], language: &str) -> Value {
    let snapshots: Vec<_> = texts.iter().map(|text| snapshot(text)).collect();
    let articles: Vec<Article<'_>> = snapshots
        .iter()
        .map(|snapshot| Article {
            snapshot,
            file: "harbour.txt",
            issued: None,
            is_page: false,
            record: None,
        })
        .collect();
    let draft = draft(&articles, Tongue::of(language).unwrap(), &day("2026-11-23")).unwrap();
    assert!(faults(&draft, true).0, "{}", draft.brief);
    serde_yaml::from_str(&draft.brief).unwrap()
}

/// What each voice is called.
fn called(texts: &[&str], language: &str) -> Vec<String> {
    let brief = of_all(texts, language);
    let voices = brief["voices"].as_object().unwrap().values();
    let name = |voice: &Value| {
        let kinds = ["name", "group", "described_as", "outlet"];
        let name = kinds.iter().find_map(|kind| voice[kind].as_str());
        name.unwrap_or_default().to_owned()
    };
    voices.map(name).collect()
}

/// The claims of a draft, those with a common head included.
fn claims(text: &str, language: &str) -> Vec<Value> {
    let brief = of_all(&[text], language);
    let claims = brief["claims"].as_array().unwrap();
    let flat = claims
        .iter()
        .flat_map(|claim| match claim["claims"].as_array() {
            Some(claims) => claims.clone(),
            None => vec![claim.clone()],
        });
    flat.collect()
}

#[test]
fn those_without_a_name_are_no_one_voice_over_articles() {
    let of_two = called(
        &[
            "Two diplomats said it was close. One of them said it was dead. A spokesman said it was over.",
            "Two farmers said it was lost. One of them said it was cold. A spokesman said it was dry.",
        ],
        "en",
    );
    assert_eq!(
        of_two,
        [
            "diplomats",
            "TODO: who is meant: one of them",
            "spokesman",
            "farmers",
            "TODO: who is meant: one of them",
            "spokesman"
        ]
    );
}

#[test]
fn those_of_others_are_no_one_voice_within_an_article() {
    for (text, voices) in [
        (
            "Talks\n\nTwo clerks said it was late. One of them said it was dark.\n\n\
             Two farmers said it was low. One of them said it was dry.",
            &[
                "clerks",
                "TODO: who is meant: one of them",
                "farmers",
                "TODO: who is meant: one of them",
            ][..],
        ),
        (
            "Talks\n\nThe Arne ministry rejected the plan. A spokesman said it was illegal.\n\n\
             The Selwyn ministry welcomed the plan. A spokesman said it was legal.",
            &["Arne ministry", "spokesman", "Selwyn ministry", "spokesman"],
        ),
        (
            "Talks\n\nJon Aske will resign, his office said.\n\nPaul Grey will not resign, his office said.",
            &[
                "TODO: who is meant: his office",
                "TODO: who is meant: his office",
            ],
        ),
    ] {
        assert_eq!(called(&[text], "en"), voices, "{text}");
        let last = claims(text, "en");
        assert!(last.last().unwrap()["note"].is_string(), "{text}");
    }
}

#[test]
fn those_who_are_told_of_again_are_the_same() {
    let both = "Two officials and a diplomat said it was late. Both officials said it was dark.";
    assert_eq!(called(&[both], "en"), ["officials", "diplomat"]);
    let again = "The Arne ministry rejected the plan. A spokesman said it was late. A spokesman said it was dark.";
    assert_eq!(called(&[again], "en"), ["Arne ministry", "spokesman"]);
}

#[test]
fn a_number_that_is_not_exact_is_not_counted() {
    for (text, count, described_as) in [
        (
            "At least three diplomats said it was late.",
            json!("unknown"),
            "at least three diplomats",
        ),
        (
            "More than three officials said it was late.",
            json!("unknown"),
            "more than three officials",
        ),
        ("Three diplomats said it was late.", json!(3), "diplomats"),
        (
            "The pumps failed, according to three people who were in the room.",
            json!(3),
            "TODO: who is meant: people",
        ),
        (
            "A third said it was late.",
            json!("unknown"),
            "TODO: who is meant: third",
        ),
    ] {
        let brief = of_all(&[text], "en");
        let voice = brief["voices"]
            .as_object()
            .unwrap()
            .values()
            .next()
            .unwrap();
        assert_eq!(voice["anonymous"], count, "{text}");
        assert_eq!(voice["described_as"], json!(described_as), "{text}");
    }
}

#[test]
fn nobody_is_given_the_words_of_another() {
    let quoted = "One of the ministers quoted him as saying, “I was elected to build hospitals.”";
    assert_eq!(called(&[quoted], "en"), ["TODO: who speaks"]);
    assert_eq!(claims(quoted, "en").len(), 1);
    let within = "Paul Grey said that Ann Moss said: “It is over now.”";
    let within = claims(within, "en");
    assert_eq!(within[0]["quotes"], Value::Null);
    assert_eq!(within[1]["voice"], json!("moss"));
    assert!(within[1]["note"].is_string());
    for (text, voices) in [
        (
            "Asked by Paul Grey whether it was safe, Ann Moss said: “It is safe now.”",
            &["Ann Moss"][..],
        ),
        (
            "Others see less drama. Ann Moss said it was late.",
            &["Ann Moss"],
        ),
        (
            "I asked both clerks that question and both of them laughed. Ann Moss said it was late.",
            &["Ann Moss"],
        ),
    ] {
        assert_eq!(called(&[text], "en"), voices, "{text}");
    }
}

#[test]
fn what_is_told_to_us_is_told_to_somebody_who_has_a_name() {
    for (told, told_to) in [
        ("told us", "TODO: who is meant: us"),
        ("told me and my colleague", "TODO: who is meant: me"),
        ("told NBO's Morning programme", "NBO's Morning programme"),
        ("told Radio 4's Today", "Radio 4's Today"),
    ] {
        let claims = claims(&format!("Ann Moss {told} that it was late."), "en");
        assert_eq!(claims[0]["told_to"], json!(told_to));
        assert_eq!(claims[0]["said"], json!({}));
    }
}

#[test]
fn titles_are_no_part_of_names() {
    for (text, language, name, role) in [
        (
            "Prime Minister-elect Ann Moss said it was late.",
            "en",
            "Ann Moss",
            json!("Prime Minister-elect"),
        ),
        (
            "The late Lena Park said it was short.",
            "en",
            "Lena Park",
            Value::Null,
        ),
        (
            "Речниця Генсекретаря ООН Ганна Рід сказала, що пізно.",
            "uk",
            "Ганна Рід",
            json!("Речниця Генсекретаря ООН"),
        ),
        (
            "Речник МЗС Григорій Тінь сказав, що пізно.",
            "uk",
            "Григорій Тінь",
            json!("Речник МЗС"),
        ),
        (
            "Глава МАГАТЕ Рауль Кар сказав, що пізно.",
            "uk",
            "Рауль Кар",
            json!("Глава МАГАТЕ"),
        ),
        (
            "Прем'єр-міністр Великої Норландії Кір Бондар сказав, що пізно.",
            "uk",
            "Кір Бондар",
            json!("Прем'єр-міністр Великої Норландії"),
        ),
    ] {
        let brief = of_all(&[text], language);
        let voice = brief["voices"]
            .as_object()
            .unwrap()
            .values()
            .next()
            .unwrap();
        assert_eq!(voice["name"], json!(name), "{text}");
        assert_eq!(voice["role"], role, "{text}");
    }
    let owned = "It was cold, its water minister said.";
    assert_eq!(
        called(&[owned], "en"),
        ["TODO: the name of its water minister"]
    );
}

#[test]
fn names_in_quote_marks_are_no_quotes() {
    for (text, voice) in [
        (
            "Як розповів «Берегу» співрозмовник у міністерстві, документи вже готові.",
            "співрозмовник",
        ),
        (
            "«Дамба готова», — сказала Олена Крук журналістам у вівторок.",
            "Олена Крук",
        ),
        (
            "Директор компанії «Тамар Гідро» Еміль Крастін сказав, що дамба готова.",
            "Еміль Крастін",
        ),
    ] {
        assert_eq!(called(&[text], "uk"), [voice], "{text}");
        let claims = claims(text, "uk");
        let is_quoted = text.starts_with('«');
        assert_eq!(claims[0]["quotes"].is_array(), is_quoted, "{text}");
    }
}

#[test]
fn who_urges_both_says_something() {
    assert!(drafted("The United Nations urged both countries to talk.", "en").is_some());
}

#[test]
fn those_who_take_turns_in_an_interview_say_what_follows_their_names() {
    let text = "Of the dam\n\nIda Berg: Is it safe?\n\nAnn Moss: It leaks.\n\n\
        Ida Berg: Since when?\n\nAnn Moss: It has leaked for years.";
    assert_eq!(called(&[text], "en"), ["Ida Berg", "Ann Moss"]);
    let claims = claims(text, "en");
    assert_eq!(claims.len(), 4);
    assert!(claims.iter().all(|claim| claim["note"].is_string()));
    let once = "Of the dam\n\nAnn Moss said it leaks.\n\nThe Verdict: It leaks.";
    assert_eq!(called(&[once], "en"), ["Ann Moss"]);
}
