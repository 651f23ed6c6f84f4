//! A page that carries its sources: of every change of it an audit says where it is, or that the sources
//! cannot be had.

use std::collections::BTreeMap;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use brief::carried::{
    Cause, Departure, Given, Judged, Own, Recorder, Setting, Sources, Standing, Templates,
};
use brief::signatures::SignedPage;
use brief::{Edition, Input, Page};
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;

const BRIEF: &str = include_str!("../fixtures/minimal.yaml");

fn sources(brief: &str) -> Sources {
    let given = Given::default();
    Sources::new(brief.as_bytes(), given, Setting::default(), Own::default()).unwrap()
}

/// Makes the page of a text, with its sources in it.
fn page(brief: &str) -> String {
    sources(brief).remake(Templates::Refused).unwrap().page
}

/// Says whether an audit of bytes in the place of a page finds fault: as the program does, but that the
/// page of the same sources is made once.
fn is_told(bytes: &[u8], page: &str, sources: &Sources) -> bool {
    let parted = SignedPage::of(bytes);
    match Sources::in_page(parted.signed) {
        Ok(Some(found)) if found == *sources => {
            let standing = Standing::of(parted.signed, &found, Ok(page));
            !matches!(standing, Standing::Same) || parted.signatures.iter().any(Result::is_err)
        }
        _ => {
            let judged = Judged::of(parted.signed, Templates::Refused);
            !matches!(judged.standing, Standing::Same)
        }
    }
}

#[test]
fn a_page_is_made_of_what_it_carries() {
    let page = page(BRIEF);
    let found = Sources::in_page(page.as_bytes()).unwrap().unwrap();
    assert_eq!(found, sources(BRIEF));
    assert_eq!(found.brief(), BRIEF);
    assert!(!is_told(page.as_bytes(), &page, &found));
    let edition = Edition::of(Input::new(BRIEF).check().brief.unwrap());
    let without = Page::new(&edition).render().unwrap();
    assert_eq!(Sources::in_page(without.as_bytes()), Ok(None));
}

/// All bytes of the page that are not its fonts and style, of which some are taken at random.
#[test]
fn every_byte_of_a_page_counts() {
    let page = page(BRIEF);
    let sources = sources(BRIEF);
    let style = page.find("<style>").unwrap() + 200..page.find("</style>").unwrap() - 200;
    let places = (0..page.len()).filter(|at| !style.contains(at));
    let mut bytes = page.clone().into_bytes();
    for at in places {
        let change = if at % 2 == 0 { 1 } else { 0x80 };
        bytes[at] ^= change;
        assert!(is_told(&bytes, &page, &sources), "{at} ^ {change}");
        bytes[at] ^= change;
    }
}

/// Which bytes the same sources are packed into is up to a library: nobody is accused of that.
#[test]
fn sources_that_are_packed_otherwise_are_told_as_that() {
    let sources = sources(BRIEF);
    let plain = page(BRIEF);
    let json = serde_json::to_vec(&sources).unwrap();
    let other = |json: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(json).unwrap();
        STANDARD.encode(encoder.finish().unwrap())
    };
    let carrying = |packed: &str| {
        let edition = Edition::of(Input::new(BRIEF).check().brief.unwrap());
        Page::new(&edition).carrying(Some(packed)).render().unwrap()
    };
    let cause = |page: &str| {
        let Standing::Departs(departure) = Judged::of(page.as_bytes(), Templates::Refused).standing
        else {
            return None;
        };
        Some(departure.cause)
    };
    let packed = carrying(&other(&json));
    assert!(packed != plain);
    assert_eq!(cause(&packed), Some(Cause::Packing));
    let changed = packed.replacen("<h1>", "<h1> ", 1);
    assert!(matches!(cause(&changed), Some(Cause::OneStretch { .. })));
    let spaced = carrying(&other(&[&json[..], b" "].concat()));
    assert!(matches!(cause(&spaced), Some(Cause::OneStretch { .. })));
    assert_eq!(cause(&plain), None);
}

