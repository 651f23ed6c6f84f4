//! What is recorded of a work when it is captured, and the entry of its source.

use brief::capture::{Captured, Record, Request};
use brief::evidence::{Kept, Media};

const TEXT: &str = "The council met on Friday, and nobody left before the vote was taken.";

fn captured(request: Option<Request>) -> Captured {
    Captured {
        at: "2026-11-23".to_owned(),
        by: "brief 0.1.0".to_owned(),
        given: Some("page.html".to_owned()),
        request,
    }
}

fn record_of(page: &str, request: Option<Request>) -> Record {
    let kept = Kept::read(page.as_bytes(), Media::Html, None).unwrap();
    let mut record = Record::of(&kept, captured(request));
    record.keep_as("page.html".to_owned());
    record
}

/// Returns the entry of a page with these heads.
fn entry(heads: &str) -> String {
    let page =
        format!("<!DOCTYPE html><html><head>{heads}</head><body><p>{TEXT}</p></body></html>");
    record_of(&page, None).entry("page")
}

/// Returns the entry of a page that was fetched at an address.
fn fetched(address: &str, heads: &str) -> String {
    let page =
        format!("<!DOCTYPE html><html><head>{heads}</head><body><p>{TEXT}</p></body></html>");
    let request = Request {
        address: address.to_owned(),
        ..Request::default()
    };
    record_of(&page, Some(request)).entry("page")
}

#[track_caller]
fn has(entry: &str, lines: &[&str]) {
    for line in lines {
        let found = entry.lines().any(|known| known.trim() == *line);
        assert!(found, "{line}\n{entry}");
    }
}

fn json_ld(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script>")
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn every_kind_of_tag_is_read() {
    has(
        &entry(&json_ld(
            r##"{"@graph":[
                {"@type":"WebSite","@id":"#site","name":"Site"},
                {"@type":["Article","NewsArticle"],"headline":"A &amp; B","author":[{"@id":"#ann"},{"name":"Bo"}],
                 "publisher":{"@id":"#org"},"datePublished":"2026-11-21T23:10:00-05:00","inLanguage":"en"},
                {"@type":"Person","@id":"#ann","name":"Ann Example"},
                {"@type":"Organization","@id":"#org","name":"The Desk"}]}"##,
        )),
        &[
            "title: \"A & B\"",
            "author: [\"Ann Example\", \"Bo\"]",
            "publisher: \"The Desk\"",
            "issued: { date: \"2026-11-21\" }",
            "lang: \"en\"",
        ],
    );
    has(
        &entry(
            "<meta property=og:title content='A title'><meta property=og:site_name content=Desk>\
             <meta property=article:published_time content=2026-11-21><meta name=author content='By Ann Example'>\
             <meta property=og:locale content=uk_UA>",
        ),
        &[
            "type: webpage",
            "title: \"A title\"",
            "author: [\"Ann Example\"]",
            "publisher: \"Desk\"",
            "issued: { date: \"2026-11-21\" }",
            "lang: \"uk-UA\"",
        ],
    );
    has(
        &entry(
            "<meta name=DC.title content='A title'><meta name=DC.creator content='Ann Example'>\
             <meta name=DC.publisher content=Ministry><meta name=DCTERMS.issued content=2026-11>\
             <meta name=DC.language content=de>",
        ),
        &[
            "title: \"A title\"",
            "author: [\"Ann Example\"]",
            "publisher: \"Ministry\"",
            "issued: { date: \"2026-11\" }",
            "lang: \"de\"",
        ],
    );
    has(
        &entry(
            "<meta name=citation_title content='Tides'><meta name=citation_author content='Lind, Rosa'>\
             <meta name=citation_author content='Holm, Per'><meta name=citation_journal_title content='Sea'>\
             <meta name=citation_publication_date content=2026/11/21><meta name=citation_doi content=10.1000/182>\
             <meta name=citation_volume content=4><meta name=citation_firstpage content=12>\
             <meta name=citation_lastpage content=19>",
        ),
        &[
            "type: article-journal",
            "title: \"Tides\"",
            "author: [\"Lind, Rosa\", \"Holm, Per\"]",
            "container_title: \"Sea\"",
            "volume: \"4\"",
            "pages: \"12–19\"",
            "issued: { date: \"2026-11-21\" }",
            "doi: \"10.1000/182\"",
        ],
    );
    has(
        &entry(
            "<title>Tides\n rise</title><article><time pubdate datetime=2026-11-21>Saturday</time></article>",
        ),
        &[
            "title: \"Tides rise\"",
            "issued: { date: \"2026-11-21\" }",
            "publisher: \"TODO\"",
        ],
    );
}

