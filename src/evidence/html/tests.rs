mod boxes;
mod colours;
mod disguised;
mod first;
mod hidden;
mod styles;

use super::read;

fn text(html: &str) -> String {
    read(html).shown.text
}

/// Says how words stand to a page: shown, hidden or neither.
fn how(html: &str, words: &str) -> &'static str {
    let page = read(html);
    match () {
        () if page.shown.text.contains(words) => "shown",
        () if page.hidden.contains(words) || page.whole.contains(words) => "hidden",
        () => "neither",
    }
}

#[test]
fn code_is_left_out() {
    let html = "<title>T</title><style>p{}</style><p>One<script>two</script> three.</p>\
        <template><p>no</p></template><svg><title>no</title><text>yes</text></svg>";
    assert_eq!(text(html), "One three.\nyes");
}

#[test]
fn what_a_reader_sees_is_shown() {
    for html in [
        "<p aria-hidden=true>words",
        "<nav>words</nav>",
        "<div role=navigation>words",
        "<button>words</button>",
        "<dialog open><p>words",
        "<details><summary>more</summary>words",
        "<noscript>words</noscript>",
        "<textarea>words</textarea>",
        "<select><option>words</select>",
        "<input value=words>",
        "<input type=submit value=words>",
        "<object>words</object>",
        "<ins>words</ins>",
        "<s>words</s>",
        "<iframe srcdoc='&lt;p&gt;words'></iframe>",
        "<x-y><template shadowrootmode=open>words</template></x-y>",
        "<x-y>words<template shadowrootmode=open><slot></slot></template></x-y>",
        "<x-y><b slot=a>words</b><template shadowrootmode=closed><slot name=a></slot></template></x-y>",
        "<x-y><template shadowrootmode=open><slot>words</slot></template></x-y>",
        "<math><mtext>words</mtext></math>",
        "<div style='visibility:hidden'><p style='visibility:visible'>words",
        "<div style='font-size:0'><p style='font-size:1rem'>words",
        "<p hidden style='display:block'>words",
        "<style media=print>p{display:none}</style><p>words",
        "<style type=text/x-other>p{display:none}</style><p>words",
        "<template><style>p{display:none}</style></template><p>words",
        "<style>p{display:none;display:block}</style><p>words",
        "<style>p{display:none;display:nonsense}</style><p style='display:block'>words",
        "<style>p{opacity:0.5;position:absolute;left:-10px;clip:auto}</style><p>words",
        "<style>body{height:0;overflow:hidden}</style><p>words",
        "<ruby>words<rt>over</rt></ruby>",
        "<table><td style='max-width:0;overflow:hidden;text-overflow:ellipsis'>words</table>",
        "<b style='display:table-cell;width:0;overflow:hidden'>words</b>",
        "<div style='display:flex'><p style='flex:1;width:0;overflow:hidden'>words</div>",
        "<div style='height:0;padding-bottom:56%;overflow:hidden'>words</div>",
        "<ul style='font-size:0'><li style='font:16px Arial'>words</ul>",
        "<ul style='font-size:0'><li style='font:bold 700 16px/0 Arial'>words</ul>",
        "<p style='margin-left:-9999px;padding-left:9999px'>words",
        "<div style='text-indent:-9999px'><p style='text-indent:0'>words</div>",
        "<p style='opacity:0;all:unset'>words",
        "<p style='transform:translate(-50%,-50%)'>words",
        "<p style='translate:0 0'>words",
        "<p style='margin:-10px 0 0'>words",
        "<p style='color:transparent;background:linear-gradient(red, blue);background-clip:text'>words",
        "<p style='color:transparent;text-shadow:0 0 1px #000'>words",
        "<div style='color:transparent'><p style='color:#333'>words</div>",
        "<p style='color:transparent;-webkit-text-fill-color:#000'>words",
        "<p style='text-indent:100%'>words",
        "<p style='clip-path:polygon(0 0, 100% 0, 100% 80%, 0 100%)'>words",
        "<p style='clip-path:inset(0 10% 0 10%)'>words",
        "<p style='position:relative;left:-100%'>words",
        "<p style='float:left;margin-left:-100%'>words",
        "<p style='position:sticky;top:-9999px'>words",
    ] {
        assert_eq!(how(html, "words"), "shown", "{html}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of pages")]
fn what_no_reader_sees_is_hidden() {
    for html in [
        "<p hidden>words",
        "<p hidden=until-found>words",
        "<p style='display : NONE !important'>words",
        "<p style='visibility: collapse'>words",
        "<p style='opacity:0'>words",
        "<p style='content-visibility:hidden'>words",
        "<p style='position:absolute;left:-9999px'>words",
        "<p style='position:absolute;clip:rect(1px,1px,1px,1px)'>words",
        "<p style='position:absolute;clip:rect(0 0 0 0)'>words",
        "<p style='clip-path:inset(50%)'>words",
        "<p style='text-indent:-9999em'>words",
        "<p style='width:1px;height:1px;overflow:hidden'>words",
        "<p style='max-height:0;overflow:hidden'>words",
        "<p style='transform:translateX(-9999px)'>words",
        "<p style='translate:0 -9999px'>words",
        "<p style='text-indent:100%;white-space:nowrap;overflow:hidden'>words",
        "<p style='color:transparent'>words",
        "<p style='color:rgba(0, 0, 0, 0)'><b>words</b>",
        "<p style='color:#0000'>words",
        "<p style='-webkit-text-fill-color:transparent'>words",
        "<p style='font-size:1px'>words",
        "<p style='position:fixed;top:-100vh'>words",
        "<p style='position:relative;left:-9999px'>words",
        "<p style='transform:translate(-100vw)'>words",
        "<p style='clip-path:inset(0 100% 0 0)'>words",
        "<p style='clip-path:inset(60% 0 40%)'>words",
        "<p style='clip-path:polygon(0 0, 0 0, 0 0)'>words",
        "<p style='clip-path:ellipse(0 50%)'>words",
        "<b style='display:inline-block;text-indent:-9999px'>words</b>",
        "<p style='position:absolute;left:-100vw'>words",
        "<p style='position:absolute;left:-100%'>words",
        "<p style='position:absolute;inset:0 auto auto -9999px'>words",
        "<p style='margin:0 0 0 -9999px'>words",
        "<p style='font:0/0 a'>words",
        "<p style='filter:opacity(0)'>words",
        "<html lang=en><style>html:lang(en) .de{display:none}</style><p class=de>words",
        "<p style='font-size:0'><b style='font-size:2em'>words",
        "<p style='transform:scale(0)'>words",
        "<div style='display:none'><p style='visibility:visible'>words",
        "<div style='opacity:0'><p style='opacity:1;visibility:visible'>words",
        "<div style='visibility:hidden'><p>words",
        "<dialog>words</dialog>",
        "<p popover>words",
        "<datalist><option>words</datalist>",
        "<template>words</template>",
        "<template style='display:block'>words</template>",
        "<canvas>words</canvas>",
        "<video><p>words</video>",
        "<object data=a.pdf>words</object>",
        "<input type=hidden value=words>",
        "<input type=password value=words>",
        "<input placeholder=words value=other>",
        "<img alt=words>",
        "<p title=words>x",
        "<meta name=description content=words>",
        "<title>words</title>",
        "<!-- words -->x",
        "<script>{\"body\": \"wo\\u0072ds\"}</script>x",
        "<x-y>words<template shadowrootmode=open><p>other</template></x-y>",
        "<canvas style='visibility:hidden'><p style='visibility:visible'>words</canvas>",
        "<svg><defs><text>words</text></defs></svg>",
        "<math><semantics><mi>x</mi><annotation>words</annotation></semantics></math>",
        "<x-y><template shadowrootmode=open><style>p{display:none}</style><p>words</template></x-y>",
        "<x-y>words<template shadowrootmode=open><style>:host{display:none}</style><slot></slot></template></x-y>",
        "<x-y><p>words</p><template shadowrootmode=open><style>::slotted(p){display:none}</style><slot></slot></template></x-y>",
        "<iframe srcdoc='&lt;p hidden&gt;words'></iframe>",
        "<div hidden><iframe srcdoc='&lt;p&gt;words'></iframe></div>",
        "<noscript><style>p{display:none}</style></noscript><p>words",
    ] {
        assert_eq!(how(html, "words"), "hidden", "{html}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of pages")]
fn what_may_be_hidden_is_known() {
    for html in [
        "<p style='display:var(--shown)'>words",
        "<p style='visibility:var(--shown, visible)'>words",
        "<p style='position:fixed;top:-500px'>words",
        "<p style='position:absolute;right:-300px'>words",
        "<p style='position:absolute;left:9999px'>words",
        "<p style='text-indent:9999px'>words",
        "<p style='background:#FFF;color:white'>words",
        "<p style='color:#fff'>words",
        "<body bgcolor=black><font color='#000000'>words</font>",
        "<body text=white>words",
        "<div style='background:#123'><p style='color:#112233'><b>words</b></div>",
        "<table bgcolor=#eeeeee><td><font color=eeeeee>words</font></table>",
        "<p style='position:fixed;top:100vh'>words",
        "<p style='position:fixed;left:100%'>words",
        "<p style='position:fixed;bottom:0;transform:translateY(100%)'>words",
        "<p style='position:fixed;translate:-100%'>words",
        "<style>@container (width < 100px){p{display:none}}</style><p>words",
        "<style>@scope (div) to (.x){p{display:none}}</style><div><p>words</div>",
        "<style>p{display:none} @container a (width > 1px){p{display:block}}</style><p>words",
        "<style>p{opacity:0;animation:fade-in 1s forwards}</style><p>words",
        "<div style='display:var(--shown)'><p>words</div>",
    ] {
        let shown = read(html).shown;
        let is_doubtful = shown.text == "words" && shown.doubtful.first() == Some(&(0..5));
        assert!(
            is_doubtful || how(html, "words") == "hidden",
            "{html}: {shown:?}"
        );
    }
    for html in [
        "<p style='--shown:none'>words",
        "<p style='width:var(--width);color:var(--ink)'>words",
        "<p style='position:absolute;top:-20px'>words",
        "<p style='margin-top:-200px'>words",
        "<p style='background:#fff;color:#000'>words",
        "<p style='background:#fff url(dark.png);color:#fff'>words",
        "<p style='background-image:url(dark.png);color:#fff'>words",
        "<body style='background:#000'><p style='color:#fff'>words",
        "<div style='background-image:url(dark.png)'><p style='color:#fff'>words</div>",
        "<div style='position:relative'><img><h1 style='color:#fff'>words</h1></div>",
        "<p style='color:#fff;margin-top:-40px'>words",
        "<p style='color:#fff;text-shadow:0 0 2px #000'>words",
        "<link rel=stylesheet href=a.css><p style='color:#fff'>words",
        "<style>@import 'a.css';</style><p style='color:#fff'>words",
        "<div style='color:#fff'><button>words</button></div>",
        "<div style='color:#fff'><a href=x>words</a></div>",
        "<table background=a.png><td><font color=white>words</font></table>",
        "<p style='position:fixed;top:50%;transform:translate(-50%, -50%)'>words",
        "<p style='position:absolute;transform:translateX(100%)'>words",
        "<div style='background:#fff;color:#fff'><p style='background:#000'>words</div>",
        "<style>@container (width < 100px){p{display:grid;color:red}}</style><p>words",
        "<style>@scope (div){p{display:none}}</style><p>words",
        "<style>@container (width < 1px){p{display:none}} p{display:block!important}</style><p>words",
        "<p style='animation:none;opacity:1'>words",
    ] {
        let shown = read(html).shown;
        assert_eq!(
            (&*shown.text, &*shown.doubtful),
            ("words", &[][..]),
            "{html}"
        );
    }
}

#[test]
fn gaps_between_boxes_are_known() {
    use super::look::Gap::{self, Perhaps, Surely};
    let gaps = |html: &str| -> Vec<(usize, Gap)> { read(html).shown.gaps };
    for sure in [
        "<button>a</button>b",
        "a<input>b",
        "a<img>b",
        "a<select></select>b",
        "a<b style='margin-left:1em'>b",
        "a<b style='padding:0 5px'>b</b>",
        "<style>b{margin-right:2px}</style><b>a</b>b",
        "a<b style='margin:1px 2px'>b",
        "a<b style='border:1px solid red'>b",
        "a<b style='padding-inline:4px'>b",
        "a<b style='display:inline-block;margin-inline-start:1ch'>b",
    ] {
        assert_eq!(gaps(sure).first(), Some(&(1, Surely)), "{sure}");
        assert_eq!(read(sure).shown.text, "ab", "{sure}");
    }
    for unsure in [
        "<b style='display:inline-block'>a</b>b",
        "<b style='float:left'>a</b>b",
        "a<b style='position:absolute'>b</b>",
        "<button style='padding:0'>a</button>b",
        "a<b style='display:inline-flex'></b>b",
    ] {
        assert_eq!(gaps(unsure), [(1, Perhaps)], "{unsure}");
    }
    for none in [
        "a<b>b",
        "<button>a</button> b",
        "a<b style='padding:5px 0'>b",
        "a<b style='padding:5px;padding:0'>b",
        "a<b style='margin:0 -5px'>b",
        "a<b style='border:none'>b",
        "a<img width=1 height=1>b",
        "a<i hidden style='padding:5px'>x</i>b",
        "a<p style='margin:5px'>b",
        "<button>a</button>",
    ] {
        assert_eq!(gaps(none), [], "{none}");
    }
}

#[test]
fn entities_are_decoded() {
    let html = "<p>&ldquo;a&nbsp;b&rdquo; &amp; c &#8212; &lt;d&gt;&shy;";
    assert_eq!(text(html), "“a\u{A0}b” & c — <d>\u{AD}");
}

#[test]
fn blocks_separate_words_and_inline_elements_do_not() {
    let html = "<h1>Head</h1><ul><li>one<li>t<em>w</em>o</ul>a<br>b<table><td>c<td>d</table>";
    assert_eq!(text(html), "Head\none\ntwo\na\nb\nc\nd");
    for inline in [
        "term-tip", "unknown", "button", "label", "slot", "picture", "map", "output",
    ] {
        assert_eq!(
            text(&format!("<p>a<{inline}>b</{inline}>c")),
            "abc",
            "{inline}"
        );
    }
    assert_eq!(
        text("<p>a<img>b<wbr>c<input type=checkbox>d<math>e</math>"),
        "abcde"
    );
}

#[test]
fn style_sheets_make_blocks_and_lines() {
    assert_eq!(text("<p><span style='display:block'>a</span>b"), "a\nb");
    assert_eq!(text("<div style='display:inline'>a</div>b"), "ab");
    assert_eq!(
        text("<div style='display:flex'><span>a</span><span>b</span></div>"),
        "a\nb"
    );
    assert_eq!(text("<p><b style='float:left'>W</b>e"), "We");
    assert_eq!(
        text("<i style='display:table-cell'>a</i><i style='display:table-cell'>b</i>"),
        "a\nb"
    );
    assert_eq!(text("<p>a<i hidden style='display:contents'>b</i>c"), "abc");
    assert_eq!(text("<p>a<i hidden>b</i>c"), "ac");
    assert_eq!(text("<p style='white-space:pre-line'>a\nb"), "a\nb");
    assert_eq!(text("<pre style='white-space:normal'>a\nb"), "a b");
}

#[test]
fn spaces_collapse_as_in_a_browser() {
    assert_eq!(text("<p> a \n <b> b</b>  c </p>  <p>d"), "a b c\nd");
    assert_eq!(text("<pre>a\n  b</pre>"), "a\nb");
}

#[test]
fn broken_markup_means_what_it_means_in_a_browser() {
    assert_eq!(text("<p>a<div>b</p>c</span> <b>d"), "a\nb\nc d");
}

#[test]
fn readings_follow_their_block() {
    let html = "<p>We <ruby>begin<rp>(</rp><rt>start</rt><rp>)</rp></ruby> now.<p>Then";
    assert_eq!(text(html), "We begin now.\nstart\nThen");
}

#[test]
fn the_ends_of_blocks_are_known() {
    let page = read("<p>a<br>b<p>c<ul><li>d<li>e</ul>").shown;
    assert_eq!(page.text, "a\nb\nc\nd\ne");
    assert_eq!(page.breaks, [3, 5, 7]);
}

#[test]
fn what_is_struck_out_is_known() {
    for struck in [
        "<del>not</del>",
        "<s>not</s>",
        "<strike>not</strike>",
        "<i style='text-decoration: line-through red'>not</i>",
        "<del><i>n</i>ot</del>",
    ] {
        let shown = read(&format!("<p>We will {struck} go.")).shown;
        assert_eq!(shown.text, "We will not go.");
        let first = shown.struck.first().map(|at| at.start);
        let last = shown.struck.last().map(|at| at.end);
        assert_eq!((first, last), (Some(8), Some(11)), "{struck}");
    }
    for unstruck in ["display:inline-block", "float:left", "position:absolute"] {
        let page = format!(
            "<p><s>We <b style='{unstruck}'>will</b></s> go <del><b style='{unstruck}'>now</b></del>"
        );
        let shown = read(&page).shown;
        assert_eq!(shown.struck.len(), 2, "{page}: {shown:?}");
        assert_eq!(shown.struck[0], 0..2, "{page}");
    }
    let shown = read("<style>s{text-decoration:none}</style><p><s>not</s> <u>go</u>").shown;
    assert!(shown.struck.is_empty());
}

#[test]
fn what_is_shown_in_other_letters_is_known() {
    let shown =
        read("<h1 style='text-transform:uppercase'>We <b style='text-transform:none'>will").shown;
    assert_eq!(shown.text, "We will");
    assert_eq!(shown.cases.len(), 1);
    assert_eq!(shown.cases[0].0, 0..2);
    assert_eq!(read("<p>he said <q>no</q> twice").shown.marks, [8, 10]);
}

#[test]
fn a_hidden_part_is_read_as_it_would_be_shown() {
    let page = read("<p>a</p><div hidden><p>We <b hidden>x</b>will<p>go</div>");
    assert_eq!(page.shown.text, "a");
    let parts: Vec<&str> = page.hidden.split('\u{E000}').collect();
    assert_eq!(parts, ["", "x", "We will\ngo"]);
    assert_eq!(page.whole, "a\nWe xwill\ngo");
}
