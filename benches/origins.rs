//! Counting origins where everything hangs together: `cargo bench origins`.
//!
//! Each voice speaks in several papers and each paper has several voices, many of which draw on
//! others, so that the whole brief is one graph. It is to be read as a multiple of the claims.

use std::fmt::Write as _;

use brief::analysis::Analysis;
use brief::model::Brief;
use divan::{Bencher, black_box};

/// A brief in which as many voices as papers are tied to their neighbours, and to one far off.
fn tied(claims: usize) -> Brief {
    let ends = claims / 4;
    let mut yaml = String::from(
        "format: 1\ntopic: T\ntitle: It is so\nlang: en\nas_of: 2025-08-16\nedition: 1\n\
         bottom_line: They say so [@claim-0].\nvoices:\n",
    );
    for end in 0..ends {
        _ = writeln!(yaml, "  voice-{end}: {{ name: Person {end} }}");
    }
    yaml.push_str("sources:\n");
    for end in 0..ends {
        let drawn = if end % 5 == 4 {
            format!(", draws_on: paper-{}", end - 1)
        } else {
            String::new()
        };
        _ = writeln!(
            yaml,
            "  paper-{end}: {{ type: article-newspaper, publisher: Paper {end}{drawn} }}"
        );
    }
    yaml.push_str("claims:\n");
    for claim in 0..claims {
        let (voice, paper) = (claim % ends, (claim + claim / ends * 7919 % ends) % ends);
        _ = writeln!(
            yaml,
            "  - {{ id: claim-{claim}, says: It is so., voice: voice-{voice}, \
             in: [paper-{paper}, paper-{}], said: {{}} }}",
            (paper + 1) % ends
        );
    }
    let checked = brief::Input::new(&yaml).check();
    checked.brief.expect("the benchmark's brief is sound")
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn analyse(bencher: Bencher<'_, '_>, claims: usize) {
    let brief = tied(claims);
    bencher.bench(|| Analysis::of(black_box(&brief)));
}
