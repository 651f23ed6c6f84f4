//! Every translation in `content/`, named `NAME.LANGUAGE.yaml`, mirrors its original, `NAME.yaml`.

use std::fs;
use std::path::{Path, PathBuf};

use brief::diagnostics::{Diagnostic, Diagnostics};
use brief::{Input, mirror};

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
        let found = mirror(Input::new(&before), Input::new(&after)).unwrap();
        let messages: Vec<&str> = found.iter().map(Diagnostic::message).collect();
        assert!(messages.is_empty(), "{translation:?}: {messages:#?}");
    }
}

/// Two unsound inputs may be alike in what is compared; that makes neither a mirror of the other.
#[test]
fn what_is_not_sound_is_no_mirror() {
    let sound = include_str!("../fixtures/minimal.yaml");
    assert!(
        mirror(Input::new(sound), Input::new(sound))
            .unwrap()
            .is_empty()
    );
    let unread = "title: [";
    let shapeless = sound.replacen("title:", "titel:", 1);
    let meaningless = sound.replacen("[@", "[@no-such-", 1);
    for text in [unread, &shapeless, &meaningless] {
        let found = mirror(Input::new(text), Input::new(text)).unwrap_err();
        assert!(found.iter().all(Diagnostics::has_errors), "{text}");
        let [original, translation] = mirror(Input::new(text), Input::new(sound)).unwrap_err();
        assert!(original.has_errors() && !translation.has_errors(), "{text}");
        assert!(mirror(Input::new(sound), Input::new(text)).is_err());
    }
}
