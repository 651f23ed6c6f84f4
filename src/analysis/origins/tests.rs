//! Origins of claims and of briefs, case by case.

use super::{CalledBy, Origins};
use crate::analysis::attribution;
use crate::analysis::sample::Sample;
use crate::model::{Brief, SourceId, VoiceId};

fn sample() -> Sample {
    Sample::new()
        .person("ann")
        .person("bob")
        .anonymous("aides", Some(3))
        .one_of("aide", &["aides"])
        .one_of("spokesman", &["ann"])
        .one_of("second", &["aides"])
        .writer("desk")
        .source("times", &["newsmax"])
        .source("post", &["newsmax"])
        .source("sun", &["newsmax"])
        .source("mail", &["newsmax"])
        .source("newsmax", &[])
        .document("letter", "ann")
        .document("reply", "bob")
        .outlet("times-own", "times")
        .outlet("post-own", "post")
}

fn origins(brief: &Brief) -> Origins {
    Origins::of(brief, &attribution::of(brief))
}

#[test]
fn one_claim() {
    let cases: &[(&[&str], &[&str], usize)] = &[
        (&["ann"], &["times", "post", "sun", "mail", "newsmax"], 1),
        (&["ann", "bob"], &["times"], 1),
        (&["ann", "bob"], &["times", "post"], 1),
        (&["times-own", "post-own"], &["times", "post"], 2),
        (&["times-own", "post-own"], &["times", "post", "sun"], 1),
        (&["times-own", "ann"], &["times", "letter"], 2),
        (&["times-own", "ann"], &["times", "post"], 1),
        (&["ann", "bob"], &["letter", "reply"], 2),
        (
            &["ann", "bob", "times-own"],
            &["letter", "reply", "times"],
            3,
        ),
        (&["ann", "bob"], &["letter", "reply", "times"], 1),
        (&["bob", "spokesman"], &["reply", "times"], 1),
        (&["ann", "spokesman"], &["letter", "times"], 1),
        (&["aides", "aide"], &["times", "post"], 1),
        (&["aide", "second"], &["times", "post"], 1),
        (&["desk"], &["times", "post"], 1),
        (&["desk", "times-own", "post-own"], &["times", "post"], 2),
    ];
    for (voices, sources, expected) in cases {
        let brief = sample().claim("c", voices, sources).build();
        assert_eq!(
            origins(&brief).of_claims,
            [*expected],
            "{voices:?} {sources:?}"
        );
    }
}

#[test]
fn whole_brief() {
    type Claims<'a> = &'a [(&'a [&'a str], &'a [&'a str])];
    let cases: &[(Claims<'_>, usize)] = &[
        (&[(&["ann"], &["times"]), (&["ann"], &["post"])], 1),
        (&[(&["ann"], &["times"]), (&["bob"], &["post"])], 2),
        (&[(&["ann"], &["times"]), (&["bob"], &["times"])], 1),
        (&[(&["ann"], &["times"]), (&["spokesman"], &["post"])], 1),
        (&[(&["aide"], &["times"]), (&["second"], &["post"])], 1),
        (
            &[
                (&["ann"], &["times"]),
                (&["bob"], &["post"]),
                (&["aides"], &["times", "post"]),
            ],
            1,
        ),
        (
            &[
                (&["ann"], &["times"]),
                (&["bob"], &["post"]),
                (&["desk"], &["times", "post"]),
            ],
            2,
        ),
        (&[(&["desk"], &["times"])], 0),
        (
            &[
                (&["ann", "bob"], &["letter", "reply"]),
                (&["aides"], &["sun"]),
            ],
            3,
        ),
        (
            &[
                (&["times-own"], &["times"]),
                (&["ann"], &["times"]),
                (&["ann"], &["letter"]),
            ],
            1,
        ),
    ];
    for (claims, expected) in cases {
        let mut sample = sample();
        for (index, (voices, sources)) in claims.iter().enumerate() {
            sample = sample.claim(&format!("c{index}"), voices, sources);
        }
        assert_eq!(
            origins(&sample.build()).of_brief.len(),
            *expected,
            "{claims:?}"
        );
    }
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
    let origins = origins(&sample.build());
    assert_eq!(origins.of_brief.len(), 1);
    assert_eq!(origins.on_one, 5);
    let origin = &origins.of_brief[0];
    assert_eq!(origin.sources, [0, 1, 2, 3, 4].map(SourceId::new));
    assert_eq!(origin.called_by(), Some(CalledBy::Voice(VoiceId::new(1))));
}

#[test]
fn several_voices_are_named_by_their_first_source() {
    let brief = sample()
        .claim("c", &["bob", "ann"], &["post"])
        .claim("d", &["aides"], &["sun"])
        .build();
    let origins = origins(&brief).of_brief;
    assert_eq!(origins[0].voices, [0, 1].map(VoiceId::new));
    assert_eq!(
        origins[0].called_by(),
        Some(CalledBy::Source(SourceId::new(1)))
    );
    assert_eq!(
        origins[1].called_by(),
        Some(CalledBy::Voice(VoiceId::new(2)))
    );
}
