//! Finds where an address leads that is relative to another.
//!
//! What pages write is seldom a sound URI, and the base may be the name of a part of a message: crates that
//! keep to the standards refuse either.

/// Returns where an address leads in a page at another, without what stands after `#`.
pub(super) fn resolved(base: &str, address: &str) -> String {
    let address = without_fragment(address);
    let base = without_fragment(base);
    if has_scheme(address) {
        return address.to_owned();
    }
    let (scheme, rest) = match base.split_once("://") {
        Some((scheme, rest)) => (format!("{scheme}:"), rest),
        // Parts of messages know each other by names that are no places.
        None if has_scheme(base) => return address.to_owned(),
        None => (String::new(), base),
    };
    if address.starts_with("//") {
        return format!("{scheme}{address}");
    }
    let host = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(if scheme.is_empty() { 0 } else { host });
    let origin = if scheme.is_empty() {
        String::new()
    } else {
        format!("{scheme}//{host}")
    };
    let path = path.split('?').next().unwrap_or_default();
    let path = match address.chars().next() {
        None | Some('?') => format!("{path}{address}"),
        Some('/') => address.to_owned(),
        Some(_) => {
            let folder = path.rfind('/').and_then(|end| path.get(..=end));
            let root = if scheme.is_empty() { "" } else { "/" };
            format!("{}{address}", folder.unwrap_or(root))
        }
    };
    format!("{origin}{}", without_dots(&path))
}

fn without_fragment(address: &str) -> &str {
    address.trim().split('#').next().unwrap_or_default()
}

fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        let is_sign = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
        scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_sign)
    })
}

/// Follows `.` and `..` in a path.
fn without_dots(path: &str) -> String {
    let (path, query) = path.split_at(path.find('?').unwrap_or(path.len()));
    let mut folders: Vec<&str> = Vec::new();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        match part {
            "." | ".." => {
                if part == ".." && folders.last().is_some_and(|last| !last.is_empty()) {
                    folders.pop();
                }
                if is_last {
                    folders.push("");
                }
            }
            part => folders.push(part),
        }
    }
    format!("{}{query}", folders.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn addresses_lead_where_browsers_go() {
        let base = "https://a.example/b/c.html?d=/e#f";
        for (address, leads) in [
            ("s.css", "https://a.example/b/s.css"),
            ("./s.css?v=1#x", "https://a.example/b/s.css?v=1"),
            ("../s.css", "https://a.example/s.css"),
            ("../../s.css", "https://a.example/s.css"),
            ("/x/../s.css", "https://a.example/s.css"),
            ("//b.example/s.css", "https://b.example/s.css"),
            ("http://c.example/s.css", "http://c.example/s.css"),
            ("?v", "https://a.example/b/c.html?v"),
            ("", "https://a.example/b/c.html"),
            ("cid:1@x", "cid:1@x"),
        ] {
            assert_eq!(resolved(base, address), leads, "{address}");
        }
        assert_eq!(
            resolved("https://a.example", "s.css"),
            "https://a.example/s.css"
        );
        assert_eq!(resolved("pages/a.html", "../s.css"), "s.css");
        assert_eq!(resolved("a.html", "css/s.css"), "css/s.css");
        assert_eq!(resolved("cid:2@x", "s.css"), "s.css");
    }
}
