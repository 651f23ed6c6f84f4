//! Writes a file whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// Writes a file by way of a temporary one beside it, so that a failure leaves the old one whole.
///
/// Folders that are missing are made. A link is followed: what it points at is replaced. What is
/// no regular file, such as `/dev/null`, is written to and not replaced.
pub(super) fn write_whole(path: &Path, content: impl AsRef<[u8]>) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&path) {
        Ok(found) if found.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(found) if !found.is_file() => {
            let mut special = OpenOptions::new().write(true).open(&path)?;
            return special.write_all(content.as_ref());
        }
        Ok(_) | Err(_) => {}
    }
    written_beside(&path, content)?.persist(&path)?;
    Ok(())
}

/// Writes a file in the same way, over nothing at all: not even a link that leads nowhere.
pub(super) fn write_new(path: &Path, content: impl AsRef<[u8]>) -> io::Result<()> {
    written_beside(path, content)?.persist_noclobber(path)?;
    Ok(())
}

/// Writes a temporary file into the folder of another, which is made if it is missing.
fn written_beside(path: &Path, content: impl AsRef<[u8]>) -> io::Result<NamedTempFile> {
    let folder = folder_of(path);
    fs::create_dir_all(&folder)?;
    let mut builder = Builder::new();
    builder.prefix(".brief-").suffix(".tmp");
    share(&mut builder);
    let mut file = builder.tempfile_in(&folder)?;
    file.write_all(content.as_ref())?;
    Ok(file)
}

pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        Some(_) | None => PathBuf::from("."),
    }
}

/// Temporary files are private by default; a page is for others, as far as the umask lets them.
#[cfg(unix)]
fn share(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn share(_: &mut Builder<'_, '_>) {}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{write_new, write_whole};

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
