use super::found;

#[test]
fn what_a_field_shows_can_be_quoted() {
    for page in [
        "<label>Sort by <input value=name> in all lists</label>",
        "<label>Sort by <input type=unheard-of value=name> in all lists</label>",
        "<label>Sort by <input placeholder=name> in all lists</label>",
        "<label>Sort by <textarea>name</textarea> in all lists</label>",
        "<label>Sort by <textarea placeholder=name></textarea> in all lists</label>",
        "<label>Sort by <select><option>name<option>date</select> in all lists</label>",
        "<label>Sort by <select><option>date<option selected>name</select> in all lists</label>",
        "<label>Sort by <select><option disabled>…<option>name</select> in all lists</label>",
        "<label>Sort by <select><optgroup label=By disabled><option>date</optgroup><option>name</select> in all lists",
        "<label>Sort by <select><option label=name>n</select> in all lists</label>",
        "<label>Sort by <select><option selected hidden>name<option>date</select> in all lists</label>",
    ] {
        let quote = "Sort by name in all lists";
        assert_eq!(found(page, quote), format!("exact {quote}"), "{page}");
        let over = "Sort by in all lists";
        assert_eq!(found(page, over), "cannot-check unsure", "{page}");
        assert_eq!(found(page, "Sort by date in all lists"), "absent", "{page}");
    }
}

#[test]
fn options_that_a_reader_can_open_can_be_quoted() {
    let page = "<p>Sort by <select><option>name of the ship<option>date of the voyage<option hidden>\
        port of the voyage</select> in lists</p><p>More of it.</p>";
    for (quote, told) in [
        ("date of the voyage", "exact date of the voyage"),
        ("name of the ship", "exact name of the ship"),
        ("port of the voyage", "cannot-check hidden"),
    ] {
        assert_eq!(found(page, quote), told);
    }
    let labelled = "<p><select><option label='One of them'>name of the ship</select>";
    assert_eq!(found(labelled, "name of the ship"), "cannot-check hidden");
    let list = page.replace("<select>", "<select multiple>");
    assert_eq!(
        found(&list, "date of the voyage"),
        "exact date of the voyage"
    );
    let named = "<select size=4><optgroup label='By the voyage'><option label='The date of it'>then</select>";
    assert_eq!(found(named, "By the voyage"), "exact By the voyage");
    assert_eq!(found(named, "The date of it"), "exact The date of it");
}

#[test]
fn what_a_field_shows_in_another_way_is_no_word_of_the_page() {
    let page = |kind| format!("<p>We meet <input type={kind} value=\"on 2025-05-01\"> in the hall");
    for kind in ["range", "color", "password", "radio", "file"] {
        let found = found(&page(kind), "on 2025-05-01");
        assert_eq!(found, "cannot-check hidden", "{kind}");
    }
    for kind in ["date", "time", "month", "week", "datetime-local"] {
        for quote in ["We meet on 2025-05-01 in the hall", "We meet in the hall"] {
            assert_eq!(found(&page(kind), quote), "cannot-check unsure", "{kind}");
        }
    }
}

#[test]
fn words_in_elements_of_an_option_are_shown() {
    let quote = "We will begin the works in the spring.";
    for options in [
        "<option><b>We will</b> begin the works in the spring.",
        "<option>Other<option><em>We <i>will</i></em> begin the works in the spring.",
        "<option>We will<script>not()</script> begin the works in the spring.",
    ] {
        let page = format!("<p>Choose.<p><select>{options}</select><p>Others say so.");
        assert_eq!(found(&page, quote), format!("exact {quote}"), "{page}");
    }
}

/// As Chromium 156 shows them.
#[test]
fn pages_in_addresses_are_read() {
    let quote = "We will begin the works in the spring.";
    for frame in [
        "<object data='data:text/html,<p>We will begin the works in the spring.'></object>",
        "<object data='data:text/plain,We will begin the works in the spring.'></object>",
        "<embed src='data:text/html,<p>We will begin the works in the spring.'>",
        "<iframe src='data:text/plain,We will begin the works in the spring.'></iframe>",
        "<iframe src='data:,We will begin the works in the spring.'></iframe>",
        "<iframe src='data:text/plain;base64,V2Ugd2lsbCBiZWdpbiB0aGUgd29ya3MgaW4gdGhlIHNwcmluZy4='></iframe>",
        "<iframe src='data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27%3E%3Ctext y=%2720%27%3EWe will begin the works in the spring.%3C/text%3E%3C/svg%3E'></iframe>",
        "<iframe src='data:application/xhtml+xml,<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p/>We will begin the works in the spring.</body></html>'></iframe>",
    ] {
        let page = format!("<p>Choose.<p>{frame}<p>Others say so.");
        assert_eq!(found(&page, quote), format!("exact {quote}"), "{page}");
    }
    let frames = format!("<frameset cols=*><frame src='data:text/html,<p>{quote}'></frameset>");
    assert_eq!(found(&frames, quote), format!("exact {quote}"));
    let tags = "<iframe src='data:text/plain,We <b>will</b> begin the works.'></iframe>";
    assert!(found(tags, "We <b>will</b> begin the works.").starts_with("exact"));
    for hidden in [
        "<object width=0 height=0 data='data:text/html,<p>We will begin the works in the spring.'></object>",
        "<embed width=1 height=1 src='data:text/html,<p>We will begin the works in the spring.'>",
        "<object data=x.png>We will begin the works in the spring.</object>",
    ] {
        let page = format!("<p>Choose.<p>{hidden}<p>Others say so.");
        assert_eq!(found(&page, quote), "cannot-check hidden", "{page}");
    }
}
