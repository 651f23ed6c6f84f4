use super::marks::marks;
use crate::evidence::tests::{MARKED_UP, look};
use crate::model::Check;

const QUOTE: &str = "We will begin the works in the spring.";

#[test]
fn several_marks_at_once_make_nothing_absent() {
    for text in [
        // Wikis
        "We will '''begin''' the [[Work (physics)|works]]<ref name=\"a\">{{cite web|title=x}}</ref> in the&nbsp;spring.",
        "We will begin {{lang|en|the works}} in the {{nowrap|spring}}.",
        "We will begin the works{{citation needed|date=May 2025}} in the ''[[spring]]''.{{sfn|Ann|2025|p=12}}",
        "We will begin the works{{sfn|Ann|2025|p=12}} in the spring.",
        "We will **begin** the [[ns:works|works]] in the //spring//.",
        "We will begin the [works|https://x.example] in *the* spring.",
        "We will _begin_ the \"works\":https://x.example in *the* spring.",
        "{color:red}We will{color} begin the [~ann] [works|https://x.example] in the {{spring}}.",
        "We will begin the works [[Page S1234]] in the ''spring''.",
        // Chats
        "[{\"text\": \"We will *begin* the <https://x.example|works> in _the_ spring.\"}]",
        "[{\"text\": \"We <@U12345> will begin :tada: the works in the ~old~ spring.\"}]"
            .replace("~old~ ", "")
            .as_str(),
        // Markup for writers
        "We will *begin* the `works <https://x.example>`_ in the spring. [1]_",
        "We will :emphasis:`begin` the works [1]_ in the **spring**.",
        "We will /begin/ the [[https://x.example][works]][fn:1] in the *spring*.",
        "We will *begin* the https://x.example[works]footnote:[So it was not said.] in the spring.",
        "We will **begin** the [works](https://x.example \"a title\")[^1] in the [spring]{.mark}.",
        "We will \\emph{begin} the \\href{https://x.example}{works} in the spring.\\footnote{x}",
        "We will\\footnote{It did not.} \\textbf{begin} the works~in the \\emph{spring}.",
        "We will begin the works in the spring\\footnote{It did not.}.",
        "We will begin *the* works in the spring <@U12345>.",
        // Terminals
        "We will \u{1B}]8;;https://x.example\u{1B}\\begin\u{1B}]8;;\u{1B}\\ the \u{1B}[1mworks\u{1B}[0m in the spring.",
        // HTML in JSON
        "{\"t\": \"<p>We will begin the works<sup>[1]</sup> in the spring.</p>\"}",
        "{\"t\": \"<p>We will begin the works<sup id=\\\"a\\\"><a href=\\\"#b\\\"><span>&#91;</span>1<span>&#93;</span></a></sup> in <i>the</i> spring.</p>\"}",
    ] {
        assert_eq!(look(text, QUOTE), MARKED_UP, "{text}");
        for other in [
            "We will not begin the works in the spring.",
            "We will begin the works in the autumn.",
            "We will begin works in the spring.",
            "We begin the works in the spring.",
        ] {
            assert_eq!(look(text, other).0, Check::Absent, "{other} in {text}");
        }
    }
}

#[test]
fn letters_that_tex_writes_by_commands_make_nothing_absent() {
    for (text, quote) in [
        (
            "Nous commencerons l'\\'et\\'e, co\\^ute que co\\^ute.",
            "Nous commencerons l'été, coûte que coûte.",
        ),
        (
            "Die Br\\\"ucke im Hafen wird im Fr{\\\"u}hling \\emph{gro{\\ss}} gebaut.",
            "Die Brücke im Hafen wird im Frühling groß gebaut.",
        ),
        (
            "``We will begin the works in the spring'', she said --- and so on~then.",
            "“We will begin the works in the spring”, she said — and so on then.",
        ),
    ] {
        assert_eq!(look(text, quote), MARKED_UP, "{text}");
    }
}

/// What negates is never left out, nor are words by themselves.
#[test]
fn words_are_no_marks() {
    for text in [
        "We will *not* begin the works in the spring.",
        "We will [not] begin the works in the spring.",
        "We will {not} begin the works in the spring.",
        "We will (not) begin the works in the spring.",
        "We will :not: begin the works in the spring.",
        "We will {{lang|en|not}} begin the works in the spring.",
        "We will [[not|not]] begin the works in the spring.",
        "We will [[https://x.example][not]] begin the works in the spring.",
        "We will [[https://x.example][soon]] begin the works in the spring.",
        "We will \\emph{not} begin the works in the spring.",
        "We will \\emph{soon} begin the works in the spring.",
        "We will <b>not</b> begin the works in the spring.",
        "We will [[soon]] begin the works in the spring.",
        "We will begin (so they say) the works in the spring.",
        "We will begin the works, in the spring.",
        "We will begin - the works in the spring.",
        "We will begin the works\n**Ann:** in the spring.",
        "We will begin the works/jobs in the spring.",
        "| We will begin | the works in the spring. |",
        "We will begin the 1/2 works in the spring.",
    ] {
        assert_eq!(look(text, QUOTE).0, Check::Absent, "{text}");
    }
    for text in [
        "It’s and/or 1/2, 3 < 4, 5*6, a ~ b, 10^6, rose +5 to ~7, at 5:30, \"so\".",
        "He said (it was not) so; it's theirs' & ours.",
        "",
    ] {
        assert!(marks(text).is_empty(), "{text}: {:?}", marks(text));
    }
}

#[test]
fn there_are_no_more_marks_than_the_text_has_characters() {
    for mark in [
        "[",
        "]",
        "[a|",
        "{{",
        "}}",
        "{1}",
        "<",
        "<b>",
        "''",
        "\\a{",
        "\":http://a",
        ":a:",
        "((",
        "))",
    ] {
        let count = |marks_in_all: usize| marks(&mark.repeat(marks_in_all)).len();
        assert!(count(20_000) <= 2 * count(10_000) + 4_000, "{mark}");
    }
}
