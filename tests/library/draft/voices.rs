//! The voices of drafts: those who say something together, what they are, and whom they speak for.

use serde_json::{Value, json};

use super::{drafted, faults, first_voice};

/// What a draft has of its first claim: the voices by their names, and whether it is doubtful that it is they.
fn first_claim(text: &str, language: &str) -> (Vec<String>, bool) {
    let draft = drafted(text, language).unwrap();
    assert!(faults(&draft, true).0, "{}", draft.brief);
    let brief: Value = serde_yaml::from_str(&draft.brief).unwrap();
    let first = &brief["claims"][0];
    let (attribution, claim) = if first["from"].is_null() {
        (first, first)
    } else {
        (&first["from"], &first["claims"][0])
    };
    let voice = &attribution["voice"];
    let ids = voice
        .as_array()
        .cloned()
        .unwrap_or_else(|| vec![voice.clone()]);
    let name = |id: &Value| {
        let voice = &brief["voices"][id.as_str().unwrap()];
        let kinds = ["name", "group", "described_as", "outlet"];
        let name = kinds.iter().find_map(|kind| voice[kind].as_str());
        name.unwrap_or_default().to_owned()
    };
    (ids.iter().map(name).collect(), claim["note"].is_string())
}

#[test]
fn those_who_say_it_together_are_all_its_voices() {
    for (text, voices) in [
        (
            "Ada Okafor and Emeka Bell said that it was late.",
            &["Ada Okafor", "Emeka Bell"][..],
        ),
        (
            "“It is late,” said Ada Okafor and Emeka Bell.",
            &["Ada Okafor", "Emeka Bell"],
        ),
        (
            "“It is late,” Mayor Ada Okafor and her deputy, Emeka Bell, said on Friday.",
            &["Ada Okafor", "Emeka Bell"],
        ),
        (
            "“It is late,” said Mayor Ada Okafor and Councillor Emeka Bell in a statement.",
            &["Ada Okafor", "Emeka Bell"],
        ),
        (
            "According to Ada Okafor and Emeka Bell, it was late.",
            &["Ada Okafor", "Emeka Bell"],
        ),
        (
            "Both Ada Okafor and Emeka Bell said it was late.",
            &["Ada Okafor", "Emeka Bell"],
        ),
        (
            "Ada Okafor, Emeka Bell and Ngozi Eze said it was late.",
            &["Ada Okafor", "Emeka Bell", "Ngozi Eze"],
        ),
        (
            "The works, Ada Okafor and Emeka Bell said, begin in May.",
            &["Ada Okafor", "Emeka Bell"],
        ),
        (
            "Ada Okafor, a pilot from Arne, and Emeka Bell, who runs the gate, said it was late.",
            &["Ada Okafor", "Emeka Bell"],
        ),
        (
            "Two pilots, Ada Okafor and Emeka Bell, said it was late.",
            &["Ada Okafor", "Emeka Bell"],
        ),
        (
            "The commission and the ministry said it was late.",
            &["commission", "ministry"],
        ),
        (
            "Two officers and a clerk said it was late.",
            &["officers", "clerk"],
        ),
        (
            "The BBC and Reuters reported that it was late.",
            &["bbc", "reuters"],
        ),
    ] {
        let voices: Vec<String> = voices.iter().map(|&voice| voice.to_owned()).collect();
        assert_eq!(first_claim(text, "en"), (voices, false), "{text}");
    }
}

#[test]
fn those_who_say_it_together_are_voices_in_ukrainian() {
    let (voices, _) = first_claim(
        "Міністр транспорту Іван Бондар та мерка Олена Коваль заявили, що пізно.",
        "uk",
    );
    assert_eq!(voices, ["Іван Бондар", "Олена Коваль"]);
}

