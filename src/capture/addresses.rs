//! Tells an address from that of its copy in an archive.

use crate::model::HttpUrl;

/// An address, and its copy in an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address {
    /// The address itself; none if the copy's does not say it.
    pub(super) own: Option<String>,
    /// The address of the copy.
    pub(super) copy: Option<String>,
    /// The day on which the copy was taken.
    pub(super) day: Option<String>,
}

/// The hosts of archive.today.
const TODAY: &[&str] = &[
    "archive.today",
    "archive.ph",
    "archive.is",
    "archive.li",
    "archive.md",
    "archive.fo",
    "archive.vn",
];

/// Reads an address; none if it is no http or https address.
pub(super) fn read(text: &str) -> Option<Address> {
    let text = text.trim();
    HttpUrl::parse(text).ok()?;
    let (_, rest) = text.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let copied = match host {
        "web.archive.org" | "wayback.archive-it.org" | "webarchive.nationalarchives.gov.uk" => {
            after_stamp(path)
        }
        host if TODAY.contains(&host) => Some(after_stamp(path).unwrap_or((None, None))),
        "perma.cc" => Some((None, None)),
        _ => None,
    };
    Some(match copied {
        None => Address {
            own: Some(text.to_owned()),
            ..Address::default()
        },
        Some((own, day)) => Address {
            own,
            copy: Some(text.to_owned()),
            day,
        },
    })
}

/// Returns the address that stands in a path after the stamp of a copy, `20250817101500id_/https://…`, and
/// the day of the stamp.
fn after_stamp(path: &str) -> Option<(Option<String>, Option<String>)> {
    let mut from = 0;
    for part in path.split('/').take(3) {
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        let is_stamp = digits.len() >= 8
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
        from += part.len() + 1;
        if is_stamp {
            let own = path.get(from..).filter(|own| HttpUrl::parse(own).is_ok());
            let (year, rest) = digits.split_at_checked(4)?;
            let (month, day) = (rest.get(..2)?, rest.get(2..4)?);
            return Some((
                own.map(str::to_owned),
                Some(format!("{year}-{month}-{day}")),
            ));
        }
    }
    None
}

/// Says whether an address may be that of the page at another: on the same site, and no less precise.
pub(super) fn may_stand_for(canonical: &str, address: &str) -> bool {
    let parts = |text: &str| {
        let (_, rest) = text.split_once("://")?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host = host.to_ascii_lowercase();
        let labels: Vec<&str> = host.rsplit('.').take(2).collect();
        Some((labels.join("."), !path.trim_matches('/').is_empty()))
    };
    match (parts(canonical), parts(address)) {
        (Some((site, is_deep)), Some((of_page, is_page_deep))) => {
            site == of_page && (is_deep || !is_page_deep)
        }
        _ => false,
    }
}

/// Returns the host of an address, as people call a site.
pub(super) fn host(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.rsplit('@').next()?.to_ascii_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

#[cfg(test)]
mod tests {
    use super::{may_stand_for, read};

    #[test]
    fn copies_in_archives_are_told_by_their_addresses() {
        let page = "https://harbour-times.example/works?a=1";
        for (address, own, day) in [
            (page.to_owned(), Some(page), None),
            (
                format!("https://web.archive.org/web/20261122101500/{page}"),
                Some(page),
                Some("2026-11-22"),
            ),
            (
                format!("http://web.archive.org/web/20261122101500id_/{page}"),
                Some(page),
                Some("2026-11-22"),
            ),
            (
                format!("https://archive.ph/2026.11.22-101500/{page}"),
                Some(page),
                Some("2026-11-22"),
            ),
            ("https://archive.today/AbC12".to_owned(), None, None),
            ("https://perma.cc/AB12-CD34".to_owned(), None, None),
        ] {
            let read = read(&address).unwrap();
            assert_eq!(read.own.as_deref(), own, "{address}");
            assert_eq!(read.day.as_deref(), day, "{address}");
            assert_eq!(
                read.copy.is_some(),
                own.is_none() || day.is_some(),
                "{address}"
            );
        }
        assert!(read("file:///home/ann/works.html").is_none());
        assert!(
            read("https://web.archive.org/about")
                .unwrap()
                .copy
                .is_none()
        );
    }

    #[test]
    fn a_canonical_address_is_on_the_same_site_and_not_its_front_page() {
        let page = "https://m.harbour-times.example/works";
        assert!(may_stand_for(
            "https://www.harbour-times.example/works/1",
            page
        ));
        assert!(!may_stand_for("https://www.harbour-times.example/", page));
        assert!(!may_stand_for("https://other.example/works", page));
    }
}
