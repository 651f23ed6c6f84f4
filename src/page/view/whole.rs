//! Keeps numbers in one line with what belongs to them.

use crate::describe::typography::unparted;
use crate::describe::{Sink as _, has_isolates};
use crate::page::html::Html;

/// Returns words of ours in which a number keeps to its word, and to the other of its range: "pp. 117–119".
pub(super) fn whole(text: &str) -> Html {
    let mut html = Html::default();
    for (index, word) in unparted(text).split(' ').enumerate() {
        if index > 0 {
            html.text(" ");
        }
        let is_number = |text: Option<char>| text.is_some_and(|letter| letter.is_ascii_digit());
        let is_range = word.split_once('–').is_some_and(|(from, to)| {
            is_number(from.chars().next_back()) && is_number(to.chars().next())
        });
        // What is set apart may end behind a space.
        if is_range && !has_isolates(word) {
            html.element("span", &[("class", &"whole")], word);
        } else {
            html.text(word);
        }
    }
    html
}
