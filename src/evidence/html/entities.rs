//! Sets what entities stand for that a page of XML defines itself, in its document type.

use std::borrow::Cow;
use std::collections::BTreeMap;

use html5ever::data::NAMED_ENTITIES;

use super::attributes::end_of_tag;

/// The document type stands within so many bytes.
const MOST_BEFORE: usize = 64 << 10;
/// What an entity stands for has so many bytes at most, and so much do all references add to a page.
const MOST_OF_ONE: usize = 64 << 10;
const MOST_OF_ALL: usize = 8 << 20;
/// Entities stand in each other so deep at most.
const DEEPEST: usize = 16;
const LONGEST_NAME: usize = 100;
/// What stands in the place of words that another file has.
const LOST: &str = "\u{FFFD}";

/// Returns a page in which each entity that it defines is what it stands for. Of one that another file
/// defines, that is not known.
pub(super) fn resolved(xml: &str) -> Cow<'_, str> {
    let Some((start, end, types)) = types(xml) else {
        return Cow::Borrowed(xml);
    };
    let mut setter = Setter {
        types,
        page: String::with_capacity(xml.len()),
        known: BTreeMap::new(),
        added: 0,
    };
    setter.page.push_str(xml.get(..start).unwrap_or_default());
    setter.page.push_str("<!DOCTYPE html>");
    setter.set(xml.get(end..).unwrap_or_default());
    Cow::Owned(setter.page)
}

/// The entities of a document type.
struct Types<'a> {
    /// What each stands for; nothing if another file has it.
    values: BTreeMap<&'a str, Option<&'a str>>,
    /// Whether another file may define more.
    has_others: bool,
}

/// Finds the document type of a page, and reads it, if it defines anything.
fn types(xml: &str) -> Option<(usize, usize, Types<'_>)> {
    let mark = b"<!DOCTYPE";
    let head = xml.as_bytes().iter().take(MOST_BEFORE + mark.len());
    let head: Vec<u8> = head.map(u8::to_ascii_uppercase).collect();
    let start = head.windows(mark.len()).position(|window| window == mark)?;
    let declared = start + mark.len();
    let rest = xml.get(declared..)?;
    let name_ends = rest.find(['>', '['])?;
    let outside = rest.get(..name_ends)?;
    // What the types of HTML define, browsers know.
    let is_other = outside.contains("SYSTEM") || outside.contains("PUBLIC");
    let mut types = Types {
        values: BTreeMap::new(),
        has_others: is_other && !outside.contains("HTML"),
    };
    let mut length = name_ends;
    if rest.get(name_ends..)?.starts_with('[') {
        let subset = rest.get(name_ends + 1..)?;
        let read = types.read(subset);
        length = name_ends + 1 + read;
        length += rest.get(length..)?.find('>')?;
    }
    let is_needed = types.has_others || !types.values.is_empty();
    is_needed.then_some((start, declared + length + 1, types))
}

impl<'a> Types<'a> {
    /// Reads definitions up to the end of their list; returns how long they are.
    fn read(&mut self, subset: &'a str) -> usize {
        let mut rest = subset;
        loop {
            rest = rest.trim_start();
            let length = if rest.is_empty() || rest.starts_with(']') {
                return subset.len() - rest.len();
            } else if rest.starts_with("<!--") {
                rest.find("-->").map(|at| at + "-->".len())
            } else if rest.starts_with("<?") {
                rest.find("?>").map(|at| at + "?>".len())
            } else if let Some(entity) = rest.strip_prefix("<!ENTITY") {
                let length = declaration(entity);
                self.define(entity.get(..length).unwrap_or_default());
                Some("<!ENTITY".len() + length)
            } else if rest.starts_with('%') {
                self.has_others = true;
                rest.find(';').map(|at| at + 1)
            } else {
                Some(declaration(rest))
            };
            rest = rest.get(length.unwrap_or(rest.len())..).unwrap_or_default();
        }
    }

    /// Takes `name "value"`, or `name SYSTEM "file"`; the first definition of a name stands.
    fn define(&mut self, entity: &'a str) {
        let entity = entity.trim_start();
        let Some((name, rest)) = entity.split_once(char::is_whitespace) else {
            return;
        };
        let rest = rest.trim_start();
        let value = rest.chars().next().filter(|quote| "\"'".contains(*quote));
        let value = value.and_then(|quote| rest.get(1..)?.split(quote).next());
        if name != "%" {
            self.values.entry(name).or_insert(value);
        }
    }

