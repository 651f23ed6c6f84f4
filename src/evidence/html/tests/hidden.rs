use super::super::read;
use super::how;

/// Says whether words are shown for sure.
fn is_sure(html: &str) -> bool {
    let shown = read(html).shown;
    shown.text.contains("words") && shown.doubtful.is_empty()
}

#[test]
fn patterns_that_hide_are_known() {
    for hidden in [
        "<p style='padding:0 18px;max-height:0;overflow:hidden'>words",
        "<p style='height:100%;width:0;position:fixed;overflow-x:hidden;padding-top:60px'>words",
        "<p style='height:0;overflow:auto'>words",
        "<p style='height:3px;overflow:hidden'>words",
        "<p style='height:calc(0px);overflow:hidden'>words",
        "<p style='height:0;height:bogus;overflow:hidden'>words",
        "<p style='height:0;overflow:hidden;flex:1'>words",
        "<p style='height:0;overflow:hidden;min-height:auto'>words",
        "<div style='display:grid;grid-template-rows:0fr'><div style='overflow:hidden'>words</div></div>",
        "<p style='opacity:.001'>words",
        "<p style='opacity:calc(1 - 1)'>words",
        "<p style='transform:scale(1,0)'>words",
        "<p style='transform:scale(0%)'>words",
        "<p style='transform:rotate(3deg) scaleY(0)'>words",
        "<p style='scale:0%'>words",
        "<p style='transform:matrix(0,0,0,0,0,0)'>words",
        "<p style='transform:rotateX(90deg)'>words",
        "<p style='transform:translate(calc(0px - 9999px))'>words",
        "<p style='filter:blur(0) opacity(0)'>words",
        "<p style='position:absolute;left:-100in'>words",
        "<p style='position:absolute;left:calc(-1 * 9999px)'>words",
        "<p style='position:absolute;clip:rect(0,auto,0,auto)'>words",
        "<dialog open style='left:-9999px'>words</dialog>",
        "<dialog open style='clip:rect(0,0,0,0)'>words</dialog>",
        "<p style='clip-path:inset(49%)'>words",
        "<p style='clip-path:inset(500px)'>words",
        "<p style='clip-path:rect(0 0 0 0)'>words",
        "<p style='clip-path:circle(1px)'>words",
        "<p style='font-size:0;font-size:bogus'>words",
        "<p style='font-size:calc(0px)'>words",
        "<p style='font-size:0.0001rem'>words",
        "<p style='color:oklch(0 0 0 / 0)'>words",
        "<p style='color:color(srgb 0 0 0 / 0)'>words",
        "<p style='text-indent:-9999px'><button>words</button>",
        "<div style='visibility:hidden'><p style='visibility:unset'>words</div>",
        "<div style='visibility:hidden'><p style='all:unset'>words</div>",
        "<div style='font-size:0'><p style='font-size:unset'>words</div>",
        "<div style='color:transparent'><p style='color:unset'>words</div>",
    ] {
        assert_eq!(how(hidden, "words"), "hidden", "{hidden}");
    }
    for unsure in [
        "<p style='transform:rotateY(180deg);backface-visibility:hidden'>words",
        "<p style='position:fixed;left:0;transform:translateX(-250px)'>words",
        "<p style='position:absolute;right:100%'>words",
        "<p style='position:absolute;bottom:100%'>words",
        "<p style='position:absolute;top:-40px'>words",
        "<p style='position:absolute;left:0;transform:translateX(-100%)'>words",
        "<p style='transform:translateX(calc(-100% - 50px))'>words",
        "<p style='translate:-100%'>words",
        "<div style='position:relative;overflow:hidden'><p style='position:absolute;left:100%'>words</div>",
        "<div style='height:0;padding-top:56%;overflow:hidden'>words</div>",
    ] {
        assert!(!is_sure(unsure), "{unsure}");
    }
}

