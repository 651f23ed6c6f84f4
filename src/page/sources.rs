//! Writes the block of the sources that a page carries.

/// What the block begins with. A page that has these bytes twice has two blocks, wherever they stand.
pub(crate) const START: &str =
    "<script type=\"application/vnd.brief.sources\" id=\"brief-sources\">";
/// What it ends with.
pub(crate) const END: &str = "</script>";

/// Returns the element of a block with this text, which is base64.
pub(crate) fn element(packed: &str) -> String {
    format!("{START}{packed}{END}\n")
}
