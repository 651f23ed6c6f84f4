//! Finds an id in all files that know it: the brief, its lock, what it includes, its other editions,
//! and the briefs that share what it includes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use brief::lsp::{IdKind, Kind, Opened, in_lock, valid_id};
use serde_json::{Value, json};

use super::super::input::{InputPath, MOST_BRIEF, identity, read_beside};
use super::super::resolve::ENDINGS;
use super::client::Shown;
use super::documents::Look;
use super::edits::{Edits, edit};
use super::ground::Ground;
use super::looking::Looking;
use super::quotes;

/// How many files of a folder are looked through.
const MOST_FILES: usize = 1_000;

/// An id in a file.
struct Found {
    path: Option<PathBuf>,
    text: String,
    places: Vec<Place>,
}

struct Place {
    range: Range<usize>,
    defines: bool,
    is_plain: bool,
}

/// Returns where what an id at a byte is of is defined, or the file that is named there.
pub(super) fn definition(looking: &Looking<'_>, byte: usize, ground: &Ground) -> Option<Value> {
    if let Some(mention) = looking.opened.mention_at(byte) {
        if let Some(found) = looking.opened.definition(mention.kind, &mention.id) {
            return looking.location(found.span);
        }
        // What was withdrawn stands in the edition before.
        let all = everywhere(mention.kind, &mention.id, ground);
        let mut places = all.iter().flat_map(|file| {
            let defines = file.places.iter().filter(|place| place.defines);
            defines.map(move |place| (file, place))
        });
        let (file, place) = places.next()?;
        let shown = Shown::new(&file.text, ground.client.encoding);
        return Some(location(file, place, &shown, ground));
    }
    let name = looking.opened.file_named_at(byte)?;
    let path = ground.given.as_ref()?.with_file_name(name);
    let start = json!({ "line": 0, "character": 0 });
    let (uri, _) = ground.known_as(Some(&path));
    path.is_file()
        .then(|| json!({ "uri": uri, "range": { "start": start, "end": start } }))
}

/// Returns all places of the id at a byte.
pub(super) fn references(
    looking: &Looking<'_>,
    byte: usize,
    includes_definition: bool,
    ground: &Ground,
) -> Value {
    let Some(mention) = looking.opened.mention_at(byte) else {
        return json!([]);
    };
    let all = everywhere(mention.kind, &mention.id, ground);
    let places = all.iter().flat_map(|file| {
        let wanted = file.places.iter();
        let wanted = wanted.filter(|place| includes_definition || !place.defines);
        let shown = Shown::new(&file.text, ground.client.encoding);
        wanted.map(move |place| location(file, place, &shown, ground))
    });
    places.collect::<Vec<Value>>().into()
}

/// Returns the edits that give what the id at a byte is of another id.
pub(super) fn rename(
    looking: &Looking<'_>,
    byte: usize,
    name: &str,
    ground: &Ground,
) -> Result<Value, String> {
    valid_id(name).map_err(|error| error.to_string())?;
    if looking.opened.text() != *ground.text || !looking.opened.is_read() {
        return Err("the text is no YAML at the moment: mend it first".to_owned());
    }
    let Some(mention) = looking.opened.mention_at(byte) else {
        return Err("there is no id here".to_owned());
    };
    if mention.kind == IdKind::Source
        && let Some(file) = quotes::lost_by_rename(looking.opened, &mention.id, name, ground)
    {
        return Err(format!(
            "`{file}` is found by the id `{}`: write `snapshot: {file}` there first",
            mention.id
        ));
    }
    let mut files = Vec::new();
    for file in all_files(mention.kind, &mention.id, ground)? {
        if let Some(opened) = &file.opened
            && name != mention.id
            && opened.mentions_of(mention.kind, name).next().is_some()
        {
            return Err(format!("`{name}` is taken in {}", file.name()));
        }
        let found = file.find(mention.kind, &mention.id);
        if found.places.iter().any(|place| !place.is_plain) {
            return Err(format!(
                "`{}` is written in another way in {}: write it plain there first",
                mention.id,
                file.name()
            ));
        }
        if !found.places.is_empty() {
            let (uri, version) = ground.known_as(found.path.as_deref());
            let edits = found.places.into_iter();
            files.push(Edits {
                uri,
                version,
                text: found.text,
                all: edits.map(|place| (place.range, name.to_owned())).collect(),
            });
        }
    }
    Ok(edit(&files, ground.client))
}

fn location(file: &Found, place: &Place, shown: &Shown<'_>, ground: &Ground) -> Value {
    let (uri, _) = ground.known_as(file.path.as_deref());
    json!({ "uri": uri, "range": shown.range(place.range.clone()) })
}

fn everywhere(kind: IdKind, id: &str, ground: &Ground) -> Vec<Found> {
    let files = all_files(kind, id, ground).unwrap_or_default();
    let found = files.iter().map(|file| file.find(kind, id));
    found.filter(|found| !found.places.is_empty()).collect()
}

/// A file that may have an id.
struct OneFile {
    path: Option<PathBuf>,
    text: String,
    /// What was read of it, unless it is a lock.
    opened: Option<Opened>,
}

impl OneFile {
    fn name(&self) -> String {
        let name = self.path.as_deref().and_then(Path::file_name);
        name.map_or("this text".to_owned(), |name| {
            format!("`{}`", name.display())
        })
    }