#[test]
fn where_tags_differ_one_is_taken_and_the_others_are_told() {
    let heads = json_ld(
        r#"{"@type":"NewsArticle","headline":"One","datePublished":"2026-11-21","publisher":{"name":"Desk Media Ltd"}}"#,
    ) + "<meta property=og:title content=Two><meta property=og:site_name content='The Desk'>\
         <meta name=date content=2026-11-20><title>One | The Desk</title>";
    has(
        &entry(&heads),
        &[
            "# title is from JSON-LD NewsArticle headline; og:title has \"Two\"",
            "# publisher is from og:site_name; JSON-LD NewsArticle publisher has \"Desk Media Ltd\"",
            "# issued is from JSON-LD NewsArticle datePublished; date has \"2026-11-20\"",
            "title: \"One\"",
            "publisher: \"The Desk\"",
            "issued: { date: \"2026-11-21\" }",
        ],
    );
    let same = json_ld(
        r#"{"@type":"NewsArticle","headline":"One","datePublished":"2026-11-21T10:00:00+01:00"}"#,
    ) + "<meta name=date content=2026-11-21><title>One</title>";
    assert!(!entry(&same).contains('#'), "{}", entry(&same));
}

#[test]
fn a_day_in_utc_is_told_to_be_that() {
    let heads = "<meta property=article:published_time content=2026-11-21T02:30:00Z>";
    has(
        &entry(heads),
        &[
            "# issued is the day in UTC, of \"2026-11-21T02:30:00Z\": where it appeared it may have been another",
            "issued: { date: \"2026-11-21\" }",
        ],
    );
}

/// Returns what the entry of a page says of issue, whose article has this in its head.
fn issued(article: &str) -> Vec<String> {
    let entry = entry(&format!(
        "<title>Works</title></head><body><article><h1>Works</h1>{article}<p>{TEXT}</p></article>"
    ));
    let lines = entry.lines().map(str::trim);
    let lines = lines.filter(|line| line.contains("issued"));
    lines.map(str::to_owned).collect()
}

#[test]
fn a_time_that_is_said_to_be_that_of_publication_is() {
    for marked in [
        "<time itemprop=datePublished datetime=2026-11-21T23:00:00-05:00>Sat</time>",
        "<time pubdate>2026-11-21</time>",
        "<time class='entry-date published updated' datetime=2026-11-21>Sat</time>",
        "<p class=byline>By Ann Bell, <time class=dt-published datetime=2026-11-21>Sat</time>",
        "<time class=article__publish-date datetime=2026-11-21>Sat</time>",
        "<meta itemprop=datePublished content=2026-11-21>",
        "<div class=field--publish-date><div class=item><time datetime=2026-11-21>Sat</time></div></div>",
        "<span class=published-on>Published on <time datetime=2026-11-21>21 November 2026</time></span>",
        "<div class='post has-comments'><time pubdate datetime=2026-11-21></time></div>",
        "<div itemscope itemtype=https://schema.org/NewsArticle>\
         <span itemprop='datePublished' content=2026-11-21>Sat</span></div>",
        "<time class=published datetime=2026-11-21>Sat</time> <time class=updated datetime=2026-11-24>Tue</time>\
         <aside><time class=published datetime=2019-01-01>2019</time></aside>\
         <ul><li class=comment><time class=published datetime=2026-11-25>Wed</time></ul>",
    ] {
        assert_eq!(
            issued(marked),
            ["issued: { date: \"2026-11-21\" }"],
            "{marked}"
        );
    }
}

