//! The text that diagnostics are about.

/// An input's name and text, as far as diagnostics show them.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The path as the user gave it, or a name for what has no path, such as `<stdin>`.
    pub name: &'a str,
    /// The text; where the input is not UTF-8, its lossy reading.
    pub text: &'a str,
}
