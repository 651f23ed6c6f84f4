//! What the format's types are called in messages, and what is required of them.

/// Sequences and mappings that a file has to give. They could be left out as far as their type
/// goes; a test keeps this in step with `document/`.
const REQUIRED: &[(&str, &[&str])] = &[
    ("Document", &["voices", "sources", "claims"]),
    ("Claim", &["voice", "in"]),
    ("Position", &["claims"]),
    ("Event", &["claims"]),
    ("Tension", &["between"]),
];

/// Says whether a sequence or mapping has to be given.
pub(super) fn is_required(owner: &str, field: &str) -> bool {
    REQUIRED
        .iter()
        .any(|(name, fields)| *name == owner && fields.contains(&field))
}

/// Returns what a type is called, by its Rust name.
pub(super) fn noun(name: &str) -> String {
    match name {
        "Document" => "brief".to_owned(),
        "Allow" => "`allow` entry".to_owned(),
        "SourceType" => "type of source".to_owned(),
        "QuoteKind" => "kind of quote".to_owned(),
        other => other.to_lowercase(),
    }
}
