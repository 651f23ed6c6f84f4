//! The whole program on two hundred briefs, on one thread and on all: `cargo bench many`.
//!
//! The two are to be read as a ratio: how much of a machine with several cores is used.

use std::fs;
use std::process::Command;
use std::sync::LazyLock;

use divan::Bencher;
use tempfile::TempDir;

use crate::generated;

const BRIEFS: usize = 200;
/// About as many claims as a brief of one sheet has.
const CLAIMS: usize = 16;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for number in 0..BRIEFS {
        let path = folder.path().join(format!("{number:03}.yaml"));
        fs::write(path, generated::brief(CLAIMS)).expect("a brief can be written");
    }
    folder
});

/// Zero threads are as many as there are cores.
#[divan::bench(args = [1, 0])]
fn build(bencher: Bencher<'_, '_>, threads: usize) {
    let folder = FOLDER.path();
    bencher.bench_local(|| {
        let output = Command::new(env!("CARGO_BIN_EXE_brief"))
            .args(["build", ".", "-o", "pages/"])
            .env("RAYON_NUM_THREADS", threads.to_string())
            .current_dir(folder)
            .output()
            .expect("the program can be started");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    });
}
