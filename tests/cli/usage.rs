//! Arguments that are understood, and those that are refused.

use snapbox::{file, str};

use crate::project::{Project, SOUND};

#[test]
fn the_help_is_printed() {
    Project::new()
        .run("--help")
        .code(0)
        .stderr_eq("")
        .stdout_eq(file!["help.txt"]);
}

#[test]
fn the_version_is_printed() {
    Project::new()
        .run("--version")
        .code(0)
        .stderr_eq("")
        .stdout_eq(str![[r#"
brief 0.1.0

"#]]);
}

#[test]
fn the_help_of_a_command_is_printed() {
    Project::new()
        .run("build --help")
        .code(0)
        .stderr_eq("")
        .stdout_eq(str![[r#"
Make a page of each file

Usage: brief build [OPTIONS] [FILE]...

Arguments:
  [FILE]...
          Files, folders, or patterns such as 'desk/**/*.yaml'; `-` is standard input
          [default: the briefs in content]

Options:
      --deny <WHAT>
          Treat these problems as errors

          Possible values:
          - warnings: Every warning

      --format <FORMAT>
          How to report problems; for machines, `build` does so on standard error

          Possible values:
          - human:  With excerpts, for people
          - json:   As one JSON document, for editors
          - sarif:  As SARIF 2.1.0, for code-scanning views
          - github: As workflow commands, for annotations in pull requests
          
          [default: human]

  -o, --output <OUT>
          The page's file, or a folder for several pages; `-` is standard output
          [default: dist/<name>.html; for standard input, standard output]

      --large-print
          Set the page in large print

      --templates <DIR>
          Take templates from this folder, where it has them

      --static <DIR>
          Take style sheets from this folder, where it has them

      --locales <DIR>
          Take words from this folder, where it has them: a file a language, such as uk.ftl. Forms
          for programs take no words from it

      --draft
          Make the page though texts are still to be written: TODO stands in their place

      --no-source
          Leave the sources out of the page: the brief with its comments, what it includes, its lock
          and the editions before it. Without them nobody can audit the page

      --watch
          Stay, and build again what changes: a file, its evidence, a template, a style sheet

      --color <WHEN>
          When to use colours

          Possible values:
          - auto:   On a terminal, unless `NO_COLOR` is set
          - always: Always
          - never:  Never
          
          [default: auto]

  -h, --help
          Print help (see a summary with '-h')

"#]]);
}

#[test]
fn unknown_options_and_misplaced_ones_are_refused() {
    let project = Project::new().file("a.yaml", SOUND);
    project.run("build --colour a.yaml").code(2).stdout_eq("");
    project
        .run("--large-print check a.yaml")
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: options go after the command
 |
 = help: write `brief COMMAND [OPTIONS]`; without a command, `brief` builds

"#]]);
    project.run("check a.yaml --large-print").code(2);
    assert_eq!(project.files(), ["a.yaml"]);
}

#[test]
fn without_a_file_there_must_be_content() {
    Project::new().run("").code(2).stderr_eq(str![[r#"
error: no file is named, and `content` cannot be read: No such file or directory (os error 2)
 |
 = help: name the file to read

"#]]);
    Project::new()
        .file("content/a.evidence.yaml", "")
        .run("check")
        .code(2)
        .stderr_eq(str![[r#"
error: no file is named, and there is no `*.yaml` in `content`
 |
 = help: name the file to read

"#]]);
}

#[test]
fn a_file_is_given_once() {
    let project = Project::new().file("a.yaml", SOUND);
    project
        .run("check a.yaml ./a.yaml")
        .code(2)
        .stderr_eq(str![[r#"
error: `./a.yaml` is given twice
 |
 = help: name each file once

"#]]);
    project.run("check absent.yaml ./absent.yaml").code(2);
    project.pipe(SOUND, "check - -").code(2);
}

/// Who writes a pattern did not name what a linked folder holds a second time.
#[cfg(unix)]
#[test]
fn a_pattern_means_a_file_once() {
    let project = Project::new().file("content/2025/a.yaml", SOUND);
    std::os::unix::fs::symlink("2025", project.path("content/1-latest")).unwrap();
    project
        .run("check content/**/*.yaml")
        .code(0)
        .stdout_eq("")
        .stderr_eq(str![[r#"
no problems in content/2025/a.yaml

"#]]);
    project
        .run("check content/**/*.yaml content/1-latest/a.yaml")
        .code(2);
}

#[test]
fn several_pages_need_a_folder() {
    let project = Project::new().file("a.yaml", SOUND).file("b.yaml", SOUND);
    project
        .run("a.yaml b.yaml -o page.html")
        .code(2)
        .stderr_eq(str![[r#"
error: several pages need a folder, and `page.html` is none
 |
 = help: to have the folder made, write `--output page.html/`

"#]]);
    project
        .run("a.yaml b.yaml -o -")
        .code(2)
        .stderr_eq(str![[r#"
error: several pages cannot go to standard output
 |
 = help: name a folder: `--output pages/`

"#]]);
    assert_eq!(project.files(), ["a.yaml", "b.yaml"]);
}

#[test]
fn two_inputs_may_not_share_a_page() {
    let project = Project::new()
        .file("x/a.yaml", SOUND)
        .file("y/a.yaml", SOUND);
    project.run("x/a.yaml y/a.yaml").code(2).stderr_eq(str![[r#"
error: `x/a.yaml` and `y/a.yaml` would both be written to `dist/a.html`
 |
 = help: build them apart, each with `--output`

"#]]);
    assert_eq!(project.files(), ["x/a.yaml", "y/a.yaml"]);
}

#[test]
fn an_input_is_never_written_over() {
    let project = Project::new().file("a.yaml", SOUND);
    project
        .run("a.yaml -o ./a.yaml")
        .code(2)
        .stderr_eq(str![[r#"
error: the page would be written over the input `./a.yaml`
 |
 = help: name another file: `--output page.html`

"#]]);
    assert_eq!(project.read("a.yaml"), SOUND);
}
