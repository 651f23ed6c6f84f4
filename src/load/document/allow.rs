//! Rules silenced in place.

use serde::Deserialize;

use crate::load::located::Text;

/// A rule silenced in place.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The rule's code; only warnings can be silenced.
    pub rule: Text,
    /// Why it does not apply here.
    pub reason: Text,
}