#[test]
fn a_time_of_something_else_is_no_day_of_issue() {
    for other in [
        "<time itemprop=dateModified datetime=2026-11-22>Sun</time>",
        "<time class=last-updated datetime=2026-11-22>Sun</time>",
        "<time datetime=10:30>10:30</time>",
        "<time itemprop=datePublished datetime=PT5M>5 min read</time>",
        "<nav><time pubdate datetime=2026-11-22>Sun</time></nav>",
        "<section class=comments><article><time pubdate datetime=2026-11-25>25</time></article></section>",
        "<article><time pubdate datetime=2026-11-25>25</time> A related story</article>",
        "</article><article><h2>Another</h2><time pubdate datetime=2026-11-25>25</time>",
        "<span class=last-updated>Updated <time datetime=2026-11-22>22 November</time></span>",
        "<div class=h-cite>Bo: Well done! <time class=dt-published datetime=2026-11-25>25</time></div>",
        "<div itemscope itemtype=http://schema.org/Movie><meta itemprop=datePublished content=1999-03-31></div>",
        "<div itemscope itemtype=http://schema.org/Comment><time itemprop=datePublished datetime=2026-11-25>25</time></div>",
        "<p>The harbour, which was founded <time datetime=1850>in 1850</time>, is to be widened again in spring, \
         the council said after a long meeting on Friday, beginning at the quay.",
    ] {
        assert!(issued(other).is_empty(), "{other}: {:?}", issued(other));
    }
}

#[test]
fn times_of_which_none_is_said_to_be_that_of_issue_are_told() {
    let told = |times: &str| {
        vec![format!(
            "# issued is left out: the page does not say which of its times is that of issue; it has {times}"
        )]
    };
    assert_eq!(
        issued("<time datetime=2026-11-21>Sat</time> <time datetime=2026-11-22T10:00Z>Sun</time>"),
        told("\"2026-11-21\", \"2026-11-22T10:00Z\"")
    );
    assert_eq!(
        issued(
            "<time pubdate datetime=2026-11-21></time> <time pubdate datetime=2026-11-22></time>"
        ),
        told("\"2026-11-21\", \"2026-11-22\"")
    );
    assert_eq!(
        issued("<ul><li class=publication>Lind, Tides, <time datetime=2019>2019</time></ul>"),
        told("\"2019\"")
    );
    assert_eq!(
        issued("<footer><time pubdate datetime=2026-11-21></time></footer>"),
        told("\"2026-11-21\"")
    );
    assert_eq!(
        issued(
            "<p>The plan, of which the council <time class=published datetime=2019-05-01>in May 2019</time> \
             said that it was to be the last of all the plans for the harbour, was given up on Friday."
        ),
        told("\"2019-05-01\"")
    );
    let known = entry(
        "<meta name=date content=2026-11-21></head><article><time datetime=2026-11-22></time></article>",
    );
    assert!(!known.contains("2026-11-22"), "{known}");
}

#[test]
fn two_years_are_no_season() {
    for given in ["2023-24", "2023/24"] {
        has(
            &entry(&format!("<meta name=date content={given}>")),
            &[&format!("issued: {{ as_given: \"{given}\" }}")],
        );
    }
    has(
        &entry("<meta name=citation_date content=2010/11>"),
        &["issued: { date: \"2010-11\" }"],
    );
}