#[test]
fn several_elements_hide_together_and_rules_that_may_hold_hide_perhaps() {
    for hidden in [
        "<div style='opacity:.3'><p style='opacity:.3'>words</div>",
        "<p style='rotate:y 90deg'>words",
        "<p style='transform:skewX(90deg)'>words",
        "<div style='display:grid;grid-template-rows:0 auto'><div style='overflow:hidden'>words</div></div>",
        "<div style='display:grid;grid-auto-rows:0'><div style='overflow:hidden'>words</div></div>",
        "<em style='text-indent:-9999px'><div>words</div></em>",
    ] {
        assert_eq!(how(hidden, "words"), "hidden", "{hidden}");
    }
    for unsure in [
        "<div style='transform:scale(.1)'><p style='scale:.05'>words</div>",
        "<div style='zoom:.1'><p style='zoom:.1'>words</div>",
        "<div style='transform:scale(100)'>words</div>",
        "<div style='position:relative;left:-700px'><p style='margin-left:-700px'>words</div>",
        "<div style='background:#fff'><p style='position:relative;z-index:-1'>words</div>",
        "<style>p{content:url(a.png)}</style><p>words",
        "<p style='clip-path:url(#a)'>words",
        "<p style='clip-path:path(\"M0 0\")'>words",
        "<style>@container (width>1px){p{position:absolute;left:-9999px}}</style><p>words",
        "<style>@container (width>1px){p{height:0;overflow:hidden}}</style><p>words",
        "<style>@scope (.a){:scope>p{display:none}}</style><div class=a><p>words</div>",
        "<style>.b{:scope &{display:none}}</style><p class=b>words",
        "<style>@layer a{p{opacity:0}} p{all:revert-layer}</style><p>words",
    ] {
        assert!(!is_sure(unsure), "{unsure}");
    }
    for shown in [
        "<div style='opacity:.5'><p style='opacity:.5'>words</div>",
        "<div style='transform:scale(.1)'><p style='scale:9'>words</div>",
        "<div style='position:relative;left:-700px'><p style='position:relative;left:700px'>words</div>",
        "<p style='position:relative;z-index:-1'>words",
        "<div style='background:#fff;position:relative;z-index:0'><p style='position:relative;z-index:-1'>words</div>",
        "<p style='rotate:90deg'>words",
        "<style>p{content:'x'}</style><p>words",
        "<div style='text-indent:-9999px'><em>a</em><p style='text-indent:0'>words</div>",
        "<style>@container (width>1px){p{height:9em;color:#123}}</style><p>words",
        "<style>@scope (.a){:scope>p{display:none}}</style><div class=b><p>words</div>",
        "<style>@layer a{p{color:red}} p{color:revert-layer}</style><p>words",
    ] {
        assert!(is_sure(shown), "{shown}");
    }
}

#[test]
fn what_looks_hidden_and_is_not_is_shown() {
    for shown in [
        "<p><span style='overflow:hidden;max-height:0'>words</span>",
        "<p><span style='transform:scale(0)'>words</span>",
        "<div style='color:transparent'><a href=x>words</a></div>",
        "<div style='color:transparent'><button>words</button></div>",
        "<div style='font-size:0'><button>words</button></div>",
        "<div style='color:transparent'><mark>words</mark></div>",
        "<div style='font-size:0'><table><td>words</table></div>",
        "<div style='position:relative'><p style='position:absolute;top:-40px'>words</div>",
        "<div style='position:relative'><p style='position:absolute;bottom:100%'>words</div>",
        "<p style='position:absolute;left:100%;transform:translateX(-100%)'>words",
        "<p style='position:absolute;top:50%;left:50%;transform:translate(-50%,-50%)'>words",
        "<p style='transform:rotate(180deg)'>words",
        "<p style='transform:rotateY(180deg)'>words",
        "<p style='transform:translateY(20px) scale(.9)'>words",
        "<p style='height:0;overflow:hidden;min-height:min-content'>words",
        "<p style='height:0;height:auto;overflow:hidden'>words",
        "<p style='opacity:0.2;filter:opacity(40%)'>words",
        "<p style='clip-path:inset(10px)'>words",
        "<p style='font-size:calc(1rem + 1vw)'>words",
        "<p style='visibility:hidden;visibility:initial'>words",
    ] {
        assert!(is_sure(shown), "{shown}");
    }
}

