//! Makes briefs out of bytes: mostly sound in shape, with whatever stands in their texts.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

/// What texts are made of that a brief may hold.
const PIECES: &[&str] = &[
    "the quay reopens",
    " in May",
    ", she said",
    " ",
    "a",
    "*b*",
    "`x`",
    "&amp;",
    "\\*",
    "“open”",
    "’s",
    "…",
    " [sic]",
    " https://a.example/b?c=d#e",
    " U.S. ",
    " Mr. Bell",
    " 16 August 2025",
    " two officials",
    " not",
    " 0",
    " Київ",
    " ﷺ",
    " مرحبا",
    " שלום",
    "中文",
    "日本語",
    "ไทย",
    "e\u{301}",
    " 👩",
    "\u{a0}",
    " ß",
    " İ",
    " ﬁ",
    " =1+1",
    " ]]>",
    " {{ x }}",
    " ~",
    " null",
    " [a](https://b.example/)",
    " -",
    " 1.",
    " #",
];

/// What texts are made of that a brief may not hold, or not everywhere.
const WILD: &[&str] = &[
    "[@c0]",
    "[@c1; @c2]",
    "[@",
    "**",
    "_",
    "<b>",
    "&#10;",
    "\\",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "# ",
    ". ",
    "\"",
    "| a | b |\n| - | - |\n| 1 | 2 |\n",
    "“",
    "”",
    "claimed",
    "last Saturday",
    "👩\u{200d}👧",
    "\u{200d}",
    "\u{2028}",
    "\u{202e}",
    "</script>",
    "@",
    "\u{fffd}",
    "soft\u{ad}hyphen",
    "\0",
];

const DATES: &[&str] = &[
    "2025-08-16",
    "2025-08-15",
    "2025-07",
    "2024",
    "2025-21",
    "2025-08-16?",
    "2025-07~",
    "201X",
    "2025-08-XX",
    "2025-08-11/2025-08-15",
    "../2025-08-15",
    "/2024",
    "2025-08-16T09:30:00Z",
    "2025-08-16T09:30+02:00",
    "2025-08-16T09:30",
    "-0044-03-15",
    "0000",
];

const WILD_DATES: &[&str] = &[
    "2025-02-30",
    "Saturday",
    "9999-12-31",
    "Y12025",
    "2025-08-11/..",
    "",
];

const LANGUAGES: &[&str] = &[
    "en", "uk", "ar", "he", "de-AT", "zh-Hant", "ja", "th", "fa", "und",
];

const STANCES: &[&str] = &[
    "supports",
    "opposes",
    "conditional",
    "undecided",
    "says-so",
    "denies",
    "does-not-know",
    "describes",
    "declined",
    "no-reply",
    "no-position",
];

const KINDS: &[&str] = &[
    "article-newspaper",
    "article",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "hearing",
    "legal_case",
    "legislation",
    "post",
    "report",
    "speech",
    "interview",
    "article-journal",
    "webpage",
];

/// Makes a brief: JSON, which is YAML.
pub(crate) fn brief(from: &mut Unstructured<'_>) -> Result<Value> {
    let counts = Counts {
        voices: from.int_in_range(1..=4)?,
        sources: from.int_in_range(1..=4)?,
        issues: from.int_in_range(0..=3)?,
        claims: from.int_in_range(1..=6)?,
    };
    let wild = from.ratio(1, 4)?;
    let mut make = Maker { from, counts, wild };
    let mut brief = json!({
        "format": 1,
        "title": make.cited()?,
        "topic": make.line()?,
        "lang": *make.from.choose(LANGUAGES)?,
        "as_of": "2025-08-20",
        "edition": make.from.int_in_range(1..=3)?,
        "bottom_line": make.cited()?,
        "voices": make.by_id("v", counts.voices, Maker::voice)?,
        "sources": make.by_id("s", counts.sources, Maker::source)?,
        "issues": make.by_id("i", counts.issues, |make, _| make.issue())?,
        "claims": (0..counts.claims).map(|at| make.claim(at)).collect::<Result<Vec<_>>>()?,
        "positions": make.list(if counts.issues > 0 { 4 } else { 0 }, Maker::position)?,
        "events": make.list(3, Maker::event)?,
        "tensions": make.list(if counts.claims > 1 { 2 } else { 0 }, Maker::tension)?,
        "gaps": make.list(2, Maker::gap)?,
    });
    brief["voices"]["desk"] = json!({ "writer": "The desk" });
    make.maybe(&mut brief, "prepared_by", Maker::line)?;
    make.maybe(&mut brief, "method", Maker::text)?;
    Ok(brief)
}

