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

#[test]
fn words_that_a_style_sheet_writes_are_told() {
    let quote = "We will begin the works.";
    for style in [
        "b::before{content:\"not \"}",
        "b:before{content:'no' 't '}",
        "p b::before{content:attr(title)}",
        "i::after{content:' not'}",
        "b::before{content:'not';display:inline-block;margin-right:4px}",
    ] {
        let page =
            format!("<style>{style}</style><p>We <i>will</i> <b title='not '>begin</b> the works.");
        assert_eq!(found(&page, quote), "cannot-check unsure", "{style}");
        assert_eq!(found(&page, "begin the works."), "exact begin the works.");
        assert_eq!(
            found(&page, "We will not begin the works."),
            "cannot-check unsure",
            "{style}"
        );
    }
    for style in [
        "b::before{content:'x'}",
        "b::before{content:'not';position:absolute}",
        "b::before{content:'not';display:block}",
    ] {
        let page =
            format!("<style>{style}</style><p>We <i>will</i> <b title=not>begin</b> the works.");
        let told = format!("exact written-between {quote}");
        assert_eq!(found(&page, quote), told, "{style}");
    }
    for style in [
        "b::before{content:'not';position:absolute;left:-9999px}",
        "b::before{content:'not';font-size:0} b::before{color:red}",
        "b::before{content:'not'} p>i+b::before{opacity:0}",
        "b::before{content:'not';position:absolute;width:1px;overflow:hidden}",
        "b::before{content:'open_in_new';font-family:'Material Icons'}",
        "b::before{content:'open'} b::before{font:normal 14px/1 FontAwesome,serif}",
        "p{font-family:icomoon} b::before{content:'open'}",
        "b::before{content:counter(item) '. '}",
        "b::before{content:''}",
        "b::before{content:'→ '}",
        "b::before{content:'not';display:none}",
        "b::before{content:'not'} b::before{content:none!important}",
        "b::before{color:red}",
        "b::marker{content:'not'}",
        "@media print{b::before{content:'not'}}",
        ".x b::before{content:'not'}",
    ] {
        let page =
            format!("<style>{style}</style><p>We <i>will</i> <b title=not>begin</b> the works.");
        assert_eq!(found(&page, quote), format!("exact {quote}"), "{style}");
    }
    let page = "<style>b::before{content:'not';font:1em Inter,'Segoe UI Symbol'}</style><p>We will <b>begin</b> it now";
    assert_eq!(found(page, "We will begin it now"), "cannot-check unsure");
    let page = "<style>li{display:inline} li::after{content:' | '}</style><ul><li>We will begin<li>the works now</ul>";
    assert_eq!(
        found(page, "We will begin the works now"),
        "typographic We will beginthe works now"
    );
}

/// As Chromium 156 draws them.
#[test]
fn what_is_drawn_besides_the_text_makes_nothing_absent() {
    let quote = "We shall see the harbour";
    for page in [
        "<p><img alt=W>e shall see the harbour.",
        "<p>Before.</p><p><img alt='“W' style='float:left'>e shall see the harbour.",
        "<style>p::before{content:'W';float:left}</style><p>e shall see the harbour.",
        "<style>p::before{content:attr(data-l)}</style><p data-l=W>e shall see the harbour.",
        "<style>i::after{content:'shall'}</style><p>We <i></i> see the harbour.",
        "<style>i::after{content:'ee'}</style><p>We shall <i>s</i> the harbour.",
        "<style>p::after{content:' harbour'}</style><p>We shall see the</p><p>Then.",
        "<p><svg><text>W</text></svg>e shall see the harbour.",
        "<p><svg style='float:left'><text>W</text></svg>e shall see the harbour.",
        "<p><span style='display:block;float:left'>W</span>e shall see the harbour.",
        "<p style='float:left'>W</p><p>e shall see the harbour.",
    ] {
        assert_eq!(found(page, quote), "cannot-check unsure", "{page}");
        let other = quote.replace("shall", "should");
        assert_eq!(found(page, &other), "absent", "{page}");
    }
    let page = "<p><img alt=W>e shall see the harbour <img alt=ad> tomorrow.";
    let rest = "shall see the harbour tomorrow";
    assert_eq!(found(page, rest), format!("exact {rest}"));
}

#[test]
fn labels_numbers_and_marks_that_a_style_sheet_writes_accuse_nobody() {
    let of = |style: &str, quote: &str| {
        let page = format!(
            "<style>{style}</style><p>We <i>will</i> <b data-n=12>begin</b> the works. <em>Jane</em> <em>Joe</em>"
        );
        found(&page, quote)
    };
    let quote = "We will begin the works.";
    for label in [
        "i::before{float:left} b::before{content:'Share this';float:right}",
        "i::after{content:attr(data-n)} b::before{content:attr(data-n)}",
    ] {
        let told = format!("exact written-between {quote}");
        assert_eq!(of(label, quote), told, "{label}");
    }
    let lexicon = "p{font-family:'Lexicon No1'} b::before{content:'not '}";
    assert_eq!(of(lexicon, quote), "cannot-check unsure");
    let mark = "em+em::before{content:', '}";
    assert_eq!(of(mark, "the works. Jane , Joe"), "cannot-check unsure");
    assert_eq!(of(mark, "the works. Jane Joe"), "exact the works. Jane Joe");
    assert_eq!(of(mark, "the works. Jane ; Joe"), "absent");
}