#[test]
fn variables_that_hide_are_known() {
    for hidden in [
        "<style>.x{--s:0;transform:scaleX(var(--s))}</style><p class=x>words",
        "<style>*{--a:1;--b:1} .x{--a:0;transform:scale(var(--a), var(--b))}</style><p class=x>words",
        "<style>:root{--w:transparent} p{color:var(--w)}</style><p>words",
        "<style>p{color:rgb(0 0 0 / var(--o, 1))} .x{--o:0}</style><p class=x>words",
        "<style>@property --x{syntax:'*';inherits:false;initial-value:0} p{opacity:var(--x)}</style><p>words",
        "<style>:root{--d:none}</style><div style='display:var(--d)'>words",
        "<style>:root{--space:.25rem} p{max-height:calc(var(--space) * 0);overflow:hidden}</style><p>words",
        "<p style='--p:absolute;position:var(--p);left:-9999px'>words",
        "<div style='visibility:hidden'><p style='--v:;visibility:var(--v)'>words</div>",
        "<p style='opacity:1;opacity:var(--o);--o:0'>words",
    ] {
        assert_eq!(how(hidden, "words"), "hidden", "{hidden}");
    }
    for unsure in [
        "<style>p{--x:-100%;translate:var(--x) var(--y, 0)}</style><p>words",
        "<style>p{opacity:var(--o)} @container (width > 1px){p{--o:0}}</style><p>words",
        "<p style='--o:var(--o);opacity:var(--o)'>words",
    ] {
        assert!(!is_sure(unsure), "{unsure}");
    }
    for shown in [
        "<style>*{--a:1;--b:1} .x{transform:scale(var(--a), var(--b))}</style><p class=x>words",
        "<style>p{--o:0;opacity:var(--o);opacity:1}</style><p>words",
        "<style>p{--o:0} p{--o:1;opacity:var(--o)}</style><p>words",
        "<style>p{--ink:#333;color:var(--ink);width:var(--none)}</style><p>words",
        "<style>p{opacity:var(--o);--o:0.5!important;--o:0}</style><p>words",
    ] {
        assert!(is_sure(shown), "{shown}");
    }
}

#[test]
fn style_sheets_and_frames_in_addresses_are_read() {
    for hidden in [
        "<link rel=stylesheet href='data:text/css,p%7Bdisplay:none%7D'><p>words",
        "<link rel='StyleSheet' media=screen href='data:text/css;base64,cHtkaXNwbGF5Om5vbmV9'><p>words",
        "<style>@import 'data:text/css,p{display:none}';</style><p>words",
        "<style>@import url('data:text/css,p{display:none}') screen;</style><p>words",
    ] {
        assert_eq!(how(hidden, "words"), "hidden", "{hidden}");
    }
    for shown in [
        "<link rel=stylesheet media=print href='data:text/css,p{display:none}'><p>words",
        "<link rel='alternate stylesheet' href='data:text/css,p{display:none}'><p>words",
        "<style>@import 'data:text/css,p{display:none}' print;</style><p>words",
        "<iframe src='data:text/html,<p>words'></iframe>",
        "<iframe src='data:text/html;base64,PHA+d29yZHM='></iframe>",
    ] {
        assert!(is_sure(shown), "{shown}");
    }
}

