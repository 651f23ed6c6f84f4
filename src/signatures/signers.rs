//! Reads a list of who may sign, in the form of `ssh-keygen` (`allowed_signers`), and looks a key up.

use std::fmt;
use std::iter::Peekable;
use std::str::Chars;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::blob::Blob;
use super::key::Key;
use super::unsound::NAMESPACE;

/// Who may sign.
#[derive(Clone, Debug, Default)]
pub struct Signers {
    signers: Vec<Signer>,
    /// Whether some lines name authorities that certify keys, which are passed over.
    has_authorities: bool,
}

#[derive(Clone, Debug)]
struct Signer {
    principals: String,
    key: Vec<u8>,
    limits: Limits,
}

/// When, and for what, a key may sign.
#[derive(Clone, Debug, Default)]
struct Limits {
    is_authority: bool,
    namespaces: Option<String>,
    after: Option<Timestamp>,
    before: Option<Timestamp>,
}

/// What a list says of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is the key of this one: of whom alone the list names, or of whom was asked for.
    Of(String),
    /// It is the key of several, or of whoever fits patterns.
    OfSome(String),
    /// It is the key of these, and not of whom was asked for.
    NotOf(String),
    /// It is, and not for signatures of pages.
    NotForPages(String),
    /// It is, and not yet, or no more.
    NotNow(String),
    /// It is not in the list.
    Unknown {
        /// Whether the list names authorities, whose certificates are not read.
        has_authorities: bool,
    },
}

/// What is wrong in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignersError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for SignersError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for SignersError {}

impl Signers {
    /// Reads a list. Times that name no zone are of this one.
    ///
    /// # Errors
    /// A line is none of a list.
    pub fn read(text: &str, zone: &TimeZone) -> Result<Self, SignersError> {
        let mut all = Self::default();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let read = signer(line, zone).map_err(|what| SignersError {
                line: number + 1,
                what,
            });
            let signer = read?;
            if signer.limits.is_authority {
                all.has_authorities = true;
            } else {
                all.signers.push(signer);
            }
        }
        Ok(all)
    }

    /// Says whose key this is, at a moment, or whether it is that of one who is asked for.
    pub fn find(&self, key: &Key, now: &Zoned, asked: Option<&str>) -> Found {
        let now = now.timestamp();
        let of_key = self.signers.iter().filter(|signer| signer.key == key.blob);
        let (of_asked, of_others): (Vec<_>, Vec<_>) =
            of_key.partition(|signer| asked.is_none_or(|asked| is_in(asked, &signer.principals)));
        let ranks = of_asked.iter().map(|signer| {
            let Limits {
                namespaces,
                after,
                before,
                ..
            } = &signer.limits;
            let is_for_pages = namespaces
                .as_deref()
                .is_none_or(|names| is_in(NAMESPACE, names));
            let is_now =
                after.is_none_or(|after| now >= after) && before.is_none_or(|before| now <= before);
            match (is_for_pages, is_now) {
                (true, true) => 0,
                (true, false) => 1,
                (false, _) => 2,
            }
        });
        let ranks: Vec<u8> = ranks.collect();
        let Some(best) = ranks.iter().min() else {
            return if of_others.is_empty() {
                Found::Unknown {
                    has_authorities: self.has_authorities,
                }
            } else {
                Found::NotOf(principals(of_others.into_iter()))
            };
        };
        let ranked = of_asked.into_iter().zip(&ranks);
        let best_ones = ranked.filter(|(_, rank)| *rank == best);
        let principals = principals(best_ones.map(|(signer, _)| signer));
        match (best, asked) {
            (0, Some(asked)) => Found::Of(asked.to_owned()),
            (0, None) if principals.contains(['*', '?', '!', ',']) => Found::OfSome(principals),
            (0, None) => Found::Of(principals),
            (1, _) => Found::NotNow(principals),
            _ => Found::NotForPages(principals),
        }
    }
}

/// Lists the principals of several lines, each once.
fn principals<'a>(signers: impl Iterator<Item = &'a Signer>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for signer in signers {
        if !all.contains(&&*signer.principals) {
            all.push(&signer.principals);
        }
    }
    all.join(",")
}

fn signer(line: &str, zone: &TimeZone) -> Result<Signer, String> {
    let mut letters = line.chars().peekable();
    let principals = field(&mut letters).ok_or("a quotation mark is not closed")?;
    let second = field(&mut letters).ok_or("a quotation mark is not closed")?;
    let (limits, kind) = if is_kind(&second) {
        (Limits::default(), second)
    } else {
        let kind = field(&mut letters).ok_or("a quotation mark is not closed")?;
        (limits(&second, zone)?, kind)
    };
    if !is_kind(&kind) {
        return Err("no key stands there: write `NAME ssh-ed25519 AAAA…`".to_owned());
    }
    let key = field(&mut letters).unwrap_or_default();
    let key = STANDARD.decode(&key).ok().filter(|key| is_of(key, &kind));
    Ok(Signer {
        principals: principals.replace('"', ""),
        key: key.ok_or("its key cannot be read")?,
        limits,
    })
}

