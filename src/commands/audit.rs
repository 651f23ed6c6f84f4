//! `brief audit`: says whether a page is what its sources make, where it is not, and who signed it.

mod findings;
mod looked;
mod signed;

use std::path::PathBuf;

use brief::analysis::Analysis;
use brief::carried::{Judged, Remade, Sources, Templates, VERSION};
use brief::evidence::Lock;
use brief::signatures::SignedPage;
use clap::{Args, ValueEnum};

use self::findings::{Findings, OfBrief, Verdict};
use self::looked::Looked;
use self::signed::{Listed, signatures};
use super::input::InputPath;
use super::look::Item;
use super::snapshots::{Folder, open_folder};
use super::unpack::read_page;
use super::verify::{Comparison, known};
use crate::outcome::{Failure, FileOutcome, Outcome, Said};

#[derive(Args, Clone, Debug)]
pub(crate) struct AuditArguments {
    /// The pages; `-` is standard input
    #[arg(value_name = "PAGE", required = true)]
    pages: Vec<PathBuf>,
    /// Who may sign: a list as `ssh-keygen` has it (`allowed_signers`). Exits with 1 unless a signer of
    /// the list signed each page
    #[arg(long, value_name = "FILE")]
    signers: Option<PathBuf>,
    /// Who of the list has to have signed each page, as with `ssh-keygen -Y verify -I`
    #[arg(long, value_name = "NAME", requires = "signers")]
    signer: Option<String>,
    /// Look for every quote again, in this folder of snapshots
    #[arg(long, value_name = "DIR")]
    snapshots: Option<PathBuf>,
    /// Take a page's own templates, style sheets and words, which can hide or say anything, and run the
    /// templates, which are programs: trust whoever wrote them
    #[arg(long)]
    trust_design: bool,
    /// How to show what was found
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: AuditFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum AuditFormat {
    /// In sentences, for people
    Human,
    /// As one JSON document a page
    Json,
}

pub(super) fn run(arguments: &AuditArguments) -> Result<Outcome, Failure> {
    let asked = arguments.signer.as_deref();
    let list = arguments.signers.as_deref();
    let listed = list.map(|list| Listed::read(list, asked)).transpose()?;
    let folder = arguments
        .snapshots
        .as_deref()
        .map(open_folder)
        .transpose()?;
    let by = By {
        arguments,
        listed: listed.as_ref(),
        folder: folder.as_ref(),
    };
    let files = arguments.pages.iter().map(|page| {
        let input = InputPath::of(page);
        let mut file = FileOutcome::new(input.name());
        match read_page(&input) {
            Ok(page) => by.audit(&input, &page, &mut file),
            Err(failure) => file.failure = Some(failure),
        }
        file
    });
    Ok(Outcome {
        files: files.collect(),
        ..Outcome::default()
    })
}

/// What pages are audited by.
struct By<'a> {
    arguments: &'a AuditArguments,
    listed: Option<&'a Listed>,
    folder: Option<&'a Folder>,
}

impl By<'_> {
    fn audit(&self, input: &InputPath, page: &[u8], file: &mut FileOutcome) {
        let parted = SignedPage::of(page);
        let signatures = match signatures(input, page, &parted, self.listed) {
            Ok(signatures) => signatures,
            Err(failure) => {
                file.failure = Some(failure);
                return;
            }
        };
        let mut findings = Findings {
            page: input.name(),
            program: VERSION,
            version: None,
            verdict: Verdict::NoSources,
            is_design_trusted: self.arguments.trust_design,
            is_draft: false,
            carries: Vec::new(),
            not_given_back: None,
            brief: None,
            signatures,
            is_signer_asked: self.listed.is_some(),
            asked: self.arguments.signer.clone(),
        };
        self.judge(&parted, input, &mut findings);
        file.is_fault = findings.is_fault();
        let told = match self.arguments.format {
            AuditFormat::Human => findings.text(),
            AuditFormat::Json => findings.json(),
        };
        file.said.push(Said::Out(told.into_bytes()));
        file.failure = findings.failure();
    }

    fn judge(&self, parted: &SignedPage<'_>, input: &InputPath, findings: &mut Findings) {
        let templates = if self.arguments.trust_design {
            Templates::Run
        } else {
            Templates::Refused
        };
        let judged = Judged::of(parted.signed, templates);
        findings.version = judged.version;
        if let Some(sources) = &judged.sources {
            let name = input.plain_stem();
            findings.is_draft = sources.setting().draft;
            findings.carries = sources.names(&name);
            findings.not_given_back = sources.files(&name).err().map(|error| error.to_string());
            let remade = judged.remade.as_ref();
            findings.brief = remade.map(|remade| self.of_brief(remade, sources));
        }
        findings.verdict = Verdict::of(judged.standing, judged.sources.as_ref());
    }

    /// Returns what is known of the brief that a page carries.
    fn of_brief(&self, remade: &Remade, sources: &Sources) -> OfBrief {
        let brief = remade.edition.brief();
        let analysis = Analysis::of(brief);
        let items = Item::all(brief, &analysis);
        let now = self.folder.map(|folder| {
            let lock = sources
                .lock()
                .and_then(|lock| Lock::read(lock.as_bytes()).ok());
            let lock = lock.unwrap_or_else(|| Lock::new(Vec::new()));
            let known = known(&lock, &items);
            Comparison::of(brief, &analysis, folder, &items, &known)
        });
        let parts = brief.parts();
        OfBrief {
            title: parts.title.to_string(),
            edition: parts.edition,
            as_of: parts.as_of.as_str().to_owned(),
            quotes: Looked::quotes(&items),
            passages: Looked::passages(&items),
            now,
        }
    }
}
