//! `brief import`, and `brief export` of what it made.

use snapbox::str;

use crate::project::{Project, SOUND};

const ZOTERO: &str = r#"[ null,
  { "id": "http://zotero.org/users/1/items/ABCD", "type": "article-newspaper",
    "title": "Less water: \"no\" #1", "container-title": "The Courier", "language": "en-GB",
    "author": [{ "family": "Lind", "given": "Rosa" }, { "literal": "Desk" }],
    "issued": { "date-parts": [["2031", 5, "16"]] }, "URL": "https://courier.example/water?a=1&amp;b=2" },
  { "id": "lind2031", "type": "blogpost", "title": "Dam\u202e", "publisher": "P",
    "container-title": "C", "issued": { "literal": "early spring" }, "URL": "javascript:alert(1)" },
  { "id": 7, "citation-key": "lind2031", "type": "report", "publisher": "P",
    "issued": { "date-parts": [[2031]], "season": 2 }, "accessed": { "date-parts": [[2031, 6, 1]] } }
]"#;

/// Crossref has dates beside `issued`, which may say nothing.
#[test]
fn dates_of_crossref_are_taken() {
    for (issued, expected) in [
        (
            r#""issued": { "date-parts": [[null]] }, "published-online": { "date-parts": [[2031, 5, 16]] }"#,
            "2031-05-16",
        ),
        (
            r#""issued": null, "published-print": { "date-parts": [[2031, 6]] }"#,
            "2031-06",
        ),
        (r#""published": { "date-parts": [[2031]] }"#, "2031"),
        (
            r#""issued": { "date-parts": [[2030]] }, "published": { "date-parts": [[2031]] }"#,
            "2030",
        ),
    ] {
        let item = format!(
            r#"{{ "type": "journal-article", "title": "Dam", "publisher": "P", {issued} }}"#
        );
        let run = Project::new().pipe(&item, "import csl-json -").code(0);
        let told = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
        assert!(
            told.contains(&format!("issued: {{ date: \"{expected}\" }}")),
            "{told}"
        );
    }
}

#[test]
fn json_that_is_nested_without_end_is_refused() {
    for deep in ["[".repeat(200_000), "{\"items\":".repeat(100_000)] {
        Project::new()
            .pipe(&deep, "import csl-json -")
            .code(1)
            .stderr_eq(str![[r#"
error: `<stdin>` is not CSL-JSON: recursion limit exceeded at line 1 column [..]
...
"#]]);
    }
}

#[test]
fn sources_come_from_a_reference_manager() {
    Project::new()
        .pipe(ZOTERO, "import csl-json -")
        .code(0)
        .stderr_eq("")
        .stdout_eq(str![[r#"
sources:
  less-water-no-1:
    type: article-newspaper
    title: "Less water: /"no/" #1"
    author: ["Rosa Lind", "Desk"]
    publisher: "The Courier"
    issued: { date: "2031-05-16" }
    url: "https://courier.example/water?a=1&b=2"
    lang: "en-GB"
  lind2031:
    # no CSL type: "blogpost"
    type: document
    # title had characters that cannot be seen: "Dam/U0000202E"
    title: "Dam"
    publisher: "P"
    container_title: "C"
    issued: { as_given: "early spring" }
    # URL is no http or https address: "javascript:alert(1)"
  lind2031-2:
    type: report
    publisher: "P"
    issued: { date: "2031-22" }
    accessed: "2031-06-01"

"#]]);
}

#[test]
fn a_date_that_cannot_be_read_is_told() {
    const DATES: &str = r#"[
  { "id": "back", "type": "report", "issued": { "date-parts": [[2014], [2013]] } },
  { "id": "month", "type": "report", "issued": { "date-parts": [[2014, 13]] },
    "accessed": { "literal": "yesterday" } },
  { "id": "none", "type": "report", "issued": null, "accessed": {} }
]"#;
    imported(DATES).stdout_eq(str![[r#"
sources:
  back:
    type: report
    # no title, no publisher: give it a `short` name
    # issued is no date: "{/"date-parts/":[[2014],[2013]]}"
  month:
    type: report
    # no title, no publisher: give it a `short` name
    # issued is no date: "{/"date-parts/":[[2014,13]]}"
    # accessed is no date: "{/"literal/":/"yesterday/"}"
  none:
    type: report
    # no title, no publisher: give it a `short` name

"#]]);
}

#[test]
fn times_are_read_as_programs_write_them() {
    const DATES: &str = r#"[
  { "id": "machine", "type": "webpage", "issued": { "raw": "2025-06-20T08:12:00.000Z" },
    "accessed": { "raw": "2025-06-20 10:30:00 +0200" } },
  { "id": "edtf", "type": "webpage", "issued": "2025-06-20T08:12-04:00" },
  { "id": "zone", "type": "webpage", "issued": { "literal": "20 June, 08:12 CEST" } }
]"#;
    imported(DATES).stdout_eq(str![[r#"
sources:
  machine:
    type: webpage
    # no title, no publisher: give it a `short` name
    issued: { date: "2025-06-20T08:12:00Z" }
    accessed: "2025-06-20T10:30:00+02:00"
  edtf:
    type: webpage
    # no title, no publisher: give it a `short` name
    issued: { date: "2025-06-20T08:12:00-04:00" }
  zone:
    type: webpage
    # no title, no publisher: give it a `short` name
    issued: { as_given: "20 June, 08:12 CEST" }

"#]]);
}

/// Better BibTeX writes 0 for an end that a range has not, and others for what they do not know.
#[test]
fn a_range_without_an_end_is_open() {
    const DATES: &str = r#"[
  { "id": "open", "type": "report", "issued": { "date-parts": [[2014, 12, 31], [0]] } },
  { "id": "month", "type": "report", "issued": { "date-parts": [[2014, 12, 0]] } },
  { "id": "year", "type": "report", "issued": { "date-parts": [["2014", "0", 0]], "circa": true } },
  { "id": "about", "type": "report", "issued": { "date-parts": [[2014], [2016]], "circa": 1 } },
  { "id": "nothing", "type": "report", "issued": { "date-parts": [[0]] } },
  { "id": "unknown", "type": "report", "issued": { "date-parts": [[null]] } }
]"#;
    imported(DATES).stdout_eq(str![[r#"
sources:
  open:
    type: report
    # no title, no publisher: give it a `short` name
    issued: { date: "2014-12-31/.." }
  month:
    type: report
    # no title, no publisher: give it a `short` name
    issued: { date: "2014-12" }
  year:
    type: report
    # no title, no publisher: give it a `short` name
    issued: { date: "2014~" }
  about:
    type: report
    # no title, no publisher: give it a `short` name
    issued: { date: "2014~/2016~" }
  nothing:
    type: report
    # no title, no publisher: give it a `short` name
    # issued is no date: "{/"date-parts/":[[0]]}"
  unknown:
    type: report
    # no title, no publisher: give it a `short` name

"#]]);
}

#[test]
fn names_and_titles_are_read_as_people_say_them() {
    const NAMES: &str = r#"[
  { "id": "particles", "type": "book", "title": "The <i>Mary Rose</i> &amp; H<sub>2</sub>O", "author": [
    { "family": "Hakim", "given": "Tawfiq", "non-dropping-particle": "al-" },
    { "family": "Aubignac", "given": "François", "dropping-particle": "d’" }] },
  { "id": "han", "type": "book", "title": "Hy\u00adphen", "author": [{ "family": "王", "given": "小明" }] },
  { "id": "string", "type": "book", "title": "کتاب\u200cهای فارسی", "author": "Jane Doe" },
  { "id": "object", "type": "book", "title": "Thanks ❤\ufe0f", "author": { "family": "Doe", "given": "Jane" } },
  { "id": "none", "type": "book", "title": "T", "author": [{ "ORCID": "x" }, { "name": "World Bank" }] }
]"#;
    imported(NAMES).stdout_eq(str![[r#"
sources:
  particles:
    type: book
    title: "The Mary Rose & H2O"
    author: ["Tawfiq al-Hakim", "François d’Aubignac"]
  han:
    type: book
    title: "Hyphen"
    author: ["王小明"]
  string:
    type: book
    title: "کتاب‌های فارسی"
    author: ["Jane Doe"]
  object:
    type: book
    title: "Thanks ❤️"
    author: ["Jane Doe"]
  none:
    type: book
    title: "T"
    # author without a name
    author: ["World Bank"]
    # left out of author: ORCID

"#]]);
}

#[test]
fn what_cites_a_work_is_kept_and_the_rest_is_named() {
    const WORKS: &str = r#"[
  { "id": "casa", "type": "legal_case", "title": "Trump v. CASA", "authority": "Supreme Court",
    "number": "24A884", "container-title": "U. S.", "volume": 606, "page": "831", "references": "x",
    "archive_location": "https://archive.example/casa" },
  { "id": "crossref", "type": "journal-article", "title": ["A title"], "container-title": ["A journal"],
    "DOI": "10.5555/xyz", "ISSN": ["1234-5678"], "issue": "3", "abstract": "", "note": "n",
    "archive_location": "Box 4" },
  { "id": "hearing", "type": "hearing", "title": ["One", "Two"], "event": "On the harbour",
    "language": "English", "DOI": "10.5555", "an odd\nname": 1 },
  { "id": "chapter", "type": "chapter", "title": "One", "container-title": "A book" }
]"#;
    imported(WORKS).stdout_eq(str![[r#"
sources:
  casa:
    type: legal_case
    title: "Trump v. CASA"
    container_title: "U. S."
    volume: "606"
    pages: "831"
    number: "24A884"
    authority: "Supreme Court"
    archived: { url: "https://archive.example/casa" }
    # left out: references
  crossref:
    type: article-journal
    title: "A title"
    container_title: "A journal"
    issue: "3"
    doi: "10.5555/xyz"
    # left out: ISSN, archive_location, note
  hearing:
    type: hearing
    # title has others: "[/"Two/"]"
    title: "One"
    event_title: "On the harbour"
    # DOI is no identifier: "10.5555"
    # language is no language tag: "English"
    # left out: "an odd/U0000000Aname"
  chapter:
    type: chapter
    title: "One"
    container_title: "A book"

"#]]);
}

/// Zotero's web interface, pandoc and services for DOIs write other things around the items.
#[test]
fn items_are_found_in_what_is_around_them() {
    const ITEM: &str = r#"{"id":"a","type":"book","title":"A"}"#;
    let expected = "sources:\n  a:\n    type: book\n    title: \"A\"\n";
    for text in [
        ITEM.to_owned(),
        format!("[{ITEM}]"),
        format!("\u{FEFF}[{ITEM}]"),
        format!(r#"{{"items":[{ITEM}]}}"#),
        format!(r#"{{"references":[{ITEM}]}}"#),
        format!(r#"{{"status":"ok","message-type":"work","message":{ITEM}}}"#),
        format!(r#"{{"status":"ok","message":{{"total-results":1,"items":[{ITEM}]}}}}"#),
        format!(r#"[{{"key":"K","version":1,"csljson":{ITEM}}}]"#),
        format!(r#"{{"a":{ITEM}}}"#),
    ] {
        imported(&text).stdout_eq(expected);
    }
}

/// Where items stand in several lists, or under the names that the writer gave them, none of that
/// is lost; ids are made of words, not of markup, and are no longer than YAML takes a key.
#[test]
fn all_lists_and_all_ids_are_taken() {
    let both = "sources:\n  a:\n    type: book\n    title: \"A\"\n  b:\n    type: book\n    title: \"B\"\n";
    let (a, b) = (
        r#"{"id":"a","type":"book","title":"A"}"#,
        r#"{"id":"b","type":"book","title":"B"}"#,
    );
    for text in [
        format!(r#"{{"items":[{a}],"references":[{b}]}}"#),
        format!(r#"{{"items":{a},"message":{{"items":[{b}]}}}}"#),
        format!(r#"{{"title":"A paper","author":["Jo Doe"],"references":[{a},{b}]}}"#),
        r#"{"a":{"type":"book","title":"A"},"b":{"type":"book","title":"B"}}"#.to_owned(),
        r#"{"a":{"id":7,"type":"book","title":"A"},
            "b":{"csljson":{"type":"book","title":"B"}}}"#
            .to_owned(),
    ] {
        imported(&text).stdout_eq(both);
    }
    let long = "l".repeat(3_000);
    imported(&format!(r#"[{{"id":"{long}","type":"book","title":"A"}}]"#)).stdout_eq(format!(
        "sources:\n  {}:\n    type: book\n    title: \"A\"\n",
        "l".repeat(100)
    ));
    imported(r#"[{"type":"book","title":"Effects of <i>X</i> &amp; Y","title-short":"Effects"}]"#)
        .stdout_eq(str![[r#"
sources:
  effects-of-x-y:
    type: book
    title: "Effects of X & Y"
    short: "Effects"

"#]]);
}

/// Of a date and a name, too, what is not taken is told; and so is the only name that an item has.
#[test]
fn what_is_left_of_a_value_is_told() {
    const ITEMS: &str = r#"[
  { "id": "null", "type": "legal-case", "title-short": "Roe",
    "issued": { "date-parts": [[-44, 3, 15]] },
    "accessed": { "date-parts": [["2013", 1, 30]], "season": "22:56:08" } },
  { "id": "crossref", "type": "journal-article", "title": ["10<sup>6</sup> <i>wells</i>"],
    "language": "en_US", "issued": { "date-parts": [[null]] },
    "author": [{ "given": "Jo", "family": "Doe", "sequence": "first", "affiliation": [] },
      { "given": "Bo\u202e", "family": "Lee", "ORCID": "x" }] },
  { "title": "Ґрунт" }, { "title": "水" }, { "type": "book", "volume": 3 }
]"#;
    imported(ITEMS).stdout_eq(str![[r#"
sources:
  "null":
    type: legal_case
    short: "Roe"
    # issued: years before our era as EDTF counts them, 44 BC is -0043
    issued: { date: "-0043-03-15" }
    accessed: "2013-01-30"
    # accessed says besides: "{/"season/":/"22:56:08/"}"
  crossref:
    type: article-journal
    title: "10⁶ wells"
    # author had characters that cannot be seen: "Bo/U0000202E Lee"
    author: ["Jo Doe", "Bo Lee"]
    # left out of author: ORCID, sequence
    lang: "en-US"
  source:
    # no type
    type: document
    title: "Ґрунт"
  source-2:
    # no type
    type: document
    title: "水"
  source-3:
    type: book
    # no title, no publisher: give it a `short` name
    volume: "3"

"#]]);
}

#[track_caller]
fn imported(text: &str) -> snapbox::cmd::OutputAssert {
    Project::new()
        .pipe(text, "import csl-json -")
        .code(0)
        .stderr_eq("")
}

#[test]
fn what_is_no_csl_json_is_refused() {
    let utf16: Vec<u8> = "[]".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, why) in [
        (
            b"{".to_vec(),
            "EOF while parsing an object at line 1 column 1",
        ),
        (b" \n".to_vec(), "the file is empty"),
        (
            br#"{"message": {}, "status": "ok"}"#.to_vec(),
            "expected a list of items, or one under `items` or `references`; found an object with nothing in it",
        ),
        (
            br#"{"data": 1, "status": "ok"}"#.to_vec(),
            "expected a list of items, or one under `items` or `references`; found an object with `data`, `status`",
        ),
        (
            br#"[{"id": "a"}, 7]"#.to_vec(),
            "item 2 of the list is a number",
        ),
        (
            b"[{\"title\": \"A\",\n \"title\": \"B\"}]".to_vec(),
            "`title` is given twice at line 2 column 14",
        ),
        (utf16.clone(), "the file is UTF-16; save it as UTF-8"),
        (
            b"\xFF\xFE\0\0[\0\0\0]\0\0\0".to_vec(),
            "the file is UTF-32; save it as UTF-8",
        ),
        (
            b"\0\0\0[\0\0\0]".to_vec(),
            "the file is UTF-32; save it as UTF-8",
        ),
        (
            [b"\xFF\xFE".to_vec(), utf16].concat(),
            "the file is UTF-16; save it as UTF-8",
        ),
        (
            b"[{\"title\":\n\"Caf\xE9\"}]".to_vec(),
            "line 2 is not UTF-8; save the file as UTF-8",
        ),
    ] {
        Project::new()
            .pipe(bytes, "import csl-json -")
            .code(1)
            .stdout_eq("")
            .stderr_eq(format!(
                "error: `<stdin>` is not CSL-JSON: {why}\n |\n = help: have Zotero export the library as “CSL JSON”, and name that file\n"
            ));
    }
}

#[test]
fn items_may_stand_in_a_line_each() {
    let lines = "{\"id\": \"a\", \"title\": \"A\"}\n\n{\"id\": \"b\", \"title\": \"B\"}\r\n";
    let yaml = Project::new().pipe(lines, "import csl-json -").code(0);
    let yaml = String::from_utf8(yaml.get_output().stdout.clone()).unwrap();
    for field in ["title: \"A\"", "title: \"B\""] {
        assert!(yaml.contains(field), "{yaml}");
    }
}

#[test]
fn large_texts_are_read_in_time() {
    for mark in ["<", "&"] {
        let title = mark.repeat(1 << 19);
        let text = format!(r#"[{{"id": "a", "type": "book", "title": "{title}"}}]"#);
        let start = std::time::Instant::now();
        Project::new().pipe(text, "import csl-json -").code(0);
        assert!(start.elapsed().as_secs() < 30, "{mark}");
    }
}

#[test]
fn an_export_goes_to_a_file_and_never_over_its_input() {
    let project = Project::new().file("a.yaml", SOUND);
    project
        .run("export --to csv a.yaml -o out/a.csv")
        .code(0)
        .stdout_eq("");
    assert!(
        project
            .read("out/a.csv")
            .starts_with("\u{FEFF}\"id\",\"key\",\"says\",")
    );
    project
        .run("export --to csv --separator semicolon --no-byte-order-mark a.yaml -o out/b.csv")
        .code(0);
    assert!(
        project
            .read("out/b.csv")
            .starts_with("\"id\";\"key\";\"says\";")
    );
    project.run("export --to csv a.yaml -o ./a.yaml").code(2);
    project.run("export --to csv a.yaml -o out").code(2);
    assert_eq!(project.read("a.yaml"), SOUND);
}
