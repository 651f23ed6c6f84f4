//! Parts of a brief made from what other programs write.

pub mod csl_json;
mod dates;
mod keys;
