//! Finds the article that a page's JSON-LD describes.

use std::collections::HashMap;

use serde_json::{Map, Value};

/// A longer text of JSON-LD is no description of an article.
const LONGEST: usize = 2 << 20;
/// So many things are described in one page at most.
const MOST: usize = 2_000;

type Fields = Map<String, Value>;

/// The article that a page is, as its JSON-LD has it.
pub(super) struct Article<'a> {
    things: &'a Things,
    fields: &'a Fields,
    /// The type that it has.
    pub(super) kind: &'a str,
}

/// What the JSON-LD of a page describes.
pub(super) struct Things {
    all: Vec<Fields>,
    /// Which of them has a name for others to refer to.
    named: HashMap<String, usize>,
}

impl Things {
    pub(super) fn read(data: &[String]) -> Self {
        let mut all = Vec::new();
        for text in data.iter().filter(|text| text.len() <= LONGEST) {
            if let Ok(value) = serde_json::from_str(&bare(text)) {
                collect(value, &mut all);
            }
        }
        let mut named = HashMap::new();
        for (number, fields) in all.iter().enumerate() {
            // What only refers to another says nothing of it.
            if let Some(id) = fields.get("@id").and_then(Value::as_str)
                && fields.len() > 1
            {
                named.entry(id.to_owned()).or_insert(number);
            }
        }
        Self { all, named }
    }

    /// Returns the article that the page is: the only one, or of several those of which the titles or
    /// addresses of the page tell; if there is none, the page itself.
    pub(super) fn articles(&self, is_meant: impl Fn(&str) -> bool) -> Vec<Article<'_>> {
        let mut found = self.of_kind(is_article);
        if found.is_empty() {
            found = self.of_kind(|kind| matches!(kind, "WebPage" | "ItemPage" | "AboutPage"));
            found.truncate(1);
        }
        if found.len() > 1 {
            found.retain(|(fields, _)| {
                let titles = ["headline", "name"].iter();
                let titles = titles.filter_map(|name| self.text(fields.get(*name)?));
                let addresses = ["url", "mainEntityOfPage", "@id"].iter();
                let addresses = addresses.filter_map(|name| address(fields.get(*name)?));
                titles.chain(addresses).any(|text| is_meant(&text))
            });
        }
        let article = |(fields, kind)| Article {
            things: self,
            fields,
            kind,
        };
        found.into_iter().map(article).collect()
    }

    /// Returns the name of the site, if one is described.
    pub(super) fn site(&self) -> Option<String> {
        let sites = self.of_kind(|kind| kind == "WebSite");
        let (site, _) = sites.first()?;
        self.text(site.get("name")?)
    }

    fn of_kind(&self, is_of: impl Fn(&str) -> bool) -> Vec<(&Fields, &str)> {
        // Of several types the longest name is the closest: NewsArticle is an Article.
        let kind = |fields| {
            let kinds = kinds(fields).into_iter();
            kinds
                .filter(|kind| is_of(kind))
                .max_by_key(|kind| kind.len())
        };
        let found = self.all.iter();
        found
            .filter_map(|fields| Some((fields, kind(fields)?)))
            .collect()
    }

    /// Returns the first text that a value is, or the name of the thing that it is.
    fn text(&self, value: &Value) -> Option<String> {
        self.texts(value).into_iter().next()
    }

    /// Returns the texts that a value is, or the names of the things that it is.
    fn texts(&self, value: &Value) -> Vec<String> {
        match value {
            Value::String(text) => vec![text.clone()],
            Value::Array(values) => values.iter().flat_map(|one| self.texts(one)).collect(),
            Value::Object(fields) => {
                let fields = self.meant(fields);
                let mut names = ["name", "@value"].iter();
                let text = names.find_map(|name| fields.get(*name)?.as_str());
                text.map(str::to_owned).into_iter().collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
        }
    }

    /// Returns the thing that is meant where only its name to refer to stands.
    fn meant<'f>(&'f self, fields: &'f Fields) -> &'f Fields {
        let id = fields.get("@id").and_then(Value::as_str);
        let known = id.and_then(|id| self.all.get(*self.named.get(id)?));
        known
            .filter(|_| !fields.contains_key("name"))
            .unwrap_or(fields)
    }
}

impl Article<'_> {
    /// Returns the texts of a field; of things, their names.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        let value = self.fields.get(name);
        value.map_or_else(Vec::new, |value| self.things.texts(value))
    }

    /// Returns the address that a field gives.
    pub(super) fn address(&self, name: &str) -> Option<String> {
        address(self.fields.get(name)?)
    }

    /// Returns the names of those whom a field names.
    pub(super) fn names(&self, name: &str) -> Vec<String> {
        match self.fields.get(name) {
            Some(Value::Array(values)) => {
                values.iter().flat_map(|one| self.names_of(one)).collect()
            }
            Some(one) => self.names_of(one),
            None => Vec::new(),
        }
    }

    fn names_of(&self, value: &Value) -> Vec<String> {
        let names = value.as_object();
        let names = names.and_then(|fields| self.things.meant(fields).get("name"));
        match names {
            // One thing with a list of names is several people.
            Some(Value::Array(names)) => {
                let names = names.iter().filter_map(Value::as_str);
                names.map(str::to_owned).collect()
            }
            _ => self.things.text(value).into_iter().collect(),
        }
    }
}

fn address(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(values) => values.iter().find_map(address),
        Value::Object(fields) => {
            let named = ["@id", "url"].iter().find_map(|name| fields.get(*name));
            named.and_then(Value::as_str).map(str::to_owned)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// Returns a text of JSON-LD without what old browsers had around scripts, and without raw line ends in
/// its texts.
fn bare(text: &str) -> String {
    let text = text.trim().trim_end_matches(';');
    let text = [
        "<!--",
        "//<![CDATA[",
        "// <![CDATA[",
        "/*<![CDATA[*/",
        "<![CDATA[",
    ]
    .iter()
    .find_map(|mark| text.strip_prefix(mark))
    .unwrap_or(text);
    let text = ["-->", "//]]>", "// ]]>", "/*]]>*/", "]]>"]
        .iter()
        .find_map(|mark| text.trim_end().strip_suffix(mark))
        .unwrap_or(text);
    let plain = text
        .trim_start_matches('\u{FEFF}')
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c });
    plain.collect()
}

fn collect(value: Value, all: &mut Vec<Fields>) {
    match value {
        Value::Array(values) => values.into_iter().for_each(|value| collect(value, all)),
        Value::Object(mut fields) => {
            for inner in ["@graph", "mainEntity"] {
                if let Some(value) = fields.remove(inner) {
                    collect(value, all);
                }
            }
            if all.len() < MOST {
                all.push(fields);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Returns the types of a thing, without the address of schema.org.
fn kinds(fields: &Fields) -> Vec<&str> {
    let kinds = match fields.get("@type") {
        Some(Value::String(kind)) => vec![kind.as_str()],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        Some(_) | None => Vec::new(),
    };
    let bare = |kind: &'_ str| kind.rfind(['/', '#', ':']).map_or(0, |at| at + 1);
    kinds
        .into_iter()
        .map(|kind| kind.get(bare(kind)..).unwrap_or(kind))
        .collect()
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article")
        || kind.ends_with("Posting") && kind != "JobPosting"
        || kind == "Report"
}
