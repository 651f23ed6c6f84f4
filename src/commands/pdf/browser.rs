//! Finds a browser of the Chromium family on the three desktop systems.
//!
//! Only [`find`] looks at the machine; all else is handed what it found, so that each system is
//! tested on any.

use std::env;
use std::path::{Path, PathBuf};

use crate::outcome::Failure;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum System {
    Linux,
    Mac,
    Windows,
}

const HERE: System = if cfg!(windows) {
    System::Windows
} else if cfg!(target_os = "macos") {
    System::Mac
} else {
    System::Linux
};

/// On `PATH`, in the order in which they are taken. A browser that a person installed beside the
/// system's own is likely to be kept up to date, and so is any of them.
const LINUX: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
];
/// In the folders of applications, the system's and the user's.
const MAC: &[&str] = &["Google Chrome", "Chromium", "Microsoft Edge"];
/// In the folders of programs, the system's and the user's.
const WINDOWS: &[&str] = &[
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
];
const PROGRAM_FOLDERS: &[&str] = &["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];

/// Returns the first browser that is found on this machine.
///
/// # Errors
/// There is none: the error says what was looked for.
pub(super) fn find() -> Result<PathBuf, Failure> {
    let candidates = HERE.candidates(|name| env::var(name).ok());
    let found = candidates
        .into_iter()
        .find(|path| Path::new(path).is_file());
    found.map(PathBuf::from).ok_or_else(|| {
        let names = HERE.names().join(", ");
        let message = format!("no browser is found that could print: {names}");
        Failure::new(message, HERE.advice())
    })
}

impl System {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Linux => LINUX,
            Self::Mac | Self::Windows => MAC,
        }
    }

    fn advice(self) -> &'static str {
        match self {
            Self::Linux => {
                "install one (on Debian: `apt install chromium`), or name one: \
                 `--browser /path/to/chromium`"
            }
            Self::Mac => {
                "install Google Chrome, or name a browser: `--browser \
                 \"/Applications/Chromium.app/Contents/MacOS/Chromium\"`"
            }
            Self::Windows => {
                "install Google Chrome, or name a browser: `--browser \
                 \"C:\\path\\to\\chrome.exe\"`"
            }
        }
    }

    /// Returns where a browser may be, the likeliest first, by the environment variables.
    fn candidates(self, variable: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let on_path = |between: char| -> Vec<String> {
            let path = variable("PATH").into_iter();
            let folders =
                path.flat_map(|path| path.split(between).map(str::to_owned).collect::<Vec<_>>());
            folders.filter(|folder| !folder.is_empty()).collect()
        };
        match self {
            Self::Linux => joined(&on_path(':'), LINUX, |folder, name| {
                format!("{folder}/{name}")
            }),
            Self::Mac => {
                let home = variable("HOME").map(|home| format!("{home}/Applications"));
                let folders: Vec<_> = home.into_iter().collect();
                let folders = [&["/Applications".to_owned()], folders.as_slice()].concat();
                let mut found = joined(&folders, MAC, |folder, name| {
                    format!("{folder}/{name}.app/Contents/MacOS/{name}")
                });
                found.extend(Self::Linux.candidates(variable));
                found
            }
            Self::Windows => {
                let folders = PROGRAM_FOLDERS.iter().filter_map(|name| variable(name));
                let join = |folder: &str, name: &str| format!("{folder}\\{name}");
                let mut found = joined(&folders.collect::<Vec<_>>(), WINDOWS, join);
                found.extend(joined(&on_path(';'), &["chrome.exe", "msedge.exe"], join));
                found
            }
        }
    }
}

/// Joins folders and names: a name that comes first is looked for in all folders before the next.
fn joined(folders: &[String], names: &[&str], join: impl Fn(&str, &str) -> String) -> Vec<String> {
    let in_folders = |name| folders.iter().map(move |folder| (folder, name));
    let pairs = names.iter().flat_map(in_folders);
    pairs.map(|(folder, name)| join(folder, name)).collect()
}

#[cfg(test)]
mod tests {
    use super::System;

    fn find(system: System, variables: &[(&str, &str)], files: &[&str]) -> Option<String> {
        let candidates = system.candidates(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        });
        candidates
            .into_iter()
            .find(|path| files.contains(&path.as_str()))
    }

    #[test]
    fn on_linux_the_path_is_searched_name_by_name() {
        let path = [("PATH", "/usr/local/bin::/usr/bin")];
        let find = |files: &[&str]| find(System::Linux, &path, files);
        assert_eq!(
            find(&["/usr/local/bin/google-chrome", "/usr/bin/chromium"]).as_deref(),
            Some("/usr/bin/chromium")
        );
        assert_eq!(
            find(&["/usr/bin/microsoft-edge"]).as_deref(),
            Some("/usr/bin/microsoft-edge")
        );
        assert_eq!(find(&["/opt/chromium"]), None);
    }

    #[test]
    fn on_a_mac_applications_come_before_the_path() {
        let variables = [("HOME", "/Users/ann"), ("PATH", "/opt/homebrew/bin")];
        let find = |files: &[&str]| find(System::Mac, &variables, files);
        let edge = "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge";
        let own = "/Users/ann/Applications/Chromium.app/Contents/MacOS/Chromium";
        assert_eq!(find(&[edge, own]).as_deref(), Some(own));
        assert_eq!(find(&[edge]).as_deref(), Some(edge));
        let brew = "/opt/homebrew/bin/chromium";
        assert_eq!(find(&[brew]).as_deref(), Some(brew));
    }

    #[test]
    fn on_windows_the_folders_of_programs_come_before_the_path() {
        let variables = [
            ("ProgramFiles", r"C:\Program Files"),
            ("ProgramFiles(x86)", r"C:\Program Files (x86)"),
            ("LOCALAPPDATA", r"C:\Users\Ann\AppData\Local"),
            ("PATH", r"C:\Windows;D:\tools"),
        ];
        let find = |files: &[&str]| find(System::Windows, &variables, files);
        let edge = r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe";
        let own = r"C:\Users\Ann\AppData\Local\Google\Chrome\Application\chrome.exe";
        assert_eq!(find(&[edge]).as_deref(), Some(edge));
        assert_eq!(find(&[edge, own]).as_deref(), Some(own));
        assert_eq!(
            find(&[r"D:\tools\chrome.exe"]).as_deref(),
            Some(r"D:\tools\chrome.exe")
        );
    }

    #[test]
    fn without_variables_nothing_is_found_and_nothing_is_wrong() {
        for system in [System::Linux, System::Mac, System::Windows] {
            assert_eq!(find(system, &[], &[]), None);
            assert!(!system.names().is_empty() && system.advice().contains("--browser"));
        }
    }
}
