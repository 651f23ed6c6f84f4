use super::found;

/// “It will cost 50 million in all.”, with 5 and 0 parted in the markup, in ways that browsers show apart, or
/// may show apart.
#[test]
fn digits_that_layout_parts_are_no_number() {
    for parted in [
        "5<b style='margin-left:9em'>0</b>",
        "5<b style='padding-left:9em'>0</b>",
        "<b style='display:inline-block;width:9em'>5</b>0",
        "<b style='float:left'>5</b><b style='float:right'>0</b>",
        "5<b style='position:absolute;left:50%'>0</b>",
        "5<b style='position:relative;left:9em'>0</b>",
        "<style>b::before{content:' '}</style>5<b>0</b>",
        "<style>b::before{content:'.'}</style>5<b>0</b>",
        "<style>b::before{content:'';margin:9px}</style>5<b>0</b>",
    ] {
        let page = format!("<p>It will cost {parted} million in all.");
        let is_aside = parted.contains("float") || parted.contains("absolute");
        let why = if is_aside { "out-of-order" } else { "unsure" };
        assert_eq!(
            found(&page, "It will cost 50 million in all."),
            format!("cannot-check {why}"),
            "{parted}"
        );
        for part in ["It will cost 5", "0 million in all."] {
            let said = found(&page, part);
            assert!(!said.starts_with("exact"), "{parted}: {said}");
        }
    }
    let page = "<p>It will cost 5<b style='margin-left:9em'>.5</b> million in all.";
    assert_eq!(
        found(page, "It will cost 5.5 million in all."),
        "cannot-check unsure"
    );
    let page = "<p>It will cost 5<b>0</b> million in all. <button>7</button> comments";
    assert_eq!(
        found(page, "It will cost 50 million in all."),
        "exact It will cost 50 million in all."
    );
}

/// “There were 10⁶ people.”, raised or lowered by a style sheet.
#[test]
fn what_a_style_sheet_raises_melts_into_no_number() {
    for raised in [
        "vertical-align:super",
        "vertical-align:text-top",
        "vertical-align:sub;font-size:8px",
        "vertical-align:6px",
        "vertical-align:40%",
        "vertical-align:top;font-size:60%",
        "position:relative;top:-.5em",
        "position:relative;top:-4.0pt",
        "position:relative;bottom:0.5em",
        "font-variant-position:super",
    ] {
        let page = format!("<p>There were about 10<span style='{raised}'>6</span> people.");
        assert_eq!(
            found(&page, "There were about 106 people."),
            "absent",
            "{raised}"
        );
        let page = format!("<p>There were about ten men<span style='{raised}'>6</span> there.");
        assert_eq!(
            found(&page, "There were about ten men there."),
            "typographic There were about ten men⁶ there."
                .replace('⁶', if raised.contains("sub") { "₆" } else { "⁶" }),
            "{raised}"
        );
    }
    for level in [
        "vertical-align:baseline",
        "vertical-align:middle",
        "vertical-align:-1px",
        "position:relative;top:0",
        "display:block;vertical-align:super",
        "vertical-align:top",
    ] {
        let page = format!("<p>There were about 10<span style='{level}'>6</span> people.");
        assert!(
            !found(&page, "There were about 106 people.").starts_with("cannot")
                || level.contains("block"),
            "{level}"
        );
    }
}
