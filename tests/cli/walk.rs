//! The walk of the README: from an article's file to a page, and how much of it is typed.

use std::fs;

use crate::project::Project;

const README: &str = include_str!("../../README.md");
/// What the writer says in place of each TODO, a line each.
const WRITTEN: &str = include_str!("../fixtures/walk/written.txt");

/// Returns the commands of the walk, as the README has them.
fn commands() -> Vec<&'static str> {
    let (_, walk) = README.split_once("<!-- walk:start -->\n").unwrap();
    let (walk, _) = walk.split_once("<!-- walk:end -->").unwrap();
    let (_, walk) = walk.split_once("```sh\n").unwrap();
    let (walk, _) = walk.split_once("```").unwrap();
    walk.lines()
        .map(|line| line.split(" #").next().unwrap().trim_end())
        .collect()
}

/// Puts what the writer says in place of each TODO of a draft that is not in a comment; returns the brief
/// and how many characters were typed.
fn written(draft: &str) -> (String, usize) {
    let mut texts = WRITTEN.lines();
    let mut typed = 0;
    let lines = draft.split_inclusive('\n').map(|line| {
        if line.trim_start().starts_with('#') || !line.contains("TODO") {
            return line.to_owned();
        }
        let text = texts.next().unwrap();
        // What is to be written stands in its own marks.
        if let Some((before, _)) = line.split_once("\"TODO: ") {
            typed += text.chars().count();
            return format!("{before}\"{text}\"\n");
        }
        let text = if text.contains(": ") {
            format!("\"{text}\"")
        } else {
            text.to_owned()
        };
        typed += text.chars().count();
        line.replacen("TODO", &text, 1)
    });
    let brief = lines.collect();
    assert_eq!(texts.next(), None, "a TODO for each text");
    (brief, typed)
}

/// Counts the characters of a brief that somebody writes by hand: without comments and empty lines.
fn by_hand(brief: &str) -> usize {
    let is_of_it = |line: &&str| {
        let line = line.trim_start();
        !line.trim_end().is_empty() && !line.starts_with('#')
    };
    let lines = brief.split_inclusive('\n').filter(is_of_it);
    lines.map(|line| line.chars().count()).sum()
}

#[test]
fn an_article_becomes_a_page_and_a_third_of_it_is_typed_at_most() {
    let project = Project::new().file(
        "article.html",
        include_str!("../fixtures/walk/article.html"),
    );
    let mut typed = 0;
    for command in commands() {
        // Enter is a key, too.
        typed += command.chars().count() + 1;
        let command = command.strip_prefix("brief ").unwrap();
        if command.starts_with("check") {
            project.run(command).code(1);
            let path = project.path("content/ferry.yaml");
            let (brief, keys) = written(&fs::read_to_string(&path).unwrap());
            fs::write(path, brief).unwrap();
            typed += keys;
        } else {
            project.run(command).code(0);
        }
    }
    project
        .run("check content/ferry.yaml --deny warnings")
        .code(0);
    let page = project.read("dist/ferry.html");
    assert!(page.contains("The ship may not carry children through ice."));
    assert!(!page.contains("class=\"unwritten\""));
    let whole = by_hand(&project.read("content/ferry.yaml"));
    assert!(typed * 3 <= whole, "{typed} of {whole}");
    let whole = format!("{},{:03}", whole / 1000, whole % 1000);
    let told = format!("{typed} characters are typed, commands and all, for a brief of {whole}");
    let readme = README.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(readme.contains(&told), "the README has to say: {told}");
}

#[test]
fn a_draft_shows_what_is_still_to_be_written() {
    let project = Project::new().file(
        "article.html",
        include_str!("../fixtures/walk/article.html"),
    );
    for command in commands().into_iter().take(2) {
        project.run(command.strip_prefix("brief ").unwrap()).code(0);
    }
    project.run("build --draft content/ferry.yaml").code(0);
    let page = project.read("dist/ferry.html");
    let marked = "<mark class=\"unwritten\">TODO</mark>";
    // The headline, the bottom line, and each of nine claims at least.
    assert!(
        page.matches(marked).count() > 10,
        "{}",
        page.matches(marked).count()
    );
    assert!(page.contains("<h1><mark class=\"unwritten\">TODO</mark></h1>"));
    assert!(page.contains("Draft: what is framed by dashes is still to be written."));
}
