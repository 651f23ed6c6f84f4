use super::found;

#[test]
fn first_lines_in_other_letters_are_never_absent() {
    let page =
        |css: &str| format!("<style>{css}</style><p>We shall see the harbour tomorrow, he said.");
    let upper = page("p::first-line{text-transform:uppercase}");
    for (quote, told) in [
        ("We shall see the harbour", "exact We shall see the harbour"),
        ("WE SHALL SEE THE HARBOUR", "cannot-check unsure"),
        ("WE SHALL SEE the harbour", "cannot-check unsure"),
        ("WE SHALL NOT SEE THE", "absent"),
    ] {
        assert_eq!(found(&upper, quote), told, "{quote}");
    }
    let other = format!("{upper}<p>But nothing is known of it.");
    assert_eq!(
        found(&other, "BUT NOTHING IS KNOWN of it"),
        "cannot-check unsure"
    );
    let other = format!("{upper}<div>But nothing is known of it.</div>");
    assert_eq!(found(&other, "BUT NOTHING IS KNOWN of it"), "absent");
    let bold = page("p::first-line{font-weight:bold}");
    assert_eq!(found(&bold, "WE SHALL SEE THE HARBOUR"), "absent");
    let first = page("p{text-transform:lowercase} p::first-letter{text-transform:uppercase}");
    assert_eq!(
        found(&first, "We shall see the harbour tomorrow"),
        "exact We shall see the harbour tomorrow"
    );
}
