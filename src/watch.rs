//! Waits until files change, or until the user ends the program.
//!
//! Folders are watched, not files: an editor that saves by renaming a new file over the old one
//! leaves a watch on the old one, which nobody writes any more.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// How long it has to be quiet before changes count as one: a save is several writes.
const QUIET: Duration = Duration::from_millis(20);
/// How long, if a file that was written has just been closed: that is mostly the end of a save.
const QUIET_ONCE_CLOSED: Duration = Duration::from_millis(3);
/// Changes that never cease are handed on after this.
const LONGEST: Duration = Duration::from_millis(200);

/// What is told of a file that was written when it is closed.
const WRITTEN: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    Shallow,
    /// What stands in it and in all folders below.
    Deep,
}

/// What a watcher is told: something of files, or nothing, which is the user's wish to end.
type Notice = Option<notify::Result<Event>>;

/// Files that changed together; or files of which it is not known which they are.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    paths: BTreeSet<PathBuf>,
    /// Those that were removed, or are called otherwise.
    moved: BTreeSet<PathBuf>,
    any: bool,
    /// Whether the last of them was that a file was closed.
    closed: bool,
}

impl Changes {
    /// Adds what was told; returns nothing if it was the wish to end.
    fn add(&mut self, notice: Notice) -> Option<()> {
        match notice? {
            Ok(event) if !event.need_rescan() => {
                self.closed = event.kind == WRITTEN;
                if event.kind.is_remove() || is_renaming(event.kind) {
                    self.moved.extend(event.paths.iter().cloned());
                }
                self.paths.extend(event.paths);
            }
            // Files changed, nobody knows which.
            Ok(_) | Err(_) => (self.any, self.closed) = (true, false),
        }
        Some(())
    }

    /// Says whether a file may have changed; its path begins as that of its watched folder.
    pub(crate) fn touch(&self, file: &Path) -> bool {
        self.any || self.paths.contains(file)
    }

    pub(crate) fn touch_any(&self, is_of_the_kind: impl Fn(&Path) -> bool) -> bool {
        self.any || self.paths.iter().any(|path| is_of_the_kind(path))
    }

    pub(crate) fn in_folder(&self, folder: &Path) -> impl Iterator<Item = &Path> {
        let paths = self.paths.iter().map(PathBuf::as_path);
        paths.filter(move |path| path.parent() == Some(folder))
    }
}

/// Watches folders, and the user's wish to end.
pub(crate) struct Watcher {
    notify: RecommendedWatcher,
    notices: Receiver<Notice>,
    folders: BTreeMap<PathBuf, Depth>,
    /// Folders that are to be watched as soon as they are there.
    awaited: BTreeMap<PathBuf, Depth>,
}

impl Watcher {
    /// Makes a watcher that watches no folder yet. There can be one in a program: it takes the
    /// signals that end it.
    ///
    /// # Errors
    /// The system gives no more watches, or another part of the program has the signals.
    pub(crate) fn new() -> Result<Self, String> {
        let (sender, notices) = channel();
        let ends = sender.clone();
        // If nobody listens any more, the program is ending.
        ctrlc::set_handler(move || drop(ends.send(None))).map_err(|error| error.to_string())?;
        let notify = notify::recommended_watcher(move |event| tell(&sender, event))
            .map_err(|error| error.to_string())?;
        Ok(Self {
            notify,
            notices,
            folders: BTreeMap::new(),
            awaited: BTreeMap::new(),
        })
    }

    /// Watches a folder from now on, unless it is watched already.
    ///
    /// # Errors
    /// There is no such folder, or the system gives no more watches.
    pub(crate) fn watch(&mut self, folder: &Path, depth: Depth) -> Result<(), String> {
        if self.folders.get(folder) >= Some(&depth) {
            return Ok(());
        }
        let mode = match depth {
            Depth::Shallow => RecursiveMode::NonRecursive,
            Depth::Deep => RecursiveMode::Recursive,
        };
        let watched = self.notify.watch(folder, mode);
        watched.map_err(|error| error.to_string())?;
        self.folders.insert(folder.to_owned(), depth);
        Ok(())
    }

    /// Watches a folder from now on, or as soon as it is there.
    ///
    /// # Errors
    /// The system gives no more watches.
    pub(crate) fn watch_once_there(&mut self, folder: &Path, depth: Depth) -> Result<(), String> {
        match self.watch(folder, depth) {
            Err(_) if !folder.exists() => {
                self.awaited.insert(folder.to_owned(), depth);
                self.find();
                Ok(())
            }
            watched => watched,
        }
    }

    /// Waits for changes, and until it has been quiet after them; returns nothing once the user
    /// wants to end. If a watched folder went or came, any file may have changed.
    pub(crate) fn next(&mut self) -> Option<Changes> {
        let mut changes = self.gather()?;
        changes.any |= self.lose(&changes);
        changes.any |= self.find();
        Some(changes)
    }

    /// Awaits the watched folders that moved, and says whether there are such: a watch is on what
    /// a folder is, not on its name.
    fn lose(&mut self, changes: &Changes) -> bool {
        let folders = self
            .folders
            .keys()
            .filter(|folder| changes.moved.contains(*folder));
        let moved: Vec<_> = folders.cloned().collect();
        for folder in &moved {
            if let Some((folder, depth)) = self.folders.remove_entry(folder) {
                // Of a folder that was removed there is no watch any more.
                drop(self.notify.unwatch(&folder));
                self.awaited.insert(folder, depth);
            }
        }
        !moved.is_empty()
    }

