//! Works on many files at once, and tells people how far that is and what it came to.

use std::path::PathBuf;

use brief::diagnostics::terminal::counted;
use brief::diagnostics::{Severity, printable};
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::arguments::Format;
use crate::outcome::{Exit, FileOutcome};
use crate::printer::progress;

/// Up to so many files have a line each for what is well; more have a bar, and their sum.
pub(super) const FEW: usize = 8;
/// So many files are open at once at most: systems let a program have 256 at the least.
const AT_ONCE: usize = 200;

/// Does the work on every item and returns what came of each, in the order of the items. People are
/// shown how far it is, if there are many, and machines nothing.
pub(super) fn each_shown<I: Send, O: Send>(
    items: Vec<I>,
    format: Format,
    work: impl Fn(I) -> O + Send + Sync,
) -> Vec<O> {
    each_finished(items, format, work, |made| made)
}

/// Does so, and finishes what was made many at once.
pub(super) fn each_finished<I: Send, O: Send, P>(
    mut items: Vec<I>,
    format: Format,
    work: impl Fn(I) -> O + Send + Sync,
    finish: impl Fn(Vec<O>) -> Vec<P>,
) -> Vec<P> {
    let is_shown = items.len() > FEW && format.for_machines().is_none();
    let progress = is_shown.then(|| progress(items.len()));
    let work = |item| {
        let made = work(item);
        if let Some(bar) = &progress {
            bar.inc(1);
        }
        made
    };
    let mut finished = Vec::with_capacity(items.len());
    while !items.is_empty() {
        let later = items.split_off(items.len().min(AT_ONCE));
        finished.extend(finish(each(items, work)));
        items = later;
    }
    if let Some(bar) = progress {
        bar.finish_and_clear();
    }
    finished
}

/// Does the work on every item and returns what came of each, in the order of the items.
///
/// One item is worked on here: to start threads would take longer than a small page.
pub(super) fn each<I: Send, O: Send>(
    mut items: Vec<I>,
    work: impl Fn(I) -> O + Send + Sync,
) -> Vec<O> {
    if items.len() == 1 {
        return items.drain(..).map(work).collect();
    }
    items.into_par_iter().map(work).collect()
}

/// Sums up the pages that were made of files, those on standard output without a folder; nothing
/// for a single file.
pub(super) fn sum_of_pages(files: &[FileOutcome], folders: &[Option<PathBuf>]) -> String {
    let pages = counted(folders.len(), "page").unwrap_or_else(|| "no page".to_owned());
    let folder = match folders {
        // The folder of a bare name is empty: this one.
        [Some(first), others @ ..]
            if !first.as_os_str().is_empty()
                && others.iter().all(|other| other.as_ref() == Some(first)) =>
        {
            format!(" to {}", printable(&first.display().to_string()))
        }
        _ => String::new(),
    };
    sum(format!("{pages} written{folder}"), files)
}

/// Sums up files that were checked; nothing for a single one.
pub(super) fn sum_of_checks(files: &[FileOutcome]) -> String {
    sum(format!("{} files checked", files.len()), files)
}

fn sum(first: String, files: &[FileOutcome]) -> String {
    if files.len() < 2 {
        return String::new();
    }
    let exits = |exit: Exit| {
        let files = files.iter().filter(|file| file.exit() == exit);
        counted(files.count(), "file")
    };
    let warnings = files
        .iter()
        .map(|file| file.diagnostics.count(Severity::Warning));
    let mut parts = vec![first];
    parts.extend(exits(Exit::Input).map(|files| format!("{files} at fault")));
    parts.extend(exits(Exit::Machine).map(|files| format!("{files} failed")));
    parts.extend(counted(warnings.sum(), "warning"));
    parts.join(", ") + "\n"
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let numbers: Vec<usize> = (0..1000).collect();
        let same = each(numbers.clone(), |number| {
            // The first ones take longest.
            let rounds = (1000 - number) * 10;
            std::hint::black_box((0..rounds).sum::<usize>());
            number
        });
        assert_eq!(same, numbers);
        assert_eq!(each(vec![7], |number| number + 1), [8]);
        assert!(each(Vec::<usize>::new(), |number| number).is_empty());
    }
}
