//! Reads what an address of the kind `data:` holds itself.

use percent_encoding::percent_decode_str;

use super::super::lenient_base64;

/// Returns the text that an address holds, if it is one of the kind `data:` and of a media type.
pub(super) fn text(address: &str, kind: &str) -> Option<String> {
    let address = address.trim();
    let scheme = address.get(..5)?;
    let (about, body) = address.get(5..)?.split_once(',')?;
    let mut about = about.split(';').map(str::trim);
    let is_kind = about.next()?.eq_ignore_ascii_case(kind);
    if !scheme.eq_ignore_ascii_case("data:") || !is_kind {
        return None;
    }
    let bytes: Vec<u8> = percent_decode_str(body).collect();
    let bytes = if about.any(|word| word.eq_ignore_ascii_case("base64")) {
        lenient_base64::decoded(&bytes)
    } else {
        bytes
    };
    Some(String::from_utf8_lossy(&bytes).into_owned())
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
