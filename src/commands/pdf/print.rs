//! Has a browser print a page.
//!
//! The page says its own paper, so the browser's command line is enough: `--print-to-pdf` waits
//! for the page, prints it as a reader would, and the process ends. Nothing is spoken with the
//! browser while it runs, which would take a protocol, a connection and a client for both.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use brief::diagnostics::sarif::reference;
use tempfile::TempDir;

/// Whether the user has pressed Ctrl-C: the run then ends in order, so that nothing of the browser
/// stays.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// How often it is seen whether the browser is done.
const LOOK: Duration = Duration::from_millis(20);
/// How often it is tried to remove what a browser left.
const TRIES: usize = 50;

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
    let folder = folder(printing.near.as_deref())
        .map_err(|error| format!("cannot make a folder for the browser: {error}"))?;
    // A handler can be set once; if one stands already, it is this one.
    drop(ctrlc::set_handler(|| {
        INTERRUPTED.store(true, Ordering::Relaxed);
    }));
    let printed = print_in(folder.path(), html, printing);
    remove(folder);
    printed
}

fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}

fn print_in(folder: &Path, html: &str, printing: &Printing<'_>) -> Result<Vec<u8>, String> {
    fs::write(folder.join(PAGE), html)
        .map_err(|error| format!("cannot write the page for the browser: {error}"))?;
    let name = printing.browser.display();
    let child = start(printing.browser, folder)
        .map_err(|error| format!("cannot run the browser `{name}`: {error}"))?;
    let seconds = printing.timeout.as_secs();
    let end = wait(child, printing.timeout)
        .map_err(|error| format!("cannot wait for the browser `{name}`: {error}"))?;
    // The browser may have heard of it first, and ended.
    if interrupted() {
        return Err("interrupted; nothing was written".to_owned());
    }
    let Some(status) = end else {
        return Err(format!(
            "the browser `{name}` printed nothing in {seconds} s; to wait longer, write \
             `--timeout {}`",
            seconds * 2
        ));
    };
    let pdf = fs::read(folder.join(PDF)).ok().filter(|_| status.success());
    pdf.ok_or_else(|| failed(folder, &name.to_string(), status))
}

/// Removes the folder. The helpers of a browser that was ended may write to it a while longer.
fn remove(folder: TempDir) {
    let path = folder.path().to_owned();
    drop(folder);
    for _ in 0..TRIES {
        if !path.exists() || fs::remove_dir_all(&path).is_ok() {
            return;
        }
        thread::sleep(LOOK);
    }
}

/// Makes a folder that goes when it is dropped.
fn folder(near: Option<&Path>) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".brief-");
    match near {
        None => builder.tempdir(),
        Some(near) => {
            fs::create_dir_all(near)?;
            builder.tempdir_in(std::path::absolute(near)?)
        }
    }
}

const PAGE: &str = "page.html";
const PDF: &str = "page.pdf";
const NOISE: &str = "noise";

fn start(browser: &Path, folder: &Path) -> io::Result<Child> {
    let noise = File::create(folder.join(NOISE))?;
    Command::new(browser)
        .args(FLAGS)
        .args(is_root().then_some("--no-sandbox"))
        // It would stand in the PDF as the program that made the page.
        .arg(concat!("--user-agent=brief ", env!("CARGO_PKG_VERSION")))
        .arg(flag("--user-data-dir=", &folder.join("profile")))
        .arg(flag("--print-to-pdf=", &folder.join(PDF)))
        .arg(reference(&folder.join(PAGE).to_string_lossy()))
        .stdin(Stdio::null())
        .stdout(noise.try_clone()?)
        .stderr(noise)
        .spawn()
}

/// Says how the browser failed, with the last thing that it said.
fn failed(folder: &Path, name: &str, status: ExitStatus) -> String {
    let noise = fs::read(folder.join(NOISE)).ok();
    let noise = noise.map(|noise| String::from_utf8_lossy(&noise).into_owned());
    let mut lines = noise.iter().flat_map(|noise| noise.lines().rev());
    match lines.find(|line| !line.trim().is_empty()) {
        Some(last) => format!("the browser `{name}` wrote no PDF ({status}): {last}"),
        None => format!("the browser `{name}` wrote no PDF ({status})"),
    }
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

/// Waits for a process and returns how it ended. If it does not in time, or the user asks for an
/// end, it is ended, and nothing is returned.
fn wait(mut child: Child, timeout: Duration) -> io::Result<Option<ExitStatus>> {
    let begin = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if interrupted() || begin.elapsed() >= timeout {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(LOOK);
    }
}
