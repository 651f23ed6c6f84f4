//! Has a browser print a page.
//!
//! The page says its own paper, so the browser's command line is enough: `--print-to-pdf` waits
//! for the page, prints it as a reader would, and the process ends. Nothing is spoken with the
//! browser while it runs, which would take a protocol, a connection and a client for both.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use brief::diagnostics::sarif::reference;

use super::processes::{NOISE, PROFILE};
use super::room::{PAGE, PDF, Room, TEMPORARY};
use super::{interruption, processes};
use crate::commands::input::read_at_most;
use crate::commands::write::make_folder;

/// How often it is seen whether the browser is done.
const LOOK: Duration = Duration::from_millis(20);

/// So many bytes a disk takes that is not full.
const PROBE: usize = 1 << 16;

/// The largest PDF that is read, in bytes.
const MOST_PDF: u64 = 1 << 28;

/// So much of what a browser says is read, from its end, in bytes.
const MOST_NOISE: u64 = 1 << 14;

/// How long the name of a browser's own folder for temporary files may be: in it the browser makes a socket,
/// `org.chromium.Chromium.scoped_dir.123456/SingletonSocket`, whose name may have 103 bytes.
const MOST_TEMPORARY: usize = 103 - 56;

/// The browser starts as new, keeps to itself, and prints what the page says and nothing else.
/// What a browser does not know of these it passes over.
const FLAGS: &[&str] = &[
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-quic",
    "--no-pings",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
];

pub(super) struct Printing<'a> {
    pub(super) browser: &'a Path,
    /// The folder in which a temporary one is made; a browser in a sandbox of its own may see
    /// nothing of the system's.
    pub(super) near: Option<PathBuf>,
    pub(super) timeout: Duration,
}

/// Has the browser print a page, and returns the PDF.
///
/// # Errors
/// The browser cannot be started, does not end in time or in peace, or writes nothing: a line that
/// says so, with what the browser said last.
pub(super) fn print(html: &str, printing: &Printing<'_>) -> Result<Vec<u8>, String> {
    interruption::watch();
    if let Some(near) = &printing.near {
        make_folder(near)
            .map_err(|error| format!("cannot make a folder for the browser: {error}"))?;
    }
    let near = printing.near.clone().unwrap_or_else(env::temp_dir);
    let room = Room::new(&near).map_err(|error| no_room(&near, &error))?;
    let printed = print_in(room.path(), html, printing);
    room.clear();
    printed
}

fn no_room(near: &Path, error: &io::Error) -> String {
    let shown = near.display();
    let help = if near.is_dir() {
        ""
    } else {
        "; have `TMPDIR` name a folder that is there"
    };
    format!("cannot make a folder for the browser in `{shown}`: {error}{help}")
}

fn print_in(folder: &Path, html: &str, printing: &Printing<'_>) -> Result<Vec<u8>, String> {
    fs::write(folder.join(PAGE), html)
        .map_err(|error| format!("cannot write the page for the browser: {error}"))?;
    let name = printing.browser.display();
    let child = start(printing.browser, folder).map_err(|error| {
        let why = not_run(printing.browser, &error);
        format!("cannot run the browser `{name}`: {why}")
    })?;
    let seconds = printing.timeout.as_secs();
    let end = wait(child, printing.timeout)
        .map_err(|error| format!("cannot wait for the browser `{name}`: {error}"))?;
    if interruption::came() {
        return Err("interrupted; nothing was written".to_owned());
    }
    let Some(status) = end else {
        return Err(format!(
            "the browser `{name}` printed nothing in {seconds} s; to wait longer, write \
             `--timeout {}`",
            seconds * 2
        ));
    };
    let pdf = folder.join(PDF);
    if status.success() && pdf.exists() {
        return read_at_most(&pdf, MOST_PDF)
            .map_err(|error| format!("cannot read the PDF of the browser `{name}`: {error}"));
    }
    Err(failed(folder, &name.to_string(), status))
}

