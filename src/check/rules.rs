//! Lists the rules and calls them: one subject a file, which holds all of its rules' wording. Each
//! rule's `.md` is named as the code that it reports.
//!
//! Those that stand between a text and its value are called while the document is resolved; the
//! others judge the document as a whole, in the order below. No macro declares a module
//! together with its rules: rustfmt does not format files that only a macro declares.

pub(super) mod ambiguous_voice;
mod borrowed_words;
mod bottom_line;
pub(super) mod broken_mirror;
mod claim_without_position;
mod contradicted_date;
mod cut_negation;
mod doubled_label;
mod duplicate_id;
mod duplicate_position;
pub(super) mod empty_text;
mod english_words;
mod foggy_attribution;
pub(super) mod found_elsewhere;
mod impossible_date;
pub(super) mod invalid_date;
pub(super) mod invalid_doi;
pub(super) mod invalid_file_name;
pub(super) mod invalid_id;
pub(super) mod invalid_language;
pub(super) mod invalid_url;
mod judgement_cycle;
mod loaded_verb;
pub(super) mod markdown;
pub(super) mod missing_field;
pub(super) mod mixed_judgement;
mod outer_quote_marks;
mod over_budget;
mod passages;
mod positions;
mod previous;
pub(super) mod repeated_value;
mod same_voice;
mod self_tension;
mod shared_roots;
mod speaks_for_cycle;
mod through_cycle;
mod too_long_name;
mod too_many_cells;
pub(super) mod too_many_pages;
mod unattributed_claim;
mod unbalanced_quote_marks;
mod uncited_title;
pub(super) mod uncounted_sources;
pub(super) mod undescribed_anonymous;
mod unexplained_anonymity;
pub(super) mod unknown_id;
mod unlabelled_edit;
pub(super) mod unlabelled_fragment;
mod unlabelled_translation;
pub(super) mod unplaced_locator;
pub(super) mod unreadable_include;
pub(super) mod unspoken_quote;
pub(super) mod unsupported_format;
mod unused_allow;
mod unused_id;
mod verified;
pub(super) mod weak_headline;
mod withdrawn;
pub(super) mod wrong_type;

use super::context::{Context, Findings};
use super::own_words;
use super::sentences::Cut;
use crate::diagnostics::Rules;
use crate::load::rules as of_reading;
use crate::model::Brief;

