//! Reads where a page was: the address that it has itself, that of a copy in an archive, and when a program
//! saved it.

use super::addresses::{self, may_stand_for};
use super::metas::metas;
use super::stated::{Values, add};
use crate::evidence::Tags;

/// What says an address that a program wrote into the page as it saved it.
const SAVED: &str = "comment of the program that saved it";
/// What says the address of a page in a web archive, or in a message that a browser saved.
pub(super) const AROUND: &str = "what it was saved in";

/// Returns the addresses of a page, the most believed first, and adds those of copies in archives.
pub(super) fn read(
    tags: &Tags,
    fetched: Option<&str>,
    around: Option<&str>,
    archived: &mut Values,
) -> Values {
    let mut found: Vec<(String, &str)> = Vec::new();
    let links = |rel: &'static str| {
        let links = tags.links.iter();
        links.filter(move |(of, _)| of.split_whitespace().any(|word| word == rel))
    };
    let canonical = links("canonical").map(|(_, to)| (to.clone(), "link canonical"));
    found.extend(canonical);
    found.extend(metas(tags, "og:url").map(|to| (to.to_owned(), "og:url")));
    let saved = tags.comments.iter().find_map(|comment| saved_from(comment));
    found.extend(saved.map(|address| (address, SAVED)));
    // Archives name what they copied so.
    for rel in ["original", "bookmark"] {
        found.extend(links(rel).map(|(_, to)| (to.clone(), "link of an archive")));
    }
    found.extend(fetched.map(|address| (address.to_owned(), "address")));
    found.extend(around.map(|address| (address.to_owned(), AROUND)));
    // Where the page itself was, if that is known: what it calls its own may be of another.
    let place = ["address", AROUND, SAVED, "og:url"]
        .iter()
        .find_map(|from| {
            let (text, _) = found.iter().find(|(_, of)| of == from)?;
            addresses::read(text)?.own
        });
    let mut own = Values::new();
    for (text, from) in found {
        let Some(address) = addresses::read(&text) else {
            continue;
        };
        if let Some(copy) = &address.copy {
            add(archived, copy, from);
        }
        let is_of_archive = from == "link of an archive" && address.copy.is_none();
        let stands = |place: &String| {
            address
                .own
                .as_ref()
                .is_some_and(|own| may_stand_for(own, place))
        };
        if let Some(text) = &address.own
            && !is_of_archive
            && place.as_ref().is_none_or(stands)
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

/// Adds when a page was saved: what it was saved in says so, or `SingleFile`.
pub(super) fn saved(tags: &Tags, time: Option<&str>, values: &mut Values) {
    let dates = tags.comments.iter().filter_map(|comment| {
        let (_, rest) = comment.split_once("SingleFile")?;
        let (_, rest) = rest.split_once("saved date:")?;
        rest.lines().next()
    });
    if let Some(time) = time {
        add(values, time, AROUND);
    }
    if let Some(date) = dates.into_iter().next() {
        add(values, date, "comment of SingleFile");
    }
}
