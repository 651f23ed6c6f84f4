#![doc = include_str!("invalid_language.md")]

use super::empty_text;
use crate::check::context::Findings;
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;
use crate::model::Language;

pub(super) static INVALID_LANGUAGE: Rule = Rule::error(include_str!("invalid_language.md"));

pub(in crate::check) fn read(text: &Text, out: &mut Findings) -> Option<Language> {
    empty_text::read(text, out)?;
    let language = Language::parse(text).ok();
    if language.is_none() {
        let fault = Diagnostic::new(
            &INVALID_LANGUAGE,
            text.place,
            format!("`{}` is not a language tag", text.value.escape_debug()),
        )
        .help("write a BCP 47 tag such as `en`, `en-GB` or `uk`");
        // As programs name their locales: `en_GB.UTF-8`.
        let near = text.split(['.', '@']).next().unwrap_or(text);
        let near = near.trim().replace('_', "-");
        out.push(if Language::parse(&near).is_ok() {
            fault.instead(near)
        } else {
            fault
        });
    }
    language
}