/// Every rule, in the order in which people read them.
pub static RULES: Rules = Rules::new(&[
    &of_reading::NOT_UTF8,
    &of_reading::INPUT_TOO_LARGE,
    &of_reading::NESTING_TOO_DEEP,
    &of_reading::ALIAS_EXPANSION,
    &of_reading::SYNTAX,
    &of_reading::UNSUPPORTED_YAML,
    &unsupported_format::UNSUPPORTED_FORMAT,
    &of_reading::UNKNOWN_FIELD,
    &of_reading::DUPLICATE_FIELD,
    &of_reading::MISSING_FIELD,
    &of_reading::WRONG_TYPE,
    &of_reading::UNKNOWN_VALUE,
    &empty_text::EMPTY_TEXT,
    &invalid_id::INVALID_ID,
    &duplicate_id::DUPLICATE_ID,
    &unknown_id::UNKNOWN_ID,
    &repeated_value::REPEATED_VALUE,
    &too_long_name::TOO_LONG_NAME,
    &unused_id::UNUSED_ID,
    &invalid_language::INVALID_LANGUAGE,
    &english_words::ENGLISH_WORDS,
    &invalid_file_name::INVALID_FILE_NAME,
    &invalid_url::INVALID_URL,
    &invalid_doi::INVALID_DOI,
    &invalid_date::INVALID_DATE,
    &contradicted_date::CONTRADICTED_DATE,
    &impossible_date::IMPOSSIBLE_DATE,
    &impossible_date::SAID_AFTER_ISSUE,
    &impossible_date::UNTIMELY_DATE,
    &of_reading::unsafe_character::UNSAFE_CHARACTER,
    &of_reading::cut_text::CUT_TEXT,
    &of_reading::unfinished::UNFINISHED,
    &markdown::RAW_HTML,
    &markdown::UNSAFE_LINK,
    &markdown::UNSUPPORTED_MARKDOWN,
    &ambiguous_voice::AMBIGUOUS_VOICE,
    &undescribed_anonymous::UNDESCRIBED_ANONYMOUS,
    &unexplained_anonymity::UNEXPLAINED_ANONYMITY,
    &uncounted_sources::UNCOUNTED_SOURCES,
    &speaks_for_cycle::SPEAKS_FOR_CYCLE,
    &same_voice::SAME_VOICE,
    &through_cycle::THROUGH_CYCLE,
    &through_cycle::TOO_LONG_CHAIN,
    &shared_roots::SHARED_ROOTS,
    &found_elsewhere::FOUND_ELSEWHERE,
    &of_reading::UNATTRIBUTED_CLAIM,
    &mixed_judgement::MIXED_JUDGEMENT,
    &judgement_cycle::JUDGEMENT_CYCLE,
    &unplaced_locator::UNPLACED_LOCATOR,
    &doubled_label::DOUBLED_LABEL,
    &unspoken_quote::UNSPOKEN_QUOTE,
    &outer_quote_marks::OUTER_QUOTE_MARKS,
    &unbalanced_quote_marks::UNBALANCED_QUOTE_MARKS,
    &unlabelled_fragment::UNLABELLED_FRAGMENT,
    &unlabelled_edit::UNLABELLED_EDIT,
    &unlabelled_translation::UNLABELLED_TRANSLATION,
    &verified::INVALID_EVIDENCE,
    &verified::CHANGED_QUOTE,
    &verified::ABSENT_QUOTE,
    &verified::OTHER_SNAPSHOT,
    &verified::STALE_EVIDENCE,
    &verified::UNVERIFIED_QUOTE,
    &cut_negation::CUT_NEGATION,
    &verified::JOINED_QUOTE,
    &verified::STRUCK_QUOTE,
    &verified::WRITTEN_QUOTE,
    &passages::CHANGED_PASSAGE,
    &passages::ABSENT_PASSAGE,
    &passages::UNVERIFIED_PASSAGE,
    &passages::STRUCK_PASSAGE,
    &passages::LONG_PASSAGE,
    &passages::CLAIMED_LEFT_OUT,
    &borrowed_words::BORROWED_WORDS,
    &unreadable_include::UNREADABLE_INCLUDE,
    &previous::UNREADABLE_PREVIOUS,
    &previous::FAULTY_PREVIOUS,
    &previous::UNRELATED_PREVIOUS,
    &withdrawn::WRONG_WITHDRAWAL,
    &withdrawn::UNEXPLAINED_WITHDRAWAL,
    &positions::POSITION_WITHOUT_CLAIM,
    &duplicate_position::DUPLICATE_POSITION,
    &duplicate_position::UNORDERED_POSITIONS,
    &claim_without_position::CLAIM_WITHOUT_POSITION,
    &positions::MIXED_STANCES,
    &positions::LONG_CELL,
    &too_many_cells::TOO_MANY_CELLS,
    &uncited_title::UNCITED_TITLE,
    &weak_headline::WEAK_HEADLINE,
    &bottom_line::UNCITED_SENTENCE,
    &bottom_line::LONG_BOTTOM_LINE,
    &loaded_verb::LOADED_VERB,
    &foggy_attribution::FOGGY_ATTRIBUTION,
    &unused_allow::UNUSED_ALLOW,
    &self_tension::SELF_TENSION,
    &broken_mirror::BROKEN_MIRROR,
    &over_budget::OVER_BUDGET,
    &too_many_pages::TOO_MANY_PAGES,
]);

