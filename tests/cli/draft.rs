//! `brief draft`: from an article to a brief whose quotes are verified.

use snapbox::str;

use crate::project::Project;

const ARTICLE: &str = include_str!("../fixtures/draft/harbour.txt");

#[test]
fn a_draft_is_written_with_its_lock_and_shown_with_its_gaps() {
    let project = Project::new().file("snapshots/harbour.txt", ARTICLE);
    project
        .run("draft snapshots/harbour.txt -o content/harbour.yaml --issued 2026-11-21 --day 2026-11-23")
        .code(0)
        .stdout_eq("")
        .stderr_eq(str![[r#"
wrote content/harbour.evidence.yaml
wrote content/harbour.yaml
wrote content/brief.schema.json
[..] claims, [..] of them by a voice that is not certain; every quote is verified
  brief check content/harbour.yaml            lists what is left to write
  brief build --draft content/harbour.yaml    shows the page with its gaps

"#]]);
    let lock = project.read("content/harbour.evidence.yaml");
    project.run("check content/harbour.yaml").code(1);
    project.run("build content/harbour.yaml").code(1);
    project.run("build --draft content/harbour.yaml").code(0);
    assert!(project.read("dist/harbour.html").contains("TODO"));
    // Verifying what is finished finds every quote where the draft found it.
    let brief = project.read("content/harbour.yaml");
    let finished = brief
        .replace("TODO:", "Note:")
        .replace("TODO [", "Okafor says so [");
    let project = project.file(
        "content/harbour.yaml",
        finished.replace("TODO", "It is so."),
    );
    project
        .run("verify content/harbour.yaml --snapshots snapshots --day 2026-11-23")
        .code(0);
    assert_eq!(project.read("content/harbour.evidence.yaml"), lock);
}

#[test]
fn what_is_still_to_be_written_is_told_once_to_people_and_each_to_programs() {
    let project = Project::new().file("harbour.txt", ARTICLE);
    project.run("draft harbour.txt -o a.yaml").code(0);
    let told = project.run("check a.yaml").code(1);
    let told = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
    let count = |text: &str| told.matches(text).count();
    let json = project.run("check a.yaml --format json").code(1);
    let json: serde_json::Value = serde_json::from_slice(&json.get_output().stdout).unwrap();
    let all = json["files"][0]["diagnostics"].as_array().unwrap().len();
    assert!(all > 10, "{json}");
    assert_eq!(count("error[unfinished]"), 1, "{told}");
    assert!(
        told.contains(&format!("the same in {} more places: ", all - 1)),
        "{told}"
    );
    assert!(told.contains(&format!("{all} errors in a.yaml")), "{told}");
    assert!(told.lines().count() < 20, "{told}");
}

#[test]
fn nothing_is_overwritten() {
    let project = Project::new()
        .file("harbour.txt", ARTICLE)
        .file("content/a.evidence.yaml", "mine");
    project
        .run("draft harbour.txt -o content/a.yaml")
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: there is a `content/a.evidence.yaml` already
 |
 = help: choose another name, or move that file away

"#]]);
    assert_eq!(project.read("content/a.evidence.yaml"), "mine");
}

#[test]
fn what_cannot_be_drafted_from_is_refused() {
    let project = Project::new()
        .file("a.txt", "The tide is low.")
        .file("a.pdf", "%PDF-1.7")
        .file("harbour.txt", ARTICLE);
    project.run("draft a.txt").code(1).stderr_eq(str![[r#"
error: nothing was found that somebody says in `a.txt`
 |
 = help: it was read by the rules for `en`; if that is not its language, name it with `--lang`

"#]]);
    project.run("draft a.pdf").code(1).stdout_eq("");
    project.run("draft none.txt").code(2).stdout_eq("");
    project.run("draft").code(2).stdout_eq("");
    project.run("draft harbour.txt --lang xx").code(2);
    project.run("draft harbour.txt --issued Monday").code(2);
    project.run("draft harbour.txt a.txt --format json").code(2);
    project
        .run("draft harbour.txt --format json -o a.json")
        .code(2);
}

#[test]
fn an_article_may_come_by_standard_input_and_be_told_as_json() {
    let project = Project::new();
    project.pipe(ARTICLE, "draft -").code(0).stderr_eq("");
    let found = project.pipe(ARTICLE, "draft - --format json").code(0);
    let json: serde_json::Value = serde_json::from_slice(&found.get_output().stdout).unwrap();
    assert!(json["statements"].as_array().unwrap().len() > 5);
}

#[test]
fn the_day_that_is_given_is_for_sources_without_one() {
    let project = Project::new()
        .file(
            "article.html",
            include_str!("../fixtures/walk/article.html"),
        )
        .file("other.txt", "“It is late,” said Ada Okafor on Friday.")
        .file("plain.txt", "“It is late,” said Emeka Bell on Friday.");
    project.run("capture article.html").code(0);
    project.run("capture plain.txt --day 2026-11-23").code(0);
    let draft = "draft snapshots/quay-gazette-2026-11-21.html snapshots/plain.txt other.txt --issued 2026-11-16";
    let drafted = project.run(draft).code(0);
    let drafted = String::from_utf8_lossy(&drafted.get_output().stdout).into_owned();
    let times = |text: &str| drafted.matches(text).count();
    assert_eq!(times("issued: { date: 2026-11-16 }"), 2, "{drafted}");
    assert_eq!(times("issued: { date: \"2026-11-21\" }"), 1, "{drafted}");
    assert_eq!(times("date: 2026-11-13"), 2, "{drafted}");
    assert_eq!(times("date: 2026-11-20"), 1, "{drafted}");
}

#[test]
fn articles_in_two_languages_are_refused() {
    let project = Project::new()
        .file("harbour.txt", ARTICLE)
        .file("tide.txt", "“It is late,” said Ada Okafor.")
        .file("порт.txt", include_str!("../fixtures/draft/harbour.uk.txt"));
    for draft in [
        "draft harbour.txt tide.txt порт.txt",
        "draft --lang uk harbour.txt порт.txt",
    ] {
        project.run(draft).code(1).stdout_eq("").stderr_eq(str![[r#"
error: `порт.txt` is in another language than `harbour.txt`
 |
 = help: draft from the articles of each language by themselves

"#]]);
    }
    project.run("draft harbour.txt tide.txt").code(0);
    project.run("draft --lang en порт.txt").code(0);
}

#[test]
fn a_language_without_rules_is_told_with_what_can_be_had() {
    let german = "Der Hafen von Arne bleibt bis zum Frühjahr gesperrt, sagte der Bürgermeister am Freitag. \
                  „Wir haben keine andere Wahl“, sagte Jan Holm vor Reportern in der Stadt.";
    let project = Project::new().file("hafen.txt", german).file(
        "hafen.html",
        format!("<html lang=\"de\"><title>Hafen</title><body><p>{german}</p></body></html>"),
    );
    for draft in ["draft hafen.txt", "draft hafen.txt --format json"] {
        project.run(draft).code(1).stdout_eq("").stderr_eq(str![[r#"
error: there are no rules for the language that `hafen.txt` seems to be in
 |
 = help: there are for en and uk; with `--lang en` what stands in quote marks is found all the same, and every voice is marked as doubtful

"#]]);
    }
    project.run("capture hafen.html --as hafen").code(0);
    let told = project.run("draft snapshots/hafen.html").code(1);
    let told = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
    assert!(told.contains("(its capture says `de`)"), "{told}");
    let found = project.run("draft hafen.txt --lang en").code(0);
    let found = String::from_utf8_lossy(&found.get_output().stdout).into_owned();
    assert!(found.contains("Wir haben keine andere Wahl"), "{found}");
    assert_eq!(
        found.matches("says: TODO").count(),
        found.matches("make sure that it is this voice").count(),
        "{found}"
    );
}

/// A page as a paper publishes it.
fn page(publisher: &str, text: &str) -> String {
    format!(
        "<html lang=\"en\"><head><title>Port</title><meta property=\"og:site_name\" content=\"{publisher}\"></head>\
         <body><article><p>{text}</p></article></body></html>"
    )
}

#[test]
fn an_outlet_whose_article_is_in_the_dossier_is_no_second_source() {
    let gazette = "“It is late,” Mayor Ada Okafor told NBC News. NBC reported that the talks had failed. \
                   Okafor told the Associated Press it was cold.";
    let nbc = "Mr Okafor said it was wet. He told the AP the works would start.";
    let project = Project::new()
        .file("a.html", page("Quay Gazette", gazette))
        .file("b.html", page("NBC News", nbc));
    project.run("capture a.html --as a").code(0);
    project.run("capture b.html --as b").code(0);
    let drafted = project
        .run("draft snapshots/a.html snapshots/b.html")
        .code(0);
    let brief = String::from_utf8_lossy(&drafted.get_output().stdout).into_owned();
    let value: serde_json::Value = serde_yaml::from_str(&brief).unwrap();
    let mut sources: Vec<&String> = value["sources"].as_object().unwrap().keys().collect();
    sources.sort();
    assert_eq!(sources, ["a", "associated-press", "b"], "{brief}");
    assert_eq!(
        value["sources"]["associated-press"]["through"],
        serde_json::json!(["a", "b"])
    );
    assert_eq!(value["voices"]["nbc-reporting"]["outlet"], "b", "{brief}");
    // Whether it stands in that article or in another of the outlet is for the writer to tell.
    let doubt = "make sure whether it was first reported in b, which may be of the same outlet.";
    assert_eq!(brief.matches(doubt).count(), 2, "{brief}");
    project
        .run("draft snapshots/a.html snapshots/b.html -o a.yaml")
        .code(0);
    project.run("build --draft a.yaml").code(0);
}

/// There are many Posts.
#[test]
fn the_last_words_of_an_outlet_of_another_article_may_be_those_of_another() {
    for [first, second] in [
        ["the Selwyn Post", "the Post"],
        ["the Post", "the Selwyn Post"],
    ] {
        let project = Project::new()
            .file(
                "a.txt",
                format!("Ada Okafor told {first} that it was late. She told {first} it was cold."),
            )
            .file("b.txt", format!("Jan Holm told {second} that it was wet."));
        let drafted = project.run("draft a.txt b.txt").code(0);
        let brief = String::from_utf8_lossy(&drafted.get_output().stdout).into_owned();
        let value: serde_json::Value = serde_yaml::from_str(&brief).unwrap();
        assert_eq!(value["sources"].as_object().unwrap().len(), 3, "{brief}");
        let claims = value["claims"].as_array().unwrap();
        assert_eq!(claims.last().unwrap()["in"], "b", "{brief}");
        assert_eq!(
            brief
                .matches("make sure whether it was first reported")
                .count(),
            1,
            "{brief}"
        );
    }
}

#[test]
fn one_person_is_one_voice_over_several_articles() {
    let project = Project::new()
        .file("a.txt", "“It is late,” said Mayor Ada Okafor.")
        .file("b.txt", "Ms Okafor said it was cold.")
        .file("c.txt", "Ada N. Okafor said it was wet.");
    for articles in ["a.txt b.txt c.txt", "b.txt a.txt"] {
        let drafted = project.run(format!("draft {articles}").as_str()).code(0);
        let brief = String::from_utf8_lossy(&drafted.get_output().stdout).into_owned();
        assert_eq!(brief.matches("    name: ").count(), 1, "{brief}");
        assert!(brief.contains("name: \"Ada Okafor\""), "{brief}");
        assert_eq!(
            brief.matches("make sure that it is this voice").count(),
            1,
            "that Ms Okafor is she, no article says: {brief}"
        );
    }
}

#[test]
fn a_page_that_was_not_captured_says_itself_what_it_is() {
    let page = r#"<!doctype html><html lang="en"><head><title>Gate shut | Quay Tribune</title>
<meta property="og:site_name" content="Quay Tribune"></head><body><nav><ul><li>Home</li><li>World</li></ul></nav>
<article><h1>Gate shut</h1><p>The works begin on Monday, the mayor, Ada Okafor, told the Quay Tribune.</p>
<p>“We begin in spring, and we finish in autumn,” she said.</p></article></body></html>"#;
    let project = Project::new().file("a.html", page);
    let told = project.run("draft a.html").code(0);
    let brief = String::from_utf8_lossy(&told.get_output().stdout).into_owned();
    for words in ["title: \"Gate shut\"", "publisher: \"Quay Tribune\""] {
        assert!(brief.contains(words), "{words}: {brief}");
    }
    assert!(
        !brief.contains("title: \"Home\"") && !brief.contains("through:"),
        "{brief}"
    );
}
