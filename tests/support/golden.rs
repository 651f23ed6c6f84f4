//! Expected texts in files; `BLESS=1` writes them anew, to be reviewed in the diff.

use std::path::Path;

/// Compares a text with the file at a path from the root of the repository.
#[track_caller]
pub(crate) fn assert_golden(path: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        std::fs::write(&path, actual).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == actual,
        "{} differs; BLESS=1 writes it anew\n--- expected\n{expected}\n--- actual\n{actual}",
        path.display()
    );
}
