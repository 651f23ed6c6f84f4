#![doc = include_str!("doubled_label.md")]
//! Only a word before a number is taken for one: a section may be called "Section A".

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Rule};
use crate::load::Text;
use crate::model::LocatorLabel;

pub(super) static DOUBLED_LABEL: Rule = Rule::warning(include_str!("doubled_label.md"));

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    for claim in &cx.document.claims {
        let quotes = claim.quotes.iter().map(|quote| &quote.at);
        for at in std::iter::once(&claim.at).chain(quotes) {
            for (label, value) in at {
                if let Some(number) = after_word(**label, value) {
                    out.warn(&claim.allow, fault(**label, value, number));
                }
            }
        }
    }
}

/// The words by which English counts what a locator counts.
fn words(label: LocatorLabel) -> &'static str {
    match label {
        LocatorLabel::Page => "p pp pg page pages",
        LocatorLabel::Paragraph => "para paras par paragraph paragraphs ¶ ¶¶",
        LocatorLabel::Section => "§ §§ sec secs section sections",
        LocatorLabel::Chapter => "ch chs chap chapter chapters",
        LocatorLabel::Volume => "vol vols volume volumes",
        LocatorLabel::Issue => "no nos issue issues",
        LocatorLabel::Line => "l ll line lines",
        LocatorLabel::Column => "col cols column columns",
        LocatorLabel::Folio => "f ff fol fols folio folios",
        LocatorLabel::Figure => "fig figs figure figures",
        LocatorLabel::Table => "tab table tables",
        LocatorLabel::Note => "n nn fn note notes footnote footnotes",
        LocatorLabel::Equation => "eq eqs equation equations",
        LocatorLabel::ArticleLocator => "art arts article articles",
        LocatorLabel::Appendix => "app apps appendix appendices",
        LocatorLabel::Part => "pt pts part parts",
        LocatorLabel::Book => "bk bks book books",
        LocatorLabel::Act => "act acts",
        LocatorLabel::Scene => "sc scs scene scenes",
        LocatorLabel::Verse => "v vv verse verses",
        LocatorLabel::Version => "version versions",
        LocatorLabel::Rule => "rule rules",
        LocatorLabel::Canon => "can canon canons",
        LocatorLabel::Opus => "op opp opus",
        LocatorLabel::Supplement => "supp suppl supplement supplements",
        LocatorLabel::TitleLocator => "tit title titles",
        LocatorLabel::Elocation | LocatorLabel::SubVerbo | LocatorLabel::Timestamp => "",
    }
}

/// Returns the number after the word, if a value begins with the word of its own label.
fn after_word(label: LocatorLabel, value: &str) -> Option<&str> {
    let value = value.trim();
    let at = value.find(|c: char| c.is_ascii_digit())?;
    let (word, number) = value.split_at_checked(at)?;
    let word = word.trim().trim_end_matches(['.', ':']).to_lowercase();
    let mut words = words(label).split(' ');
    words
        .any(|other| !word.is_empty() && other == word)
        .then_some(number)
}

fn fault(label: LocatorLabel, value: &Text, number: &str) -> Diagnostic {
    let label = LocatorLabel::word(label);
    let message = format!(
        "`{}` begins with the word that `{label}` stands for",
        value.value.escape_debug()
    );
    let help = format!(
        "write the number alone: `{label}: \"{}\"`",
        number.escape_debug()
    );
    Diagnostic::new(&DOUBLED_LABEL, value.place, message)
        .help(help)
        .instead(number)
}
