//! Any bytes as a page with sources and signatures, as the sources in a page, as a signature, and as a list of
//! who may sign.

use brief::carried::{Departure, Sources, Templates};
use brief::phases::block_of;
use brief::signatures::{Signature, SignedPage, Signers, comment};

use crate::forms::is_due;

pub(crate) fn run(bytes: &[u8]) {
    audited(bytes);
    audited(block_of(bytes).as_bytes());
    if let Ok(signature) = Signature::read(bytes) {
        let again = Signature::read(signature.armored().as_bytes());
        assert_eq!(
            again.as_ref(),
            Ok(&signature),
            "a signature is written as it is read"
        );
        assert!(signature.check(b"other bytes").is_err());
        let signed = ["page", &*comment(&signature)].concat();
        assert_eq!(SignedPage::of(signed.as_bytes()).signed, b"page");
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        drop(Signers::read(text, &jiff::tz::TimeZone::UTC));
    }
}

fn audited(page: &[u8]) {
    let parted = SignedPage::of(page);
    assert!(page.starts_with(parted.signed));
    let Ok(Some(sources)) = Sources::in_page(parted.signed) else {
        return;
    };
    if let Ok(files) = sources.files("page") {
        assert_eq!(files[0].text, sources.brief());
        for file in &files {
            let names: Vec<&str> = file.path.split(['/', '\\', ':']).collect();
            let is_below = !names
                .iter()
                .any(|name| name.is_empty() || name.starts_with('.'));
            assert!(names.len() <= 3 && is_below, "{}", file.path);
        }
    }
    if !is_due(page) {
        return;
    }
    if let Ok(remade) = sources.remake(Templates::Refused) {
        let found = Sources::in_page(remade.page.as_bytes());
        // What says nothing of itself is packed without it.
        assert_eq!(
            found,
            Ok(Some(sources)),
            "a page carries what it is made of"
        );
        assert!(Departure::between(page, &remade.page).is_some() || page == remade.page.as_bytes());
    }
}
