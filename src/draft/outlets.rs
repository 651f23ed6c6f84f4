//! Tells by their names which outlets are one, and which of them published the articles that are read.

use super::initials::{initials_of, is_agency};
use super::language::Language;
use crate::import::Keys;

/// An outlet whose report was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outlet {
    pub(super) id: String,
    pub(super) name: String,
    /// The articles through which its report is known.
    pub(super) through: Vec<String>,
}

/// The source that an outlet's report is.
pub(super) struct Report {
    pub(super) id: String,
    /// Whether it may be a report that another of the articles is or tells of, or one that was not read.
    pub(super) is_of_another: bool,
}

/// The outlets that an article tells of, or that published one.
#[derive(Default)]
pub(super) struct Outlets {
    /// Those that have sources of their own.
    pub(super) all: Vec<Outlet>,
    /// Those who published the articles, and the ids of the articles.
    publishers: Vec<(String, String)>,
}

impl Outlets {
    /// Notes who published an article: what is told to it, or what it reports itself, is in it.
    pub(super) fn publish(&mut self, publisher: &str, article: &str) {
        self.publishers
            .push((publisher.to_owned(), article.to_owned()));
    }

    /// Returns the publisher of an article, if a name is what it calls itself.
    pub(super) fn own(&self, name: &str, article: &str, language: &Language) -> Option<&str> {
        let is_own = |publisher: &str| {
            is_called(&known_as(publisher), name)
                || is_agency(publisher, language) && initials_of(publisher) == name
        };
        let mut publishers = self.publishers.iter();
        let own = publishers.find(|(publisher, of)| of == article && is_own(publisher));
        own.map(|(publisher, _)| publisher.as_str())
    }

    /// Returns the source that an outlet's report is, which an article tells of.
    pub(super) fn report(
        &mut self,
        language: &Language,
        name: &str,
        sources: &mut Keys,
        article: &str,
    ) -> Report {
        if self.own(name, article, language).is_some() {
            return Report {
                id: article.to_owned(),
                is_of_another: false,
            };
        }
        let is_same = |other: &str| are_one(other, name, language);
        let another = |(publisher, of): &&(String, String)| of != article && is_same(publisher);
        if let Some((_, id)) = self.publishers.iter().find(another) {
            return Report {
                id: id.clone(),
                is_of_another: true,
            };
        }
        let known = self.all.iter_mut().find(|outlet| is_same(&outlet.name));
        if let Some(known) = known {
            let is_here = known.through.iter().any(|through| through == article);
            // The Post of another article may be another Post.
            if !is_here && is_shorter(&known.name, name) {
                return Report {
                    id: known.id.clone(),
                    is_of_another: true,
                };
            }
            if !is_here {
                known.through.push(article.to_owned());
            }
            if known.name.len() < name.len() {
                name.clone_into(&mut known.name);
            }
            return Report {
                id: known.id.clone(),
                is_of_another: false,
            };
        }
        let id = sources.make([language.in_latin(name).as_str(), "report"]);
        self.all.push(Outlet {
            id: id.clone(),
            name: name.to_owned(),
            through: vec![article.to_owned()],
        });
        Report {
            id,
            is_of_another: false,
        }
    }
}

/// Says whether two names are of one outlet: the Ledger and the New York Ledger, NBC and NBC News, AP and the
/// Associated Press.
fn are_one(one: &str, other: &str, language: &Language) -> bool {
    let (one, other) = (known_as(one), known_as(other));
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let goes_on = |rest: &str| {
        rest.starts_with(' ')
            && rest
                .split_whitespace()
                .all(|word| language.rules.outlet_endings.has(word))
    };
    is_called(&long, &short)
        || long.strip_prefix(&short).is_some_and(goes_on)
        || short.chars().count() > 1 && initials_of(&long) == short
}

/// Says whether one of two names is the other by its last words alone: the Post, the Selwyn Post.
fn is_shorter(one: &str, other: &str) -> bool {
    let (one, other) = (known_as(one), known_as(other));
    one != other && (is_called(&one, &other) || is_called(&other, &one))
}

/// Says whether a publisher may be called so in its own text: "the Herald" in the Selwyn Herald.
fn is_called(publisher: &str, name: &str) -> bool {
    let before = publisher.strip_suffix(&known_as(name));
    before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

/// Returns a name of an outlet without what one text leaves out of it and another does not.
pub(super) fn known_as(name: &str) -> String {
    let name = name.to_lowercase();
    name.strip_prefix("the ").unwrap_or(&name).to_owned()
}

/// Returns a name without the article before it.
pub(super) fn bare<'n>(name: &'n str, language: &Language) -> &'n str {
    match name.split_once(' ') {
        Some((first, rest)) if language.rules.definite.has(&first.to_lowercase()) => rest,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::{are_one, is_called, known_as};
    use crate::draft::language::Language;

    #[test]
    fn a_paper_calls_itself_by_the_last_words_of_its_name() {
        let called = |publisher: &str, name| is_called(&known_as(publisher), name);
        assert!(called("The Selwyn Herald", "the Herald"));
        assert!(called("The Selwyn Herald", "Selwyn Herald"));
        assert!(!called("The Selwyn Herald", "the Evening Herald"));
        assert!(!called("Bigherald", "Herald"));
        assert!(!called("Herald", "The Selwyn Herald"));
    }

    #[test]
    fn an_outlet_has_short_names() {
        let one = |one, other| are_one(one, other, Language::of("en").unwrap());
        assert!(one("NBC", "NBC News"));
        assert!(one("the Associated Press", "AP"));
        assert!(one("Ledger", "The New York Ledger"));
        assert!(!one("BBC", "BBC Radio Calder"));
        assert!(!one("Evening Herald", "Selwyn Herald"));
    }
}
