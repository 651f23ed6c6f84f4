//! PDFs as a browser prints them, as small as they can be.

use std::fmt::Write as _;

/// A PDF that a test asks for.
pub(crate) struct Print<'a> {
    pub(crate) title: &'a str,
    /// Width and height in points.
    pub(crate) size: (f32, f32),
    /// Each page's lines; one that begins with `#` is a heading.
    pub(crate) pages: &'a [&'a [&'a str]],
    /// What is left out of the catalogue, such as `/Lang`.
    pub(crate) without: &'a str,
    /// Texts for which the machine has no font, on the first page.
    pub(crate) without_font: &'a [&'a str],
}

// The numbers of the objects; each page has two, from the last on.
const CATALOGUE: usize = 1;
const PAGES: usize = 2;
const FONT: usize = 3;
const LETTERS: usize = 4;
const TREE: usize = 5;
const OUTLINE: usize = 6;
const INFO: usize = 7;
const FIRST_PAGE: usize = 8;

/// Returns the PDF. Its one font has the code of each letter for a glyph; a heading is printed in
/// capitals, and has its case in the outline.
pub(crate) fn pdf(print: &Print<'_>) -> Vec<u8> {
    let mut file = File(b"%PDF-1.4\n".to_vec(), Vec::new());
    file.object(CATALOGUE, &catalogue(print.without));
    file.object(PAGES, &page_tree(print.pages.len()));
    file.object(
        FONT,
        &format!("<</Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode {LETTERS} 0 R>>"),
    );
    let letters = "1 beginbfrange\n<0000> <00FF> <0000>\nendbfrange\n";
    file.stream(LETTERS, letters);
    for (number, lines) in print.pages.iter().enumerate() {
        let page = FIRST_PAGE + 2 * number;
        file.object(page, &page_of(print.size, page + 1));
        let boxes = print.without_font.iter().filter(|_| number == 0);
        let boxes: String = boxes.map(|text| without_font(text)).collect();
        file.stream(page + 1, &(content(lines) + &boxes));
    }
    file.object(TREE, &tree(print.pages));
    file.object(OUTLINE, &outline(print.pages));
    let title = print.title;
    file.object(
        INFO,
        &format!(
            "<</Title ({title})\n/CreationDate (D:20261124214616+00'00')\n\
             /ModDate (D:20261124214616+00'00')>>"
        ),
    );
    file.end()
}

fn catalogue(without: &str) -> String {
    let outline = format!("/Outlines {OUTLINE} 0 R");
    let mut entries = vec!["/Lang (en)", "/MarkInfo <</Marked true>>", &outline];
    entries.retain(|entry| without.is_empty() || !entry.starts_with(without));
    let entries = entries.join(" ");
    format!("<</Type /Catalog /Pages {PAGES} 0 R /StructTreeRoot {TREE} 0 R {entries}>>")
}

fn page_tree(count: usize) -> String {
    let kids = (0..count).map(|number| format!("{} 0 R", FIRST_PAGE + 2 * number));
    let kids = kids.collect::<Vec<_>>().join(" ");
    format!("<</Type /Pages /Count {count} /Kids [{kids}]>>")
}

fn page_of((width, height): (f32, f32), content: usize) -> String {
    format!(
        "<</Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 {width} {height}] \
         /Resources <</Font <</F {FONT} 0 R>>>> /Contents {content} 0 R>>"
    )
}

fn heading(line: &str) -> Option<&str> {
    line.strip_prefix("# ")
}

fn kind(line: &str) -> &'static str {
    if heading(line).is_some() { "H2" } else { "P" }
}

/// Sets a running head, which has no mark, and each line.
fn content(lines: &[&str]) -> String {
    let mut content = "BT /F 9 Tf 1 0 0 1 9 9 Tm <00500031> Tj ET\n".to_owned();
    for (mark, line) in lines.iter().enumerate() {
        let text = heading(line).map_or((*line).to_owned(), str::to_uppercase);
        let codes: Vec<_> = text.bytes().map(|byte| format!("00{byte:02X}")).collect();
        let (kind, height, codes) = (kind(line), 700 - 10 * mark, codes.concat());
        // Writing to a string cannot fail.
        _ = writeln!(
            content,
            "/{kind} <</MCID {mark}>> BDC BT /F 9 Tf 1 0 0 1 9 {height} Tm <{codes}> Tj ET EMC"
        );
    }
    content
}

/// Sets the glyph that stands for all that a font lacks, as browsers do, with the text that it stands for.
fn without_font(text: &str) -> String {
    let units = text.encode_utf16().map(|unit| format!("{unit:04X}"));
    let units = units.collect::<Vec<_>>().concat();
    let glyphs = "0000".repeat(text.chars().count());
    format!(
        "/Span <</ActualText <FEFF{units}>>> BDC BT /F 9 Tf 1 0 0 1 9 99 Tm <{glyphs}> Tj ET EMC\n"
    )
}

fn tree(pages: &[&[&str]]) -> String {
    let mut elements = String::new();
    for (number, lines) in pages.iter().enumerate() {
        let page = FIRST_PAGE + 2 * number;
        for (mark, line) in lines.iter().enumerate() {
            let kind = kind(line);
            _ = write!(
                elements,
                "<</Type /StructElem /S /{kind} /Pg {page} 0 R /K {mark}>> "
            );
        }
    }
    format!("<</Type /StructTreeRoot /K [{elements}]>>")
}

/// Each entry holds the next one.
fn outline(pages: &[&[&str]]) -> String {
    let lines = pages.iter().flat_map(|lines| lines.iter());
    let mut entries = String::new();
    for heading in lines.rev().filter_map(|line| heading(line)) {
        let next = match entries.as_str() {
            "" => String::new(),
            entries => format!("/Next {entries}"),
        };
        entries = format!("<</Title ({heading}) {next}>>");
    }
    match entries.as_str() {
        "" => "<<>>".to_owned(),
        entries => format!("<</Type /Outlines /First {entries}>>"),
    }
}

/// The bytes so far, and where each object begins.
struct File(Vec<u8>, Vec<(usize, usize)>);

impl File {
    fn object(&mut self, number: usize, text: &str) {
        self.1.push((number, self.0.len()));
        self.write(&format!("{number} 0 obj\n{text}\nendobj\n"));
    }

    fn stream(&mut self, number: usize, text: &str) {
        let length = text.len();
        self.object(
            number,
            &format!("<</Length {length}>>\nstream\n{text}\nendstream"),
        );
    }

    fn end(mut self) -> Vec<u8> {
        let start = self.0.len();
        self.1.sort_unstable();
        let size = self.1.len() + 1;
        self.write(&format!("xref\n0 {size}\n0000000000 65535 f \n"));
        for (_, at) in self.1.clone() {
            self.write(&format!("{at:010} 00000 n \n"));
        }
        self.write(&format!(
            "trailer\n<</Size {size} /Root {CATALOGUE} 0 R /Info {INFO} 0 R>>\n\
             startxref\n{start}\n%%EOF\n"
        ));
        self.0
    }

    fn write(&mut self, text: &str) {
        self.0.extend(text.bytes());
    }
}