fn not_run(browser: &Path, error: &io::Error) -> String {
    let is_bare = browser.file_name() == Some(browser.as_os_str());
    if error.kind() == io::ErrorKind::WouldBlock {
        "the system lets no more processes be started".to_owned()
    } else if browser.is_dir() {
        "it is a folder; name the program in it".to_owned()
    } else if error.kind() == io::ErrorKind::NotFound && is_bare {
        let name = browser.display();
        let here = if browser.is_file() {
            format!("; for the file here, write `./{name}`")
        } else {
            String::new()
        };
        format!("there is no such program on the `PATH`{here}")
    } else {
        error.to_string()
    }
}

fn start(browser: &Path, folder: &Path) -> io::Result<Child> {
    let noise = File::create(folder.join(NOISE))?;
    let mut command = Command::new(browser);
    processes::apart(&mut command);
    let temporary = folder.join(TEMPORARY);
    if temporary.as_os_str().len() <= MOST_TEMPORARY {
        // What the browser leaves there goes with the room.
        fs::create_dir(&temporary)?;
        command.env("TMPDIR", temporary);
    } else if !env::temp_dir().is_dir() {
        // The browser would say nothing of it, and not start.
        command.env_remove("TMPDIR");
    }
    command
        .args(FLAGS)
        .args(is_root().then_some("--no-sandbox"))
        // It would stand in the PDF as the program that made the page.
        .arg(concat!("--user-agent=brief ", env!("CARGO_PKG_VERSION")))
        .arg(flag("--user-data-dir=", &folder.join(PROFILE)))
        .arg(flag("--print-to-pdf=", &folder.join(PDF)))
        .arg(reference(&folder.join(PAGE).to_string_lossy()))
        .stdin(Stdio::null())
        .stdout(noise.try_clone()?)
        .stderr(noise)
        .spawn()
}

/// Says how the browser failed, with the last thing that it said.
fn failed(folder: &Path, name: &str, status: ExitStatus) -> String {
    // A browser does not say so, or cannot.
    if let Err(error) = fs::write(folder.join(NOISE).with_extension("more"), vec![0; PROBE]) {
        return format!("the browser `{name}` wrote no PDF, and nothing can be written: {error}");
    }
    let noise = end_of(&folder.join(NOISE)).unwrap_or_default();
    let noise = String::from_utf8_lossy(&noise);
    let mut lines = noise.lines().rev();
    match lines.find(|line| !line.trim().is_empty()) {
        Some(last) => format!("the browser `{name}` wrote no PDF ({status}): {last}"),
        None => format!("the browser `{name}` wrote no PDF ({status})"),
    }
}

/// Reads the end of what a browser said.
fn end_of(noise: &Path) -> io::Result<Vec<u8>> {
    let mut file = File::open(noise)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(MOST_NOISE)))?;
    let mut end = Vec::new();
    file.take(MOST_NOISE).read_to_end(&mut end)?;
    Ok(end)
}

fn flag(name: &str, path: &Path) -> OsString {
    let mut flag = OsString::from(name);
    flag.push(path);
    flag
}

/// As root on Linux, Chromium does not start with its sandbox; containers run as root. What it
/// opens there is a page that this program made, without a script, and which may request nothing.
#[cfg(target_os = "linux")]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(not(target_os = "linux"))]
fn is_root() -> bool {
    false
}

/// Waits for a process and returns how it ended, with all that it started. If it does not in time, or
/// the user asks for an end, it is ended, and nothing is returned.
fn wait(mut child: Child, timeout: Duration) -> io::Result<Option<ExitStatus>> {
    let begin = Instant::now();
    loop {
        let has_ended = processes::has_ended(&mut child)?;
        if has_ended || interruption::came() || begin.elapsed() >= timeout {
            processes::end(&mut child);
            let status = child.wait()?;
            return Ok(has_ended.then_some(status));
        }
        thread::sleep(LOOK);
    }
}
