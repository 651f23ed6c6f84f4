//! Writes a page of XML as the same page of HTML: elements that close themselves are closed, and what
//! stands in `<![CDATA[ ]]>` is text. No reader of XML would do: most pages that say they are XHTML are
//! not well-formed.

use std::borrow::Cow;

use super::attributes::end_of_tag;

const NAMESPACE: &str = "http://www.w3.org/1999/xhtml";
/// The root of a page tells within so many bytes what it is.
const MOST_BEFORE_ROOT: usize = 4 << 10;

/// Elements that hold nothing, in HTML too.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
    "param", "source", "track", "wbr",
];
/// Elements of HTML that do not show what texts in other vocabularies of XML have by the same name.
const OTHERS: &[&str] = &[
    "area", "base", "body", "datalist", "head", "html", "image", "link", "meta", "param", "source",
    "template", "track",
];

/// Returns a page as HTML, if its name, its declaration or its root says that it is XML.
pub(in super::super) fn as_html(text: &str, is_xml_by_name: bool) -> Option<String> {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let head = text
        .as_bytes()
        .get(..MOST_BEFORE_ROOT)
        .unwrap_or(text.as_bytes());
    let is_xhtml = contains(head, NAMESPACE.as_bytes());
    if !is_xml_by_name && !is_xhtml && !start.starts_with("<?xml") {
        return None;
    }
    let mut writer = Writer {
        html: String::with_capacity(text.len()),
        prefix: prefix(text).map(|prefix| format!("{prefix}:")),
        is_xhtml: is_xhtml || root(text).is_none_or(|root| root.eq_ignore_ascii_case("html")),
    };
    writer.write(text);
    Some(writer.html)
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Returns the prefix of the names of HTML, if they have one.
fn prefix(text: &str) -> Option<&str> {
    let before = ["\"", "'"].iter().find_map(|quote| {
        let (before, _) = text.split_once(&format!("={quote}{NAMESPACE}{quote}"))?;
        Some(before)
    })?;
    let (_, prefix) = before.rsplit_once("xmlns:")?;
    let is_name = !prefix.is_empty() && prefix.chars().all(char::is_alphanumeric);
    is_name.then_some(prefix)
}

/// Returns the name of the first element.
fn root(text: &str) -> Option<&str> {
    let mut tags = text
        .match_indices('<')
        .filter_map(|(at, _)| text.get(at + 1..));
    let first = tags.find(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    first
        .split(|c: char| c.is_whitespace() || c == '>' || c == '/')
        .next()
}

struct Writer {
    html: String,
    prefix: Option<String>,
    /// Whether the names are those of HTML.
    is_xhtml: bool,
}

impl Writer {
    fn write(&mut self, xml: &str) {
        let mut rest = xml;
        while let Some((text, from)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
            self.html.push_str(text);
            rest = self.markup(from);
        }
        self.html.push_str(rest);
    }

    /// Writes a tag, or what else begins so; returns what follows it.
    fn markup<'a>(&mut self, rest: &'a str) -> &'a str {
        if let Some(rest) = rest.strip_prefix("<![CDATA[") {
            let (text, after) = rest.split_once("]]>").unwrap_or((rest, ""));
            self.text(text);
            return after;
        }
        if rest.starts_with("<?") {
            return rest.split_once("?>").map_or("", |(_, after)| after);
        }
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(rest.len(), |at| at + "-->".len());
            return self.copy(rest, end);
        }
        if rest.starts_with("<!") {
            let end = rest.find(['>', '[']).unwrap_or(rest.len());
            self.copy(rest, end);
            let after = rest.get(end..).unwrap_or_default();
            let Some(subset) = after.strip_prefix('[') else {
                return after;
            };
            // The definitions of a document type are nothing that a reader sees.
            let (_, after) = subset.split_once(']').unwrap_or(("", ""));
            return after;
        }
        let name = rest.trim_start_matches('<').trim_start_matches('/');
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return self.copy(rest, 1);
        }
        let start = rest.len() - name.len();
        let (end, _) = end_of_tag(rest.as_bytes(), start);
        let tag = rest.get(start..end).unwrap_or_default();
        let after = rest.get(end..).unwrap_or_default();
        self.tag(tag, start > 1);
        let after = after.strip_prefix('>').unwrap_or(after);
        let is_open = start == 1 && !closes_itself(tag);
        match ["script", "style"]
            .iter()
            .find(|raw| is_open && name_of(tag).eq_ignore_ascii_case(raw))
        {
            Some(raw) => self.raw(after, raw),
            None => after,
        }
    }

    fn copy<'a>(&mut self, rest: &'a str, length: usize) -> &'a str {
        let (copied, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        self.html.push_str(copied);
        after
    }

    /// Writes the text of a section that has no mark-up. In feeds it is HTML.
    fn text(&mut self, text: &str) {
        if !self.is_xhtml && text.contains("</") {
            self.html.push_str(text);
            return;
        }
        for c in text.chars() {
            match c {
                '<' => self.html.push_str("&lt;"),
                '&' => self.html.push_str("&amp;"),
                c => self.html.push(c),
            }
        }
    }

    fn tag(&mut self, tag: &str, is_end: bool) {
        let full = name_of(tag);
        let name = self
            .prefix
            .as_deref()
            .and_then(|prefix| full.strip_prefix(prefix));
        let name = name.unwrap_or(full);
        let name = match name {
            _ if self.is_xhtml => Cow::Borrowed(name),
            "title" => Cow::Borrowed("h2"),
            _ if OTHERS.contains(&name) => Cow::Owned(format!("x-{name}")),
            _ => Cow::Borrowed(name),
        };
        let attributes = tag.get(full.len()..).unwrap_or_default();
        if is_end {
            self.html.extend(["</", &name, ">"]);
            return;
        }
        let closes = closes_itself(tag);
        let attributes = if closes {
            attributes.strip_suffix('/').unwrap_or(attributes)
        } else {
            attributes
        };
        self.html.extend(["<", &name, attributes, ">"]);
        if closes && !VOID.iter().any(|void| name.eq_ignore_ascii_case(void)) {
            self.html.extend(["</", &name, ">"]);
        }
    }

    /// Writes code, up to its end tag, without the marks of sections in it.
    fn raw<'a>(&mut self, rest: &'a str, name: &str) -> &'a str {
        let is_end = |at: &usize| {
            let tag = rest.get(at + 2..at + 2 + name.len());
            tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
        };
        let mut ends = rest.match_indices("</").map(|(at, _)| at);
        let (code, after) = rest.split_at(ends.find(is_end).unwrap_or(rest.len()));
        self.html
            .push_str(&code.replace("<![CDATA[", "").replace("]]>", ""));
        after
    }
}

