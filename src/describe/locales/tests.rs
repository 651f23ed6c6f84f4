//! What holds of every embedded locale file.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

use super::{EMBEDDED, ENGLISH, Locale, LocaleError, Message, embedded};

/// Reads a file of the user's, with English words behind it.
fn read(tag: &str, text: &str) -> Result<Locale, LocaleError> {
    Locale::read(tag, text, embedded(ENGLISH).unwrap().clone())
}

#[test]
fn every_file_is_sound_and_complete() {
    for (tag, text) in EMBEDDED {
        let locale = read(tag, text).unwrap_or_else(|error| panic!("{error}"));
        let absent: Vec<&str> = Message::all()
            .filter(|message| !locale.has(*message))
            .map(Message::id)
            .collect();
        assert!(absent.is_empty(), "{tag}.ftl has no {absent:?}");
    }
}

#[test]
fn no_two_messages_have_one_id() {
    for (index, message) in Message::all().enumerate() {
        let mut same = Message::all().skip(index + 1);
        assert!(same.all(|other| other.id() != message.id()));
        assert!(message as usize == index);
    }
}

/// Adds the values that a pattern sets or chooses a form by.
fn collect_values<'a>(pattern: &Pattern<&'a str>, found: &mut BTreeSet<&'a str>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_values_of(expression, found);
        }
    }
}

