//! Origins of claims and of briefs, case by case.

use super::CalledBy;
use crate::analysis::Analysis;
use crate::analysis::sample::Sample;
use crate::model::{Brief, ClaimId};

fn sample() -> Sample {
    Sample::new()
        .person("ann")
        .person("bob")
        .anonymous("aides", Some(3))
        .one_of("aide", &["aides"])
        .one_of("spokesman", &["ann"])
        .one_of("second", &["aides"])
        .one_of("either", &["ann", "bob"])
        .source("times", &["newsmax"])
        .source("post", &["newsmax"])
        .source("sun", &["newsmax"])
        .source("mail", &["newsmax"])
        .source("newsmax", &[])
        .document("letter", "ann")
        .document("reply", "bob")
        .outlet("times-own", "times")
        .outlet("post-own", "post")
        .source("relay", &[])
        .draws_on(&["times"])
        .source("digest", &[])
        .draws_on(&["times", "post"])
        .source("far", &[])
        .draws_on(&["digest", "relay"])
}

fn name(brief: &Brief, called_by: &CalledBy) -> String {
    match called_by {
        CalledBy::Voice(id) => brief.voice(*id).key.to_string(),
        CalledBy::Source(id) => brief.source(*id).key.to_string(),
        CalledBy::OneOf(ids) => {
            let names = ids.iter().map(|id| &*brief.source(*id).key);
            names.collect::<Vec<_>>().join("|")
        }
    }
}

fn of_claim(brief: &Brief, claim: usize) -> String {
    let analysis = Analysis::of(brief);
    let names = analysis.origins.of_claim(ClaimId::nth(claim)).iter();
    let names: Vec<String> = names.map(|one| name(brief, one)).collect();
    names.join(" ")
}

fn of_brief(brief: &Brief) -> String {
    let origins = Analysis::of(brief).origins.of_brief;
    let names = origins.iter().map(|origin| name(brief, &origin.called_by));
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn one_claim() {
    let cases: &[(&[&str], &[&str], &str)] = &[
        (&["ann"], &["times", "post", "sun", "mail"], "ann"),
        (&["ann"], &["times", "newsmax"], "ann"),
        (&["ann", "bob"], &["times"], "times"),
        (&["ann", "bob"], &["times", "post"], "ann bob"),
        (&["ann", "bob", "aides"], &["times", "post"], "times post"),
        // Newsmax is a relay of the Times.
        (&["ann", "bob"], &["times", "newsmax"], "times"),
        (&["times-own", "post-own"], &["times", "post"], "times post"),
        (
            &["times-own", "post-own"],
            &["times", "post", "sun"],
            "times post",
        ),
        (&["times-own", "ann"], &["times", "letter"], "ann times"),
        (&["times-own", "ann"], &["times", "post"], "ann times"),
        (&["times-own"], &["times"], "times"),
        (&["ann", "bob"], &["letter", "reply"], "ann bob"),
        (
            &["ann", "bob", "times-own"],
            &["letter", "reply", "times"],
            "ann bob times",
        ),
        (&["ann", "bob"], &["letter", "reply", "times"], "ann bob"),
        (&["bob", "spokesman"], &["reply", "times"], "bob spokesman"),
        (&["ann", "spokesman"], &["letter", "times"], "ann"),
        (&["aides", "aide"], &["times", "post"], "aides"),
        (&["aide", "second"], &["times", "post"], "aide"),
    ];
    for (voices, sources, expected) in cases {
        let brief = sample().claim("c", voices, sources).build();
        assert_eq!(of_claim(&brief, 0), *expected, "{voices:?} {sources:?}");
    }
}

#[test]
fn whole_brief() {
    type Claims<'a> = &'a [(&'a [&'a str], &'a [&'a str])];
    let cases: &[(Claims<'_>, &str)] = &[
        (&[(&["ann"], &["times"]), (&["ann"], &["post"])], "ann"),
        (&[(&["ann"], &["times"]), (&["bob"], &["post"])], "ann bob"),
        (&[(&["ann"], &["times"]), (&["bob"], &["times"])], "times"),
        (
            &[(&["ann"], &["times"]), (&["spokesman"], &["post"])],
            "ann",
        ),
        (&[(&["aide"], &["times"]), (&["second"], &["post"])], "aide"),
        (
            &[
                (&["ann"], &["times"]),
                (&["bob"], &["post"]),
                (&["aides"], &["times", "post"]),
            ],
            "times post",
        ),
        (
            &[
                (&["ann", "bob"], &["letter", "reply"]),
                (&["aides"], &["sun"]),
            ],
            "ann bob aides",
        ),
        (
            &[
                (&["times-own"], &["times"]),
                (&["ann"], &["times"]),
                (&["ann"], &["letter"]),
            ],
            "ann times",
        ),
        // An outlet that speaks elsewhere, too, is one all the same.
        (
            &[
                (&["times-own"], &["post", "sun"]),
                (&["ann", "bob", "times-own"], &["times"]),
            ],
            "times",
        ),
    ];
    for (claims, expected) in cases {
        let mut sample = sample();
        for (index, (voices, sources)) in claims.iter().enumerate() {
            sample = sample.claim(&format!("c{index}"), voices, sources);
        }
        assert_eq!(of_brief(&sample.build()), *expected, "{claims:?}");
    }
}

