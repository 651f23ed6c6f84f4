//! First reports of claims that many sources state.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::analysis::sample::Sample;
use crate::model::{ClaimId, SourceId};

const MANY: usize = 150;

fn names() -> Vec<String> {
    (0..MANY).map(|number| format!("s{number}")).collect()
}

fn listed(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

#[test]
fn sources_that_all_draw_on_one_another_take_little_room_and_none_is_lost() {
    let names = names();
    let all = listed(&names);
    let mut sample = Sample::new().person("ann");
    for (number, name) in all.iter().enumerate() {
        sample = sample.source(name, &[]).draws_on(&all[..number]);
    }
    let brief = sample
        .claim("a", &["ann"], &all)
        .claim("b", &["ann"], &all)
        .build();
    let analysis = Analysis::of(&brief);
    assert!(Arc::ptr_eq(
        &analysis.first_reports[0],
        &analysis.first_reports[1]
    ));
    let (first, chains) = (&analysis.first_reports[0], &analysis.chains);
    let root = SourceId::new(0);
    assert_eq!(first.sources, [root]);
    let paths: Vec<_> = first.paths_from(root).map(Vec::len).collect();
    assert_eq!(paths, [1, 2, 2, 2, 2, 2, 2, 2]);
    // One path to the first report itself, and one for every pair of which one draws on the other.
    let all_paths = 1 + MANY * (MANY - 1) / 2;
    assert_eq!(first.left_out(root, chains), all_paths as u64 - 8);
    let passed: BTreeSet<_> = first.legs().flatten().collect();
    assert_eq!(passed.len(), MANY);
    assert_eq!(analysis.origins_of(ClaimId::nth(0)), 1);
}

#[test]
fn reports_of_which_one_is_the_first_are_told_apart_however_many() {
    let names = names();
    let mut sample = Sample::new().person("ann").person("bob");
    for name in &names {
        let roots = [format!("{name}-one"), format!("{name}-other")];
        let roots = listed(&roots);
        for root in &roots {
            sample = sample.source(root, &[]);
        }
        sample = sample.source(name, &[]).draws_on(&roots);
    }
    let brief = sample.claim("a", &["ann", "bob"], &listed(&names)).build();
    let first = &Analysis::of(&brief).first_reports[0];
    assert_eq!(first.one_of.len(), MANY);
    for group in &first.one_of {
        assert!(group.iter().all(|id| first.one_of(id) == *group));
    }
}
