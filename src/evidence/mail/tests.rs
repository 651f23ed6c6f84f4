use crate::evidence::{Form, Media, Snapshot, SoughtQuote, find, unpack};
use crate::model::{Check, Obstacle};

fn find_in(bytes: &[u8], media: Media, quote: &str) -> (Check, Option<Obstacle>) {
    let wanted = SoughtQuote::of(quote);
    let pages = Snapshot::all(bytes, media, None, &[]);
    let found = pages.iter().map(|page| find(page, &[wanted]).remove(0));
    let best = found.min_by_key(|found| found.check).unwrap();
    (best.check, best.reason)
}

fn look(mail: &str, quote: &str) -> (Check, Option<Obstacle>) {
    let mut found = Vec::new();
    // A box of messages and lines of other systems change nothing, nor does the name.
    for (text, media) in [
        (mail.to_owned(), Media::Text),
        (mail.replace('\n', "\r\n"), Media::Text),
        (format!("From ann Mon Jan  1\n{mail}"), Media::Html),
    ] {
        found.push(find_in(text.as_bytes(), media, quote));
    }
    assert!(found.iter().all(|one| one == &found[0]), "{found:?}");
    found[0]
}

const HEADS: &str = "From: Ann Bell <ann@example.org>\nSubject: The works\nMIME-Version: 1.0\n";

#[test]
fn parts_are_read_however_they_are_encoded() {
    for (encoding, body) in [
        (
            "7bit",
            "We will begin the works\nin the spring: a cafe, a tea.",
        ),
        (
            "8bit",
            "We will begin the works\nin the spring: a café, a tea.",
        ),
        (
            "quoted-printable",
            "We will begin the wo=\nrks\nin the spring: a caf=C3=A9, a tea=2E  ",
        ),
        (
            "Quoted-Printable",
            "We will begin the wo=\nrks in the spring: a caf=c3=a9, a te=\na.",
        ),
        (
            "base64",
            "V2Ugd2lsbCBiZWdpbiB0aGUgd29ya3MKaW4gdGhlIHNwcmluZzogYSBjYWbDqSwg\nYSB0ZWEu",
        ),
        (
            "BASE64",
            "V2Ugd2lsbCBiZWdpbiB0aGUgd29ya3MKaW4gdGhlIHNwcmluZzogYSBjYWbDqSwg\nYSB0ZWE",
        ),
    ] {
        let mail = format!(
            "{HEADS}Content-Type: multipart/mixed;\n\tboundary=\"=_b 1\"\n\nNo mail program shows this line.\n\
             --=_b 1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n\
             {body}\n--=_b 1\n\n-- \nAnn Bell, harbour office\n--=_b 1--\nNor does one show this.\n"
        );
        for quote in [
            "We will begin the works in the spring: a caf",
            "Ann Bell, harbour office",
        ] {
            if encoding == "7bit" || !quote.ends_with("caf") {
                assert!(
                    look(&mail, quote.trim_end_matches(" a caf"))
                        .0
                        .is_verified(),
                    "{quote}"
                );
            } else {
                let quote = format!("{quote}é, a tea");
                assert!(look(&mail, &quote).0.is_verified(), "{encoding}: {quote}");
            }
        }
        let quote = "We will end the works in the spring.";
        assert_eq!(look(&mail, quote).0, Check::Absent);
        let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
        for quote in [
            "No mail program shows this line.",
            "Nor does one show this.",
        ] {
            assert_eq!(look(&mail, quote), hidden, "{quote}");
        }
    }
}

/// What another part says is not known.
#[test]
fn what_is_attached_is_not_known() {
    for (other, text) in [
        (
            "application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64",
            "JVBERi0xLjQK",
        ),
        (
            "image/png\nContent-Transfer-Encoding: base64",
            "JVBERi0xLjQK",
        ),
        ("message/rfc822", "Subject: x\n\nWe will end it."),
    ] {
        let mail = format!(
            "{HEADS}Content-Type: multipart/mixed; boundary=out\n\n--out\n\
             Content-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain\n\n\
             We will begin the works.\n--in\nContent-Type: text/html\n\n<p>We will <b>begin</b> the works.\
             <!-- Not a soul reads this. -->\n--in--\n--out\nContent-Type: {other}\n\n{text}\n--out--\n"
        );
        assert_eq!(look(&mail, "We will begin the works.").0, Check::Exact);
        let unknown = (Check::CannotCheck, Some(Obstacle::WebArchive));
        assert_eq!(
            look(&mail, "We will end it, she wrote."),
            unknown,
            "{other}"
        );
        assert_eq!(
            look(&mail, "Not a soul reads this.").0,
            Check::CannotCheck,
            "{other}"
        );
    }
}