    /// Watches the awaited folders that are there by now, and says whether there are such.
    fn find(&mut self) -> bool {
        let mut found = false;
        for (folder, depth) in std::mem::take(&mut self.awaited) {
            // Whatever is there above it tells when it comes.
            let mut above = folder.ancestors().skip(1);
            above.find(|above| self.watch(above, Depth::Shallow).is_ok());
            if self.watch(&folder, depth).is_ok() {
                found = true;
            } else {
                self.awaited.insert(folder, depth);
            }
        }
        found
    }

    fn gather(&self) -> Option<Changes> {
        let mut changes = Changes::default();
        changes.add(self.notices.recv().ok()?)?;
        let latest = Instant::now() + LONGEST;
        while Instant::now() < latest {
            let quiet = if changes.closed {
                QUIET_ONCE_CLOSED
            } else {
                QUIET
            };
            match self.notices.recv_timeout(quiet) {
                Ok(notice) => changes.add(notice)?,
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        Some(changes)
    }
}

/// Tells of an event, unless it is a mere reading: the program itself reads what it watches.
fn tell(listener: &Sender<Notice>, event: notify::Result<Event>) {
    let is_reading = event
        .as_ref()
        .is_ok_and(|event| event.kind.is_access() && event.kind != WRITTEN && !event.need_rescan());
    if !is_reading {
        // If nobody listens any more, the program is ending.
        drop(listener.send(Some(event)));
    }
}

fn is_renaming(kind: EventKind) -> bool {
    matches!(kind, EventKind::Modify(ModifyKind::Name(_)))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::mpsc::channel;
    use std::thread;
    use std::time::Duration;

    use notify::{Error, Event};

    use super::{Changes, Depth, Watcher, tell};

    /// A watcher without the signals, of which a test program has one set only.
    fn watcher(folder: &Path, depth: Depth) -> Watcher {
        let (sender, notices) = channel();
        let notify = notify::recommended_watcher(move |event| tell(&sender, event)).unwrap();
        let mut watcher = Watcher {
            notify,
            notices,
            folders: std::collections::BTreeMap::new(),
            awaited: std::collections::BTreeMap::new(),
        };
        watcher.watch(folder, depth).unwrap();
        watcher
    }

    /// Waits until nothing more is heard, and says whether the file was among all that was.
    fn heard_of(watcher: &mut Watcher, file: &Path) -> bool {
        let mut heard = watcher.next().unwrap().touch(file);
        while let Ok(more) = watcher.notices.recv_timeout(Duration::from_millis(200)) {
            let mut changes = Changes::default();
            changes.add(more).unwrap();
            heard |= changes.touch(file);
        }
        heard
    }

    #[test]
    fn a_save_is_heard_of_however_an_editor_does_it() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        let (file, beside) = (folder.join("a.yaml"), folder.join("a.yaml.tmp"));
        fs::write(&file, "old").unwrap();
        let mut watcher = watcher(&folder, Depth::Shallow);

        fs::write(&file, "new").unwrap();
        assert!(heard_of(&mut watcher, &file));

        fs::write(&beside, "newer").unwrap();
        assert!(!heard_of(&mut watcher, &file));
        fs::rename(&beside, &file).unwrap();
        assert!(heard_of(&mut watcher, &file));

        fs::rename(&file, &beside).unwrap();
        fs::write(&file, "newest").unwrap();
        fs::remove_file(&beside).unwrap();
        assert!(heard_of(&mut watcher, &file));
    }

    #[test]
    fn reading_is_no_change() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        let file = folder.join("a.yaml");
        fs::write(&file, "text").unwrap();
        let watcher = watcher(&folder, Depth::Shallow);
        fs::read(&file).unwrap();
        fs::read_dir(&folder).unwrap().for_each(drop);
        assert!(
            watcher
                .notices
                .recv_timeout(Duration::from_millis(60))
                .is_err()
        );
    }

    #[test]
    fn folders_below_are_watched_if_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        fs::create_dir(folder.join("sections")).unwrap();
        let mut watcher = watcher(&folder, Depth::Deep);
        let file = folder.join("sections/a.html");
        fs::write(&file, "text").unwrap();
        assert!(watcher.next().unwrap().touch_any(|path| path == file));
    }

    #[test]
    fn changes_that_never_cease_are_handed_on() {
        let (sender, notices) = channel();
        let folder = tempfile::tempdir().unwrap();
        let mut watcher = watcher(folder.path(), Depth::Shallow);
        watcher.notices = notices;
        let busy = thread::spawn(move || {
            while sender.send(Some(Err(Error::generic("overflow")))).is_ok() {
                thread::sleep(Duration::from_millis(2));
            }
        });
        assert!(watcher.next().unwrap().touch(Path::new("any")));
        drop(watcher);
        busy.join().unwrap();
    }

    #[test]
    fn the_wish_to_end_ends_the_waiting() {
        let (sender, notices) = channel();
        let folder = tempfile::tempdir().unwrap();
        let mut watcher = watcher(folder.path(), Depth::Shallow);
        watcher.notices = notices;
        sender.send(Some(Ok(Event::default()))).unwrap();
        sender.send(None).unwrap();
        assert!(watcher.next().is_none());
    }
}
