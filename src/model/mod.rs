//! What the file means: the domain in plain types, resolved and valid.
//!
//! No input, no output, no HTML. A field's type carries its validity ([`Key`], [`Label`],
//! [`HttpUrl`], [`Edtf`], [`OneOrMore`]); [`Brief`] guards what goes across: every reference in it
//! resolves.

mod vocabulary;

pub use vocabulary::{QuoteKind, SourceType, Stance};