#[test]
fn a_message_without_words_is_told() {
    for (heads, body) in [
        ("multipart/mixed", "--b\n\nWe will begin the works.\n--b--"),
        (
            "multipart/mixed; boundary=b",
            "--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nV2Ugd2ls\n--b--",
        ),
        (
            "application/pdf\nContent-Transfer-Encoding: base64",
            "V2Ugd2ls",
        ),
    ] {
        let mail = format!("{HEADS}Content-Type: {heads}\n\n{body}\n");
        let unknown = (Check::CannotCheck, Some(Obstacle::WebArchive));
        assert_eq!(look(&mail, "We will begin the works."), unknown, "{heads}");
    }
}

/// As Chromium saves a page.
const PAGE: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/works\r\n\
    Subject: =?utf-8?Q?Works?=\r\nDate: Thu, 26 Nov 2026 15:43:07 -0000\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--x----\"\r\n\r\n\r\n\
    ------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n\
    Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://gazette.example/works\r\n\r\n\
    <!DOCTYPE html><html><head><meta http-equiv=3D\"Content-Type\" content=3D\"text/html; charset=3DUTF-8\">\
    </head><body><p>=E2=80=9CWe will begin the wor=\r\nks in the spring,=E2=80=9D she said.\
    <link rel=3D\"stylesheet\" href=3D\"cid:css-1@mhtml.blink\" /><p class=3D\"h\">We will end the works.</p>\
    <div><template shadowmode=3D\"open\"><p>A shadow says that here.</p></template></div><iframe src=3D\"cid:frame-2@mhtml.blink\"></iframe></body></html>\r\n\
    ------MultipartBoundary--x----\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n\
    Content-Location: cid:css-1@mhtml.blink\r\n\r\n@charset \"utf-8\";\r\n.h { display: none; }\r\n\
    ------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-2@mhtml.blink>\r\n\
    Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://ads.example/1\r\n\r\n\
    <p>A frame says this here.\r\n\
    ------MultipartBoundary--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\
    Content-Location: https://gazette.example/a.png\r\n\r\niVBORw0KGgo=\r\n\
    ------MultipartBoundary--x------\r\n";

#[test]
fn a_page_that_was_saved_as_a_message_is_read_with_its_frames() {
    for quote in [
        "“We will begin the works in the spring,” she said.",
        "A frame says this here.",
        "A shadow says that here.",
    ] {
        assert_eq!(
            find_in(PAGE.as_bytes(), Media::Text, quote).0,
            Check::Exact,
            "{quote}"
        );
    }
    let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
    assert_eq!(
        find_in(PAGE.as_bytes(), Media::Text, "We will end the works."),
        hidden
    );
    assert_eq!(
        find_in(
            PAGE.as_bytes(),
            Media::Text,
            "We will begin it in the summer"
        )
        .0,
        Check::Absent
    );
    let saved = unpack(PAGE.as_bytes(), Media::Text, None, &[]).unwrap();
    assert_eq!(saved.form, Form::Mhtml);
    let places = saved
        .pages
        .iter()
        .map(|page| (page.address.as_deref().unwrap(), page.time.as_deref()));
    let time = Some("2026-11-26T15:43:07Z");
    assert_eq!(
        places.collect::<Vec<_>>(),
        [("https://gazette.example/works", time)]
    );
}

