//! The rules, one a file, each named as the code that it reports and holding all of its wording.
//!
//! Those that stand between a text and its value are called while the document is resolved; the
//! others judge the document as a whole, in the order of [`check_all`].

mod absent_quote;
pub(super) mod ambiguous_voice;
pub(super) mod broken_mirror;
mod changed_quote;
mod contradicted_date;
mod duplicate_id;
mod duplicate_position;
pub(super) mod empty_text;
mod faulty_previous;
mod foggy_attribution;
pub(super) mod invalid_date;
mod invalid_evidence;
pub(super) mod invalid_file_name;
pub(super) mod invalid_id;
pub(super) mod invalid_language;
pub(super) mod invalid_url;
mod linted;
mod loaded_verb;
mod long_bottom_line;
mod long_cell;
pub(super) mod missing_field;
mod other_snapshot;
mod outer_quote_marks;
mod over_budget;
mod position_without_claim;
mod previous;
pub(super) mod raw_html;
pub(super) mod repeated_value;
mod self_tension;
mod shared_roots;
mod stale_evidence;
mod through_cycle;
mod unattributed_claim;
mod unbalanced_quote_marks;
mod uncited_sentence;
pub(super) mod uncounted_sources;
pub(super) mod undescribed_anonymous;
pub(super) mod unknown_id;
mod unlabelled_edit;
mod unlabelled_fragment;
mod unlabelled_translation;
mod unreadable_previous;
mod unrelated_previous;
pub(in crate::check) mod unsafe_character;
pub(super) mod unsafe_link;
pub(super) mod unspoken_quote;
pub(super) mod unsupported_format;
pub(super) mod unsupported_markdown;
mod unused_allow;
mod unused_id;
mod unverified_quote;
mod verified;
pub(super) mod wrong_type;

use super::context::Context;
use super::findings::Findings;

/// Judges a document by every rule that looks at more than one value.
pub(super) fn check_all(cx: &Context<'_>, out: &mut Findings) {
    missing_field::check(cx, out);
    unsafe_character::check(cx, out);
    duplicate_id::check(cx, out);
    repeated_value::check(cx, out);
    unused_id::check(cx, out);

    ambiguous_voice::check_one_of(cx, out);
    uncounted_sources::check(cx, out);
    through_cycle::check(cx, out);
    shared_roots::check(cx, out);
    unattributed_claim::check(cx, out);
    contradicted_date::check(cx, out);

    outer_quote_marks::check(cx, out);
    unbalanced_quote_marks::check(cx, out);
    unlabelled_fragment::check(cx, out);
    unlabelled_edit::check(cx, out);
    unlabelled_translation::check(cx, out);
    verified::check(cx, out); // the rules of the evidence lock
    previous::check(cx, out); // the rules of the edition before

    position_without_claim::check(cx, out);
    duplicate_position::check(cx, out);
    long_cell::check(cx, out);
    self_tension::check(cx, out);

    uncited_sentence::check(cx, out);
    long_bottom_line::check(cx, out);
    linted::check(cx, out); // loaded_verb and foggy_attribution
    over_budget::check(cx, out);

    // Last: the others tell what was silenced.
    unused_allow::check(cx, out);
}
