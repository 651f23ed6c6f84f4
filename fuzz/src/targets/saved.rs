//! What programs save a work as: a PDF, a message, a web archive, made of pieces, or any bytes. What is found
//! stands there, and what is kept of it is read again.

use arbitrary::{Result, Unstructured};
use brief::capture::{Captured, Record};
use brief::evidence::{Kept, Media, Snapshot};

use super::snapshot;
use crate::grammar;

/// What the content of a page of a PDF is made of; `@` is a text.
const OPERATORS: &[&str] = &[
    "BT /F 12 Tf 1 0 0 1 20 300 Tm (@) Tj ET",
    "BT",
    "ET",
    "/F 9 Tf",
    "/G 12 Tf",
    "0 -14 Td",
    "14 TL T*",
    "(@) Tj",
    "(@) '",
    "1 2 (@) \"",
    "[(@) -250 (@) 40 (@)] TJ",
    "<00410042> Tj",
    "<8140> Tj",
    "1 0 0 1 20 280 Tm",
    "0 1 -1 0 200 20 Tm",
    "-1 0 0 1 200 20 Tm",
    "1e30 0 0 1e30 0 0 cm",
    "0 0 0 0 0 0 cm",
    "q 2 0 0 2 0 0 cm",
    "Q",
    "3 Tr",
    "7 Tr",
    "5 Tc 3 Tw 50 Tz",
    "/Span <</ActualText (@)>> BDC",
    "/Artifact BMC",
    "EMC",
    "1 1 1 rg",
    "0 0 300 400 re f",
    "0 0 1 1 re W n",
    "/X Do",
    "BI /W 1 /H 1 ID x EI",
];

/// What the dictionaries of a PDF may have besides.
const ENTRIES: &[&str] = &[
    "/Rotate 90",
    "/UserUnit 1000",
    "/MediaBox[0 0 0 0]",
    "/CropBox[10 10 20 20]",
    "/Parent 3 0 R",
    "/Kids[2 0 R]",
    "/Count -1",
    "/Contents[4 0 R 4 0 R]",
    "/Filter/FlateDecode",
    "/Filter[/ASCIIHexDecode/LZWDecode]",
    "/Type/Nothing",
    "/Widths[1 2 3]/FirstChar 250",
    "/ToUnicode 6 0 R",
    "/Encoding/Identity-H",
    "/PageLabels<</Nums[0<</S/r>>1<</P(@)/St 9>>]>>",
    "/Names 1 0 R",
];

/// What a map of codes to letters is made of.
const MAPPINGS: &[&str] = &[
    "1 begincodespacerange <00> <ff> endcodespacerange",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    "1 beginbfchar <41> <00660069> endbfchar",
    "1 beginbfrange <00> <ff> <d83d> endbfrange",
    "1 beginbfrange <0000> <ffff> [<0041>] endbfrange",
    "/x usecmap",
];

/// What the heads of messages and of their parts are made of.
const HEADS: &[&str] = &[
    "MIME-Version: 1.0",
    "Subject: =?utf-8?q?@?=",
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://desk.example/",
    "Content-Type: multipart/related; boundary=\"b\"; type=\"text/html\"",
    "Content-Type: multipart/mixed; boundary=c",
    "Content-Type: text/html; charset=windows-1251",
    "Content-Type: text/plain",
    "Content-Type: message/rfc822",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Transfer-Encoding: base64",
    "Content-Location: https://desk.example/",
    "Content-Disposition: attachment; filename=@",
    " folded",
];

const PARTS: &[&str] = &[
    "\r\n--b\r\n",
    "\r\n--b--\r\n",
    "\r\n--c\r\n",
    "\r\n--c--",
    "\r\n\r\n",
    "<p>@",
    "<iframe src=cid:x>",
    "=D0=\r\n",
    "PHA+",
];

/// What the heads of an archive's records are made of.
const FIELDS: &[&str] = &[
    "WARC-Type: response",
    "WARC-Type: resource",
    "WARC-Type: revisit",
    "WARC-Type: warcinfo",
    "WARC-Target-URI: https://desk.example/",
    "WARC-Date: 2026-11-23T09:00:00Z",
    "Content-Type: application/http; msgtype=response",
    "Content-Type: text/html",
    "Content-Length: 18446744073709551616",
    "Content-Length: -1",
];

/// The heads of a record that holds a page.
const RESPONSE: &str = "WARC-Type: response\r\nWARC-Target-URI: https://desk.example/\r\n\
    WARC-Date: 2026-11-23T09:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n";

const ANSWERS: &[&str] = &[
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>@",
    "HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n@",
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n@",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n@\r\n0\r\n\r\n",
    "HTTP/9",
    "<title>@</title><p>@",
];

pub(crate) fn run(bytes: &[u8]) {
    let mut from = Unstructured::new(bytes);
    let Ok((file, sought)) = made(&mut from) else {
        return;
    };
    snapshot::holds(&Snapshot::read(&file, Media::Html), &sought, &mut from);
    let Ok(kept) = Kept::read(&file, Media::Html, None) else {
        return;
    };
    let captured = Captured {
        at: "2026-11-23".to_owned(),
        by: "brief".to_owned(),
        given: Some("saved".to_owned()),
        request: None,
    };
    let record = Record::of(&kept, captured);
    let text = record.write().expect("YAML");
    let again = Record::read(text.as_bytes()).expect("a record");
    assert_eq!(again, record, "{text}");
}

