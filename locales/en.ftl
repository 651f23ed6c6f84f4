# English: the words of the page and of the exports.
#
# A message is plain text; `<`, `>` and `&` are refused. What stands in braces is filled in:
# `$count` is a number to choose a form by, `$number` the same number as `number` writes it, and
# `$figures` the same in figures; where either is given, `$count` is. A message is given what its
# text or the comment right above it names.
# Messages whose ids a locale does not have are taken from this file.

## Typography

# Around a quote, and around a quote in a quote.
quote-open = “
quote-close = ”
quote-open-inner = ‘
quote-close-inner = ’
# Between thousands.
group-separator = ,
# Words that keep to the word after them, parted by spaces.
binding-words = Mr. Mrs. Ms. Dr. No. p. pp. para. paras. ch. art. Art. sec. vol. fig. Edition

## Numbers and lists

# A number in running text. `$figures` has it in figures, in groups.
number = { $count ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { $figures }
}
# Words that say a number, or that there is no need of one, at the beginning of a description.
counting-words = another a an the one two three four five six seven eight nine ten eleven twelve
list-two = { $first } and { $last }
list-separator = { ", " }
list-last = { $first } and { $last }
# Between things that are lists themselves.
clause-separator = { "; " }
also-separator = { "; also " }

## Dates

