//! Boxes that show nothing, or perhaps not, of what is in them; as Chromium 156 draws them.

use super::super::read;
use super::how;

/// Says whether words are shown for sure.
fn is_sure(html: &str) -> bool {
    let shown = read(html).shown;
    shown.text.contains("words") && shown.doubtful.is_empty()
}

#[test]
fn frames_and_fields_without_room_show_nothing() {
    for hidden in [
        "<iframe width=0 height=0 srcdoc='words'></iframe>",
        "<iframe width=1 height=1 srcdoc='words'></iframe>",
        "<iframe width=0 srcdoc='words'></iframe>",
        "<iframe height=1px srcdoc='words'></iframe>",
        "<iframe style='width:0;height:0;border:0' srcdoc='words'></iframe>",
        "<iframe style='height:1px' srcdoc='words'></iframe>",
        "<iframe style='max-height:0;padding:9px' srcdoc='words'></iframe>",
        "<iframe width=0 src='data:text/html,words'></iframe>",
        "<input style='width:0;padding:0;border:0' value=words>",
        "<input style='height:0' value=words>",
        "<input style='width:0' placeholder=words>",
        "<textarea style='height:0;width:0'>words</textarea>",
        "<textarea style='max-width:1px'>words</textarea>",
    ] {
        assert_eq!(how(hidden, "words"), "hidden", "{hidden}");
    }
    for unsure in [
        "<input type=submit style='width:0' value=words>",
        "<button style='height:0'>words</button>",
        "<select style='width:0'><option>words</select>",
        "<iframe style='position:absolute;top:-100px' srcdoc='words'></iframe>",
    ] {
        assert!(!is_sure(unsure), "{unsure}");
    }
    for shown in [
        "<iframe width=300 height=90 srcdoc='words'></iframe>",
        "<iframe width=0 style='width:300px' srcdoc='words'></iframe>",
        "<iframe width=1 style='min-width:100%' srcdoc='words'></iframe>",
        "<iframe width=100% srcdoc='words'></iframe>",
        "<textarea style='width:0;min-width:100%'>words</textarea>",
        "<input style='background:url(x.png)' value=words>",
        "<div style='display:flex'><input style='width:0;flex:1' value=words></div>",
    ] {
        assert!(is_sure(shown), "{shown}");
    }
}

#[test]
fn drawings_without_room_show_nothing() {
    for hidden in [
        "<svg width=0 height=0><text y=20>words</text></svg>",
        "<svg width=0 height=0 style='position:absolute'><g><text y=20>words</text></g></svg>",
        "<svg style='width:0;height:0'><text y=10>words</text></svg>",
        "<svg style='display:block;height:1px'><text y=10>words</text></svg>",
        "<svg><foreignObject width=0 height=9><p>words</foreignObject></svg>",
    ] {
        assert_eq!(how(hidden, "words"), "hidden", "{hidden}");
    }
    for unsure in [
        "<svg width=1 height=1 overflow=visible><text y=10>words</text></svg>",
        "<svg><foreignObject><p>words</foreignObject></svg>",
        "<svg><foreignObject y=200 width=90 height=20><p>words</foreignObject></svg>",
        "<svg><text>words</text></svg>",
        "<svg><text x=0 y=900>words</text></svg>",
        "<svg><text x=400 y=20>words</text></svg>",
        "<svg width=100 height=100><text x=0 y=-50>words</text></svg>",
        "<svg width=100 height=100><text x=-50 y=50>words</text></svg>",
        "<svg viewBox='0 0 10 10'><text y=11>words</text></svg>",
        "<svg viewBox='0 50 100 100'><text y=20>words</text></svg>",
        "<svg><text y=20><tspan y=900>words</tspan></text></svg>",
        "<svg><text y=20 dy=-3em>words</text></svg>",
        "<svg><g transform='translate(0,-99)'><text y=20>words</text></g></svg>",
        "<svg><g transform='matrix(1 0 0 1 0 400)'><text y=20>words</text></g></svg>",
        "<svg><text y=120%>words</text></svg>",
    ] {
        assert!(!is_sure(unsure), "{unsure}");
    }
    for shown in [
        "<svg><text y=20>words</text></svg>",
        "<svg><text y='20 20' x='9,9'>words</text></svg>",
        "<svg><text dy=1em>words</text></svg>",
        "<svg><text y=100%>words</text></svg>",
        "<svg><text><tspan y=20>words</tspan></text></svg>",
        "<svg><text dominant-baseline=hanging>words</text></svg>",
        "<svg><text transform='translate(9 20)'>words</text></svg>",
        "<svg><g transform='translate(40,40)'><text x=-9 y=-9>words</text></g></svg>",
        "<svg overflow=visible><text y=-9>words</text></svg>",
        "<svg style='overflow:visible'><text y=900>words</text></svg>",
        "<svg style='width:100%;height:900px'><text x=700 y=700>words</text></svg>",
        "<svg width=100% height=50em><text x=700 y=700>words</text></svg>",
        "<svg viewBox='-50 -50 100 100'><text y=-9 x=-9>words</text></svg>",
        "<svg width=0 style='width:90px'><text y=20>words</text></svg>",
    ] {
        assert!(is_sure(shown), "{shown}");
    }
}

