//! Reads what a page says of itself, in the order in which its tags are believed.

use super::addresses;
use super::corrections::correction;
use super::json_ld::{Article, Things};
use super::metas::{all_of_each, metas, of_articles};
use super::moments;
use super::page_addresses;
use super::stated::{Said, Values, add};
use super::titles;
use super::without_tags;
use crate::evidence::{Kept, Tags, Time};

/// What `meta` elements say, the most believed first. Journals say most exactly what they publish; what is
/// made for social networks comes last but for the title of the window.
const PUBLISHERS: &[&str] = &[
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
];
const AUTHORS: &[&str] = &[
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "og:article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "itemprop author",
];
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "pdate",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
];
const LANGUAGES: &[&str] = &[
    "dc.language",
    "dcterms.language",
    "citation_language",
    "og:locale",
    "content-language",
];

/// The kinds of work that types of schema.org are.
const KINDS: &[(&str, &str)] = &[
    ("BlogPosting", "post-weblog"),
    ("DiscussionForumPosting", "post"),
    ("LiveBlogPosting", "article-newspaper"),
    ("MedicalScholarlyArticle", "article-journal"),
    ("Report", "report"),
    ("ScholarlyArticle", "article-journal"),
    ("SocialMediaPosting", "post"),
];

/// Reads what a work says of itself; `address` is where it was fetched.
pub(super) fn read(kept: &Kept, address: Option<&str>) -> Said {
    let (tags, around) = (&kept.tags, &kept.around);
    let mut said = Said::default();
    let things = Things::read(&tags.data);
    said.address = {
        let around = around.address.as_deref();
        page_addresses::read(tags, address, around, &mut said.archived)
    };
    let headings = headings(tags, &things);
    let mut articles = things.articles(|text| {
        let is_title = tags
            .metas
            .iter()
            .any(|(name, value)| titles::METAS.contains(&name.as_str()) && value == text);
        let window = tags.title.as_deref();
        is_title
            || window.is_some_and(|window| titles::is_of_window(text, window, &headings))
            || said.address.iter().any(|known| known.value == text)
    });
    let told = articles
        .iter()
        .flat_map(|article| article.texts("headline"));
    let window = tags.title.as_deref().unwrap_or_default();
    if articles.len() > 1 && titles::disagree(&told.collect::<Vec<_>>(), window) {
        articles.clear();
    }
    let articles = articles.as_slice();
    if said.address.is_empty() {
        for name in ["url", "mainEntityOfPage"] {
            let texts = articles.iter().filter_map(|article| article.address(name));
            for own in texts.filter_map(|text| addresses::read(&text)?.own) {
                add(&mut said.address, &own, format!("JSON-LD {name}"));
            }
        }
    }
    kind(tags, articles, &mut said.kind);
    said.publisher = publishers(tags, articles, &things);
    said.author = authors(tags, articles);
    said.title = titles::read(tags, articles, &said);
    said.issued = dates(tags, articles);
    if said.issued.is_empty() {
        for time in days(tags) {
            add(&mut said.times, &time.at, "time");
        }
    }
    said.lang = languages(tags, articles);
    journal(tags, &mut said);
    page_addresses::saved(tags, around.time.as_deref(), &mut said.saved);
    without_tags::read(kept, &mut said);
    if let Some(words) = correction(kept.snapshot.text()) {
        add(&mut said.corrected, &words, "its text");
    }
    said
}

/// Returns the highest headings of a page, without the name of its site.
fn headings(tags: &Tags, things: &Things) -> Vec<String> {
    let named = metas(tags, "og:site_name").map(str::to_owned);
    let sites: Vec<String> = named.chain(things.site()).collect();
    let headings = tags.headings.iter();
    headings
        .filter(|heading| !sites.iter().any(|site| *site == heading.trim()))
        .cloned()
        .collect()
}