#[test]
fn words_in_drawings_are_shown_as_their_attributes_say() {
    for hidden in [
        "<text display=none>words</text>",
        "<text visibility=hidden>words</text>",
        "<text opacity=0>words</text>",
        "<text fill=none>words</text>",
        "<text style='fill:transparent'>words</text>",
        "<text fill-opacity=0>words</text>",
        "<text font-size=0>words</text>",
        "<g display=none><text>words</text></g>",
        "<g fill=none><text>words</text></g>",
        "words",
        "<g>words</g>",
    ] {
        let page = format!("<svg>{hidden}</svg>");
        assert_eq!(how(&page, "words"), "hidden", "{hidden}");
    }
    for shown in [
        "<text y=20>words</text>",
        "<rect/><text y=20 fill=#fff>words</text>",
        "<text y=20 fill=none style='fill:red'>words</text>",
        "<g fill=none><text y=20 fill=black>words</text></g>",
        "<text y=20 fill=none stroke=black>words</text>",
        "<text y=20 style='color:transparent'>words</text>",
        "<a><text y=20><tspan>words</tspan></text></a>",
        "<foreignObject width=90 height=20><p>words</p></foreignObject>",
    ] {
        let page = format!("<svg>{shown}</svg>");
        assert!(is_sure(&page), "{shown}");
    }
    let text = |parts: &str| read(&format!("<svg><text y=20>{parts}</text></svg>")).shown;
    let lines = "<tspan x=0 y=9>We will</tspan><tspan x=0 y=29>begin</tspan>";
    assert_eq!(text(lines).text, "We will\nbegin");
    let lines = "<tspan x=0>We will</tspan><tspan x=0 dy='1.2em'>begin</tspan>";
    assert_eq!(text(lines).text, "We will\nbegin");
    assert_eq!(text("5<tspan dx=90>0</tspan>").gaps.len(), 1);
}

#[test]
fn words_that_are_turned_around_are_doubtful() {
    for turned in [
        "<bdo dir=rtl>words</bdo>",
        "<p style='unicode-bidi:bidi-override;direction:rtl'>words",
        "<p dir=rtl><span style='unicode-bidi:isolate-override'>words</span>",
        "<p>\u{202E}words\u{202C}",
    ] {
        assert!(!is_sure(turned), "{turned}");
    }
    for level in [
        "<bdo dir=ltr>words</bdo>",
        "<p dir=rtl>words",
        "<p style='direction:rtl'>words",
        "<p style='unicode-bidi:bidi-override'>words",
        "<p>\u{202D}words\u{202C}",
    ] {
        assert!(is_sure(level), "{level}");
    }
}

/// As Chromium shows them in a window of 1280 by 720.
#[test]
fn what_animations_filters_and_masks_hide_is_doubtful() {
    let page = |css: &str| format!("<style>{css}</style><p>Before.<div class=a>words here</div>");
    for css in [
        "@keyframes k { to { opacity: 0 } } .a { animation: k .1s forwards }",
        "@keyframes k { from { color: red } 100% { visibility: hidden } } .a { animation: 1s ease k both }",
        "@keyframes k { from, to { opacity: 0 } } .a { animation: k 1s infinite }",
        ".a { animation-name: k; animation-fill-mode: forwards } @keyframes k { to { display: none } }",
        ".a { filter: blur(20px) }",
        ".a { mask: url(#nothing) }",
        ".a { mask: linear-gradient(transparent, transparent) }",
        ".a { mask: linear-gradient(#0000, #0000) }",
        ".a { mask: linear-gradient(#0000 99%, #000 99%) }",
        ".a { mask: linear-gradient(#000 1%, #0000 2%) }",
        ".a { mask-image: linear-gradient(rgba(0, 0, 0, 0), #ffffff00) }",
        ".a { -webkit-mask: conic-gradient(#0000 0 0) }",
        ".a { mask: linear-gradient(#000, #000) 0/0 0 no-repeat }",
        ".a { mask: linear-gradient(#000 0 0) 0 0/0% no-repeat }",
        ".a { mask: linear-gradient(#000, #000) luminance }",
        ".a { mask-size: 0 0; mask-image: linear-gradient(#000, #000); mask-repeat: no-repeat }",
        ".a { -webkit-mask-size: 0 0; -webkit-mask-image: linear-gradient(#000, #000) }",
        ".a { mask-image: linear-gradient(#000, #000); mask-mode: luminance }",
        ".a { -webkit-mask-box-image: linear-gradient(#0000, #0000) }",
        ".a { contain: strict }",
        "@supports (foo: bar) { .a { display: none } }",
    ] {
        assert!(!is_sure(&page(css)), "{css}");
    }
    for css in [
        "@keyframes k { to { opacity: 0 } } .a { animation: k .1s }",
        "@keyframes k { from { opacity: 0 } to { opacity: 1 } } .a { animation: k .1s both }",
        "@keyframes k { to { opacity: 0 } } .a { animation: other .1s both }",
        "@keyframes k { to { opacity: 0 } } .a { animation: k 1s both; animation: none }",
        ".a { filter: blur(0) }",
        ".a { filter: brightness(0) }",
        ".a { mask: none }",
        ".a { mask: linear-gradient(#000, transparent) }",
        ".a { mask-image: linear-gradient(to right, transparent, black 10% calc(100% - 9px), transparent) }",
        ".a { mask: radial-gradient(circle at 50%, rgb(0 0 0 / 90%), #0000) center/100% no-repeat }",
        ".a { mask-image: linear-gradient(red, #0000), linear-gradient(#0000, red); mask-composite: intersect }",
        ".a { mask: linear-gradient(hsl(0 0% 0%), transparent); mask-size: 100% 100%; mask-mode: alpha }",
        ".a { contain: content }",
        ".a { contain: strict; height: 400px }",
        ".a { content-visibility: auto }",
    ] {
        assert!(is_sure(&page(css)), "{css}");
    }
    let css = ".b { position: relative; height: 0; padding-top: 56%; overflow: hidden } \
        .c { position: absolute; top: 0; left: 0; width: 100%; height: 100% }";
    assert!(is_sure(&format!(
        "<style>{css}</style><div class=b><div class=c>words here</div></div>"
    )));
    assert!(!is_sure(&format!(
        "<style>{css}</style><div class=b><div>words here</div></div>"
    )));
}