/// Looks at a document, and says what it finds.
pub(super) type Judge = fn(&Context<'_>, &mut Findings);

/// The rules that look at more than one value of a document, and at no more than it says. None of them
/// asks what another found, or what came of resolving the document: they can be called at once.
pub(super) static OF_DOCUMENT: [Judge; 37] = [
    missing_field::check,
    duplicate_id::check,
    repeated_value::check,
    too_long_name::check,
    ambiguous_voice::check_one_of,
    ambiguous_voice::check_speaks_for,
    speaks_for_cycle::check,
    uncounted_sources::check,
    unexplained_anonymity::check,
    same_voice::check,
    through_cycle::check,
    shared_roots::check,
    unattributed_claim::check,
    judgement_cycle::check,
    unplaced_locator::check,
    doubled_label::check,
    contradicted_date::check,
    impossible_date::check,
    outer_quote_marks::check,
    unbalanced_quote_marks::check,
    unlabelled_fragment::check,
    unlabelled_edit::check,
    unlabelled_translation::check,
    verified::check,
    passages::check,
    borrowed_words::check,
    previous::check,
    withdrawn::check,
    positions::check,
    too_many_cells::check,
    duplicate_position::check,
    claim_without_position::check,
    self_tension::check,
    uncited_title::check,
    on_words,
    over_budget::check,
    english_words::check,
];

fn on_words(cx: &Context<'_>, out: &mut Findings) {
    let rules = [loaded_verb::ON_WORDS, foggy_attribution::ON_WORDS];
    own_words::check(cx, &rules, out);
}

/// Returns the codes of the rules that the marks in a quote break.
pub(crate) fn odd_marks(quote: &str) -> Vec<&'static str> {
    let unbalanced = unbalanced_quote_marks::unpaired(quote).is_some();
    let broken = [
        (
            &outer_quote_marks::OUTER_QUOTE_MARKS,
            outer_quote_marks::is_wrapped(quote),
        ),
        (&unbalanced_quote_marks::UNBALANCED_QUOTE_MARKS, unbalanced),
    ];
    let broken = broken.iter().filter(|(_, is_broken)| *is_broken);
    broken.map(|(rule, _)| rule.code()).collect()
}

/// Judges a document by the rules that ask what came of resolving it.
pub(super) fn check_resolved(cx: &Context<'_>, bottom_line: Option<&[Cut]>, out: &mut Findings) {
    unused_id::check(cx, out);
    bottom_line::check(cx, bottom_line, out);
}

/// Judges the brief that a document means and then, since by now all others told what they silenced,
/// what was silenced. There is no brief where something is wrong.
pub(super) fn check_brief(cx: &Context<'_>, brief: Option<&Brief>, out: &mut Findings) {
    weak_headline::check(cx, brief, out);
    unused_allow::check(cx, &RULES, out);
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::diagnostics::Severity;

    const MOST_LINES: usize = 25;

    #[test]
    fn every_rule_is_explained_in_the_same_form() {
        for rule in RULES.iter() {
            let (code, text) = (rule.code(), rule.explanation());
            assert!(text.lines().count() <= MOST_LINES, "{code} is too long");
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{code}");
            let order = ["\n\n", "\n**Why it matters.**", "\nWrong:\n", "\nRight:\n"].map(|part| {
                text.find(part)
                    .unwrap_or_else(|| panic!("{code} lacks {part:?}"))
            });
            assert!(order.is_sorted(), "{code}");
            assert_eq!(text.matches("```yaml\n").count(), 2, "{code}");
        }
    }

    #[test]
    fn every_warning_says_how_to_silence_it_and_no_error_does() {
        for rule in RULES.iter() {
            let says_how = rule.explanation().contains("\n**To silence it**");
            assert_eq!(says_how, rule.severity() == Severity::Warning, "{rule:?}");
        }
    }

    #[test]
    fn every_right_example_is_yaml() {
        for rule in RULES.iter() {
            let right = rule.explanation().split_once("\nRight:\n```yaml\n");
            let (example, _) = right.unwrap().1.split_once("```").unwrap();
            let read = serde_yaml::from_str::<serde_yaml::Value>(example);
            assert!(read.is_ok(), "{rule:?}: {read:?}");
        }
    }
}