fn kind(tags: &Tags, articles: &[Article<'_>], values: &mut Values) {
    if metas(tags, "citation_journal_title").next().is_some() {
        add(values, "article-journal", "citation_journal_title");
    }
    let Some(article) = articles.first() else {
        return;
    };
    let known = KINDS.iter().find(|(kind, _)| *kind == article.kind);
    let word = known.map(|(_, word)| *word);
    let news = || {
        article
            .kind
            .ends_with("NewsArticle")
            .then_some("article-newspaper")
    };
    if let Some(word) = word.or_else(news) {
        add(values, word, format!("JSON-LD {}", article.kind));
    }
}

/// What the public calls it comes first: the company behind it may have another name.
fn publishers(tags: &Tags, articles: &[Article<'_>], things: &Things) -> Values {
    let mut values = Values::new();
    all_of_each(tags, PUBLISHERS.get(..1).unwrap_or_default(), &mut values);
    of_articles(articles, &["publisher", "sourceOrganization"], &mut values);
    all_of_each(tags, PUBLISHERS.get(1..).unwrap_or_default(), &mut values);
    if let Some(site) = things.site() {
        add(&mut values, &site, "JSON-LD WebSite name");
    }
    // An address is no name.
    values.retain(|stated| !stated.value.contains("://"));
    values
}

/// Returns the authors that the first tag names that names any.
fn authors(tags: &Tags, articles: &[Article<'_>]) -> Values {
    let mut values = Values::new();
    let citation = metas(tags, "citation_author").map(str::to_owned).collect();
    let mut named: Vec<(String, Vec<String>)> = vec![("citation_author".to_owned(), citation)];
    for article in articles {
        let from = format!("JSON-LD {} author", article.kind);
        named.push((from, article.names("author")));
        let from = format!("JSON-LD {} creator", article.kind);
        named.push((from, article.names("creator")));
    }
    for name in AUTHORS.iter().skip(1) {
        let said = metas(tags, name).map(str::to_owned).collect();
        named.push(((*name).to_owned(), said));
    }
    for (from, names) in named {
        for name in names.iter().map(|name| without_by(name)) {
            // Networks have addresses of people for people.
            let is_name = !name.contains("://") && !name.starts_with('@');
            if is_name && values.iter().all(|known| known.value != name) {
                add(&mut values, name, from.clone());
            }
        }
        if !values.is_empty() {
            break;
        }
    }
    values
}

fn without_by(name: &str) -> &str {
    let name = name.trim();
    let is_by = name
        .get(..3)
        .is_some_and(|by| by.eq_ignore_ascii_case("by "));
    name.get(3..).filter(|_| is_by).unwrap_or(name).trim()
}

fn dates(tags: &Tags, articles: &[Article<'_>]) -> Values {
    let mut values = Values::new();
    of_articles(articles, &["datePublished"], &mut values);
    all_of_each(tags, DATES, &mut values);
    let published = days(tags).filter(|time| time.is_published);
    let published: Vec<&str> = published.map(|time| time.at.as_str()).collect();
    // Pages have the times of other articles, too: these are believed if they all give one day.
    let day = |time: &str| moments::read(time).map(|moment| moment.date);
    if let [first, others @ ..] = published.as_slice()
        && others.iter().all(|other| day(other) == day(first))
    {
        add(&mut values, first, "datePublished");
    }
    values
}

/// Returns the times of a page that are days, without those that only say how long something takes.
fn days(tags: &Tags) -> impl Iterator<Item = &Time> {
    let times = tags.times.iter();
    times.filter(|time| moments::read(&time.at).is_some())
}

fn languages(tags: &Tags, articles: &[Article<'_>]) -> Values {
    let mut values = Values::new();
    of_articles(articles, &["inLanguage"], &mut values);
    if let Some(lang) = &tags.lang {
        add(&mut values, lang, "html lang");
    }
    all_of_each(tags, LANGUAGES, &mut values);
    for stated in &mut values {
        // A list of several begins with the one of the page.
        let tag = stated.value.split([',', ';']).next().unwrap_or_default();
        stated.value = tag.trim().replace('_', "-");
    }
    values
}

/// Adds what journals say of where an article stands.
fn journal(tags: &Tags, said: &mut Said) {
    let value = |name: &str| metas(tags, name).next();
    for (name, values) in [
        ("citation_journal_title", &mut said.journal),
        ("citation_volume", &mut said.volume),
        ("citation_issue", &mut said.issue),
        ("citation_doi", &mut said.doi),
    ] {
        if let Some(text) = value(name) {
            add(values, text, name);
        }
    }
    if let Some(from) = value("citation_firstpage") {
        let pages = match value("citation_lastpage").filter(|to| *to != from) {
            Some(to) => format!("{from}–{to}"),
            None => from.to_owned(),
        };
        add(
            &mut said.pages,
            &pages,
            "citation_firstpage, citation_lastpage",
        );
    }
}
