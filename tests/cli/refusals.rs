//! Everything that can be typed wrongly: each is refused before anything is done, and told what to
//! type instead.

use crate::project::{Project, SOUND};

/// What is typed, and what is said of it: the error, and its help.
const REFUSED: &[(&str, &str, &str)] = &[
    // Commands.
    (
        "chekc a.yaml",
        "there is no command `chekc`, and no such file",
        "did you mean `brief check`?",
    ),
    (
        "help chekc",
        "there is no command `chekc`",
        "did you mean `brief check`?",
    ),
    (
        "help weather",
        "there is no command `weather`",
        "`brief help` lists all commands",
    ),
    (
        "man chekc",
        "there is no command `chekc`",
        "did you mean `brief man check`?",
    ),
    (
        "man weather",
        "there is no command `weather`",
        "`brief help` lists all commands",
    ),
    // Options.
    (
        "check --formt json",
        "there is no option `--formt`",
        "did you mean `--format`?",
    ),
    (
        "pdf --wide",
        "there is no option `--wide`",
        "`brief pdf --help` shows what can be written",
    ),
    (
        "-x a.yaml",
        "there is no option `-x`",
        "`brief --help` shows what can be written",
    ),
    (
        "--large-print check a.yaml",
        "options go after the command",
        "write `brief COMMAND [OPTIONS]`",
    ),
    (
        "pdf -o a.pdf -o b.pdf",
        "`--output` is given twice",
        "write it once: `--output <OUT>`",
    ),
    (
        "diff a b --structure --exit-code",
        "`--structure` cannot be given with `--exit-code`",
        "leave one of them out",
    ),
    // Values.
    (
        "check --deny errors",
        "`--deny` does not take `errors`",
        "write `--deny warnings`",
    ),
    (
        "check --format jsno",
        "`--format` does not take `jsno`",
        "did you mean `--format json`?",
    ),
    (
        "check --format xml",
        "`--format` does not take `xml`",
        "write one of human, json, sarif, github: `--format human`",
    ),
    (
        "check --format",
        "`--format` needs a value",
        "write one of human, json, sarif, github",
    ),
    (
        "pdf a.yaml -o",
        "`--output` needs a value",
        "write `--output <OUT>`",
    ),
    (
        "pdf a.yaml --paper a5",
        "`--paper` does not take `a5`",
        "write one of a4, letter: `--paper a4`",
    ),
    (
        "pdf a.yaml --max-pages two",
        "`--max-pages` does not take `two`",
        "write a number from 1 on: `--max-pages 2`",
    ),
    (
        "pdf a.yaml --max-pages 0",
        "`--max-pages` does not take `0`",
        "write a number from 1 on: `--max-pages 2`",
    ),
    (
        "export --to pdf",
        "`--to` does not take `pdf`",
        "write one of markdown",
    ),
    (
        "import csljson a.json",
        "`<FROM>` does not take `csljson`",
        "did you mean `brief import csl-json`?",
    ),
    (
        "completions csh",
        "does not take `csh`",
        "`brief completions",
    ),
    (
        "--color sometimes",
        "`--color` does not take `sometimes`",
        "write one of auto, always, never",
    ),
    // What is missing, and what is too much.
    (
        "export",
        "`--to <FORM>` is missing",
        "write `brief export --to <FORM>`; FORM is one of markdown, csv, json, json-ld, csl-json",
    ),
    (
        "verify a.yaml",
        "`--snapshots <DIR>` is missing",
        "write `brief verify --snapshots <DIR>`",
    ),
    (
        "import csl-json",
        "`<FILE>` is missing",
        "write `brief import <FROM> <FILE>`",
    ),
    (
        "completions",
        "`<SHELL>` is missing",
        "SHELL is one of bash, elvish, fish, powershell, zsh",
    ),
    (
        "diff a.yaml",
        "`<NEW>` is missing",
        "write `brief diff <OLD> <NEW>`",
    ),
    ("new", "`<NAME>` is missing", "write `brief new <NAME>`"),
    (
        "explain loaded-verb a",
        "`a` is one argument too many",
        "`brief explain --help` shows what can be written",
    ),
    // Codes, days and folders.
    (
        "explain loaded-verbs",
        "there is no code `loaded-verbs`",
        "did you mean `brief explain loaded-verb`?",
    ),
    (
        "explain weather",
        "there is no code `weather`",
        "`brief explain` lists all codes",
    ),
    (
        "verify a.yaml --snapshots none",
        "`none` is no folder of snapshots",
        "`--snapshots snapshots/`",
    ),
    (
        "verify a.yaml --snapshots content --day today",
        "`today`",
        "`--day 2026-11-23`",
    ),
    // Inputs.
    (
        "check a.yaml ./a.yaml",
        "`./a.yaml` is given twice",
        "name each file once",
    ),
    (
        "check empty",
        "there is no brief in `empty`",
        "write `empty/**/*.yaml`",
    ),
    (
        "check none/*.yaml",
        "no brief matches `none/*.yaml`",
        "a brief is",
    ),
    (
        "check [.yaml",
        "`[.yaml` is no pattern",
        "`*` matches any name",
    ),
    (
        "check content/b.evidence.yaml",
        "is an evidence lock, not a brief",
        "name its brief: `content/b.yaml`",
    ),
    ("pdf", "`content` has 2 briefs", "name the file to read"),
    (
        "export --to csv content",
        "`content` means 2 briefs",
        "name the file to read",
    ),
    (
        "diff - -",
        "standard input holds one edition alone",
        "`brief diff old.yaml -`",
    ),
    (
        "import csl-json none.json",
        "cannot read `none.json`",
        "name a file that is there",
    ),
    // Outputs.
    (
        "a.yaml content/b.yaml -o page.html",
        "several pages need a folder",
        "`--output page.html/`",
    ),
    (
        "a.yaml content/b.yaml -o -",
        "several pages cannot go to standard output",
        "`--output pages/`",
    ),
    (
        "a.yaml -o ./a.yaml",
        "the page would be written over the input",
        "`--output page.html`",
    ),
    (
        "content/b.yaml empty/../content/c.yaml -o a.html",
        "several pages need a folder",
        "`--output a.html/`",
    ),
    (
        "pdf a.yaml -o a.yaml",
        "the PDF would be written over the input",
        "`--output page.pdf`",
    ),
    (
        "pdf a.yaml -o - --paper a4 --paper letter",
        "several PDFs cannot go to standard output",
        "`--output pages/`",
    ),
    (
        "pdf - -o empty",
        "a PDF from standard input has no name",
        "`--output page.pdf`",
    ),
    (
        "export --to csv a.yaml -o empty",
        "`empty` is a folder, not a file",
        "name the file to write",
    ),
    (
        "export --to csv a.yaml -o a.yaml",
        "the output would be written over the input",
        "name another file",
    ),
    (
        "build --watch -",
        "standard input cannot be watched",
        "name a file",
    ),
    (
        "new Harbour",
        "`Harbour` is not a name",
        "write `brief new harbour`",
    ),
    (
        "new b",
        "there is a `content/b.yaml` already",
        "choose another name",
    ),
];

