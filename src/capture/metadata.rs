//! Reads what a page says of itself, in the order in which its tags are believed.

use super::addresses::{self, may_stand_for};
use super::json_ld::{Article, Things};
use super::stated::{Said, Values, add, first};
use crate::evidence::Tags;

/// What `meta` elements say, the most believed first. Journals say most exactly what they publish; what is
/// made for social networks comes last but for the title of the window.
const TITLES: &[&str] = &[
    "citation_title",
    "og:title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
];
const PUBLISHERS: &[&str] = &[
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
];
const AUTHORS: &[&str] = &[
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
];
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
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

/// Reads what a page says of itself; `address` is where it was fetched.
pub(super) fn read(tags: &Tags, address: Option<&str>) -> Said {
    let mut said = Said::default();
    let things = Things::read(&tags.data);
    said.address = page_addresses(tags, address, &mut said.archived);
    let article = things.article(|text| {
        let is_title = tags
            .metas
            .iter()
            .any(|(name, value)| TITLES.contains(&name.as_str()) && value == text);
        is_title || said.address.iter().any(|known| known.value == text)
    });
    let article = article.as_ref();
    if said.address.is_empty() {
        for name in ["url", "mainEntityOfPage"] {
            let text = article.and_then(|article| article.address(name));
            let own = text.and_then(|text| addresses::read(&text)?.own);
            if let Some(own) = own {
                add(&mut said.address, &own, format!("JSON-LD {name}"));
            }
        }
    }
    kind(tags, article, &mut said.kind);
    said.publisher = publishers(tags, article, &things);
    said.title = titles(tags, article, &said.publisher);
    said.author = authors(tags, article);
    said.issued = dates(tags, article);
    said.lang = languages(tags, article);
    journal(tags, &mut said);
    saved(tags, &mut said.saved);
    said
}

/// Returns what `meta` elements of a name say.
fn metas<'t>(tags: &'t Tags, name: &str) -> impl Iterator<Item = &'t str> {
    let metas = tags.metas.iter().filter(move |(known, _)| {
        // Dublin Core was written with a colon, too.
        *known == name || known.replacen("dc:", "dc.", 1) == name
    });
    metas.map(|(_, value)| value.as_str())
}

fn first_of_each(tags: &Tags, names: &[&str], values: &mut Values) {
    for name in names {
        if let Some(value) = metas(tags, name).next() {
            add(values, value, *name);
        }
    }
}

fn of_article(article: Option<&Article<'_>>, names: &[&str], values: &mut Values) {
    for (article, name) in article
        .into_iter()
        .flat_map(|one| names.iter().map(move |name| (one, name)))
    {
        if let Some(value) = article.text(name) {
            add(values, &value, format!("JSON-LD {} {name}", article.kind));
        }
    }
}

