//! Tells whether scripts may fill a page of hardly a word.

use super::parse::parse;
use super::tree::{Node, Tree};

/// Scripts that count visits, advertise or ask for consent, by what their address or code has: they fill
/// no page.
const OF_OTHERS: &[&str] = &[
    "googletagmanager",
    "google-analytics",
    "googlesyndication",
    "gtag(",
    "datalayer",
    "_gaq",
    "googleanalyticsobject",
    "matomo",
    "piwik",
    "_paq",
    "plausible",
    "fbevents",
    "fbq(",
    "hotjar",
    "clarity.ms",
    "cloudflareinsights",
    "chartbeat",
    "quantserve",
    "scorecardresearch",
    "cookiebot",
    "onetrust",
    "newrelic",
    "sentry",
    "wp-emoji",
    "_wpemojisettings",
];
/// What waits to be filled says no more, such as "Loading…".
const MOST_OF_A_MOUNT: usize = 30;

/// Says whether a script of a page may fill it: one that is no data and counts no visits and, if it is a
/// module and the page has words, where an element waits for it.
pub(in super::super) fn may_be_filled(html: &str, is_blank: bool) -> bool {
    let tree = parse(html).tree;
    let mut has_module = false;
    for (id, node) in tree.nodes.iter().enumerate() {
        match node.is("script").then(|| kind(&tree, id, node)) {
            Some(Kind::Script) => return true,
            Some(Kind::Module) => has_module = true,
            Some(Kind::Other) | None => {}
        }
    }
    has_module && (is_blank || has_mount(&tree))
}

enum Kind {
    Script,
    Module,
    /// Data, or a script that fills nothing.
    Other,
}

fn kind(tree: &Tree, id: usize, node: &Node) -> Kind {
    let kind = node.attribute("type").unwrap_or_default();
    let kind = kind
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let source = node.attribute("src").unwrap_or_default();
    let code = format!("{source} {}", tree.text_in(id)).to_ascii_lowercase();
    let is_script = kind.is_empty() || kind.ends_with("javascript") || kind.ends_with("ecmascript");
    match &*kind {
        _ if code.trim().is_empty() => Kind::Other,
        _ if OF_OTHERS.iter().any(|mark| code.contains(mark)) => Kind::Other,
        "module" => Kind::Module,
        _ if is_script => Kind::Script,
        _ => Kind::Other,
    }
}

/// Says whether an element holds nothing, or what is shown until a script fills it.
fn has_mount(tree: &Tree) -> bool {
    tree.nodes.iter().enumerate().any(|(id, node)| {
        let is_box = ["div", "main", "section", "article"]
            .iter()
            .any(|name| node.is(name));
        let is_custom = node.name.local.contains('-');
        let is_named = node.attribute("id").is_some() || is_custom;
        let has_elements = tree
            .children(id)
            .any(|child| tree.nodes[child].is_element());
        (is_box || is_custom)
            && is_named
            && !has_elements
            && tree
                .text_in(id)
                .trim()
                .chars()
                .nth(MOST_OF_A_MOUNT)
                .is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::may_be_filled;

    #[test]
    fn scripts_that_fill_nothing_leave_a_short_page_as_it_is() {
        let words = "<p>We will begin the works.</p>";
        for script in [
            "<script type='application/ld+json'>{\"@type\": \"Article\"}</script>",
            "<script type=application/json>{}</script><script type=text/template><p>x</script>",
            "<script async src='https://www.googletagmanager.com/gtag/js?id=G-1'></script>\
             <script>window.dataLayer = window.dataLayer || []; gtag('js', new Date());</script>",
            "<script>var _paq = window._paq || []; _paq.push(['trackPageView']);</script>",
            "<script type=module src=/assets/menu.js></script>",
            "<script type=importmap>{\"imports\": {}}</script>",
            "<script></script>",
            "",
        ] {
            assert!(
                !may_be_filled(&format!("{words}{script}"), false),
                "{script}"
            );
        }
    }

    #[test]
    fn scripts_that_may_fill_a_page_are_told() {
        for (page, is_blank) in [
            ("<div id=root></div><script src=app.js></script>", true),
            ("<p>Loading</p><script src=app.js></script>", false),
            ("<p>x</p><script>document.body.append('y')</script>", false),
            ("<script type=module src=app.js></script>", true),
            (
                "<p>News</p><div id=app></div><script type=module src=a.js></script>",
                false,
            ),
            (
                "<p>News</p><app-root>Loading…</app-root><script type=module src=a.js></script>",
                false,
            ),
            (
                "<svg><script>x</script></svg><SCRIPT TYPE='Text/JavaScript; charset=utf-8' SRC=a.js>",
                false,
            ),
        ] {
            assert!(may_be_filled(page, is_blank), "{page}");
        }
    }
}
