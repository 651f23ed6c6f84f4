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

/// As Chromium 156 draws them.
#[test]
fn colours_that_depend_on_that_of_letters_are_read() {
    let page = |css: &str| format!("<!doctype html><style>{css}</style><div><p>words</div>");
    for css in [
        "p{color:#fff;background:currentColor}",
        "p{color:#123;background-color:CURRENTCOLOR!important}",
        "p{background:currentColor;color:#123}",
        "div{color:#123}p{background:currentColor}",
        "p{--c:currentColor;color:#222;background:var(--c)}",
        "p{color:#123;background:color-mix(in srgb,currentColor 100%,white)}",
        "p{color:#222;background:light-dark(currentColor,red)}",
        "div{color:#fff}p{color:color-mix(in srgb,currentColor 90%,white)}",
        "div{color:#fff}p{background:#fff;color:rgb(from currentColor r g b)}",
        "p{color:color-mix(in srgb,currentColor 4%,transparent)}",
        "p{color:#fff;-webkit-text-fill-color:color-mix(in srgb,currentColor 99%,#000)}",
        "p{color:#fff;background:#000;background:currentColor}",
        "p{color:AccentColor;background:accentcolor}",
        "p{color:Highlight;background-color:Highlight}",
    ] {
        assert!(!is_sure(&page(css)), "{css}");
    }
    for css in [
        "p{-webkit-text-fill-color:#222;color:#fff;background:currentColor}",
        "p{color:#123;background:color-mix(in srgb,currentColor 10%,white)}",
        "p{color:color-mix(in srgb,currentColor 70%,Canvas)}",
        "p{color:#123;background:currentColor;background:none}",
        "p{color:#123;background:currentColor bogus}",
        "p{color:#fff;background:currentColor url(a.png)}",
        "@media print{p{background:currentColor}}",
        "p{color:AccentColorText;background:AccentColor}",
    ] {
        assert!(is_sure(&page(css)), "{css}");
    }
}

#[test]
fn letters_of_less_than_a_tenth_of_a_colour_are_in_doubt() {
    for css in [
        "color:rgb(0 0 0/9%)",
        "color:#0000000d",
        "color:rgba(0,0,0,.07)",
        "background:#000;color:rgb(255 255 255/9%)",
        "background:url(a.png);color:rgb(0 0 0/9%)",
        "color:transparent;text-shadow:0 0 8px #000",
        "color:transparent;text-shadow:0 0 1px #fff",
        "color:transparent;text-shadow:0 0 1px transparent",
        "color:transparent;text-shadow:-9999px 0 1px #000",
        "color:transparent;text-shadow:0 0 1px",
        "color:transparent;-webkit-text-stroke:1px",
        "color:transparent;-webkit-text-stroke-width:1px",
        "color:#fff;text-shadow:0 1px 0 #fff",
        "-webkit-text-fill-color:rgb(0 0 0/9%)",
    ] {
        let page = format!("<style>p{{{css}}}</style><p>words");
        assert!(!is_sure(&page), "{css}");
    }
    for css in [
        "color:rgb(0 0 0/10%)",
        "color:#0000000d;text-shadow:0 0 1px #000",
        "color:transparent;text-shadow:0 0 9px #000, 1px 1px rgb(0 0 0 / 80%)",
        "color:#fff;text-shadow:0 0 4px #000",
        "color:transparent;-webkit-text-stroke:1px #000",
        "color:#0000000d;background:linear-gradient(red,blue);background-clip:text",
    ] {
        let page = format!("<style>p{{{css}}}</style><p>words");
        assert!(is_sure(&page), "{css}");
    }
    let drawing = "<svg><text fill='rgb(0 0 0/9%)'>words</text></svg>";
    assert_eq!(how(drawing, "words"), "hidden");
}

#[test]
fn a_first_letter_has_a_ground_of_its_own() {
    for (css, is_seen) in [
        ("p::first-letter{background:#000}", false),
        ("p::first-letter{color:#123;background:currentColor}", false),
        (
            "p{color:#fff;background:#000}p::first-letter{background:#fff}",
            false,
        ),
        ("p::first-letter{color:#fff;background:#000}", true),
        ("p::first-letter{background:url(a.png)}", true),
    ] {
        let page = format!("<style>{css}</style><p>words");
        assert_eq!(is_sure(&page), is_seen, "{css}");
    }
}

/// Each as Chromium shows it.
#[test]
fn filters_and_grounds_of_one_colour_that_melt_letters_are_in_doubt() {
    for css in [
        "filter:invert(1)",
        "filter:contrast(0) brightness(10)",
        "background:linear-gradient(#000,#000)",
        "color:contrast-color(black)",
        "font-size:1px;zoom:16",
        "container-type:size;overflow:hidden",
    ] {
        let page = format!("<!doctype html><p style='{css}'>words");
        assert!(!is_sure(&page), "{css}");
        assert_eq!(how(&page, "words"), "shown", "{css}");
    }
    for css in [
        "filter:brightness(1.1) contrast(1.2)",
        "filter:grayscale(1) invert(0) drop-shadow(0 0 2px #000)",
        "background:linear-gradient(#000,#fff)",
        "background:linear-gradient(#fff,#fff)",
        "background:linear-gradient(#000,#000) 0 100%/100% 1px no-repeat",
        "background:linear-gradient(#000,#000);background-size:100% 1px",
        "color:contrast-color(white)",
        "zoom:1.5",
        "container-type:inline-size",
    ] {
        let page = format!("<!doctype html><p style='{css}'>words");
        assert!(is_sure(&page), "{css}");
    }
}

/// Each as Chromium shows it.
#[test]
fn edges_and_inner_shadows_that_cover_letters_are_in_doubt() {
    for css in [
        "-webkit-text-stroke:8px #fff",
        "-webkit-text-stroke:30px",
        "-webkit-text-stroke:24px #000",
        "box-shadow:inset 0 0 0 2em #000",
        "box-shadow:inset 9999px 0 #000",
        "box-shadow:0 0 2px red,inset 0 -2em",
    ] {
        let page = format!("<!doctype html><p style='{css}'>words");
        assert!(!is_sure(&page), "{css}");
    }
    for css in [
        "-webkit-text-stroke:1px #fff",
        "-webkit-text-stroke:8px #c00",
        "font-size:120px;-webkit-text-stroke:3px #fff",
        "-webkit-text-stroke:6px #fff;paint-order:stroke",
        "box-shadow:inset 0 -.5em #fe0",
        "box-shadow:inset 0 0 0 1px #000",
        "box-shadow:0 0 0 2em #000",
        "box-shadow:inset 0 20px 20px -20px #000",
        "padding-bottom:40px;box-shadow:inset 0 -20px #000",
        "color:#fff;box-shadow:inset 0 0 0 2em #000;background:#333",
    ] {
        let page = format!("<!doctype html><p style='{css}'>words");
        assert!(is_sure(&page), "{css}");
    }
}
