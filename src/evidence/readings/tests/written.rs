//! What style sheets write by `content`, as Chromium 156 draws it.

use super::found;

const QUOTE: &str = "We will begin the works.";

fn page(css: &str) -> String {
    format!(
        "<!doctype html><style>{css}</style><p>We <i>will</i> <b data-x='not ' data-y='\"not \"'>begin</b> the works."
    )
}

#[test]
fn words_are_told_however_a_style_sheet_has_them() {
    for css in [
        "p{--x:'not '} b::before{content:var(--x)}",
        "b::before{--x:'not ';content:var(--x)}",
        "b::before{--x:'not '} p b::before{content:var(--x)}",
        "b::before{content:var(--none,'not ')}",
        ":root{--x:'not '} b::before{CONTENT:VAR(--x)!important} b::before{content:none}",
        "@property --x{syntax:'*';inherits:true;initial-value:'not '} b::before{content:var(--x)}",
        "b::before{content:attr(data-none,'not ')}",
        "b::before{content:attr(data-x raw-string)}",
        "b::before{content:attr(data-x type(<string>),'not ')}",
        "b::before{content:attr(data-y type(<string>))}",
        "b::before{content:env(none,'not ')}",
        "b::before{content:'no' counter(x,none) 't '}",
        "@counter-style w{system:cyclic;symbols:'not'} b::before{content:counter(c,w) ' '}",
        "b::before{content:counters(c,'',w)} @counter-style w{system:cyclic;symbols:'not '}",
        "p{quotes:'not ' ''} b::before{content:open-quote}",
        "b::before{quotes:'«' '»' 'not ' '';content:open-quote}",
        "i{quotes:'' ' not'} i::after{content:close-quote}",
        "b::before{content:'not ' / 'alt'}",
        "b::before{content:'not ';content:bogus}",
        "b::before{content:'not ';content:'' 5px}",
        "b::before{content:'not ';content:none 'x'}",
        "@container (min-width:1px){b::before{content:'not '}}",
        "@scope(p){b::before{content:'not '}}",
        "@scope(p){b{--x:'not '}} b::before{content:'not '} @container c{b::before{content:''}}",
        "p{b{&::before{content:'not '}}}",
        "b::bef\\6fre{c\\6fntent:'\\6e ot '}",
        "b::before{content:'not ';display:contents}",
        "@layer a{b::before{content:'not '}} @layer b{b::before{content:revert-layer}}",
        "b::before{content:'not';display:inline-flex;margin-right:4px}",
        "b{display:inline-flex} b::before{content:'not';margin-right:4px}",
    ] {
        assert_eq!(found(&page(css), QUOTE), "cannot-check unsure", "{css}");
        let with = "We will not begin the works.";
        assert_eq!(found(&page(css), with), "cannot-check unsure", "{css}");
    }
    for css in [
        "p{--x:'not '} b::before{content:var(--none)}",
        "p{--x:'→ '} b::before{content:var(--x)}",
        "b::before{content:attr(data-none)}",
        "b::before{content:'' / 'not '}",
        "b::before{content:url('not.png') / 'not '}",
        "b::before{content:linear-gradient(red,blue)}",
        "b::before{content:}",
        "b::before{content:'not ';all:unset}",
        "@counter-style w{symbols:'→'} b::before{content:counter(c,w) ' '}",
        "@counter-style w{symbols:'not'} b::before{content:counter(c) ' '}",
        "p{quotes:'“' '”'} b::before{content:open-quote}",
        "@media print{p{--x:'not '}} b::before{content:var(--x)}",
        "b::before{content:'not '} @container c{b::before{content:''}} b::before{content:''}",
    ] {
        assert_eq!(found(&page(css), QUOTE), format!("exact {QUOTE}"), "{css}");
    }
}

#[test]
fn words_that_are_not_known_leave_all_in_doubt() {
    for css in [
        "b::before{content:if(style(--x:1):'no ';else:'not ')}",
        "@function --f(){result:'not '} b::before{content:--f()}",
        "@scope(p){b{--x:'not '}} b::before{content:var(--x)}",
        "@counter-style w{symbols:'no' 'not'} b::before{content:counter(c,w) ' '}",
    ] {
        for quote in [QUOTE, "We will not begin the works."] {
            assert_eq!(found(&page(css), quote), "cannot-check unsure", "{css}");
        }
        let rest = "begin the works.";
        assert_eq!(found(&page(css), rest), format!("exact {rest}"), "{css}");
    }
}

