//! Languages: one file adds one, or replaces words of one.

use crate::project::{PAGE, Project, SOUND};

const HEBREW: &str = include_str!("../fixtures/locales/he.ftl");
const RIGHT_TO_LEFT: &str = include_str!("../fixtures/rtl.yaml");

macro_rules! edition {
    ($name:literal) => {
        include_str!(concat!("../fixtures/editions/", $name))
    };
}

#[track_caller]
fn printed(project: &Project, arguments: &str) -> String {
    let run = project.run(arguments).code(0).stderr_eq("");
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

fn allowed() -> String {
    RIGHT_TO_LEFT.replace(
        "edition: 1\n",
        "edition: 1\nallow: [{ rule: english-words, reason: The desk reads English. }]\n",
    )
}

/// What a file lacks is English, which is told as where there is no file.
#[test]
fn words_that_a_file_lacks_are_told() {
    let whole = include_str!("../../locales/uk.ftl");
    let project = Project::new()
        .file("a.yaml", RIGHT_TO_LEFT)
        .file("words/he.ftl", HEBREW)
        .file("whole/he.ftl", whole)
        .file("region/en.ftl", "claims = What they say\n")
        .file("page.yaml", PAGE);
    let run = project.run("check a.yaml --locales words").code(0);
    let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        told.contains("have no words in `he`: they will be English"),
        "{told}"
    );
    project
        .run("check a.yaml --deny warnings --locales whole")
        .code(0);
    project
        .run("check page.yaml --deny warnings --locales region")
        .code(0);
}

