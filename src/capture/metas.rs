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

/// Adds what the first element of each name says.
pub(super) fn first_of_each(tags: &Tags, names: &[&str], values: &mut Values) {
    for name in names {
        if let Some(value) = metas(tags, name).next() {
            add(values, value, *name);
        }
    }
}

/// Adds what fields of an article say.
pub(super) fn of_article(article: Option<&Article<'_>>, names: &[&str], values: &mut Values) {
    for (article, name) in article
        .into_iter()
        .flat_map(|one| names.iter().map(move |name| (one, name)))
    {
        if let Some(value) = article.text(name) {
            add(values, &value, format!("JSON-LD {} {name}", article.kind));
        }
    }
}
