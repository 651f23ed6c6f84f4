//! Builds what a citation shows of its claim without a jump: the claim, its quotes, its chains.

use serde::Serialize;

use super::chains::ChainsView;
use super::claims::{WordsView, words};
use crate::describe::Describer;
use crate::page::html::Html;

#[derive(Debug, Serialize)]
pub(super) struct PreviewView<'a> {
    id: String,
    says: Html,
    quotes: Vec<WordsView<'a>>,
    chains: ChainsView,
    /// Of a judgement, on what it rests.
    ground: Option<Html>,
}

pub(super) fn previews<'a>(describer: &Describer<'a>) -> Vec<PreviewView<'a>> {
    let claims = describer.brief.claims().map(|(id, claim)| {
        let quotes = describer.analysis.quotes.of_claim(id).iter();
        let quotes = quotes.map(|quote| {
            let quote = quote.in_brief(describer.brief);
            words(describer, &quote.text, quote.lang.as_ref())
        });
        let judgement = claim.judgement();
        PreviewView {
            id: id.to_string(),
            says: Html::prose(describer, &claim.says),
            quotes: quotes.collect(),
            chains: ChainsView::of_claims(describer, &[id]),
            ground: judgement.map(|judgement| Html::of(&describer.judgement(judgement))),
        }
    });
    claims.collect()
}
