use super::super::tests::{found, with};
use crate::model::{Check, Obstacle};

const QUOTE: &str = "We will begin the works";
const BEFORE: &str = "BT /F 12 Tf 72 700 Td (Before it all.) Tj ET";

/// Returns what is found of the quote beside a remark or a field, with more objects.
fn beside(note: &str, objects: &str) -> (Check, Option<Obstacle>) {
    let note = format!("900 0 obj <</Type /Annot /Rect [72 490 400 520] {note}>> endobj\n");
    let noted = ">> /Annots [900 0 R] /Unused <<";
    let pdf = with(&[BEFORE], noted, &(note + objects));
    assert_eq!(found(&pdf, "Before it all.").0, Check::Exact);
    assert_eq!(found(&pdf, "After it all was over.").0, Check::Absent);
    found(&pdf, QUOTE)
}

fn drawn(content: &str) -> String {
    format!(
        "902 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 328 30] /Resources <</Font <</F 3 0 R>>>> \
         /Length {}>> stream\n{content}\nendstream endobj\n",
        content.len()
    )
}

#[test]
fn what_fields_and_remarks_hold_is_never_absent() {
    let unsure = (Check::CannotCheck, Some(Obstacle::Unsure));
    let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
    let value = format!("/V ({QUOTE}.)");
    let other = drawn("BT /F 12 Tf 2 8 Td (Another thing) Tj ET");
    for (note, objects, told) in [
        (format!("/Subtype /Widget {value}"), "", unsure),
        (
            format!("/Subtype /FreeText /Contents ({QUOTE}.)"),
            "",
            unsure,
        ),
        (
            "/Subtype /Widget /Parent 901 0 R".to_owned(),
            &*format!("901 0 obj <</FT /Tx {value}>> endobj\n"),
            unsure,
        ),
        (
            "/Subtype /Widget /V (A line.\\r(We) will begin the works)".replace("(We)", "We"),
            "",
            unsure,
        ),
        (format!("/Subtype /Widget /F 2 {value}"), "", hidden),
        (format!("/Subtype /Widget /Ff 8192 {value}"), "", hidden),
        (format!("/Subtype /Text /Contents ({QUOTE}.)"), "", hidden),
        (
            format!("/Subtype /Widget /Opt [[(a) ({QUOTE})] (b)]"),
            "",
            hidden,
        ),
        (
            format!("/Subtype /Widget /AP <</N 902 0 R>> {value}"),
            &*other,
            hidden,
        ),
    ] {
        assert_eq!(beside(&note, objects), told, "{note}");
    }
    let same = drawn(&format!("BT /F 12 Tf 2 8 Td ({QUOTE}.) Tj ET"));
    let note = format!("/Subtype /Widget /AP <</N 902 0 R>> {value}");
    assert_eq!(beside(&note, &same).0, Check::Exact);
}

const UNSURE: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::Unsure));
const HIDDEN: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::Hidden));
const EXACT: (Check, Option<Obstacle>) = (Check::Exact, None);

/// Returns what is found of the quote in a remark that is drawn in a box of its own, in a size.
fn looking(note: &str, boxed: &str, size: u32) -> (Check, Option<Obstacle>) {
    let words = format!(
        "BT /F {size} Tf {} {} Td ({QUOTE}.) Tj ET",
        size / 6,
        size / 2
    );
    let look = drawn(&words).replace("/BBox [0 0 328 30]", &format!("/BBox [{boxed}]"));
    let other = drawn("").replace("902 0", "903 0");
    let layer = "910 0 obj <</Type /OCG /Name (notes)>> endobj\n";
    beside(note, &(look + &other + layer))
}