#[test]
fn quote_marks_may_be_words() {
    let of = |css: &str| {
        let page = format!("<style>{css}</style><p>We will <q>begin it now</q> and end it");
        found(&page, "We will begin it now and end it")
    };
    for css in [
        "q{quotes:'not ' ''}",
        "body{quotes:'' ' not'}",
        "q{quotes:'not ' ''} q::before{content:open-quote}",
    ] {
        assert_eq!(of(css), "cannot-check unsure", "{css}");
    }
    for css in [
        "q{quotes:'«' '»'}",
        "q{quotes:none}",
        "q{quotes:'not ' ''} q::before,q::after{content:none}",
    ] {
        assert_eq!(of(css), "exact We will begin it now and end it", "{css}");
    }
}

#[test]
fn a_part_may_be_seen_of_what_is_hidden() {
    let of = |css: &str, quote: &str| {
        let page = format!("<style>{css}</style><p>We will <b>or may</b> begin the works.");
        found(&page, quote)
    };
    for css in [
        "b{visibility:hidden} b::before{content:'not ';visibility:visible}",
        "b{visibility:hidden} b::after{content:'not ';visibility:visible}",
        "b{font-size:0} b::before{content:'not ';font-size:16px}",
        "b{color:transparent} b::before{content:'not ';color:#000}",
    ] {
        assert_eq!(of(css, QUOTE), "cannot-check unsure", "{css}");
        let with = "We will not begin the works.";
        assert_eq!(of(css, with), "cannot-check unsure", "{css}");
        let in_file = "We will or may begin the works.";
        assert_eq!(of(css, in_file), "cannot-check hidden", "{css}");
    }
    for css in [
        "b{visibility:hidden} b::before{content:'not '}",
        "b{display:none} b::before{content:'not ';visibility:visible}",
        "b{opacity:0} b::before{content:'not ';opacity:1}",
        "b{visibility:hidden} b::before{content:'→';visibility:visible}",
    ] {
        let told = of(css, QUOTE);
        assert!(!told.starts_with("cannot-check"), "{css} {told}");
    }
}

#[test]
fn what_is_written_right_at_a_number_makes_it_another() {
    let of = |css: &str, quote: &str| {
        let page = format!(
            "<!doctype html><style>{css}</style><p>We shall <i>pay</i> <b data-x=1>5</b><u> million</u> for it."
        );
        found(&page, quote)
    };
    let quotes = ["We shall pay 5 million", "5 million for it."];
    for css in [
        "b::before{content:'1'}",
        "b::before{content:attr(data-x)}",
        "b::before{content:counter(x)}",
        "b::before{content:counter(x) '.'}",
        "b::before{content:'-'}",
        "b::before{content:'\\2212'}",
        "b{--x:'-'} b::before{content:var(--x)}",
        "b::before{content:'$'}",
        "b::before{content:'.'}",
        "b::after{content:'%'}",
        "b::after{content:'0'}",
        "b::after{content:'½'}",
        "b::after{content:'bn'}",
        "b::after{content:'\\a0%'}",
        "u::before{content:'%'}",
    ] {
        for quote in quotes {
            assert_eq!(of(css, quote), "cannot-check unsure", "{css} {quote}");
        }
        let rest = "million for it.";
        assert_eq!(of(css, rest), format!("exact {rest}"), "{css}");
    }
    for css in [
        "b::before{content:'- '}",
        "b::before{content:'['} b::after{content:']'}",
        "b::before{content:'•'}",
        "b::before{content:'\\f015'}",
        "b::before{content:'-';position:absolute}",
        "b::before{content:'-';margin-right:4px}",
        "b::before{content:counter(x);padding:0 4px}",
        "b::before{content:counter(x);float:left}",
        "b::before{content:'-';display:none}",
        "b::before{content:'-';opacity:0}",
        "b::before{content:'1';font-family:FontAwesome}",
        "b::before{content:open-quote} b::after{content:close-quote}",
        "b::after{content:' »'}",
        "b::after{content:' (↗)'}",
        "u::before{content:' / '}",
        "u::after{content:' | '}",
        "b::after{content:''}",
        "b::after{content:' '}",
        "p::after{content:'.';display:block;height:0;visibility:hidden}",
        "p::before{content:counter(x) '. '}",
        "@media print{b::before{content:'1'}}",
    ] {
        for quote in quotes {
            assert_eq!(of(css, quote), format!("exact {quote}"), "{css}");
        }
    }
    let raised = "b::before{content:'1';vertical-align:super}";
    assert_eq!(of(raised, quotes[1]), format!("exact {}", quotes[1]));
}

