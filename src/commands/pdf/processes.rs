//! Ends a browser with all the processes that it started.

use std::io;
use std::path::Path;
use std::process::{Child, Command};

#[cfg(unix)]
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

/// What stands in the folder of a browser: what it says, and its profile.
pub(super) const NOISE: &str = "noise";
pub(super) const PROFILE: &str = "profile";

/// Has a command start in a group of its own, which can be ended as a whole.
#[cfg(unix)]
pub(super) fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

#[cfg(not(unix))]
pub(super) fn apart(_: &mut Command) {}

/// Says whether a process has ended; its number stays its own until it is waited for, and so does that
/// of its group.
#[cfg(unix)]
pub(super) fn has_ended(child: &mut Child) -> io::Result<bool> {
    let Some(pid) = pid(child) else {
        return Ok(child.try_wait()?.is_some());
    };
    let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    Ok(waitid(WaitId::Pid(pid), look)?.is_some())
}

#[cfg(not(unix))]
pub(super) fn has_ended(child: &mut Child) -> io::Result<bool> {
    Ok(child.try_wait()?.is_some())
}

/// Ends a process that was not waited for, and its group. Whoever has ended cannot be ended.
#[cfg(unix)]
pub(super) fn end(child: &mut Child) {
    if let Some(group) = pid(child) {
        _ = kill_process_group(group, Signal::KILL);
    }
}

#[cfg(not(unix))]
pub(super) fn end(child: &mut Child) {
    drop(child.kill());
}

#[cfg(unix)]
fn pid(child: &Child) -> Option<Pid> {
    i32::try_from(child.id()).ok().and_then(Pid::from_raw)
}

/// Ends what works in the folder of a browser: what writes its noise there or has its profile there, and
/// left the group, as the handler of crashes does. Says whether there was such a process.
#[cfg(target_os = "linux")]
pub(super) fn end_all_in(folder: &Path) -> bool {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let mut found = false;
    for entry in entries {
        let number = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok());
        if let Some(pid) = number.and_then(Pid::from_raw)
            && number != i32::try_from(std::process::id()).ok()
            && works_in(&entry.path(), folder)
        {
            found = true;
            _ = rustix::process::kill_process(pid, Signal::KILL);
        }
    }
    found
}

#[cfg(not(target_os = "linux"))]
pub(super) fn end_all_in(_: &Path) -> bool {
    false
}

#[cfg(target_os = "linux")]
fn works_in(process: &Path, folder: &Path) -> bool {
    let noise = folder.join(NOISE);
    let writes = |stream: &str| {
        let open = std::fs::read_link(process.join("fd").join(stream));
        open.is_ok_and(|open| open.starts_with(folder) && open == noise)
    };
    if writes("1") || writes("2") {
        return true;
    }
    let mut profile = b"=".to_vec();
    profile.extend(folder.join(PROFILE).as_os_str().as_encoded_bytes());
    let line = std::fs::read(process.join("cmdline")).unwrap_or_default();
    let mut arguments = line.split(|byte| *byte == 0);
    arguments.any(|argument| {
        let mut parts = argument.windows(profile.len());
        parts.any(|part| part == profile.as_slice())
    })
}