# The months alone, with a day, and after "in".
month = { $index ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
# By `$index`.
month-with-day = { month }
# By `$index`.
month-within = { month }
# `$case` is `genitive` inside `date-from`, `date-until` and what is like them, else `nominative`.

date-day = { $day }{ "\u00A0" }{ $month-with-day }
date-day-year = { $day }{ "\u00A0" }{ $month-with-day }{ "\u00A0" }{ $year }
date-days = { $from }–{ $to }{ "\u00A0" }{ $month-with-day }
date-days-year = { $from }–{ $to }{ "\u00A0" }{ $month-with-day }{ "\u00A0" }{ $year }
# By `$case`; a language may take `$month-with-day`.
date-month = { $month }{ "\u00A0" }{ $year }
# By `$case`.
date-day-of-month = a day in { $month-within }{ "\u00A0" }{ $year }
# By `$case`.
date-month-of-year = a month in { $year }
# By `$case`.
date-day-of-year = a day in { $year }
# By `$case`.
date-season = { $season ->
    [spring] spring
    [summer] summer
    [autumn] autumn
   *[winter] winter
}{ "\u00A0" }{ $year }
# By `$case`.
date-year = { $year }
# `$year` in dates before the year 1; EDTF counts a year 0, people do not.
year-before-our-era = { $year }{ "\u00A0" }BC
# By `$case`.
date-decade = the { $year }s
# By `$case`.
date-century = the { $year }s (century)
date-uncertain = { $date }, uncertain
date-about = about { $date }
date-about-uncertain = about { $date }, uncertain
# From one date to another; `-year` where the first has no year of its own.
date-interval = { $from } – { $to }
date-interval-year = { $from } – { $to }{ "\u00A0" }{ $year }
date-from = from { $date }
date-from-to-unknown = from { $date }, end unknown
date-until = until { $date }
date-until-from-unknown = until { $date }, start unknown
# A date with a time of day; `$zone` is the message `zone-utc`, `zone-from-utc` or `zone-not-given`.
date-time = { $date }, { $time }{ "\u00A0" }({ $zone })
# On a clock of 24 hours, each in two digits.
time-of-day = { $hour }:{ $minute }
time-of-day-with-seconds = { $hour }:{ $minute }:{ $second }
zone-utc = UTC
# `$offset` is “+2”, “−4” or “+5:30”.
zone-from-utc = UTC{ $offset }
zone-not-given = zone not given
date-inferred = { $words } [{ $date }, inferred]
date-not-given = date not given

## Names of voices

# `$begins` is the first word of the description: one that counts, but tells no number, keeps its place.
voice-counted = { $begins ->
    [several] { $description } ({ $number })
    [some] { $description } ({ $number })
    [many] { $description } ({ $number })
    [numerous] { $description } ({ $number })
    [various] { $description } ({ $number })
    [multiple] { $description } ({ $number })
    [few] { $description } ({ $number })
   *[other] { $number } { $description }
}
voice-uncounted = { $description } (number not given)
# `$ending` is `comma` after a name with a comma, such as “NPA, 16 Nov”, `s` after one that ends in s, else `other`.
voice-outlet = { $ending ->
    [comma] own statement in { $outlet }
    [s] { $outlet }’ own statement
   *[other] { $outlet }’s own statement
}
voice-writer = { $name }, writer of this brief
# Who speaks for another voice; it may stand in a list.
voice-spokesperson = { $voice } (for { $principal })

## Record, retellings, stance

record-on-record = on record
record-anonymous = anonymous
record-document = document
record-outlets-own = outlet’s own
record-no-source-named = no source named
record-writer = writer’s judgement

# How often something was retold: 0 is first-hand.
retelling = { $count ->
    [0] first-hand
    [1] second-hand
    [2] third-hand
    [3] fourth-hand
    [4] fifth-hand
    [5] sixth-hand
   *[other] { $number } times retold
}
range = { $nearest } to { $farthest }
origins = { $count ->
    [one] { $number } origin
   *[other] { $number } origins
}
retellings-and-origins = { $retellings }, { $origins }

stance-supports = for
stance-opposes = against
stance-conditional = conditional
stance-undecided = undecided
# Of a question of fact.
stance-says-so = says so
stance-denies = denies
stance-does-not-know = does not know
# Of either.
stance-describes = describes
stance-declined = declined to comment
stance-no-reply = did not reply
stance-no-position = states no position

## Places in sources, and what became of sources

# Where in a source something stands, by the locator of CSL.
locator = { $label ->
    [volume] vol. { $value }
    [issue] no. { $value }
    [version] version { $value }
    [supplement] supp. { $value }
    [book] book { $value }
    [title-locator] title { $value }
    [part] part { $value }
    [act] act { $value }
    [scene] scene { $value }
    [chapter] ch. { $value }
    [article-locator] art. { $value }
    [section] sec. { $value }
    [rule] rule { $value }
    [canon] canon { $value }
    [appendix] app. { $value }
    [opus] op. { $value }
    [elocation] article { $value }
    [sub-verbo] s.v. { $value }
    [folio] fol. { $value }
    [column] col. { $value }
    [paragraph] para. { $value }
    [verse] verse { $value }
    [line] line { $value }
    [figure] fig. { $value }
    [table] table { $value }
    [equation] eq. { $value }
    [note] note { $value }
    [timestamp] at { $value }
   *[page] p. { $value }
}
# The same of a range or of several.
locator-several = { $label ->
    [volume] vols. { $value }
    [issue] nos. { $value }
    [version] versions { $value }
    [supplement] supps. { $value }
    [book] books { $value }
    [title-locator] titles { $value }
    [part] parts { $value }
    [act] acts { $value }
    [scene] scenes { $value }
    [chapter] chs. { $value }
    [article-locator] arts. { $value }
    [section] secs. { $value }
    [rule] rules { $value }
    [canon] canons { $value }
    [appendix] apps. { $value }
    [opus] opp. { $value }
    [elocation] articles { $value }
    [sub-verbo] s.vv. { $value }
    [folio] fols. { $value }
    [column] cols. { $value }
    [paragraph] paras. { $value }
    [verse] verses { $value }
    [line] lines { $value }
    [figure] figs. { $value }
    [table] tables { $value }
    [equation] eqs. { $value }
    [note] notes { $value }
    [timestamp] at { $value }
   *[page] pp. { $value }
}
# A source and where in it something stands.
source-at = { $source }, { $at }
# A source beside another of its name: The Herald (S2).
source-labelled = { $source } ({ $label })

# What its makers did to a source after it was issued.
update = { $kind ->
    [corrected] corrected
    [retracted] retracted
   *[updated] updated
}
update-on = { $update } ({ $date })
update-sentence = { $update }.
update-noted = { $update }: { $note }
# At a claim: its source, or one through which that is known.
source-updated = { $source }: { $updates }

## Frame of the page

skip-link = Skip to the headline
kind-of-page = Attributed news brief
unfinished = Draft: what is framed by dashes is still to be written.
as-of = As of { $date }
edition = Edition { $edition }
description = { $topic }. Attributed news brief, as of { $date }.
page-of-pages = Page { $page } of { $pages }

## Summary, figures and legend

summary-origins = { $count ->
    [one] { $number } distinct origin in all; { $resting }.
   *[other] { $number } distinct origins in all; { $resting }.
}
resting-every = every claim rests on one
resting-none = no claim rests on one alone
resting-some = { $number } of { $all } claims rest on one alone

# What was done to check the quotes.
quotes-unchecked = The quotes were not checked against their sources.
quotes-checked = { $count ->
    [one] Quotes were checked against a snapshot of { $sources }.
   *[other] Quotes were checked against snapshots of { $sources }.
}
quotes-checked-on = { $count ->
    [one] Quotes were checked on { $date } against a snapshot of { $sources }.
   *[other] Quotes were checked on { $date } against snapshots of { $sources }.
}
# Claims that have neither a quote nor a passage; beside one of the sentences before.
quotes-no-words = { $count ->
    [one] { $claims } gives no words of its source: none were looked for.
   *[other] { $claims } give no words of their sources: none were looked for.
}
origins-explained = Origins: the fewest people or first reports that would all have to be wrong for nothing to be left.

## The claim strip: its heading is the finding

# Of all claims that others make.
finding-every = { $count ->
    [one] The only claim rests on one text, { $source }
    [2] Both claims rest on one text, { $source }
   *[other] All { $figures } claims rest on one text, { $source }
}
finding-main = { $count ->
    [one] { $figures } of { $all } claims rests on one text, { $source }
   *[other] { $figures } of { $all } claims rest on one text, { $source }
}
finding-others-one = { $count ->
    [one] { $main }; the other on { $source }
   *[other] { $main }; the other { $figures } on { $source }
}
# By `$texts-count`.
finding-others-several = { $count ->
    [one] { $main }; the other on { $texts } texts
   *[other] { $main }; the other { $figures } on { $texts } { $texts-count ->
        [one] text
       *[other] texts
    }
}
finding-others-unknown = { $count ->
    [one] { $main }; the other on several texts
   *[other] { $main }; the other { $figures } on several texts
}
# By `$texts-count` and `$most-count`: of no text alone more than `$most` claims came.
finding-spread = { $count ->
    [one] The only claim rests on { $texts } texts
   *[other] { $figures } claims rest on { $texts } texts, { $most-count ->
        [0] none on one alone
       *[other] at most { $most } on any one alone
    }
}
# Under the strip: of judgements, and of a claim that came through several texts.
strip-writer = the writer
strip-several = { $count ->
    [one] { $figures } text
   *[other] { $figures } texts
}
strip-many = several texts
strip-label = Claims, by the text through which they came

## Chains

# At the beginning of a chain, where an outlet names nobody or found it out itself.
chain-no-voice = nobody named
chain-own-reporting = own reporting
# Of more chains than are drawn: on how many origins all of them rest.
chains-origins = { $more }; { $origins }
chains-more = { $count ->
    [one] and { $figures } more chain
   *[other] and { $figures } more chains
}
# Where not all are known one by one.
chains-more-than = { $count ->
    [0] and more chains
   *[other] and more than { $figures } more chains
}

## Figure

figure-title = Who says what, and through which sources it reached the brief: { $topic }
drawing-read = read
drawing-not-read = not read
column-voices = Voices
column-first = first stated in
column-relays = passed on by
column-both = stated in or passed on by
this-brief = this brief
more-voices = { $count ->
    [one] { $number } more voice
   *[other] { $number } more voices
}
more-sources = { $count ->
    [one] { $number } more source
   *[other] { $number } more sources
}
more-claims = { $figures } more
# `$path` is what the claims went through, with arrows between.
chain = { $voice } ({ $records }) { $arrow } { $path }: { $claims }

## Claims

bottom-line = Bottom line
claims = Key claims
tension-with = In tension with { $claims }.
characterised = The source’s view
note = Note
told-to = to { $audience }
place-position = { $voice } on { $issue }
place-position-dated = { $voice } on { $issue }, { $date }

quote-fragment = fragment
quote-edited = edited here
quote-edited-in-source = [ ] in the source
quote-translated = translated
quote-translated-from = translated from { $language }
language = { $tag ->
    [ar] Arabic
    [be] Belarusian
    [de] German
    [en] English
    [es] Spanish
    [fr] French
    [he] Hebrew
    [it] Italian
    [ja] Japanese
    [pl] Polish
    [pt] Portuguese
    [ro] Romanian
    [ru] Russian
    [tr] Turkish
    [uk] Ukrainian
    [zh] Chinese
   *[other] { $full-tag }
}
quote-original = Original
# The link of a claim to the place in its source on which it rests; several are numbered.
passage = passage in { $source }
passage-number = passage { $place } in { $source }
# What was found when a quote was looked for in its source. `$words` is `quote`; of a translation it
# is `original` where the source's own words were looked for, and `translation` where the source
# has the translation.
quote-word-for-word = { $words ->
    [original] original word for word
    [translation] as the source translates it, word for word
   *[quote] word for word
}
quote-but-for-typography = { $words ->
    [original] original word for word but for typography
    [translation] as the source translates it, word for word but for typography
   *[quote] word for word but for typography
}
quote-but-for-edits = { $words ->
    [original] original word for word but for the marked changes
    [translation] as the source translates it, word for word but for the marked changes
   *[quote] word for word but for the marked changes
}
# Follows any of them.
quote-checked-on = , checked { $date }
quote-not-yet = not yet verified
quote-ambiguous = not verified: in several places of its source
quote-cannot-check = { $reason ->
    [no-snapshot] not verified: no snapshot of its source
    [too-short] not verified: too short to be looked for
    [no-original] not verified: its original is not given
    [empty] not verified: the snapshot of its source is empty
    [no-words] not verified: the snapshot of its source has no words
    [unfilled] not verified: the snapshot of its source has hardly a word but for menus and the like
    [unreadable] not verified: the snapshot of its source cannot be read
    [pdf] not verified: the snapshot of its source is a PDF
    [scanned-pdf] not verified: the snapshot of its source has pages that are pictures
    [encrypted-pdf] not verified: the snapshot of its source is a PDF with a password
    [broken-pdf] not verified: the snapshot of its source is a damaged PDF
    [unmapped-pdf] not verified: the snapshot of its source is a PDF whose letters are not known
    [packed] not verified: the snapshot of its source is packed
    [web-archive] not verified: the snapshot of its source is a web archive
    [broken-archive] not verified: the snapshot of its source is a damaged or incomplete archive
    [no-page] not verified: the snapshot of its source is an archive without a page
    [picture] not verified: the snapshot of its source is a picture or recording
    [compressed] not verified: the snapshot of its source is compressed
    [broken-gzip] not verified: the snapshot of its source is damaged
    [opens-too-large] not verified: the snapshot of its source is too large
    [not-text] not verified: the snapshot of its source is no text
    [undecodable] not verified: the snapshot of its source is damaged
    [lost-characters] not verified: characters are lost in the snapshot of its source
    [page-break] not verified: perhaps over the end of a page
    [out-of-order] not verified: its lines are out of order in the snapshot
    [marked-up] not verified: marks, notes or remarks stand among its words in the snapshot
    [broken-word] not verified: perhaps within a word or number
    [context-absent] not verified: its context is not in its source
    [context-without-quote] not verified: its context does not hold it
    [other-encoding] not verified: the snapshot of its source is garbled
    [hidden] not verified: hidden in the snapshot of its source
    [unsure] not verified: perhaps hidden in the snapshot of its source
    [tangled] not verified: the snapshot of its source is too tangled
   *[other] not verified: it could not be looked for
}
# Follows what was found.
quote-caveat = { $caveat ->
    [several-blocks] , over more than one paragraph, item or cell
    [struck-out] , with words that its source struck out
    [written-between] , without words that a style sheet of its source writes
   *[without-struck-out] , without words that its source struck out
}
quote-absent = not verified: not in its source

## How solid it is

strength = How solid is this?
# Of claims that the headline or the bottom line cites: of one or of all alike, or, where the lead
# before it says so, of the weakest. Names never begin a sentence, since no name is re-cased.
strength-judgements = It rests on the writer’s judgement in { $claims }.
# The leads.
strength-on-claims = It rests on { $number } { $count ->
    [one] claim
   *[other] claims
}.
strength-behind = { $count ->
    [one] The claim behind it is { $claims }.
   *[other] The claims behind it are { $claims }.
}
strength-weakest = { $count ->
    [one] The weakest claim behind it is { $claims }.
   *[other] The weakest claims behind it are { $claims }.
}
strength-nobody-named = { $count ->
    [one] No named person says it.
   *[other] No named person says them.
}
strength-own-text = { $count ->
    [one] It was said by { $voices } in { $sources }.
   *[other] They were said by { $voices } in { $sources }.
}
strength-on-record = { $count ->
    [one] It was said on record by { $voices }, as { $sources } reported.
   *[other] They were said on record by { $voices }, as { $sources } reported.
}
strength-anonymous = { $count ->
    [one] It comes from { $voices }, whom { $sources } did not name.
   *[other] They come from { $voices }, whom { $sources } did not name.
}
# By `$outlets-count`.
strength-found-out = { $count ->
    [one] It was reported by { $outlets } as found out by { $outlets-count ->
        [one] the outlet itself
       *[other] the outlets themselves
    }.
   *[other] They were reported by { $outlets } as found out by { $outlets-count ->
        [one] the outlet itself
       *[other] the outlets themselves
    }.
}
strength-no-source-named = { $count ->
    [one] It was reported by { $outlets } without naming a voice.
   *[other] They were reported by { $outlets } without naming a voice.
}
strength-read = { $count ->
    [one] We read it there.
   *[other] We read them there.
}
strength-not-read = We read { $sources } only as retold by { $relays }.
# Those who retell it were not all read either.
strength-by-way-of = We have { $sources } only by way of { $relays }.
strength-retold = { $count ->
    [one] We have it only as { $relays } retold { $sources }.
   *[other] We have them only as { $relays } retold { $sources }.
}
# After the last of several names.
strength-others = others
# Of claims that different voices make.
strength-several-own-text = Named voices said them, each in a text or speech of their own.
strength-several-on-record = Named voices said them on record, as others reported.
strength-several-found-out = No named person says them: outlets reported them as found out by themselves.
strength-several-anonymous = No named person says them: they come from voices that are not named.
strength-several-no-source-named = No named person says them: outlets reported them without naming a voice.
strength-several-read = We read what carries them first.
strength-several-partly-read = We read some of what carries them first.
strength-several-retold = We have them only as others retold them.
# A source that was corrected or retracted: "retracted (1 January)".
strength-updated = Of its sources, { $source } was { $updates }.
strength-origins = { $count ->
    [one] One origin stands behind it.
   *[other] Behind it stand { $number } origins.
}
# Of several origins, after sentences on the weakest claim alone.
strength-origins-of-all = Behind the whole stand { $number } origins.
# After several origins.
strength-on-one = { $count ->
    [one] Of the claims behind it, { $claims } rests on one alone.
   *[other] Of the claims behind it, { $claims } rest on one alone.
}
strength-every-on-one = Each claim behind it rests on one alone.

## Judgements of the writer

judgements = Our judgements
judgements-explained = What the writer makes of the claims. No source says so.
judged-from = Judged by { $writers } from { $claims }.
# Likelihood is of what is judged, confidence of its ground: they never share a sentence.
judgement-likelihood = Likelihood: { $likelihood }.
judgement-confidence = Confidence: { $confidence }.
judgement-no-confidence = Confidence: not stated.
confidence-low = low
confidence-moderate = moderate
confidence-high = high
# The seven steps of ICD 203, and what each means.
likelihood-almost-no-chance = almost no chance
likelihood-very-unlikely = very unlikely
likelihood-unlikely = unlikely
likelihood-roughly-even = roughly even chance
likelihood-likely = likely
likelihood-very-likely = very likely
likelihood-almost-certain = almost certain
likelihood-meaning = { $from }–{ $to } per cent (ICD 203)

## Positions, tensions, timeline, gaps

positions = Who stands where
positions-hatched = Hatched: no claim of this brief by this voice on this issue.
positions-italics = Italics: as others report.
positions-ring = Ring: described, no stance.
positions-issue = Issue
# A stance before the position in short words.
positions-stance = { $stance }:
positions-voice = Voice
positions-reported = , as others report,
# What only a judgement of the writer says.
positions-judged = as the writer judges
# Who speaks for the voice of the row.
positions-speaker = { $voice }, for { $principal }
# Before where a voice stood until it said otherwise.
positions-earlier = earlier, { $date }:
# Before the labels of claims of the voice on which none of its positions there rests.
positions-also = also
# In a cell: of one voice on one issue. What the sources have is not known, but what claims of the brief are
# about: what else the voice says stands among the claims.
no-statement = no claim of this brief on this
# In place of a row: of a voice on all the issues.
no-statement-on-any = no claim of this brief on these issues
# In place of several such rows, after them all.
no-statement-from = { $count ->
    [one] No claim of this brief on this issue: { $voices }.
   *[other] No claim of this brief on these issues: { $voices }.
}
# Of what the cells of a row do not say.
no-statement-on = No claim of this brief on { $names }.
no-statement-by = No claim of this brief by { $names }.
tensions = Tensions
timeline = Timeline
# An event of which its source's words alone are known: it stands behind those that have dates.
event-unplaced = { $when } (order not known)
gaps = { $count ->
    [one] Not known from this source
   *[other] Not known from these sources
}
table-of = Table of { $label }
gap-about = On { $issues }.
gap-of = No word from { $voices }.

## Changes between editions

changes-from = Changes since edition { $edition }
changes-sum = Claims since { $date }: { $counts }.
# What is compared, all of it, where nothing of that changed, or only the numbers of claims.
changes-none = No change in topic, headline, bottom line, issues, claims, positions, tensions, timeline, gaps and method.
changes-numbers = Claims have other numbers; else no change in topic, headline, bottom line, issues, claims, positions, tensions, timeline, gaps and method.
# In a list after “Claims since 16 May:”.
count-added = { $number } new
count-withdrawn = { $number } withdrawn
count-changed = { $number } changed
count-as-before = { $number } as before
# Of a claim, a position, a tension, an event or a gap; beside it, or before several.
outcome-added = new
outcome-withdrawn = withdrawn
outcome-changed = changed
outcome-renumbered = other number
outcome-was = was { $label }
changes-topic = Topic
changes-headline = Headline
changes-issues = Issues
changes-gaps = Not known
# What changed: before the old and the new, as in “said on Thursday → Monday”.
change-reworded = reworded
change-cites = now cites
change-cites-no-more = cites no more
change-voices = said by
change-voice = voice
change-first-reports = first in
change-source = source
change-chains = by way of
change-told-to = said to
change-record = record
change-retellings = retellings
change-said = said on
change-confidence = confidence
change-likelihood = likelihood
change-about = about
change-passages = passages
change-quote-added = quote added
change-quote-withdrawn = quote withdrawn
change-quote-reworded = quote reworded
change-quote-label = quote labelled
change-quote-voice = quote said by
change-quote-check = quote check
change-characterised = the source’s view
change-note = our note
change-at = place in the source
change-updates = what became of its sources
change-stance = stance
change-claims = rests on
change-when = date
change-question = question
change-why = reason
change-through = { $source } through { $relay }
change-among = among { $voices }
legend-updates = corrected, retracted
meaning-updates = underlined: a source on the way, since it was issued
legend-changes = new, changed
meaning-changes = a bar in the margin: since the previous edition

## Sources and voices

sources = Sources, voices and method
method = Method
sources-counted = { $count ->
    [one] { $number } source
   *[other] { $number } sources
}
voices-counted = { $count ->
    [one] { $number } voice
   *[other] { $number } voices
}
sources-and-voices = { $sources }, { $voices } and the method
# Follows a source's name.
reference = , { $parts }.
authors = { $count ->
    [one] { $number } author
   *[other] { $number } authors
}
read-on = read on { $date }
read = Read.
# The number of a case, a report or a bill where it is a bare number.
source-number = No. { $value }
# Before the address of a copy in an archive.
archived = Archived:
archived-on = Archived { $date }:
known-only-through = Known only through { $sources }.
code-label = QR code: address of { $source }
code-caption = Scan to read { $source }.
# What follows a voice's name.
voice-plain = .
voice-role = , { $role }.
voice-members = : { $members }.
voice-role-members = , { $role }: { $members }.
voice-not-named = ; not named.
voice-not-named-because = ; not named: { $reason }.
voice-among-not-named = , among { $voices }; not named.
voice-among-not-named-because = , among { $voices }; not named: { $reason }.
# The reason where the source gives none.
reason-not-given = no reason given
# By the type of CSL.
source-type = { $type ->
    [article] article
    [article-journal] journal article
    [article-magazine] magazine article
    [article-newspaper] news article
    [bill] bill
    [book] book
    [broadcast] broadcast
    [chapter] chapter
    [classic] classic
    [collection] collection
    [dataset] dataset
    [entry] entry
    [entry-dictionary] dictionary entry
    [entry-encyclopedia] encyclopedia entry
    [event] event
    [figure] figure
    [graphic] graphic
    [hearing] hearing
    [interview] interview
    [legal_case] legal case
    [legislation] legislation
    [manuscript] manuscript
    [map] map
    [motion_picture] film
    [musical_score] musical score
    [pamphlet] pamphlet
    [paper-conference] conference paper
    [patent] patent
    [performance] performance
    [periodical] periodical
    [personal_communication] personal communication
    [post] online post
    [post-weblog] weblog post
    [regulation] regulation
    [report] report
    [review] review
    [review-book] book review
    [software] software
    [song] song
    [speech] speech
    [standard] standard
    [thesis] thesis
    [treaty] treaty
    [webpage] web page
   *[document] document
}

## Exports

export-subtitle = { $topic }, as of { $date }, edition { $edition }
export-subtitle-prepared-by = { $topic }, as of { $date }, edition { $edition }, prepared by { $by }
# In notes for reference managers, whose dates have no times.
export-issued-at = Issued { $date }.
export-accessed-at = Accessed { $date }.
export-archived-at = The archived copy is of { $date }.
export-bottom-line = Bottom line.
export-claims = Claims
export-characterised = As characterised: { $text }
export-note = Note: { $text }
# The first and the last words of the place in the source on which a claim rests.
export-passage = Passage: { $words }
export-record = { $record }, { $retellings }, { $date }.
export-more-chains = and { $figures } more from there
export-position = { $stance } · { $position } ({ $remarks })
export-position-reported = as others report
# A claim that takes no position.
export-position-none = { $claim } ({ $remarks })
export-statements = Statements
export-sources = Sources

## brief origins

claims-counted = { $count ->
    [one] { $number } claim
   *[other] { $number } claims
}
distinct-origins = { $count ->
    [one] { $number } distinct origin
   *[other] { $number } distinct origins
}
origins-summary = { $claims }, { $origins }, { $figures } resting on one alone
origins-summary-judgements = { $summary }; { $count ->
    [one] { $number } judgement of the writer
   *[other] { $number } judgements of the writer
}
origins-chain = chain
origins-record = record
origins-retellings = retellings
origins-origins = origins
# Of a claim whose own origins are others than those of all claims together: O1, O2.
origins-own = { $own } (among those of all claims: { $all })
origins-voices = voices
origins-sources = reports
origins-claims = claims
origins-updates = updates
origins-judgement = basis
retellings = { $words } (retellings: { $times })
# An origin that is one of several reports.
origin-one-of = one of { $sources }
source-read = { $source } (read)
source-not-read = { $source } (known only through { $relays })
