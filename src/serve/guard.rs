//! Decides who is answered: a browser on this machine that was asked for the preview itself.
//!
//! Any page on the web can make a browser send requests to this machine, and by rebinding a name
//! to 127.0.0.1 read the answers too. So the name in `Host` has to be one of this machine's, with
//! this port; and a request that another site made is refused, whatever it asks for.

use super::http::{Request, Response};

const HEADERS: [(&str, &str); 5] = [
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Knows the names under which the server may be asked.
#[derive(Clone, Debug)]
pub(super) struct Guard {
    hosts: Vec<String>,
}

/// Puts on an answer what every answer carries.
pub(super) fn guarded(response: Response) -> Response {
    let headers = HEADERS.iter();
    headers.fold(response, |response, (name, value)| {
        response.header(name, value)
    })
}

impl Guard {
    pub(super) fn new(port: u16) -> Self {
        let names = ["127.0.0.1", "localhost", "[::1]"];
        let mut hosts: Vec<_> = names.iter().map(|name| format!("{name}:{port}")).collect();
        if port == 80 {
            hosts.extend(names.map(str::to_owned));
        }
        Self { hosts }
    }

    /// Lets a request pass, or says why not.
    pub(super) fn check(&self, request: &Request) -> Result<(), Response> {
        let mut hosts = request.header("host");
        match (hosts.next(), hosts.next()) {
            (Some(host), None) if self.knows(host) => {}
            _ => {
                return Err(Response::text(
                    "421 Misdirected Request",
                    "This preview answers to 127.0.0.1 and localhost only, with its own port: open \
                     the address that `brief serve` prints.\n",
                ));
            }
        }
        if !self.is_own(request) {
            let text = "This preview does not answer to other sites: open its address yourself.\n";
            return Err(Response::text("403 Forbidden", text));
        }
        match request.method.as_str() {
            "GET" | "HEAD" => Ok(()),
            _ => {
                let text = "This preview can be read, and nothing else.\n";
                let refused = Response::text("405 Method Not Allowed", text);
                Err(refused.header("allow", "GET, HEAD"))
            }
        }
    }

    fn knows(&self, host: &str) -> bool {
        let mut hosts = self.hosts.iter();
        hosts.any(|known| host.eq_ignore_ascii_case(known))
    }

    /// Says whether a request comes from the preview or from the user.
    fn is_own(&self, request: &Request) -> bool {
        let known = request.header("origin").all(|origin| {
            let host = origin.strip_prefix("http://");
            self.hosts.iter().any(|known| host == Some(known))
        });
        let mut sites = request.header("sec-fetch-site");
        known && sites.all(|site| site == "same-origin" || site == "none")
    }
}

#[cfg(test)]
mod tests {
    use super::{Guard, Request};

    const HOST: Result<(), u16> = Err(421);
    const SITE: Result<(), u16> = Err(403);
    const METHOD: Result<(), u16> = Err(405);

    fn asked(headers: &[(&str, &str)]) -> Result<(), u16> {
        by("GET", headers)
    }

    fn by(method: &str, headers: &[(&str, &str)]) -> Result<(), u16> {
        let checked = Guard::new(4000).check(&Request::new(method, headers));
        checked.map_err(|refused| refused.status())
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
            assert_eq!(asked(&[("host", host)]), HOST, "{host}");
        }
        assert_eq!(asked(&[]), HOST);
        let twice = [("host", "localhost:4000"), ("host", "evil.example")];
        assert_eq!(asked(&twice), HOST);
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
            assert_eq!(with("origin", origin), SITE, "{origin}");
        }
        for site in ["same-origin", "none"] {
            assert_eq!(with("sec-fetch-site", site), Ok(()), "{site}");
        }
        for site in ["cross-site", "same-site", "odd"] {
            assert_eq!(with("sec-fetch-site", site), SITE, "{site}");
        }
    }

    #[test]
    fn nothing_can_be_changed() {
        let host = [("host", "localhost:4000")];
        assert_eq!(by("HEAD", &host), Ok(()));
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "get"] {
            assert_eq!(by(method, &host), METHOD, "{method}");
        }
    }

    #[test]
    fn the_port_of_the_web_is_left_out_by_browsers() {
        let request = Request::new("GET", &[("host", "localhost")]);
        assert!(Guard::new(80).check(&request).is_ok());
    }
}
