use crate::evidence::{Media, Snapshot, SoughtQuote, find};

mod apart;
mod bars;
mod drawn;
mod fields;
mod laid_out;
mod marks;
mod parted;
mod written;

/// Looks for a quote in a page: how it stands there, why not, what is to be known of it, and
/// the passage.
fn found(page: &str, text: &str) -> String {
    let snapshot = Snapshot::read(page.as_bytes(), Media::Html);
    let quote = SoughtQuote::of(text);
    let finding = find(&snapshot, &[quote]).remove(0);
    let mut told = vec![finding.check.name()];
    told.extend(finding.reason.map(crate::model::Obstacle::word));
    told.extend(finding.caveats.iter().map(|caveat| caveat.word()));
    told.extend(finding.at.iter().map(|at| at.exact.as_str()));
    told.join(" ")
}

#[test]
fn words_in_hidden_parts_cannot_be_checked() {
    let quote = "We will begin the works.";
    for page in [
        "<style>.x{display:none}</style><p>Some other words stand here.<p class=x>We will begin the works.",
        "<style>.x{display:none}</style><p>We will <span class=x>begin </span>the works.",
        "<div style='visibility:hidden'><p>We will begin the works.",
        "<div hidden>We will <b hidden>not</b> begin the works.</div>Other words here.",
        "<p>Other words.<script>{\"a\": \"We will begin\\u0020the works.\"}</script>",
        "<p>Other words.<!-- We will begin the works. -->",
        "<p>Other words.<img alt='We will begin the works.'>",
    ] {
        assert_eq!(found(page, quote), "cannot-check hidden", "{page}");
    }
    assert_eq!(
        found("<p>We will <i hidden>not</i> begin the works.", quote),
        format!("exact {quote}")
    );
    assert_eq!(found("<p>Others said it<p hidden>once", quote), "absent");
}

#[test]
fn what_runs_over_blocks_is_told() {
    for page in [
        "<li>No troops<li>will be sent there.",
        "<table><td>No troops<td>will be sent there.",
        "<p>Ann: No troops</p><p>will be sent there. (Bo)</p>",
        "<b style='display:block'>No troops</b>will be sent there.",
    ] {
        assert_eq!(
            found(page, "No troops will be sent there."),
            "typographic several-blocks No troops\nwill be sent there.",
            "{page}"
        );
    }
    assert_eq!(
        found(
            "<p>Ann:<p>No troops<br>will be sent there.<p>Bo",
            "No troops will be sent there."
        ),
        "typographic No troops\nwill be sent there."
    );
}

