//! The colours that browsers and machines have of their own.

use cssparser::match_ignore_ascii_case;

/// Colours that a machine chooses.
const OF_MACHINE: &[&str] = &[
    "accentcolor",
    "accentcolortext",
    "highlight",
    "highlighttext",
    "selecteditem",
    "selecteditemtext",
];

/// Returns the number of a colour that a machine chooses, so that it is not known.
pub(super) fn of_machine(name: &str) -> Option<usize> {
    let mut known = OF_MACHINE.iter();
    known.position(|known| known.eq_ignore_ascii_case(name))
}

/// Returns what a browser takes for a colour of its own, on a page that is light.
pub(super) fn of_system(name: &str) -> Option<&'static str> {
    Some(match_ignore_ascii_case! { name,
        "canvas" | "field" | "activecaption" | "appworkspace" | "background" | "inactivecaption"
            | "infobackground" | "menu" | "scrollbar" | "window" => "white",
        "canvastext" | "fieldtext" | "buttontext" | "buttonborder" | "marktext" | "activeborder"
            | "captiontext" | "inactiveborder" | "infotext" | "menutext" | "threeddarkshadow"
            | "threedhighlight" | "threedlightshadow" | "threedshadow" | "windowframe"
            | "windowtext" | "-webkit-text" => "black",
        "buttonface" | "buttonhighlight" | "buttonshadow" | "threedface" => "#efefef",
        "graytext" | "inactivecaptiontext" => "gray",
        "linktext" | "-webkit-link" => "#0000ee",
        "visitedtext" => "#551a8b",
        "activetext" => "red",
        "mark" => "yellow",
        _ => return None,
    })
}
