//! Runs every target over its corpus and over inputs made of it by seeded changes: the same inputs
//! each time, on stable Rust.
//!
//! It is no binary, since cargo-fuzz builds all of those for its engine.
//!
//! usage: replay [--changed N] [TARGET…]

use std::error::Error;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use brief_fuzz::{TARGETS, Target, mutate::mutated};
use fastrand::Rng;

/// How many inputs are made for each target.
const CHANGED: usize = 500;

/// An input for which a target takes longer than this hangs.
const LONGEST: Duration = Duration::from_secs(60);

/// The input at work, and since when.
type AtWork = Arc<Mutex<Option<(PathBuf, Vec<u8>, Instant)>>>;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut names: Vec<String> = std::env::args().skip(1).collect();
    let mut changed = CHANGED;
    if names.first().is_some_and(|name| name == "--changed") {
        changed = names.get(1).ok_or("--changed takes a number")?.parse()?;
        names.drain(..2);
    }
    for name in &names {
        if !TARGETS.iter().any(|(known, _)| known == name) {
            return Err(format!("no target is called `{name}`").into());
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let at_work = AtWork::default();
    watch(Arc::clone(&at_work));
    let mut failed = 0;
    for (name, target) in TARGETS {
        if names.is_empty() || names.iter().any(|wanted| wanted == name) {
            let corpus = corpus(&root.join("corpus").join(name))?;
            let found = root.join("artifacts").join(name);
            failed += replay(name, *target, &corpus, changed, &found, &at_work)?;
        }
    }
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Reads the kept inputs of a target, in the order of their names.
fn corpus(folder: &Path) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    let inputs: Result<Vec<_>, _> = paths.iter().map(fs::read).collect();
    let inputs = inputs?;
    if inputs.is_empty() {
        return Err(format!("{} holds no inputs", folder.display()).into());
    }
    Ok(inputs)
}

/// Runs a target; returns for how many inputs something did not hold, which are written down.
fn replay(
    name: &str,
    target: Target,
    corpus: &[Vec<u8>],
    changed: usize,
    found: &Path,
    at_work: &AtWork,
) -> Result<usize, Box<dyn Error>> {
    let mut random = Rng::with_seed(name.bytes().map(u64::from).sum());
    let made = (0..changed).map(|_| mutated(corpus, &mut random));
    let started = Instant::now();
    let (mut failed, mut slowest) = (0, Duration::ZERO);
    for (at, input) in corpus.iter().cloned().chain(made).enumerate() {
        let path = found.join(format!("replay-{at}"));
        let since = Instant::now();
        *at_work.lock().expect("no thread panics with it") =
            Some((path.clone(), input.clone(), since));
        if catch_unwind(AssertUnwindSafe(|| target(&input))).is_err() {
            failed += 1;
            keep(&path, &input)?;
            eprintln!("{name}: the input is {}", path.display());
        }
        slowest = slowest.max(since.elapsed());
    }
    *at_work.lock().expect("no thread panics with it") = None;
    let inputs = corpus.len() + changed;
    println!(
        "{name}: {inputs} inputs, {failed} failed, {:.1?} in all, the slowest {slowest:.1?}",
        started.elapsed()
    );
    Ok(failed)
}

fn keep(path: &Path, input: &[u8]) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, input)
}

/// Ends the run where an input takes too long.
fn watch(at_work: AtWork) {
    thread::spawn(move || {
        loop {
            thread::sleep(Duration::from_secs(1));
            let now = at_work.lock().expect("no thread panics with it").take();
            if let Some((path, input, since)) = now {
                if since.elapsed() > LONGEST {
                    eprintln!("{}: not done after {LONGEST:?}", path.display());
                    drop(keep(&path, &input));
                    std::process::exit(1);
                }
                let mut slot = at_work.lock().expect("no thread panics with it");
                slot.get_or_insert((path, input, since));
            }
        }
    });
}