/// Reads up to a space that stands in no quotation marks, and the space; nothing, if one is not closed.
fn field(letters: &mut Peekable<Chars<'_>>) -> Option<String> {
    let mut field = String::new();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if is_quoted && letters.peek() == Some(&'"') => {
                field.push('\\');
                field.extend(letters.next());
                continue;
            }
            '"' => is_quoted = !is_quoted,
            ' ' | '\t' if !is_quoted => break,
            _ => {}
        }
        field.push(letter);
    }
    while letters
        .next_if(|letter| matches!(letter, ' ' | '\t'))
        .is_some()
    {}
    (!is_quoted).then_some(field)
}

fn is_kind(text: &str) -> bool {
    ["ssh-", "ecdsa-", "sk-"]
        .iter()
        .any(|start| text.starts_with(start))
}

/// Says whether a key is of the kind that is written before it.
fn is_of(key: &[u8], kind: &str) -> bool {
    Blob(key).string() == Some(kind.as_bytes())
}

/// Reads options: names, some with values in quotation marks, parted by commas. What `ssh-keygen` refuses is
/// refused, so that a list never holds here for more than it holds there.
fn limits(text: &str, zone: &TimeZone) -> Result<Limits, String> {
    let mut limits = Limits::default();
    let mut rest = text;
    loop {
        let end = rest.find(['=', ',']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let name = name.to_ascii_lowercase();
        let twice = || format!("`{name}` stands there twice");
        rest = match &*name {
            "cert-authority" => {
                limits.is_authority = true;
                after
            }
            "namespaces" => {
                let (value, after) = value(&name, after)?;
                if limits.namespaces.replace(value).is_some() {
                    return Err(twice());
                }
                after
            }
            "valid-after" | "valid-before" => {
                let (value, after) = value(&name, after)?;
                let limit = match &*name {
                    "valid-after" => &mut limits.after,
                    _ => &mut limits.before,
                };
                if limit.replace(moment(&value, zone)?).is_some() {
                    return Err(twice());
                }
                after
            }
            _ => return Err(format!("`{name}` is no option")),
        };
        if rest.is_empty() {
            break;
        }
        rest = rest
            .strip_prefix(',')
            .ok_or_else(|| format!("after `{name}` stands no comma"))?;
    }
    match (limits.after, limits.before) {
        (Some(after), Some(before)) if before <= after => {
            Err("`valid-before` is not later than `valid-after`".to_owned())
        }
        _ => Ok(limits),
    }
}

/// Reads `="…"`, in which `\"` is a quotation mark; returns it and what follows.
fn value<'a>(name: &str, text: &'a str) -> Result<(String, &'a str), String> {
    let inner = text.strip_prefix("=\"");
    let inner =
        inner.ok_or_else(|| format!("the value of `{name}` stands in no quotation marks"))?;
    let mut value = String::new();
    let mut letters = inner.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Ok((value, inner.get(at + 1..).unwrap_or_default())),
            '\\' if letters.peek().is_some_and(|(_, next)| *next == '"') => {
                value.extend(letters.next().map(|(_, next)| next));
            }
            _ => value.push(letter),
        }
    }
    Err(format!("the value of `{name}` is not closed"))
}

/// Reads `YYYYMMDD`, `YYYYMMDDHHMM` or `YYYYMMDDHHMMSS`; with a `Z`, it is of UTC.
fn moment(text: &str, zone: &TimeZone) -> Result<Timestamp, String> {
    let fault = || format!("`{text}` is no time: write it as `20261123` or `20261123180000Z`");
    let (digits, zone) = match text.strip_suffix('Z') {
        Some(digits) => (digits, &TimeZone::UTC),
        None => (text, zone),
    };
    let is_time = [8, 12, 14].contains(&digits.len());
    if !is_time || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(fault());
    }
    let filled = format!("{digits:0<14}");
    let time = DateTime::strptime("%Y%m%d%H%M%S", filled).map_err(|_| fault())?;
    let time = time.to_zoned(zone.clone()).map_err(|_| fault())?;
    Ok(time.timestamp())
}

/// Says whether a name is in a list of patterns, as OpenSSH has them: one that begins with `!` and fits
/// rules it out.
fn is_in(name: &str, patterns: &str) -> bool {
    let mut is_in = false;
    for pattern in patterns.split(',') {
        match pattern.strip_prefix('!') {
            Some(pattern) if fits(name, pattern) => return false,
            Some(_) => {}
            None => is_in |= fits(name, pattern),
        }
    }
    is_in
}

/// Says whether a name fits a pattern, of which `*` is any letters and `?` is one.
fn fits(name: &str, pattern: &str) -> bool {
    let (name, pattern): (Vec<char>, Vec<char>) =
        (name.chars().collect(), pattern.chars().collect());
    let (mut at, mut in_pattern) = (0, 0);
    // Where the last `*` stood, and where what it takes ends.
    let mut last: Option<(usize, usize)> = None;
    while at < name.len() {
        match pattern.get(in_pattern) {
            Some('*') => {
                last = Some((in_pattern, at));
                in_pattern += 1;
            }
            Some(letter) if *letter == '?' || name.get(at) == Some(letter) => {
                at += 1;
                in_pattern += 1;
            }
            _ => {
                let Some((star, end)) = last else {
                    return false;
                };
                last = Some((star, end + 1));
                (at, in_pattern) = (end + 1, star + 1);
            }
        }
    }
    let mut rest = pattern.iter().skip(in_pattern);
    rest.all(|letter| *letter == '*')
}