#[test]
fn letters_that_are_written_right_after_a_number_are_of_it() {
    let of = |css: &str| {
        let page = format!("<style>{css}</style><p>We shall pay <b>5</b> for the new harbour.");
        found(&page, "We shall pay 5")
    };
    for letters in ["bn", "k", "M", "th", "x"] {
        let css = format!("b::after{{content:'{letters}'}}");
        assert_eq!(of(&css), "cannot-check unsure", "{css}");
        let apart = css.replace('}', ";margin-left:2px}");
        assert_eq!(of(&apart), "exact We shall pay 5", "{apart}");
    }
}

#[test]
fn what_is_written_right_at_a_word_makes_it_another() {
    let of = |css: &str, quote: &str| {
        let page = format!("<style>{css}</style><p>We all are <b>happy</b> with the new works.");
        found(&page, quote)
    };
    for (css, quote) in [
        ("b::before{content:'un'}", "happy with the new works."),
        ("b::before{content:'Un'}", "We all are happy"),
        ("b::after{content:'less'}", "We all are happy"),
        ("b::after{content:'less'}", "We all are happy with"),
    ] {
        assert_eq!(of(css, quote), "cannot-check unsure", "{css} {quote}");
    }
    for (css, quote) in [
        ("b::before{content:'un '}", "happy with the new works."),
        ("b::before{content:'c'}", "happy with the new works."),
        (
            "b::before{content:'By';margin-right:4px}",
            "happy with the new works.",
        ),
        ("p::before{content:'By'}", "all are happy with the new"),
        ("p::after{content:'By'}", "happy with the new works."),
    ] {
        assert_eq!(of(css, quote), format!("exact {quote}"), "{css}");
    }
}

#[test]
fn nothing_is_written_before_or_after_what_has_no_parts() {
    for inside in [
        "<br>",
        "<wbr>",
        "<textarea></textarea>",
        "<iframe></iframe>",
    ] {
        let page = format!(
            "<style>p *::after{{content:'not '}} p *::before{{content:' or'}}</style><p>We will {inside}begin the works."
        );
        let told = found(&page, QUOTE);
        assert!(!told.starts_with("cannot-check"), "{inside} {told}");
    }
    let page =
        "<style>p *::after{content:'not '}</style><p>We will <button></button>begin the works.";
    assert_eq!(found(page, QUOTE), "cannot-check unsure");
}

#[test]
fn words_are_told_that_other_trees_write() {
    let quote = "We will begin the works.";
    for (outer, inner) in [
        ("", "::slotted(i)::before{content:'not '}"),
        ("", ":host::before{content:'not '}"),
        ("", ":host(x-y)::before{content:'not '}"),
        ("", "b::before{content:'not '}"),
        ("x-y::part(p)::before{content:'not '}", ""),
        ("x-y::before{content:'not '}", ":host::before{content:''}"),
        ("x-y{--x:'not '}", "b::before{content:var(--x)}"),
        ("x-y{quotes:'not ' ''}", "b::before{content:open-quote}"),
    ] {
        let of = |outer: &str, inner: &str| {
            let page = format!(
                "<style>{outer}</style><p>We will <x-y><template shadowrootmode=open><style>{inner}</style><b part=p><slot></slot></b></template><i>begin</i></x-y> the works."
            );
            found(&page, quote)
        };
        let told = "cannot-check unsure";
        assert_eq!(of(outer, inner), told, "{outer} {inner}");
        let [other, none] = [outer, inner].map(|css| css.replace("not ", "→ "));
        assert_eq!(
            of(&other, &none),
            format!("exact {quote}"),
            "{outer} {inner}"
        );
    }
    let page = "<style>p{--x:attr(data-x)} b::before{content:var(--x)}</style><p data-x='not '>We will <b>begin</b> the works.";
    assert_eq!(found(page, quote), "cannot-check unsure");
    let page = "<style>b::before{content:'不'}</style><p>我们明天<b>开始</b>施工港口的新码头。";
    assert_eq!(
        found(page, "我们明天开始施工港口的新码头"),
        "cannot-check unsure"
    );
}
