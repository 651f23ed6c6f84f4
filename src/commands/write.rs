//! Writes a file whole or not at all.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::{Builder, NamedTempFile};

use super::leftovers::{keep, of_killed_runs};

const PREFIX: &str = ".brief-";
const SUFFIX: &str = ".tmp";
/// As many links lead to a file at most, as the systems have it.
const MOST_LINKS: usize = 40;
/// The disk is asked for each of so many files by itself.
const MOST_ALONE: usize = 32;

/// A file that is written under a temporary name, beside the one that it is to replace.
pub(super) struct Written {
    file: NamedTempFile,
    path: PathBuf,
}

/// Writes a file by way of a temporary one beside it, so that a failure leaves the old one whole, and
/// so does a power cut.
///
/// Folders that are missing are made. A link is followed: what it points at is replaced, or made if
/// its folder is there. A file that is replaced keeps its mode. What is no regular file, such as
/// `/dev/null`, is written to and not replaced.
pub(super) fn write_whole(path: &Path, content: impl AsRef<[u8]>) -> io::Result<()> {
    match begin(path, content)? {
        Some(written) => written.finish(),
        None => Ok(()),
    }
}

/// Writes a file as [`write_whole`] does, up to where it takes the place of the other; nothing is
/// left to be done for what is no regular file.
pub(super) fn begin(path: &Path, content: impl AsRef<[u8]>) -> io::Result<Option<Written>> {
    let path = followed(path)?;
    let old = match fs::metadata(&path) {
        Ok(found) if found.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(found) if !found.is_file() => {
            open_special(&path)?.write_all(content.as_ref())?;
            return Ok(None);
        }
        found => found.ok(),
    };
    let file = written_beside(&path, content, old.as_ref())?;
    Ok(Some(Written { file, path }))
}

/// Writes a file in the same way, over nothing at all: not even a link that leads nowhere.
pub(super) fn write_new(path: &Path, content: impl AsRef<[u8]>) -> io::Result<()> {
    let file = written_beside(path, content, None)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path)?;
    sync_folder(&folder_of(path))
}

impl Written {
    /// Puts the file in the place of the other. What it says is on the disk before its name is, and
    /// its name before anybody is told of it.
    pub(super) fn finish(self) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        let folder = self.put()?;
        sync_folder(&folder)
    }

    fn put(self) -> io::Result<PathBuf> {
        self.file.persist(&self.path)?;
        Ok(folder_of(&self.path))
    }
}

/// Puts files in the places of others, and returns what came of each. Of many, the disk is asked once for
/// all that was written to it: it takes as long for each file. Of few it is not, since it would take what
/// others write, too.
pub(super) fn finish_all(all: Vec<Written>) -> Vec<io::Result<()>> {
    let of = |written: &Written| folder_of(&written.path);
    let folders: BTreeSet<PathBuf> = all.iter().map(of).collect();
    if all.len() <= MOST_ALONE || folders.iter().any(|folder| sync_all_in(folder).is_err()) {
        return all.into_iter().map(Written::finish).collect();
    }
    let mut put: Vec<_> = all.into_iter().map(Written::put).collect();
    for folder in folders {
        if let Err(error) = sync_folder(&folder) {
            let of_it = |one: &&mut io::Result<PathBuf>| one.as_ref().is_ok_and(|it| *it == folder);
            for one in put.iter_mut().filter(of_it) {
                *one = Err(io::Error::new(error.kind(), error.to_string()));
            }
        }
    }
    put.into_iter().map(|one| one.map(drop)).collect()
}

