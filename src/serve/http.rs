//! Reads requests and writes responses of HTTP/1.1 (RFC 9112), as far as a preview needs it: one
//! request a connection, and no bodies of requests.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The size of a request's head at most, in bytes. Browsers send some hundred.
const MOST_BYTES: usize = 16 << 10;
const MOST_HEADERS: usize = 64;
/// How long a head may take to come.
pub(super) const LONGEST: Duration = Duration::from_secs(10);
/// How long it is waited at most for the other side to close, so that it has read all before this side goes.
const LINGER: Duration = Duration::from_millis(500);

/// A connection that is read for so long and no longer, however slowly its bytes come.
pub(super) struct TimedReader<'a> {
    stream: &'a TcpStream,
    latest: Instant,
}

impl<'a> TimedReader<'a> {
    pub(super) fn new(stream: &'a TcpStream, longest: Duration) -> Self {
        let latest = Instant::now() + longest;
        Self { stream, latest }
    }
}

impl Read for TimedReader<'_> {
    /// Waits for no longer than is left.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.latest.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        self.stream.read(buffer)
    }
}

/// A connection that is written to for so long and no longer, however slowly its bytes are taken.
pub(super) struct TimedWriter<'a> {
    stream: &'a TcpStream,
    latest: Instant,
}

impl<'a> TimedWriter<'a> {
    pub(super) fn new(stream: &'a TcpStream, longest: Duration) -> Self {
        let latest = Instant::now() + longest;
        Self { stream, latest }
    }
}

impl Write for TimedWriter<'_> {
    /// The stream has its own limit for what takes nothing at all.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if Instant::now() >= self.latest {
            return Err(ErrorKind::TimedOut.into());
        }
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: String,
    /// What is asked for, as it was sent.
    pub(super) target: String,
    /// Names in lower case, and values; a value that is no text is empty.
    headers: Vec<(String, String)>,
}

impl Request {
    #[cfg(test)]
    pub(super) fn new(method: &str, headers: &[(&str, &str)]) -> Self {
        let headers = headers.iter().copied();
        Self {
            method: method.to_owned(),
            target: "/".to_owned(),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        }
    }

    /// Reads the head of a request; if it is none, returns what to answer.
    ///
    /// # Errors
    /// The connection broke, or its time ran out before the head was whole.
    pub(super) fn read(stream: &mut impl Read) -> io::Result<Result<Self, Response>> {
        let mut bytes = Vec::new();
        let mut chunk = [0; 2048];
        loop {
            let read = match stream.read(&mut chunk) {
                Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
                Ok(read) => read,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            bytes.extend(chunk.iter().take(read));
            match Self::parse(&bytes) {
                Ok(Some(request)) => return Ok(Ok(request)),
                Ok(None) if bytes.len() >= MOST_BYTES => return Ok(Err(too_large())),
                Ok(None) => {}
                Err(refused) => return Ok(Err(refused)),
            }
        }
    }

    /// Parses a head; returns nothing while it is not whole.
    fn parse(bytes: &[u8]) -> Result<Option<Self>, Response> {
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut head = httparse::Request::new(&mut headers);
        match head.parse(bytes) {
            Ok(httparse::Status::Complete(_)) => {}
            Ok(httparse::Status::Partial) => return Ok(None),
            Err(httparse::Error::TooManyHeaders) => return Err(too_large()),
            Err(_) => {
                let text = "This is no request of HTTP/1.1.\n";
                return Err(Response::text("400 Bad Request", text));
            }
        }
        let headers = head.headers.iter().map(|header| {
            let value = std::str::from_utf8(header.value).unwrap_or("");
            (header.name.to_ascii_lowercase(), value.to_owned())
        });
        Ok(head.method.zip(head.path).map(|(method, target)| Self {
            method: method.to_owned(),
            target: target.to_owned(),
            headers: headers.collect(),
        }))
    }

    /// Returns the values of a header, its name in lower case.
    pub(super) fn header(&self, name: &str) -> impl Iterator<Item = &str> {
        let headers = self.headers.iter();
        headers.filter_map(move |(known, value)| (known == name).then_some(value.as_str()))
    }
}

fn too_large() -> Response {
    let text = "The head of this request is too large.\n";
    Response::text("431 Request Header Fields Too Large", text)
}

/// A response: its head, and its body, unless that is written piece by piece.
#[derive(Debug)]
pub(super) struct Response {
    head: String,
    body: Arc<str>,
}

impl Response {
    /// The status is written as in "200 OK".
    pub(super) fn new(status: &str, body: impl Into<Arc<str>>) -> Self {
        let response = Self {
            body: body.into(),
            ..Self::stream(status)
        };
        let length = response.body.len().to_string();
        response.header("content-length", &length)
    }

