//! A brief in other forms than the page: for other programs, and for people without a browser.
//!
//! One file a form, each a pure function of the brief and its analysis: the same brief, the same
//! bytes. Nothing here reads, writes or fails.

pub mod origins;