fn project() -> Project {
    Project::new()
        .file("a.yaml", SOUND)
        .file("content/b.yaml", SOUND)
        .file("content/c.yaml", SOUND)
        .file("content/b.evidence.yaml", "format: 1\nquotes: []\n")
        .file("empty/notes.txt", "")
}

#[test]
fn every_error_of_usage_tells_what_to_type() {
    let project = project();
    let before = project.files();
    let mut wrong = Vec::new();
    for (line, says, tells) in REFUSED {
        let output = project.command(line).output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        let error = stderr.lines().next().unwrap_or_default();
        let help = stderr.lines().find(|line| line.starts_with(" = help: "));
        let is_right = output.status.code() == Some(2)
            && output.stdout.is_empty()
            && error.starts_with("error: ")
            && error.contains(says)
            && help.is_some_and(|help| help.contains(tells));
        if !is_right {
            wrong.push(format!(
                "brief {line}\n  wanted: {says}\n  wanted: {tells}\n{stderr}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(project.files(), before);
}

/// A file that is not there does not keep the others from being read.
#[test]
fn the_file_that_was_meant_is_named() {
    let project = project().file("content/harbour-works.yaml", SOUND);
    for (line, tells) in [
        (
            "check content/harbor-works.yaml",
            "did you mean `content/harbour-works.yaml`?",
        ),
        (
            "check content/harbour-works",
            "did you mean `content/harbour-works.yaml`?",
        ),
        (
            "check harbour-works.yaml",
            "did you mean `content/harbour-works.yaml`?",
        ),
        (
            "check harbour-works",
            "did you mean `content/harbour-works.yaml`?",
        ),
        ("check b.yml", "did you mean `content/b.yaml`?"),
        (
            "check weather-in-spring.yaml",
            "name a file that is there; `brief new NAME` starts one",
        ),
        (
            "publish",
            "name a file that is there; `brief help` lists all commands",
        ),
        (
            "export --to csv harbour-works.yaml",
            "did you mean `content/harbour-works.yaml`?",
        ),
        (
            "verify --snapshots empty harbour-works.yaml",
            "did you mean `content/harbour-works.yaml`?",
        ),
    ] {
        let run = project.run(line).code(2);
        let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(
            stderr.contains(&format!(" = help: {tells}\n")),
            "{line}\n{stderr}"
        );
    }
}
