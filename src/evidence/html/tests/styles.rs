#![expect(clippy::format_collect, reason = "tests need no speed")]

use super::super::read;
use super::super::walk::steps;
use super::how;

type Page = (&'static str, fn(usize) -> String);

/// Whether a rule hides `<p id=i class="a b" data-x="One two" lang=en>`, first of three in a section
/// after a heading.
#[test]
#[expect(clippy::too_many_lines, reason = "a list of selectors")]
fn selectors_match_as_in_browsers() {
    let page = |sheet: &str| {
        format!(
            "<!doctype html><style>{sheet}</style><section class=s><h1>Head</h1><p id=i class='a b' data-x='One two' lang=en-GB>\
             words</p><p>two</p><p>three</p></section>"
        )
    };
    for selector in [
        "p",
        "P",
        "*",
        "#i",
        ".a",
        ".b.a",
        "p.a#i",
        "[data-x]",
        "[data-x='One two']",
        "[data-x~=two]",
        "[data-x^=On]",
        "[data-x$=wo]",
        "[data-x*='e t']",
        "[DATA-X='one TWO' i]",
        "section p",
        "section > p",
        ".s > .a",
        "h1 + p",
        "h1 ~ p",
        "body section.s #i",
        "p:first-of-type",
        "p:nth-child(2)",
        "p:nth-of-type(odd)",
        ":not(h1, section, body, html)",
        ":is(.a, .z)",
        ":where(.a)",
        "section:has(> .a) .a",
        ":root p",
        "h2, .a",
        "p:not(.z)",
        "p:nth-last-child(3)",
        "section :nth-child(2 of p, h1)",
        "p:enabled, p",
        "p:lang(en)",
        ":root p:dir(ltr)",
        "p:not(:lang(de))",
    ] {
        assert_eq!(
            how(&page(&format!("{selector}{{display:none}}")), "words"),
            "hidden",
            "{selector}"
        );
    }
    for selector in [
        ".A",
        "#I",
        ".z",
        "p p",
        "body > p",
        "p + h1",
        "p:hover",
        "p:last-child",
        "p::before",
        "a:link",
        "p:empty",
        "p:target",
        ".a:not(.b)",
        "p.a, p:unknown",
        "p..a",
        "h1:has(p)",
        "section::after p",
        "[data-x=one]",
        "p:lang(de)",
        "p:not(:lang(en))",
        "p:dir(rtl)",
        "div p",
    ] {
        assert_eq!(
            how(&page(&format!("{selector}{{display:none}}")), "words"),
            "shown",
            "{selector}"
        );
    }
}

#[test]
fn ids_and_classes_know_no_case_in_pages_for_old_browsers() {
    let html = "<style>.A{display:none}</style><p class=a>words";
    assert_eq!(how(html, "words"), "hidden");
    assert_eq!(how(&format!("<!doctype html>{html}"), "words"), "shown");
}

#[test]
fn the_heavier_rule_counts() {
    for (sheet, expected) in [
        ("#i{display:block} .a{display:none}", "shown"),
        (".a{display:none} p{display:block}", "hidden"),
        (".a{display:block} .a{display:none}", "hidden"),
        ("p{display:none!important} #i{display:block}", "hidden"),
        ("p{display:none} @media screen{p{display:block}}", "shown"),
        ("@media (max-width: 600px){p{display:none}}", "shown"),
        (
            "@media print, (min-width: 600px){p{display:none}}",
            "hidden",
        ),
        ("@supports (display: grid){p{display:none}}", "hidden"),
        ("@supports not (display: grid){p{display:none}}", "shown"),
        ("@layer a{#i{display:none}} p{display:block}", "shown"),
        (
            "@layer b, a; @layer a{p{display:none}} @layer b{#i{display:block}}",
            "hidden",
        ),
        (
            "@layer a{p{display:none!important}} #i{display:block!important}",
            "hidden",
        ),
        (
            "@layer a{@layer b{#i{display:block}} p{display:none}}",
            "hidden",
        ),
        (
            "@layer a.b{p{display:none}} @layer a{p{display:block}}",
            "shown",
        ),
        ("section{p{display:none}}", "hidden"),
        ("section{& > .a{display:none}}", "hidden"),
        (".a{display:none; @media print{display:block}}", "hidden"),
        (".a{display:none; @media screen{display:block}}", "shown"),
        ("p{display:none} p{display:revert}", "shown"),
        ("p{display:none} p{display:initial}", "shown"),
        ("section{display:none} p{display:block}", "hidden"),
        ("@import url(x.css); p{display:none}", "hidden"),
        ("@font-face{font-family:x} p{display:none}", "hidden"),
        ("p{color:red; nonsense; display:none", "hidden"),
        ("} p{display:none}", "shown"),
        ("<!-- p{display:none} -->", "hidden"),
        ("@unknown x; p{display:none}", "hidden"),
    ] {
        let html = format!(
            "<!doctype html><style>{sheet}</style><section><p id=i class=a>words</p></section>"
        );
        assert_eq!(how(&html, "words"), expected, "{sheet}");
    }
    let html = "<style>p{display:none!important}</style><p style='display:block'>words";
    assert_eq!(how(html, "words"), "hidden");
    let html = "<style>p{display:none!important}</style><p style='display:block!important'>words";
    assert_eq!(how(html, "words"), "shown");
}

/// Style sheets of many rules and pages of many elements are read in line with their length, or not
/// at all.
#[test]
fn style_sheets_take_steps_in_line_with_the_page() {
    let pages: &[Page] = &[
        ("classes", |n| {
            let rules: String = (0..n).map(|i| format!(".c{i}{{display:none}}")).collect();
            let elements: String = (0..n).map(|i| format!("<p class=c{i}>x")).collect();
            format!("<style>{rules}</style>{elements}")
        }),
        ("attributes", |n| {
            let rules: String = (0..n).map(|i| format!("[a{i}]{{display:none}}")).collect();
            format!("<style>{rules}</style>{}", "<p b=c>x".repeat(n))
        }),
        ("siblings", |n| {
            format!(
                "<style>.a ~ .b{{display:none}}</style>{}",
                "<p class=b>x".repeat(n)
            )
        }),
        ("ancestors", |n| {
            let rules: String = (0..n)
                .map(|i| format!(".a{i} .b{{display:none}}"))
                .collect();
            format!("<style>{rules}</style>{}", "<div class=b>x".repeat(n))
        }),
        ("has", |n| {
            format!(
                "<style>p:has(~ .z){{display:none}}</style>{}",
                "<p>x".repeat(n)
            )
        }),
        ("long classes", |n| {
            format!(
                "<style>.a .b{{display:none}}</style><div class='{}'>{}",
                "c ".repeat(n),
                "<p class=b>x".repeat(n)
            )
        }),
    ];
    for (name, page) in pages {
        let [once, twice] = [400, 800].map(|n| {
            let html = page(n);
            steps(&html, 2 * html.len() as u64)
        });
        assert!(twice < once * 5 / 2, "{name}: {once}, {twice}");
    }
}

/// What style sheets write at each element counts, however it is written.
#[test]
fn style_sheets_write_in_line_with_the_page() {
    let pages: &[Page] = &[
        ("text", |n| {
            let words = "y ".repeat(n);
            format!(
                "<style>b::before{{content:'{words}'}}</style>{}",
                "<b>x</b>".repeat(n)
            )
        }),
        ("after", |n| {
            let words = "y".repeat(n);
            format!(
                "<style>p::after{{content:'{words}'}}</style>{}",
                "<p>x".repeat(n)
            )
        }),
        ("attributes", |n| {
            let words = "y".repeat(n);
            let parts = "attr(t)".repeat(n);
            format!("<style>b::before{{content:{parts}}}</style><b t='{words}'>x</b>")
        }),
        ("variables", |n| {
            let words = "y".repeat(n);
            let sheet = format!("body{{--c:'{words}'}} b::before{{content:var(--c)}}");
            format!("<style>{sheet}</style>{}", "<b>x</b>".repeat(n))
        }),
        ("marks", |n| {
            let words = "y".repeat(n);
            format!(
                "<style>q{{quotes:'{words}' 'z'}}</style>{}",
                "<q>x</q>".repeat(n)
            )
        }),
        ("counters", |n| {
            let words = "y".repeat(n);
            let sheet =
                format!("@counter-style c{{symbols:'{words}'}} b::before{{content:counter(a,c)}}");
            format!("<style>{sheet}</style>{}", "<b>x</b>".repeat(n))
        }),
    ];
    for (name, page) in pages {
        let [once, twice] = [1_500, 3_000].map(|n| {
            let page = read(&page(n));
            let drawn = page.shown.drawn.iter().map(|drawn| drawn.words.len());
            assert!(page.is_unread, "{name}");
            drawn.sum::<usize>()
        });
        assert!(twice < once * 5 / 2, "{name}: {once}, {twice}");
    }
    let list = "<li>x".repeat(3_000);
    let page = format!("<style>li::before{{content:counter(item) '. '}}</style>{list}");
    assert!(!read(&page).is_unread);
}

/// What rules declare, and the values that custom properties stand for, count at each element.
#[test]
fn declarations_take_steps_in_line_with_the_page() {
    let pages: &[Page] = &[
        ("declared", |n| {
            format!(
                "<style>p{{{}}}</style>{}",
                "top:1px;".repeat(n),
                "<p>x".repeat(n)
            )
        }),
        ("custom", |n| {
            let all: String = (0..n).map(|i| format!("--a{i}:1;")).collect();
            format!("<style>p{{{all}}}</style>{}", "<p>x".repeat(n))
        }),
    ];
    for (name, page) in pages {
        let counts = [400, 800].map(|n| {
            let html = page(n);
            [html.len() as u64, steps(&html, 2 * html.len() as u64)]
        });
        let is_counted = counts.iter().all(|[length, steps]| *steps > *length);
        assert!(is_counted, "{name}: {counts:?}");
        assert!(counts[1][1] < counts[0][1] * 5 / 2, "{name}: {counts:?}");
    }
}

#[test]
fn a_page_that_asks_for_more_is_not_judged() {
    // A step for each rule at each element.
    let rules: String = (0..5_000)
        .map(|i| format!("[a{i}]{{display:none}}"))
        .collect();
    let html = format!("<style>{rules}</style>{}", "<p>x".repeat(5_000));
    assert!(read(&html).is_unread);
}

/// Stripes of a long table: what selectors count once is not counted at each element.
#[test]
fn siblings_are_counted_once() {
    for rule in ["p:nth-child(2n+1) ~ p", "p:nth-last-of-type(odd) + p"] {
        let html = format!("<style>{rule}{{color:red}}</style>{}", "<p>x".repeat(4_000));
        assert!(!read(&html).is_unread, "{rule}");
    }
}

#[test]
fn rules_in_each_other_end() {
    for rule in [":not(&):not(&){", "&, &{", "p, i{"] {
        let nested = |deep| format!("<style>p{{{}display:none", rule.repeat(deep));
        assert!(!read(&(nested(3) + "</style><p>x")).is_unread, "{rule}");
        assert!(read(&(nested(70) + "</style><p>x")).is_unread, "{rule}");
    }
    assert_eq!(
        how("<style>p{&{display:none}}</style><p>words", "words"),
        "hidden"
    );
}

#[test]
fn frames_share_the_steps_of_their_page() {
    let rules: String = (0..1_500)
        .map(|i| format!("[a{i}]{{display:none}}"))
        .collect();
    let page = format!("<style>{rules}</style>{}", "<p>x".repeat(1_500));
    assert!(!read(&page).is_unread);
    let frame = format!("<iframe srcdoc='{page}'></iframe>");
    assert!(!read(&frame).is_unread);
    assert!(read(&frame.repeat(6)).is_unread);
}

#[test]
fn frames_share_the_nodes_of_their_page() {
    // Formatting that crosses blocks makes many nodes of few bytes.
    let formats: String = (0..70).map(|i| format!("<b id={i}>")).collect();
    let frame = format!("<p>{formats}{}", "<p>x".repeat(70));
    assert!(!read(&format!("<iframe srcdoc='{frame}'></iframe>")).is_unread);
    let frames = format!("<iframe srcdoc='{frame}'></iframe>").repeat(30);
    assert!(read(&frames).is_unread);
}

/// Browsers take the sheets of one title, and those without one.
#[test]
fn sheets_of_another_title_say_nothing() {
    for (sheets, is_shown) in [
        (
            "<style title=A>b{}</style><style title=B>p{display:none}</style>",
            true,
        ),
        (
            "<style title=A>p{display:none}</style><style title=B>b{}</style>",
            false,
        ),
        (
            "<style title=A>b{}</style><style title=A>p{display:none}</style>",
            false,
        ),
        (
            "<style title=A>b{}</style><style>p{display:none}</style>",
            false,
        ),
    ] {
        let page = format!("{sheets}<p>words");
        let shown = if is_shown { "shown" } else { "hidden" };
        assert_eq!(how(&page, "words"), shown, "{sheets}");
    }
}
