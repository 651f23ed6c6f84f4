//! Ranks the layers of style sheets.

use std::collections::HashMap;

use cssparser::Parser;

/// Layers in each other are not read any deeper.
const MOST_LAYERS: usize = 16;

/// The layers of style sheets.
#[derive(Default)]
pub(super) struct Layers {
    /// The place of each among all, by number.
    places: Vec<Vec<u32>>,
    names: HashMap<String, usize>,
}

impl Layers {
    /// Returns the rank of layers; what is in no layer ranks highest.
    pub(super) fn rank(&self) -> impl Fn(Option<usize>) -> usize + use<> {
        let mut order: Vec<&Vec<u32>> = self.places.iter().collect();
        order.sort();
        let ranks: Vec<usize> = self
            .places
            .iter()
            .map(|layer| order.partition_point(|other| *other < layer))
            .collect();
        let top = ranks.len();
        move |layer| {
            layer
                .and_then(|layer| ranks.get(layer).copied())
                .unwrap_or(top)
        }
    }

    /// Returns the layer of a name in another; nameless ones are all different.
    pub(super) fn layer(&mut self, path: &str, name: Option<&str>) -> (usize, String) {
        let name = name.map_or_else(|| format!("\0{}", self.places.len()), str::to_owned);
        let mut path = path.to_owned();
        let mut known = self.names.get(&path).copied();
        for part in name.split('.').take(MOST_LAYERS) {
            path.push('.');
            path.push_str(part);
            let id = if let Some(id) = self.names.get(&path) {
                *id
            } else {
                // What stands in a layer itself comes after the layers in it.
                let outer = known.and_then(|outer| self.places.get(outer));
                let mut place = outer.cloned().unwrap_or_default();
                place.pop();
                place.push(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
                place.push(u32::MAX);
                self.places.push(place);
                self.names.insert(path.clone(), self.places.len() - 1);
                self.places.len() - 1
            };
            known = Some(id);
        }
        (known.unwrap_or_default(), path)
    }
}

/// Reads the names of layers.
pub(super) fn names(input: &mut Parser<'_>) -> Vec<String> {
    let mut names = vec![String::new()];
    while let Ok(token) = input.next() {
        match token {
            cssparser::Token::Comma => names.push(String::new()),
            cssparser::Token::Ident(word) => {
                names
                    .last_mut()
                    .into_iter()
                    .for_each(|name| name.push_str(word));
            }
            _ => names.last_mut().into_iter().for_each(|name| name.push('.')),
        }
    }
    names
}
