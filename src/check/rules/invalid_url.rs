#![doc = include_str!("invalid_url.md")]

use super::empty_text;
use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;
use crate::model::HttpUrl;

pub(super) static INVALID_URL: Rule = Rule::error(include_str!("invalid_url.md"));

pub(in crate::check) fn read(text: &Text, out: &mut Findings) -> Option<HttpUrl> {
    empty_text::read(text, out)?;
    let url = HttpUrl::parse(text).ok();
    if url.is_none() {
        out.push(fault(text));
    }
    url
}

fn fault(text: &Text) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        &INVALID_URL,
        text.place,
        "this is not an absolute http or https address",
    );
    let with_scheme = format!("https://{}", text.value);
    if !text.contains("//") && !text.contains(':') && HttpUrl::parse(&with_scheme).is_ok() {
        let diagnostic = diagnostic.help(format!("did you mean `{with_scheme}`?"));
        diagnostic.instead(with_scheme)
    } else {
        diagnostic.help("write the whole address, such as `https://example.org/a`, without spaces")
    }
}
