//! Which letters are seen of what a page of a PDF draws.

use super::{found, with};
use crate::model::{Check, Obstacle};

const QUOTE: &str = "We will begin the works";
const TEXT: &str = "BT /F 12 Tf 72 500 Td (We will begin the works.) Tj ET";
const HIDDEN: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::Hidden));
const UNSURE: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::Unsure));
const EXACT: (Check, Option<Obstacle>) = (Check::Exact, None);

const RESOURCES: &str = "/ExtGState <</Clear <</ca 0>> /Full <</ca 1>> /Half <</ca 0.5>> /Mask <</SMask 901 0 R>> \
    /NoMask <</SMask /None>> /Mixed <</BM /Multiply>> /Screen <</BM /Screen>> \
    /Unknown <</BM /Foo>> /ClearLine <</CA 0>>>> \
    /XObject <</Low 902 0 R /Group 903 0 R /Off 904 0 R /Spent 905 0 R /Picture 906 0 R /Glass 907 0 R>> \
    /ColorSpace <</Grey [/ICCBased 911 0 R] /Print [/ICCBased 912 0 R] /Spot [/Separation /Black /DeviceGray 913 0 R] \
    /Lab [/Lab <</WhitePoint [0.9 1 1.1]>>] /Listed [/Indexed /DeviceRGB 1 <ffffff000000>]>> \
    /Properties <</Off 910 0 R /NotOn 914 0 R /NotOff 915 0 R>> /Pattern <</Tile 916 0 R /Shade 917 0 R>>";

fn form(number: u32, entries: &str, content: &str) -> String {
    format!(
        "{number} 0 obj <</Type /XObject /Subtype /Form /Resources <</Font <</F 3 0 R>> /ExtGState <</Full <</ca 1>> \
         /NoMask <</SMask /None>>>>>> {entries} /Length {}>> stream\n{content}\nendstream endobj\n",
        content.len()
    )
}

fn objects() -> String {
    let picture = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    let all = [
        "901 0 obj <</S /Luminosity /G 902 0 R>> endobj\n".to_owned(),
        form(902, "/BBox [0 0 600 200]", TEXT),
        form(
            903,
            "/BBox [0 0 600 800] /Group <</S /Transparency>>",
            &format!("/Full gs /NoMask gs {TEXT}"),
        ),
        form(904, "/BBox [0 0 600 800] /OC 914 0 R", TEXT),
        form(905, "/BBox [0 0 600 800]", "EMC EMC Q Q 0 g"),
        format!("906 0 obj <<{picture} /Length 1>> stream\n@\nendstream endobj\n"),
        format!("907 0 obj <<{picture} /SMask 906 0 R /Length 1>> stream\n@\nendstream endobj\n"),
        "910 0 obj <</Type /OCG /Name (notes)>> endobj\n".to_owned(),
        "911 0 obj <</N 1 /Length 0>> stream\n\nendstream endobj\n".to_owned(),
        "912 0 obj <</N 4 /Length 0>> stream\n\nendstream endobj\n".to_owned(),
        "913 0 obj <</FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1>> endobj\n".to_owned(),
        "914 0 obj <</Type /OCMD /OCGs [910 0 R] /P /AllOn>> endobj\n".to_owned(),
        "915 0 obj <</Type /OCMD /VE [/Not 910 0 R]>> endobj\n".to_owned(),
        form(
            916,
            "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 600 800] /XStep 600 /YStep 800",
            TEXT,
        ),
        "917 0 obj <</PatternType 2 /Shading <</ShadingType 2 /ColorSpace /DeviceRGB /Coords [72 0 300 0] \
         /Function <</FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1>>>>>> endobj\n"
            .to_owned(),
    ];
    all.concat()
}

fn of(content: &str) -> (Check, Option<Obstacle>) {
    let page = format!(
        "BT /F 12 Tf 72 700 Td (Before it all was over.) Tj ET q {content} Q\n\
         BT /F 12 Tf 72 100 Td (After it all was over.) Tj ET"
    );
    let pdf = with(&[&page], RESOURCES, &objects());
    assert_eq!(
        found(&pdf, "Before it all was over").0,
        Check::Exact,
        "{content}"
    );
    assert_eq!(
        found(&pdf, "After it all was over").0,
        Check::Exact,
        "{content}"
    );
    assert_eq!(
        found(&pdf, "Nobody said this in here").0,
        Check::Absent,
        "{content}"
    );
    found(&pdf, QUOTE)
}

/// Strips a point high that lie side by side behind the text.
fn strips() -> String {
    (0..30).fold(String::new(), |all, at| {
        all + &format!("60 {} 300 1 re f ", 490 + at)
    })
}

