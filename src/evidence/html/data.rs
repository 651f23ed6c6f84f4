//! Reads what an address of the kind `data:` holds itself.

use percent_encoding::percent_decode_str;

use super::super::lenient_base64;
use super::xml::as_html;

/// Returns the text that an address holds, if it is one of the kind `data:` and of a media type.
pub(super) fn text(address: &str, kind: &str) -> Option<String> {
    let (about, body) = parts(address)?;
    media(about)
        .eq_ignore_ascii_case(kind)
        .then(|| decoded(about, body))
}

/// Returns the page that an address holds, if browsers show it as a text.
pub(super) fn page(address: &str) -> Option<String> {
    let (about, body) = parts(address)?;
    let media = media(about).to_ascii_lowercase();
    let held = || decoded(about, body);
    match &*media {
        "text/html" => Some(held()),
        "" | "application/json" => Some(format!("{PLAIN}{}", held())),
        _ if media.ends_with("xml") => Some(as_html(&held()).html),
        _ if media.starts_with("text/") => Some(format!("{PLAIN}{}", held())),
        _ => None,
    }
}

/// After it, a page has no more tags.
const PLAIN: &str = "<!DOCTYPE html><plaintext>";

/// Returns what an address of the kind `data:` says of what it holds, and that.
fn parts(address: &str) -> Option<(&str, &str)> {
    let address = address.trim();
    let scheme = address.get(..5)?;
    let parts = address.get(5..)?.split_once(',')?;
    scheme.eq_ignore_ascii_case("data:").then_some(parts)
}

fn media(about: &str) -> &str {
    about.split(';').next().unwrap_or_default().trim()
}

fn decoded(about: &str, body: &str) -> String {
    let mut about = about.split(';').skip(1).map(str::trim);
    let bytes: Vec<u8> = percent_decode_str(body).collect();
    let bytes = if about.any(|word| word.eq_ignore_ascii_case("base64")) {
        lenient_base64::decoded(&bytes)
    } else {
        bytes
    };
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_an_address_holds_is_read() {
        for (address, words) in [
            ("data:text/css,p%7Bcolor:red%7D", Some("p{color:red}")),
            ("DATA:Text/CSS;charset=utf-8;base64,cHt9", Some("p{}")),
            (" data:text/css;base64,cHt9Cg== ", Some("p{}\n")),
            ("data:text/html,p", None),
            ("a.css", None),
            ("data:", None),
        ] {
            assert_eq!(text(address, "text/css").as_deref(), words, "{address}");
        }
    }
}
