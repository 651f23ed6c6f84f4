//! Words that a browser lays out, turns around or draws in another way than the file has them.

use super::found;

#[test]
fn what_stands_in_another_order_is_never_absent() {
    let quote = "We will begin the works in the spring.";
    let parts = "<p>the works in the spring.</p><p>We will begin</p>";
    for page in [
        "<p style='display:flex'><span style='order:2'>the works in the spring.</span><span>We will begin </span>".to_owned(),
        "<div style='display:grid'><div style='order:2'>the works in the spring.</div><div>We will begin</div></div>".to_owned(),
        "<div style='display:grid'><div>the works in the spring.</div><div style='grid-row:1'>We will begin</div></div>".to_owned(),
        "<div style='display:grid'><div style='grid-area:2/1'>the works in the spring.</div><div>We will begin</div></div>".to_owned(),
        format!("<div style='display:flex;flex-direction:column-reverse'>{parts}</div>"),
        format!("<div style='display:flex;flex-flow:row-reverse wrap'>{parts}</div>"),
        format!("<div style='display:flex;flex-wrap:wrap-reverse'>{parts}</div>"),
        format!("<div style='display:-webkit-box;-webkit-box-direction:reverse'>{parts}</div>"),
    ] {
        let page = format!("<p>The mayor of the town spoke to the paper at length about many things.</p>{page}");
        assert_eq!(found(&page, quote), "cannot-check unsure", "{page}");
        let as_written = "the works in the spring. We will begin";
        assert_eq!(found(&page, as_written), "cannot-check out-of-order", "{page}");
        assert_eq!(found(&page, "the works in the spring."), "exact the works in the spring.");
        assert_eq!(found(&page, "The council refused to answer any question."), "absent");
    }
    let page = format!("<div style='display:flex;flex-direction:column'>{parts}</div>");
    assert_eq!(found(&page, quote), "absent");
}

#[test]
fn what_is_turned_around_is_never_absent() {
    let quote = "We will begin the works in the spring.";
    for page in [
        "<bdo dir=rtl>.gnirps eht ni skrow eht nigeb lliw eW</bdo>",
        "<bdo dir=rtl>.gnirps eht ni <b>skrow eht</b> nigeb lliw eW</bdo>",
        "<p>We will <span style='unicode-bidi:bidi-override;direction:rtl'>eht nigeb</span> works in the spring.",
        "<p>We will \u{202E}eht nigeb\u{202C} works in the spring.",
    ] {
        assert_eq!(found(page, quote), "cannot-check unsure", "{page}");
        assert_eq!(
            found(page, "We will never begin the works."),
            "absent",
            "{page}"
        );
    }
}

#[test]
fn the_marks_of_a_browser_end_quotes() {
    let quote = "She said “We will begin the works in the spring.”";
    let told = "typographic She said We will begin the works in the spring.";
    for page in [
        "<p>She said <q>We will begin the works in the spring.</q></p>",
        "<p>She said <q>We will begin the works in the spring.</q></p><p>Then she left.",
        "<p>She said <q>We will begin the works in the spring.</q> and left.",
        "<p>She said <q>We will begin the works in the spring.</q><b>, once</b>",
    ] {
        assert_eq!(found(page, quote), told, "{page}");
        let told = "typographic We will begin the works in the spring.";
        assert_eq!(
            found(page, "“We will begin the works in the spring.”"),
            told,
            "{page}"
        );
    }
}

#[test]
fn first_letters_that_are_pictures_make_nothing_absent() {
    let quote = "We shall see the harbour";
    for picture in [
        "<img src=w.png alt=''>",
        "<img src=w.png>",
        "<img src=w.png alt='A large letter in the old style of the paper'>",
        "<svg viewBox='0 0 9 9'><path d='M0 0L9 9'/></svg>",
        "<span class=drop><svg role=img aria-label=W><path/></svg></span>",
        "<svg><title>W</title><path/></svg>",
        "<picture><source srcset=w.webp><img src=w.png alt=''></picture>",
        "<span style='background:url(w.png)'></span>",
        "<canvas></canvas>",
        "<object data=w.svg></object>",
    ] {
        let page = format!("<p>Before.</p><p>{picture}e shall see the harbour.");
        assert_eq!(found(&page, quote), "cannot-check unsure", "{page}");
        assert_eq!(
            found(&page, "Before. We shall see the harbour"),
            "cannot-check unsure",
            "{page}"
        );
        assert_eq!(
            found(&page, "We should see the harbour"),
            "absent",
            "{page}"
        );
        assert_eq!(
            found(&page, "We then shall see the harbour"),
            "absent",
            "{page}"
        );
        let rest = "shall see the harbour";
        assert_eq!(found(&page, rest), format!("exact {rest}"));
        let page = format!("<p>{picture} boy shall see the harbour.");
        assert_eq!(
            found(&page, "A boy shall see the harbour"),
            "cannot-check unsure",
            "{page}"
        );
        let page = format!("<p>We {picture}will see the harbour.");
        assert_eq!(found(&page, quote), "absent", "{page}");
    }
}

/// As Chromium 156 draws it: a drawing stands in its line, as a picture does.
#[test]
fn a_drawing_in_a_line_parts_no_paragraph() {
    let quote = "We will begin the works in the spring.";
    for (page, quote) in [
        (
            "We will begin <a href=x>the works<svg><path d='M0 0h9'/></svg></a> in the spring.",
            quote,
        ),
        (
            "We will begin <svg width=12 height=12><use href='#x'/></svg> the works in the spring.",
            quote,
        ),
        (
            "We will begin <svg class=i><use href='#x'/></svg>the works in the spring.",
            quote,
        ),
        (
            "We will begin <svg style='vertical-align:-2px'><title>Link</title></svg>the works in the spring.",
            quote,
        ),
        (
            "We will <svg width=0 height=0><defs><path d='M0 0'/></defs></svg>begin the works in the spring.",
            quote,
        ),
        (
            "We will begin the works<svg></svg>, in the spring.",
            "We will begin the works, in the spring.",
        ),
    ] {
        let page = format!("<p>{page}<p>Others say so.");
        assert_eq!(found(&page, quote), format!("exact {quote}"), "{page}");
    }
    // There is room beside it.
    let page = "<p>We will begin<svg width=9 height=9></svg>the works in the spring.";
    assert!(found(page, quote).starts_with("typographic We"));
    for page in [
        "<p>We will begin <svg style='display:block'></svg> the works in the spring.",
        "<style>svg{display:block}</style><p>We will begin <svg></svg> the works in the spring.",
    ] {
        assert!(
            found(page, quote).starts_with("typographic several-blocks"),
            "{page}"
        );
    }
    let page = "<p>Ann<svg width=300 height=40><text y=20>The first</text><text y=40>The second</text></svg>Ben";
    assert!(found(page, "The first The second").starts_with("typographic several-blocks"));
}
