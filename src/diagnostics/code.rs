//! The stable codes, one table.

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The page is not made.
    Error,
    /// The page is made; `--deny warnings` turns it into an error.
    Warning,
}

impl Severity {
    /// Returns the word that diagnostics print.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $slug:literal $severity:ident $summary:literal;)+) => {
        /// A diagnostic's stable code: a name that says what is wrong.
        ///
        /// A code keeps its meaning for good. `brief explain CODE` prints its long form.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $summary] $variant,)+
        }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Returns the code as people write it, such as `unknown-id`.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// Returns the severity that the code has unless it is raised.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// Says whether a brief may silence the code in place.
            pub fn can_be_silenced(self) -> bool {
                self.severity() == Severity::Warning && self != Self::UnusedAllow
            }

            /// Returns what the code means, in one line.
            pub fn summary(self) -> &'static str {
                match self { $(Self::$variant => $summary,)+ }
            }

            /// Returns the long form as Markdown: what, why, a wrong and a right example.
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Self::$variant => include_str!(concat!("explain/", $slug, ".md")),)+
                }
            }
        }
    };
}

codes! {
    NotUtf8 "not-utf8" Error "the input is not UTF-8 text";
    InputTooLarge "input-too-large" Error "the input is larger than the limit";
    NestingTooDeep "nesting-too-deep" Error "values are nested deeper than the limit";
    AliasExpansion "alias-expansion" Error "aliases expand to more values than the limit, or to themselves";
    Syntax "syntax" Error "the input is not well-formed YAML";
    UnsupportedYaml "unsupported-yaml" Error "a part of YAML that the format does not use";
    UnsupportedFormat "unsupported-format" Error "the format version is not one this program reads";
    UnknownField "unknown-field" Error "a field that the format does not have";
    DuplicateField "duplicate-field" Error "a field is given twice";
    MissingField "missing-field" Error "a required field is not given";
    WrongType "wrong-type" Error "a value has another type than its field takes";
    UnknownValue "unknown-value" Error "a word that is not one of those a field takes";
    EmptyText "empty-text" Error "a text that has to say something is empty";
    InvalidId "invalid-id" Error "an id is not in kebab-case";
    DuplicateId "duplicate-id" Error "an id is defined twice";
    UnknownId "unknown-id" Error "an id is used but not defined";
    RepeatedValue "repeated-value" Error "a list names one value twice";
    UnusedId "unused-id" Warning "an id is defined but never used";
    InvalidLanguage "invalid-language" Error "a language is not a BCP 47 tag";
    InvalidFileName "invalid-file-name" Error "a name is not the plain name of a file";
    InvalidUrl "invalid-url" Error "an address is not an absolute http or https URL";
    InvalidDate "invalid-date" Error "a date is not EDTF level 1";
    ContradictedDate "contradicted-date" Error "a date contradicts the words the source used";
    UnsafeCharacter "unsafe-character" Error "a control, bidi or zero-width character in a text";
    RawHtml "raw-html" Error "raw HTML in a text";
    UnsafeLink "unsafe-link" Error "a link that is not http, https or mailto";
    UnsupportedMarkdown "unsupported-markdown" Error "Markdown that does not fit in a line of text";
    AmbiguousVoice "ambiguous-voice" Error "a voice is none or several of person, group, anonymous, outlet and writer";
    UndescribedAnonymous "undescribed-anonymous" Error "an anonymous voice has no description";
    UncountedSources "uncounted-sources" Error "a bare \"sources\", or a number that the description contradicts";
    ThroughCycle "through-cycle" Error "a source is known only through itself";
    SharedRoots "shared-roots" Warning "works of one claim pass on the same report: they are one origin";
    UnattributedClaim "unattributed-claim" Error "a claim has no voice or no source";
    UnspokenQuote "unspoken-quote" Error "a quote does not say who spoke it";
    OuterQuoteMarks "outer-quote-marks" Error "a quote brings its own outer quote marks";
    UnbalancedQuoteMarks "unbalanced-quote-marks" Error "quote marks or brackets in a quote do not pair";
    UnlabelledFragment "unlabelled-fragment" Error "a fragment is not labelled as one";
    UnlabelledEdit "unlabelled-edit" Error "a cut or an insertion in a quote is not labelled";
    UnlabelledTranslation "unlabelled-translation" Error "a translated quote does not say so, or not from which language";
    InvalidEvidence "invalid-evidence" Error "the evidence lock cannot be read";
    ChangedQuote "changed-quote" Error "a quote changed since it was verified";
    AbsentQuote "absent-quote" Error "a quote does not stand in its source";
    OtherSnapshot "other-snapshot" Error "a quote was verified in another snapshot than its source's";
    StaleEvidence "stale-evidence" Error "the evidence lock has a record of no quote";
    UnverifiedQuote "unverified-quote" Warning "a quote has not been found in its source";
    UnreadablePrevious "unreadable-previous" Error "the previous edition cannot be read";
    FaultyPrevious "faulty-previous" Error "the previous edition has errors";
    UnrelatedPrevious "unrelated-previous" Error "the previous edition is no earlier edition of this brief";
    PositionWithoutClaim "position-without-claim" Error "a position rests on no claim";
    DuplicatePosition "duplicate-position" Error "a voice has two positions on one issue";
    LongCell "long-cell" Warning "a cell of the positions matrix has more than six words";
    UncitedSentence "uncited-sentence" Error "a sentence of the bottom line cites no claim";
    LongBottomLine "long-bottom-line" Warning "the bottom line has more than 60 words";
    LoadedVerb "loaded-verb" Warning "a verb of saying that judges";
    FoggyAttribution "foggy-attribution" Warning "words that hide who says so";
    UnusedAllow "unused-allow" Warning "a silenced rule had nothing to say";
    SelfTension "self-tension" Error "a tension names one claim twice";
    BrokenMirror "broken-mirror" Error "a translation does not mirror its original";
    OverBudget "over-budget" Warning "the brief is longer than one sheet, printed on both sides";
    TooManyPages "too-many-pages" Error "the brief takes more pages than it may";
}

impl Code {
    /// Says whether the code speaks of the input as a whole and never of a place in it.
    pub fn is_about_the_whole(self) -> bool {
        matches!(
            self,
            Self::OverBudget | Self::TooManyPages | Self::InvalidEvidence | Self::StaleEvidence
        )
    }

    /// Returns the code of that slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.slug() == slug)
    }
}
