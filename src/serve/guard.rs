//! Who is answered: a browser on this machine that was asked for the preview itself.
//!
//! Any page on the web can make a browser send requests to this machine, and by rebinding a name
//! to 127.0.0.1 read the answers too. So the name in `Host` has to be one of this machine's, with
//! this port; and a request that another site made is refused, whatever it asks for.

use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, HOST, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What every answer carries.
const HEADERS: [(HeaderName, &str); 5] = [
    (CACHE_CONTROL, "no-store"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Knows the names under which the server may be asked.
#[derive(Clone, Debug)]
pub(super) struct Guard {
    hosts: Vec<String>,
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    Host,
    Site,
    Method,
}

impl Guard {
    /// Makes the guard of a server on a port.
    pub(super) fn new(port: u16) -> Self {
        let names = ["127.0.0.1", "localhost", "[::1]"];
        let mut hosts: Vec<_> = names.iter().map(|name| format!("{name}:{port}")).collect();
        if port == 80 {
            hosts.extend(names.map(str::to_owned));
        }
        Self { hosts }
    }

    fn check(&self, method: &Method, headers: &HeaderMap) -> Result<(), Refusal> {
        let mut hosts = headers.get_all(HOST).iter();
        match (hosts.next(), hosts.next()) {
            (Some(host), None) if self.knows(host) => {}
            _ => return Err(Refusal::Host),
        }
        if !self.is_own(headers) {
            return Err(Refusal::Site);
        }
        if method != Method::GET && method != Method::HEAD {
            return Err(Refusal::Method);
        }
        Ok(())
    }

    fn knows(&self, host: &HeaderValue) -> bool {
        let host = host.to_str().unwrap_or_default();
        self.hosts
            .iter()
            .any(|known| host.eq_ignore_ascii_case(known))
    }

    /// Says whether a request comes from the preview or from the user.
    fn is_own(&self, headers: &HeaderMap) -> bool {
        let mut origins = headers.get_all(ORIGIN).iter();
        let known = origins.all(|origin| {
            let host = origin.to_str().unwrap_or_default().strip_prefix("http://");
            self.hosts.iter().any(|known| host == Some(known))
        });
        let mut sites = headers.get_all("sec-fetch-site").iter();
        known && sites.all(|site| site == "same-origin" || site == "none")
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::Host => {
                let text = "This preview answers to 127.0.0.1 and localhost only, with its own \
                            port: open the address that `brief serve` prints.\n";
                (StatusCode::MISDIRECTED_REQUEST, text).into_response()
            }
            Self::Site => {
                let text =
                    "This preview does not answer to other sites: open its address yourself.\n";
                (StatusCode::FORBIDDEN, text).into_response()
            }
            Self::Method => {
                let text = "This preview can be read, and nothing else.\n";
                let allow = [(ALLOW, "GET, HEAD")];
                (StatusCode::METHOD_NOT_ALLOWED, allow, text).into_response()
            }
        }
    }
}

/// Lets a request pass or refuses it, and puts on the answer what every answer carries.
pub(super) async fn pass(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let mut response = match guard.check(request.method(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    };
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};

    use super::{Guard, Refusal};

    fn asked(headers: &[(&'static str, &str)]) -> Result<(), Refusal> {
        by(&Method::GET, headers)
    }

    fn by(method: &Method, headers: &[(&'static str, &str)]) -> Result<(), Refusal> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let value = HeaderValue::from_str(value).unwrap();
            map.append(HeaderName::from_static(name), value);
        }
        Guard::new(4000).check(method, &map)
    }

    #[test]
    fn this_machine_is_known_by_three_names_with_the_port() {
        for host in [
            "127.0.0.1:4000",
            "localhost:4000",
            "LocalHost:4000",
            "[::1]:4000",
        ] {
            assert_eq!(asked(&[("host", host)]), Ok(()), "{host}");
        }
        for host in [
            "",
            "127.0.0.1",
            "localhost",
            "localhost:4001",
            "localhost:40000",
            "localhost:4000.evil.example",
            "evil.example:4000",
            "localhost.evil.example:4000",
            "127.0.0.1.:4000",
            "user@localhost:4000",
        ] {
            assert_eq!(asked(&[("host", host)]), Err(Refusal::Host), "{host}");
        }
        assert_eq!(asked(&[]), Err(Refusal::Host));
        let twice = [("host", "localhost:4000"), ("host", "evil.example")];
        assert_eq!(asked(&twice), Err(Refusal::Host));
    }

    #[test]
    fn what_another_site_asks_for_is_refused() {
        let with = |name, value| asked(&[("host", "localhost:4000"), (name, value)]);
        for origin in ["http://localhost:4000", "http://127.0.0.1:4000"] {
            assert_eq!(with("origin", origin), Ok(()), "{origin}");
        }
        for origin in [
            "null",
            "http://localhost:3000",
            "https://localhost:4000",
            "localhost:4000",
        ] {
            assert_eq!(with("origin", origin), Err(Refusal::Site), "{origin}");
        }
        for site in ["same-origin", "none"] {
            assert_eq!(with("sec-fetch-site", site), Ok(()), "{site}");
        }
        for site in ["cross-site", "same-site", "odd"] {
            assert_eq!(with("sec-fetch-site", site), Err(Refusal::Site), "{site}");
        }
    }

    #[test]
    fn nothing_can_be_changed() {
        let host = [("host", "localhost:4000")];
        assert_eq!(by(&Method::HEAD, &host), Ok(()));
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
            assert_eq!(by(&method, &host), Err(Refusal::Method), "{method}");
        }
    }

    #[test]
    fn the_port_of_the_web_is_left_out_by_browsers() {
        let mut map = HeaderMap::new();
        map.append("host", HeaderValue::from_static("localhost"));
        assert_eq!(Guard::new(80).check(&Method::GET, &map), Ok(()));
    }
}
