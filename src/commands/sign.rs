//! `brief sign`: has `ssh-keygen` sign a page, in it or beside it.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use brief::carried::{Judged, Sources, Standing, Templates};
use brief::diagnostics::printable;
use brief::signatures::{Key, NAMESPACE, Signature, SignedPage, comment};
use clap::Args;

use super::input::{InputPath, cannot, is_pipe, read_at_most};
use super::unpack::read_page;
use super::write::{write_new, write_whole};
use crate::outcome::{Failure, FileOutcome, Outcome, Said, wrote};

const PROGRAM: &str = "ssh-keygen";

#[derive(Args, Clone, Debug)]
pub(crate) struct SignArguments {
    /// The page
    #[arg(value_name = "PAGE")]
    page: PathBuf,
    /// The SSH key: its private file, or the public one of a key that an agent or a token has
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Write the signature to a file of its own, <page>.sig, and leave the page as it is
    #[arg(long)]
    detached: bool,
    /// Sign a page with templates, style sheets or words of its own: they can hide or say anything, so look
    /// at them first. Its templates, which are programs, are run
    #[arg(long)]
    trust_design: bool,
    /// Sign a page that cannot be compared with its sources: built without them, or by another version
    #[arg(long)]
    unaudited: bool,
}

pub(super) fn run(arguments: &SignArguments) -> Result<Outcome, Failure> {
    let path = &arguments.page;
    let input = InputPath::of(path);
    if input == InputPath::Stdin {
        let message = "standard input cannot be signed: the signature goes into the page's file";
        return Err(Failure::new(message, "name the page's file"));
    }
    refuse_pipe(&arguments.key)?;
    let page = read_page(&input)?;
    let parted = SignedPage::of(&page);
    let warning = refuse_changed(&parted, &input, arguments)?;
    let bytes = if arguments.detached {
        &*page
    } else {
        parted.signed
    };
    // All that would refuse it is asked before `ssh-keygen` asks for a passphrase.
    let beside = PathBuf::from([path.as_os_str(), ".sig".as_ref()].join("".as_ref()));
    if arguments.detached {
        refuse_there(&beside)?;
    } else if let Some(key) = public_key(&arguments.key) {
        refuse_twice(&parted, &key, &input)?;
    }
    let signature = signature(arguments, bytes)?;
    let key = signature.key();
    let by = format!(": signed by the {} {}", key.kind(), key.fingerprint());
    if read_page(&input)? != page {
        return Err(Failure::new(
            format!(
                "`{}` was changed while it was signed, and nothing was written",
                input.name()
            ),
            "sign it again",
        ));
    }
    let written = if arguments.detached {
        write_new(&beside, signature.armored()).map(|()| beside)
    } else {
        refuse_twice(&parted, key, &input)?;
        let signed = [&*page, comment(&signature).as_bytes()].concat();
        write_whole(path, signed).map(|()| path.clone())
    };
    let mut file = FileOutcome::new(input.name());
    file.said.extend(warning.map(Said::Remark));
    match written {
        Ok(written) => file.said.push(Said::Remark(wrote(&written, &by))),
        Err(error) => {
            let message = cannot("write", path.display(), &error);
            file.failure = Some(Failure::of_machine(message));
        }
    }
    Ok(Outcome {
        files: vec![file],
        ..Outcome::default()
    })
}

fn refuse_there(beside: &Path) -> Result<(), Failure> {
    if beside.symlink_metadata().is_err() {
        return Ok(());
    }
    Err(Failure::new(
        format!(
            "`{}` is there already, and nothing was written",
            beside.display()
        ),
        "remove it, or sign in the page, which takes several signatures",
    ))
}

fn refuse_twice(parted: &SignedPage<'_>, key: &Key, input: &InputPath) -> Result<(), Failure> {
    let mut known = parted.signatures.iter().flatten();
    if known.all(|known| known.key() != key) {
        return Ok(());
    }
    Err(Failure::new(
        format!("`{}` has a signature by this key already", input.name()),
        "build it again to sign it anew",
    ))
}

/// Refuses a key that is a pipe: `ssh-keygen` reads a key several times, and would wait for ever.
fn refuse_pipe(key: &Path) -> Result<(), Failure> {
    let files = [key.to_owned(), public_beside(key)];
    let Some(pipe) = files.iter().find(|file| is_pipe(file)) else {
        return Ok(());
    };
    Err(Failure::new(
        format!(
            "`{}` is a pipe, and no key is read from one",
            pipe.display()
        ),
        "name the key's file",
    ))
}

fn public_beside(key: &Path) -> PathBuf {
    PathBuf::from([key.as_os_str(), ".pub".as_ref()].join("".as_ref()))
}

/// Returns the public key that is named, or that stands beside the private one that is named.
fn public_key(path: &Path) -> Option<Key> {
    let beside = public_beside(path);
    let mut files = [path, &beside].into_iter();
    files.find_map(|file| {
        let bytes = read_at_most(file, MOST_KEY).ok()?;
        Key::of_file(std::str::from_utf8(&bytes).ok()?)
    })
}