    /// Returns what an entity stands for, and how much work that was; nothing if this is none that is
    /// defined here or elsewhere.
    fn value(&self, name: &str) -> Option<(String, usize)> {
        if let Some(value) = self.values.get(name) {
            let (mut written, mut room) = (String::new(), MOST_OF_ONE);
            let is_known =
                value.is_some_and(|value| self.write(value, DEEPEST, &mut room, &mut written));
            if !is_known {
                LOST.clone_into(&mut written);
            }
            return Some((written, MOST_OF_ONE - room));
        }
        let is_of_html = || NAMED_ENTITIES.get(&format!("{name};")).is_some();
        (self.has_others && !is_of_html()).then(|| (LOST.to_owned(), 0))
    }

    /// Writes a value and those of the entities in it; says whether it could.
    fn write(&self, value: &str, deep: usize, room: &mut usize, written: &mut String) -> bool {
        let Some(left) = room.checked_sub(value.len() + 1).filter(|_| deep > 0) else {
            return false;
        };
        *room = left;
        let mut rest = value;
        while let Some((text, from)) = rest.find('&').and_then(|at| rest.split_at_checked(at)) {
            written.push_str(text);
            let inner = name(from).and_then(|name| Some((name, self.values.get(name)?)));
            let Some((name, value)) = inner else {
                written.push('&');
                rest = from.strip_prefix('&').unwrap_or_default();
                continue;
            };
            if !value.is_some_and(|value| self.write(value, deep - 1, room, written)) {
                return false;
            }
            rest = from.get(name.len() + 2..).unwrap_or_default();
        }
        written.push_str(rest);
        true
    }
}

/// Returns how long a declaration is, its `>` included: those in quote marks are of its values.
fn declaration(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match quote {
            None if c == '>' => return at + 1,
            None if c == '"' || c == '\'' => quote = Some(c),
            Some(open) if c == open => quote = None,
            None | Some(_) => {}
        }
    }
    text.len()
}

/// Returns the name of the entity to which a text begins to refer, if it does.
fn name(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('&')?;
    let is_of_name = |c: char| c.is_alphanumeric() || "_-.:".contains(c);
    let end = rest.find(|c| !is_of_name(c))?;
    let is_name = (1..=LONGEST_NAME).contains(&end) && rest.get(end..)?.starts_with(';');
    rest.get(..end).filter(|_| is_name)
}

struct Setter<'a> {
    types: Types<'a>,
    page: String,
    /// What was asked for before: what it stands for, if anything.
    known: BTreeMap<String, Option<String>>,
    added: usize,
}

