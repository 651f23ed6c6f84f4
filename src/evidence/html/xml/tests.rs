use proptest::prelude::*;

use super::{as_html, calls_itself_xml};
use crate::evidence::html::read;

const HEAD: &str = "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\">\n\
    <html xmlns='http://www.w3.org/1999/xhtml'><head>";

fn shown(xml: &str) -> String {
    read(&as_html(xml).html).shown.text
}

#[test]
fn elements_that_close_themselves_swallow_nothing() {
    for element in [
        "<script src='a.js'/>",
        "<script type=\"text/javascript\" src=\"a.js\" />",
        "<title/>",
        "<style type='text/css'/>",
        "<iframe src='a.html'/>",
        "<textarea/>",
        "<noscript/>",
        "<xmp/>",
        "<div hidden='hidden'/>",
        "<a id='x'/>",
        "<svg><title/><path d='M0 0'/></svg>",
        "<SCRIPT SRC='a.js'/>",
    ] {
        let page = format!("{HEAD}</head><body>{element}<p>We will begin.</p></body></html>");
        assert_eq!(shown(&page).trim(), "We will begin.", "{element}");
    }
}

#[test]
fn sections_without_markup_are_text() {
    for (part, expected) in [
        (
            "<p><![CDATA[We will <begin> & end.]]></p>",
            "We will <begin> & end.",
        ),
        ("<p>We <![CDATA[will]]> begin.</p>", "We will begin."),
        (
            "<script>//<![CDATA[\nif (a < b && c) d('</p>');\n//]]></script><p>x",
            "x",
        ),
        (
            "<style>/*<![CDATA[*/ b { display: none } /*]]>*/</style><p>x<b>y</b>",
            "x",
        ),
        (
            "<style><![CDATA[b { display: none }]]></style><p>x<b>y</b>",
            "x",
        ),
        ("<?php echo 'a > b'; ?><p>x", "x"),
        (
            "<p>a &lt; b<br/>c <img src='x.png' alt='z'/> d",
            "a < b\nc d",
        ),
        ("<p><a href=x/>y</a> 1 < 2", "y 1 < 2"),
    ] {
        assert_eq!(
            shown(&format!("{HEAD}</head><body>{part}")),
            expected,
            "{part}"
        );
    }
}

/// A piece of a subtitle is not struck out.
#[test]
fn names_of_other_vocabularies_mean_nothing_of_html() {
    let struck = |root: &str| {
        let xml = format!(
            "<?xml version='1.0'?><timedtext{root}><body><p><s>We</s><s> will</s></p></body></timedtext>"
        );
        read(&as_html(&xml).html).shown.struck
    };
    assert!(struck("").is_empty());
    assert!(!struck(" xmlns:h='http://www.w3.org/1999/xhtml'").is_empty());
}

/// As programs write it for programs; what stands among words parts none.
#[test]
fn elements_without_a_space_between_them_stand_apart() {
    for (xml, expected) in [
        (
            "<doc><a>Title</a><b>We will begin.</b></doc>",
            "Title We will begin.",
        ),
        (
            "<d><a>One</a><g><b>two</b><c/></g><g><b>three</b></g></d>",
            "One two three",
        ),
        (
            "<d><p>un<x>likely</x><y/> (<x><y>so</y></x>)</p><p>then</p></d>",
            "unlikely (so)\nthen",
        ),
        ("<d><a>One</a><b><![CDATA[two]]></b></d>", "One two"),
    ] {
        let xml = format!("<?xml version='1.0'?>{xml}");
        assert_eq!(shown(&xml).trim(), expected, "{xml}");
    }
}

#[test]
fn names_with_a_prefix_and_document_types_with_definitions_are_read() {
    let page = "<?xml version='1.0'?><!DOCTYPE h:html [ <!ELEMENT x ANY> ]>\
        <h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title>T</h:title></h:head>\
        <h:body><h:p>One</h:p><h:p>two <h:b>three</h:b></h:p></h:body></h:html>";
    assert_eq!(shown(page), "One\ntwo three");
}

/// What readers of HTML are used to is lost by none that takes the page for XML.
#[test]
fn what_is_html_alone_loses_nothing() {
    for (part, expected) in [
        ("<p>One<p>two<br>three", "One\ntwo\nthree"),
        ("<p class=a id=b/c/>One</p>two", "One\ntwo"),
        ("<input disabled><p>One", "One"),
        ("<script>if (a<b) c('<p>')</script><p>One", "One"),
        ("<script>x = '<!--<script>'</script><p>One", "One"),
        ("<script>a<b<p>One", "aOne"),
        ("<![CDATA[<p>One</p>", "One"),
        ("<!-- a <p>One</p>", "a\nOne"),
        ("<!-- a --!> b --><p>One</p>", "One"),
        ("<!--><p>One</p><!-- -->", "One"),
        ("<!---><p>One</p><!-- -->", "One"),
        ("<![if !IE]><p>One</p><![endif]>", "One"),
        ("<![if !IE]<p>a</p>><p>One</p>", "a\n>\nOne"),
        ("<?xml:namespace prefix = o /><p>One</p><?php ?>", "One"),
        ("<?import a><p>One</p>", "One"),
        ("<p>a <<b>b</b> c</p>", "a <b c"),
        ("<p>1 < 2 </ 3</p>", "1 < 2 </ 3"),
        ("<plaintext/><p>One</p>", "One"),
        ("<título>One</título><_a>two</_a>", "Onetwo"),
    ] {
        let page = format!("{HEAD}</head><body>{part}");
        assert_eq!(shown(&page), expected, "{part}");
        assert!(!as_html(&page).is_sound, "{part}");
    }
}

