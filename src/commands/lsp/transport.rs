//! Reads and writes the messages of the protocol: JSON-RPC, each with its length before it.
//!
//! A message that cannot be read is answered as such, and the next one is read: readers of libraries
//! end the connection, and with it the editor's help.

use std::io::{self, BufRead, Read, Write};

use serde_json::{Map, Value, json};

/// How many bytes a message has at most: the largest brief, with every character escaped.
const MOST_BYTES: u64 = 64 << 20;
/// How many bytes a line of a head has at most.
const MOST_HEAD: u64 = 8 << 10;

/// What a client sent.
#[derive(Debug)]
pub(super) enum Incoming {
    Request {
        id: Value,
        method: String,
        params: Value,
    },
    Notification {
        method: String,
        params: Value,
    },
    /// An answer to what the server asked.
    Answer,
    /// What is no message, or none that can be followed.
    Broken(Broken),
}

/// Why a request is refused: a code of JSON-RPC or of the protocol, and words.
#[derive(Debug)]
pub(super) struct Broken {
    /// The request, where that is known.
    pub(super) id: Value,
    pub(super) code: i32,
    pub(super) message: String,
}

pub(super) const PARSE_ERROR: i32 = -32_700;
pub(super) const INVALID_REQUEST: i32 = -32_600;
pub(super) const METHOD_NOT_FOUND: i32 = -32_601;
pub(super) const INVALID_PARAMS: i32 = -32_602;
pub(super) const INTERNAL_ERROR: i32 = -32_603;
pub(super) const NOT_INITIALIZED: i32 = -32_002;
pub(super) const CANCELLED: i32 = -32_800;
pub(super) const CONTENT_MODIFIED: i32 = -32_801;
pub(super) const FAILED: i32 = -32_803;

/// Reads the next message; none when the client is gone.
pub(super) fn read(input: &mut impl BufRead) -> Option<Incoming> {
    match length(input).ok()?? {
        length if length > MOST_BYTES => {
            io::copy(&mut input.take(length), &mut io::sink()).ok()?;
            let message = format!("a message has more than {MOST_BYTES} bytes");
            Some(unreadable(Value::Null, PARSE_ERROR, message))
        }
        length => {
            let mut bytes = Vec::new();
            let read = input.take(length).read_to_end(&mut bytes).ok()?;
            (u64::try_from(read) == Ok(length)).then(|| message(&bytes))
        }
    }
}

/// Reads up to the end of a head, and returns the length that it gives. What stands before a head is
/// passed over, so that the next message is found.
fn length(input: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(MOST_HEAD).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        } else if line.trim().is_empty() && length.is_some() {
            return Ok(length);
        }
    }
}

fn message(bytes: &[u8]) -> Incoming {
    let mut fields = match serde_json::from_slice(bytes) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => {
            let message = "a message is one object".to_owned();
            return unreadable(Value::Null, INVALID_REQUEST, message);
        }
        Err(error) => return unreadable(Value::Null, PARSE_ERROR, error.to_string()),
    };
    let id = fields.remove("id");
    let params = fields.remove("params").unwrap_or(Value::Null);
    match (fields.remove("method"), id) {
        (Some(Value::String(method)), None) => Incoming::Notification { method, params },
        (Some(Value::String(method)), Some(id)) if id.is_number() || id.is_string() => {
            Incoming::Request { id, method, params }
        }
        (None, Some(_)) if is_answer(&fields) => Incoming::Answer,
        (_, id) => {
            let id = id.filter(|id| id.is_number() || id.is_string());
            let message = "a message has a method, and an id if it is a request".to_owned();
            unreadable(id.unwrap_or(Value::Null), INVALID_REQUEST, message)
        }
    }
}

fn is_answer(fields: &Map<String, Value>) -> bool {
    fields.contains_key("result") || fields.contains_key("error")
}

fn unreadable(id: Value, code: i32, message: String) -> Incoming {
    Incoming::Broken(Broken { id, code, message })
}

/// Refuses a request.
pub(super) fn broken(code: i32, message: &str) -> Broken {
    Broken {
        id: Value::Null,
        code,
        message: message.to_owned(),
    }
}

/// Writes an answer to a request.
pub(super) fn answer(id: &Value, result: Result<Value, Broken>) -> io::Result<()> {
    write(&match result {
        Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
        Err(Broken { code, message, .. }) => json!({
            "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message },
        }),
    })
}

/// Writes a message that asks for no answer.
pub(super) fn notify(method: &str, params: &Value) -> io::Result<()> {
    write(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
}

/// Writes a request, the answer to which says nothing that the server needs.
pub(super) fn ask(id: &str, method: &str, params: &Value) -> io::Result<()> {
    write(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }))
}

fn write(message: &Value) -> io::Result<()> {
    let text = message.to_string();
    let mut out = io::stdout().lock();
    write!(out, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::{Broken, INVALID_REQUEST, Incoming, PARSE_ERROR, read};

    fn framed(text: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{text}", text.len())
    }

    #[test]
    fn what_is_broken_ends_nothing() {
        let next = framed(r#"{"jsonrpc":"2.0","id":1,"method":"a"}"#);
        for (text, expected) in [
            ("{", PARSE_ERROR),
            ("\"\u{0}\"", PARSE_ERROR),
            ("[]", INVALID_REQUEST),
            ("{}", INVALID_REQUEST),
            (r#"{"id":1}"#, INVALID_REQUEST),
            (r#"{"id":[],"method":"a"}"#, INVALID_REQUEST),
            (r#"{"id":null,"method":"a"}"#, INVALID_REQUEST),
            (r#"{"id":1,"method":2}"#, INVALID_REQUEST),
        ] {
            let sent = framed(text) + &next;
            let mut input = sent.as_bytes();
            let Some(Incoming::Broken(Broken { code, .. })) = read(&mut input) else {
                panic!("{text}");
            };
            assert_eq!(code, expected, "{text}");
            assert!(matches!(read(&mut input), Some(Incoming::Request { .. })));
            assert!(read(&mut input).is_none());
        }
    }

    #[test]
    fn heads_are_found_behind_noise() {
        let text = r#"{"method":"a"}"#;
        let sent = format!(
            "noise\n\r\nContent-Length: x\r\n\r\ncontent-length:{}\r\nContent-Type: a\r\n\r\n{text}",
            text.len()
        );
        assert!(matches!(
            read(&mut sent.as_bytes()),
            Some(Incoming::Notification { .. })
        ));
    }

    #[test]
    fn a_message_that_is_cut_off_is_the_end() {
        assert!(read(&mut "Content-Length: 9\r\n\r\n{".as_bytes()).is_none());
        assert!(read(&mut "Content-Length: 9\r\n".as_bytes()).is_none());
        assert!(read(&mut "".as_bytes()).is_none());
    }
}
