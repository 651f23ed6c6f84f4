//! The sources in a page, unpacked and packed by other means than the program's own.

use std::io::{Read as _, Write as _};
use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

const START: &str = "id=\"brief-sources\">";

fn block(page: &str) -> Range<usize> {
    let start = page.find(START).unwrap() + START.len();
    let end = start + page[start..].find('<').unwrap();
    start..end
}

/// Returns the JSON of the sources of a page.
pub(crate) fn unpacked(page: &str) -> String {
    let packed = STANDARD.decode(&page[block(page)]).unwrap();
    let mut json = String::new();
    GzDecoder::new(&*packed).read_to_string(&mut json).unwrap();
    json
}

/// Returns a page with other sources in it.
pub(crate) fn with(page: &str, json: &str) -> String {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(json.as_bytes()).unwrap();
    let packed = STANDARD.encode(encoder.finish().unwrap());
    let mut page = page.to_owned();
    page.replace_range(block(&page), &packed);
    page
}

/// Returns a page in which what its sources say stands as it is.
pub(crate) fn opened(page: &str) -> String {
    let mut open = page.to_owned();
    open.replace_range(block(page), &unpacked(page));
    open
}
