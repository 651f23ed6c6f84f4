use super::super::read;

/// Returns what of a page is in doubt.
fn doubt(sheet: &str, body: &str) -> String {
    let shown = read(&format!("<!doctype html><style>{sheet}</style>{body}")).shown;
    let ranges = shown.doubtful.iter().cloned();
    let texts: Vec<&str> = ranges.filter_map(|range| shown.text.get(range)).collect();
    texts.join("|")
}

/// As Chromium 156 draws them.
#[test]
fn first_lines_and_letters_that_are_hidden_are_in_doubt() {
    for (sheet, body, words) in [
        (
            "p::first-line{color:transparent}",
            "<p>We <b>will</b> not<br>go",
            "We will not",
        ),
        ("p:first-line{font-size:0}", "<p>We<p>They", "We|They"),
        ("p::first-line{visibility:hidden}", "<p>We", "We"),
        ("p::first-line{color:white}", "<p>We", "We"),
        (
            "div::first-line{color:transparent}",
            "<div><p>We<p>They</div>",
            "We",
        ),
        ("p::first-letter{color:transparent}", "<p>“We” go", "“W"),
        ("p::first-letter{opacity:0}", "<p>A. We", "A."),
        (
            "p::first-letter{float:left;margin-left:-9999px}",
            "<p>We",
            "W",
        ),
        ("p::first-letter{visibility:hidden}", "<p>", ""),
        (
            "input::placeholder{color:transparent}",
            "<input placeholder=We>",
            "We",
        ),
        (
            "::placeholder{opacity:0}",
            "<textarea placeholder=We></textarea>",
            "We",
        ),
    ] {
        assert_eq!(doubt(sheet, body), words, "{sheet} {body}");
    }
    for (sheet, body) in [
        ("p::first-line{opacity:0}", "<p>We"),
        ("p::first-line{display:none}", "<p>We"),
        ("p::first-letter{display:none}", "<p>We"),
        ("p::first-letter{color:white;background:#c00}", "<p>We"),
        ("p::first-letter{font-size:3em;float:left}", "<p>We"),
        ("span::first-line{color:transparent}", "<span>We</span>"),
        (
            "p::first-line{color:transparent}",
            "<p style='display:flex'>We",
        ),
        (
            "p::selection,li::marker{color:transparent}",
            "<p>We<ul><li>go</ul>",
        ),
        ("input::placeholder{color:transparent}", "<input value=We>"),
    ] {
        assert_eq!(doubt(sheet, body), "", "{sheet} {body}");
    }
}

/// As Chromium 156 draws them.
#[test]
fn first_lines_are_those_of_what_has_lines() {
    for (of, body, words) in [
        ("button::first-letter", "<button>We</button>", "W"),
        ("input::first-line", "<input value=We>", "We"),
        ("input::first-line", "<input type=submit value=We>", "We"),
        ("textarea::first-line", "<textarea>We</textarea>", "We"),
        ("select::first-line", "<select><option>We</select>", ""),
        ("b::first-letter", "<p><b class=left>We</b> go", "W"),
        ("b::first-line", "<p><b class=apart>We</b> go", "We"),
        ("b::first-line", "<p><b>We</b> go", ""),
        (".box::first-line", "<p class=box>We", ""),
        ("div::first-line", "<div><b class=left>No</b><p>We", "We"),
        ("div::first-letter", "<div><b class=apart>No</b> We", "W"),
        ("div::first-line", "<div><p hidden>No<p>We<p>go", "We"),
        ("p::first-line", "<p><b class=left>W</b>e go<br>on", "e go"),
    ] {
        let sheet = ".left{float:left} .apart{position:absolute} .box{display:-webkit-box}";
        let sheet = format!("{sheet} {of}{{color:transparent}}");
        assert_eq!(doubt(&sheet, body), words, "{of} {body}");
    }
}

#[test]
fn first_digits_that_are_set_apart_are_in_doubt() {
    let apart = "p::first-letter{margin-right:9em}";
    let raised = "p::first-letter{vertical-align:super;font-size:.6em}";
    for (sheet, body, words) in [
        (apart, "<p>50 of them", "5"),
        (raised, "<p>25 of them", "2"),
        (apart, "<p>5 of them", ""),
        (apart, "<p>We", ""),
        ("p::first-letter{font-size:3em}", "<p>50 of them", ""),
    ] {
        assert_eq!(doubt(sheet, body), words, "{sheet} {body}");
    }
}

#[test]
fn what_an_element_hides_others_in_it_show_on_their_first_lines() {
    for (sheet, body) in [
        ("div{background:#000} p{color:#fff}", "<div><p>We"),
        ("div{font-size:0} p{font-size:1rem}", "<div><p>We"),
        (
            "body{background:#222;color:#fff} div{background:#fff} p{color:#222}",
            "<div><p>We",
        ),
        ("footer{background:#000} a{color:#999}", "<footer><a>We</a>"),
    ] {
        for of in [".none", "div", "p"] {
            let sheet = format!("{sheet} {of}::first-letter{{color:red}}");
            assert_eq!(doubt(&sheet, body), "", "{sheet}");
        }
    }
}
