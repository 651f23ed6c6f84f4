//! `brief serve`: shows briefs in the browser as they are being written.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use brief::Edition;
use brief::diagnostics::{printable, shown};
use clap::Args;

use super::arguments::PageArguments;
use super::examine::{checked, examine};
use super::input::InputPath;
use super::make::PageMaker;
use super::many::each;
use super::resolve::{Meant, unreadable};
use super::watching::{Troubles, Watching};
use crate::outcome::{Failure, FileOutcome, Outcome};
use crate::printer::Printer;
use crate::serve::{Previews, Server, USUAL_PORT, Update};

#[derive(Args, Clone, Debug)]
pub(crate) struct ServeArguments {
    /// Files, folders, or patterns such as 'desk/**/*.yaml' [default: the briefs in content]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The port on 127.0.0.1; 0 is any free one [default: 27433, or a free one]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// The address to listen on, for a container or another machine: 0.0.0.0 is every one of this
    /// machine's. Whoever reaches it can read the briefs [default: 127.0.0.1]
    #[arg(long, value_name = "ADDR")]
    host: Option<String>,
    /// Open the browser
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    page: PageArguments,
}

/// The briefs that are served: a name each, as it stands in the address.
type Briefs = BTreeMap<String, InputPath>;

pub(super) fn run(
    arguments: &ServeArguments,
    printer: &mut Printer<'_>,
) -> Result<Outcome, Failure> {
    let meant = Meant::by(&arguments.files);
    let mut briefs = named(meant.inputs()?)?;
    for input in briefs.values() {
        input.read().map_err(|error| unreadable(input, &error))?;
    }
    let mut watching = Watching::begin(&meant, &arguments.page, briefs.values())?;
    let previews = Arc::new(Previews::new());
    let first = show(briefs.clone(), &previews, arguments);
    let server = start(&previews, arguments.host.as_deref(), arguments.port)?;
    let address = match briefs.first_key_value() {
        Some((name, _)) if briefs.len() == 1 => server.address_of(name),
        Some(_) | None => server.address(),
    };
    printer.report(Ok(first));
    printer.report(Ok(Outcome::text(format!("serving at {address}\n"))));
    if let Some(host) = arguments.host.as_deref().filter(|_| server.is_open()) {
        let host = printable(host);
        let remark = format!(
            "warning: whoever can reach {host} on this port can read these briefs: there is no \
             password\nit answers to addresses in numbers, to localhost and to {host}, on any port; \
             other names are refused\n"
        );
        printer.report(Ok(Outcome::remark(remark)));
    }
    if arguments.open
        && let Err(error) = open::that_detached(&address)
    {
        let remark = format!("warning: the browser cannot be opened: {error}");
        printer.report(Ok(Outcome::remark(printable(&remark) + "\n")));
    }
    let [mut finding, mut widening] = <[Troubles; 2]>::default();
    while let Some(changed) = watching.next(&[]) {
        // A brief that is gone stays: with its last page, and that it cannot be read.
        let mut again = briefs.clone();
        again.retain(|_, input| changed.affect(input));
        match meant.inputs().and_then(named) {
            Ok(found) => {
                let is_new = |name: &String| !briefs.contains_key(name);
                again.extend(found.into_iter().filter(|(name, _)| is_new(name)));
                briefs.extend(again.clone());
                finding.are_mended();
            }
            Err(error) => finding.tell(error, printer),
        }
        match watching.widen(briefs.values()) {
            Ok(()) => widening.are_mended(),
            Err(error) => widening.tell(error, printer),
        }
        if !again.is_empty() {
            printer.report(Ok(show(again, &previews, arguments)));
        }
    }
    Ok(Outcome::default())
}

/// Names the inputs as their files are named; no two may have one name.
fn named(inputs: Vec<InputPath>) -> Result<Briefs, Failure> {
    let mut briefs = Briefs::new();
    for input in inputs {
        let InputPath::File(path) = &input else {
            let message = "standard input cannot be served: it cannot be read again";
            return Err(Failure::new(message, "name a file"));
        };
        let Some(name) = path.file_stem() else {
            let message = format!("`{}` has no name to be served as", path.display());
            return Err(Failure::new(message, "name a file"));
        };
        let name = name.to_string_lossy().into_owned();
        if let Some(first) = briefs.get(&name) {
            let (first, second) = (first.name(), path.display());
            let message = format!("`{first}` and `{second}` would both be served as `{name}`");
            return Err(Failure::new(message, "serve them apart"));
        }
        briefs.insert(name, input);
    }
    Ok(briefs)
}

/// Makes the pages, shows them and what is wrong with their files.
fn show(briefs: Briefs, previews: &Previews, arguments: &ServeArguments) -> Outcome {
    let maker = PageMaker::new(&arguments.page);
    let files = each(briefs.into_iter().collect(), |(name, input)| {
        let words = maker.as_ref().ok().map(PageMaker::words);
        let (mut file, brief) = examine(&input, words, None);
        let make = |brief| {
            let maker = maker.as_ref().map_err(Clone::clone)?;
            maker.make(&Edition::of(brief), None)
        };
        let page = brief.map(make).transpose().unwrap_or_else(|failure| {
            file.failure = Some(Failure::of_machine(failure));
            None
        });
        previews.put(&name, update(&file, page));
        file
    });
    checked(files)
}

fn update(file: &FileOutcome, page: Option<String>) -> Update {
    Update {
        file: printable(&file.name),
        page,
        problems: shown::all(file.input(), &file.diagnostics),
        failure: file.failure.as_ref().map(|failure| Failure {
            message: printable(&failure.message),
            help: failure.help.as_deref().map(printable),
            exit: failure.exit,
        }),
    }
}

/// Starts the server: on the port that is asked for, or on the usual one, or on a free one.
fn start(
    previews: &Arc<Previews>,
    host: Option<&str>,
    port: Option<u16>,
) -> Result<Server, Failure> {
    let on = |port| Server::start(Arc::clone(previews), host, port);
    let started = match port {
        Some(port) => on(port),
        None => on(USUAL_PORT).or_else(|_| on(0)),
    };
    started.map_err(|error| {
        if let Some(host) = host.filter(|_| error.kind() != io::ErrorKind::AddrInUse) {
            let message = format!("cannot listen on `{host}`: {error}");
            let help = "name an address of this machine: `--host 0.0.0.0` is every one of them";
            return Failure::new(message, help);
        }
        let Some(port) = port else {
            let message = format!("cannot listen on 127.0.0.1: {error}");
            let help = "try a port that you may listen on: `--port 8080`";
            return Failure::new(message, help);
        };
        let message = if error.kind() == io::ErrorKind::AddrInUse {
            format!("port {port} is in use")
        } else {
            format!("cannot listen on port {port}: {error}")
        };
        Failure::new(message, "leave `--port` out, and a free one is taken")
    })
}
