//! Holds what the file means: the domain in plain types, resolved and valid.
//!
//! No input, no output, no HTML. A field's type carries its validity ([`Key`], [`Line`],
//! [`HttpUrl`], [`Edtf`], [`OneOrMore`]); [`Brief`] guards what goes across: every reference in it
//! resolves, or it cannot be built.

mod brief;
mod caveat;
mod claim;
mod date;
mod doi;
mod grounds;
mod ids;
mod judgement;
mod locator;
mod obstacle;
mod position;
mod principals;
mod prose;
mod quote;
mod signatories;
mod source;
mod text;
mod topics;
mod unfinished;
mod words;

pub(crate) use crate::characters::{hiding, is_plain, is_unsafe};
pub use brief::{Brief, BriefParts};
pub use caveat::Caveat;
pub use claim::{Basis, Claim, Reason, Report, Voice, VoiceKind};
pub(crate) use date::{Certainty, Date, DateForm, End, Moment, Offset, Precision, Season};
pub use date::{DateGiven, Edtf, InvalidDate};
pub use doi::Doi;
pub use ids::{ClaimId, IssueId, OneOrMore, SourceId, VoiceId};
pub use judgement::{Confidence, Judgement, Likelihood};
pub use locator::{Locator, LocatorLabel};
pub use obstacle::Obstacle;
pub use position::{Position, Stance};
pub(crate) use position::{Question, in_order, is_told_before};
pub(crate) use principals::principals;
pub use prose::{Cell, Inline, Piece, Prose, Sentence, Side, Table};
pub use quote::{Check, Passage, PdfPage, Quote, QuoteCheck, QuoteKind, Selector, Verification};
pub(crate) use source::CSL_TAGS;
pub use source::{Archived, Source, SourceType, Update, UpdateKind};
pub use text::{HttpUrl, InvalidText, Key, Language, Line, LinkUrl, unsafe_character};
pub use topics::{Allowed, Event, Gap, Issue, LeftOut, Part, Tension, Withdrawn};
pub(crate) use unfinished::is_unfinished;
