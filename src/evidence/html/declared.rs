//! Reads which encodings a page declares.

use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::tree::Tree;

/// Returns the labels of the encodings that a page declares, in order.
pub(in crate::evidence) fn declared(html: &str) -> Vec<StrTendril> {
    let tree = TreeBuilder::new(Tree::new(), TreeBuilderOpts::default());
    let tokenizer = Tokenizer::new(tree, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let mut labels = Vec::new();
    loop {
        match tokenizer.feed(&input) {
            TokenizerResult::EncodingIndicator(label) => labels.push(label),
            TokenizerResult::Script(_) => {}
            TokenizerResult::Done => return labels,
        }
    }
}