/// The heads of a part say its encoding; of several pages, the first heads say which is meant.
#[test]
fn a_part_is_in_the_encoding_that_it_says() {
    let page = "MIME-Version: 1.0\r\nSnapshot-Content-Location: http://b.example/\r\n\
        Content-Type: multipart/related; boundary=\"b\"\r\n\r\n\
        --b\r\nContent-Type: text/html; charset=\"windows-1251\"\r\nContent-Transfer-Encoding: base64\r\n\
        Content-Location: http://a.example/\r\n\r\n\
        PHA+zOggx+D34uDr6PHlIO3g4uXx7fMsIO/ux+Dz5+DgLjwvcD4=\r\n\
        --b\r\nContent-Type: text/html; charset=\"iso-8859-2\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\
        Content-Location: http://b.example/\r\n\r\n<p>Za=E8neme na ja=F8e, =F8ekla starostka.\r\n--b--\r\n";
    let saved = unpack(page.as_bytes(), Media::Text, None, &[]).unwrap();
    assert_eq!(saved.pages[0].address.as_deref(), Some("http://b.example/"));
    let found = find_in(
        page.as_bytes(),
        Media::Text,
        "Začneme na jaře, řekla starostka.",
    );
    assert_eq!(found.0, Check::Exact);
}

#[test]
fn what_is_cut_off_or_encoded_badly_ends() {
    for end in (0..PAGE.len()).step_by(7) {
        let cut = PAGE.get(..end).unwrap();
        let (check, _) = find_in(
            cut.as_bytes(),
            Media::Text,
            "We will begin it in the summer",
        );
        assert!(!check.is_verified(), "{end}");
    }
    let mail = format!("{HEADS}Content-Transfer-Encoding: quoted-printable\n\nA =ZZ b = c =\n");
    assert_eq!(
        find_in(mail.as_bytes(), Media::Text, "A =ZZ b = c and more").0,
        Check::Absent
    );
}

#[test]
fn what_ends_before_its_parts_are_closed_has_more() {
    const PARTED: &str = "Subject: Works\nContent-Type: multipart/mixed; boundary=b\n\n\
        --b\nContent-Type: text/plain\n\nWe will begin.\n--b\nContent-Type: text/plain\n\nOf the council.\n--b--\n";
    let quote = "We will end it in the summer";
    let of = |message: &str| find_in(message.as_bytes(), Media::Text, quote);
    assert_eq!(of(PARTED).0, Check::Absent);
    for cut in [
        "--b--\n",
        "council.\n--b--\n",
        "\n\nOf the council.\n--b--\n",
    ] {
        let (check, reason) = of(PARTED.strip_suffix(cut).unwrap());
        assert_eq!(check, Check::CannotCheck, "{cut}");
        assert_eq!(reason, Some(Obstacle::BrokenArchive), "{cut}");
    }
}

#[test]
fn a_message_that_is_a_page_is_read_as_one() {
    const PAGE: &str = "<html><head><style>.p { display: none }</style></head><body>\
        <p>We will <b>begin</b> the caf&eacute; works.<p class=p>The preheader has other words.</body></html>";
    let long = format!("X-Trace: {}\n", "a b c d ".repeat(4_000));
    let html = "Content-Type: text/html; charset=utf-8\n";
    for heads in [
        format!("{HEADS}{html}"),
        format!("{HEADS}{html}Content-Transfer-Encoding: 7bit\n"),
        format!("{HEADS}{html}Content-Transfer-Encoding:\n\t8bit\n"),
        format!("{HEADS}Content-Type:\n text/HTML;\n charset=utf-8\n"),
        format!("From: Ann Bell <ann@example.org>\n{html}"),
        format!("Received: by example.org\n{long}{HEADS}{html}"),
    ] {
        let mail = format!("{heads}\n{PAGE}");
        let shown = look(&mail, "We will begin the café works.");
        assert_eq!(shown, (Check::Exact, None), "{heads}");
        let hidden = look(&mail, "The preheader has other words.");
        assert_eq!(
            hidden,
            (Check::CannotCheck, Some(Obstacle::Hidden)),
            "{heads}"
        );
    }
    // What begins as a message and is none is a text.
    for text in [
        "Note: we will begin the works.\n",
        "Subject: a\n\nContent-Type: text/html\nWe will begin the works.\n",
    ] {
        let found = find_in(text.as_bytes(), Media::Text, "will begin the works.");
        assert!(found.0.is_verified(), "{text}");
    }
}

