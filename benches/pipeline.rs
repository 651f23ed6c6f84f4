//! Every phase on the Ukraine brief and on generated ones: `cargo bench pipeline`.
//!
//! `parse_alone` is what can not be saved: a bare `serde_yaml` parse of the same text into the
//! same types. All else is to be read as a multiple of it.

use std::sync::LazyLock;

use brief::analysis::{Analysis, Edition};
use brief::export;
use brief::model::Brief;
use brief::page::Page;
use brief::phases::{self, Document};
use divan::{Bencher, black_box};

use crate::generated;

/// Numbers of claims; 0 stands for the Ukraine brief.
const SIZES: [usize; 3] = [0, 1_000, 10_000];

static TEXTS: LazyLock<[String; 3]> = LazyLock::new(|| {
    SIZES.map(|claims| match claims {
        0 => include_str!("../content/ukraine-security-guarantees.yaml").to_owned(),
        claims => generated::brief(claims),
    })
});

fn text(claims: usize) -> &'static str {
    let index = SIZES.iter().position(|size| *size == claims).unwrap_or(0);
    &TEXTS[index]
}

fn checked(claims: usize) -> Brief {
    let checked = brief::Input::new(text(claims)).check();
    checked.brief.expect("the benchmarks' briefs are sound")
}

#[divan::bench(args = SIZES)]
fn parse_alone(bencher: Bencher<'_, '_>, claims: usize) {
    let text = text(claims);
    bencher.bench(|| serde_yaml::from_str::<Document>(black_box(text)));
}

#[divan::bench(args = SIZES)]
fn load(bencher: Bencher<'_, '_>, claims: usize) {
    let text = text(claims);
    bencher.bench(|| phases::read(black_box(text.as_bytes())));
}

#[divan::bench(args = SIZES)]
fn check(bencher: Bencher<'_, '_>, claims: usize) {
    let text = text(claims);
    let document = phases::read(text.as_bytes())
        .document
        .expect("the benchmarks' briefs are sound");
    bencher.bench(|| phases::check(black_box(&document), text, phases::Beside::default()));
}

#[divan::bench(args = SIZES)]
fn analyse(bencher: Bencher<'_, '_>, claims: usize) {
    let brief = checked(claims);
    bencher.bench(|| Analysis::of(black_box(&brief)));
}

#[divan::bench(args = SIZES)]
fn render(bencher: Bencher<'_, '_>, claims: usize) {
    let edition = Edition::of(checked(claims));
    bencher.bench(|| Page::new(black_box(&edition)).render());
}

#[divan::bench(args = SIZES)]
fn data_block(bencher: Bencher<'_, '_>, claims: usize) {
    let edition = Edition::of(checked(claims));
    bencher.bench(|| export::json_ld_compact(black_box(&edition)));
}

#[divan::bench(args = SIZES)]
fn all(bencher: Bencher<'_, '_>, claims: usize) {
    let text = text(claims);
    bencher.bench(|| {
        let checked = brief::Input::new(black_box(text)).check();
        checked
            .brief
            .map(|brief| Page::new(&Edition::of(brief)).render())
    });
}
