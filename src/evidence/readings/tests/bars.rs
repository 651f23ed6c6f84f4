//! Bars over words, as Chromium 156 draws them.

use super::found;

const QUOTE: &str = "We will begin the works in the spring.";

/// A page with something in a sentence.
fn page(between: &str) -> String {
    format!("<p>We will {between} begin the works in the spring.</p><p>Others say so.")
}

#[test]
fn a_quote_over_a_bar_cannot_be_checked() {
    for bar in [
        "<b style='background:#000;color:transparent'>not</b>",
        "<b style='background:#000;color:rgba(0,0,0,0)'><i>not</i></b>",
        "<b style='background:#000'><i style='opacity:0'>not</i></b>",
        "<b style='background:#000'><i style='visibility:hidden'>not</i></b>",
        "<b style='background:#000;display:inline-block'><i style='filter:opacity(0)'>not</i></b>",
        "<b style='background:var(--bar,#000);color:transparent'>not</b>",
        "<mark style='color:transparent'>not</mark>",
        "<b style='-webkit-text-security:disc'>not</b>",
    ] {
        let page = page(bar);
        assert_eq!(found(&page, QUOTE), "cannot-check unsure", "{page}");
        let whole = QUOTE.replace("will", "will not");
        assert_eq!(found(&page, &whole), "cannot-check hidden", "{page}");
        let beside = "begin the works in the spring.";
        assert_eq!(found(&page, beside), format!("exact {beside}"), "{page}");
    }
    let page = "<style>.m{background-color:rgba(255,255,255,.1)}.m.h{background-color:#202225;color:rgba(0,0,0,0)}</style>\
        <body style='background:#36393e;color:#dcddde'><div>We will <span class='m h'>not</span> begin the works in the spring.</div>";
    assert_eq!(found(page, QUOTE), "cannot-check unsure");
}

#[test]
fn hidden_words_without_a_ground_are_no_bar() {
    for hidden in [
        "<b style='display:none;background:#000'>not</b>",
        "<b style='background:#000;visibility:hidden'>not</b>",
        "<b style='background:#000;opacity:0'>not</b>",
        "<b style='background:#fff;color:transparent'>not</b>",
        "<b style='background:none;color:transparent'>not</b>",
        "<b style='background:#000'><i style='opacity:0'>#</i></b>",
        "<b style='background:#000'><i style='display:none'>not</i></b>",
        "<b style='position:absolute;background:#000;color:transparent'>not</b>",
        "<a href=x style='opacity:0'>not</a>",
    ] {
        let page = page(hidden);
        assert_eq!(found(&page, QUOTE), format!("exact {QUOTE}"), "{page}");
    }
    let page = "<main style='background:#fff;display:flex'><p>We will <i style='visibility:hidden'>not</i> begin the works in the spring.";
    assert_eq!(found(page, QUOTE), format!("exact {QUOTE}"));
    let page =
        "<p>We <mark>will <b style='background:#ff0'>begin</b></mark> the works in the spring.";
    assert_eq!(found(page, QUOTE), format!("exact {QUOTE}"));
}

#[test]
fn a_quote_over_a_bar_without_words_cannot_be_checked() {
    for (css, bar) in [
        (
            "",
            "<i style='display:inline-block;width:60px;height:1em;background:#000'></i>",
        ),
        ("", "<i style='background:#000;padding:0 30px'></i>"),
        (
            "",
            "<i style='background:#ccc'>&nbsp;&nbsp;&nbsp;&nbsp;</i>",
        ),
        ("", "<mark>&nbsp;&nbsp;&nbsp;&nbsp;</mark>"),
        (
            "i::before{content:'';display:inline-block;width:4em;height:1em;background:#000}",
            "<i></i>",
        ),
    ] {
        let page = format!("<style>{css}</style>{}", page(bar));
        assert_eq!(found(&page, QUOTE), "cannot-check unsure", "{page}");
        let beside = "begin the works in the spring.";
        assert_eq!(found(&page, beside), format!("exact {beside}"), "{page}");
    }
}

/// Whatever stands between the words and the bar.
#[test]
fn bars_stand_beside_words_in_elements_of_their_own() {
    let bar = "<i style='display:inline-block;width:60px;height:1em;background:#000'></i>";
    for between in [
        format!("<a href=x>will</a> {bar} <b>begin</b>"),
        format!("will<!-- a --> {bar}<!-- b --> begin"),
        format!("will <b>{bar}</b> begin"),
        "will <b style='background:#000;white-space:pre'>      </b> begin".to_owned(),
    ] {
        let page = format!("<p>We {between} the works in the spring.");
        assert_eq!(found(&page, QUOTE), "cannot-check unsure", "{page}");
    }
}

#[test]
fn signs_and_lines_on_grounds_are_no_bars() {
    for (css, sign) in [
        (
            "",
            "<i style='display:inline-block;width:16px;height:16px;background:#c00'></i>",
        ),
        (
            "",
            "<i style='display:inline-block;width:40px;height:40px;background:#ccc'></i>",
        ),
        (
            "",
            "<i style='display:inline-block;width:60px;height:2px;background:#000'></i>",
        ),
        (
            "",
            "<i style='display:inline-block;width:60px;height:1em;background:#000;mask:url(a.svg)'></i>",
        ),
        (
            "",
            "<i style='display:inline-block;width:60px;height:1em;border-bottom:1px solid'></i>",
        ),
        (
            "",
            "<i style='background:#000;padding:0 30px'><img src=a.png></i>",
        ),
        ("i::after{content:'';display:table;clear:both}", "<i></i>"),
    ] {
        let page = format!("<style>{css}</style>{}", page(sign));
        assert_eq!(found(&page, QUOTE), format!("exact {QUOTE}"), "{page}");
    }
}

#[test]
fn a_ground_that_a_style_sheet_adds_over_words_hides_them() {
    let page = |css: &str| {
        format!(
            "<style>b{{position:relative}}b::after{{content:'';position:absolute;{css}}}</style><p><b>{QUOTE}</b>"
        )
    };
    for css in [
        "inset:0;background:#000",
        "left:0;top:0;width:100%;height:100%;background:#000",
        "right:0;width:100%;top:0;bottom:0;background:#fff",
        "inset:-1px;background:linear-gradient(#000,#000)",
    ] {
        assert_eq!(found(&page(css), QUOTE), "cannot-check unsure", "{css}");
    }
    for css in [
        "inset:0",
        "inset:0;background:#ff0;z-index:-1",
        "inset:0;background:rgb(0 0 0/10%)",
        "inset:0;background:#000;opacity:0",
        "inset:0;background:#000;opacity:.5",
        "inset:0;background:#000;visibility:hidden",
        "inset:0;background:#000;content:none",
        "inset:0;background:#000;height:2px",
        "inset:0;background:#000;transform:translateY(100%)",
        "left:0;bottom:0;width:100%;height:2px;background:#000",
    ] {
        assert_eq!(found(&page(css), QUOTE), format!("exact {QUOTE}"), "{css}");
    }
}
