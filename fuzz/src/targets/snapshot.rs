//! Any bytes as a snapshot, or HTML made of pieces, and quotes: what is found stands in what a reader
//! sees, and what is cut from there is found.

use arbitrary::{Result, Unstructured};
use brief::evidence::{Finding, Media, Snapshot, SoughtQuote, find};
use brief::model::Check;
use brief::phases::visible_text;

use crate::grammar;

/// What HTML is made of.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<br>",
    "<td>",
    "<table>",
    "<tr>",
    "</table>",
    "<li>",
    "<ul>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "p{display:none}",
    "<p hidden>",
    "<p style=display:none>",
    "<p style=visibility:hidden>",
    "<!--",
    "-->",
    "<template>",
    "</template>",
    "<details>",
    "<summary>",
    "<select><option>",
    "<textarea>",
    "</textarea>",
    "<svg>",
    "<math>",
    "<title>",
    "</title>",
    "<pre>",
    "\n",
    "<ruby>漢<rt>kan</rt></ruby>",
    "<del>",
    "</del>",
    "<img alt='x y'>",
    "<a href=x>",
    "</a>",
    "<x-y>",
    "&nbsp;",
    "&shy;",
    "&amp;",
    "&#x2028;",
    "<wbr>",
    "<noscript>",
    "<iframe srcdoc='a'>",
    "<h1>",
    "<dialog open>",
    "<frameset>",
    "<![CDATA[",
    "<meta charset=koi8-r>",
    "<sup>",
    "<q>",
];

/// A shorter text is not looked for by itself.
const FEWEST: usize = 12;

pub(crate) fn run(bytes: &[u8]) {
    let mut from = Unstructured::new(bytes);
    let Ok((page, media, sought)) = made(&mut from) else {
        return;
    };
    holds(&Snapshot::read(&page, media), &sought, &mut from);
}

/// Looks for a quote in a snapshot, and for words that are cut from it.
pub(super) fn holds(snapshot: &Snapshot, sought: &str, from: &mut Unstructured<'_>) {
    let text = visible_text(snapshot).to_owned();
    let sought = quote(sought);
    for finding in find(
        snapshot,
        &[
            sought,
            SoughtQuote {
                edited: true,
                ..sought
            },
        ],
    ) {
        stands(&text, &finding);
    }
    let Ok(Some(cut)) = cut(&text, from) else {
        return;
    };
    let [finding] = find(snapshot, &[quote(cut)])
        .try_into()
        .expect("one quote, one finding");
    stands(&text, &finding);
    assert_ne!(finding.check, Check::Absent, "{cut:?} stands in {text:?}");
}

fn quote(text: &str) -> SoughtQuote<'_> {
    SoughtQuote::of(text)
}

/// A snapshot, of any bytes or of pieces, and a quote to look for.
fn made(from: &mut Unstructured<'_>) -> Result<(Vec<u8>, Media, String)> {
    let media = if from.ratio(1, 4)? {
        Media::Text
    } else {
        Media::Html
    };
    let sought = grammar::text(from)?;
    if from.ratio(1, 3)? {
        let length = from.arbitrary_len::<u8>()?;
        return Ok((from.bytes(length)?.to_vec(), media, sought));
    }
    let mut page = String::new();
    for _ in 0..from.int_in_range(1..=24)? {
        if from.ratio(1, 2)? {
            page.push_str(from.choose(PIECES)?);
        } else {
            page.push_str(&grammar::text(from)?);
        }
    }
    Ok((page.into_bytes(), media, sought))
}

/// Whole words of a text, at least as many characters as a quote has to have.
fn cut<'t>(text: &'t str, from: &mut Unstructured<'_>) -> Result<Option<&'t str>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Ok(None);
    }
    let at = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let first = from.choose_index(words.len())?;
    let mut last = from.int_in_range(first..=words.len() - 1)?;
    let letters = |last: usize| words[first..=last].concat().chars().count();
    while last + 1 < words.len() && letters(last) < FEWEST {
        last += 1;
    }
    let cut = &text[at(words[first])..at(words[last]) + words[last].len()];
    Ok(Some(cut).filter(|cut| cut.chars().count() < 2_000))
}

/// Holds that what is found stands where it is said to stand.
fn stands(text: &str, finding: &Finding) {
    for at in &finding.at {
        let there: String = text
            .chars()
            .skip(at.start)
            .take(at.end - at.start)
            .collect();
        assert_eq!(there, at.exact, "in {text:?}");
    }
    assert_eq!(
        finding.check.is_verified(),
        !finding.at.is_empty(),
        "{finding:?}"
    );
}
