//! What a person reads in the terminal.

use brief::diagnostics::terminal::{Style, render, summary};
use brief::diagnostics::{Diagnostic, Diagnostics, Included, NamedText, Place, Span};

use super::sample::{self, rule};
use crate::golden::assert_golden;

const NAME: &str = "content/ukraine.yaml";

fn plain(text: &str, diagnostics: &Diagnostics) -> String {
    render(
        NamedText {
            name: NAME,
            text,
            included: &[],
        },
        diagnostics,
        Style::Plain,
    )
}

fn fault(place: Place) -> Diagnostics {
    sample::list([Diagnostic::new(rule("wrong-type"), place, "a fault").label("here")])
}

#[test]
fn errors_and_warnings_show_their_place_and_the_way_out() {
    let actual = plain(sample::TEXT, &sample::mixed());
    assert_golden("tests/golden/diagnostics/terminal/mixed.txt", &actual);
}

#[test]
fn styles_are_escape_sequences() {
    let input = NamedText {
        name: NAME,
        text: sample::TEXT,
        included: &[],
    };
    let actual = render(input, &sample::mixed(), Style::Styled);
    assert_golden("tests/golden/diagnostics/terminal/styled.txt", &actual);
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let text = format!(
        "says: {}fault{}\n",
        "before ".repeat(900),
        " after".repeat(900)
    );
    let actual = plain(&text, &fault(sample::place(&text, "fault", 0)));
    assert_golden("tests/golden/diagnostics/terminal/long-line.txt", &actual);
}

#[test]
fn hidden_characters_of_the_input_are_shown_and_escapes_are_disarmed() {
    let text = "says: \u{1b}[31mred\u{1b}]0;title\u{7} \u{202e}right\u{200b} \u{9b}1m\r\n\tb: x\n";
    let name = "evil\u{1b}[2J\n.yaml";
    let diagnostics = sample::list([Diagnostic::new(
        rule("unsafe-character"),
        sample::place(text, "\u{202e}", 0),
        "a hidden \u{1b}[1mcharacter\nerror[fake]: no",
    )
    .label("this \u{202e}one\u{1b}[0m")
    .also(sample::place(text, "b", 0), "tab before")
    .help("remove \u{200b}\u{1b}[5m")]);
    let actual = render(
        NamedText {
            name,
            text,
            included: &[],
        },
        &diagnostics,
        Style::Plain,
    );
    assert_golden("tests/golden/diagnostics/terminal/hidden.txt", &actual);
    let passes = |char: char| char == '\n' || !char.is_control();
    assert!(actual.chars().all(passes));
    assert!(!actual.contains(['\u{202e}', '\u{200b}']));
}

#[test]
fn what_differs_in_its_place_alone_is_told_together() {
    let text = "a: x\nb: x\nc: x\nd: x\ne: y\n";
    let of = |lines: &[(usize, &str)]| {
        let all = lines.iter().map(|(line, message)| {
            let at = line * 5 + 3;
            Diagnostic::new(
                rule("wrong-type"),
                Place::At(Span::new(at, at + 1)),
                *message,
            )
        });
        let diagnostics = sample::list(all);
        let included = [Included {
            name: "desk.yaml".to_owned(),
            start: 15,
        }];
        let input = NamedText {
            name: NAME,
            text,
            included: &included,
        };
        render(input, &diagnostics, Style::Plain)
    };
    let few = of(&[(0, "a fault"), (1, "a fault"), (2, "a fault")]);
    assert_eq!(few.matches("error[wrong-type]").count(), 3, "{few}");
    let several = of(&[
        (0, "a fault"),
        (1, "a fault"),
        (2, "a fault"),
        (3, "a fault"),
        (4, "another"),
    ]);
    assert_eq!(several.matches("a fault").count(), 1, "{several}");
    assert!(
        several.contains("note: the same in 3 more places: 2:4, 3:4, content/desk.yaml:1:4"),
        "{several}"
    );
    assert_eq!(several.matches("another").count(), 1, "{several}");
    assert!(several.contains("5 errors in"), "{several}");
}

#[test]
fn no_place_makes_the_renderer_panic() {
    let text = "é: 1\r\n\r\n😀";
    for start in 0..text.len() + 3 {
        for end in start..text.len() + 3 {
            let shown = plain(text, &fault(Place::At(Span::new(start, end))));
            assert!(
                shown.contains("error[wrong-type]: a fault"),
                "{start}..{end}"
            );
        }
    }
    assert!(plain("", &fault(Place::At(Span::new(0, 0)))).contains(":1:1"));
}

#[test]
fn the_summary_counts_in_english() {
    let error = || Diagnostic::new(rule("syntax"), Place::Whole, "");
    let warning = || Diagnostic::new(rule("loaded-verb"), Place::Whole, "");
    let summary = |list: Vec<Diagnostic>| summary("a.yaml", &sample::list(list));
    assert_eq!(summary(vec![]), None);
    assert_eq!(summary(vec![error()]).unwrap(), "1 error in a.yaml");
    assert_eq!(
        summary(vec![error(), error(), warning()]).unwrap(),
        "2 errors, 1 warning in a.yaml"
    );
    assert_eq!(
        summary(vec![warning(), warning()]).unwrap(),
        "2 warnings in a.yaml"
    );
}
