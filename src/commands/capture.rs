//! `brief capture`: keeps a copy of what was published, and prints its source's entry.

mod brought;
mod keep;
mod request;

use std::path::{Path, PathBuf};
use std::time::Duration;

use brief::capture::{Captured, Record};
use brief::evidence::Kept;
use clap::Args;

use super::arguments::day_or_today;
use super::input::InputPath;
use super::snapshots::{self, MOST_BYTES};
use crate::outcome::{Failure, FileOutcome, Outcome, Said};
use brought::Brought;
use keep::{Folder, Id};

#[derive(Args, Clone, Debug)]
pub(crate) struct CaptureArguments {
    /// Files, as `verify` reads snapshots, and http or https addresses; `-` is standard input
    #[arg(value_name = "FILE|URL", required = true)]
    inputs: Vec<PathBuf>,
    /// The folder to keep them in; it is made if it is missing
    #[arg(long, value_name = "DIR", default_value = "snapshots")]
    into: PathBuf,
    /// The id of the source [default: made of its publisher and date, or its title]
    #[arg(long = "as", value_name = "ID")]
    id: Option<String>,
    /// The day to record, as 2026-11-23 [default: now]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// The seconds that an address has to answer, redirects and all
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = clap::value_parser!(u64).range(1..=3600))]
    time_limit: u64,
}

