//! What was exported as CSL-JSON is imported again, and says the same.

use crate::project::{PAGE, Project, SOUND};

/// What is imported is a sound part of a brief, and what was exported comes back.
#[test]
fn sources_make_the_round_trip() {
    let project = Project::new();
    let csl = project.pipe(PAGE, "export --to csl-json -").code(0);
    let yaml = project
        .pipe(&csl.get_output().stdout, "import csl-json -")
        .code(0);
    let sources = String::from_utf8(yaml.get_output().stdout.clone()).unwrap();
    for field in [
        "volume: \"12\"",
        "pages: \"4–9\"",
        "number: \"31-007\"",
        "authority: \"Ministry of Water & Land\"",
        "event_title: \"Hearing of the river villages\"",
        "doi: \"10.5555/asel<4>\"",
        "archived: { url: \"https://archive.example/plan\" }",
    ] {
        assert!(
            sources.contains(&format!("    {field}\n")),
            "{field}: {sources}"
        );
    }
    let (before, rest) = SOUND.split_once("sources:\n").unwrap();
    let (_, claims) = rest.split_once("claims:\n").unwrap();
    let claims = claims.replace("in: nbc", "in: [courier, agency, radio, letter, plan]");
    let before = before.replace("as_of: 2025-08-16", "as_of: 2031-06-01");
    project
        .pipe(format!("{before}{sources}claims:\n{claims}"), "check -")
        .code(0);
}

/// What CSL calls a larger work stays one, and what looks like markup in a title stays its words.
#[test]
fn nothing_is_lost_on_the_way_back() {
    let project = Project::new();
    let source = "  nbc: { type: article-journal, title: 'Tags: <i>a</i> & &amp; AT&T, x < y', \
        container_title: Nature, archived: { url: \"https://archive.example/a\", date: 2031-05-16 } }\n";
    let (before, rest) = SOUND.split_once("sources:\n").unwrap();
    let (_, claims) = rest.split_once("claims:\n").unwrap();
    let brief = format!("{before}sources:\n{source}claims:\n{claims}");
    let csl = project.pipe(&brief, "export --to csl-json -").code(0);
    let csl = csl.get_output().stdout.clone();
    let text = String::from_utf8(csl.clone()).unwrap();
    let text = text.replace('\u{A0}', " ");
    assert!(
        text.contains("The archived copy is of 16 May 2031."),
        "{text}"
    );
    assert!(text.contains("&lt;i>a&lt;/i> & &amp;amp;"), "{text}");
    let yaml = project.pipe(&csl, "import csl-json -").code(0);
    let yaml = String::from_utf8(yaml.get_output().stdout.clone()).unwrap();
    for field in [
        "title: \"Tags: <i>a</i> & &amp; AT&T, x < y\"",
        "container_title: \"Nature\"",
    ] {
        assert!(yaml.contains(&format!("    {field}\n")), "{field}: {yaml}");
    }
    assert!(!yaml.contains("publisher"), "{yaml}");
}

/// CSL has no word for what is uncertain: `circa` would say that it is about then.
#[test]
fn dates_say_the_same_on_the_way_back() {
    for (date, csl) in [
        ("1931-05-16", "\"date-parts\":[[1931,5,16]]"),
        ("1931-05~", "\"date-parts\":[[1931,5]],\"circa\":true"),
        ("1931?", "\"raw\":\"1931?\""),
        ("1931-05-16%", "\"raw\":\"1931-05-16%\""),
        ("1930~/1931-05", "\"raw\":\"1930~/1931-05\""),
        (
            "1930~/1931-05~",
            "\"date-parts\":[[1930],[1931,5]],\"circa\":true",
        ),
        ("1930-21", "\"date-parts\":[[1930]],\"season\":1"),
        ("1930-21/1930-23", "\"date-parts\":[[1930,21],[1930,23]]"),
        ("1930-24/1931", "\"date-parts\":[[1930,24],[1931]]"),
        ("1930-21?", "\"edtf\":\"1930-21?\""),
        ("1930-21/..", "\"edtf\":\"1930-21/..\""),
    ] {
        let (before, rest) = SOUND.split_once("sources:\n").unwrap();
        let (_, claims) = rest.split_once("claims:\n").unwrap();
        let source =
            format!("  nbc: {{ type: report, publisher: NBC, issued: {{ date: \"{date}\" }} }}\n");
        let brief = format!("{before}sources:\n{source}claims:\n{claims}");
        let project = Project::new();
        let exported = project.pipe(&brief, "export --to csl-json -").code(0);
        let exported = exported.get_output().stdout.clone();
        let text = String::from_utf8(exported.clone()).unwrap();
        let compact: String = text.split_whitespace().collect();
        assert!(
            compact.contains(&format!("\"issued\":{{{csl}}}")),
            "{date}: {text}"
        );
        let yaml = project.pipe(&exported, "import csl-json -").code(0);
        let yaml = String::from_utf8(yaml.get_output().stdout.clone()).unwrap();
        assert!(
            yaml.contains(&format!("issued: {{ date: \"{date}\" }}")),
            "{date}: {yaml}"
        );
    }
}