#[test]
fn what_is_struck_out_is_told() {
    let page =
        "<p>Äh: We will <del>not</del> begin the <s>great</s> works.<p>No other works begin.";
    assert_eq!(
        found(page, "We will not begin the"),
        "exact struck-out We will not begin the"
    );
    assert_eq!(
        found(page, "We will begin the works."),
        "typographic without-struck-out We will not begin the great works."
    );
    assert_eq!(
        found(page, "No other works begin."),
        "exact No other works begin."
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn what_is_raised_melts_into_no_number() {
    for (page, quote, expected) in [
        (
            "It cost 10<sup>6</sup> euros a year.",
            "It cost 106 euros a year.",
            "absent",
        ),
        (
            "It cost 10<sup>6</sup> euros a year.",
            "It cost 10⁶ euros a year.",
            "exact",
        ),
        (
            "It cost 10<sup>6</sup> euros a year.",
            "It cost 10 euros a year.",
            "absent",
        ),
        (
            "<a href=x>It cost 10<sup>6</sup> euros</a> a year.",
            "It cost 10 euros a year.",
            "absent",
        ),
        (
            "It cost 5<sup>2</sup> million a year.",
            "It cost 52 million a year.",
            "absent",
        ),
        (
            "It is 10<sub>2</sub> in all of them.",
            "It is 102 in all of them.",
            "absent",
        ),
        (
            "<sup>1</sup>200 people were there.",
            "1200 people were there.",
            "absent",
        ),
        (
            "CO<sub>2</sub> falls in each year.",
            "CO2 falls in each year.",
            "typographic",
        ),
        (
            "CO<sub>2</sub> falls in each year.",
            "CO₂ falls in each year.",
            "exact",
        ),
        (
            "It takes <sup>1</sup>/<sub>2</sub> of an hour.",
            "It takes 1/2 of an hour.",
            "typographic",
        ),
        (
            "It has 50 m<sup>2</sup> in all of it.",
            "It has 50 m in all of it.",
            "absent",
        ),
        (
            "The 1<sup>st</sup> of the works begins.",
            "The 1st of the works begins.",
            "exact",
        ),
    ] {
        assert_eq!(
            found(page, quote).split(' ').next(),
            Some(expected),
            "{page}: {quote}"
        );
    }
}

#[test]
fn marks_of_footnotes_can_be_left_out() {
    for mark in [
        "<sup class=reference><a href='#n'>[1]</a></sup>",
        "<sup><a href='#n'>1</a></sup>",
        "<a href='#n'><sup>1</sup></a>",
        "<sup>[a]</sup>",
        "<sup>1</sup>",
        "<sup>*</sup>",
    ] {
        let page = format!("<p>The works begin{mark} in the spring, he said.");
        let told = found(&page, "The works begin in the spring");
        assert!(
            told.starts_with("typographic The works begin"),
            "{mark}: {told}"
        );
        let told = found(&page, "The works begin");
        assert!(!told.starts_with("absent"), "{mark}: {told}");
    }
}

#[test]
fn letters_and_marks_that_browsers_make_are_typography() {
    let page = "<h1 style='text-transform:uppercase'>Straße: we begin it</h1><p>He said <q>never</q> to it.";
    assert_eq!(
        found(page, "STRASSE: WE BEGIN IT"),
        "typographic Straße: we begin it"
    );
    assert_eq!(
        found(page, "Straße: we begin it"),
        "exact Straße: we begin it"
    );
    assert_eq!(
        found(page, "He said “never” to it."),
        "typographic He said never to it."
    );
    assert_eq!(
        found(page, "He said never to it."),
        "exact He said never to it."
    );
    let page = "<p style='text-transform:capitalize'>the council’s own works";
    assert_eq!(
        found(page, "The Council’s Own Works"),
        "typographic the council’s own works"
    );
    let page = "<style>h2{text-transform:lowercase}h2::first-letter,p::first-letter{text-transform:uppercase}\
                </style><h2>MAYOR TELLS THE TOWN</h2><p>“we <b>shall</b> see";
    assert_eq!(
        found(page, "Mayor tells the town"),
        "typographic MAYOR TELLS THE TOWN"
    );
    assert_eq!(found(page, "We shall see"), "typographic we shall see");
    assert_eq!(
        found(page, "We Shall see").split(' ').next(),
        Some("absent")
    );
}

#[test]
fn words_in_boxes_side_by_side_stand_apart() {
    let page =
        "<p><button>Share</button>Words of the council<b style='margin-left:1em'>begin</b> here.";
    assert_eq!(
        found(page, "Words of the council"),
        "exact Words of the council"
    );
    assert_eq!(
        found(page, "Share Words of the council begin here."),
        "typographic ShareWords of the councilbegin here."
    );
    assert_eq!(
        found(page, "ShareWords of the councilbegin here."),
        "typographic ShareWords of the councilbegin here."
    );
    let page =
        "<style>i{display:inline-block}</style><h1>We <i>b</i><i>e</i><i>g</i><i>in</i> the works";
    assert_eq!(
        found(page, "We begin the works"),
        "typographic We begin the works"
    );
    let page = "<p>We are <i style='display:inline-block'>un</i>able to begin the works.";
    assert_eq!(
        found(page, "able to begin the works."),
        "cannot-check broken-word"
    );
    let page = "<p>See <code style='padding:2px'>works</code>, which we begin.";
    assert_eq!(
        found(page, "See works, which we begin."),
        "exact See works, which we begin."
    );
    let page = "<p>Other words here.<div hidden><button>Share</button>Words of it</div>";
    assert_eq!(found(page, "Share Words of it"), "cannot-check hidden");
    let page = "<h1 style='text-transform:uppercase'>Say<b style='padding:2px'>it</b>: we begin";
    assert_eq!(
        found(page, "SAY IT: WE BEGIN"),
        "typographic Sayit: we begin"
    );
}

#[test]
fn what_may_be_hidden_cannot_be_checked() {
    for page in [
        "<p style='display:var(--a)'>We will begin the works.",
        "<p>We will <b style='visibility:var(--a)'>never</b> begin the works.",
        "<p style='color:#fff;background:#fff'>We will begin the works.",
    ] {
        assert_eq!(
            found(page, "We will begin the works."),
            "cannot-check unsure",
            "{page}"
        );
    }
}

#[test]
fn marks_of_footnotes_can_be_quoted_as_browsers_copy_them() {
    for page in [
        "<p>We begin it,<sup><a href=x>[40]</a></sup> and end it here.",
        "<p>We begin it,<sup><a href=x><i>[</i>40<i>]</i></a></sup> and end it here.",
    ] {
        assert_eq!(
            found(page, "We begin it,[40] and end it here.")
                .split(' ')
                .next(),
            Some("typographic"),
            "{page}"
        );
        assert_eq!(
            found(page, "We begin it, and end it here.")
                .split(' ')
                .next(),
            Some("typographic"),
            "{page}"
        );
    }
    let page = "<p>He gave $500<sup><a href=x>[29]</a></sup> to it.";
    assert_eq!(
        found(page, "He gave $500[29] to it.").split(' ').next(),
        Some("typographic")
    );
    let page = "<p>It cost 5<sup><a href=x>2</a></sup> million a year.";
    assert_eq!(found(page, "It cost 52 million a year."), "absent");
}

#[test]
fn raised_numbers_after_short_words_are_marks_of_footnotes() {
    for (page, quote, expected) in [
        (
            "We begin it<sup>3</sup> in the year.",
            "We begin it in the year.",
            "typographic",
        ),
        (
            "They ended the war<sup>12</sup> in May.",
            "They ended the war in May.",
            "typographic",
        ),
        (
            "It is said of the EU<sup>4</sup> in May.",
            "It is said of the EU in May.",
            "cannot-check",
        ),
        (
            "It is the mc<sup>2</sup> in the law of it.",
            "It is the mc in the law of it.",
            "cannot-check",
        ),
        (
            "It costs so much a cm<sup>2</sup> of it.",
            "It costs so much a cm of it.",
            "absent",
        ),
        (
            "It has 50 ares<sup>2</sup> in all of it.",
            "It has 50 ares in all of it.",
            "absent",
        ),
    ] {
        assert_eq!(
            found(page, quote).split(' ').next(),
            Some(expected),
            "{page}"
        );
    }
}

/// Browsers do not show the brackets; other programs do.
#[test]
fn readings_in_their_brackets_are_not_absent() {
    let page = "<p>会社<ruby>員<rp>（</rp><rt>いん</rt><rp>）</rp></ruby>は今日から新しい<ruby>仕事<rp>(</rp><rt>しごと</rt><rp>)</rp></ruby>をする。";
    for quote in [
        "会社員（いん）は今日から新しい仕事",
        "会社員（いん）は今日から新しい仕事(しごと)をする",
    ] {
        assert_eq!(found(page, quote), "cannot-check hidden", "{quote}");
    }
    assert_eq!(found(page, "会社員（ひと）は今日から新しい仕事"), "absent");
    let others = "会社員は今日から新しい仕事（しごと）をする";
    assert_ne!(found(page, others), "absent");
}

#[test]
fn words_can_be_quoted_with_the_readings_over_them() {
    let page = "<p>会社<ruby>員<rt>いん</rt></ruby>は今日から新しい<ruby>仕事<rt>しごと</rt></ruby>。<p>次の";
    assert_eq!(
        found(page, "会社員は今日から新しい仕事"),
        "exact 会社員は今日から新しい仕事"
    );
    assert_eq!(
        found(page, "会社員いんは今日から新しい仕事しごと"),
        "typographic 会社員は今日から新しい仕事"
    );
}