#[test]
fn what_is_drawn_of_a_remark_is_read_as_programs_show_it() {
    for (note, told) in [
        ("/Subtype /Watermark /AP <</N 902 0 R>>", EXACT),
        ("/Subtype /Square /AP <</N 902 0 R>>", EXACT),
        ("/Subtype /Link /AP <</N 902 0 R>>", UNSURE),
        ("/Subtype /Popup /AP <</N 902 0 R>>", HIDDEN),
        ("/Subtype /FreeText /F 2 /AP <</N 902 0 R>>", HIDDEN),
        ("/Subtype /FreeText /AP <</N 902 0 R>> /OC 910 0 R", HIDDEN),
        (
            "/Subtype /Widget /AS /Yes /AP <</N <</Yes 902 0 R /Off 903 0 R>>>>",
            EXACT,
        ),
        (
            "/Subtype /Widget /AS /Off /AP <</N <</Yes 902 0 R /Off 903 0 R>>>>",
            HIDDEN,
        ),
        ("/Subtype /Widget /AP <</N <</Yes 902 0 R>>>>", UNSURE),
        // What it holds is something else, or more.
        (
            "/Subtype /Widget /FT /Tx /V (Something else here) /AP <</N 902 0 R>>",
            UNSURE,
        ),
        (
            "/Subtype /Widget /FT /Tx /V (We will begin the works. And more) /AP <</N 902 0 R>>",
            EXACT,
        ),
    ] {
        assert_eq!(looking(note, "0 0 328 30", 12), told, "{note}");
    }
}

#[test]
fn what_is_drawn_of_a_remark_is_set_in_its_place() {
    let stamp = "/Subtype /Stamp /AP <</N 902 0 R>>";
    for (boxed, size, told) in [
        ("0 0 30 30", 12, HIDDEN),
        ("0 0 32800 3000", 12, HIDDEN),
        ("0 0 0 0", 12, HIDDEN),
        ("0 0 3280 300", 120, EXACT),
    ] {
        assert_eq!(looking(stamp, boxed, size), told, "{boxed}");
    }
}

#[test]
fn what_remarks_say_in_other_ways_is_never_absent() {
    let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
    for note in [
        format!("/Subtype /FreeText /F 2 /RC (<body><p>{QUOTE}</p></body>)"),
        format!("/Subtype /Widget /RV (<body><p>{QUOTE}</p></body>)"),
        format!("/Subtype /Widget /FT /Btn /MK <</CA ({QUOTE})>>"),
        format!("/Subtype /Redact /OverlayText ({QUOTE})"),
    ] {
        assert_eq!(beside(&note, ""), hidden, "{note}");
    }
    let stream = format!("904 0 obj <</Length 23>> stream\n{QUOTE}\nendstream endobj\n");
    assert_eq!(
        beside("/Subtype /Widget /FT /Tx /V 904 0 R", &stream),
        hidden
    );
}

#[test]
fn what_a_remark_strikes_out_is_in_doubt() {
    let corners = "/QuadPoints [70 712 200 712 70 697 200 697]";
    let note = format!(
        "900 0 obj <</Type /Annot /Subtype /StrikeOut /Rect [70 697 200 712] {corners}>> endobj\n"
    );
    let page =
        "BT /F 12 Tf 72 700 Td (We will begin the works.) Tj 0 -20 Td (We will end them.) Tj ET";
    let pdf = with(&[page], ">> /Annots [900 0 R] /Unused <<", &note);
    assert_eq!(found(&pdf, QUOTE).1, Some(Obstacle::Unsure));
    assert_eq!(found(&pdf, "We will end them.").0, Check::Exact);
}

/// A field of fields, each of which is of the same ones again.
#[test]
fn fields_are_read_once_each() {
    let fields = (920..940).fold(String::new(), |all, number| {
        let kids = format!("{} 0 R ", number + 1).repeat(30);
        all + &format!("{number} 0 obj <</Kids [{kids}]>> endobj\n")
    });
    let root = "1 0 obj <</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [920 0 R]>>>> endobj\n";
    let pdf = with(&[BEFORE], "", &(fields + root));
    assert_eq!(found(&pdf, "Before it all.").0, Check::Exact);
    assert_eq!(found(&pdf, QUOTE).0, Check::Absent);
}

#[test]
fn fields_that_no_page_shows_are_read() {
    let root = "1 0 obj <</Type /Catalog /Pages 2 0 R /AcroForm <<";
    let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
    let field = format!(
        "{root} /Fields [904 0 R]>>>> endobj\n904 0 obj <</Kids [905 0 R]>> endobj\n\
         905 0 obj <</Kids [904 0 R] /V ({QUOTE})>> endobj\n"
    );
    let xml = format!("<xdp><text>{QUOTE}</text></xdp>");
    let form = format!(
        "{root} /XFA [(a) 904 0 R]>>>> endobj\n904 0 obj <</Length {}>> stream\n{xml}\nendstream endobj\n",
        xml.len()
    );
    for objects in [field, form] {
        let pdf = with(&[BEFORE], "", &objects);
        assert_eq!(found(&pdf, QUOTE), hidden, "{objects}");
    }
}