#[test]
fn drawings_are_turned_clipped_and_chosen_from() {
    for hidden in [
        "<svg><switch><g/><text y=20>words</text></switch></svg>",
        "<svg transform='scale(0)'><text y=20>words</text></svg>",
        "<math><maction><mn>1</mn><mtext>words</mtext></maction></math>",
        "<math><mphantom><mtext>words</mtext></mphantom></math>",
    ] {
        assert_eq!(how(hidden, "words"), "hidden", "{hidden}");
    }
    for unsure in [
        "<svg><g transform='scale(0)'><text y=20>words</text></g></svg>",
        "<svg><text transform='rotate(180)' x=9 y=20>words</text></svg>",
        "<svg><text style='transform:rotate(90deg)' x=9 y=20>words</text></svg>",
        "<svg><text transform='scale(-1,1)' x=9 y=20>words</text></svg>",
        "<svg><g transform='translate(500,0)' transform-origin='0 0'><text y=20>words</text></g></svg>",
        "<style>g { transform: translate(500px, 0) }</style><svg><g><text y=20>words</text></g></svg>",
        "<svg><g style='transform:translate(500%,0)'><text y=20>words</text></g></svg>",
        "<svg><g transform='scale(10)'><text x=90 y=9>words</text></g></svg>",
        "<svg><g transform='translate(9) scale(.1) translate(9000)'><text y=20>words</text></g></svg>",
        "<svg width=700 height=80 viewBox='0 0 70000 8000'><text y=90>words</text></svg>",
        "<svg><svg x=900><text y=20>words</text></svg></svg>",
        "<svg><svg width=10 height=10><text y=20>words</text></svg></svg>",
        "<svg><text clip-path='url(#a)' y=20>words</text></svg>",
        "<svg><text mask='url(#a)' y=20>words</text></svg>",
        "<svg><text filter='url(#a)' y=20>words</text></svg>",
        "<svg><text fill=white y=20>words</text></svg>",
        "<body style='background:#000'><svg><text y=20>words</text></svg>",
        "<svg><switch><text systemLanguage=de y=20>x</text><text y=20>words</text></switch></svg>",
    ] {
        assert!(!is_sure(unsure), "{unsure}");
    }
    for shown in [
        "<svg><g transform='rotate(-90)'><text x=-90 y=20>words</text></g></svg>",
        "<svg><text transform='rotate(180 150 75)' x=9 y=20>words</text></svg>",
        "<svg><text transform='scale(-1,1)' x=-90 y=20>words</text></svg>",
        "<svg><g transform='scale(.5)'><text x=500 y=200>words</text></g></svg>",
        "<svg><g transform='matrix(1 0 0 -1 0 100)'><text transform='scale(1,-1)' y=-20>words</text></g></svg>",
        "<svg width=700 height=80 viewBox='0 0 70000 8000'><text font-size=2000 y=4000>words</text></svg>",
        "<svg><path d='M0 0h300v150H0z'/><text fill=white y=20>words</text></svg>",
        "<svg style='background:#123'><text fill=white y=20>words</text></svg>",
        "<svg><foreignObject width=90 height=20><p style='color:#123'>words</foreignObject></svg>",
        "<svg><switch><text y=20>words</text><text y=20>x</text></switch></svg>",
    ] {
        assert!(is_sure(shown), "{shown}");
    }
}