/// Changes a brief as editions change: a claim, a position or an event is left out, moved or
/// reworded.
pub(crate) fn changed(brief: &Value, from: &mut Unstructured<'_>) -> Result<Value> {
    let mut brief = brief.clone();
    for _ in 0..from.int_in_range(0..=6)? {
        let field = *from.choose(&["claims", "positions", "events", "tensions", "gaps"])?;
        let Some(items) = brief[field]
            .as_array_mut()
            .filter(|items| !items.is_empty())
        else {
            continue;
        };
        let at = from.choose_index(items.len())?;
        match from.int_in_range(0..=3)? {
            0 => drop(items.remove(at)),
            1 => {
                let item = items.remove(at);
                items.push(item);
            }
            2 => items.push(items[at].clone()),
            _ => {
                let text = format!("It {}", made_of(from, false)?);
                for name in ["says", "in_short", "what", "note", "why"] {
                    if items[at].get(name).is_some() {
                        items[at][name] = json!(text);
                    }
                }
            }
        }
    }
    brief["edition"] = json!(brief["edition"].as_u64().unwrap_or(1) + 1);
    Ok(brief)
}

/// Makes a text of any pieces.
pub(crate) fn text(from: &mut Unstructured<'_>) -> Result<String> {
    made_of(from, true)
}

fn made_of(from: &mut Unstructured<'_>, wild: bool) -> Result<String> {
    let mut text = String::new();
    for _ in 0..from.int_in_range(1..=6)? {
        let pieces = if wild && from.ratio(1, 4)? {
            WILD
        } else {
            PIECES
        };
        text.push_str(from.choose(pieces)?);
    }
    Ok(text)
}

#[derive(Clone, Copy)]
struct Counts {
    voices: usize,
    sources: usize,
    issues: usize,
    claims: usize,
}

struct Maker<'a, 'b> {
    from: &'a mut Unstructured<'b>,
    counts: Counts,
    /// Whether it may have what a brief may not.
    wild: bool,
}

type Make<'a, 'b> = fn(&mut Maker<'a, 'b>) -> Result<Value>;
type MakeNth<'a, 'b> = fn(&mut Maker<'a, 'b>, usize) -> Result<Value>;

impl<'a, 'b> Maker<'a, 'b> {
    fn by_id(&mut self, letter: &str, count: usize, make: MakeNth<'a, 'b>) -> Result<Value> {
        let mut entries = Map::new();
        for at in 0..count {
            entries.insert(format!("{letter}{at}"), make(self, at)?);
        }
        Ok(Value::Object(entries))
    }

    fn list(&mut self, most: usize, make: Make<'a, 'b>) -> Result<Value> {
        let count = self.from.int_in_range(0..=most)?;
        let items: Result<Vec<_>> = (0..count).map(|_| make(self)).collect();
        items.map(Value::Array)
    }

    /// Gives a field now and then.
    fn maybe(&mut self, to: &mut Value, field: &str, make: Make<'a, 'b>) -> Result<()> {
        if self.from.ratio(1, 4)? {
            to[field] = make(self)?;
        }
        Ok(())
    }

    fn text(&mut self) -> Result<Value> {
        Ok(json!(format!("It {}", made_of(self.from, self.wild)?)))
    }

    fn line(&mut self) -> Result<Value> {
        let text = made_of(self.from, self.wild)?;
        Ok(json!(format!("Line {}", text.replace('\n', " "))))
    }

    fn cited(&mut self) -> Result<Value> {
        let claim = self.id("c", self.counts.claims)?;
        let text = made_of(self.from, self.wild)?;
        let claim = claim.as_str().unwrap_or_default();
        Ok(json!(format!("Ann said {text} [@{claim}].")))
    }

    fn id(&mut self, letter: &str, count: usize) -> Result<Value> {
        let at = self.from.choose_index(count.max(1))?;
        // Now and then it leads nowhere.
        let at = if self.wild && self.from.ratio(1, 16)? {
            count
        } else {
            at
        };
        Ok(json!(format!("{letter}{at}")))
    }