/// What is to be captured.
#[derive(Debug, PartialEq, Eq)]
enum Wanted<'a> {
    File(&'a Path),
    Address(&'a str),
    /// An address that is no http or https one, and the scheme that it has.
    Other(&'a str),
}

impl<'a> Wanted<'a> {
    fn of(argument: &'a Path) -> Self {
        let Some(text) = argument.to_str() else {
            return Self::File(argument);
        };
        match text.split_once(':') {
            // One letter is a drive.
            Some((scheme, rest)) if is_scheme(scheme) && !argument.exists() => {
                let scheme = scheme.to_ascii_lowercase();
                match scheme.as_str() {
                    "http" | "https" => Self::Address(text),
                    "file" | "mailto" | "data" | "about" => Self::Other(text),
                    _ if rest.starts_with("//") => Self::Other(text),
                    _ => Self::File(argument),
                }
            }
            Some(_) | None => Self::File(argument),
        }
    }
}

fn is_scheme(text: &str) -> bool {
    let is_of_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    text.len() > 1 && text.chars().all(is_of_scheme)
}

pub(super) fn run(arguments: &CaptureArguments) -> Result<Outcome, Failure> {
    if arguments.id.is_some() && arguments.inputs.len() > 1 {
        return Err(Failure::new(
            "`--as` names one source, and several works are to be captured",
            "capture one at a time, or leave `--as` out",
        ));
    }
    let id = arguments.id.as_deref().map(Id::given).transpose()?;
    let at = match arguments.day.as_deref() {
        Some(day) => day_or_today(Some(day))?.as_str().to_owned(),
        None => now(),
    };
    let mut folder = Folder::open(&arguments.into)?;
    let limit = Duration::from_secs(arguments.time_limit);
    let files = arguments.inputs.iter().map(|input| {
        let mut file = FileOutcome::new(input.display().to_string());
        let brought = brought(input, limit);
        if let Some(led) = brought.as_ref().ok().and_then(Brought::led) {
            file.said.push(Said::Remark(led));
        }
        let captured = brought
            .and_then(|brought| captured(brought, &at))
            .and_then(|(bytes, record, ending)| folder.keep(&bytes, record, &ending, id.as_ref()));
        match captured {
            Ok(said) => file.said.extend(said),
            Err(failure) => file.failure = Some(named(input, failure)),
        }
        file
    });
    Ok(Outcome {
        files: files.collect(),
        ..Outcome::default()
    })
}

/// Returns the time, in UTC: that of a copy belongs to what it is.
fn now() -> String {
    let now = jiff::Timestamp::now();
    now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Names the work that a failure is about.
fn named(input: &Path, failure: Failure) -> Failure {
    let name = InputPath::of(input).name();
    let message = if failure.message.contains(&format!("`{name}`")) {
        failure.message
    } else {
        format!("`{name}` was not captured: {}", failure.message)
    };
    Failure { message, ..failure }
}

fn brought(input: &Path, limit: Duration) -> Result<Brought, Failure> {
    match Wanted::of(input) {
        Wanted::Address(address) => request::get(address, limit),
        Wanted::Other(address) => {
            let help = match address.get(..5) {
                Some(scheme) if scheme.eq_ignore_ascii_case("file:") => {
                    "name the file by its path, without `file:`"
                }
                _ => "open it in your browser, save it, and name the file",
            };
            Err(Failure::new("it is no http or https address", help))
        }
        Wanted::File(path) => file(path),
    }
}

fn file(path: &Path) -> Result<Brought, Failure> {
    let input = InputPath::of(path);
    let bytes = input.read_at_most(MOST_BYTES).map_err(|error| {
        let help = if is_like_an_address(path) {
            format!("write the address whole: `https://{}`", path.display())
        } else {
            "name a file that can be read, or an http or https address".to_owned()
        };
        Failure::new(super::input::cannot("read", input.name(), &error), help)
    })?;
    let name = input.path().and_then(Path::file_name);
    let name = name.map(|name| name.to_string_lossy().into_owned());
    Ok(Brought {
        bytes,
        ending: name.as_deref().and_then(snapshots::ending),
        given: name,
        request: None,
    })
}

fn is_like_an_address(path: &Path) -> bool {
    let text = path.to_string_lossy();
    let host = text.split('/').next().unwrap_or_default();
    let is_named = host.contains('.')
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || ".-".contains(c));
    text.starts_with("www.") || is_named && text.contains('/') && !host.starts_with('.')
}

/// Reads what came, and makes its record.
fn captured(brought: Brought, at: &str) -> Result<(Vec<u8>, Record, String), Failure> {
    let Brought {
        bytes,
        ending,
        given,
        request,
    } = brought;
    let charset = request
        .as_ref()
        .and_then(|request| request.charset.as_deref());
    let read = |ending: &str| {
        let media = snapshots::media(&format!("a.{ending}"));
        Kept::read(&bytes, media, charset).map_err(|obstacle| {
            let help = obstacle
                .help()
                .unwrap_or("save the text that a browser shows, as `.txt`");
            Failure::of_input(obstacle.what(), help)
        })
    };
    let kept = read(ending.as_deref().unwrap_or("txt"))?;
    let (kept, ending) = match ending {
        Some(ending) => (kept, ending),
        None if kept.is_page => (read("html")?, "html".to_owned()),
        None => (kept, "txt".to_owned()),
    };
    let captured = Captured {
        at: at.to_owned(),
        by: concat!("brief ", env!("CARGO_PKG_VERSION")).to_owned(),
        given,
        request,
    };
    Ok((bytes, Record::of(&kept, captured), ending))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Wanted, is_like_an_address};

    #[test]
    fn addresses_are_told_from_files() {
        for (argument, wanted) in [
            (
                "https://a.example/b",
                Wanted::Address("https://a.example/b"),
            ),
            ("HTTP://a.example", Wanted::Address("HTTP://a.example")),
            ("file:///a.html", Wanted::Other("file:///a.html")),
            ("ftp://a.example/b", Wanted::Other("ftp://a.example/b")),
            ("C:\\a.html", Wanted::File(Path::new("C:\\a.html"))),
            ("a: b.html", Wanted::File(Path::new("a: b.html"))),
            ("-", Wanted::File(Path::new("-"))),
        ] {
            assert_eq!(Wanted::of(Path::new(argument)), wanted);
        }
        assert!(is_like_an_address(Path::new("www.a.example")));
        assert!(is_like_an_address(Path::new("a.example/works")));
        assert!(!is_like_an_address(Path::new("works/a.html")));
        assert!(!is_like_an_address(Path::new("./a.html")));
    }
}