#[test]
fn of_several_articles_only_the_one_of_the_page_is_taken() {
    let two = |heads: &str| {
        json_ld(
            r#"[{"@type":"NewsArticle","headline":"One","author":"Ann","url":"https://desk.example/1"},
                {"@type":"NewsArticle","headline":"Two","author":"Bo","url":"https://desk.example/2"}]"#,
        ) + heads
    };
    let unknown = entry(&two("<title>News</title>"));
    assert!(
        !unknown.contains("Ann") && !unknown.contains("Bo"),
        "{unknown}"
    );
    has(
        &entry(&two("<meta property=og:title content=Two>")),
        &["author: [\"Bo\"]"],
    );
    has(
        &entry(&two("<link rel=canonical href=https://desk.example/1>")),
        &["author: [\"Ann\"]"],
    );
}

/// The name of the site stands in the window's title as well.
#[test]
fn an_article_that_is_called_as_the_site_is_not_the_page() {
    let two = |window: &str, body: &str| {
        let heads = json_ld(
            r#"[{"@type":"NewsArticle","headline":"Gazette","author":"Ann"},
                {"@type":"NewsArticle","headline":"The harbour closes","author":"Bo"}]"#,
        );
        let page =
            format!("<html><head><title>{window}</title>{heads}</head><body>{body}<p>{TEXT}");
        record_of(&page, None).entry("page")
    };
    for window in [
        "The harbour closes | Gazette",
        "Gazette – The harbour closes",
    ] {
        has(
            &two(window, "<h1>The <em>harbour</em> closes</h1>"),
            &["title: \"The harbour closes\"", "author: [\"Bo\"]"],
        );
        // A name of the site as a heading is no title of the page.
        let named = "<meta property=og:site_name content=Gazette><h1>Gazette</h1>";
        for body in [named, ""] {
            let entry = two(window, body);
            assert!(!entry.contains("Ann"), "{entry}");
        }
    }
}