impl Setter<'_> {
    fn set(&mut self, xml: &str) {
        let mut rest = xml;
        while let Some((text, from)) = rest
            .find(['<', '&'])
            .and_then(|at| rest.split_at_checked(at))
        {
            self.page.push_str(text);
            let end = |mark: &str| from.find(mark).map_or(from.len(), |at| at + mark.len());
            let length = if from.starts_with('&') {
                self.reference(from, false)
            } else if from.starts_with("<![CDATA[") {
                self.copy(from, end("]]>"))
            } else if from.starts_with("<!--") {
                self.copy(from, end("-->"))
            } else if from.starts_with("<?") {
                self.copy(from, end("?>"))
            } else {
                self.tag(from)
            };
            rest = from.get(length..).unwrap_or_default();
        }
        self.page.push_str(rest);
    }

    fn copy(&mut self, text: &str, length: usize) -> usize {
        self.page.push_str(text.get(..length).unwrap_or_default());
        length
    }

    /// Writes a tag, with the entities in its attributes.
    fn tag(&mut self, text: &str) -> usize {
        let is_tag = text
            .get(1..)
            .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
        if !is_tag {
            return self.copy(text, 1);
        }
        let (end, _) = end_of_tag(text.as_bytes(), 1);
        let mut rest = text.get(..end).unwrap_or_default();
        while let Some((before, from)) = rest.find('&').and_then(|at| rest.split_at_checked(at)) {
            self.page.push_str(before);
            let length = self.reference(from, true);
            rest = from.get(length..).unwrap_or_default();
        }
        self.page.push_str(rest);
        end
    }

    /// Writes what a reference stands for, or its `&` if it is none that is known here.
    fn reference(&mut self, text: &str, is_in_tag: bool) -> usize {
        let Some(name) = name(text) else {
            return self.copy(text, 1);
        };
        if !self.known.contains_key(name) {
            let value = if self.added < MOST_OF_ALL {
                self.types.value(name)
            } else {
                self.types.values.get(name).map(|_| (LOST.to_owned(), 0))
            };
            self.added += value.as_ref().map_or(0, |(_, work)| *work);
            let value = value.map(|(value, _)| value);
            self.known.insert(name.to_owned(), value);
        }
        let Some(Some(value)) = self.known.get(name) else {
            return self.copy(text, 1);
        };
        let length = name.len() + 2;
        self.added += value.len();
        let value = if self.added > MOST_OF_ALL {
            LOST
        } else {
            value
        };
        if is_in_tag {
            let value = value.replace('"', "&quot;").replace('\'', "&#39;");
            self.page.push_str(&value.replace('<', "&lt;"));
        } else {
            self.page.push_str(value);
        }
        length
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MOST_OF_ALL, resolved};
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    fn look(types: &str, body: &str, quote: &str) -> (Check, Option<Obstacle>) {
        let page = format!(
            "<?xml version='1.0'?>\n<!DOCTYPE html {types}>\n<html xmlns='http://www.w3.org/1999/xhtml'>\
             <head><title>T</title></head><body>{body}</body></html>"
        );
        let wanted = SoughtQuote::of(quote);
        let snapshot = Snapshot::read(page.as_bytes(), Media::Xml);
        let found = find(&snapshot, &[wanted]).remove(0);
        (found.check, found.reason)
    }

    #[test]
    fn what_a_page_defines_is_read() {
        let types = "PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\" [\n<!-- ] > <!ENTITY org \"No\"> -->\n\
            <!ELEMENT x ANY><!ENTITY org \"The [old] Harbour &kind;\"><!ENTITY kind 'Office &amp; <b>Sons</b>'>\n\
            <!ENTITY org \"Later\">\n<?x ]>?><!ENTITY caf\u{e9} \"caf&#233;\">]";
        let body = "<p title=\"&org;\">&org; will begin the works, caf&eacute; &caf\u{e9}; &amp; all.</p>\
            <p><![CDATA[It says &org; here.]]></p>";
        for quote in [
            "The [old] Harbour Office & Sons will begin the works, caf\u{e9} caf\u{e9} & all.",
            "It says &org; here.",
        ] {
            assert_eq!(look(types, body, quote), (Check::Exact, None), "{quote}");
        }
        for quote in [
            "The Harbour Office will begin the works",
            "Later will begin the works",
        ] {
            assert_eq!(look(types, body, quote).0, Check::Absent, "{quote}");
        }
    }

    #[test]
    fn what_another_file_has_is_not_known() {
        let body = "<p>&org; will begin the works.</p><p>And nothing else stands here at all, caf&eacute;.</p>";
        for types in [
            "[<!ENTITY org SYSTEM \"org.txt\">]",
            "[<!ENTITY org \"&own;\"><!ENTITY own \"&org;\">]",
            "[<!ENTITY % all SYSTEM \"all.ent\"> %all;]",
            "SYSTEM \"report.dtd\"",
        ] {
            let found = look(types, body, "The Harbour Office will begin the works.");
            let unknown = (Check::CannotCheck, Some(Obstacle::LostCharacters));
            assert_eq!(found, unknown, "{types}");
            let quote = "And nothing else stands here at all, caf\u{e9}.";
            assert_eq!(look(types, body, quote).0, Check::Exact, "{types}");
        }
    }

    #[test]
    fn pages_that_define_nothing_are_left_as_they_are() {
        for page in [
            "",
            "<!DOCTYPE html><p>&org;",
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\"><p>&org;",
            "<!DOCTYPE html [ <!ELEMENT x ANY> ]><p>&org;",
            "<!DOCTYPE html [ <!ENTITY a \"b\"",
        ] {
            assert_eq!(resolved(page), page);
        }
    }

    /// Entities of entities, ten of each, as pages have had that were made to use up a memory.
    #[test]
    fn entities_do_not_multiply() {
        let mut types = "<!ENTITY a0 \"words\">".to_owned();
        for level in 1..12 {
            let ten = format!("&a{};", level - 1).repeat(10);
            types.extend(["<!ENTITY a", &level.to_string(), " \"", &ten, "\">"]);
        }
        // And so where they are nothing in the end.
        for types in [&types, &types.replace("words", "")] {
            let page = format!("<!DOCTYPE html [{types}]><p>{}", "&a11;&a3;".repeat(20_000));
            assert!(resolved(&page).len() < MOST_OF_ALL + 2 * page.len());
        }
    }

    proptest! {
        #[test]
        fn any_text_is_resolved(
            text in "(<!DOCTYPE|<!ENTITY|SYSTEM|[ -~]|\u{e9}|&[a-c];|\\[|\\]|>|\"|<!--|%[a-c];|<[a-z]){0,40}",
        ) {
            let page = format!("<!DOCTYPE{text}");
            prop_assert!(!resolved(&page).is_empty());
            prop_assert!(text.is_empty() || !resolved(&text).is_empty());
        }
    }
}