fn name_of(tag: &str) -> &str {
    let end = tag.find(|c: char| c.is_whitespace() || c == '/');
    end.and_then(|end| tag.get(..end)).unwrap_or(tag)
}

/// Says whether a tag ends in a slash that is of no attribute's value.
fn closes_itself(tag: &str) -> bool {
    let Some(before) = tag.strip_suffix('/') else {
        return false;
    };
    !before.contains('=') || before.ends_with(['"', '\'', ' ', '\n', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::as_html;
    use crate::evidence::html::read;

    const HEAD: &str = "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\">\n\
        <html xmlns='http://www.w3.org/1999/xhtml'><head>";

    fn shown(xml: &str) -> String {
        read(&as_html(xml, false).unwrap()).shown.text
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

    #[test]
    fn names_with_a_prefix_and_document_types_with_definitions_are_read() {
        let page = "<?xml version='1.0'?><!DOCTYPE h:html [ <!ELEMENT x ANY> ]>\
            <h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title>T</h:title></h:head>\
            <h:body><h:p>One</h:p><h:p>two <h:b>three</h:b></h:p></h:body></h:html>";
        assert_eq!(shown(page), "One\ntwo three");
    }

    #[test]
    fn texts_in_other_vocabularies_are_shown() {
        let feed = "<?xml version='1.0'?><rss><channel><title>News</title><link>http://x.org</link>\
            <item><description><![CDATA[<p>We will <b>begin</b>.</p>]]></description></item></channel></rss>";
        assert_eq!(shown(feed), "News\nhttp://x.org\nWe will begin.");
    }

    #[test]
    fn what_does_not_say_that_it_is_xml_is_left_as_it_is() {
        for page in [
            "<p>x</p><script src=a/>",
            "<html><svg xmlns='http://www.w3.org/2000/svg'><a/>",
            "",
        ] {
            assert_eq!(as_html(page, false), None);
        }
        assert_eq!(as_html("<p/>x", true).unwrap(), "<p></p>x");
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
            assert!(
                as_html(&page, true).unwrap().len() < 4 * page.len() + 10,
                "{part}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_written(text in "(<[a-z!?/\\[]{0,3}|[ -~]|é|-->|\\]\\]>|\\?>|<!\\[CDATA\\[|/>){0,40}") {
            prop_assert!(as_html(&text, true).is_some());
        }
    }
}
