//! `brief sign`: has `ssh-keygen` sign a page, in it or beside it.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use brief::carried::{Departure, Sources, Templates};
use brief::signatures::{NAMESPACE, Signature, SignedPage, comment};
use clap::Args;

use super::input::{InputPath, cannot};
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
}

pub(super) fn run(arguments: &SignArguments) -> Result<Outcome, Failure> {
    let path = &arguments.page;
    let input = InputPath::of(path);
    if input == InputPath::Stdin {
        let message = "standard input cannot be signed: the signature goes into the page's file";
        return Err(Failure::new(message, "name the page's file"));
    }
    let page = read_page(&input)?;
    let parted = SignedPage::of(&page);
    refuse_changed(&parted, &input)?;
    let bytes = if arguments.detached {
        &*page
    } else {
        parted.signed
    };
    let signature = signature(arguments, bytes)?;
    let key = signature.key();
    let by = format!(": signed by the {} {}", key.kind(), key.fingerprint());
    let written = if arguments.detached {
        let mut beside = path.clone().into_os_string();
        beside.push(".sig");
        let beside = PathBuf::from(beside);
        if beside.symlink_metadata().is_ok() {
            return Err(Failure::new(
                format!(
                    "`{}` is there already, and nothing was written",
                    beside.display()
                ),
                "remove it, or sign in the page, which takes several signatures",
            ));
        }
        write_new(&beside, signature.armored()).map(|()| beside)
    } else {
        let of_key =
            |known: &Result<Signature, _>| known.as_ref().is_ok_and(|known| known.key() == key);
        if parted.signatures.iter().any(of_key) {
            return Err(Failure::new(
                format!("`{}` has a signature by this key already", input.name()),
                "build it again to sign it anew",
            ));
        }
        let signed = [&*page, comment(&signature).as_bytes()].concat();
        write_whole(path, signed).map(|()| path.clone())
    };
    let mut file = FileOutcome::new(input.name());
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

/// Refuses to sign a page that is not what its sources make, as far as this version can tell: nobody means
/// to sign what was changed on its way.
fn refuse_changed(parted: &SignedPage<'_>, input: &InputPath) -> Result<(), Failure> {
    let refused = |why: &str| {
        let audit = format!("`brief audit {}` says more", input.name());
        Err(Failure::of_input(
            format!("nothing was signed: {why}"),
            audit,
        ))
    };
    if parted.signatures.iter().any(Result::is_err) {
        return refused("what follows the page is no whole signature");
    }
    let sources = match Sources::in_page(parted.signed) {
        Ok(Some(sources)) if sources.is_of_this_version() => sources,
        Ok(_) => return Ok(()),
        Err(error) => return refused(&error.to_string()),
    };
    match sources.remake(Templates::Refused) {
        Ok(remade) if Departure::between(parted.signed, &remade.page).is_some() => {
            refused("the page is not what its sources make")
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

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