#[test]
fn style_sheets_hide_parts_of_shadow_trees() {
    let page = |outer: &str, inner: &str| {
        let html = format!(
            "<style>{outer}</style><x-y><template shadowrootmode=open><style>{inner}</style>\
             <p id=i part='a b'>words</p></template></x-y>"
        );
        how(&html, "words")
    };
    for (outer, inner, told) in [
        ("x-y::part(a){display:none}", "", "hidden"),
        (
            "x-y::part(a b){display:none}",
            "#i{display:block}",
            "hidden",
        ),
        ("x-y::part(a){display:block}", "#i{display:none}", "shown"),
        (
            "x-y::part(a){display:block}",
            "#i{display:none!important}",
            "hidden",
        ),
        ("x-y::part(c){display:none}", "", "shown"),
        ("x-z::part(a){display:none}", "", "shown"),
        ("", "::part(a){display:none}", "shown"),
    ] {
        assert_eq!(page(outer, inner), told, "{outer} {inner}");
    }
}

/// As Chromium 156 draws it. What is closed a reader can open.
#[test]
fn what_style_sheets_hide_of_open_details_is_in_doubt() {
    let is_sure = |css: &str, open: &str| {
        let page = format!("<style>{css}</style><details {open}><summary>S</summary><p>words");
        is_sure(&page)
    };
    for css in [
        "::details-content{display:none}",
        "details::DETAILS-CONTENT{opacity:0!important}",
        "details[open]::details-content{content-visibility:hidden}",
        "details:open::details-content{height:0;overflow:hidden}",
        "details{&::details-content{visibility:hidden}}",
    ] {
        assert!(!is_sure(css, "open"), "{css}");
        assert!(is_sure(css, ""), "{css}");
    }
    for css in [
        "::details-content{opacity:0}details[open]::details-content{opacity:1}",
        "::details-content{height:0;overflow:clip}[open]::details-content{height:auto}",
        "::details-content{color:red}",
        "@media print{::details-content{display:none}}",
    ] {
        assert!(is_sure(css, "open"), "{css}");
    }
}

#[test]
fn words_are_hidden_without_the_tags_of_code() {
    for html in [
        "<script type=text/template><p>some <b>words</b></p></script>",
        "<script>{\"body\": \"<p>some <b>words<\\/b>\"}</script>",
        "<!-- <p>some <i>words</i></p> -->x",
        "<x-y><template shadowrootmode=open><slot>some words</slot></template><p>x</x-y>",
    ] {
        assert_eq!(how(html, "some words"), "hidden", "{html}");
    }
}