    pub(super) fn text(status: &str, text: &str) -> Self {
        Self::new(status, text).header("content-type", "text/plain; charset=utf-8")
    }

    /// Makes a response that goes on until the connection is closed.
    pub(super) fn stream(status: &str) -> Self {
        Self {
            head: format!("HTTP/1.1 {status}\r\nconnection: close\r\n"),
            body: "".into(),
        }
    }

    #[cfg(test)]
    pub(super) fn status(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap().parse().unwrap()
    }

    pub(super) fn header(mut self, name: &str, value: &str) -> Self {
        self.head.extend([name, ": ", value, "\r\n"]);
        self
    }

    /// Writes the response; its body is left out in answer to `HEAD`.
    pub(super) fn write(&self, stream: &mut impl Write, with_body: bool) -> io::Result<()> {
        let body = if with_body { &self.body } else { "" };
        stream.write_all([&self.head, "\r\n"].concat().as_bytes())?;
        stream.write_all(body.as_bytes())
    }
}

/// Closes a connection once the other side has read what was written. To close while there is
/// something to be read, such as the body of a request that was refused, would destroy the answer
/// on its way.
pub(super) fn close(stream: &TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    let mut rest = TimedReader::new(stream, LINGER);
    let mut chunk = [0; 2048];
    while rest.read(&mut chunk)? > 0 {}
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{self, ErrorKind, Read, Write as _};
    use std::net::{Ipv4Addr, TcpListener, TcpStream};
    use std::thread;
    use std::time::Duration;

    use super::{MOST_BYTES, MOST_HEADERS, Request, Response, TimedReader};

    /// Gives a text byte by byte, and then nothing more.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.0.len().min(1);
            self.0.read(&mut buffer[..length])
        }
    }

    /// Reads a request; of one that is refused, returns the status.
    fn read(text: &str) -> Result<Request, u16> {
        let request = Request::read(&mut Slow(text.as_bytes())).unwrap();
        request.map_err(|refused| refused.status())
    }

    #[test]
    fn a_head_is_read_as_it_comes() {
        let request = read("GET /a?b HTTP/1.1\r\nHost: x\r\nA: 1\r\na:2\r\n\r\nbody").unwrap();
        assert_eq!((&*request.method, &*request.target), ("GET", "/a?b"));
        assert_eq!(request.header("host").collect::<Vec<_>>(), ["x"]);
        assert_eq!(request.header("a").collect::<Vec<_>>(), ["1", "2"]);
    }

    #[test]
    fn what_is_no_head_is_refused() {
        for text in [
            "\0\0\0\0\r\n\r\n",
            "GET /\r\n\r\n",
            "GET / HTTP/2.0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
            "GET / HTTP/1.1\r\nA: 1\r\n B: 2\r\n\r\n",
            "GET /\u{1}a HTTP/1.1\r\n\r\n",
            "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0",
        ] {
            assert_eq!(read(text).unwrap_err(), 400, "{text:?}");
        }
    }

    #[test]
    fn a_head_that_does_not_end_is_refused() {
        let many = "A: 1\r\n".repeat(MOST_HEADERS + 1);
        let long = "a".repeat(MOST_BYTES);
        for headers in [many, format!("A: {long}\r\n")] {
            let text = format!("GET / HTTP/1.1\r\n{headers}\r\n");
            assert_eq!(read(&text).unwrap_err(), 431);
        }
        assert!(Request::read(&mut Slow(b"GET / HTTP/1.1\r\n")).is_err());
    }

    /// Bytes that come one by one, each in time, do not make the whole take longer.
    #[test]
    fn every_read_waits_for_no_longer_than_is_left() {
        let longest = Duration::from_secs(59);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (server, _) = listener.accept().unwrap();
        let mut reader = TimedReader::new(&server, longest);
        for _ in 0..2 {
            client.write_all(b"G").unwrap();
            assert_eq!(reader.read(&mut [0]).unwrap(), 1);
            thread::sleep(Duration::from_millis(50));
        }
        assert!(server.read_timeout().unwrap().unwrap() < longest);
        client.write_all(b"E").unwrap();
        let late = Request::read(&mut TimedReader::new(&server, Duration::ZERO));
        assert_eq!(late.unwrap_err().kind(), ErrorKind::TimedOut);
    }

    #[test]
    fn a_response_says_how_long_it_is_even_without_its_body() {
        let response = Response::text("404 Not Found", "né\n");
        let written = |with_body| {
            let mut bytes = Vec::new();
            response.write(&mut bytes, with_body).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        let head = "HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 4\r\n\
                    content-type: text/plain; charset=utf-8\r\n\r\n";
        assert_eq!(written(false), head);
        assert_eq!(written(true), format!("{head}né\n"));
    }
}
