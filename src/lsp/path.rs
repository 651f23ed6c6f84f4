//! Names places of the format: the way from the top to a value, and which ids stand there.

use super::mention::IdKind;

/// A step from a value to one in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'t> {
    Key(&'t str),
    Item,
}

/// What can be typed at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Key,
    Value,
    /// The first of a line: a field, or an item that is a text.
    Either,
}

/// Says whether running text stands at a place, which cites claims.
pub(super) fn is_prose(path: &[Step<'_>]) -> bool {
    let within = |names: &[&str]| {
        names
            .iter()
            .any(|name| path.first() == Some(&Step::Key(name)))
    };
    let Some(Step::Key(field)) = path.last() else {
        return false;
    };
    match *field {
        "title" | "bottom_line" | "method" => path.len() == 1,
        "says" | "characterised" => within(&["claims"]),
        "note" => within(&["claims", "voices", "sources", "tensions"]),
        "what" => within(&["events"]),
        "question" | "why" => within(&["gaps"]),
        "reason" => within(&["left_out", "withdrawn"]),
        _ => false,
    }
}

/// Says of what the ids are that stand at a place, if any do. Those of claims of the previous edition are
/// those of claims.
pub(super) fn ids_at(path: &[Step<'_>]) -> Option<IdKind> {
    let path = match path.split_last() {
        Some((Step::Item, path)) => path,
        _ => path,
    };
    let (Step::Key(field), owner) = path.split_last()? else {
        return None;
    };
    let within = |name: &str| owner.first() == Some(&Step::Key(name));
    let is_item = owner.last() == Some(&Step::Item) || owner.last() == Some(&Step::Key("from"));
    let found = match *field {
        "voice" if within("claims") => IdKind::Voice,
        "of" if within("positions") || within("gaps") => IdKind::Voice,
        "one_of" | "speaks_for" if within("voices") => IdKind::Voice,
        "in" if within("claims") || within("left_out") => IdKind::Source,
        "found_out_by" if within("claims") => IdKind::Source,
        "through" | "draws_on" if within("sources") => IdKind::Source,
        "outlet" if within("voices") => IdKind::Source,
        "on" if within("positions") => IdKind::Issue,
        "about" if within("claims") || within("gaps") => IdKind::Issue,
        "claims" if within("positions") || within("events") => IdKind::Claim,
        "rests_on" if within("claims") => IdKind::Claim,
        "between" if within("tensions") => IdKind::Claim,
        "claim" if within("withdrawn") => IdKind::Claim,
        _ => return None,
    };
    (is_item || within("voices") || within("sources")).then_some(found)
}
