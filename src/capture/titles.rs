//! Reads the titles of a page.

use super::json_ld::Article;
use super::metas::{all_of_each, of_articles};
use super::stated::{Said, Values, add};
use crate::evidence::Tags;

/// The most believed first. Journals say most exactly what they publish; what is made for social networks comes
/// last but for the title of the window.
pub(super) const METAS: &[&str] = &[
    "citation_title",
    "og:title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
];
/// What parts a title from the name of a site.
const MARKS: &[char] = &['|', '-', '–', '—', '·', '•', ':', '»', '«', '/'];

/// Reads the titles of a page; of it are known the publisher and the authors.
pub(super) fn read(tags: &Tags, articles: &[Article<'_>], said: &Said) -> Values {
    let mut values = Values::new();
    all_of_each(tags, METAS.get(..1).unwrap_or_default(), &mut values);
    of_articles(articles, &["headline"], &mut values);
    all_of_each(tags, METAS.get(1..).unwrap_or_default(), &mut values);
    of_articles(articles, &["name"], &mut values);
    if let Some(title) = &tags.title {
        add(&mut values, title, "title");
    }
    if let Some(window) = &tags.title {
        // Some give a description as the headline; then the name is what the window has.
        let is_in_window = |name: &str| {
            let stated = values.iter().find(|stated| stated.from.ends_with(name));
            stated.is_some_and(|stated| window.contains(&stated.value))
        };
        if !is_in_window(" headline") && is_in_window(" name") {
            values.retain(|stated| !stated.from.ends_with(" headline"));
        }
    }
    for stated in &mut values {
        let mut names = said.publisher.iter().chain(&said.author);
        if let Some(bare) = names.find_map(|name| without_name(&stated.value, &name.value)) {
            stated.value = bare;
        }
    }
    values
}

/// Says whether a title is that of the window, but for what stands around it there: “Title | Site”. Where the
/// page has the rest for a heading, it is the name of the site.
pub(super) fn is_of_window(title: &str, window: &str, headings: &[String]) -> bool {
    let (window, title) = (parts(window), parts(title));
    if title.concat().is_empty() {
        return false;
    }
    let rest = window.strip_prefix(&*title);
    let rest = rest.or_else(|| window.strip_suffix(&*title));
    let is_heading = |of: &[String]| headings.iter().any(|heading| parts(heading) == of);
    rest.is_some_and(|rest| is_heading(&title) || !is_heading(rest))
}

/// Says whether some titles are how the window begins, and others how it ends: one of them is the site's.
pub(super) fn disagree(titles: &[String], window: &str) -> bool {
    let window = parts(window);
    let is_one = |side: fn(&[String], &[String]) -> bool| {
        let mut titles = titles.iter().map(|title| parts(title));
        titles.any(|title| title != window && side(&window, &title))
    };
    is_one(<[String]>::starts_with) && is_one(<[String]>::ends_with)
}

/// Returns what the marks in a title part.
fn parts(title: &str) -> Vec<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    words
        .split(|word| is_mark(word))
        .map(|part| part.join(" "))
        .collect()
}

/// Says whether a word is a mark that parts a title from the name of a site.
fn is_mark(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|mark| MARKS.contains(&mark)) && letters.next().is_none()
}

/// Returns a title without the name of the site or of an author that stands behind or before it:
/// “Title | Site”.
fn without_name(title: &str, name: &str) -> Option<String> {
    let same = |part: &str| {
        let (part, name) = (plain_name(part), plain_name(name));
        // A site may add to its name what it is: “Site – all the news”.
        part == name || part.len() > 3 && name.starts_with(&part)
    };
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

/// Returns the letters of a name, without what one tag leaves out of it and another does not.
fn plain_name(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name);
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}