#[test]
fn one_name_of_two_parts_is_no_two_voices() {
    for (text, voice) in [
        (
            "The Ministry of Health and Social Affairs said it was late.",
            "Ministry of Health and Social Affairs",
        ),
        (
            "Jane and Peter Dodd said it was late.",
            "Jane and Peter Dodd",
        ),
        ("Mr and Mrs Dodd said it was late.", "Mr and Mrs Dodd"),
        ("Johnson and Wesson said it was late.", "Johnson and Wesson"),
        (
            "The ministers of Norland and Sudland said it was late.",
            "ministers of Norland and Sudland",
        ),
        (
            "Engineers and lawyers said it was late.",
            "Engineers and lawyers",
        ),
        (
            "“It is late,” said Ada Okafor, chairwoman and chief executive.",
            "Ada Okafor",
        ),
        (
            "The president and chief executive, Ada Okafor, said it was late.",
            "Ada Okafor",
        ),
    ] {
        assert_eq!(first_claim(text, "en").0, [voice], "{text}");
    }
    let (voices, _) = first_claim("Міністри Польщі та Литви заявили, що пізно.", "uk");
    assert_eq!(voices, ["Міністри Польщі та Литви"]);
}

#[test]
fn whether_several_say_it_is_doubtful_where_the_words_leave_it_open() {
    for text in [
        "Ada Okafor or Emeka Bell said it was late.",
        "Ada Okafor, the mayor, and Emeka Bell said it was late.",
        "“It is late,” said Ada Okafor, the mayor and the clerk.",
        "Ada Okafor, along with Emeka Bell, said it was late.",
        "Reuters and the BBC reported that it was late.",
        "Neither Ada Okafor nor Emeka Bell said who was late.",
    ] {
        let (voices, doubtful) = first_claim(text, "en");
        assert!(doubtful, "{text}: {voices:?}");
    }
    // Another clause, no other voice.
    for text in [
        "The boats left, and Ada Okafor said it was late.",
        "In Arne and Vik, Ada Okafor said it was late.",
        "The tide was low and Ada Okafor said it was late.",
    ] {
        assert_eq!(first_claim(text, "en").0, ["Ada Okafor"], "{text}");
    }
}

#[test]
fn what_somebody_is_stands_before_the_name_or_behind_it() {
    for (text, name, role) in [
        (
            "Ada Okafor, the minister of transport, said it was late.",
            "Ada Okafor",
            Some("minister of transport"),
        ),
        (
            "The president of Norland, Ada Okafor, said it was late.",
            "Ada Okafor",
            Some("president of Norland"),
        ),
        (
            "Ada Okafor, 54, a pilot from Arne, said it was late.",
            "Ada Okafor",
            Some("pilot from Arne"),
        ),
        (
            "“It is late,” said Ada Okafor, chief engineer at Arne Rail.",
            "Ada Okafor",
            Some("chief engineer at Arne Rail"),
        ),
        (
            "“It is late,” said Ada Okafor, Chief Executive Officer of Arne Rail.",
            "Ada Okafor",
            Some("Chief Executive Officer of Arne Rail"),
        ),
        (
            "The mayor of Arne, Ada Okafor, came. “It is late,” Okafor said.",
            "Ada Okafor",
            Some("mayor of Arne"),
        ),
        ("“It is late,” said Sir Emeka Bell.", "Emeka Bell", None),
        (
            "Her deputy, Emeka Bell, said it was late.",
            "Emeka Bell",
            None,
        ),
        ("“It is late,” said Emeka Bell, 71.", "Emeka Bell", None),
        // Who is who in a list is not told.
        (
            "“It is late,” said Ada Okafor, the mayor and the clerk.",
            "Ada Okafor",
            None,
        ),
    ] {
        let (voice, _) = first_voice(text);
        assert_eq!(
            (voice["name"].as_str(), voice["role"].as_str()),
            (Some(name), role),
            "{text}"
        );
    }
}

#[test]
fn one_who_is_called_by_an_office_alone_is_to_be_named() {
    let (voice, doubtful) = first_voice("The president of Norland said it was late.");
    assert!(doubtful);
    assert_eq!(voice["name"], "TODO: the name of the president of Norland");
    assert_eq!(voice["role"], "president of Norland");
    let (voices, doubtful) = first_claim(
        "The mayor of Arne said it was late. “It is,” said the mayor of Arne, Ada Okafor.",
        "en",
    );
    assert_eq!((voices, doubtful), (vec!["Ada Okafor".to_owned()], true));
}