/// Has the disk take all that was written to it.
#[cfg(target_os = "linux")]
fn sync_all_in(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

#[cfg(not(target_os = "linux"))]
fn sync_all_in(_: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Has the disk take the names in a folder, where the system can be asked for that.
fn sync_folder(folder: &Path) -> io::Result<()> {
    let Ok(folder) = File::open(folder) else {
        return Ok(());
    };
    match folder.sync_all() {
        Err(error) if is_trouble(&error) => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Says whether a disk failed, rather than knows no such order.
fn is_trouble(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    !matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported)
}

/// Returns where links lead, whether or not there is a file yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Ok(real) => return Ok(real),
        // It is there under no other name: what a process has open.
        Err(_) if fs::metadata(path).is_ok() => return Ok(path.to_owned()),
        Err(_) => {}
    }
    let mut end = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&end) {
            Ok(target) => end = folder_of(&end).join(target),
            Err(_) if end != path && !folder_of(&end).is_dir() => {
                let message = "it is a link into a folder that is not there";
                return Err(io::Error::new(io::ErrorKind::NotFound, message));
            }
            Err(_) => return Ok(end),
        }
    }
    Err(io::Error::other("it is a link that leads back to itself"))
}

#[cfg(unix)]
fn open_special(path: &Path) -> io::Result<File> {
    if super::pipes::is_pipe(path) {
        return super::pipes::open_to_write(path);
    }
    OpenOptions::new().write(true).open(path)
}

#[cfg(not(unix))]
fn open_special(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(path)
}

/// Writes a temporary file into the folder of another, which is made if it is missing, as open as the
/// one that it is to replace.
fn written_beside(
    path: &Path,
    content: impl AsRef<[u8]>,
    old: Option<&Metadata>,
) -> io::Result<NamedTempFile> {
    let folder = folder_of(path);
    make_folder(&folder)?;
    clear(&folder);
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    share(&mut builder, old);
    let mut file = builder.tempfile_in(&folder)?;
    while !keep(file.as_file())? {
        file = builder.tempfile_in(&folder)?;
    }
    file.write_all(content.as_ref())?;
    if let Some(old) = old {
        keep_owner(file.as_file(), old);
        file.as_file().set_permissions(old.permissions())?;
    }
    Ok(file)
}

/// Makes a folder and those that it is in.
///
/// # Errors
/// It cannot be made: if a file is in its place, that is said.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder).map_err(|error| {
        let mut above = folder.ancestors().filter(|above| above.exists());
        match above.next() {
            Some(there) if !there.is_dir() => {
                let message = format!("`{}` is a file and no folder", there.display());
                io::Error::new(io::ErrorKind::NotADirectory, message)
            }
            Some(_) | None => error,
        }
    })
}

/// Removes from a folder the temporary files of runs that were killed: once a run, since a folder may
/// have many files.
fn clear(folder: &Path) {
    static CLEARED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let mut cleared = CLEARED.lock().unwrap_or_else(PoisonError::into_inner);
    if cleared.insert(folder.to_owned()) {
        for (path, _held) in of_killed_runs(folder, PREFIX, SUFFIX) {
            // What cannot be removed is in nobody's way.
            drop(fs::remove_file(path));
        }
    }
}

pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        Some(_) | None => PathBuf::from("."),
    }
}

