//! Answers the questions of a client about one text.

use brief::diagnostics::Span;
use brief::lsp::{
    Completion, Completions, Fold, IdKind, Lines, Symbol, SymbolKind, complete, folds, hover,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::acting;
use super::client::{Point, Range, Shown};
use super::family;
use super::file_names;
use super::ground::Ground;
use super::looking::Looking;
use super::quotes;
use super::transport::{Broken, FAILED, INVALID_PARAMS, broken};

/// What is asked with each keystroke.
pub(super) const COMPLETION: &str = "textDocument/completion";

/// What has to be known for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// The text alone.
    Text,
    /// Some reading of it.
    Reading,
    /// A reading of the text as it is.
    Newest,
}

/// Says what has to be known for an answer, if there is one.
pub(super) fn needs(method: &str) -> Option<Needs> {
    Some(match method {
        "textDocument/foldingRange" => Needs::Text,
        COMPLETION => Needs::Reading,
        "textDocument/hover"
        | "textDocument/definition"
        | "textDocument/references"
        | "textDocument/prepareRename"
        | "textDocument/rename"
        | "textDocument/documentSymbol"
        | "textDocument/codeAction"
        | "textDocument/codeLens" => Needs::Newest,
        _ => return None,
    })
}

/// Says whether something is asked of a place, which is another one once the text has changed.
pub(super) fn is_of_place(method: &str) -> bool {
    let of_whole = [
        "textDocument/foldingRange",
        "textDocument/documentSymbol",
        "textDocument/codeLens",
    ];
    !of_whole.contains(&method)
}

#[derive(Deserialize)]
struct At {
    position: Point,
}

#[derive(Deserialize)]
struct Renaming {
    position: Point,
    #[serde(rename = "newName")]
    name: String,
}

#[derive(Deserialize)]
struct Referring {
    position: Point,
    #[serde(default)]
    context: ReferringTo,
}

#[derive(Default, Deserialize)]
struct ReferringTo {
    #[serde(default, rename = "includeDeclaration")]
    includes_definition: bool,
}

#[derive(Deserialize)]
struct Acting {
    range: Range,
    #[serde(default)]
    context: ActingOn,
}

#[derive(Default, Deserialize)]
struct ActingOn {
    only: Option<Vec<String>>,
}

pub(super) fn answer(method: &str, params: Value, ground: &Ground) -> Result<Value, Broken> {
    if method == "textDocument/foldingRange" {
        return Ok(folds(&ground.text).iter().map(of_fold).collect());
    }
    if method == COMPLETION {
        return Ok(completion(read::<At>(params)?.position, ground));
    }
    // What keeps a text from being YAML is mended, too.
    let diagnosed = match method {
        "textDocument/codeAction" => &ground.latest,
        _ => &ground.read,
    };
    let Some(diagnosed) = diagnosed else {
        return Ok(Value::Null);
    };
    let looking = Looking::at(diagnosed, &ground.text, &ground.known, ground.client);
    match method {
        "textDocument/references" => {
            let Referring { position, context } = read(params)?;
            let byte = looking.byte(position);
            let includes_definition = context.includes_definition;
            Ok(family::references(
                &looking,
                byte,
                includes_definition,
                ground,
            ))
        }
        "textDocument/rename" => {
            let Renaming { position, name } = read(params)?;
            let byte = looking.byte(position);
            family::rename(&looking, byte, &name, ground).map_err(|why| broken(FAILED, &why))
        }
        "textDocument/documentSymbol" => {
            let symbols = looking.opened.symbols();
            let symbols = symbols.iter();
            Ok(symbols
                .filter_map(|symbol| of_symbol(symbol, &looking))
                .collect())
        }
        "textDocument/codeLens" => Ok(lenses(&looking, ground)),
        "textDocument/codeAction" => {
            let Acting { range, context } = read(params)?;
            let is_wanted = |kind: &String| "quickfix".starts_with(kind.as_str());
            if context.only.is_some_and(|only| !only.iter().any(is_wanted)) {
                return Ok(json!([]));
            }
            let bytes = looking.byte(range.start)..looking.byte(range.end);
            Ok(acting::actions(&looking, &bytes, ground))
        }
        _ => {
            let byte = looking.byte(read::<At>(params)?.position);
            Ok(of_place(method, byte, &looking, ground).unwrap_or_default())
        }
    }
}