#[test]
fn what_says_more_of_somebody_is_nobody() {
    let text = "A port official, citing the law, said it was late. A clerk, citing fears, asked not to be named.";
    let draft = drafted(text, "en").unwrap();
    assert!(!draft.brief.contains("citing\""), "{}", draft.brief);
    assert_eq!(first_claim(text, "en").0, ["port official"]);
}

#[test]
fn a_noun_alone_means_whom_it_described_before() {
    let draft = drafted(
        "An aide to the mayor said it was late. The aide said it was too late.",
        "en",
    )
    .unwrap();
    assert_eq!(
        (draft.brief.matches("described_as:").count(), draft.doubtful),
        (1, 0)
    );
    let two = "An aide to Ada Okafor met an official of the port. An aide to Okafor said it was late. \
               An aide to Emeka Bell said it was not. The aide said no more.";
    assert_eq!(drafted(two, "en").unwrap().doubtful, 1);
}

#[test]
fn whom_a_spokesperson_speaks_for_is_a_voice() {
    for (text, principal) in [
        (
            "A spokeswoman for the interior ministry said it was late.",
            json!({ "group": "interior ministry" }),
        ),
        (
            "A council spokesperson said it was late.",
            json!({ "group": "council" }),
        ),
        (
            "The council’s spokeswoman, Ruth Vale, said it was late.",
            json!({ "group": "council" }),
        ),
        (
            "Interior Ministry spokesman Per Lund said it was late.",
            json!({ "group": "Interior Ministry" }),
        ),
        (
            "Per Lund, a spokesman for the ministry, said it was late.",
            json!({ "group": "ministry" }),
        ),
        (
            "“It is late,” said Per Lund, a spokesman for the ministry.",
            json!({ "group": "ministry" }),
        ),
        (
            "A spokesman for Mayor Ada Okafor said it was late.",
            json!({ "name": "Ada Okafor", "role": "Mayor" }),
        ),
    ] {
        let draft = drafted(text, "en").unwrap();
        let brief: Value = serde_yaml::from_str(&draft.brief).unwrap();
        let voices = brief["voices"].as_object().unwrap();
        let speaker = voices.values().next().unwrap();
        let id = speaker["speaks_for"]
            .as_str()
            .unwrap_or_else(|| panic!("{text}: {}", draft.brief));
        assert_eq!(voices[id], principal, "{text}");
        assert!(
            faults(&draft, true).0,
            "{text}: {:?}",
            faults(&draft, true).1
        );
    }
    for text in [
        "A spokesman said it was late.",
        "A Bastion spokesman said it was late.",
        "A spokesman for the BBC said it was late.",
        "A lawyer for the company said it was late.",
    ] {
        let draft = drafted(text, "en").unwrap();
        assert!(
            !draft.brief.contains("\n    speaks_for:"),
            "{text}: {}",
            draft.brief
        );
    }
}

/// What is left where what belongs to another is taken off, or letters that nobody sees.
#[test]
fn words_that_name_nobody_are_no_name() {
    for text in [
        "“It is late,” according to 12 ’s.",
        "“It is late,” said ’s.",
        "It is late, according to \u{3164}.",
        "It is late, according to the \u{3164}.",
        "“It is late,” said two \u{3164}.",
        "“It is late,” \u{3164} told \u{115F}.",
        "“It is late,” said \u{FFA0} Ada Okafor.",
        "“It is late,” said a spokesman for \u{3164}.",
        "\u{3164} Herald reported that it was late.",
        "Ada Okafor told \u{3164} that it was late on \u{3164}.",
    ] {
        let draft = drafted(text, "en").unwrap_or_else(|| panic!("{text}"));
        let (is_brief, codes) = faults(&draft, true);
        assert!(is_brief, "{text}: {codes:?}\n{}", draft.brief);
    }
}
