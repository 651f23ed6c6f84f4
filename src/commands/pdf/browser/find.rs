//! Where browsers are on the three desktop systems. Nothing of the machine is looked at but what
//! is handed over, so that each system is tested on any.

/// A desktop system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum System {
    Linux,
    Mac,
    Windows,
}

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
/// The variables that name those folders.
const PROGRAM_FOLDERS: &[&str] = &["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];

impl System {
    /// The system that the program was made for.
    pub(super) const HERE: Self = if cfg!(windows) {
        Self::Windows
    } else if cfg!(target_os = "macos") {
        Self::Mac
    } else {
        Self::Linux
    };

    /// Returns what is looked for, as people know it.
    pub(super) fn names(self) -> &'static [&'static str] {
        match self {
            Self::Linux => LINUX,
            Self::Mac | Self::Windows => MAC,
        }
    }

    /// Returns what to do where there is none.
    pub(super) fn advice(self) -> &'static str {
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
}

/// A machine, as far as browsers are looked for on it.
pub(super) struct Machine<'a> {
    pub(super) system: System,
    /// An environment variable.
    pub(super) variable: &'a dyn Fn(&str) -> Option<String>,
    /// Whether there is such a file.
    pub(super) is_file: &'a dyn Fn(&str) -> bool,
}

impl Machine<'_> {
    /// Returns the first browser.
    pub(super) fn find(&self) -> Option<String> {
        self.candidates()
            .into_iter()
            .find(|path| (self.is_file)(path))
    }

    /// Returns where a browser may be, the likeliest first.
    fn candidates(&self) -> Vec<String> {
        match self.system {
            System::Linux => self.on_path(':', '/', LINUX),
            System::Mac => {
                let mut found = self.in_applications();
                found.extend(self.on_path(':', '/', LINUX));
                found
            }
            System::Windows => {
                let mut found = self.in_program_folders();
                found.extend(self.on_path(';', '\\', &["chrome.exe", "msedge.exe"]));
                found
            }
        }
    }

    /// A name that comes first is looked for on the whole path before the next one.
    fn on_path(&self, between: char, separator: char, names: &[&str]) -> Vec<String> {
        let path = (self.variable)("PATH").unwrap_or_default();
        let folders: Vec<_> = path
            .split(between)
            .filter(|folder| !folder.is_empty())
            .collect();
        let in_folders = |name: &&str| {
            let join = |folder: &&str| format!("{folder}{separator}{name}");
            folders.iter().map(join).collect::<Vec<_>>()
        };
        names.iter().flat_map(in_folders).collect()
    }

    fn in_applications(&self) -> Vec<String> {
        let home = (self.variable)("HOME").map(|home| format!("{home}/Applications"));
        let folders: Vec<_> = ["/Applications".to_owned()]
            .into_iter()
            .chain(home)
            .collect();
        let in_folders = |name: &&str| {
            let join = |folder: &String| format!("{folder}/{name}.app/Contents/MacOS/{name}");
            folders.iter().map(join).collect::<Vec<_>>()
        };
        MAC.iter().flat_map(in_folders).collect()
    }

    fn in_program_folders(&self) -> Vec<String> {
        let folders: Vec<_> = PROGRAM_FOLDERS
            .iter()
            .filter_map(|name| (self.variable)(name))
            .collect();
        let in_folders = |name: &&str| {
            let join = |folder: &String| format!("{folder}\\{name}");
            folders.iter().map(join).collect::<Vec<_>>()
        };
        WINDOWS.iter().flat_map(in_folders).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Machine, System};

    fn find(system: System, variables: &[(&str, &str)], files: &[&str]) -> Option<String> {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let is_file = |path: &str| files.contains(&path);
        let machine = Machine {
            system,
            variable: &variable,
            is_file: &is_file,
        };
        machine.find()
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
