//! Names the messages of a locale file, and what stands in their braces.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

macro_rules! messages {
    ($($name:ident = $id:literal [$($variable:literal)*];)+) => {
        /// A message of a locale file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Message {
            $(#[doc = concat!("`", $id, "`")] $name,)+
        }

        impl Message {
            /// All of them, in the order of the files.
            pub(super) const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Returns the id that the message has in a locale file.
            pub(super) fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }

            /// Returns the names of the values that it is given.
            pub(super) fn variables(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($variable,)*],)+
                }
            }
        }
    };
}

messages! {
    // Typography
    QuoteOpen = "quote-open" [];
    QuoteClose = "quote-close" [];
    QuoteOpenInner = "quote-open-inner" [];
    QuoteCloseInner = "quote-close-inner" [];
    GroupSeparator = "group-separator" [];
    BindingWords = "binding-words" [];

    // Numbers and lists
    Number = "number" ["count" "figures"];
    CountingWords = "counting-words" [];
    ListTwo = "list-two" ["first" "last"];
    ListSeparator = "list-separator" [];
    ListLast = "list-last" ["first" "last"];
    ClauseSeparator = "clause-separator" [];
    AlsoSeparator = "also-separator" [];

    // Dates
    Month = "month" ["index"];
    MonthWithDay = "month-with-day" ["index"];
    MonthWithin = "month-within" ["index"];
    DateDay = "date-day" ["day" "month-with-day"];
    DateDayYear = "date-day-year" ["day" "month-with-day" "year"];
    DateDays = "date-days" ["from" "to" "month-with-day"];
    DateDaysYear = "date-days-year" ["from" "to" "month-with-day" "year"];
    DateMonth = "date-month" ["month" "month-with-day" "year" "case"];
    DateDayOfMonth = "date-day-of-month" ["month-within" "year" "case"];
    DateMonthOfYear = "date-month-of-year" ["year" "case"];
    DateDayOfYear = "date-day-of-year" ["year" "case"];
    DateSeason = "date-season" ["season" "year" "case"];
    DateYear = "date-year" ["year" "case"];
    DateDecade = "date-decade" ["year" "case"];
    DateCentury = "date-century" ["year" "case"];
    DateUncertain = "date-uncertain" ["date"];
    DateAbout = "date-about" ["date"];
    DateAboutUncertain = "date-about-uncertain" ["date"];
    DateInterval = "date-interval" ["from" "to"];
    DateIntervalYear = "date-interval-year" ["from" "to" "year"];
    DateFrom = "date-from" ["date"];
    DateFromToUnknown = "date-from-to-unknown" ["date"];
    DateUntil = "date-until" ["date"];
    DateUntilFromUnknown = "date-until-from-unknown" ["date"];
    DateInferred = "date-inferred" ["words" "date"];
    DateNotGiven = "date-not-given" [];

    // Names of voices
    VoiceCounted = "voice-counted" ["count" "number" "description"];
    VoiceUncounted = "voice-uncounted" ["description"];
    VoiceOutlet = "voice-outlet" ["ending" "outlet"];
    VoiceOutletInChain = "voice-outlet-in-chain" [];
    VoiceWriter = "voice-writer" ["name"];

    // Record, distance, stance
    StatusOnRecord = "status-on-record" [];
    StatusAnonymous = "status-anonymous" [];
    StatusDocument = "status-document" [];
    StatusOutletsOwn = "status-outlets-own" [];
    StatusWriter = "status-writer" [];
    MeaningOnRecord = "meaning-on-record" [];
    MeaningAnonymous = "meaning-anonymous" [];
    MeaningDocument = "meaning-document" [];
    MeaningOutletsOwn = "meaning-outlets-own" [];
    MeaningWriter = "meaning-writer" [];
    Hand = "hand" ["count" "number"];
    Range = "range" ["nearest" "farthest"];
    Origins = "origins" ["count" "number"];
    Distance = "distance" ["hands" "origins"];
    StanceSupports = "stance-supports" [];
    StanceOpposes = "stance-opposes" [];
    StanceConditional = "stance-conditional" [];
    StanceDescribes = "stance-describes" [];
    StanceUndecided = "stance-undecided" [];
    StanceDeclined = "stance-declined" [];
    StanceNoPosition = "stance-no-position" [];

    // Frame of the page
    SkipLink = "skip-link" [];
    KindOfPage = "kind-of-page" [];
    AsOf = "as-of" ["date"];
    Edition = "edition" ["edition"];
    Description = "description" ["topic" "date"];
    PageOfPages = "page-of-pages" ["page" "pages"];

    // Summary, figures and legend
    SummaryClaims = "summary-claims" ["count" "number" "works" "statuses"];
    SummaryWorks = "summary-works" ["count" "number"];
    SummaryWorksNamed = "summary-works-named" ["count" "number" "names"];
    SummaryOnRecord = "summary-on-record" ["count" "number"];
    SummaryAnonymous = "summary-anonymous" ["count" "people-count" "number" "people"];
    SummaryAnonymousAtLeast = "summary-anonymous-at-least" ["count" "people-count" "number" "people"];
    SummaryDocument = "summary-document" ["count" "number"];
    SummaryOutletsOwn = "summary-outlets-own" ["count" "number"];
    SummaryWriter = "summary-writer" ["count" "number"];
    SummaryOrigins = "summary-origins" ["count" "number" "resting"];
    RestingEvery = "resting-every" [];
    RestingNone = "resting-none" [];
    RestingSome = "resting-some" ["count" "number" "all"];
    WorksRead = "works-read" ["count" "number"];
    WorksRelayed = "works-relayed" ["count" "read-count" "read" "number"];
    OutletsNone = "outlets-none" [];
    Outlets = "outlets" ["count" "number"];
    OutletsNamed = "outlets-named" ["count" "number" "names"];
    Figures = "figures" ["works" "outlets"];
    QuotesUnchecked = "quotes-unchecked" [];
    QuotesNoCopy = "quotes-no-copy" [];
    QuotesChecked = "quotes-checked" ["count" "works"];
    QuotesCheckedOn = "quotes-checked-on" ["count" "works" "date"];
    OriginsExplained = "origins-explained" [];

    // Figure
    Attribution = "attribution" [];
    FigureLabel = "figure-label" [];
    FigureTitle = "figure-title" ["topic"];
    FigureCaption = "figure-caption" ["strokes"];
    StrokeOnRecord = "stroke-on-record" [];
    StrokeAnonymous = "stroke-anonymous" [];
    StrokeDocument = "stroke-document" [];
    StrokeOutletsOwn = "stroke-outlets-own" [];
    StrokeWriter = "stroke-writer" [];
    ColumnFirst = "column-first" [];
    ColumnRelays = "column-relays" [];
    ColumnBoth = "column-both" [];
    ThisBrief = "this-brief" [];
    MoreVoices = "more-voices" ["count" "number"];
    MoreWorks = "more-works" ["count" "number"];
    MoreClaims = "more-claims" ["count" "figures"];
    Road = "road" ["voice" "statuses" "arrow" "path" "claims"];

    // Claims
    BottomLine = "bottom-line" [];
    Claims = "claims" [];
    Characterised = "characterised" [];
    Note = "note" [];
    ToldTo = "told-to" ["audience"];
    SameAs = "same-as" ["claim"];
    ChainAlso = "chain-also" ["chain" "arrow" "road"];
    ChainAnd = "chain-and" ["chain" "arrow" "road"];
    ChainMore = "chain-more" ["count" "chain" "number"];
    UsedIn = "used-in" ["places"];
    PlaceBottomLine = "place-bottom-line" ["sentence"];
    PlaceCell = "place-cell" ["voice" "issue"];
    PlaceTimeline = "place-timeline" ["label"];
    PlaceTension = "place-tension" ["label"];
    PlaceGap = "place-gap" ["label"];
    PlaceClaim = "place-claim" ["label"];
    PlaceSource = "place-source" ["label"];
    PlaceVoice = "place-voice" ["label"];
    PlaceMethod = "place-method" [];
    QuoteFragment = "quote-fragment" [];
    QuoteEdited = "quote-edited" [];
    QuoteEditedInSource = "quote-edited-in-source" [];
    QuoteTranslated = "quote-translated" [];
    QuoteTranslatedFrom = "quote-translated-from" ["language"];
    Language = "language" ["tag" "full-tag"];
    QuoteOriginal = "quote-original" [];
    QuoteWordForWord = "quote-word-for-word" ["words"];
    QuoteButForTypography = "quote-but-for-typography" ["words"];
    QuoteButForEdits = "quote-but-for-edits" ["words"];
    QuoteCheckedOn = "quote-checked-on" ["date"];
    QuoteNotYet = "quote-not-yet" [];
    QuoteAmbiguous = "quote-ambiguous" [];
    QuoteNoCopy = "quote-no-copy" [];
    QuoteNoOriginal = "quote-no-original" [];
    QuoteCannotCheck = "quote-cannot-check" [];
    QuoteAbsent = "quote-absent" [];

    // Positions, tensions, timeline, gaps
    Positions = "positions" [];
    PositionsCaption = "positions-caption" [];
    PositionsVoice = "positions-voice" [];
    PositionsReported = "positions-reported" [];
    NoStatement = "no-statement" ["count"];
    NoStatementShort = "no-statement-short" [];
    NoStatementMeans = "no-statement-means" ["count"];
    Tensions = "tensions" [];
    Timeline = "timeline" [];
    StatedIn = "stated-in" ["works"];
    StatedInSeveral = "stated-in-several" [];
    Judged = "judged" [];
    Gaps = "gaps" ["count"];
    GapAbout = "gap-about" ["issues"];

    // Changes between editions
    ChangesSince = "changes-since" ["edition"];
    ChangesSum = "changes-sum" ["date" "counts"];
    ChangesNone = "changes-none" [];
    CountAdded = "count-added" ["count" "number"];
    CountWithdrawn = "count-withdrawn" ["count" "number"];
    CountChanged = "count-changed" ["count" "number"];
    CountAsBefore = "count-as-before" ["count" "number"];
    FateAdded = "fate-added" [];
    FateWithdrawn = "fate-withdrawn" [];
    FateChanged = "fate-changed" [];
    FateRenumbered = "fate-renumbered" [];
    FateWas = "fate-was" ["label"];
    ChangesHeadline = "changes-headline" [];
    ChangesGaps = "changes-gaps" [];
    ChangeReworded = "change-reworded" [];
    ChangeCites = "change-cites" [];
    ChangeCitesNoMore = "change-cites-no-more" [];
    ChangeVoices = "change-voices" [];
    ChangeVoice = "change-voice" [];
    ChangeWorks = "change-works" [];
    ChangeWork = "change-work" [];
    ChangeRoads = "change-roads" [];
    ChangeToldTo = "change-told-to" [];
    ChangeRecord = "change-record" [];
    ChangeDistance = "change-distance" [];
    ChangeSaid = "change-said" [];
    ChangeAbout = "change-about" [];
    ChangeQuoteAdded = "change-quote-added" [];
    ChangeQuoteWithdrawn = "change-quote-withdrawn" [];
    ChangeQuoteReworded = "change-quote-reworded" [];
    ChangeQuoteLabel = "change-quote-label" [];
    ChangeQuoteStatus = "change-quote-status" [];
    ChangeCharacterised = "change-characterised" [];
    ChangeNote = "change-note" [];
    ChangeStance = "change-stance" [];
    ChangeClaims = "change-claims" [];
    ChangeWhen = "change-when" [];
    ChangeQuestion = "change-question" [];
    ChangeWhy = "change-why" [];
    ChangeThrough = "change-through" ["work" "relay"];
    ChangeAmong = "change-among" ["voices"];
    LegendChanges = "legend-changes" [];
    MeaningChanges = "meaning-changes" [];

    // Sources and voices
    Sources = "sources" [];
    Works = "works" [];
    Voices = "voices" [];
    Method = "method" [];
    Reference = "reference" ["parts"];
    Authors = "authors" ["count" "number"];
    ReadOn = "read-on" ["date"];
    Read = "read" [];
    KnownOnlyThrough = "known-only-through" ["works"];
    CodeLabel = "code-label" ["work"];
    CodeCaption = "code-caption" ["work"];
    VoicePlain = "voice-plain" [];
    VoiceRole = "voice-role" ["role"];
    VoiceMembers = "voice-members" ["members"];
    VoiceRoleMembers = "voice-role-members" ["role" "members"];
    VoiceNotNamed = "voice-not-named" [];
    VoiceNotNamedBecause = "voice-not-named-because" ["reason"];
    VoiceAmongNotNamed = "voice-among-not-named" ["voices"];
    VoiceAmongNotNamedBecause = "voice-among-not-named-because" ["voices" "reason"];
    WorkType = "work-type" ["type"];

    // Exports
    ExportSubtitle = "export-subtitle" ["topic" "date" "edition"];
    ExportSubtitlePreparedBy = "export-subtitle-prepared-by" ["topic" "date" "edition" "by"];
    ExportBottomLine = "export-bottom-line" [];
    ExportClaims = "export-claims" [];
    ExportCharacterised = "export-characterised" ["text"];
    ExportNote = "export-note" ["text"];
    ExportRecord = "export-record" ["record" "distance" "date"];
    ExportMoreRoads = "export-more-roads" ["count" "figures"];
    ExportPosition = "export-position" ["stance" "position" "claims"];
    ExportPositionReported = "export-position-reported" ["stance" "position" "claims"];
    ExportStatements = "export-statements" [];
    ExportSources = "export-sources" [];

    // brief origins
    ClaimsCounted = "claims-counted" ["count" "number"];
    DistinctOrigins = "distinct-origins" ["count" "number"];
    OriginsSummary = "origins-summary" ["count" "claims" "origins" "figures"];
    OriginsChain = "origins-chain" [];
    OriginsRecord = "origins-record" [];
    OriginsDepth = "origins-depth" [];
    OriginsOrigins = "origins-origins" [];
    OriginsVoices = "origins-voices" [];
    OriginsWorks = "origins-works" [];
    OriginsClaims = "origins-claims" [];
    Retellings = "retellings" ["hands" "retellings"];
    OriginsNone = "origins-none" [];
    OriginsJoined = "origins-joined" ["count" "origins" "figures"];
    WorkRead = "work-read" ["work"];
    WorkKnownOnlyThrough = "work-known-only-through" ["work" "relays"];
}

/// A value for a place in a message.
#[derive(Clone, Debug)]
pub(crate) enum Value<'a> {
    /// A text, set as it is.
    Text(Cow<'a, str>),
    /// A number to choose a form by.
    Number(usize),
}

impl Value<'_> {
    pub(super) fn to_fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(&**text),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}
