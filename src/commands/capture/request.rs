//! Asks for a page by HTTP: once, within bounds, and without a way around what a server refuses.

use std::io::Read as _;
use std::sync::Arc;
use std::time::Duration;

use brief::capture::Request;
use ureq::config::Config;
use ureq::http::{HeaderMap, StatusCode, header};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, ResponseExt as _};

use super::brought::Brought;
use crate::commands::snapshots::MOST_BYTES;
use crate::outcome::Failure;

/// So many addresses may lead to another.
const MOST_REDIRECTS: u32 = 10;
const USER_AGENT: &str = concat!("brief/", env!("CARGO_PKG_VERSION"));
const ACCEPT: &str = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8";

const IN_BROWSER: &str = "if you may read it, save the page in your browser, and name that file";
const LATER: &str = "try again later";

/// How the names of snapshots end, by the content types of servers.
const ENDINGS: &[(&str, &str)] = &[
    ("text/html", "html"),
    ("application/xhtml+xml", "xhtml"),
    ("application/xml", "xml"),
    ("text/xml", "xml"),
    ("text/plain", "txt"),
    ("text/markdown", "md"),
    ("application/json", "json"),
    ("text/vtt", "vtt"),
    ("message/rfc822", "eml"),
    ("multipart/related", "mhtml"),
    ("application/pdf", "pdf"),
    ("application/warc", "warc"),
    ("application/wacz", "wacz"),
];

/// Asks for an address.
pub(super) fn get(address: &str, limit: Duration) -> Result<Brought, Failure> {
    let failed = |error: &ureq::Error| failure(error, limit);
    let mut response = agent(limit)
        .get(address)
        .header(header::ACCEPT, ACCEPT)
        .call()
        .map_err(|error| failed(&error))?;
    let history = response.get_redirect_history().unwrap_or_default();
    let redirects = history.iter().skip(1).map(ToString::to_string);
    let redirects = redirects.collect();
    let heads = response.headers();
    let content_type = heads.get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    let content_type = content_type.map(str::to_owned);
    let request = Request {
        address: address.to_owned(),
        redirects,
        charset: content_type.as_deref().and_then(charset),
        content_type: content_type.clone(),
        original: original(heads),
    };
    if response.status() != StatusCode::OK {
        return Err(refused(response.status(), &request));
    }
    let length = response.body().content_length();
    if length.is_some_and(|length| length > MOST_BYTES) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // What is compressed is counted as it is opened.
    let body = response.body_mut().with_config().limit(u64::MAX).reader();
    let read = body.take(MOST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| failed(&ureq::Error::from(error)))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(too_large());
    }
    Ok(Brought {
        bytes,
        ending: content_type.as_deref().and_then(ending),
        given: None,
        request: Some(request),
    })
}

fn agent(limit: Duration) -> Agent {
    let trusted = rustls_native_certs::load_native_certs().certs;
    let trusted: Vec<Certificate<'static>> = trusted
        .iter()
        .map(|certificate| Certificate::from_der(certificate).to_owned())
        .collect();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&trusted))
        .unversioned_rustls_crypto_provider(provider)
        .build();
    let config = Config::builder()
        .http_status_as_error(false)
        .max_redirects(MOST_REDIRECTS)
        .save_redirect_history(true)
        .timeout_global(Some(limit))
        .tls_config(tls)
        .user_agent(USER_AGENT)
        .build();
    config.new_agent()
}

fn ending(content_type: &str) -> Option<String> {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    let known = ENDINGS
        .iter()
        .find(|(known, _)| kind.eq_ignore_ascii_case(known));
    known.map(|(_, ending)| (*ending).to_owned())
}

fn charset(content_type: &str) -> Option<String> {
    let parameters = content_type.split(';').skip(1);
    let values = parameters.filter_map(|parameter| parameter.split_once('='));
    let charset = values.filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    let charset = charset.map(|(_, value)| value.trim().trim_matches(['"', '\'']));
    charset
        .into_iter()
        .find(|value| !value.is_empty())
        .map(str::to_owned)
}

/// Returns the address of which an archive says that this is a copy.
fn original(heads: &HeaderMap) -> Option<String> {
    let links = heads.get_all(header::LINK).iter();
    let links = links.filter_map(|links| links.to_str().ok());
    links.flat_map(|links| links.split(',')).find_map(|link| {
        let (address, rest) = link.trim().strip_prefix('<')?.split_once('>')?;
        let is_original = rest.split(';').any(|parameter| {
            let value = parameter.trim().strip_prefix("rel=");
            let value = value.map(|value| value.trim_matches('"'));
            value.is_some_and(|value| value.split_whitespace().any(|rel| rel == "original"))
        });
        is_original.then(|| address.to_owned())
    })
}

fn too_large() -> Failure {
    Failure::of_input(
        format!("it has more than {MOST_BYTES} bytes"),
        "save its text as `.txt`, and name that file",
    )
}

/// Says what a server's answer means that is none.
fn refused(status: StatusCode, request: &Request) -> Failure {
    let (meaning, help) = match status.as_u16() {
        401 => ("it asks for a name and a password", IN_BROWSER),
        402 => ("it is to be paid for", IN_BROWSER),
        403 => ("the server refuses it to this program", IN_BROWSER),
        404 | 410 => (
            "there is no such page",
            "mind the address; an archive may have a copy",
        ),
        429 => ("too many requests came from here", LATER),
        451 => (
            "it is withheld for reasons of law",
            "an archive may have a copy",
        ),
        500..=599 => ("the server failed", LATER),
        _ => (
            "that is no page",
            "open the address in your browser, save the page, and name that file",
        ),
    };
    let mut message = format!("the server answered {}: {meaning}", status.as_u16());
    if let Some(last) = request.redirects.last() {
        message = format!("{message} (at {last})");
    }
    match status.as_u16() {
        429 | 500..=599 => Failure::new(message, help),
        _ => Failure::of_input(message, help),
    }
}

fn failure(error: &ureq::Error, limit: Duration) -> Failure {
    use ureq::Error;
    let seconds = limit.as_secs();
    if let Error::Timeout(_) = error {
        return Failure::new(
            format!("it was not there within {seconds} seconds"),
            format!("try again, or wait longer: `--time-limit {}`", seconds * 5),
        );
    }
    if let Error::TooManyRedirects = error {
        let message =
            format!("it leads from one address to another, more than {MOST_REDIRECTS} times");
        return Failure::of_input(message, IN_BROWSER);
    }
    let message = if let Error::HostNotFound = error {
        "there is no such host".to_owned()
    } else {
        error.to_string()
    };
    Failure::new(
        message,
        "mind the address, and whether this machine is online; or save the page in your browser",
    )
}

#[cfg(test)]
mod tests {
    use super::{charset, ending};

    #[test]
    fn content_types_are_read_as_servers_write_them() {
        assert_eq!(
            charset("text/html; Charset=\"windows-1251\"").as_deref(),
            Some("windows-1251")
        );
        assert_eq!(charset("text/html;charset=").as_deref(), None);
        assert_eq!(ending("Text/HTML;charset=x").as_deref(), Some("html"));
        assert_eq!(ending("application/octet-stream"), None);
    }
}