/// What nothing reads, no program put there.
#[test]
fn a_page_carries_nothing_that_is_not_read() {
    let file = |name: &str| BTreeMap::from([(name.to_owned(), b"voices:\n".to_vec())]);
    let text = |name: &str| BTreeMap::from([(name.to_owned(), "a {}".to_owned())]);
    let beside = |beside, locks| Given {
        lock: None,
        beside,
        locks,
    };
    let none = BTreeMap::new;
    for (given, own) in [
        (beside(file("a.yaml"), none()), Own::default()),
        (beside(none(), file("a.yaml")), Own::default()),
        (
            Given::default(),
            Own {
                style_sheets: text("other.css"),
                ..Own::default()
            },
        ),
    ] {
        let sources = Sources::new(BRIEF.as_bytes(), given, Setting::default(), own).unwrap();
        let refused = sources.remake(Templates::Refused).unwrap_err().to_string();
        assert_eq!(refused, "it carries a file that nothing reads");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_change_of_a_byte_is_overlooked(at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let (page, sources) = &*PAGE;
        let mut bytes = page.clone().into_bytes();
        let at = at.index(bytes.len());
        let is_changed = bytes[at] != to;
        bytes[at] = to;
        prop_assert_eq!(is_told(&bytes, page, sources), is_changed);
    }

    #[test]
    fn no_cut_and_nothing_put_in_is_overlooked(
        from in any::<prop::sample::Index>(),
        length in 0_usize..200,
        other in prop::collection::vec(any::<u8>(), 0..4),
    ) {
        let (page, sources) = &*PAGE;
        let mut bytes = page.clone().into_bytes();
        let from = from.index(bytes.len() + 1);
        let to = (from + length).min(bytes.len());
        bytes.splice(from..to, other);
        let is_changed = bytes != page.as_bytes();
        prop_assert_eq!(is_told(&bytes, page, sources), is_changed);
        prop_assert!(is_told(&page.as_bytes()[..from.min(page.len() - 1)], page, sources));
    }

    #[test]
    fn texts_come_back_as_they_were(
        brief in any::<String>(),
        lock in any::<Option<String>>(),
        beside in prop::collection::btree_map("[a-z]{1,5}", any::<String>(), 0..4),
    ) {
        let bytes = |text: String| text.into_bytes();
        let beside: BTreeMap<_, _> = beside.into_iter().map(|(name, text)| (name, bytes(text))).collect();
        let given = Given { lock: lock.map(bytes), beside, locks: BTreeMap::new() };
        let sources = Sources::new(brief.as_bytes(), given, Setting::default(), Own::default()).unwrap();
        let block = format!("<script type=\"application/vnd.brief.sources\" id=\"brief-sources\">{}</script>\n", sources.packed().unwrap());
        prop_assert_eq!(Sources::in_page(block.as_bytes()), Ok(Some(sources)));
        prop_assert!(Sources::in_page(block.repeat(2).as_bytes()).is_err());
    }

    #[test]
    fn a_departure_is_where_bytes_part(found in "[aä\n]{0,12}", made in "[aä\n]{0,12}") {
        let departure = Departure::between(found.as_bytes(), &made);
        prop_assert_eq!(departure.is_none(), found == made);
        if let Some(departure) = departure {
            let before = &found.as_bytes()[..departure.byte];
            prop_assert_eq!(before, &made.as_bytes()[..departure.byte]);
            let line = departure.line - 1;
            let start: usize = found.split_inclusive('\n').take(line).map(str::len).sum();
            prop_assert_eq!(std::str::from_utf8(&before[start..]).unwrap().chars().count() + 1, departure.column);
            if let Cause::OneStretch { found: here, made: there } = departure.cause {
                prop_assert_eq!(found.len() - here, made.len() - there);
            }
        }
    }
}

static PAGE: std::sync::LazyLock<(String, Sources)> =
    std::sync::LazyLock::new(|| (page(BRIEF), sources(BRIEF)));

/// What was read beside a brief is noted as it was asked for, so that it is answered again.
#[test]
fn a_recorder_notes_what_it_gave_and_nothing_else() {
    struct Beside;
    impl brief::Loader for Beside {
        fn lock(&self) -> Option<&[u8]> {
            Some(b"lock")
        }
        fn included(&self, name: &str) -> Result<Vec<u8>, String> {
            match name {
                "a.yaml" => Ok(b"voices:\n".to_vec()),
                _ => Err("it is not there".to_owned()),
            }
        }
    }
    let recorder = Recorder::of(&Beside);
    let text = format!("include: [a.yaml, b.yaml]\n{BRIEF}");
    Input::new(&text).with(&recorder).check();
    let given = recorder.given();
    assert_eq!(given.lock.as_deref(), Some(&b"lock"[..]));
    assert_eq!(given.beside.keys().collect::<Vec<_>>(), ["a.yaml"]);
    assert!(given.locks.is_empty());
}
