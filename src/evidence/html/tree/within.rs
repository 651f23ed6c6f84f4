//! Looks through all that is in a node, however deep.

use super::{Content, Node, Tree};

impl Tree {
    /// Says whether a node, or one in it, however deep, is as is said.
    pub(in super::super) fn has_any(&self, node: usize, is_one: impl Fn(&Node) -> bool) -> bool {
        let mut open = vec![node];
        while let Some(id) = open.pop() {
            if is_one(&self.nodes[id]) {
                return true;
            }
            open.extend(self.children(id));
        }
        false
    }

    /// Returns all the text in a node, however deep, besides that of scripts.
    pub(in super::super) fn words_in(&self, node: usize) -> String {
        let (mut words, mut open) = (String::new(), vec![node]);
        while let Some(id) = open.pop() {
            if let Content::Text(text) = &self.nodes[id].content {
                words.push_str(text);
            }
            if *self.nodes[id].name.local != *"script" {
                let start = open.len();
                open.extend(self.children(id));
                open[start..].reverse();
            }
        }
        words
    }
}