#[test]
fn a_chain_of_ties_is_not_one_origin() {
    let brief = Sample::new()
        .person("police")
        .person("lawyer")
        .outlet("post", "b-paper")
        .source("a-radio", &[])
        .source("b-paper", &[])
        .claim("c1", &["police"], &["a-radio"])
        .claim("c2", &["police"], &["b-paper"])
        .claim("c3", &["lawyer"], &["b-paper"])
        .claim("c4", &["post"], &["b-paper"])
        .build();
    assert_eq!(of_brief(&brief), "police b-paper");
    assert_eq!(of_claim(&brief, 2), "lawyer");
    assert_eq!(of_claim(&brief, 3), "b-paper");
    let analysis = Analysis::of(&brief);
    let behind = [0, 1, 2, 3].map(|claim| analysis.origins.behind(ClaimId::nth(claim)));
    assert_eq!(behind, [&[0][..], &[0, 1], &[1], &[1]]);
}

#[test]
fn five_outlets_with_one_official_are_named_by_him() {
    let mut sample = sample();
    for (index, source) in ["newsmax", "mail", "sun", "post", "times"]
        .iter()
        .enumerate()
    {
        sample = sample.claim(&format!("c{index}"), &["bob"], &[source]);
    }
    let brief = sample.build();
    assert_eq!(of_brief(&brief), "bob");
    assert_eq!(Analysis::of(&brief).origins.on_one, 5);
}

#[test]
fn one_of_several_is_nobody_new_and_never_counts_as_more_than_the_fewest() {
    type Claims<'a> = &'a [(&'a [&'a str], &'a [&'a str])];
    let cases: &[(Claims<'_>, &str)] = &[
        // It may be either of two who are counted anyway.
        (
            &[
                (&["ann"], &["times"]),
                (&["bob"], &["post"]),
                (&["either"], &["sun"]),
            ],
            "ann bob",
        ),
        // The one whose report it is in is counted anyway.
        (
            &[(&["ann", "bob"], &["times"]), (&["either"], &["times"])],
            "times",
        ),
        // Neither is: the Sun and the Times may both have it from Ann, or from Bob.
        (
            &[(&["either"], &["sun"]), (&["either"], &["mail"])],
            "either",
        ),
        (
            &[(&["ann", "bob"], &["times"]), (&["either"], &["sun"])],
            "ann bob",
        ),
    ];
    for (claims, expected) in cases {
        let mut sample = sample();
        for (index, (voices, sources)) in claims.iter().enumerate() {
            sample = sample.claim(&format!("c{index}"), voices, sources);
        }
        assert_eq!(of_brief(&sample.build()), *expected, "{claims:?}");
    }
}