#[test]
fn letters_that_differ_from_nothing_behind_them_are_hidden() {
    for before in [
        "/DeviceGray cs 1 sc",
        "/DeviceCMYK cs 0 0 0 0 sc",
        "/Grey cs 1 sc",
        "/Print cs 0 0 0 0 sc",
        "/Spot cs 0 scn",
        "/Spot cs -1 scn",
        "/DeviceGray cs 1 1 sc",
        "/Lab cs 100 0 0 sc",
        "/Listed cs 0 sc",
        ".99 .99 .99 rg",
        "1 Tr 1 G",
        "1 Tr /ClearLine gs",
        "/Mixed gs 1 g",
        "2 Tr 1 g 1 G",
        // What is filled is elsewhere, or as white, or a hair's breadth.
        "0 0 .4 rg 0 200 60 20 re f 1 g",
        "0 0 .4 rg 0 400 600 200 re f 1 g 0 400 600 200 re f",
        "0 g 20 504 500 .5 re f 1 g",
        "40 0 0 20 20 760 cm /Picture Do 0.025 0 0 0.05 -0.5 -38 cm 1 g",
        // They are as dark as what is behind them.
        "0 0 .4 rg 0 400 600 200 re f 0 0 .4 rg",
    ] {
        assert_eq!(of(&format!("{before} {TEXT}")), HIDDEN, "{before}");
    }
    for before in [
        "/Grey cs 0 sc",
        "/Spot cs 1 scn",
        "/Spot cs",
        "/Listed cs 1 sc",
        "/Pattern cs /Shade scn",
        "2 Tr 1 g 0 G",
        // A ground of thin strips.
        &format!("0 0 .4 rg {} 1 g", strips()),
        "0 0 .4 rg 0 400 600 200 re f 1 g",
        "/Half gs 0 0 .4 rg 0 400 600 200 re f 1 g /Full gs",
        "0 0 .4 RG 30 w 0 505 m 600 505 l S 1 g",
        "0 0 .4 rg 60 490 m 400 490 l 420 505 l 400 520 l 60 520 l h f 1 g",
        "600 0 0 200 0 400 cm /Picture Do 0.00166667 0 0 0.005 0 -2 cm 1 g",
        "1 g 0 400 600 200 re f 0 g",
    ] {
        assert_eq!(of(&format!("{before} {TEXT}")), EXACT, "{before}");
    }
    let faint = of(&format!(".95 g {TEXT}"));
    assert_eq!(faint, UNSURE);
}

#[test]
fn what_is_covered_is_hidden() {
    let box_over = "60 490 300 30 re";
    for (over, is) in [
        (format!("0 g {box_over} f"), HIDDEN),
        (format!("1 g {box_over} B*"), HIDDEN),
        (format!("0 g {}", strips()), HIDDEN),
        // A half of it, at least.
        ("0 g 60 490 60 30 re f".to_owned(), HIDDEN),
        ("0 G 30 w 60 505 m 360 505 l S".to_owned(), HIDDEN),
        ("300 0 0 30 60 490 cm /Picture Do".to_owned(), UNSURE),
        ("300 0 0 30 60 490 cm /Glass Do".to_owned(), EXACT),
        (format!("/Screen gs 1 g {box_over} f"), UNSURE),
        (format!("/Unknown gs 1 g {box_over} f"), HIDDEN),
        ("0 G 30 w [1 60] 0 d 60 505 m 360 505 l S".to_owned(), EXACT),
        (format!("/Mixed gs 1 1 0 rg {box_over} f"), EXACT),
        (format!("/Mixed gs 0 g {box_over} f"), UNSURE),
        (format!("/Half gs 1 1 0 rg {box_over} f"), EXACT),
        (format!("0 g {box_over} n"), EXACT),
        (format!("0 0 20 20 re W n 0 g {box_over} f"), EXACT),
        ("0 g 60 499 300 .8 re f".to_owned(), EXACT),
        ("0 G 1 w 60 503 m 360 503 l S".to_owned(), EXACT),
        (format!("0 g {box_over} f 1 g {TEXT}"), EXACT),
    ] {
        assert_eq!(of(&format!("{TEXT} {over}")), is, "{over}");
    }
}