#[test]
fn one_file_adds_a_language() {
    let project = Project::new()
        .file("a.yaml", allowed())
        .file("words/he.ftl", HEBREW);
    let page = printed(&project, "build a.yaml --no-source --locales words -o -");
    for words in [
        "<html lang=\"he\" dir=\"rtl\">",
        "<h2 id=\"claims\">טענות עיקריות</h2>",
        "נכון ל־<time datetime=\"2025-08-16\">16\u{A0}באוגוסט\u{A0}2025</time>",
        "counter(page) \" מתוך \" counter(pages)",
        // What the file does not have is English.
        "QR code: address of S1",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let letter = printed(&project, "export a.yaml --to markdown --locales words");
    assert!(letter.contains("\n## מתחים\n"), "{letter}");
    let graph = printed(&project, "origins a.yaml --locales words");
    assert!(graph.contains(" ← התקציר הזה\n"), "{graph}");
}

/// What changed is told in the words of the brief's language.
#[test]
fn what_changed_is_told_in_the_words_of_a_file() {
    let project = Project::new()
        .file("a.yaml", PAGE)
        .file("words/en.ftl", "\u{FEFF}changes-none = All as it was.\n")
        .file("faulty/en.ftl", "changes-none = <b>\n");
    let told = printed(&project, "diff a.yaml a.yaml --locales words");
    assert!(told.ends_with("\nAll as it was.\n"), "{told}");
    let run = project.run("diff a.yaml a.yaml --locales faulty").code(2);
    let output = String::from_utf8(run.stdout_eq("").get_output().stderr.clone()).unwrap();
    assert!(
        output.contains("en.ftl:1: `changes-none` has markup"),
        "{output}"
    );
    project
        .run("diff a.yaml a.yaml --structure --locales words")
        .code(2);
}

#[test]
fn a_language_without_a_file_has_english_words() {
    let project = Project::new().file("a.yaml", RIGHT_TO_LEFT);
    let run = project
        .run("build a.yaml --no-source -o -")
        .code(0)
        .stderr_eq(ENGLISH_WORDS);
    let page = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(page.contains("<html lang=\"he\" dir=\"rtl\">"));
    assert!(page.contains(">Key claims</h2>"));
}

const ENGLISH_WORDS: &str = "\
warning[english-words]: the page has no words of its own in `he`: they will be English
 --> a.yaml:5:7
  |
5 | lang: he
  |       ^^
  |
  = help: name a folder that has a file of them: `--locales DIR`

1 warning in a.yaml
";

/// Whether a language has words is asked of the locale files of the run, and can be allowed for all runs.
#[test]
fn a_language_without_words_is_told_until_a_file_has_them() {
    let project = Project::new()
        .file("a.yaml", RIGHT_TO_LEFT)
        .file("allowed.yaml", allowed())
        .file("words/he.ftl", HEBREW)
        .file("other/de.ftl", "claims = Aussagen\n");
    project
        .run("check a.yaml --locales other")
        .code(0)
        .stderr_eq(ENGLISH_WORDS);
    project.run("check a.yaml --deny warnings").code(1);
    for line in [
        "check allowed.yaml --deny warnings",
        "check allowed.yaml --deny warnings --locales words",
    ] {
        project.run(line).code(0);
    }
    project.run("check a.yaml --locales none").code(2);
}

#[test]
fn a_file_replaces_words_of_a_language_and_of_no_other() {
    let project = Project::new()
        .file("a.yaml", PAGE)
        .file("words/en.ftl", "claims = What they say\n")
        .file("words/readme.txt", "no locale");
    let page = printed(&project, "build a.yaml --no-source --locales words -o -");
    let embedded = printed(&project, "build a.yaml --no-source -o -");
    assert!(page.contains("<h2 id=\"claims\">What they say</h2>"));
    assert!(page.replace("What they say", "Key claims") == embedded);
}

/// Programs compare what they read: a translation of the English words changes none of it.
#[test]
fn forms_for_programs_take_no_words_from_a_file() {
    let project = Project::new()
        .file("words/en.ftl", include_str!("../../locales/uk.ftl"))
        .file("page.yaml", PAGE)
        .file("bridge-1.yaml", edition!("bridge-1.yaml"))
        .file("bridge-1.evidence.yaml", edition!("bridge-1.evidence.yaml"))
        .file("bridge-2.yaml", edition!("bridge-2.yaml"))
        .file("bridge-2.evidence.yaml", edition!("bridge-2.evidence.yaml"));
    for arguments in [
        "export page.yaml --to json",
        "export page.yaml --to json-ld",
        "export page.yaml --to csl-json",
        "export bridge-2.yaml --to json",
        "export bridge-2.yaml --to json-ld",
        "export bridge-2.yaml --to csl-json",
        "diff bridge-1.yaml bridge-2.yaml --format json",
    ] {
        let translated = printed(&project, &format!("{arguments} --locales words"));
        assert!(translated == printed(&project, arguments), "{arguments}");
    }
    let columns = |arguments: &str| {
        let table = printed(&project, arguments);
        let mut table = csv::Reader::from_reader(table.as_bytes());
        let names = table.headers().unwrap().clone();
        let compared = "id key origins said said_inferred verification".split(' ');
        let columns = compared.map(|name| names.iter().position(|other| other == name).unwrap());
        let columns: Vec<usize> = columns.collect();
        let lines: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        let cells = |line: &csv::StringRecord| {
            let cells = columns.iter().map(|at| line[*at].to_owned());
            cells.collect::<Vec<_>>()
        };
        let compared = lines.iter().map(cells);
        compared.collect::<Vec<_>>()
    };
    let table = "export bridge-2.yaml --to csv";
    assert_eq!(columns(&format!("{table} --locales words")), columns(table));
    let page = printed(&project, "build page.yaml --no-source --locales words -o -");
    let data = |page: &str| {
        let (_, data) = page.split_once("application/ld+json").unwrap();
        data.to_owned()
    };
    assert!(data(&page) == data(&printed(&project, "build page.yaml --no-source -o -")));
    let letter = "export page.yaml --to markdown";
    let translated = printed(&project, &format!("{letter} --locales words"));
    assert!(translated != printed(&project, letter));
}

#[test]
fn the_longest_tag_that_has_a_file_wins() {
    let project = Project::new()
        .file(
            "a.yaml",
            SOUND.replace(
                "lang: en",
                "lang: de-AT\nallow: [{ rule: english-words, reason: So far. }]",
            ),
        )
        .file("words/de.ftl", "claims = Aussagen\nmethod = Methode\n")
        .file("words/de-AT.ftl", "method = Vorgehen\n");
    let page = printed(&project, "build a.yaml --no-source --locales words -o -");
    assert!(page.contains(">Vorgehen</b>"));
    // A region's file stands on its language's.
    assert!(page.contains(">Aussagen</h2>"));
}

#[test]
fn a_faulty_file_is_named_with_its_line_and_makes_no_page() {
    for (text, said) in [
        ("claims = Claims\n\nclaim = x\n", "words/en.ftl"),
        ("claims = <b>Claims</b>\n", "words/en.ftl"),
        ("claims = {\n", "words/en.ftl"),
    ] {
        let project = Project::new()
            .file("a.yaml", SOUND)
            .file("words/en.ftl", text)
            .file("dist/a.html", "earlier");
        let run = project.run("build a.yaml --locales words").code(2);
        let output = String::from_utf8(run.get_output().stderr.clone()).unwrap();
        let file = said.strip_prefix("words/").unwrap();
        assert!(output.starts_with("error: in a locale file: "), "{output}");
        assert!(output.contains(&format!("{file}:")), "{output}");
        assert_eq!(project.read("dist/a.html"), "earlier");
    }
}

#[test]
fn a_file_beyond_its_limit_is_not_read() {
    let project = Project::new()
        .file("a.yaml", SOUND)
        .file("words/en.ftl", "#".repeat((1 << 20) + 1));
    let run = project.run("build a.yaml --locales words").code(2);
    let output = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    let said = "cannot read words/en.ftl: it has more than 1048576 bytes";
    assert!(output.contains(said), "{output}");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let project = Project::new().file("a.yaml", SOUND);
    for verb in [
        "build a.yaml",
        "export a.yaml --to csv",
        "origins a.yaml",
        "diff a.yaml a.yaml",
    ] {
        let run = project.run(&format!("{verb} --locales absent")).code(2);
        let output = String::from_utf8(run.get_output().stderr.clone()).unwrap();
        assert!(
            output.starts_with("error: cannot read absent: "),
            "{output}"
        );
    }
}
