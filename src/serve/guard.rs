//! Decides who is answered: a browser on this machine that was asked for the preview itself.
//!
//! Any page on the web can make a browser send requests to this machine, and by rebinding a name
//! to 127.0.0.1 read the answers too. So the name in `Host` has to be one of this machine's, with
//! this port; and a request that another site made is refused, whatever it asks for.

use std::net::IpAddr;

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
    names: Names,
}

#[derive(Clone, Debug)]
enum Names {
    /// Those of this machine, with the port.
    Own(Vec<String>),
    /// Addresses in numbers, which nobody can rebind, `localhost` and this name, with any port: that of
    /// a container is another outside.
    Of(String),
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
        let names = Names::Own(hosts);
        Self { names }
    }

    /// Knows the names under which a host may be asked that others can reach.
    pub(super) fn of_host(host: &str) -> Self {
        let names = Names::Of(host.to_owned());
        Self { names }
    }

    /// Lets a request pass, or says why not.
    pub(super) fn check(&self, request: &Request) -> Result<(), Response> {
        let mut hosts = request.header("host");
        match (hosts.next(), hosts.next()) {
            (Some(host), None) if self.knows(host) => {}
            _ => return Err(Response::text("421 Misdirected Request", self.names.told())),
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
        match &self.names {
            Names::Own(hosts) => hosts.iter().any(|known| host.eq_ignore_ascii_case(known)),
            Names::Of(own) => name_of(host).is_some_and(|name| {
                let is_named = |known: &str| name.eq_ignore_ascii_case(known);
                is_named("localhost") || is_named(own) || name.parse::<IpAddr>().is_ok()
            }),
        }
    }

    /// Says whether a request comes from the preview or from the user.
    fn is_own(&self, request: &Request) -> bool {
        let known = request.header("origin").all(|origin| {
            let host = origin.strip_prefix("http://");
            match &self.names {
                Names::Own(hosts) => hosts.iter().any(|known| host == Some(known)),
                // Its own page says the same twice.
                Names::Of(_) => host.is_some() && host == request.header("host").next(),
            }
        });
        let mut sites = request.header("sec-fetch-site");
        known && sites.all(|site| site == "same-origin" || site == "none")
    }
}

impl Names {
    fn told(&self) -> &'static str {
        match self {
            Self::Own(_) => {
                "This preview answers to 127.0.0.1 and localhost only, with its own port: open \
                 the address that `brief serve` prints.\n"
            }
            Self::Of(_) => {
                "This preview answers to addresses in numbers, to localhost, and to the name that \
                 `--host` gives: open one of these.\n"
            }
        }
    }
}

/// Returns the name or the address in a `Host`, without brackets and the port.
fn name_of(host: &str) -> Option<&str> {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?,
        None => host.find(':').map_or((host, ""), |at| host.split_at(at)),
    };
    let digits = match port.strip_prefix(':') {
        Some(digits) => digits,
        None if port.is_empty() => "80",
        None => return None,
    };
    digits.parse::<u16>().ok().map(|_| name)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_host_that_others_reach_is_known_by_numbers_and_its_own_name() {
        let by = |host: &str, more: &[(&str, &str)]| {
            let headers = [&[("host", host)], more].concat();
            let checked = Guard::of_host("desk").check(&Request::new("GET", &headers));
            checked.map_err(|refused| refused.status())
        };
        for host in [
            "localhost:28000",
            "desk:1",
            "Desk",
            "192.168.1.5:28000",
            "[fe80::1]:80",
            "10.0.0.1",
        ] {
            assert_eq!(by(host, &[]), Ok(()), "{host}");
            let origin = format!("http://{host}");
            assert_eq!(by(host, &[("origin", &origin)]), Ok(()), "{host}");
            assert_eq!(
                by(host, &[("origin", "http://evil.example")]),
                SITE,
                "{host}"
            );
            assert_eq!(
                by(host, &[("sec-fetch-site", "cross-site")]),
                SITE,
                "{host}"
            );
        }
        assert_eq!(by("localhost:1", &[("origin", "http://localhost:2")]), SITE);
        for host in [
            "evil.example",
            "evil.example:80",
            "desk.evil.example",
            "[::1",
            "[::1]x",
            "desk:x",
            "1.2.3.4.evil.example",
            "user@desk",
            "",
        ] {
            assert_eq!(by(host, &[]), HOST, "{host}");
        }
    }

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
