//! Tells what is enciphered or otherwise coded in a text, as mail has it: its words are not read.

use super::mail::ELSEWHERE;

/// How enciphered texts and files in them begin.
const BEGINNINGS: [&str; 5] = [
    "-----BEGIN PGP MESSAGE",
    "-----BEGIN PKCS7-----",
    "-----BEGIN CMS-----",
    "-----BEGIN AGE ENCRYPTED FILE-----",
    "=ybegin ",
];

/// Says whether a text has coded words in it.
pub(super) fn is_coded(text: &str) -> bool {
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let is_next = |next: &&str| is_uuencoded(next);
        if BEGINNINGS.iter().any(|begin| line.starts_with(begin))
            || begins_file(line) && lines.peek().is_some_and(is_next)
        {
            return true;
        }
    }
    false
}

/// Says whether a text is a message without a type of which words are coded, or stand in another message
/// or place.
pub(super) fn is_coded_message(text: &str) -> bool {
    let (heads, body) = split(text);
    let heads = heads.to_ascii_lowercase();
    let value = |name: &str| {
        heads
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
    };
    let kind = value("content-type").unwrap_or_default().trim_start();
    let is_elsewhere = ["message/partial", ELSEWHERE]
        .iter()
        .any(|it| kind.starts_with(it));
    let is_message =
        value("from").is_some() && (value("date").is_some() || value("subject").is_some());
    is_message && (is_elsewhere || is_coded(body))
}

/// Parts the heads of a message from what follows them.
fn split(text: &str) -> (&str, &str) {
    let ends = ["\n\n", "\r\n\r\n"].iter().filter_map(|end| text.find(end));
    text.split_at(ends.min().unwrap_or(text.len()))
}

/// Says whether a text is coded from its first line on.
pub(super) fn begins(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    BEGINNINGS.iter().any(|begin| text.starts_with(begin))
        || text.lines().next().is_some_and(begins_file)
}

/// Says whether a line begins a file by uuencode: `begin 644 a.txt`.
fn begins_file(line: &str) -> bool {
    let mut words = line.split(' ');
    let is_mode = |mode: &str| mode.len() == 3 && mode.bytes().all(|byte| byte.is_ascii_digit());
    words.next() == Some("begin") && words.next().is_some_and(is_mode) && words.next().is_some()
}

/// Says whether a line has as many signs as its first one says.
fn is_uuencoded(line: &str) -> bool {
    let is_sign = |byte: u8| (b' '..=b'`').contains(&byte);
    let first = line.bytes().next().filter(|_| line.bytes().all(is_sign));
    first.is_some_and(|first| {
        let bytes = usize::from(first - b' ') % 64;
        bytes > 0 && line.len() > bytes.div_ceil(3) * 4
    })
}

#[cfg(test)]
mod tests {
    use crate::evidence::Media;
    use crate::evidence::tests::{look, look_in};
    use crate::model::{Check, Obstacle};

    #[test]
    fn what_is_enciphered_makes_nothing_absent() {
        let heads = "From: a@x.example\nSubject: x\nContent-Type: text/plain\n";
        let doubt = (Check::CannotCheck, Some(Obstacle::WebArchive));
        let quote = "The council will not begin the works";
        for (more, coded) in [
            (
                "",
                "-----BEGIN PGP MESSAGE-----\n\nhQEMA5aaaa\n-----END PGP MESSAGE-----\n",
            ),
            (
                "Content-Transfer-Encoding: x-uuencode\n",
                "begin 644 a.txt\nD5&AE(&-O=6YC:6P@=VEL;\"!N;W0@8F5G:6X@=&AE('=O<FMS\n`\nend\n",
            ),
        ] {
            let mail = format!("{heads}{more}\nSee what is in this message.\n{coded}");
            assert_eq!(look(&mail, quote), doubt, "{mail}");
            assert_eq!(look(&mail, "See what is in this message.").0, Check::Exact);
            let parts = format!(
                "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n\
                 See what is in this message.\n--b\nContent-Type: text/plain\n{more}\n{coded}--b--\n"
            );
            assert_eq!(look(&parts, quote), doubt, "{parts}");
        }
        let page = "<p>How to use it.</p><pre>\n-----BEGIN PGP MESSAGE-----\nabc\n</pre><p>The council met.</p>";
        assert_eq!(
            look_in(page.as_bytes(), Media::Html, quote).0,
            Check::Absent
        );
        let message = "-----BEGIN PGP MESSAGE-----\n\nhQEMA5aaaa\n-----END PGP MESSAGE-----\n";
        assert_eq!(look(message, quote), doubt);
        assert_eq!(
            look(&format!("It looks so:\n{message}"), quote).0,
            Check::Absent
        );
    }

    #[test]
    fn what_older_programs_send_without_a_type_is_doubted() {
        let doubt = (Check::CannotCheck, Some(Obstacle::WebArchive));
        let quote = "The council will not begin the works";
        let message = "-----BEGIN PGP MESSAGE-----\n\nhQEMA5aaaa\n-----END PGP MESSAGE-----\n";
        let untyped = "From: a@x.example\nSubject: x\n";
        for coded in [
            message,
            "begin 644 a.txt\nD5&AE(&-O=6YC:6P@=VEL;\"!N;W0@8F5G:6X@=&AE('=O<FMS\n`\nend\n",
            "=ybegin line=128 size=100 name=a.txt\nabc\n=yend size=100\n",
        ] {
            let mail = format!("{untyped}\nSee what is in this message.\n{coded}");
            assert_eq!(look(&mail, quote), doubt, "{mail}");
            assert_eq!(look(&mail, "See what is in this message.").0, Check::Exact);
        }
        for kind in [
            "message/partial; number=1; total=3",
            "message/external-body; access-type=URL",
        ] {
            let mail = format!("{untyped}Content-Type: {kind}\n\nSee what is in this message.\n");
            assert_eq!(look(&mail, quote), doubt, "{mail}");
        }
        let mail = format!("{untyped}\nSee what is in this message.\n");
        assert_eq!(look(&mail, quote).0, Check::Absent);
        let detached = "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\nSent as several parts to you.\n--b\n\
             Content-Type: text/plain\n\nSee what is in this message.\n--b\nContent-Type: text/plain\n\
             X-Mozilla-External-Attachment-URL: file:///a.txt\n\n\n--b--\n";
        assert_eq!(look(detached, quote), doubt);
        assert_eq!(
            look(&detached.replace("X-Moz", "X-"), quote).0,
            Check::Absent
        );
        let hidden = (Check::CannotCheck, Some(Obstacle::Hidden));
        assert_eq!(look(detached, "Sent as several parts to you."), hidden);
    }

    #[test]
    fn what_is_signed_alone_is_read() {
        let quote = "The council will not begin the works";
        let heads = "From: a@x.example\nSubject: x\nContent-Type: text/plain\n";
        // So is what only begins in such a way.
        for text in [
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe board will begin.\n\
             -----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n",
            "begin 100 works\nof the board.",
        ] {
            assert_eq!(
                look(&format!("{heads}\n{text}"), quote).0,
                Check::Absent,
                "{text}"
            );
        }
    }
}
