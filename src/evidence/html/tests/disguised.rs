use super::super::read;
use super::how;

/// As Chromium 156 draws them.
#[test]
fn words_that_are_disguised_or_set_over_each_other_are_known() {
    let told = |css: &str| {
        let html = format!("<style>{css}</style><div><p>words <b>here</b></div>");
        let shown = read(&html).shown;
        if shown.text.contains("words") && !shown.doubtful.is_empty() {
            return "unsure";
        }
        how(&html, "words")
    };
    for (css, expected) in [
        ("p{letter-spacing:-9999px}", "unsure"),
        ("p{letter-spacing:-1000em}", "unsure"),
        ("div{letter-spacing:99999px}", "unsure"),
        ("p{word-spacing:-99px}", "unsure"),
        ("p{vertical-align:9999px}", "unsure"),
        ("p{zoom:.001}", "unsure"),
        ("p{zoom:1%}", "unsure"),
        ("p{float:left;margin-right:-9999px}", "unsure"),
        ("div{-webkit-text-security:disc}", "hidden"),
        ("p{font-size:.01em}", "hidden"),
        ("p{font-size:1%}", "hidden"),
        (
            "p{letter-spacing:-.05em;word-spacing:-.43em;zoom:1}",
            "shown",
        ),
        ("p{zoom:0;vertical-align:-10px}", "shown"),
        ("div{letter-spacing:-1em}p{letter-spacing:normal}", "shown"),
        (
            "div{-webkit-text-security:disc}p{-webkit-text-security:none}",
            "shown",
        ),
        ("p{margin-right:-9999px;padding-right:9999px}", "shown"),
        ("p{font-size:.7em}", "shown"),
        ("p::first-line{-webkit-text-security:disc}", "shown"),
        ("p::first-line{letter-spacing:-9999px}", "unsure"),
        ("p::first-line{word-spacing:-99px}", "unsure"),
        ("p::first-letter{vertical-align:9999px}", "unsure"),
        ("p::first-letter{font-size:.01em}", "unsure"),
    ] {
        assert_eq!(told(css), expected, "{css}");
    }
    let button = "<div style='letter-spacing:-50px'><button>words</button></div>";
    assert!(read(button).shown.doubtful.is_empty());
}