fn made(from: &mut Unstructured<'_>) -> Result<(Vec<u8>, String)> {
    let sought = grammar::text(from)?;
    let file = match from.int_in_range(0..=5)? {
        0 | 1 => pdf(from)?,
        2 => message(from)?,
        3 => archive(from)?,
        4 => packed(from)?,
        _ => {
            let length = from.arbitrary_len::<u8>()?;
            from.bytes(length)?.to_vec()
        }
    };
    Ok((file, sought))
}

/// A few pieces, each with a text in place of its `@`.
fn pieces(from: &mut Unstructured<'_>, of: &[&str], most: usize, between: &str) -> Result<String> {
    let mut made = String::new();
    for _ in 0..from.int_in_range(0..=most)? {
        let mut parts = from.choose(of)?.split('@');
        made.push_str(parts.next().unwrap_or_default());
        for part in parts {
            made.push_str(&grammar::text(from)?);
            made.push_str(part);
        }
        made.push_str(between);
    }
    Ok(made)
}

fn pdf(from: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let [catalog, pages, page, font] = [
        "/Type/Catalog/Pages 2 0 R",
        "/Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 400]/Resources<</Font<</F 5 0 R>>>>",
        "/Type/Page/Parent 2 0 R/Contents 4 0 R",
        "/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding",
    ]
    .map(|entries| {
        let more = if from.ratio(1, 4)? {
            pieces(from, ENTRIES, 3, "")?
        } else {
            String::new()
        };
        Ok(format!("{entries}{more}"))
    });
    let content = pieces(from, OPERATORS, 24, "\n")?;
    let mapping = pieces(from, MAPPINGS, 4, "\n")?;
    let mut file = format!(
        "%PDF-1.4\n1 0 obj<<{}>>endobj\n2 0 obj<<{}>>endobj\n3 0 obj<<{}>>endobj\n\
         4 0 obj<</Length {}>>stream\n{content}\nendstream endobj\n5 0 obj<<{}>>endobj\n\
         6 0 obj<</Length {}>>stream\n{mapping}\nendstream endobj\n",
        catalog?,
        pages?,
        page?,
        content.len(),
        font?,
        mapping.len(),
    );
    file.push_str("trailer<</Root 1 0 R>>\n%%EOF\n");
    Ok(file.into_bytes())
}

fn message(from: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut file = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n".to_owned();
    if from.ratio(1, 2)? {
        file.push_str("Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n");
        file.push_str("Content-Type: text/html\r\n\r\n<p>");
        file.push_str(&grammar::text(from)?);
        file.push_str(&pieces(from, PARTS, 3, "")?);
    }
    for _ in 0..from.int_in_range(1..=4)? {
        file.push_str(&pieces(from, HEADS, 5, "\r\n")?);
        file.push_str("\r\n");
        file.push_str(&pieces(from, PARTS, 5, "")?);
    }
    Ok(file.into_bytes())
}

fn archive(from: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut file = String::new();
    for _ in 0..from.int_in_range(1..=4)? {
        let sound = from.ratio(2, 3)?;
        let fields = if sound { RESPONSE } else { "" }.to_owned();
        let fields = fields + &pieces(from, FIELDS, if sound { 1 } else { 5 }, "\r\n")?;
        let page = if sound { &ANSWERS[..1] } else { ANSWERS };
        let answer = pieces(from, page, 1, "")? + &pieces(from, ANSWERS, 1, "")?;
        file.push_str(&format!(
            "WARC/1.1\r\n{fields}Content-Length: {}\r\n\r\n{answer}\r\n\r\n",
            answer.len()
        ));
    }
    Ok(file.into_bytes())
}

/// An archive that is stored in another, with its list of files.
fn packed(from: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    const NAMES: &[&str] = &[
        "archive/data.warc",
        "pages/pages.jsonl",
        "datapackage.json",
        "../x",
    ];
    let (mut file, mut list) = (Vec::new(), Vec::new());
    let count = from.int_in_range(1..=3_u16)?;
    for _ in 0..count {
        let name = *from.choose(NAMES)?;
        let body = if name.ends_with("warc") {
            archive(from)?
        } else {
            pieces(
                from,
                &["{\"url\": \"@\", \"title\": \"@\"}", "{", "[]"],
                3,
                "\n",
            )?
            .into_bytes()
        };
        let at = u32::try_from(file.len()).unwrap_or(u32::MAX);
        let (length, crc) = (body.len() as u32, from.arbitrary::<u32>()?);
        let mut shared = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for number in [crc, length, length] {
            shared.extend(number.to_le_bytes());
        }
        shared.extend((name.len() as u16).to_le_bytes());
        shared.extend([0, 0]);
        file.extend(b"PK\x03\x04");
        file.extend(&shared);
        file.extend(name.bytes().chain(body));
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&shared);
        list.extend([0; 10]);
        list.extend(at.to_le_bytes());
        list.extend(name.bytes());
    }
    let at = file.len() as u32;
    file.extend(&list);
    file.extend(b"PK\x05\x06\0\0\0\0");
    for number in [count, count] {
        file.extend(number.to_le_bytes());
    }
    for number in [list.len() as u32, at] {
        file.extend(number.to_le_bytes());
    }
    file.extend([0, 0]);
    Ok(file)
}
