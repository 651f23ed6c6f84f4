//! Drafts of Ukrainian articles: who speaks is said within quotations, and within sentences.

use brief::draft::{Tongue, statements_json};
use serde_json::Value;

use super::{drafted, faults, snapshot};

/// What is said in a text, with who says it; "?" stands before who is doubtful.
fn said(text: &str) -> Vec<(String, String)> {
    let json = statements_json(&snapshot(text), Tongue::of("uk").unwrap());
    let json: Value = serde_json::from_str(&json).unwrap();
    let statements = json["statements"].as_array().unwrap().iter();
    let place = |of: &Value, end: usize| usize::try_from(of[end].as_u64().unwrap()).unwrap();
    let statement = |one: &Value| {
        let doubt = if one["doubtful"] == true { "?" } else { "" };
        let speaker = one["speaker"].as_str().unwrap_or_default();
        let at = &one["passage"];
        let words = text.chars().skip(place(at, 0));
        let words: String = words.take(place(at, 1) - place(at, 0)).collect();
        (format!("{doubt}{speaker}"), words)
    };
    statements.map(statement).collect()
}

#[test]
fn who_speaks_may_be_said_within_the_marks() {
    for (text, speaker, pieces) in [
        (
            "Прийшла мерка Олена Гай. «Грошей немає, — сказала вона, — і не буде до весни».",
            "Олена Гай",
            ["«Грошей немає,", "і не буде до весни»"],
        ),
        (
            "Прийшла Олена Гай. «Сорок суден, — уточнила вона. — І ще три».",
            "Олена Гай",
            ["«Сорок суден,", "І ще три»"],
        ),
        (
            "«Мені сказали: “Забудьте про це”, — розповіла Ніна Коваль, — але я не забуду».",
            "Ніна Коваль",
            ["«Мені сказали: “Забудьте про це”,", "але я не забуду»"],
        ),
        (
            "«Мені сказали: „Забудьте про це“, — розповіла Ніна Коваль. — Я не забуду».",
            "Ніна Коваль",
            ["«Мені сказали: „Забудьте про це“,", "Я не забуду»"],
        ),
        (
            "«Рішення, яке ухвалили вчора, — помилка, — сказав Юрій Лис. — Ми його скасуємо».",
            "Юрій Лис",
            [
                "«Рішення, яке ухвалили вчора, — помилка,",
                "Ми його скасуємо»",
            ],
        ),
        // No rule knows the verb: whose words they are is doubtful, and no word of the writer's is among them.
        (
            "«Ми їдемо звідси, — буркнув Степан Рудий, — і не повернемося».",
            "?Степан Рудий",
            ["«Ми їдемо звідси,", "і не повернемося»"],
        ),
    ] {
        let expected = pieces.map(|piece| (speaker.to_owned(), piece.to_owned()));
        assert_eq!(said(text), expected, "{text}");
        let draft = drafted(text, "uk").unwrap();
        assert!(faults(&draft, true).0, "{}", draft.brief);
    }
    // A quote in a quote alone is one quote.
    let text = "Степан Рудий сказав: «Мати казала: “Не їдь”, і я не поїхав».";
    let whole = "«Мати казала: “Не їдь”, і я не поїхав»";
    assert_eq!(said(text), [("Степан Рудий".to_owned(), whole.to_owned())]);
}

#[test]
fn who_speaks_may_be_said_within_a_sentence() {
    for (text, expected) in [
        (
            "Рада, сказала мерка Олена Гай, збереться у вівторок.",
            &[("Олена Гай", "Рада"), ("Олена Гай", "збереться у вівторок")][..],
        ),
        (
            "Прийшла Олена Гай. За її словами, рада збереться у вівторок.",
            &[("Олена Гай", "рада збереться у вівторок")],
        ),
        (
            "Посадовець, який говорив на умовах анонімності, бо не мав права коментувати, сказав, що пізно.",
            &[("Посадовець", "пізно")],
        ),
        (
            "Двоє чиновників, які попросили не називати їхніх імен, повідомили, що пізно.",
            &[("чиновників", "пізно")],
        ),
        (
            "Олена Гай розповіла агентству Reuters, що пізно.",
            &[("Олена Гай", "пізно")],
        ),
        (
            "Один із чиновників сказав, що пізно.",
            &[("Один із чиновників", "пізно")],
        ),
        (
            "Пацієнтка Марія Дзюба сказала, що пізно.",
            &[("Марія Дзюба", "пізно")],
        ),
        ("Її чоловік сказав, що пізно.", &[("?Її чоловік", "пізно")]),
    ] {
        let found = said(text);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(speaker, words)| (speaker.as_str(), words.as_str()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}