#[test]
fn what_one_tag_says_twice_is_told() {
    for (heads, from) in [
        (
            "<meta property=article:published_time content=2026-11-21>\
             <meta property=article:published_time content=2026-11-23>"
                .to_owned(),
            "article:published_time",
        ),
        (
            json_ld(r#"{"@type":"Article","datePublished":["2026-11-21","2026-11-23"]}"#),
            "JSON-LD Article datePublished",
        ),
        (
            json_ld(r#"{"@type":"Article","headline":"One","datePublished":"2026-11-21"}"#)
                + &json_ld(r#"{"@type":"Article","headline":"One","datePublished":"2026-11-23"}"#)
                + "<title>One</title>",
            "JSON-LD Article datePublished",
        ),
    ] {
        has(
            &entry(&heads),
            &[
                &format!("# issued is from {from}; another has \"2026-11-23\""),
                "issued: { date: \"2026-11-21\" }",
            ],
        );
        let page = format!("<html><head>{heads}</head><body><p>{TEXT}");
        let record = record_of(&page, None).write().unwrap();
        assert!(record.contains("value: 2026-11-23"), "{record}");
    }
    let same = "<meta name=date content=2026-11-21><meta name=date content=2026-11-21>";
    assert!(!entry(same).contains('#'), "{}", entry(same));
}

#[test]
fn the_title_of_the_window_says_which_article_is_meant() {
    let two = json_ld(
        r#"[{"@type":"NewsArticle","headline":"One","datePublished":"2026-10-01"},
            {"@type":"NewsArticle","headline":"Two","datePublished":"2026-11-21"}]"#,
    );
    for window in ["Two", "Two | The Desk", "The Desk – Two"] {
        let entry = entry(&format!("{two}<title>{window}</title>"));
        has(&entry, &["issued: { date: \"2026-11-21\" }"]);
        assert!(!entry.contains("One"), "{entry}");
    }
    for window in ["Twofold", "Two weeks later", "Between | Two | Desks"] {
        let entry = entry(&format!("{two}<title>{window}</title>"));
        assert!(!entry.contains("issued"), "{entry}");
    }
}

#[test]
fn what_no_tag_says_is_left_out() {
    let entry = entry("");
    assert_eq!(
        entry,
        "  page:\n    type: webpage\n    publisher: \"TODO\"\n    snapshot: \"page.html\"\n"
    );
    // Addresses of people are no names of people, and what is broken says nothing.
    let broken = self::entry(
        &(json_ld("{\"@type\":\"NewsArticle\",\"headline\":")
            + "<meta name=author content=https://desk.example/ann>"),
    );
    assert!(
        !broken.contains("author") && !broken.contains("title:"),
        "{broken}"
    );
}

#[test]
fn the_address_is_the_one_that_the_page_has_itself_if_it_may_be() {
    let canonical = "<link rel=canonical href=https://www.desk.example/works>";
    has(
        &fetched("https://m.desk.example/works?from=mail", canonical),
        &[
            "url: \"https://www.desk.example/works\"",
            "accessed: \"2026-11-23\"",
        ],
    );
    has(
        &fetched("https://other.example/works", canonical),
        &["url: \"https://other.example/works\""],
    );
    has(
        &fetched(
            "https://desk.example/works",
            "<link rel=canonical href=https://desk.example/>",
        ),
        &["url: \"https://desk.example/works\""],
    );
    let saved = format!("<!-- saved from url=(0026)https://desk.example/works --><html><p>{TEXT}");
    has(
        &record_of(&saved, None).entry("page"),
        &["url: \"https://desk.example/works\""],
    );
    let single = format!(
        "<html><!--\n Page saved with SingleFile \n url: https://desk.example/works \n saved date: Sat Nov 21 2026 10:00:00 GMT+0100\n--><p>{TEXT}"
    );
    has(
        &record_of(&single, None).entry("page"),
        &["url: \"https://desk.example/works\""],
    );
}

#[test]
fn a_copy_in_an_archive_is_told_from_the_work() {
    has(
        &fetched(
            "https://web.archive.org/web/20261122101500/https://desk.example/works",
            "<link rel=canonical href=https://desk.example/works>",
        ),
        &[
            "url: \"https://desk.example/works\"",
            "archived: { url: \"https://web.archive.org/web/20261122101500/https://desk.example/works\", date: \"2026-11-22\" }",
        ],
    );
    let unknown = fetched("https://archive.ph/AbC12", "");
    has(
        &unknown,
        &["archived: { url: \"https://archive.ph/AbC12\" }"],
    );
    assert!(
        !unknown.lines().any(|line| line.starts_with("    url:")),
        "{unknown}"
    );
}

#[test]
fn a_record_is_read_as_it_was_written() {
    let request = Request {
        address: "https://desk.example/works".to_owned(),
        redirects: vec!["https://desk.example/works/".to_owned()],
        content_type: Some("text/html; charset=windows-1251".to_owned()),
        charset: Some("windows-1251".to_owned()),
        original: None,
    };
    let record = record_of(
        &format!("<title>no: \"yes\"</title><p>{TEXT}"),
        Some(request),
    );
    let text = record.write().unwrap();
    assert_eq!(Record::read(text.as_bytes()).unwrap(), record);
    assert!(Record::read(text.replace("format: 1", "format: 2").as_bytes()).is_err());
    for broken in ["", "format: [", "[]", "format: 1\nfile: a\n"] {
        assert!(Record::read(broken.as_bytes()).is_err(), "{broken}");
    }
}

/// Whatever a page says, its entry is YAML that `check` takes but for what is to be written.
#[test]
fn hostile_values_stay_values() {
    for value in [
        "\"",
        "\\",
        "a\nclaims: x",
        "\u{202E}a",
        "TODO",
        "- x",
        "&a *a",
        "{a: b}",
        "# x",
    ] {
        let json = serde_json::json!({ "@type": "NewsArticle", "headline": value, "author": value,
            "publisher": value, "datePublished": value, "inLanguage": value, "url": value });
        let entry = entry(&json_ld(&json.to_string()));
        let yaml: serde_json::Value = serde_yaml::from_str(&format!("sources:\n{entry}")).unwrap();
        let fields = yaml["sources"]["page"].as_object().unwrap();
        assert_eq!(fields["snapshot"], "page.html", "{entry}");
        assert!(
            yaml.as_object().unwrap().len() == 1 && fields.len() < 9,
            "{entry}"
        );
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn messages_and_what_browsers_save_as_one_say_of_themselves_in_their_heads() {
    let recorded = |mail: &str, name: &str| {
        let kept = Kept::read(mail.as_bytes(), Media::Text, None).unwrap();
        let mut record = Record::of(&kept, captured(None));
        record.keep_as(name.to_owned());
        record.entry("letter")
    };
    let mail = format!(
        "From: =?utf-8?q?Ann_Bell?= <ann@desk.example>\nSubject: The works\nDate: Sat, 21 Nov 2026 23:30:00 -0500\n\
         MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{}\n",
        "V2UgYmVnaW4gdGhlIHdvcmtzIGluIHNwcmluZy4="
    );
    has(
        &recorded(&mail, "letter.eml"),
        &[
            "title: \"The works\"",
            "author: [\"Ann Bell\"]",
            "issued: { date: \"2026-11-21\" }",
            "publisher: \"TODO\"",
        ],
    );
    let with_picture = format!(
        "From: Ann Bell <ann@desk.example>\nSubject: The works\nDate: Mon, 2 Mar 2015 02:30:00 +0000\nMIME-Version: 1.0\n\
         Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>{TEXT}\n--b--\n"
    );
    let in_two_forms = format!(
        "From: Ann Bell <ann@desk.example>\nSubject: The works\nMIME-Version: 1.0\n\
         Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{TEXT}\n\
         --b\nContent-Type: text/html\n\n<p>{TEXT}</p>\n--b--\n"
    );
    let entry = recorded(&in_two_forms, "letter.eml");
    assert!(!entry.contains("pages were saved"), "{entry}");
    for letter in [&mail, &with_picture] {
        let entry = recorded(letter, "letter.eml");
        has(&entry, &["title: \"The works\"", "author: [\"Ann Bell\"]"]);
        assert!(!entry.contains("accessed"), "{entry}");
    }
    has(
        &recorded(&with_picture, "letter.eml"),
        &[
            "# issued is the day in UTC, of \"Mon, 2 Mar 2015 02:30:00 +0000\": where it appeared it may have been another",
        ],
    );
    let saved = format!(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://desk.example/works\nSubject: x\n\
         Date: Sun, 22 Nov 2026 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\n\n\
         --b\nContent-Type: text/html\nContent-Location: https://desk.example/works\n\n\
         <title>The works</title><meta property=og:site_name content=Desk><p>{TEXT}\n--b--\n"
    );
    let saved = recorded(&saved, "page.mhtml");
    has(
        &saved,
        &[
            "title: \"The works\"",
            "publisher: \"Desk\"",
            "accessed: \"2026-11-22\"",
            "url: \"https://desk.example/works\"",
        ],
    );
    assert!(
        !saved.contains("author") && !saved.contains("issued"),
        "{saved}"
    );
}

#[test]
fn a_pdf_says_who_made_it_and_not_when_it_appeared() {
    let pdf = include_bytes!("../fixtures/snapshots/libreoffice.pdf");
    let kept = Kept::read(pdf, Media::Text, None).unwrap();
    let mut record = Record::of(&kept, captured(None));
    record.keep_as("works.pdf".to_owned());
    let entry = record.entry("works");
    assert!(entry.contains("# the PDF was made on \""), "{entry}");
    assert!(!entry.contains("issued:"), "{entry}");
    assert_eq!(
        Record::read(record.write().unwrap().as_bytes()).unwrap(),
        record
    );
}
