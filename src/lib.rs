//! brief
pub mod analysis;
pub mod diagnostics;
pub mod load;
pub mod model;
