//! Notes the numbers and points that browsers set before the items of lists, which are no text of a page.

use super::super::tree::Node;
use super::Walker;

impl Walker<'_> {
    /// Notes what stands before an item. A style sheet may take it away, or set another.
    pub(super) fn item(&mut self, node: &Node) {
        let Some(parent) = node.parent else {
            return;
        };
        let list = &self.tree.nodes[parent];
        if !list.is("ol") {
            self.writer.draw("• ");
            return;
        }
        let number = |node: &Node, name: &str| node.attribute(name)?.trim().parse::<i32>().ok();
        let is_reversed = list.attribute("reversed").is_some();
        let first = || {
            let items = || {
                let items = self.tree.children(parent);
                items.filter(|item| self.tree.nodes[*item].is("li")).count()
            };
            let first = if is_reversed {
                i32::try_from(items()).unwrap_or(i32::MAX)
            } else {
                1
            };
            number(list, "start").unwrap_or(first)
        };
        let step = if is_reversed { -1 } else { 1 };
        let next = self
            .numbers
            .get(&parent)
            .map_or_else(first, |last| last.saturating_add(step));
        let own = number(node, "value").unwrap_or(next);
        self.numbers.insert(parent, own);
        let form = list.attribute("type").and_then(|form| form.chars().next());
        self.writer.draw(&format!("{}. ", written(own, form)));
    }
}

/// Writes a number as a list has it.
fn written(number: i32, form: Option<char>) -> String {
    match form {
        Some('a') => letters(number),
        Some('A') => letters(number).to_uppercase(),
        Some('i') => roman(number).to_lowercase(),
        Some('I') => roman(number),
        Some(_) | None => number.to_string(),
    }
}

/// Writes a number in letters: after `z` comes `aa`.
fn letters(number: i32) -> String {
    let mut letters = Vec::new();
    let mut left = u32::try_from(number).unwrap_or_default();
    while left > 0 {
        left -= 1;
        letters.extend(char::from_u32(u32::from('a') + left % 26));
        left /= 26;
    }
    if letters.is_empty() {
        return number.to_string();
    }
    letters.iter().rev().collect()
}

fn roman(number: i32) -> String {
    const SIGNS: [(i32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..400).contains(&number) {
        return number.to_string();
    }
    let (mut left, mut roman) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            roman.push_str(sign);
            left -= value;
        }
    }
    roman
}

#[cfg(test)]
mod tests {
    use super::written;
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Caveat, Check, Obstacle};

    #[test]
    fn quotes_over_items_may_have_what_browsers_set_before_them() {
        for (list, before) in [
            ("<ol>", "4. "),
            ("<ol reversed start=5>", "4. "),
            ("<ol reversed type=a>", "a. "),
            ("<ol start=3 type=a>", "d. "),
            ("<ol type=I>", "IV. "),
            ("<ul>", "• "),
        ] {
            let value = if list == "<ol>" || list == "<ol type=I>" {
                " value=3"
            } else {
                ""
            };
            let page = format!(
                "{list}<li{value}>We found no money for it<li>We will not begin the works</ol>"
            );
            let look = |quote: &str| {
                let snapshot = Snapshot::read(page.as_bytes(), Media::Html);
                find(&snapshot, &[SoughtQuote::of(quote)]).remove(0)
            };
            let without = look("no money for it We will not begin");
            assert_eq!(without.check, Check::Typographic, "{page}");
            assert_eq!(without.caveats, [Caveat::SeveralBlocks]);
            let with = look(&format!("no money for it {before}We will not begin"));
            let found = (with.check, with.reason);
            assert_eq!(
                found,
                (Check::CannotCheck, Some(Obstacle::Unsure)),
                "{page}"
            );
            for other in ["5. We will not", "2. We will not", "4. We will"] {
                let found = look(&format!("no money for it {other} begin"));
                assert_eq!(found.check, Check::Absent, "{page}");
            }
        }
    }

    #[test]
    fn numbers_are_written_as_browsers_do() {
        for (number, form, shown) in [
            (i32::MIN, 'a', "-2147483648"),
            (0, 'A', "0"),
            (26, 'a', "z"),
            (27, 'a', "aa"),
            (703, 'A', "AAA"),
            (i32::MAX, 'a', "fxshrxw"),
            (4, 'i', "iv"),
        ] {
            assert_eq!(written(number, Some(form)), shown);
        }
    }
}
