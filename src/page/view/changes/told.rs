//! Changes, from what to what, as HTML.

use crate::describe::changes::{How, Told, What};
use crate::page::html;
use crate::page::view::Subject;

/// Returns changes one after the other. How far a claim is from its origins stands beside it.
pub(super) fn set_told(subject: &Subject<'_>, told: &[&Told<'_>]) -> String {
    let told = told.iter().filter(|told| told.what != What::Distance);
    let told: Vec<String> = told.map(|told| set_one(subject, told)).collect();
    told.join(" · ")
}

fn set_one(subject: &Subject<'_>, told: &Told<'_>) -> String {
    let how = match &told.how {
        How::Words(diff) => {
            // A quote is never touched.
            let is_quote = told.what == What::QuoteReworded;
            let set = |words: &str| {
                if is_quote {
                    words.to_owned()
                } else {
                    subject.set(words)
                }
            };
            diff.set(
                |words| escaped(&set(words)),
                |words| element("del", &set(words)),
                |words| element("ins", &set(words)),
            )
        }
        How::Turned { was, is } => match (was, is) {
            (Some(was), Some(is)) => {
                escaped(&subject.set(&format!("{was} {} {is}", subject.arrow)))
            }
            // It stands under its claim.
            (None, Some(_)) if told.what == What::QuoteAdded => String::new(),
            (Some(was), None) if told.what == What::QuoteWithdrawn => escaped(was),
            (None, Some(is)) => element("ins", &subject.set(is)),
            (Some(was), None) => element("del", &subject.set(was)),
            (None, None) => String::new(),
        },
    };
    if told.what.is_of_text() {
        return how;
    }
    let quote = told.quote.iter().map(|quote| {
        if told.what == What::QuoteWithdrawn {
            String::new()
        } else {
            format!(" <a href=\"#{quote}\">{quote}</a>")
        }
    });
    let quote: String = quote.collect();
    format!(
        "<span class=\"what\">{}</span>{quote} {how}",
        escaped(told.what.words(subject.locale))
    )
    .trim_end()
    .to_owned()
}

/// Returns a text, escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    html::escape(text, &mut out);
    out
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", escaped(text))
}