fn kind(tags: &Tags, article: Option<&Article<'_>>, values: &mut Values) {
    if metas(tags, "citation_journal_title").next().is_some() {
        add(values, "article-journal", "citation_journal_title");
    }
    let Some(article) = article else {
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
fn publishers(tags: &Tags, article: Option<&Article<'_>>, things: &Things) -> Values {
    let mut values = Values::new();
    first_of_each(tags, PUBLISHERS.get(..1).unwrap_or_default(), &mut values);
    of_article(article, &["publisher", "sourceOrganization"], &mut values);
    first_of_each(tags, PUBLISHERS.get(1..).unwrap_or_default(), &mut values);
    if let Some(site) = things.site() {
        add(&mut values, &site, "JSON-LD WebSite name");
    }
    // An address is no name.
    values.retain(|stated| !stated.value.contains("://"));
    values
}

fn titles(tags: &Tags, article: Option<&Article<'_>>, publishers: &Values) -> Values {
    let mut values = Values::new();
    first_of_each(tags, TITLES.get(..1).unwrap_or_default(), &mut values);
    of_article(article, &["headline"], &mut values);
    first_of_each(tags, TITLES.get(1..).unwrap_or_default(), &mut values);
    of_article(article, &["name"], &mut values);
    if let Some(title) = &tags.title {
        add(&mut values, title, "title");
    }
    for stated in &mut values {
        let mut names = publishers.iter().map(|name| name.value.as_str());
        if let Some(bare) = names.find_map(|name| without_name(&stated.value, name)) {
            stated.value = bare;
        }
    }
    values
}

/// Returns a title without the name of the site that stands behind or before it: “Title | Site”.
fn without_name(title: &str, name: &str) -> Option<String> {
    const MARKS: &[char] = &['|', '-', '–', '—', '·', '•', ':', '»', '«', '/'];
    let same = |part: &str| part.trim().to_lowercase() == name.to_lowercase();
    let rest = |rest: &str| Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty());
    for (at, mark) in title.match_indices(MARKS) {
        let (before, after) = (title.get(..at)?, title.get(at + mark.len()..)?);
        let is_apart = before.ends_with(' ') && after.starts_with(' ');
        if is_apart && same(after) {
            return rest(before);
        }
        if is_apart && same(before) {
            return rest(after);
        }
    }
    None
}

/// Returns the authors that the first tag names that names any.
fn authors(tags: &Tags, article: Option<&Article<'_>>) -> Values {
    let mut values = Values::new();
    let citation = metas(tags, "citation_author").map(str::to_owned).collect();
    let mut named: Vec<(String, Vec<String>)> = vec![("citation_author".to_owned(), citation)];
    if let Some(article) = article {
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

fn dates(tags: &Tags, article: Option<&Article<'_>>) -> Values {
    let mut values = Values::new();
    of_article(article, &["datePublished"], &mut values);
    first_of_each(tags, DATES, &mut values);
    of_article(article, &["dateCreated"], &mut values);
    for time in tags.times.iter().filter(|time| time.is_published) {
        add(&mut values, &time.at, "time, published");
    }
    // Times that are not said to be that of publishing are it only if there is no other.
    let day = |at: &str| at.get(..10).map(str::to_owned);
    let in_article: Vec<&str> = tags
        .times
        .iter()
        .filter(|time| time.is_in_article)
        .map(|time| time.at.as_str())
        .collect();
    if let [first, others @ ..] = in_article.as_slice()
        && others.iter().all(|other| day(other) == day(first))
    {
        add(&mut values, first, "time in article");
    }
    values
}

fn languages(tags: &Tags, article: Option<&Article<'_>>) -> Values {
    let mut values = Values::new();
    of_article(article, &["inLanguage"], &mut values);
    if let Some(lang) = &tags.lang {
        add(&mut values, lang, "html lang");
    }
    first_of_each(tags, LANGUAGES, &mut values);
    for stated in &mut values {
        // A list of several begins with the one of the page.
        let tag = stated.value.split([',', ';']).next().unwrap_or_default();
        stated.value = tag.trim().replace('_', "-");
    }
    values
}

/// Returns the addresses of a page, the most believed first, and adds those of copies in archives.
fn page_addresses(tags: &Tags, fetched: Option<&str>, archived: &mut Values) -> Values {
    let mut found: Vec<(String, &str)> = Vec::new();
    let links = |rel: &'static str| {
        let links = tags.links.iter();
        links.filter(move |(of, _)| of.split_whitespace().any(|word| word == rel))
    };
    let canonical = links("canonical").map(|(_, to)| (to.clone(), "link canonical"));
    found.extend(canonical);
    found.extend(metas(tags, "og:url").map(|to| (to.to_owned(), "og:url")));
    let saved = tags.comments.iter().find_map(|comment| saved_from(comment));
    found.extend(saved.map(|address| (address, "comment of the program that saved it")));
    // Archives name what they copied so.
    for rel in ["original", "bookmark"] {
        found.extend(links(rel).map(|(_, to)| (to.clone(), "link of an archive")));
    }
    let mut fetched_own = None;
    if let Some(fetched) = fetched {
        fetched_own = addresses::read(fetched).and_then(|address| address.own);
        found.push((fetched.to_owned(), "address"));
    }
    let mut own = Values::new();
    for (text, from) in found {
        let Some(address) = addresses::read(&text) else {
            continue;
        };
        if let Some(copy) = &address.copy {
            add(archived, copy, from);
        }
        let is_of_archive = from == "link of an archive" && address.copy.is_none();
        let stands = |fetched: &String| {
            address
                .own
                .as_ref()
                .is_some_and(|own| may_stand_for(own, fetched))
        };
        if let Some(text) = &address.own
            && !is_of_archive
            && fetched_own.as_ref().is_none_or(stands)
        {
            add(&mut own, text, from);
        }
    }
    own
}

/// Returns the address that a comment gives: `saved from url=(0042)https://…` of browsers, and that of
/// `SingleFile`.
fn saved_from(comment: &str) -> Option<String> {
    if let Some((_, rest)) = comment.split_once("saved from url=(") {
        let (_, address) = rest.split_once(')')?;
        return Some(address.split_whitespace().next()?.to_owned());
    }
    let (_, rest) = comment.split_once("SingleFile")?;
    let (_, rest) = rest.split_once("url:")?;
    Some(rest.split_whitespace().next()?.to_owned())
}

/// Adds the day on which `SingleFile` saved a page.
fn saved(tags: &Tags, values: &mut Values) {
    let dates = tags.comments.iter().filter_map(|comment| {
        let (_, rest) = comment.split_once("SingleFile")?;
        let (_, rest) = rest.split_once("saved date:")?;
        rest.lines().next()
    });
    if let Some(date) = dates.into_iter().next() {
        add(values, date, "comment of SingleFile");
    }
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

/// Says whether values other than the first say something else than it.
pub(super) fn contradicting(values: &Values) -> Vec<&super::stated::Stated> {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let taken = first(values).map(plain).unwrap_or_default();
    let mut seen = vec![taken];
    values
        .iter()
        .skip(1)
        .filter(|stated| {
            let other = plain(&stated.value);
            let is_new = !seen.contains(&other);
            seen.push(other);
            is_new
        })
        .collect()
}