#[test]
fn what_a_form_is_set_in_holds_for_its_letters() {
    for (content, is) in [
        // Its box, its group, its layer.
        ("/Low Do", HIDDEN),
        ("1 0 0 1 0 -400 cm /Low Do", HIDDEN),
        ("/Clear gs /Group Do", HIDDEN),
        ("/Mask gs /Group Do", UNSURE),
        ("/Group Do", EXACT),
        ("/Off Do", HIDDEN),
        (&format!("0 0 10 10 re W n /Spent Do Q q {TEXT}"), EXACT),
        (&format!("0 0 10 10 re W n /Spent Do {TEXT}"), HIDDEN),
    ] {
        assert_eq!(of(content), is, "{content}");
    }
    let tiled = of("/Pattern cs /Tile scn 0 0 600 800 re f");
    assert_eq!(tiled, UNSURE);
}

#[test]
fn letters_that_cut_off_do_so_whatever_masks_end() {
    assert_eq!(
        of(&format!(
            "BT 7 Tr /F 12 Tf 72 300 Td (x) Tj ET 0 Tr /NoMask gs {TEXT}"
        )),
        UNSURE
    );
    assert_eq!(of(&format!("/Screen gs {TEXT}")), UNSURE);
}

/// Fonts that stand in their place, without numbers of their own.
#[test]
fn fonts_among_the_resources_are_not_mixed_up() {
    let font = |differs: &str| {
        format!(
            "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding <</Differences [{differs}]>>>>"
        )
    };
    let words = TEXT.replace("/F", "/A").replace("500", "600") + " " + &TEXT.replace("/F", "/B");
    let set = format!(
        "940 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources <</Font <</A {} /B {}>>>> \
         /Length {}>> stream\n{words}\nendstream endobj\n",
        font("101 /x"),
        font("101 /e"),
        words.len()
    );
    let pdf = with(&["/X Do"], "/XObject <</X 940 0 R>>", &set);
    assert_eq!(found(&pdf, QUOTE), EXACT);
    assert_eq!(found(&pdf, "Wx will bxgin thx works"), EXACT);
}

#[test]
fn layers_that_are_shown_together_are_followed() {
    let layered = |layer: &str| of(&format!("/OC /{layer} BDC {TEXT} EMC"));
    assert_eq!(layered("Off"), HIDDEN);
    assert_eq!(layered("NotOn"), HIDDEN);
    assert_eq!(layered("NotOff"), EXACT);
    // A form ends nothing that was begun around it.
    assert_eq!(of(&format!("/OC /Off BDC /Spent Do {TEXT} EMC")), HIDDEN);
}

#[test]
fn words_that_are_hidden_in_part_or_too_small_are_not_absent() {
    for content in [
        format!("0 400 100 200 re W n {TEXT}"),
        format!("72 505 m W n {TEXT}"),
        format!("0 0 10 10 re 600 800 m W n {TEXT}"),
        format!("0 0 m 600 800 m W n {TEXT}"),
        TEXT.replace("12 Tf", "0 Tf"),
        TEXT.replace("12 Tf", "0.01 Tf"),
        TEXT.replace("/F", "0 Tz /F"),
        TEXT.replace("72 500 Td", "0 0 0 0 72 500 Tm"),
    ] {
        assert_eq!(of(&content), HIDDEN, "{content}");
    }
}

/// Programs that send pages to printers draw letters as pictures, in units of their own.
#[test]
fn letters_of_a_font_with_units_of_its_own_are_no_tiny_ones() {
    let font = "3 0 obj <</Type /Font /Subtype /Type3 /FontBBox [0 0 50 50] /FontMatrix [1 0 0 1 0 0] /FirstChar 32 \
        /LastChar 122 /Widths [WIDTHS] /CharProcs <<>> /Encoding /WinAnsiEncoding /ToUnicode 930 0 R>> endobj\n\
        930 0 obj <</Length 139>> stream\n1 begincodespacerange <00> <ff> endcodespacerange\n\
        1 beginbfrange <20> <7a> <0020> endbfrange                                                    \nendstream endobj\n";
    let font = font.replace("WIDTHS", &"25 ".repeat(91));
    let pdf = with(&[&TEXT.replace("12 Tf", "0.24 Tf")], "", &font);
    assert_eq!(found(&pdf, QUOTE), EXACT);
}

#[test]
fn what_is_set_again_for_sure_is_sure() {
    let again = format!("/Clear gs {TEXT} /Full gs {TEXT}");
    let picture = "300 0 0 30 60 490 cm /Picture Do 0.00333333 0 0 0.03333333 -0.2 -16.33333 cm";
    assert_eq!(of(&format!("{picture} {again}")), EXACT);
}

#[test]
fn rectangles_in_rectangles_cut_off_nothing_within() {
    let cut = "0 0 m 0 800 l 600 800 l 600 0 l h W n 0 0 600 800 re W n ".repeat(12);
    assert_eq!(of(&format!("{cut} {TEXT}")), EXACT);
}