#[test]
fn works_that_draw_on_one_another_are_no_independent_reports() {
    type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a [&'a str], &'a str);
    let cases: &[Case<'_>] = &[
        (&["ann"], &["times", "relay"], &[], "ann"),
        (&["ann", "bob"], &["times", "relay"], &[], "times"),
        (&["ann", "bob"], &["relay"], &[], "times"),
        (&["ann", "bob"], &["times", "relay"], &["relay"], "ann bob"),
        (&["ann", "bob"], &["relay"], &["relay"], "relay"),
        // Which of the two it has from which is not known.
        (&["ann", "bob"], &["digest"], &[], "times|post"),
        (&["ann"], &["digest"], &[], "ann"),
        (&["ann", "bob"], &["digest", "post"], &[], "post"),
        (&["ann", "bob"], &["digest", "relay"], &[], "times"),
        (
            &["ann", "bob", "aides"],
            &["digest", "sun"],
            &[],
            "sun times|post",
        ),
        (&["ann", "bob"], &["far", "relay"], &[], "times"),
        (&["ann", "bob"], &["far", "times"], &[], "times"),
    ];
    for (voices, sources, found_out, expected) in cases {
        let brief = sample()
            .claim("c", voices, sources)
            .found_out_by(found_out)
            .build();
        assert_eq!(
            of_claim(&brief, 0),
            *expected,
            "{voices:?} {sources:?} {found_out:?}"
        );
    }
}

#[test]
fn who_speaks_for_another_is_no_origin_beside_it() {
    type Claims<'a> = &'a [(&'a [&'a str], &'a [&'a str])];
    let cases: &[(Claims<'_>, &str)] = &[
        (&[(&["ministry", "jo"], &["report", "times"])], "ministry"),
        (
            &[(&["ministry"], &["report"]), (&["jo"], &["times"])],
            "ministry",
        ),
        // The ministry is the origin, though it is silent itself.
        (&[(&["jo"], &["times"])], "ministry"),
        (&[(&["jo"], &["times"]), (&["aide"], &["post"])], "ministry"),
        // One of two spokespersons of the same ministry.
        (
            &[(&["jo"], &["times"]), (&["either"], &["post"])],
            "ministry",
        ),
        (
            &[(&["either"], &["times"]), (&["either"], &["post"])],
            "either",
        ),
        (
            &[(&["jo"], &["times"]), (&["ann"], &["post"])],
            "ministry ann",
        ),
        (&[(&["jo", "ann"], &["times"])], "times"),
        (
            &[(&["lawyer"], &["times"]), (&["aides"], &["post"])],
            "aides",
        ),
        (
            &[(&["lawyer"], &["times"]), (&["second"], &["post"])],
            "aides",
        ),
    ];
    for (claims, expected) in cases {
        let mut sample = Sample::new()
            .person("jo")
            .speaks_for("office")
            .person("office")
            .speaks_for("ministry")
            .person("aide")
            .speaks_for("ministry")
            .person("ministry")
            .person("ann")
            .anonymous("aides", Some(3))
            .one_of("second", &["aides"])
            .person("lawyer")
            .speaks_for("aides")
            .one_of("either", &["jo", "aide"])
            .document("report", "ministry")
            .source("times", &[])
            .source("post", &[]);
        for (index, (voices, sources)) in claims.iter().enumerate() {
            sample = sample.claim(&format!("c{index}"), voices, sources);
        }
        assert_eq!(of_brief(&sample.build()), *expected, "{claims:?}");
    }
}

#[test]
fn what_an_outlet_retells_is_no_first_report_of_its_own() {
    type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a [&'a str], &'a str);
    let cases: &[Case<'_>] = &[
        (
            &["times-own", "relay-own"],
            &["times", "relay"],
            &[],
            "times",
        ),
        (
            &["times-own", "relay-own"],
            &["times", "relay"],
            &["relay"],
            "times relay",
        ),
    ];
    for (voices, sources, found_out, expected) in cases {
        let brief = sample()
            .outlet("relay-own", "relay")
            .claim("c", voices, sources)
            .found_out_by(found_out)
            .build();
        assert_eq!(of_claim(&brief, 0), *expected, "{found_out:?}");
        assert_eq!(of_brief(&brief), *expected, "{found_out:?}");
    }
}