/// The largest file of a key that is looked at, in bytes.
const MOST_KEY: u64 = 64 << 10;

/// Refuses to sign what is not the page that its sources make: nobody means to sign what was changed on its
/// way, or what cannot be looked at. Returns what is to be said of a page that is signed all the same.
fn refuse_changed(
    parted: &SignedPage<'_>,
    input: &InputPath,
    arguments: &SignArguments,
) -> Result<Option<String>, Failure> {
    let refused = |why: &str, help: &str| {
        let message = format!("nothing was signed: {why}");
        Err(Failure::of_input(message, help))
    };
    let more = format!("`brief audit {}` says more", printable(&input.name()));
    if !is_page(parted.signed) {
        let name = printable(&input.name());
        let why = format!("`{name}` is no page of `brief`");
        return refused(&why, "other files are signed by `ssh-keygen -Y sign`");
    }
    if parted.signatures.iter().any(Result::is_err) {
        return refused("what follows the page is no whole signature", &more);
    }
    let templates = if arguments.trust_design {
        Templates::Run
    } else {
        Templates::Refused
    };
    let unaudited = |why: &str, help: &str| {
        if arguments.unaudited {
            return Ok(Some(format!("warning: signed unaudited: {why}\n")));
        }
        refused(why, &format!("{help}, or sign it unaudited: `--unaudited`"))
    };
    let judged = Judged::of(parted.signed, templates);
    match judged.standing {
        Standing::Same => Ok(None),
        Standing::OwnDesign if arguments.trust_design => Ok(Some(format!(
            "warning: signed with a look or words of its own, which its readers are told of: {OWN}\n"
        ))),
        Standing::OwnDesign | Standing::OwnTemplates => refused(
            &format!("the page has a look or words of its own: {OWN}"),
            "look at them by `brief unpack`; if you trust whoever wrote them, `--trust-design`",
        ),
        Standing::NoSources => unaudited(
            "the page has no sources in it, so that nobody can audit it",
            "build it with its sources",
        ),
        Standing::OtherVersion => {
            let version = judged.version.unwrap_or_default();
            let why = format!(
                "its block says that brief {version} made the page, and this version cannot compare it"
            );
            unaudited(&why, "build it again by this version")
        }
        Standing::Departs(_) => refused("the page is not what its sources make", &more),
        Standing::Broken(error) => refused(&error.to_string(), &more),
        Standing::NotRemade(why) => refused(
            &format!("the page is not what its sources make, since {why}"),
            &more,
        ),
    }
}

const DOCTYPE: &[u8] = b"<!doctype html";

const OWN: &str = "they can hide or say anything";

/// Says whether these are the bytes of a page, and not of another file: a comment after its end would
/// damage that.
fn is_page(bytes: &[u8]) -> bool {
    let head = bytes.get(..MOST_HEAD).unwrap_or(bytes);
    let generator = b"<meta name=\"generator\" content=\"brief ";
    let start = bytes.get(..DOCTYPE.len()).unwrap_or_default();
    start.eq_ignore_ascii_case(DOCTYPE)
        && (memchr::memmem::find(head, generator).is_some()
            || matches!(Sources::in_page(bytes), Ok(Some(_))))
}

/// In so many bytes from its start on, a page says which program made it.
const MOST_HEAD: usize = 16 << 10;

/// Has the bytes signed, and checks what came of it as a reader will.
fn signature(arguments: &SignArguments, bytes: &[u8]) -> Result<Signature, Failure> {
    let key = arguments.key.display();
    let armored = by_program(arguments, bytes)?;
    let signature = Signature::read(&armored);
    let checked = signature.and_then(|signature| signature.check(bytes).map(|()| signature));
    checked.map_err(|unsound| {
        Failure::new(
            format!("the signature by `{key}` could not be checked: {unsound}"),
            "take a key of the kind Ed25519: `ssh-keygen -t ed25519`",
        )
    })
}

/// Runs `ssh-keygen`, which asks for what it needs on the terminal, and says there why it signs nothing.
fn by_program(arguments: &SignArguments, bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut command = Command::new(PROGRAM);
    command
        .args(["-q", "-Y", "sign", "-n", NAMESPACE, "-f"])
        .arg(&arguments.key)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let failed = |error: io::Error| {
        let help = if error.kind() == io::ErrorKind::NotFound {
            "install OpenSSH, which has it: signatures are made by it alone"
        } else {
            "see that OpenSSH works here: `ssh-keygen -Y sign`"
        };
        Failure::new(cannot("run", PROGRAM, &error), help)
    };
    let mut child = command.spawn().map_err(failed)?;
    let written = child.stdin.take().map(|mut stdin| stdin.write_all(bytes));
    let output = child.wait_with_output().map_err(failed)?;
    if output.status.success() && written.is_none_or(|written| written.is_ok()) {
        return Ok(output.stdout);
    }
    Err(Failure::new(
        format!(
            "`{PROGRAM}` signed nothing with `{}`",
            arguments.key.display()
        ),
        "it says why above; name a private key, or the public one of a key that your agent has",
    ))
}
