//! Takes values from `meta` elements and from the article that JSON-LD describes.

use super::json_ld::Article;
use super::stated::{Values, add};
use crate::evidence::Tags;

/// Returns what `meta` elements of a name say.
pub(super) fn metas<'t>(tags: &'t Tags, name: &str) -> impl Iterator<Item = &'t str> {
    let metas = tags.metas.iter().filter(move |(known, _)| {
        // Dublin Core was written with a colon, too.
        *known == name || known.replacen("dc:", "dc.", 1) == name
    });
    metas.map(|(_, value)| value.as_str())
}

/// Adds what all elements of each name say.
pub(super) fn all_of_each(tags: &Tags, names: &[&str], values: &mut Values) {
    for name in names {
        for value in metas(tags, name) {
            add(values, value, *name);
        }
    }
}

/// Adds what fields of articles say.
pub(super) fn of_articles(articles: &[Article<'_>], names: &[&str], values: &mut Values) {
    for name in names {
        for article in articles {
            for value in article.texts(name) {
                add(values, &value, format!("JSON-LD {} {name}", article.kind));
            }
        }
    }
}
