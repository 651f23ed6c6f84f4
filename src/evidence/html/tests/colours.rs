use super::super::read;
use super::how;

/// Says whether words are shown for sure.
fn is_sure(html: &str) -> bool {
    let shown = read(html).shown;
    shown.text.contains("words") && shown.doubtful.is_empty()
}

/// As Chromium 156 draws them.
#[test]
fn letters_that_nobody_can_tell_from_their_ground_are_in_doubt() {
    let page = |css: &str| format!("<style>p{{{css}}}</style><p>words");
    for css in [
        "color: #fffffe",
        "color: snow",
        "color: #fafafa",
        "color: Canvas",
        "color: lab(100 0 0)",
        "color: color-mix(in srgb, white, white)",
        "color: rgb(from white r g b)",
        "color: light-dark(#fff, #000)",
        "color: rgb(255 255 255 / .99)",
        "color: rgb(0 0 0 / .02)",
        "background: #050505; color: #000",
        "background: rgb(0 0 0 / .04); color: #f5f5f5",
        "color: #fff; color: bogus",
        "color: #fff; background: #fff; background: bogus",
        "all: unset; display: block; color: #fff",
        "all: initial; color: white",
        "all: revert; color: white",
        "color: #fff; background: #000; background: none",
        "color: #fff; background: #000; background-color: transparent",
        "color: #fff; background: url(a.png); background-image: none",
        "color: #000; -webkit-text-fill-color: #fff",
        "-webkit-text-fill-color: currentcolor; color: #fff",
    ] {
        assert!(!is_sure(&page(css)), "{css}");
    }
    for css in [
        "color: #eee",
        "color: #f5f5f5",
        "color: #ffff00",
        "color: rgb(0 0 0 / .1)",
        "color: color-mix(in srgb, white 50%, black)",
        "color: color-mix(in srgb, currentcolor 50%, white)",
        "color: light-dark(#000, #fff)",
        "color: CanvasText",
        "color: #fff; background: #00f",
        "color: red; background: #00ff00",
        "color: #fff; background: rgb(0 0 0 / .5)",
        "color: #fff; background: lab(0 0 0)",
        "color: #fff; background: rgb(calc(1) 2 3)",
        "color: #fff; background: #000; background: bogus",
        "color: #fff; background-color: var(--none)",
        "color: #fff; background: none; background: #000",
        "color: #fff; background: none; background-image: url(a.png)",
        "color: #fff; -webkit-text-fill-color: #000",
        "color: #fff; all: unset",
        "all: unset; color: #333",
        "color: oklch(0.4 0.1 20)",
    ] {
        assert!(is_sure(&page(css)), "{css}");
    }
}

#[test]
fn letters_are_black_and_paper_is_white_where_nothing_else_is_said() {
    for html in [
        "<p style='background:#000'>words",
        "<body style='background:black'><p>words",
        "<p><span style='background:#010101'>words</span>",
        "<style>:root{color-scheme:light dark}</style><p style='background:#000'>words",
        "<body text=white><p style='all:initial;display:block;background:#000'>words",
    ] {
        assert!(!is_sure(html), "{html}");
    }
    for html in [
        "<style>:root{color-scheme:dark}</style><p style='color:#fff'>words",
        "<style>:root{color-scheme:only dark}</style><body style='background:#000'>words",
        "<meta name=color-scheme content=dark><p style='color:#fff'>words",
        "<link rel=stylesheet href=a.css><p style='background:#000'>words",
        "<body style='background:#000'><a href=x>words</a>",
        "<body style='background:#000'><button>words</button>",
        "<body style='background:#000'><dialog open>words</dialog>",
        "<body style='background:#000;color:#ccc'><p>words",
        "<body style='background:#000'><p style='color:var(--ink)'>words",
        "<body style='background:#222'><p>words",
    ] {
        assert!(is_sure(html), "{html}");
    }
}

#[test]
fn letters_keep_the_colour_that_they_are_filled_with() {
    for (css, told) in [
        ("div{-webkit-text-fill-color:transparent}", "hidden"),
        (
            "div{-webkit-text-fill-color:transparent}p{color:#000}",
            "hidden",
        ),
        (
            "div{-webkit-text-fill-color:transparent}p{-webkit-text-fill-color:initial}",
            "shown",
        ),
        (
            "div{-webkit-text-fill-color:transparent}p{all:initial}",
            "shown",
        ),
        (
            "div{color:transparent;background:linear-gradient(red,blue);background-clip:text}",
            "shown",
        ),
        ("p{all:unset;color:transparent}", "hidden"),
        ("p{color:oklch(1 0 0/0)}", "hidden"),
        ("p{color:color-mix(in srgb,transparent 100%,red)}", "hidden"),
    ] {
        let html = format!("<style>{css}</style><div><p>words</div>");
        assert_eq!(how(&html, "words"), told, "{css}");
    }
}

#[test]
fn colours_that_a_machine_chooses_accuse_nobody() {
    for sheet in [
        "p{color:HighlightText;background:Highlight}",
        "p{color:#fff;background:AccentColor}",
        "p{color:AccentColorText}",
    ] {
        assert!(
            is_sure(&format!("<!doctype html><style>{sheet}</style><p>words")),
            "{sheet}"
        );
    }
}