    fn find(&self, kind: IdKind, id: &str) -> Found {
        let places = if let Some(opened) = &self.opened {
            let end = opened.end();
            let own = opened.mentions_of(kind, id);
            let own = own.filter(|mention| mention.span.end <= end);
            let places = own.map(|mention| Place {
                range: mention.span.range(),
                defines: mention.defines,
                is_plain: mention.is_plain,
            });
            places.collect()
        } else {
            let places = in_lock(&self.text, kind, id).into_iter();
            let places = places.map(|range| Place {
                range,
                defines: false,
                is_plain: true,
            });
            places.collect()
        };
        Found {
            path: self.path.clone(),
            text: self.text.clone(),
            places,
        }
    }
}

/// Returns all files in which an id of the text at hand may stand.
///
/// # Errors
/// One of them is no YAML, or there are too many.
fn all_files(kind: IdKind, id: &str, ground: &Ground) -> Result<Vec<OneFile>, String> {
    let Some(own) = &ground.given else {
        let opened = ground.look(None).at(&ground.text).opened;
        return Ok(vec![OneFile {
            path: None,
            text: ground.text.to_string(),
            opened: Some(opened),
        }]);
    };
    let folder = Folder::of(own, ground)?;
    let mut files = Vec::new();
    for real in folder.related(&identity(own), kind, id) {
        let Some(Member { path, text, kind }) = folder.files.get(&real) else {
            continue;
        };
        let look = Look {
            kind: *kind,
            ..ground.look(Some(path))
        };
        let looked = look.at(text);
        let file = OneFile {
            path: Some(path.clone()),
            text: text.clone(),
            opened: Some(looked.opened),
        };
        if file.opened.as_ref().is_some_and(|opened| !opened.is_read()) {
            return Err(format!("{} is no YAML: mend it first", file.name()));
        }
        files.push(file);
        if let Some(lock) = InputPath::File(path.clone()).lock()
            && let Some(text) = text_of(&lock, ground)
        {
            files.push(OneFile {
                path: Some(lock),
                text,
                opened: None,
            });
        }
    }
    Ok(files)
}

fn text_of(path: &Path, ground: &Ground) -> Option<String> {
    if let Some(text) = ground.open.get(&identity(path)) {
        return Some(text.to_string());
    }
    String::from_utf8(read_beside(path, MOST_BRIEF).ok()?).ok()
}

/// The briefs of a folder, and what they include, by what each is in the end: several links may lead to it.
struct Folder {
    files: BTreeMap<PathBuf, Member>,
}

struct Member {
    /// How the client would name it.
    path: PathBuf,
    text: String,
    kind: Kind,
}

impl Folder {
    /// Reads the briefs of the folder of a file.
    ///
    /// # Errors
    /// There are too many.
    fn of(own: &Path, ground: &Ground) -> Result<Self, String> {
        let folder = own.parent().unwrap_or(Path::new(""));
        let entries = fs::read_dir(folder).into_iter().flatten();
        let saved = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let real = identity(folder);
        let open = ground
            .open
            .keys()
            .filter(|path| path.parent() == Some(&real));
        let open = open.filter_map(|path| Some(folder.join(path.file_name()?)));
        let is_brief = |path: &PathBuf| {
            let ending = path.extension();
            let is_lock = path.file_stem().is_some_and(|stem| {
                let stem = Path::new(stem);
                stem.extension().is_some_and(|ending| ending == "evidence")
            });
            !is_lock && ending.is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known))
        };
        let all = saved.chain(open).filter(is_brief);
        let all: BTreeSet<PathBuf> = all.chain([own.to_owned()]).collect();
        if all.len() > MOST_FILES {
            return Err(format!(
                "more than {MOST_FILES} files stand beside it, and any of them may have the id"
            ));
        }
        let mut files: BTreeMap<PathBuf, Member> = BTreeMap::new();
        for path in all {
            let is_own = path == own;
            let real = identity(&path);
            if files.contains_key(&real) && !is_own {
                continue;
            }
            let Some(text) = text_of(&path, ground) else {
                continue;
            };
            let name = path.file_name().map(|name| name.to_string_lossy());
            let kind = Kind::of(&text, name.as_deref(), is_own);
            if matches!(kind, Kind::Brief | Kind::Shared) {
                files.insert(real, Member { path, text, kind });
            }
        }
        Ok(Self { files })
    }

    /// Returns the file itself and those that know the same id: editions before and after, and, of an id
    /// that a shared file has, that file and all that include it.
    fn related(&self, own: &Path, kind: IdKind, id: &str) -> BTreeSet<PathBuf> {
        let mut found: BTreeSet<PathBuf> = [own.to_owned()].into();
        let beside = |member: &Member, field: &str| -> Vec<PathBuf> {
            let names = brief::lsp::files_named(&member.text, field).into_iter();
            names
                .map(|name| identity(&member.path.with_file_name(name)))
                .collect()
        };
        let mut links: Vec<(&PathBuf, PathBuf)> = Vec::new();
        for (real, member) in &self.files {
            let before = beside(member, "previous").into_iter();
            links.extend(before.map(|other| (real, other)));
            if !matches!(kind, IdKind::Voice | IdKind::Source) {
                continue;
            }
            for other in beside(member, "include") {
                let shared = self.files.get(&other);
                if shared.is_some_and(|shared| {
                    let opened = Opened::read_shared(&shared.text);
                    opened.mentions_of(kind, id).next().is_some()
                }) {
                    links.push((real, other));
                }
            }
        }
        loop {
            let before = found.len();
            for (one, other) in &links {
                if found.contains(*one) || found.contains(other) {
                    found.extend([(*one).clone(), other.clone()]);
                }
            }
            if found.len() == before {
                return found;
            }
        }
    }
}
