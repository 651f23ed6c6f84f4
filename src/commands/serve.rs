//! `brief serve`: shows briefs in the browser as they are being written.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use brief::analysis::Edition;
use brief::diagnostics::{Input, printable, shown};

use super::audience::Audience;
use super::build::make;
use super::check::examine;
use super::design::PageMaker;
use super::input::InputPath;
use super::outcome::{FileOutcome, Outcome, Report, UsageError};
use super::parallel::each;
use super::resolve::resolve;
use super::unreadable::unreadable;
use super::watching::Watching;
use crate::cli::{InputArguments, ServeArguments};
use crate::serve::{Fault, Server, Shelf, Sight, USUAL_PORT};

/// The briefs that are served: a name each, as it stands in the address.
type Briefs = BTreeMap<String, InputPath>;

/// Runs until the user ends it.
pub(super) fn run(
    arguments: &ServeArguments,
    audience: &mut dyn Audience,
) -> Result<Outcome, UsageError> {
    let mut briefs = named(resolve(&arguments.files)?)?;
    for input in briefs.values() {
        input.read().map_err(|error| unreadable(input, &error))?;
    }
    let mut watching = Watching::begin(&arguments.files, &arguments.page, briefs.values())?;
    let shelf = Arc::new(Shelf::new());
    let first = show(briefs.clone(), &shelf, arguments);
    let server = start(Arc::clone(&shelf), arguments.port)?;
    let address = match briefs.first_key_value() {
        Some((name, _)) if briefs.len() == 1 => server.address_of(name),
        Some(_) | None => server.address(),
    };
    audience.hear(&Ok(first));
    audience.hear(&Ok(Outcome::Text(format!("serving at {address}\n"))));
    if arguments.open
        && let Err(error) = open::that_detached(&address)
    {
        let remark = format!("warning: the browser cannot be opened: {error}");
        audience.hear(&Ok(Outcome::Remark(remark)));
    }
    while let Some(changed) = watching.next(&[]) {
        // A brief that is gone stays: with its last page, and that it cannot be read.
        let mut again = briefs.clone();
        again.retain(|_, input| changed.affect(input));
        match resolve(&arguments.files).and_then(named) {
            Ok(found) => {
                let is_new = |name: &String| !briefs.contains_key(name);
                again.extend(found.into_iter().filter(|(name, _)| is_new(name)));
                briefs.extend(again.clone());
            }
            Err(error) => audience.hear(&Err(error)),
        }
        watching.widen(briefs.values())?;
        if !again.is_empty() {
            audience.hear(&Ok(show(again, &shelf, arguments)));
        }
    }
    Ok(Outcome::Text(String::new()))
}

/// Names the inputs as their files are named; no two may have one name.
fn named(inputs: Vec<InputPath>) -> Result<Briefs, UsageError> {
    let mut briefs = Briefs::new();
    for input in inputs {
        let InputPath::File(path) = &input else {
            let message = "standard input cannot be served: it cannot be read again";
            return Err(UsageError::new(message).help("name a file"));
        };
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = name.into_owned();
        if let Some(first) = briefs.get(&name) {
            let (first, second) = (first.name(), path.display());
            let message = format!("`{first}` and `{second}` would both be served as `{name}`");
            return Err(UsageError::new(message).help("serve them apart"));
        }
        briefs.insert(name, input);
    }
    Ok(briefs)
}

/// Makes the pages, shows them and what is wrong with their files.
fn show(briefs: Briefs, shelf: &Shelf, arguments: &ServeArguments) -> Outcome {
    let maker = PageMaker::read(&arguments.page);
    let files = each(briefs.into_iter().collect(), |(name, input)| {
        let (mut file, brief) = examine(&input, &InputArguments::default());
        let page = match brief.map(|brief| make(&Edition::of(brief), &maker)) {
            Some(Ok(page)) => Some(page),
            Some(Err(failure)) => {
                file.failure = Some(failure.into());
                None
            }
            None => None,
        };
        shelf.put(&name, sight(&file, page));
        file
    });
    Outcome::Check(Report {
        format: None,
        files,
    })
}

fn sight(file: &FileOutcome, page: Option<String>) -> Sight {
    let input = Input {
        name: &file.name,
        text: &file.text,
    };
    Sight {
        file: printable(&file.name),
        page,
        problems: shown::all(input, &file.diagnostics),
        failure: file.failure.as_ref().map(|failure| Fault {
            message: printable(&failure.message),
            help: failure.help.as_deref().map(printable),
        }),
    }
}

/// Starts the server: on the port that is asked for, or on the usual one, or on a free one.
fn start(shelf: Arc<Shelf>, port: Option<u16>) -> Result<Server, UsageError> {
    let started = match port {
        Some(port) => Server::start(shelf, port),
        None => Server::start(Arc::clone(&shelf), USUAL_PORT).or_else(|_| Server::start(shelf, 0)),
    };
    started.map_err(|error| {
        let is_taken = error.kind() == io::ErrorKind::AddrInUse;
        match port {
            Some(port) if is_taken => UsageError::new(format!("port {port} is in use"))
                .help("leave `--port` out, and a free one is taken"),
            Some(port) => UsageError::new(format!("cannot listen on port {port}: {error}"))
                .help("leave `--port` out, and a free one is taken"),
            None => UsageError::new(format!("cannot listen on 127.0.0.1: {error}"))
                .help("try a port that you may listen on: `--port 8080`"),
        }
    })
}