fn collect_values_of<'a>(expression: &Expression<&'a str>, found: &mut BTreeSet<&'a str>) {
    let (Expression::Inline(inline)
    | Expression::Select {
        selector: inline, ..
    }) = expression;
    match inline {
        InlineExpression::VariableReference { id } => _ = found.insert(id.name),
        InlineExpression::Placeable { expression } => collect_values_of(expression, found),
        // English refers to no terms and calls no functions, which alone take values.
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::FunctionReference { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
    if let Expression::Select { variants, .. } = expression {
        for variant in variants {
            collect_values(&variant.value, found);
        }
    }
}

/// The build finds messages and values by simple means; a parser finds the same, but for values that
/// only the comment of a message names, and the count that comes with a number.
#[test]
fn the_build_finds_what_english_has() {
    let (_, text) = EMBEDDED.iter().find(|(tag, _)| *tag == ENGLISH).unwrap();
    let english = parse(*text).unwrap().body;
    let mut entries = english.iter();
    assert!(!entries.any(|entry| matches!(entry, Entry::Term(_))));
    let messages = english.iter().filter_map(|entry| {
        if let Entry::Message(message) = entry {
            Some(message)
        } else {
            None
        }
    });
    let ids = messages.clone().map(|message| message.id.name);
    assert!(ids.eq(Message::all().map(Message::id)));
    for (parsed, built) in messages.zip(Message::all()) {
        let mut written = BTreeSet::new();
        collect_values(parsed.value.as_ref().unwrap(), &mut written);
        let built: BTreeSet<&str> = built.variables().iter().copied().collect();
        let id = parsed.id.name;
        assert!(written.is_subset(&built), "{id}: {written:?}, {built:?}");
        let comment = parsed.comment.iter().flat_map(|comment| &comment.content);
        for name in built.difference(&written) {
            let mark = format!("${name}");
            let is_named = comment.clone().any(|line| line.contains(&mark));
            assert!(is_named || *name == "count", "{id}: ${name}");
        }
    }
}

#[test]
fn faults_are_named_with_their_lines() {
    for (text, error) in [
        (
            "\nclaims = Claims\nclaim = Claims",
            "de.ftl:3: no message `claim` is used",
        ),
        (
            "claims = <b>",
            "de.ftl:1: `claims` has markup: `<`, `>` or `&`",
        ),
        (
            "# a\n\nas-of = { $day }",
            "de.ftl:3: `as-of` is given no `$day`",
        ),
        (
            "claims = { \"\\uD83D\\uDE00\" }",
            "de.ftl:1: `\\u` and `\\U` take the number of a character",
        ),
        (
            "claims = { \"a\\U110000\" }",
            "de.ftl:1: `\\u` and `\\U` take the number of a character",
        ),
        (
            "claims = { \"\\u200B\" }",
            "de.ftl:1: `claims` has U+200B: a control, bidi or zero-width character",
        ),
        (
            "claims = { month }",
            "de.ftl:1: `claims` refers to `month`, which is not in this file",
        ),
        (
            "claims = { -name }",
            "de.ftl:1: `claims` refers to `-name`, which is not in this file",
        ),
    ] {
        let found = read("de", text).expect_err(text);
        assert_eq!(found.to_string(), error);
    }
    let said = |tag, text| read(tag, text).unwrap_err().to_string();
    assert!(said("de", "claims = {").starts_with("de.ftl:1: "));
    assert!(said("deutsch!", "").starts_with("deutsch!.ftl: a locale file is named"));
}

/// What reaches a page, by whatever way, is text.
#[test]
fn a_hostile_file_is_refused() {
    for text in [
        r#"claims = { "\u003Cimg\u003E" }"#,
        r#"claims = { "\U00003C" }"#,
        r#"claims = a{ { "\u0026lt;" } }"#,
        r#"claims = { -a(b: "<img>") }
-a = { $b }"#,
        "claims = { a.b }\na = a\n    .b = <img>",
        "as-of = { $date ->\n    [a] a\n   *[b] <img>\n}",
        r#"claims = { "\u202E" }smialC"#,
        "claims = Cl\u{200B}aims",
        "claims = Claims\u{200F}",
        r#"claims = { "\u0007" }"#,
        r#"claims = { "\u0000" }"#,
    ] {
        assert!(read("de", text).is_err(), "{text}");
    }
    // Spaces that do not break are words' own.
    let spaced = "claims = a{ \"\\u00A0\" }b\u{202F}c";
    let locale = read("fr", spaced).unwrap();
    assert_eq!(locale.text(Message::Claims), "a\u{A0}b\u{202F}c");
}

#[test]
fn what_cannot_be_set_is_refused() {
    for (text, error) in [
        (
            "origins = { NUMBER($count) }",
            "de.ftl:1: `origins` calls `NUMBER`, and there are no functions",
        ),
        (
            "retelling = { helper }\nhelper = { $nope }",
            "de.ftl:2: `retelling` is given no `$nope`",
        ),
        (
            "claims = { -of }\n-of = { $nope }",
            "de.ftl:2: `claims` is given no `$nope`",
        ),
        (
            "claims = { a }\na = { b }\nb = { a }",
            "de.ftl:3: `claims` comes back to `a`",
        ),
        (
            "claims = { -a }\n-a = { -a }",
            "de.ftl:2: `claims` comes back to `a`",
        ),
        (
            "claims = { a }\na =\n    .b = x",
            "de.ftl:1: `claims` refers to `a`, which has no words of its own",
        ),
        (
            "claims = { a.c }\na = a\n    .b = x",
            "de.ftl:1: `claims` refers to `a`, which has no `.c`",
        ),
        (
            "origins = { $count ->\n    [7] { a.c }\n   *[other] x\n}\na = a",
            "de.ftl:2: `origins` refers to `a`, which has no `.c`",
        ),
    ] {
        let found = read("de", text).expect_err(text);
        assert!(found.to_string().starts_with(error), "{found}");
    }
}

#[test]
fn braces_in_braces_without_end_are_refused() {
    let text = |depth: usize| format!("claims = {}\"x\"{}", "{".repeat(depth), "}".repeat(depth));
    assert_eq!(read("de", &text(250)).unwrap().text(Message::Claims), "x");
    let found = read("de", &text(100_000)).unwrap_err();
    assert_eq!(found.to_string(), "de.ftl:1: more than 250 braces are open");
}

/// Fluent breaks off after a hundred placeables, in whatever variant they stand.
#[test]
fn messages_that_fill_too_many_braces_are_refused() {
    let braces = |count: usize| "{ \"x\" }".repeat(count);
    let variant = |count| {
        format!(
            "origins = {{ $count ->\n    [7] {}\n   *[other] x\n}}",
            braces(count)
        )
    };
    let count = |locale: &Locale| {
        let values = [("count", 7.into()), ("number", "seven".into())];
        locale.with(Message::Origins, values)
    };
    assert_eq!(count(&read("de", &variant(99)).unwrap()), "x".repeat(99));
    let found = read("de", &variant(100)).unwrap_err();
    let message = "de.ftl:1: `origins` fills more than 100 braces";
    assert_eq!(found.to_string(), message);
    // Those of what it refers to count each time.
    let twice = |count| format!("claims = {{ -a }}{{ -a }}\n-a = {}", braces(count));
    assert_eq!(
        read("de", &twice(49)).unwrap().text(Message::Claims),
        "x".repeat(98)
    );
    let found = read("de", &twice(50)).unwrap_err();
    assert_eq!(
        found.to_string(),
        "de.ftl:1: `claims` fills more than 100 braces"
    );
    // One refers to the next.
    let chain = (0..101).map(|at| format!("-a{at} = {{ -a{} }}\n", at + 1));
    let chain = chain.collect::<Vec<_>>().concat();
    let found = read("de", &format!("claims = {{ -a0 }}\n{chain}-a101 = x")).unwrap_err();
    assert!(
        found.to_string().ends_with("fills more than 100 braces"),
        "{found}"
    );
}

#[test]
fn terms_and_messages_of_a_files_own_are_its_own_affair() {
    let text = "-count = { $form ->\n    [few] { $number } few\n   *[many] many\n}\nclaims = { -count(number: 2) }\nas-of = { own }\nown = on { $date }";
    let locale = read("de", text).unwrap();
    assert_eq!(locale.text(Message::Claims), "many");
    assert_eq!(
        locale.with(Message::AsOf, [("date", "Monday".into())]),
        "on Monday"
    );
}

#[test]
fn what_a_file_does_not_have_is_the_next_ones() {
    let german = read("de", "claims = Aussagen").unwrap();
    assert_eq!(german.text(Message::Claims), "Aussagen");
    assert_eq!(german.text(Message::Tensions), "Tensions");
    assert_eq!(german.counted(Message::MoreSources, 2), "two more sources");
}

#[test]
fn ukrainian_counts_in_its_own_forms() {
    let locale = embedded("uk").unwrap();
    for (count, words) in [
        (0, "ще 0 матеріалів"),
        (1, "ще 1 матеріал"),
        (2, "ще 2 матеріали"),
        (4, "ще 4 матеріали"),
        (5, "ще 5 матеріалів"),
        (11, "ще 11 матеріалів"),
        (12, "ще 12 матеріалів"),
        (21, "ще 21 матеріал"),
        (22, "ще 22 матеріали"),
        (25, "ще 25 матеріалів"),
        (111, "ще 111 матеріалів"),
        (1_001, "ще 1\u{A0}001 матеріал"),
    ] {
        assert_eq!(locale.counted(Message::MoreSources, count), words);
    }
}

/// Every form of a language that any number up to 200 takes is written, so that none falls to the
/// default by oversight.
#[test]
fn every_count_has_its_form() {
    let written = |tag: &str, text: &str, id: &str| {
        let (_, entry) = text.split_once(&format!("\n{id} = ")).unwrap();
        let entry = entry.split("\n}").next().unwrap_or_default();
        let forms: &[&str] = match tag {
            "uk" => &["[one]", "[few]", "[many]"],
            _ => &["[one]"],
        };
        forms.iter().all(|form| entry.contains(form))
    };
    for (tag, text) in EMBEDDED {
        for message in [
            Message::MoreVoices,
            Message::MoreSources,
            Message::Origins,
            Message::FindingEvery,
            Message::SummaryOrigins,
            Message::SourcesCounted,
            Message::VoicesCounted,
            Message::ClaimsCounted,
            Message::DistinctOrigins,
            Message::Authors,
        ] {
            assert!(written(tag, text, message.id()), "{tag}: {}", message.id());
        }
    }
}

/// What English sets is not lost in another language.
#[test]
fn every_value_that_is_set_in_english_is_set_in_every_language() {
    let mark = |name: &str| format!("⟨{name}⟩");
    let set = |locale: &Locale, message: Message| -> Vec<&'static str> {
        let names = message.variables().iter();
        let values = names.clone().map(|name| (*name, mark(name)));
        let text = locale.filled(message, &values.collect());
        names
            .copied()
            .filter(|name| text.contains(&mark(name)))
            .collect()
    };
    let english = embedded(ENGLISH).unwrap();
    for (tag, _) in EMBEDDED {
        let locale = embedded(tag).unwrap();
        for message in Message::all() {
            let theirs = set(locale, message);
            for name in set(english, message) {
                let id = message.id();
                assert!(
                    theirs.contains(&name),
                    "{tag}: `{id}` does not set `${name}`"
                );
            }
        }
    }
}
