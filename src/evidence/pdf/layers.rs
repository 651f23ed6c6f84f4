//! Says which layers of a PDF are not shown (optional content: ISO 32000-2, 8.11).

use std::collections::BTreeSet;

use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, ObjectIdentifier};

use super::spent::{Room, TooMuch};

/// Expressions of layers are worked out as deep as this.
const DEEPEST: usize = 8;

/// The layers that are not shown.
#[derive(Default)]
pub(super) struct Layers(BTreeSet<ObjectIdentifier>);

impl Layers {
    pub(super) fn of(root: &Dict<'_>) -> Self {
        let layers: Dict<'_> = root.get("OCProperties").unwrap_or_default();
        let shown: Dict<'_> = layers.get("D").unwrap_or_default();
        let base: Option<Name<'_>> = shown.get("BaseState");
        let mut off: BTreeSet<ObjectIdentifier> = BTreeSet::new();
        if base.is_some_and(|base| &*base == b"OFF") {
            off.extend(ids(&layers, "OCGs"));
            for on in ids(&shown, "ON") {
                off.remove(&on);
            }
        }
        off.extend(ids(&shown, "OFF"));
        Self(off)
    }

    /// Says whether something is not shown: a layer, or some that are shown together.
    pub(super) fn hide(&self, layer: &Dict<'_>, room: &mut Room) -> Result<bool, TooMuch> {
        let is_off = |layer: &Dict<'_>| self.has(layer);
        room.step()?;
        if is_off(layer) {
            return Ok(true);
        }
        if let Some(says) = layer.get::<Array<'_>>("VE") {
            return Ok(!self.shows(&Object::Array(says), room, 0)?);
        }
        let all: Vec<Dict<'_>> = match layer.get::<Object<'_>>("OCGs") {
            Some(Object::Dict(one)) => vec![one],
            Some(Object::Array(all)) => all.iter::<Dict<'_>>().collect(),
            _ => return Ok(false),
        };
        room.look(all.len())?;
        let policy: Option<Name<'_>> = layer.get("P");
        Ok(!all.is_empty()
            && match policy.as_deref() {
                Some(b"AllOn") => all.iter().any(is_off),
                Some(b"AnyOff") => !all.iter().any(is_off),
                Some(b"AllOff") => !all.iter().all(is_off),
                _ => all.iter().all(is_off),
            })
    }

    fn has(&self, layer: &Dict<'_>) -> bool {
        layer.obj_id().is_some_and(|id| self.0.contains(&id))
    }

    /// Works out whether an expression of layers says that something is shown.
    fn shows(&self, says: &Object<'_>, room: &mut Room, deep: usize) -> Result<bool, TooMuch> {
        room.step()?;
        if let Object::Dict(layer) = says {
            return Ok(!self.has(layer));
        }
        let Object::Array(array) = says else {
            return Ok(true);
        };
        if deep == DEEPEST {
            return Err(TooMuch);
        }
        let mut parts = array.iter::<Object<'_>>();
        let Some(Object::Name(how)) = parts.next() else {
            return Ok(true);
        };
        let mut shown = Vec::new();
        for part in parts {
            shown.push(self.shows(&part, room, deep + 1)?);
        }
        Ok(match &*how {
            b"And" => shown.iter().all(|is| *is),
            b"Or" => shown.contains(&true),
            b"Not" => shown.first() == Some(&false),
            _ => true,
        })
    }
}

fn ids(of: &Dict<'_>, key: &str) -> Vec<ObjectIdentifier> {
    let array = of.get::<Array<'_>>(key);
    let all = array.iter().flat_map(Array::iter::<Dict<'_>>);
    all.filter_map(|layer| layer.obj_id()).collect()
}