#[test]
fn pages_without_a_fault_are_sound() {
    for part in [
        "",
        "<br/><img src='a.png' alt=\"a > 'b'\" />",
        "<p\n class = 'a'\n>a &amp; b &#8212; <b >c</b ></p>",
        "<script>//<![CDATA[\nif (a < b && c) d();\n//]]></script><script src='a.js'/>",
        "<style><!-- b { color: red } --></style>",
        "<?php echo 'a > b'; ?><!-- a <b> & c - d -->",
        "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg><título>a</título>",
    ] {
        let page = format!("{HEAD}</head><body>{part}</body></html>\n");
        assert!(as_html(&page).is_sound, "{part}");
    }
    for part in [
        "<br>",
        "<p>a",
        "</p>",
        "<b><i></b></i>",
        "<p class=a></p>",
        "<p hidden></p>",
        "<p class='a\" hidden='' /></p>",
        "a & b",
        "AT&T;a & b;",
        "a < b",
        "<script>a && b</script>",
        "<script>'<p>'</script>",
        "<!-- a -- b -->",
        "<P></p>",
    ] {
        let page = format!("{HEAD}</head><body>{part}</body></html>");
        assert!(!as_html(&page).is_sound, "{part}");
    }
    assert!(!as_html("<p>a</p><p>b</p>").is_sound);
}

#[test]
fn a_feed_that_holds_html_is_a_feed() {
    let feed = "<?xml version='1.0'?><!-- <html> --><feed xmlns='http://www.w3.org/2005/Atom'>\
        <title>News</title><link>http://x.org</link>\
        <content><div xmlns='http://www.w3.org/1999/xhtml'>We will begin.</div></content></feed>";
    assert_eq!(shown(feed), "News\nhttp://x.org\nWe will begin.");
    assert!(!as_html(feed).is_xhtml);
    let page = "<div xmlns='http://www.w3.org/1999/xhtml'><title>News</title>We will begin.</div>";
    assert!(as_html(page).is_xhtml);
}

#[test]
fn texts_in_other_vocabularies_are_shown() {
    let feed = "<?xml version='1.0'?><rss><channel><title>News</title><link>http://x.org</link>\
        <item><description><![CDATA[<p>We will <b>begin</b>.</p>]]></description></item></channel></rss>";
    assert_eq!(shown(feed), "News\nhttp://x.org\nWe will begin.");
}

#[test]
fn what_does_not_say_that_it_is_xml_calls_itself_none() {
    for page in [
        "<p>x</p><script src=a/>",
        "<html><svg xmlns='http://www.w3.org/2000/svg'><a/>",
        "",
    ] {
        assert!(!calls_itself_xml(page), "{page}");
    }
    assert_eq!(as_html("<p/>x").html, "<p></p>x");
}

#[test]
fn work_grows_in_line_with_the_page() {
    for part in [
        "<![CDATA[",
        "<?",
        "<!--",
        "<![",
        "<a b='",
        "<script>",
        "</",
        "<a/>",
    ] {
        let page: String = (0..20_000).map(|_| part).collect();
        assert!(as_html(&page).html.len() < 4 * page.len() + 10, "{part}");
    }
}

proptest! {
    /// Whatever a page begins, once it is ended, what follows is there.
    #[test]
    fn no_beginning_swallows_the_page(
        text in "(<[a-z!?/\\[]{0,3}|[ -<>-~]|é|-->|\\]\\]>|\\?>|<!\\[CDATA\\[|<script>|<!doctype|/>){0,40}"
    ) {
        let page = format!("{text}\"'>]]>-->?></script><p>One");
        prop_assert!(as_html(&page).html.ends_with("<p>One"));
    }
}

/// As editions of texts, lists of feeds and dumps of data bases have them.
#[test]
fn words_in_attributes_of_other_vocabularies_are_hidden() {
    let words = "The council will not begin";
    for xml in [
        format!("<?xml version='1.0'?><TEI><p>So.</p><quote text='{words}'/></TEI>"),
        format!("<?xml version='1.0'?><opml><outline text='{words}' type='rss'/></opml>"),
        format!("<?xml version='1.0'?><posts><row Id='1' Body='{words}'/></posts>"),
    ] {
        let page = read(&as_html(&xml).html);
        assert!(page.hidden.contains(words), "{xml}");
        assert!(!page.shown.text.contains(words), "{xml}");
    }
}
