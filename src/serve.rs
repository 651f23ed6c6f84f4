//! Serves the preview: pages and what is wrong with their files, to this machine alone, and tells
//! whoever looks at them when they change.
//!
//! It knows nothing of files: [`Previews`] holds what there is to show, and no address is ever made
//! into a path. Each connection has a thread of its own and one request, so that none waits for
//! another. Nothing is read of a request but its head.

mod guard;
mod http;
mod previews;

use std::io::{self, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use guard::{Guard, guarded};
use http::{Request, Response, TimedReader, TimedWriter};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

pub(crate) use previews::{Previews, Update};

/// The port if none is asked for, so that an address can be kept: the word on a telephone's keys.
pub(crate) const USUAL_PORT: u16 = 27433;

/// What a name in an address is written without (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Connections beyond so many are closed unheard: a browser opens six.
const MOST_CONNECTIONS: usize = 256;
/// How long a connection may not take anything.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long an answer may take to be taken, however slowly that goes on.
const LONGEST: Duration = Duration::from_mins(1);
/// How long a browser waits whose stream of news was ended, until it asks again.
const AGAIN: Duration = Duration::from_millis(400);
/// How often whoever waits for news is told that there is none, by which a tab that was closed is
/// found out.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How long it is waited after an error of the system, such as too many open files.
const PAUSE: Duration = Duration::from_millis(100);

/// The frame needs its own files, its news and the page.
const FRAME_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
                            connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; \
                            form-action 'none'; frame-ancestors 'none'";
/// The page has its own policy, which allows less; this keeps others from framing it.
const PAGE_POLICY: &str = "frame-ancestors 'self'";

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

macro_rules! files {
    ($($name:literal: $kind:expr;)+) => {
        &[$(($name, $kind, include_str!(concat!("serve/frame/", $name)))),+]
    };
}

/// The files that the frames around a page ask for: name, type, text. Nothing of any brief stands
/// in them: their script asks for news, and sets every text of it as text.
const FRAME_FILES: &[(&str, &str, &str)] = files! {
    "preview.css": "text/css; charset=utf-8";
    "brief.js": SCRIPT;
    "list.js": SCRIPT;
    "news.js": SCRIPT;
    "problems.js": SCRIPT;
    "stage.js": SCRIPT;
};

pub(crate) struct Server {
    address: SocketAddr,
}

impl Server {
    /// Serves previews on a port of the loopback interface, or of the host that is named: on a free one
    /// for port 0.
    ///
    /// # Errors
    /// The port is taken, the host is none of this machine's, or the system lets nobody listen.
    pub(crate) fn start(
        previews: Arc<Previews>,
        host: Option<&str>,
        port: u16,
    ) -> io::Result<Self> {
        let listener = match host {
            None => TcpListener::bind((Ipv4Addr::LOCALHOST, port))?,
            Some(host) => TcpListener::bind((host, port))?,
        };
        let address = listener.local_addr()?;
        let guard = match host {
            None => Guard::new(address.port()),
            Some(host) => Guard::of_host(host),
        };
        let site = Arc::new(Site { guard, previews });
        thread::Builder::new()
            .name("server".to_owned())
            .spawn(move || accept(&listener, &site))?;
        Ok(Self { address })
    }

    /// Says whether others than this machine can reach it.
    pub(crate) fn is_open(&self) -> bool {
        !self.address.ip().is_loopback()
    }

    pub(crate) fn address(&self) -> String {
        format!("http://{}/", self.here())
    }

    /// Returns where it is reached from this machine.
    fn here(&self) -> SocketAddr {
        let mut here = self.address;
        if here.ip().is_unspecified() {
            here.set_ip(match here {
                SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
                SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
            });
        }
        here
    }

    pub(crate) fn address_of(&self, name: &str) -> String {
        let name = utf8_percent_encode(name, RESERVED);
        format!("http://{}/brief/{name}", self.here())
    }
}

/// Gives each connection a thread, for as long as the program runs.
fn accept(listener: &TcpListener, site: &Arc<Site>) {
    loop {
        match listener.accept() {
            // Each thread holds the site.
            Ok(_) if Arc::strong_count(site) > MOST_CONNECTIONS => {}
            Ok((stream, _)) => {
                let site = Arc::clone(site);
                // A connection that breaks concerns nobody but who made it.
                let serve = move || drop(site.serve(stream));
                let thread = thread::Builder::new().name("connection".to_owned());
                if thread.spawn(serve).is_err() {
                    thread::sleep(PAUSE);
                }
            }
            Err(_) => thread::sleep(PAUSE),
        }
    }
}

enum Answer {
    Response(Response),
    /// News of a brief, or of the list of briefs, as long as anybody takes it.
    News(Option<String>),
}

struct Site {
    guard: Guard,
    previews: Arc<Previews>,
}

impl Site {
    fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let (answer, seen, with_body) =
            match Request::read(&mut TimedReader::new(&stream, http::LONGEST))? {
                Ok(request) => {
                    let seen = request.header("last-event-id").next().unwrap_or_default();
                    let with_body = request.method != "HEAD";
                    (self.answer(&request), seen.to_owned(), with_body)
                }
                Err(refused) => (Answer::Response(refused), String::new(), true),
            };
        match answer {
            Answer::Response(response) => {
                let mut slowly = TimedWriter::new(&stream, LONGEST);
                guarded(response).write(&mut slowly, with_body)?;
            }
            Answer::News(name) => {
                let head = Response::stream("200 OK").header("content-type", "text/event-stream");
                guarded(head).write(&mut stream, false)?;
                if with_body {
                    self.tell_news(name.as_deref(), seen, &mut stream)?;
                }
            }
        }
        http::close(&stream)
    }

    fn answer(&self, request: &Request) -> Answer {
        if let Err(refusal) = self.guard.check(request) {
            return Answer::Response(refusal);
        }
        let path = request.target.split('?').next().unwrap_or(&request.target);
        let (room, name) = match path.strip_prefix('/').map(|path| path.split_once('/')) {
            Some(Some((room, name))) => (room, name),
            _ if path == "/" => return frame(include_str!("serve/frame/list.html")),
            _ if path == "/events" => return Answer::News(None),
            _ => return nothing(),
        };
        // No name has a slash unless it is written as an escape, and such a name nobody has.
        let Ok(name) = percent_decode_str(name).decode_utf8() else {
            return nothing();
        };
        match room {
            "brief" if self.previews.has(&name) => frame(include_str!("serve/frame/brief.html")),
            "events" if self.previews.has(&name) => Answer::News(Some(name.into_owned())),
            "page" => self.page(&name),
            "preview" => match FRAME_FILES.iter().find(|(known, _, _)| *known == name) {
                Some((_, kind, text)) => file(kind, *text, FRAME_POLICY),
                None => nothing(),
            },
            _ => nothing(),
        }
    }

    fn page(&self, of: &str) -> Answer {
        let name = of.strip_suffix(".html");
        let Some(name) = name.filter(|name| self.previews.has(name)) else {
            return nothing();
        };
        let Some(html) = self.previews.page(name) else {
            let text = "There is no page yet: the file has not been free of errors so far.\n";
            return Answer::Response(Response::text("404 Not Found", text));
        };
        file(HTML, html, PAGE_POLICY)
    }

    /// Tells the present state as a server-sent event, unless that was seen, and then every change.
    /// Whoever is slow misses what is no longer so, and nothing else. Once others need the connection,
    /// the stream ends, and the browser asks again after a while, with the mark of what it has seen.
    fn tell_news(
        &self,
        name: Option<&str>,
        mut seen: String,
        to: &mut impl Write,
    ) -> io::Result<()> {
        let stream = self.previews.stream();
        write!(to, "retry: {}\n\n", AGAIN.as_millis())?;
        while let Some(news) = self.previews.news(&stream, name, &seen, HEARTBEAT) {
            if news.mark == seen {
                to.write_all(b":\n\n")?;
            } else {
                write!(to, "id: {}\ndata: {}\n\n", news.mark, news.json)?;
                seen = news.mark;
            }
        }
        Ok(())
    }
}

fn frame(html: &str) -> Answer {
    file(HTML, html, FRAME_POLICY)
}

fn file(kind: &str, text: impl Into<Arc<str>>, policy: &str) -> Answer {
    let response = Response::new("200 OK", text).header("content-type", kind);
    Answer::Response(response.header("content-security-policy", policy))
}

fn nothing() -> Answer {
    let text = "There is nothing at this address.\n";
    Answer::Response(Response::text("404 Not Found", text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::FRAME_FILES;

    #[test]
    fn every_file_of_the_frames_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/serve/frame");
        let mut paths: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.retain(|path| path.extension().is_none_or(|ending| ending != "html"));
        let names = paths.iter().map(|path| path.file_name().unwrap());
        let found: BTreeSet<_> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        let known = FRAME_FILES.iter().map(|(name, _, _)| (*name).to_owned());
        assert_eq!(found, known.collect());
    }
}