/// Temporary files are private by default; a page is for others, as far as the umask lets them, or as
/// far as the page before was.
#[cfg(unix)]
fn share(builder: &mut Builder<'_, '_>, old: Option<&Metadata>) {
    use std::os::unix::fs::PermissionsExt;
    let mode = old.map_or(0o666, |old| old.permissions().mode() & 0o666);
    builder.permissions(fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn share(_: &mut Builder<'_, '_>, _: Option<&Metadata>) {}

/// Gives a file to whom the old one belongs, where the system lets it be given.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let is_other = |new: Metadata| (new.uid(), new.gid()) != (old.uid(), old.gid());
    if file.metadata().is_ok_and(is_other) {
        drop(fchown(file, Some(old.uid()), Some(old.gid())));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{MOST_ALONE, begin, finish_all, write_new, write_whole};

    #[test]
    fn folders_are_made_and_nothing_else_is_left_in_them() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/page.html");
        write_whole(&path, "old").unwrap();
        write_whole(&path, "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path().join("a/b")).unwrap().count(), 1);
    }

    #[test]
    fn a_new_file_is_not_written_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/brief.yaml");
        write_new(&path, "mine").unwrap();
        assert!(write_new(&path, "new").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        assert_eq!(fs::read_dir(folder.path().join("a")).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_whole(folder.path(), "text").is_err());
        assert!(folder.path().is_dir());
    }

    #[cfg(unix)]
    #[test]
    fn a_page_is_as_open_as_other_files() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (page, other) = (folder.path().join("page"), folder.path().join("other"));
        write_whole(&page, "text").unwrap();
        fs::write(&other, "text").unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(page), mode(other));
    }

    #[cfg(unix)]
    #[test]
    fn a_page_keeps_the_mode_that_it_had() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("page");
        for mode in [0o600, 0o640, 0o664, 0o755, 0o444] {
            fs::write(&page, "old")
                .or_else(|_| fs::remove_file(&page))
                .unwrap();
            fs::set_permissions(&page, fs::Permissions::from_mode(mode)).unwrap();
            write_whole(&page, "new").unwrap();
            assert_eq!(
                fs::metadata(&page).unwrap().permissions().mode() & 0o7777,
                mode
            );
            assert_eq!(fs::read_to_string(&page).unwrap(), "new");
        }
    }

    /// However many files are finished at once, each is told of by itself.
    #[test]
    fn files_that_are_finished_at_once_are_each_in_place() {
        let folder = tempfile::tempdir().unwrap();
        let names = (0..MOST_ALONE).map(|number| format!("a/{number}"));
        let names = names.chain(["b/3".to_owned()]);
        let paths: Vec<_> = names.map(|name| folder.path().join(name)).collect();
        files_are_in_place(&folder, &paths);
        files_are_in_place(&folder, &paths[MOST_ALONE - 2..]);
    }

    fn files_are_in_place(folder: &tempfile::TempDir, paths: &[std::path::PathBuf]) {
        for path in paths {
            drop(fs::remove_file(path));
        }
        let mut all: Vec<_> = paths
            .iter()
            .map(|path| begin(path, "text").unwrap().unwrap())
            .collect();
        // Where a folder came in between, there is no place for a file.
        let taken = folder.path().join("b/taken");
        drop(fs::remove_dir_all(&taken));
        all.insert(1, begin(&taken, "text").unwrap().unwrap());
        fs::create_dir_all(taken.join("x")).unwrap();
        assert!(paths.iter().all(|path| !path.exists()));
        let ends: Vec<_> = finish_all(all).iter().map(Result::is_ok).collect();
        let expected: Vec<_> = (0..=paths.len()).map(|index| index != 1).collect();
        assert_eq!(ends, expected);
        assert!(paths.iter().all(|path| path.exists()));
        assert_eq!(fs::read_dir(folder.path().join("b")).unwrap().count(), 2);
    }

    #[test]
    fn a_file_where_a_folder_is_meant_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let error = write_whole(&file.join("a/page.html"), "text").unwrap_err();
        assert!(
            error.to_string().ends_with("file` is a file and no folder"),
            "{error}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_followed_into_a_folder_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let link = |to: &str, from: &str| std::os::unix::fs::symlink(to, at(from)).unwrap();
        fs::create_dir(at("there")).unwrap();
        link("there/page", "first");
        link("first", "second");
        link("absent/page", "lost");
        link("circle", "circle");
        write_whole(&at("second"), "new").unwrap();
        assert_eq!(fs::read_to_string(at("there/page")).unwrap(), "new");
        for name in ["first", "second", "lost", "circle"] {
            assert!(
                fs::symlink_metadata(at(name)).unwrap().is_symlink(),
                "{name}"
            );
        }
        assert!(write_whole(&at("lost"), "new").is_err() && !at("absent").exists());
        assert!(write_whole(&at("circle"), "new").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (page, link) = (folder.path().join("page"), folder.path().join("link"));
        fs::write(&page, "old").unwrap();
        std::os::unix::fs::symlink(&page, &link).unwrap();
        write_whole(&link, "new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&page).unwrap(), "new");
    }

    #[cfg(unix)]
    #[test]
    fn devices_are_written_to_and_not_replaced() {
        write_whole("/dev/null".as_ref(), "text").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
