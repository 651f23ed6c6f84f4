//! How CSS writes colours.

use cssparser::Parser;

use super::super::super::colour::Colour;
use super::super::declared::Value;
use super::{background, colour, of_attribute};

const WHITE: Value = Value::Colour(Colour([255; 4]));

fn of(css: &str) -> Option<Value> {
    colour(&mut Parser::new(css)).ok()
}

#[test]
fn ways_to_write_a_colour_are_one() {
    for css in [
        "white",
        "#FFF",
        "#ffffff",
        "#ffff",
        "rgb(255, 255, 255)",
        "rgb(100% 100% 100% / 1)",
        "rgb( /* x */ 255 255 255)",
        "hsl(210 40% 100%)",
        "hsla(0, 0%, 100%, 1)",
        "hwb(0 100% 0%)",
        "lab(100 0 0)",
        "LCH(100% 0 0)",
        "oklab(1 0 0)",
        "oklch(1 0 none)",
        "color(srgb 1 1 1)",
        "color(display-p3 1 1 1)",
        "Canvas",
        "light-dark(#fff, #000)",
        "color-mix(in srgb, white, white)",
        "color-mix(in oklch shorter hue, white 100%, red)",
        "color-mix(white 100%, red 0%)",
        "rgb(from white r g b)",
        "hsl(from #fff h s l)",
        "oklch(from white l c h / alpha)",
        "color(from white srgb r g b)",
        "color(from white xyz x y z)",
        "rgb(from red 255 255 255)",
        "contrast-color(black)",
        "contrast-color(#333)",
    ] {
        assert_eq!(of(css), Some(WHITE), "{css}");
    }
}

#[test]
fn clear_mixed_and_odd_colours_are_told_apart() {
    for css in [
        "transparent",
        "#0000",
        "#fff0",
        "rgba(0,0,0,0)",
        "rgb(none none none/0)",
        "hsl(0 0% 0% / 0)",
        "oklch(1 0 0 / 0)",
        "color-mix(in srgb, transparent 100%, red)",
        "color-mix(in srgb, red 0%, transparent)",
        "rgb(from red r g b / 0)",
    ] {
        let is_clear = matches!(of(css), Some(Value::Colour(colour)) if colour.is_clear());
        assert!(is_clear, "{css}");
    }
    let grey = of("color-mix(in srgb, white, black)");
    assert_eq!(grey, Some(Value::Colour(Colour([128, 128, 128, 255]))));
    let deep = "color-mix(in srgb, white, ".repeat(10_000);
    for css in [
        "rgb(calc(1) 2 3)",
        "color-mix(in srgb, currentcolor, red)",
        "url(#a)",
        &deep,
    ] {
        assert_eq!(of(css), Some(Value::Is(false)), "{css}");
    }
    for css in ["bogus", "#ffg", "3px", ""] {
        assert_eq!(of(css), None, "{css}");
    }
}

#[test]
fn of_a_ground_the_colour_is_read() {
    let ground = |css: &str| background(&mut Parser::new(css)).ok();
    for css in [
        "no-repeat #fff",
        "url(x.png) #fff",
        "linear-gradient(red, red), center white",
    ] {
        assert_eq!(ground(css), Some(WHITE), "{css}");
    }
    for css in [
        "none",
        "0 0",
        "linear-gradient(#fff, #fff)",
        "none repeat scroll 0 0",
    ] {
        assert_eq!(ground(css), Some(Value::Initial), "{css}");
    }
    for css in ["currentcolor", "rgb(calc(1) 2 3)", "var(--a)"] {
        assert_eq!(ground(css), Some(Value::Is(false)), "{css}");
    }
    for css in ["inherit-x", "#ffg", "#fff\\9"] {
        assert_eq!(ground(css), None, "{css}");
    }
    for (text, is_white) in [
        ("#ffffff", true),
        (" ffffff", true),
        ("White", true),
        ("transparent", false),
        ("rgb(255 255 255)", false),
        ("ffff", false),
    ] {
        assert_eq!(of_attribute(text).is_some(), is_white, "{text}");
    }
}
