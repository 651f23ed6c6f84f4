//! Tells whether scripts may fill a page of hardly a word.

use super::parse::parse;
use super::tree::{Content, DOCUMENT, Node, Tree};

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
/// Elements with words around those of a page, or for browsers that run no scripts.
const AROUND: &[&str] = &["a", "button", "footer", "header", "nav"];
const UNREAD: &[&str] = &["head", "noscript", "script", "style", "template", "title"];
/// What waits to be filled says no more, such as "Loading…".
const MOST_OF_A_MOUNT: usize = 30;

/// Says whether a script of a page may fill it: one that is no data and counts no visits and, if it is a
/// module and the page has words, where an element waits for it. Of a page that is not short it does where hardly a word
/// is left without those for browsers that run no scripts, or without menus where an element waits.
pub(in super::super) fn may_be_filled(html: &str, has: Words, fewest: usize) -> bool {
    let tree = parse(html).tree;
    let kinds = tree.nodes.iter().enumerate();
    let kinds = kinds.filter(|(_, node)| node.is("script"));
    let (mut has_script, mut has_module) = (false, false);
    for (id, node) in kinds {
        match kind(&tree, id, node) {
            Kind::Script => has_script = true,
            Kind::Module => has_module = true,
            Kind::Other => {}
        }
    }
    if !has_script && !has_module {
        return false;
    }
    let words = lengths(&tree, &[]);
    let waits = || has_mount(&tree, &words);
    let is_blank = has == Words::None;
    let is_left = |around: &[&str]| {
        lengths(&tree, around)
            .first()
            .is_none_or(|left| *left < fewest)
    };
    match has {
        Words::Many if is_left(AROUND) && waits() => true,
        Words::Many => has_script && is_left(&[]),
        Words::None | Words::Few => has_script || is_blank || waits(),
    }
}

/// How many words a page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Words {
    None,
    Few,
    Many,
}

/// Returns how long the text in each node is, without that in some elements and that for browsers without scripts;
/// of nodes in those, no more than that they are none to be filled.
fn lengths(tree: &Tree, without: &[&str]) -> Vec<usize> {
    let mut lengths = vec![usize::MAX; tree.nodes.len()];
    let mut order = Vec::new();
    let mut open = vec![DOCUMENT];
    while let Some(id) = open.pop() {
        let node = &tree.nodes[id];
        if UNREAD.iter().chain(without).any(|name| node.is(name)) {
            continue;
        }
        order.push(id);
        lengths[id] = match &node.content {
            Content::Text(text) => text.trim().chars().count(),
            Content::Element { .. }
            | Content::Comment(_)
            | Content::ShadowRoot { .. }
            | Content::Other => 0,
        };
        open.extend(tree.shadow(id));
        open.extend(tree.children(id));
    }
    for id in order.into_iter().rev() {
        let parent = match tree.nodes[id].content {
            Content::ShadowRoot { host } => Some(host),
            Content::Element { .. } | Content::Text(_) | Content::Comment(_) | Content::Other => {
                tree.nodes[id].parent
            }
        };
        if let Some(parent) = parent {
            lengths[parent] += lengths[id];
        }
    }
    lengths
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

/// Says whether an element holds no words, or what is shown until a script fills it.
fn has_mount(tree: &Tree, lengths: &[usize]) -> bool {
    tree.nodes.iter().zip(lengths).any(|(node, length)| {
        let is_box = ["div", "main", "section", "article"]
            .iter()
            .any(|name| node.is(name));
        let is_custom = node.name.local.contains('-');
        let is_named = node.attribute("id").is_some() || is_custom;
        (is_box || is_custom) && is_named && *length <= MOST_OF_A_MOUNT
    })
}

#[cfg(test)]
mod tests {
    use super::{Words, may_be_filled};

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
                !may_be_filled(&format!("{words}{script}"), Words::Few, 200),
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
                "<p>News</p><div id=app><div class=spinner><b>Loading</b>…</div></div><script type=module src=a.js></script>",
                false,
            ),
            (
                "<p>News</p><main id=app><svg><path></svg></main><script type=module src=a.js></script>",
                false,
            ),
            (
                "<svg><script>x</script></svg><SCRIPT TYPE='Text/JavaScript; charset=utf-8' SRC=a.js>",
                false,
            ),
        ] {
            let has = if is_blank { Words::None } else { Words::Few };
            assert!(may_be_filled(page, has, 200), "{page}");
        }
    }

    /// As x.com and others send their pages.
    #[test]
    fn pages_of_menus_and_of_words_for_others_wait_to_be_filled() {
        let sixty = "We have found that there are no scripts here. ".repeat(8);
        let menu = "<li><a href=x>Politics and world</a>".repeat(20);
        let script = "<script src=a.js></script>";
        for page in [
            format!(
                "<body><noscript><h1>No scripts</h1><p>{sixty}</noscript><div id=root></div>{script}"
            ),
            format!("<body><noscript>{sixty}</noscript>{script}"),
            format!("<nav>{sixty}</nav><div id=app></div>{script}"),
            format!("<ul>{menu}</ul><div id=app><i></i></div>{script}"),
            format!(
                "<header>{sixty}</header><app-root></app-root><footer>{sixty}</footer>{script}"
            ),
            format!("<nav>{sixty}</nav><div id=app></div><script type=module src=a.js></script>"),
        ] {
            assert!(may_be_filled(&page, Words::Many, 200), "{page}");
        }
        for page in [
            format!("<noscript>{sixty}</noscript><div id=root></div>"),
            format!("<p>{sixty}<div id=app></div>{script}"),
            format!("<ul>{menu}</ul>{script}"),
            format!("<ul>{menu}</ul><template><div id=x></div></template>{script}"),
        ] {
            assert!(!may_be_filled(&page, Words::Many, 200), "{page}");
        }
    }
}
