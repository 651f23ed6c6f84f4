//! brief
pub mod diagnostics;
pub mod load;
pub mod model;
