//! Paths as URI references (RFC 3986).

use std::fmt::Write as _;

/// Returns a path, as the user gave it, as a reference: relative to where the program ran, or a
/// `file` URI.
pub fn reference(path: &str) -> String {
    let path = if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    };
    let path = path.strip_prefix("./").unwrap_or(&path);
    match path.as_bytes() {
        [b'/', ..] => format!("file://{}", encoded(path)),
        [drive, b':', b'/', ..] if cfg!(windows) && drive.is_ascii_alphabetic() => {
            format!("file:///{}", encoded(path))
        }
        _ => encoded(path),
    }
}

fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn paths_become_references() {
        for (path, uri) in [
            ("content/a.yaml", "content/a.yaml"),
            ("./a b.yaml", "a%20b.yaml"),
            ("a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
            ("Зе.yaml", "%D0%97%D0%B5.yaml"),
            ("<stdin>", "%3Cstdin%3E"),
        ] {
            assert_eq!(reference(path), uri);
        }
    }

    #[cfg(unix)]
    #[test]
    fn absolute_paths_become_file_uris() {
        assert_eq!(reference("/tmp/a.yaml"), "file:///tmp/a.yaml");
    }
}
