//! Puts the values of custom properties in place of `var()`.

use std::collections::HashMap;
use std::rc::Rc;

/// Values in values are not read any deeper, nor any longer.
const MOST_DEEP: usize = 16;
const LONGEST: usize = 4 << 10;
/// So many values may stand in one.
const MOST_VALUES: usize = 200;

/// A declaration as it is written: of a custom property, or with a `var()` in it.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) is_important: bool,
    pub(super) is_certain: bool,
    /// Its place in its rule.
    pub(super) place: usize,
}

impl Raw {
    pub(super) fn is_custom(&self) -> bool {
        is_custom(&self.name)
    }
}

/// Says whether a property goes on in what is in an element as it is written: one of the page's own, or `quotes`.
pub(super) fn is_custom(name: &str) -> bool {
    name.starts_with("--") || name.eq_ignore_ascii_case("quotes")
}

/// Says whether a value has a `var()`.
pub(super) fn has_variable(text: &str) -> bool {
    next(text).is_some()
}

/// The custom properties of an element.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Variables {
    own: HashMap<String, Known>,
    outer: Option<Rc<Variables>>,
}

#[derive(Debug, PartialEq)]
struct Known {
    text: String,
    is_certain: bool,
}

/// What a value with a `var()` stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Settled {
    Text(String),
    /// A property of which nothing is said has another value in its place.
    Fallback(String),
    /// A property has no value in the page's style sheets.
    Undefined,
    /// The page's markup and style sheets do not tell.
    Unknown,
}

impl Variables {
    /// Returns the custom properties of an element in another; of two of a name the later one counts.
    pub(super) fn within(outer: Option<&Rc<Self>>, declared: &[Rc<Raw>]) -> Option<Rc<Self>> {
        if declared.is_empty() {
            return outer.cloned();
        }
        let mut own: HashMap<String, Known> = HashMap::new();
        for raw in declared {
            let text = raw.text.trim().to_owned();
            let is_outer = ["inherit", "unset", "revert", "revert-layer"].contains(&&*text);
            if is_outer && raw.is_certain {
                own.remove(&raw.name);
                continue;
            }
            let is_certain = raw.is_certain && !is_outer;
            own.insert(raw.name.clone(), Known { text, is_certain });
        }
        let outer = outer.cloned();
        Some(Rc::new(Self { own, outer }))
    }

    /// Returns what one of them stands for.
    pub(super) fn value(&self, name: &str) -> Settled {
        match self.get(name) {
            None => Settled::Undefined,
            Some(known) if !known.is_certain => Settled::Unknown,
            Some(known) => {
                let text = set_in(&known.text, Some(self), 1, &mut Taken::default());
                text.map_or_else(|unknown| unknown, Settled::Text)
            }
        }
    }

    fn get(&self, name: &str) -> Option<&Known> {
        let mut at = Some(self);
        while let Some(variables) = at {
            if let Some(known) = variables.own.get(name) {
                return (known.text != "initial").then_some(known);
            }
            at = variables.outer.as_deref();
        }
        None
    }
}

/// Returns what a value stands for, with the custom properties of an element.
pub(super) fn settled(text: &str, variables: Option<&Rc<Variables>>) -> Settled {
    let mut taken = Taken::default();
    match set_in(text, variables.map(Rc::as_ref), 0, &mut taken) {
        Ok(text) if taken.is_fallback => Settled::Fallback(text),
        Ok(text) => Settled::Text(text),
        Err(unknown) => unknown,
    }
}

/// What was taken for a value.
#[derive(Default)]
struct Taken {
    values: usize,
    is_fallback: bool,
}

fn set_in(
    text: &str,
    variables: Option<&Variables>,
    depth: usize,
    taken: &mut Taken,
) -> Result<String, Settled> {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, inside, after)) = next(rest) {
        taken.values += 1;
        if depth > MOST_DEEP || taken.values > MOST_VALUES {
            return Err(Settled::Unknown);
        }
        whole.push_str(before);
        let (name, fallback) = match inside.split_once(',') {
            Some((name, fallback)) => (name.trim(), Some(fallback)),
            None => (inside.trim(), None),
        };
        let known = variables.and_then(|variables| variables.get(name));
        let value = match (known, fallback) {
            (Some(known), _) if !known.is_certain => return Err(Settled::Unknown),
            (Some(known), _) => set_in(&known.text, variables, depth + 1, taken)?,
            (None, Some(fallback)) => {
                taken.is_fallback = true;
                set_in(fallback, variables, depth + 1, taken)?
            }
            (None, None) => return Err(Settled::Undefined),
        };
        whole.push_str(&value);
        if whole.len() > LONGEST {
            return Err(Settled::Unknown);
        }
        rest = after;
    }
    whole.push_str(rest);
    Ok(whole)
}

/// Returns what stands before the first `var()`, in it, and after it.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = text.get(from..)?.find('(')? + from;
        from = open + 1;
        let before = text.get(..open)?;
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let start = before.trim_end_matches(is_of_name).len();
        if !before.get(start..)?.eq_ignore_ascii_case("var") {
            continue;
        }
        let mut open_blocks = 1;
        let inside = text.get(from..)?;
        let end = inside.find(|c: char| {
            match c {
                '(' => open_blocks += 1,
                ')' => open_blocks -= 1,
                _ => {}
            }
            open_blocks == 0
        });
        let end = end.unwrap_or(inside.len());
        let after = inside.get(end + 1..).unwrap_or_default();
        return Some((text.get(..start)?, inside.get(..end)?, after));
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Raw, Settled, Variables, settled};

    fn of(text: &str, known: &[(&str, &str)]) -> Settled {
        let raw = |(name, text): &(&str, &str)| {
            Rc::new(Raw {
                name: (*name).to_owned(),
                text: (*text).to_owned(),
                is_important: false,
                is_certain: *text != "?",
                place: 0,
            })
        };
        let declared: Vec<Rc<Raw>> = known.iter().map(raw).collect();
        settled(text, Variables::within(None, &declared).as_ref())
    }

    #[test]
    fn values_are_put_in_place() {
        let known = [
            ("--a", "1"),
            ("--b", "var(--a) 2"),
            ("--c", "?"),
            ("--d", "var(--d)"),
        ];
        for (text, value) in [
            ("x(var(--a)) var( --b )", "x(1) 1 2"),
            ("VAR(--a,9)", "1"),
            ("var(--z, f(3, var(--a)))", " f(3, 1)"),
            ("max-var(1)", "max-var(1)"),
        ] {
            let value = if text.contains("--z") {
                Settled::Fallback(value.to_owned())
            } else {
                Settled::Text(value.to_owned())
            };
            assert_eq!(of(text, &known), value, "{text}");
        }
        assert_eq!(of("var(--z)", &known), Settled::Undefined);
        for text in ["var(--c)", "var(--d)"] {
            assert_eq!(of(text, &known), Settled::Unknown, "{text}");
        }
        let doubling: Vec<(String, String)> = (0..60)
            .map(|n| (format!("--{n}"), format!("var(--{0}) var(--{0})", n + 1)))
            .collect();
        let doubling: Vec<(&str, &str)> = doubling
            .iter()
            .map(|(name, text)| (&**name, &**text))
            .collect();
        assert_eq!(of("var(--0)", &doubling), Settled::Unknown);
    }
}