/// Answers what is asked of one place: nothing, where there is nothing to say.
fn of_place(method: &str, byte: usize, looking: &Looking<'_>, ground: &Ground) -> Option<Value> {
    match method {
        "textDocument/hover" => {
            let told = hover(looking.opened, &ground.words, byte)?;
            let range = looking.range(Span::new(told.range.start, told.range.end))?;
            let contents = json!({ "kind": "markdown", "value": told.markdown });
            Some(json!({ "contents": contents, "range": range }))
        }
        "textDocument/prepareRename" => {
            let mention = looking.opened.mention_at(byte)?;
            Some(json!({ "range": looking.range(mention.span)?, "placeholder": mention.id }))
        }
        _ => family::definition(looking, byte, ground),
    }
}

fn lenses(looking: &Looking<'_>, ground: &Ground) -> Value {
    let lenses = looking.opened.lenses(&ground.words).into_iter();
    let lenses = lenses.filter_map(|lens| {
        let range = looking.range(lens.span)?;
        Some(json!({ "range": range, "command": { "title": lens.title, "command": "" } }))
    });
    lenses.collect()
}

fn completion(position: Point, ground: &Ground) -> Value {
    let encoding = ground.client.encoding;
    let lines = Lines::of(&ground.text);
    let byte = position.byte(&ground.text, &lines, encoding);
    let known = ground.read.as_ref().map(|read| &read.looked.opened);
    let quotes = known.map(|known| quotes::complete(&ground.text, byte, known, ground));
    let quotes = quotes.filter(|quotes| !quotes.items.is_empty());
    let found = quotes.or_else(|| file_names::complete(&ground.text, byte, ground));
    let found = found.unwrap_or_else(|| complete(&ground.text, byte, known));
    let shown = Shown::with(&ground.text, lines, encoding);
    of_completions(&found, &shown)
}

fn of_completions(found: &Completions, shown: &Shown<'_>) -> Value {
    let range = shown.range(found.range.clone());
    let typed = shown.text().get(found.range.clone()).unwrap_or("");
    let items = found.items.iter().enumerate().map(|(number, offered)| {
        let kind = match offered.kind {
            Completion::Id(_) => 18,
            Completion::Field => 5,
            Completion::Word => 20,
            Completion::Quote => 1,
            Completion::File => 17,
        };
        let mut item = json!({
            "label": offered.label,
            "kind": kind,
            "sortText": format!("{}{number:06}", u8::from(!offered.is_required)),
            "textEdit": { "range": range, "newText": offered.insert },
        });
        if !offered.detail.is_empty() {
            item["detail"] = offered.detail.as_str().into();
        }
        if !offered.meaning.is_empty() {
            item["documentation"] = json!({ "kind": "markdown", "value": offered.meaning });
        }
        if offered.kind == Completion::Quote {
            // It was chosen by its words already, marks apart.
            item["filterText"] = typed.into();
        }
        item
    });
    json!({ "isIncomplete": found.is_incomplete, "items": items.collect::<Vec<Value>>() })
}

fn of_fold(fold: &Fold) -> Value {
    json!({ "startLine": fold.first, "endLine": fold.last })
}

fn of_symbol(symbol: &Symbol, looking: &Looking<'_>) -> Option<Value> {
    let kind = match symbol.kind {
        SymbolKind::Section => 3,
        SymbolKind::Id(IdKind::Voice) => 5,
        SymbolKind::Id(IdKind::Source) => 1,
        SymbolKind::Id(IdKind::Issue) => 22,
        SymbolKind::Id(IdKind::Claim) => 12,
        SymbolKind::Text => 15,
    };
    let range = |bytes: &std::ops::Range<usize>| looking.range(Span::new(bytes.start, bytes.end));
    let children = symbol.children.iter();
    let children: Vec<Value> = children
        .filter_map(|child| of_symbol(child, looking))
        .collect();
    let mut told = json!({
        "name": symbol.name,
        "kind": kind,
        "range": range(&symbol.range)?,
        "selectionRange": range(&symbol.selection)?,
        "children": children,
    });
    if !symbol.detail.is_empty() {
        told["detail"] = symbol.detail.as_str().into();
    }
    Some(told)
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, Broken> {
    serde_json::from_value(params).map_err(|error| broken(INVALID_PARAMS, &error.to_string()))
}
