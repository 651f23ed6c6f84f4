//! Reads the pages and texts of a message, and of a page that a browser saved as one, with what is in its heads.

use jiff::fmt::rfc2822::DateTimeParser;

use super::coded::is_coded;
use super::encoded_words::decoded;
use super::heads::Heads;
use super::mail::{self, ELSEWHERE, without_spaces};
use super::opened::Media;
use super::saved_page::{Form, Saved, SavedPage};
use super::sheets::Belongings;
use super::shifted;
use super::warc;
use crate::model::Obstacle;

/// The heads of a message that programs show, and by which names.
const SHOWN_HEADS: [(&str, &str); 4] = [
    ("subject", "Subject"),
    ("from", "From"),
    ("to", "To"),
    ("cc", "Cc"),
];

/// Reads the parts of a message that are text, or those of a page that was saved as one.
pub(super) fn read<'a>(bytes: &[u8]) -> Result<Saved<'a>, Obstacle> {
    let message = mail::read(bytes);
    let date = message.heads.get("date").and_then(time);
    let main = message
        .heads
        .get("snapshot-content-location")
        .map(without_spaces);
    let (mut pages, mut more) = (
        Vec::new(),
        message.is_cut.then_some(Obstacle::BrokenArchive),
    );
    let mut is_page = false;
    let mut belongings = Belongings::of_message(&message.parts, main.as_deref());
    for (number, part) in message.parts.into_iter().enumerate() {
        let has_words = part
            .body
            .iter()
            .any(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
        let media = warc::media(&part.kind).filter(|media| *media != Media::Pdf);
        let Some(media) = media.filter(|_| has_words) else {
            // What belongs to a page are its pictures and style sheets.
            if (has_words || part.kind == ELSEWHERE) && !part.is_of_page {
                more = more.or(Some(Obstacle::WebArchive));
            }
            continue;
        };
        is_page |= part.is_of_page;
        if !part.is_of_page && is_coded(&String::from_utf8_lossy(&part.body)) {
            more = more.or(Some(Obstacle::WebArchive));
        }
        let address = part
            .address
            .or_else(|| main.clone().filter(|_| pages.is_empty()));
        let (charset, body) = unshifted(part.charset, part.body);
        let page = SavedPage {
            address,
            time: date.clone(),
            media,
            charset,
            heads: None,
            bytes: body.into(),
        };
        pages.push((number, page));
    }
    if let Some(at) = pages
        .iter()
        .position(|(_, page)| page.address == main && main.is_some())
    {
        pages.swap(0, at);
    }
    let mut pages = with_belongings(pages, &mut belongings);
    if pages.is_empty() {
        return Err(Obstacle::WebArchive);
    }
    let form = if is_page { Form::Mhtml } else { Form::Mail };
    if let Some(first) = pages.first_mut().filter(|first| first.address.is_none()) {
        let outside = String::from_utf8_lossy(&message.outside);
        let heads = heads(&message.heads);
        first.heads = heads.map(|[shown, others]| [shown, others + &outside]);
    }
    Ok(Saved { form, pages, more })
}

/// Puts what belongs to pages into them. What a page shows in a frame is of that page, seen or not.
fn with_belongings<'a>(
    pages: Vec<(usize, SavedPage<'a>)>,
    belongings: &mut Belongings,
) -> Vec<SavedPage<'a>> {
    let mut all = Vec::with_capacity(pages.len());
    for (number, mut page) in pages {
        if belongings.is_in_frame(number) {
            continue;
        }
        if page.media.is_page() {
            let address = page.address.as_deref();
            let whole = belongings.put_into_part(number, &page.bytes, address);
            page.bytes = whole.into();
        }
        all.push(page);
    }
    all
}

/// Returns the bytes of a part as UTF-8, if they write other letters in ASCII.
fn unshifted(charset: Option<String>, body: Vec<u8>) -> (Option<String>, Vec<u8>) {
    let shifted = charset.as_deref();
    match shifted.and_then(|charset| shifted::decode(&body, charset)) {
        Some(text) => (Some("utf-8".to_owned()), text.into_bytes()),
        // What names such an encoding may have no letter of it.
        None => (charset.filter(|label| !shifted::is_label(label)), body),
    }
}

/// Returns the heads of a message that programs show, and the others. Of a page that a browser saved as one,
/// they are what the browser wrote.
fn heads(heads: &Heads) -> Option<[String; 2]> {
    let from = heads.get("from").unwrap_or_default().to_ascii_lowercase();
    let from = from.trim_start_matches(['"', '<', ' ']);
    let is_browser = from.starts_with("saved by") && !from.contains('@');
    if is_browser || heads.get("snapshot-content-location").is_some() {
        return None;
    }
    let is_shown = |name: &str| SHOWN_HEADS.iter().any(|(shown, _)| *shown == name);
    let shown = SHOWN_HEADS.iter().filter_map(|(name, label)| {
        let value = heads.get(name)?;
        Some(format!("{label}: {}\n", decoded(value)))
    });
    let coded = |name: &str, value: &str| is_shown(name) && decoded(value) == value;
    let others = heads
        .all()
        .filter(|(name, value)| !coded(name, value))
        .map(|(name, value)| format!("{name}: {value}\n"));
    Some([shown.collect(), others.collect()])
}

/// Returns the time that a message gives, as ISO 8601 writes it.
fn time(date: &str) -> Option<String> {
    let time = DateTimeParser::new().parse_timestamp(date).ok()?;
    Some(time.to_string())
}
