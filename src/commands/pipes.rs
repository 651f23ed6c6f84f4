//! Opens named pipes without waiting for ever for the other side.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::Path;
use std::thread;
use std::time::Duration;

use rustix::fs::{OFlags, fcntl_setfl};
use rustix::io::Errno;

/// How long the other side is waited for: it may be about to start.
const TRIES: u32 = 250;
const BETWEEN: Duration = Duration::from_millis(20);

/// Says whether a file is a pipe with a name. Those without, such as a shell's `<(…)`, have their
/// other side already.
pub(super) fn is_pipe(path: &Path) -> bool {
    let is_fifo = |path: &Path| {
        path.metadata()
            .is_ok_and(|found| found.file_type().is_fifo())
    };
    is_fifo(path) && path.canonicalize().is_ok()
}

/// Opens a pipe to write to it.
///
/// # Errors
/// Nobody comes to read from it, or the system does not let it be opened.
pub(super) fn open_to_write(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).custom_flags(without_waiting());
    let opened = (0..TRIES).find_map(|_| match options.open(path) {
        Err(error) if error.raw_os_error() == Some(Errno::NXIO.raw_os_error()) => {
            thread::sleep(BETWEEN);
            None
        }
        opened => Some(opened),
    });
    let file = opened.unwrap_or_else(|| Err(nobody("nobody reads from this pipe")))?;
    fcntl_setfl(&file, OFlags::empty())?;
    Ok(file)
}

/// Reads a pipe to its end, or as many bytes at most.
///
/// # Errors
/// Nobody comes to write to it, or the system does not let it be read.
pub(super) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(without_waiting());
    let mut pipe = options.open(path)?;
    let mut bytes = Vec::new();
    // Until the first byte is there, an end means that nobody writes yet.
    for _ in 0..TRIES {
        let mut first = [0];
        match pipe.read(&mut first) {
            Ok(0) => thread::sleep(BETWEEN),
            Ok(_) => {
                bytes.extend(first);
                break;
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
            Err(error) => return Err(error),
        }
    }
    fcntl_setfl(&pipe, OFlags::empty())?;
    // Whoever has opened it may take their time.
    pipe.take(most).read_to_end(&mut bytes)?;
    if bytes.is_empty() {
        return Err(nobody("nobody writes to this pipe"));
    }
    Ok(bytes)
}

fn nobody(message: &str) -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, message)
}

fn without_waiting() -> i32 {
    // The bits of a flag are those of the system's own type.
    i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or_default()
}
