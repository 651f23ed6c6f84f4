//! `invalid-language`: a language is not a BCP 47 tag.

use super::empty_text;
use crate::check::findings::Findings;
use crate::diagnostics::{Code, Diagnostic};
use crate::load::Text;
use crate::model::Language;

/// Reads a language.
pub(in crate::check) fn read(text: &Text, out: &mut Findings) -> Option<Language> {
    if empty_text::refuse(text, out) {
        return None;
    }
    let language = Language::parse(text).ok();
    if language.is_none() {
        out.push(
            Diagnostic::new(
                Code::InvalidLanguage,
                text.place,
                format!("`{}` is not a language tag", text.value.escape_debug()),
            )
            .help("write a BCP 47 tag such as `en`, `en-GB` or `uk`"),
        );
    }
    language
}
