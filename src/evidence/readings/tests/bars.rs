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