#[test]
fn hidden_columns_and_flat_lines_are_in_doubt() {
    for unsure in [
        "<table><colgroup><col><col style='visibility:collapse'></colgroup><tr><td>x<td>words</table>",
        "<table><colgroup style='visibility:collapse'><tr><td>words</table>",
        "<style>.c{visibility:collapse}</style><table><col class=c><tbody><tr><td>words</table>",
        "<p style='line-height:0;overflow:hidden'>words",
        "<p style='line-height:0%;overflow:clip'>words",
        "<div style='line-height:0'><p style='overflow:hidden'>words</div>",
        "<p style='font:16px/0 serif;overflow:hidden'>words",
        "<div style='display:table'><p style='display:table-column;visibility:collapse'></p><p>words</div>",
    ] {
        assert!(!is_sure(unsure), "{unsure}");
    }
    for hidden in [
        "<div style='display:table-column'>words</div>",
        "<div style='display:table-column-group'><p>words</div>",
        "<table><tr style='visibility:collapse'><td style='visibility:visible'>words</table>",
        "<table><tbody style='visibility:collapse'><tr style='visibility:visible'><td>words</table>",
        "<p style='display:table-row;visibility:collapse'><b style='visibility:visible'>words",
    ] {
        assert_eq!(how(hidden, "words"), "hidden", "{hidden}");
    }
    for shown in [
        "<table><col><tr><td>words</table>",
        "<table><col style='visibility:hidden'><tr><td>words</table>",
        "<div style='display:none;visibility:collapse'></div><p>words",
        "<p style='visibility:collapse'><b style='visibility:visible'>words",
        "<div><table><col style='visibility:collapse'><tr><td></table>words</div>",
        "<p style='line-height:0'>words",
        "<p style='line-height:0;line-height:-1;line-height:1.2;overflow:hidden'>words",
        "<div style='line-height:0;overflow:hidden'><p style='line-height:1.5'>words</div>",
        "<div style='line-height:0;overflow:hidden'><p style='font:1em serif'>words</div>",
    ] {
        assert!(is_sure(shown), "{shown}");
    }
}

#[test]
fn what_begins_hidden_and_is_animated_is_in_doubt() {
    for css in [
        "opacity:0;animation:f 1s forwards",
        "opacity:0;animation-name:f;animation-duration:1s;animation-fill-mode:both",
        "visibility:hidden;animation:f 1s forwards",
        "color:transparent;animation:f 1s forwards",
        "font-size:0;animation:f 1s forwards",
        "transform:scale(0);animation:f 1s forwards",
        "height:0;overflow:hidden;animation:f 1s forwards",
    ] {
        let page = format!("<style>@keyframes f{{100%{{opacity:1}}}} p{{{css}}}</style><p>words");
        assert_eq!(how(&page, "words"), "shown", "{css}");
        assert!(!is_sure(&page), "{css}");
        let page = page.replace("animation", "x");
        assert_eq!(how(&page, "words"), "hidden", "{css}");
    }
}

#[test]
fn declarations_that_no_browser_reads_hide_nothing_and_show_nothing() {
    for css in [
        "display:none none",
        "display:none block",
        "display:block;display:inline none",
        "height:-1px;overflow:hidden",
        "max-height:-1px;overflow:hidden",
        "height:0;overflow:hidden bogus",
        "clip-path:inset(50%) bogus",
        "filter:opacity(0) bogus",
    ] {
        assert!(is_sure(&format!("<p style='{css}'>words")), "{css}");
    }
    for css in [
        "display:none;display:block block",
        "display:none;display:contents block",
        "height:0;overflow:hidden;overflow:bogus",
        "height:0;overflow:hidden;padding:1px 1px 1px 1px 1px",
        "height:0;overflow:hidden;padding:",
        "width:0;overflow:hidden;float:left;width:-9px",
        "height:0;overflow:hidden;min-height:9",
        "opacity:0;opacity:9px",
        "clip-path:inset(50%) padding-box",
        "filter:opacity(0) blur(1px)",
        "filter:opacity(0) url(#f)",
    ] {
        assert_eq!(
            how(&format!("<p style='{css}'>words"), "words"),
            "hidden",
            "{css}"
        );
    }
    for css in [
        "block flow-root",
        "inline flow-root list-item",
        "inline flex",
        "list-item block",
    ] {
        let css = format!("display:none;display:{css}");
        assert!(is_sure(&format!("<p style='{css}'>words")), "{css}");
    }
}
