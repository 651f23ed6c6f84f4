//! `brief export`: writes a brief in another form than the page.

use std::path::PathBuf;

use brief::export::{self, CsvForm, Separator};
use clap::{Args, ValueEnum};

use super::arguments::LocalesArgument;
use super::make::one_text;
use crate::outcome::{Failure, Outcome};

#[derive(Args, Clone, Debug)]
pub(crate) struct ExportArguments {
    /// The form
    #[arg(long, value_name = "FORM")]
    to: ExportForm,
    /// The file; `-` is standard input [default: the one brief in content, translations apart]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Where to write it; `-` is standard output, which is the default
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// What parts the cells of CSV
    #[arg(long, value_name = "SEPARATOR", default_value = "comma")]
    separator: CsvSeparator,
    /// Leave out the byte order mark of CSV, by which Excel knows UTF-8
    #[arg(long)]
    no_byte_order_mark: bool,
    #[command(flatten)]
    words: LocalesArgument,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CsvSeparator {
    Comma,
    Semicolon,
    Tab,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ExportForm {
    /// The whole brief for an e-mail
    Markdown,
    /// The claims for a spreadsheet
    Csv,
    /// The whole brief and its analysis for programs
    Json,
    /// Claims, quotes and sources as linked data (schema.org, W3C Web Annotation)
    JsonLd,
    /// The sources for a reference manager
    CslJson,
}

pub(super) fn run(arguments: &ExportArguments) -> Result<Outcome, Failure> {
    let (file, output) = (arguments.file.as_deref(), arguments.output.as_deref());
    let form = CsvForm {
        separator: match arguments.separator {
            CsvSeparator::Comma => Separator::Comma,
            CsvSeparator::Semicolon => Separator::Semicolon,
            CsvSeparator::Tab => Separator::Tab,
        },
        without_mark: arguments.no_byte_order_mark,
    };
    one_text(
        file,
        output,
        &arguments.words,
        |edition, locales| match arguments.to {
            ExportForm::Markdown => export::markdown(edition, locales),
            ExportForm::Csv => export::csv_as(edition, locales, form),
            ExportForm::Json => export::json(edition),
            ExportForm::JsonLd => export::json_ld(edition),
            ExportForm::CslJson => export::csl_json(edition),
        },
    )
}