    fn ids(&mut self, letter: &str, count: usize) -> Result<Value> {
        let mut ids = vec![self.id(letter, count)?];
        for _ in 0..self.from.int_in_range(0..=2)? {
            let id = self.id(letter, count)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(Value::Array(ids))
    }

    fn voices(&mut self) -> Result<Value> {
        self.ids("v", self.counts.voices)
    }

    fn sources(&mut self) -> Result<Value> {
        self.ids("s", self.counts.sources)
    }

    fn claims(&mut self) -> Result<Value> {
        self.ids("c", self.counts.claims)
    }

    fn issues(&mut self) -> Result<Value> {
        if self.counts.issues == 0 {
            return Ok(json!([]));
        }
        self.ids("i", self.counts.issues)
    }

    fn date(&mut self) -> Result<Value> {
        let is_wild = self.wild && self.from.ratio(1, 8)?;
        Ok(json!(*self.from.choose(if is_wild {
            WILD_DATES
        } else {
            DATES
        })?))
    }

    fn given(&mut self) -> Result<Value> {
        let mut given = json!({});
        if self.from.ratio(3, 4)? {
            given["date"] = self.date()?;
        }
        self.maybe(&mut given, "as_given", Self::line)?;
        Ok(given)
    }

    fn voice(&mut self, at: usize) -> Result<Value> {
        let mut voice = json!({});
        match self.from.int_in_range(0..=4)? {
            0 => {
                voice["anonymous"] = json!(self.from.int_in_range(1..=3)?);
                voice["described_as"] = self.line()?;
                voice["reason"] = self.line()?;
                if at > 0 && self.from.ratio(1, 3)? {
                    voice["one_of"] = self.ids("v", at)?;
                }
                return Ok(voice);
            }
            1 => {
                voice["outlet"] = self.id("s", self.counts.sources)?;
                return Ok(voice);
            }
            2 => {
                voice["group"] = self.line()?;
                self.maybe(&mut voice, "members", |make| Ok(json!([make.line()?])))?;
            }
            _ => voice["name"] = self.line()?,
        }
        self.maybe(&mut voice, "short", Self::line)?;
        self.maybe(&mut voice, "side", Self::line)?;
        self.maybe(&mut voice, "note", Self::text)?;
        if at > 0 && self.from.ratio(1, 4)? {
            voice["speaks_for"] = self.id("v", at)?;
        }
        Ok(voice)
    }

    fn source(&mut self, at: usize) -> Result<Value> {
        let mut source = json!({
            "type": *self.from.choose(KINDS)?,
            "publisher": self.line()?,
            "title": self.line()?,
        });
        self.maybe(&mut source, "short", Self::line)?;
        self.maybe(&mut source, "author", |make| Ok(json!([make.line()?])))?;
        self.maybe(&mut source, "issued", Self::given)?;
        self.maybe(&mut source, "url", |_| {
            Ok(json!("https://a.example/b?c=d&e#f"))
        })?;
        self.maybe(&mut source, "doi", |_| Ok(json!("10.1000/182")))?;
        if at > 0 && self.from.ratio(1, 2)? {
            let field = *self.from.choose(&["through", "draws_on"])?;
            source[field] = self.ids("s", at)?;
        }
        let lang = |make: &mut Self| Ok(json!(*make.from.choose(LANGUAGES)?));
        self.maybe(&mut source, "lang", lang)?;
        self.maybe(&mut source, "updates", |make| {
            Ok(json!([{ "kind": "corrected", "note": make.line()? }]))
        })?;
        Ok(source)
    }

    fn issue(&mut self) -> Result<Value> {
        let mut issue = json!({ "name": self.line()? });
        self.maybe(&mut issue, "question", Self::line)?;
        Ok(issue)
    }

    fn claim(&mut self, at: usize) -> Result<Value> {
        let mut claim = json!({ "id": format!("c{at}"), "says": self.text()? });
        if at > 0 && self.from.ratio(1, 6)? {
            claim["voice"] = json!("desk");
            claim["rests_on"] = self.ids("c", at)?;
            claim["confidence"] = json!("low");
        } else {
            claim["in"] = self.sources()?;
            claim["said"] = self.given()?;
            self.maybe(&mut claim, "told_to", Self::line)?;
            claim["quotes"] = self.list(2, Self::quote)?;
            let is_quoted = claim["quotes"]
                .as_array()
                .is_some_and(|quotes| !quotes.is_empty());
            claim["voice"] = if is_quoted {
                self.id("v", self.counts.voices)?
            } else {
                self.voices()?
            };
        }
        claim["about"] = self.issues()?;
        self.maybe(&mut claim, "note", Self::text)?;
        Ok(claim)
    }

    fn quote(&mut self) -> Result<Value> {
        let mut quote = json!({ "text": self.text()?, "kind": ["fragment"] });
        if self.from.ratio(1, 4)? {
            quote["kind"] = json!(["fragment", "translated"]);
            quote["translated_from"] = json!("uk");
            quote["original"] = self.text()?;
        }
        self.maybe(&mut quote, "occasion", Self::line)?;
        self.maybe(&mut quote, "context", Self::text)?;
        Ok(quote)
    }

    fn position(&mut self) -> Result<Value> {
        Ok(json!({
            "of": self.id("v", self.counts.voices)?,
            "on": self.id("i", self.counts.issues)?,
            "date": self.date()?,
            "stance": *self.from.choose(STANCES)?,
            "in_short": self.line()?,
            "claims": self.claims()?,
        }))
    }

    fn event(&mut self) -> Result<Value> {
        let mut event =
            json!({ "date": self.date()?, "what": self.text()?, "claims": self.claims()? });
        self.maybe(&mut event, "as_given", Self::line)?;
        Ok(event)
    }

    fn tension(&mut self) -> Result<Value> {
        let first = self.from.int_in_range(0..=self.counts.claims - 2)?;
        let between = json!([format!("c{first}"), format!("c{}", first + 1)]);
        Ok(json!({ "between": between, "note": self.text()? }))
    }

    fn gap(&mut self) -> Result<Value> {
        let mut gap = json!({ "question": self.text()?, "why": self.text()? });
        self.maybe(&mut gap, "of", Self::voices)?;
        self.maybe(&mut gap, "about", Self::issues)?;
        Ok(gap)
    }
}