/// Mail programs show the subject decoded, and few of the other heads.
#[test]
fn the_heads_that_programs_show_are_read() {
    let coded = "From: =?utf-8?q?Ann_B=C3=A9ll?= <ann@example.org>\nTo: editors@example.org\n\
        X-Trace: by a machine alone\nSubject: =?UTF-8?B?V2Ugd2lsbCBiZWdpbiBhdCB0aGUgY2Fmw6k=?=\n =?utf-8?q?_in_spring?=\n";
    let plain = "\nThe works are dear to us all.\n";
    let parts = "\n--b\nContent-Type: text/plain\n\nThe works are dear to us all.\n--b\n\
        Content-Type: text/html\n\n<p>The works are <b>dear</b> to us all.\n--b--\n";
    for (heads, body) in [
        ("", plain),
        (
            "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n",
            plain,
        ),
        ("Content-Type: multipart/alternative; boundary=b\n", parts),
    ] {
        let mail = format!("{coded}{heads}{body}");
        for quote in [
            "We will begin at the café in spring",
            "Ann Béll <ann@example.org>",
            "The works are dear to us all.",
        ] {
            assert_eq!(look(&mail, quote), (Check::Exact, None), "{quote}");
        }
        for quote in [
            "=?UTF-8?B?V2Ugd2lsbCBiZWdpbiBhdCB0aGUgY2Fmw6k=?=",
            "by a machine alone",
        ] {
            let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
            assert_eq!(look(&mail, quote), hidden, "{quote}");
        }
        assert_eq!(
            look(&mail, "We will end at the café in spring").0,
            Check::Absent
        );
    }
    let church = coded.replace("=?utf-8?q?Ann_B=C3=A9ll?=", "Saved by Grace Church");
    let found = look(
        &format!("{church}{plain}"),
        "We will begin at the café in spring",
    );
    assert_eq!(found, (Check::Exact, None));
    // What a browser wrote into the heads of a page that it saved is not of the page.
    let page = PAGE.replace("=?utf-8?Q?Works?=", "The works of a browser");
    let found = find_in(page.as_bytes(), Media::Text, "The works of a browser");
    assert!(!found.0.is_verified(), "{found:?}");
}

#[test]
fn lines_that_flow_are_joined_as_the_heads_say() {
    let body =
        "We will begin the wor \nks in the spr \n ing.\n> No one \n> knew \n> it.\n-- \nAnn Bell\n";
    let heads = |delsp| format!("{HEADS}Content-Type: text/plain; format=flowed{delsp}\n\n{body}");
    let quote = "We will begin the works in the spring.";
    assert_eq!(look(&heads("; DelSp=Yes"), quote), (Check::Exact, None));
    assert_eq!(look(&heads("; DelSp=Yes"), "No oneknewit.").0, Check::Exact);
    assert_eq!(
        look(&heads("; DelSp=Yes"), "We will begin the wor ks").0,
        Check::Absent
    );
    assert_eq!(look(&heads(""), "No one knew it.").0, Check::Typographic);
    let two = format!(
        "{HEADS}Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nWe will  \r\nbegin the wor \r\nks."
    );
    assert_eq!(
        find_in(two.as_bytes(), Media::Text, "We will begin the works.").0,
        Check::Exact
    );
    assert!(look(&heads("; delsp=yes"), "spring. No").0 != Check::Exact);
}

#[test]
fn a_message_that_says_first_how_long_it_is_is_read() {
    let body = "Content-Transfer-Encoding: quoted-printable\n\nWe will begin the wor=\nks.\n";
    let mail = format!("214\n{HEADS}Content-Type: text/plain\n{body}");
    assert_eq!(
        find_in(mail.as_bytes(), Media::Text, "We will begin the works.").0,
        Check::Exact
    );
}

#[test]
fn a_part_in_utf_7_is_read() {
    let mail = format!(
        "{HEADS}Content-Type: text/plain; charset=\"UTF-7\"\n\nUn caf+AOk-, dit-elle +IBQ- oui.\n"
    );
    assert_eq!(look(&mail, "Un café, dit-elle — oui.").0, Check::Exact);
    assert_eq!(look(&mail, "Un caf+AOk-, dit-elle").0, Check::Absent);
}
