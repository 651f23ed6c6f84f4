//! The content-security policy of a page.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Returns the policy of a page with this style sheet and this data block: no script, no request.
///
/// By the HTML standard a data block is no script, and no policy is asked for it. The Nu HTML
/// checker asks all the same, so that its hash is named; run as a script, it would be a syntax
/// error.
pub(super) fn security_policy(sheet: &str, data: &str) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; font-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(sheet),
        hash(data)
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::security_policy;

    #[test]
    fn the_policy_names_the_hashes() {
        let policy = security_policy("", "{}");
        assert!(
            policy.contains("style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"),
            "{policy}"
        );
        assert!(
            policy.contains("script-src 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='"),
            "{policy}"
        );
    }
}
