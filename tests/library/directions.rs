//! Names that run against the text around them stand in its order, in every form that people read;
//! forms for programs have them as they are in the file.

use brief::export::{self, Marks, csl_json, csv, json, json_ld, markdown, origins};
use brief::{Diff, Edition, Input, Locales, Page};
use unicode_bidi::{BidiInfo, Level};

/// A brief of a language, in which a voice, a radio and a paper have these names.
fn brief(lang: &str, [voice, radio, paper]: [&str; 3]) -> String {
    format!(
        "\
format: 1
topic: Works
title: Works are to begin, they say [@c]
lang: {lang}
as_of: 2025-08-16
edition: 1
bottom_line: Works are to begin, they say [@c].
voices:
  v: {{ name: \"{voice}\", role: R }}
  m: {{ group: \"{paper}\", members: [\"{voice}\"] }}
  n: {{ anonymous: 2, described_as: \"{radio}\", reason: not given }}
sources:
  p: {{ type: article-newspaper, publisher: \"{paper}\", author: [\"{voice}\"], container_title: \"{radio}\", issued: {{ date: 2025-08-16 }} }}
  r: {{ type: broadcast, publisher: \"{radio}\", through: p }}
issues:
  i: {{ name: Works }}
claims:
  - id: c
    says: Works are to begin.
    voice: v
    in: r
    told_to: \"{paper}\"
    said: {{ date: 2025-08-15 }}
    about: [i]
    quotes:
      - {{ text: \"{voice} {radio} {paper}.\", kind: [full] }}
  - {{ id: d, says: There is a plan., voice: [m, n], in: p, said: {{ date: 2025-08-15 }}, about: [i] }}
positions:
  - {{ of: v, \"on\": i, stance: supports, in_short: In spring, claims: [c] }}
tensions:
  - {{ between: [c, d], note: They differ. }}
gaps:
  - {{ question: Who pays?, why: They do not say., of: [v], about: [i] }}
"
    )
}

fn edition(text: &str) -> Edition {
    let checked = Input::new(text.as_bytes()).check();
    Edition::of(
        checked
            .brief
            .unwrap_or_else(|| panic!("{:#?}", checked.diagnostics)),
    )
}

/// Returns a text as a reader sees it from left to right, line by line.
fn seen(text: &str, right_to_left: bool) -> String {
    let level = if right_to_left {
        Level::rtl()
    } else {
        Level::ltr()
    };
    let lines = text.lines().map(|line| {
        let info = BidiInfo::new(line, Some(level));
        let line = info.paragraphs.first().map(|paragraph| {
            info.reorder_line(paragraph, paragraph.range.clone())
                .into_owned()
        });
        line.unwrap_or_default().replace(ISOLATES, "")
    });
    lines.collect::<Vec<_>>().join("\n")
}

const ISOLATES: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
const HEBREW: [&str; 3] = ["אבג", "יכל", "דהו"];
const LATIN: [&str; 3] = ["Ann Example", "Radio Quay", "The Paper"];

/// The forms that people read, besides the page.
fn read_by_people(text: &str) -> Vec<String> {
    let (edition, locales) = (edition(text), Locales::default());
    let before = self::edition(&text.replace("in: r\n", "in: p\n"));
    let diff = Diff::between(&before, &edition);
    vec![
        markdown(&edition, &locales),
        origins(&edition, &locales),
        export::diff_text(&diff, &locales, Marks::Plain),
    ]
}

#[test]
fn chains_are_read_in_the_order_of_the_text() {
    let english = read_by_people(&brief("en", HEBREW));
    for form in english.iter().take(2) {
        let seen = seen(form, false);
        assert!(seen.contains("גבא → לכי → והד"), "{seen}");
    }
    // The words around a chain are English: whatever the direction of its line, it has theirs.
    let hebrew = read_by_people(&brief("he", LATIN));
    for form in hebrew.iter().take(2) {
        for right_to_left in [false, true] {
            let seen = seen(form, right_to_left);
            assert!(
                seen.contains("Ann Example → Radio Quay → The Paper"),
                "{seen}"
            );
        }
    }
}

/// In a row of names on a page a list has the direction of the words between its names, and the row that of the brief.
#[test]
fn lists_in_chains_of_the_page_are_set_apart_with_their_words() {
    let text = brief("he", LATIN).replace("voice: v", "voice: [v, m]");
    let page = Page::new(&edition(&text)).render().unwrap();
    let names = "<span class=\"voices\"><bdi lang=\"en\" dir=\"ltr\"><bdi lang=\"he\">Ann Example</bdi> and \
        <bdi lang=\"he\">The Paper</bdi></bdi>";
    assert!(page.contains(names), "{page}");
    assert!(page.contains("<span class=\"arrow\">← </span>"), "{page}");
}

/// Wherever a name stands in a form, it is set apart.
#[test]
fn every_name_in_every_form_is_set_apart() {
    for (lang, names) in [("en", HEBREW), ("he", LATIN)] {
        for form in read_by_people(&brief(lang, names)) {
            for line in form.lines() {
                let outside = outside(line);
                assert!(!names.iter().any(|name| outside.contains(name)), "{line}");
            }
        }
        let page = Page::new(&edition(&brief(lang, names))).render().unwrap();
        assert!(!page.contains(ISOLATES));
        let body = page
            .split_once("<body>")
            .unwrap()
            .1
            .split("<script")
            .next()
            .unwrap();
        for name in names {
            for (at, _) in body.match_indices(name) {
                let before = &body[..at];
                let isolate = before
                    .rfind("<bdi")
                    .max(before.rfind("unicode-bidi=\"isolate\""));
                let end = before.rfind("</bdi>").max(before.rfind("</text>"));
                assert!(
                    isolate > end,
                    "{}",
                    &body[at.saturating_sub(200)..at + name.len()]
                );
            }
        }
    }
}

/// Returns a brief of which all texts are in the letters of one alphabet, each text another.
fn all_texts(lang: &str, alphabet: &str) -> String {
    let letters: Vec<char> = alphabet.chars().collect();
    let text = include_str!("../fixtures/unfilled/directions.yaml").replace("LANG", lang);
    let mut out = String::new();
    for (at, part) in text.split("WORDS").enumerate() {
        if at > 0 {
            let word: String = (0..4)
                .map(|turn| letters[(at * 7 + turn * 3 + at / 10) % letters.len()])
                .collect();
            out.push_str(&format!("\"{word} {at} {word}\""));
        }
        out.push_str(part);
    }
    // A text of several sentences is in quote marks as a whole.
    out.replace("\" [@", " [@")
        .replace("]. \"", "]. ")
        .replace("[@j].", "[@j].\"")
        .replace("[@c]\n", "[@c]\"\n")
}

/// Whatever runs against the text is set apart wherever it stands in a line of ours: names, roles, reasons,
/// titles, notes, questions and the rest.
#[test]
fn all_that_runs_against_the_text_is_set_apart() {
    for (lang, alphabet) in [("en", "אבגדהוזחטיכלמנ"), ("he", "абвгґдеєжзиіїй")]
    {
        let edition = edition(&all_texts(lang, alphabet));
        let locales = Locales::default();
        for form in [markdown(&edition, &locales), origins(&edition, &locales)] {
            for line in form.lines() {
                let outside = outside(line);
                assert!(
                    !outside.contains(|c| alphabet.contains(c)),
                    "{line}\n{form}"
                );
            }
        }
    }
}

/// Returns what of a line is not set apart.
fn outside(line: &str) -> String {
    let mut depth = 0;
    let mut outside = String::new();
    for c in line.chars() {
        match c {
            '\u{2069}' => depth -= 1,
            c if ISOLATES.contains(&c) => depth += 1,
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{line}");
    outside
}

/// What changed is told in lines that begin with words of the page: quotes, claims, notes and reasons in
/// them have a direction of their own.
#[test]
fn changed_words_are_set_apart() {
    let old = brief("en", HEBREW)
        .replace("says: Works are to begin.", "says: \"ןשי רבד אבג.\"")
        .replace("In spring", "ביבאב")
        .replace("They differ.", "\"לדבה.\"")
        .replace("Who pays?", "\"םלשמ ימ?\"");
    let new = old
        .replace("ןשי רבד", "שדח רבד")
        .replace(
            "kind: [full] }",
            "kind: [full] }\n      - { text: \"ןורחא.\", kind: [full] }\n    note: \"הרעה.\"",
        )
        .replace("ביבאב", "ויתסב")
        .replace("לדבה", "רחא")
        .replace("םלשמ ימ", "םלשי ימ");
    for (one, other) in [(&old, &new), (&new, &old)] {
        let (one, other) = (edition(one), edition(other));
        let diff = Diff::between(&one, &other);
        let locales = Locales::default();
        let told = export::diff_text(&diff, &locales, Marks::Plain);
        assert!(told.contains('\u{2067}'), "{told}");
        for line in told.lines() {
            let outside = outside(line);
            assert!(!outside.contains(|c| ('א'..='ת').contains(&c)), "{told}");
        }
        let data = export::diff_json(&diff);
        assert!(!data.contains(ISOLATES), "{data}");
    }
}

/// What the writer wrote is read in the direction of the brief, however long the names in it: from left to right, a
/// Hebrew sentence would name the wrong one as the buyer.
#[test]
fn what_the_writer_wrote_has_the_direction_of_the_brief() {
    for (lang, mixed, open) in [
        ("he", "OpenAI תרכוש את Scale AI", '\u{2067}'),
        ("en", "It is open says אבגדהוזחטיכלמנסעפצ", '\u{2066}'),
    ] {
        let text = brief(lang, LATIN)
            .replace(
                "title: Works are to begin, they say",
                &format!("title: \"{mixed}"),
            )
            .replacen(" [@c]\nlang", " [@c]\"\nlang", 1)
            .replace(
                "bottom_line: Works are to begin, they say",
                &format!("bottom_line: {mixed}"),
            )
            .replace("says: Works are to begin.", &format!("says: {mixed}."))
            .replace("In spring", mixed)
            .replace("{ name: Works }", &format!("{{ name: \"{mixed}\" }}"))
            .replace("They differ.", &format!("\"{mixed}.\""))
            .replace("Who pays?", &format!("\"{mixed}?\""))
            .replace("They do not say.", &format!("\"{mixed}.\""))
            .replace("reason: not given", &format!("reason: \"{mixed}\""))
            .replace("role: R", &format!("role: \"{mixed}\""));
        let edition = edition(&text);
        let markdown = markdown(&edition, &Locales::default());
        let page = Page::new(&edition).render().unwrap();
        let body = page.split_once("<body>").unwrap().1;
        let tags = ['\u{2066}', '\u{2067}', '\u{2068}'];
        let bdi = if lang == "he" {
            "<bdi dir=\"rtl\">"
        } else {
            "<bdi dir=\"ltr\">"
        };
        assert!(markdown.matches(mixed).count() >= 9, "{markdown}");
        for (at, _) in markdown.match_indices(mixed) {
            let before = markdown[..at].chars().next_back().unwrap();
            assert!(
                !tags.contains(&before) || before == open,
                "{}",
                &markdown[at - 9..]
            );
        }
        for (at, _) in body.match_indices(mixed) {
            let before = &body[..at];
            let is_set = !before.ends_with("<bdi>")
                && !before.ends_with("ltr\">")
                && !before.ends_with("rtl\">");
            assert!(
                is_set || before.ends_with(bdi),
                "{}",
                &body[at - 50..at + 50]
            );
        }
        assert!(
            body.contains(&format!("<h1>{mixed}</h1>"))
                || lang == "he" && body.contains(&format!("<h1>{bdi}")),
            "{body}"
        );
    }
}

/// Quotes have the direction of their language or their letters; a sentence without a letter of the brief's
/// direction has its own.
#[test]
fn sentences_and_quotes_are_read_in_their_own_direction() {
    let text = |lang: &str| {
        let quote = "AquaNord מתחילה בעבודות באביב.";
        let quote = format!("says: X אבג.\n    note: \"{{}}\"\n    quotes: [{{ text: {quote} }}]");
        let note = if lang == "he" {
            "Bell: no."
        } else {
            "אבג: דהו."
        };
        brief(lang, LATIN)
            .replace("says: Works are to begin.", &quote.replace("{}", note))
            .replace("    quotes:\n      - { text: \"Ann Example Radio Quay The Paper.\", kind: [full] }\n", "")
    };
    let english = markdown(&edition(&text("en")), &Locales::default());
    for set in [
        "\u{2067}“AquaNord מתחילה בעבודות באביב.”\u{2069}",
        "\u{2067}אבג: דהו.\u{2069}",
        " X אבג.\n",
    ] {
        assert!(english.contains(set), "{english}");
    }
    let hebrew = markdown(&edition(&text("he")), &Locales::default());
    for set in [
        "\u{2067}“AquaNord מתחילה בעבודות באביב.”\u{2069}",
        "\u{2066}Bell: no.\u{2069}",
        "\u{2067}X אבג.\u{2069}",
    ] {
        assert!(hebrew.contains(set), "{hebrew}");
    }
}

/// The title of a work is in its language, if that is said.
#[test]
fn titles_of_works_have_the_direction_of_their_language() {
    let text = brief("en", LATIN).replace(
        "container_title",
        "lang: he, title: OpenAI תרכוש את Scale AI, container_title",
    );
    let english = markdown(&edition(&text), &Locales::default());
    assert!(
        english.contains("\u{2067}OpenAI תרכוש את Scale AI\u{2069}"),
        "{english}"
    );
}

#[test]
fn programs_read_names_as_they_are_in_the_file() {
    let edition = edition(&brief("en", HEBREW));
    for form in [json(&edition), json_ld(&edition), csl_json(&edition)] {
        assert!(
            form.contains(HEBREW[1]) && !form.contains(ISOLATES),
            "{form}"
        );
    }
    // In CSV, chains alone have an order.
    let table = csv(&edition, &Locales::default());
    let cells = table.split("\",\"").filter(|cell| cell.contains(ISOLATES));
    assert!(cells.clone().count() > 0 && cells.clone().all(|cell| cell.contains('→')));
}

/// A language without words of its own gets the page's in English, which run against it.
#[test]
fn names_with_words_of_the_page_are_set_apart_as_a_whole() {
    let text = brief("he", ["לוי", "רדיו", "עיתון"]).replace(
        "n: { anonymous: 2,",
        "o: { outlet: p }\n  n: { anonymous: 2,",
    );
    let text = text.replace("voice: [m, n]", "voice: o");
    let markdown = markdown(&edition(&text), &Locales::default());
    assert!(
        markdown.contains("\u{2066}\u{2068}עיתון\u{2069}’s own statement\u{2069} →"),
        "{markdown}"
    );
}
