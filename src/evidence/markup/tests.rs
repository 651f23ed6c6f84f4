use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::{Check, Obstacle};

fn look(page: &str, media: Media, quote: &str) -> (Check, Option<Obstacle>) {
    let wanted = SoughtQuote::of(quote);
    let found = find(&Snapshot::read(page.as_bytes(), media), &[wanted]).remove(0);
    (found.check, found.reason)
}

const DECLARED: &str = "<?xml version='1.0' encoding='utf-8'?>\n";
const TYPE: &str = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\">\n";
const BEGINNING: &str =
    "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>a</title></head><body>";
const END: &str = "</body></html>";
const EXACT: (Check, Option<Obstacle>) = (Check::Exact, None);
const UNSURE: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::Unsure));
const ABSENT: (Check, Option<Obstacle>) = (Check::Absent, None);

/// Pages whose root has the namespace of XHTML, and that are HTML.
#[test]
fn a_page_by_the_name_of_html_is_read_as_html_whatever_it_says() {
    for (body, quote) in [
        (
            "<div hidden='' /><p>We will begin.</p></div><p>After the long winter.</p>",
            "After the long winter.",
        ),
        (
            "<div class='a' />One wide <b>bridge is built</b>",
            "One wide bridge is built",
        ),
        (
            "<script>document.write(\"<!--\"); if (a<b) c('<p/>');</script><p>We will begin now.</p>",
            "We will begin now.",
        ),
        (
            "<p>One<p>We will begin <br>now<img src=a.png/>.",
            "We will begin",
        ),
        (
            "<p>We will <![CDATA[never]]>begin now.</p>",
            "We will begin now.",
        ),
        ("<p>We will <?php a > never begin.</p>", "never begin."),
    ] {
        for head in ["", TYPE, "<!DOCTYPE html>", &format!("{DECLARED}{TYPE}")] {
            let page = format!("{head}{BEGINNING}{body}{END}");
            assert_eq!(look(&page, Media::Html, quote), EXACT, "{page}");
        }
    }
}

#[test]
fn words_that_only_the_other_reading_has_are_not_absent() {
    let cases = [
        (
            "<p>We will <![CDATA[never ]]>begin now.</p>",
            "We will never begin now.",
        ),
        (
            "<p>We will <b/>begin <xmp>the <i>long</i> works</xmp></p>",
            "begin the long works",
        ),
    ];
    for (body, quote) in cases {
        let page = format!("{DECLARED}{BEGINNING}<p>Other words.</p>{body}{END}");
        assert_ne!(look(&page, Media::Html, quote).0, Check::Absent, "{body}");
        assert_ne!(look(&page, Media::Html, quote).0, Check::Exact, "{body}");
    }
    let (body, quote) = cases[0];
    let page = format!("{DECLARED}{BEGINNING}{body}{END}");
    assert_eq!(look(&page, Media::Html, quote), UNSURE);
    assert_eq!(look(&page, Media::Xml, quote), EXACT);
    assert_eq!(look(&page, Media::Xml, "We will begin now."), UNSURE);
    for media in [Media::Html, Media::Xml, Media::Text, Media::Markdown] {
        assert_eq!(look(&page, media, "We will end the works now."), ABSENT);
    }
}

/// A browser takes what is called neither for XML if it begins so; whoever saved it may have seen HTML.
#[test]
fn a_page_by_neither_name_is_exact_where_both_readings_are() {
    let body = "<p>We will begin now.</p><div hidden='' /><p>After the long winter.</p>";
    for media in [Media::Text, Media::Markdown] {
        let page = format!("{DECLARED}{TYPE}{BEGINNING}{body}{END}");
        assert_eq!(look(&page, media, "We will begin now."), EXACT);
        assert_eq!(
            look(&page, media, "After the long winter.").0,
            Check::CannotCheck
        );
        let page = format!("{DECLARED}{BEGINNING}<p>We will <![CDATA[never]]> begin now.</p>{END}");
        assert_eq!(look(&page, media, "We will begin now."), UNSURE);
        let page = format!("{TYPE}{BEGINNING}<p>We will <![CDATA[never]]> begin now.</p>{END}");
        assert_eq!(look(&page, media, "We will begin now."), EXACT);
    }
}

/// A browser shows a fault and what stands before it; whoever wrote the page saw HTML.
#[test]
fn a_page_by_the_name_of_xhtml_that_is_not_well_formed_is_read_both_ways() {
    let page = |body: &str| format!("{DECLARED}{TYPE}{BEGINNING}{body}{END}");
    let faulty = page("<p>We will begin now.<br><div hidden='' /><p>After the long winter.");
    assert_eq!(look(&faulty, Media::Xml, "We will begin now."), EXACT);
    assert_eq!(
        look(&faulty, Media::Xml, "After the long winter.").0,
        Check::CannotCheck
    );
    let sound = page("<p>We will begin now.</p><div hidden='' /><p>After the long winter.</p>");
    assert_eq!(look(&sound, Media::Xml, "After the long winter."), EXACT);
    let lines = "<transcript><text start='0'>We will begin</text><text start='2'>the works now.</text></transcript>";
    assert_eq!(
        look(lines, Media::Xml, "We will begin the works now.").0,
        Check::Typographic
    );
    let feed =
        "<rss><item><description>Q & A <![CDATA[<p>We will <b>begin</b> now.</p>]]></description>";
    assert_eq!(look(feed, Media::Xml, "We will begin now."), EXACT);
}
