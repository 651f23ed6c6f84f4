//! Every translation in `content/`, named `NAME.LANGUAGE.yaml`, mirrors its original, `NAME.yaml`.

use std::fs;
use std::path::{Path, PathBuf};

use brief::diagnostics::Diagnostic;
use brief::phases;

/// Returns the translations, each with its original.
fn translations() -> Vec<(PathBuf, PathBuf)> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let paths = fs::read_dir(&content)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let pairs = paths.filter_map(|path| {
        let name = path.file_name()?.to_str()?.strip_suffix(".yaml")?;
        let (original, language) = name.rsplit_once('.')?;
        let original = content.join(format!("{original}.yaml"));
        (language != "evidence" && original.exists()).then_some((original, path))
    });
    pairs.collect()
}

#[test]
fn translations_mirror_their_originals() {
    let translations = translations();
    assert!(!translations.is_empty(), "there is no translation");
    for (original, translation) in translations {
        let [before, after] = [original, translation.clone()].map(|path| fs::read(path).unwrap());
        for bytes in [&before, &after] {
            assert!(phases::read(bytes).document.is_some(), "{translation:?}");
        }
        let found = brief::mirror(&before, &after);
        let messages: Vec<&str> = found.iter().map(Diagnostic::message).collect();
        assert!(messages.is_empty(), "{translation:?}: {messages:#?}");
    }
}
