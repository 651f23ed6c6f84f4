use super::{Cell, Matrix};
use crate::analysis::Analysis;
use crate::analysis::sample::Sample;
use crate::model::{Brief, IssueId, VoiceId};

fn sample() -> Sample {
    Sample::new()
        .person("ann")
        .anonymous("aides", None)
        .one_of("aide", &["aides"])
        .source("times", &[])
        .outlet("times-own", "times")
        .writer("desk")
        .person("bob")
        .issue("troops")
        .issue("land")
        .claim("a", &["ann"], &["times"])
        .claim("b", &["aides"], &["times"])
}

fn matrix(brief: &Brief) -> Matrix {
    Analysis::of(brief).positions
}

/// Tells a cell: positions by their numbers, claims by their labels, who speaks in brackets.
fn told(brief: &Brief, cell: &Cell) -> String {
    let who = |speakers: &[VoiceId]| {
        let names: Vec<&str> = speakers.iter().map(|id| &*brief.voice(*id).key).collect();
        if names.is_empty() {
            return String::new();
        }
        format!("({})", names.join(","))
    };
    let told: Vec<String> = match cell {
        Cell::NoStatement => Vec::new(),
        Cell::Claimed(claims) => {
            let claims = claims.iter();
            claims
                .map(|one| format!("{}{}", one.claim, who(&one.speakers)))
                .collect()
        }
        Cell::Stated { positions, also } => {
            let positions = positions.iter().map(|one| {
                let by = match (one.reported_by_others, one.judged) {
                    (true, _) => "*",
                    (_, true) => "?",
                    _ => "",
                };
                format!("{}{by}{}", one.position, who(&one.speakers))
            });
            let also = also.iter().map(|claim| format!("+{claim}"));
            positions.chain(also).collect()
        }
    };
    told.join(" ")
}

/// Tells the rows: the voice, and its cells.
fn rows(brief: &Brief) -> Vec<String> {
    let matrix = matrix(brief);
    let rows = matrix.by_row().map(|(voice, cells)| {
        let cells: Vec<String> = cells.iter().map(|cell| told(brief, cell)).collect();
        format!("{}: {}", &*brief.voice(voice).key, cells.join(" | "))
    });
    rows.collect()
}

#[test]
fn rows_are_voices_that_can_take_positions() {
    let brief = sample().build();
    assert_eq!(matrix(&brief).columns, [0, 1].map(IssueId::new));
    assert_eq!(rows(&brief), ["ann:  | ", "bob:  | "]);
}

#[test]
fn holders_of_positions_have_a_row_whatever_they_are() {
    let brief = sample()
        .position("aide", "land", &["b"])
        .position("times-own", "land", &["a"])
        .position("desk", "land", &["a"])
        .build();
    assert_eq!(matrix(&brief).rows, [0, 2, 3, 4, 5].map(VoiceId::new));
}

#[test]
fn cells_say_who_speaks() {
    let brief = sample()
        .position("ann", "land", &["b", "a"])
        .position("bob", "troops", &["a", "b"])
        .position("aides", "troops", &["b"])
        .build();
    assert_eq!(rows(&brief), ["ann:  | 0", "aides: 2 | ", "bob: 1* | "]);
}

#[test]
fn the_latest_position_stands_first() {
    let brief = sample()
        .position("ann", "land", &["a"])
        .dated("2025-08-12")
        .position("ann", "land", &["b"])
        .dated("2025-08-14")
        .position("ann", "land", &["a"])
        .dated("2025-07")
        .build();
    assert_eq!(rows(&brief), ["ann:  | 1* 0 2", "bob:  | "]);
}

#[test]
fn claims_fill_the_cells_of_who_has_no_position() {
    let brief = sample()
        .about(&["troops", "land"])
        .claim("c", &["bob", "ann", "bob"], &["times"])
        .about(&["land"])
        .claim("d", &["bob"], &["times"])
        .about(&["land", "troops"])
        .position("bob", "troops", &["a"])
        .build();
    assert_eq!(rows(&brief), ["ann:  | C3", "bob: 0* +C4 | C3 C4"]);
}

#[test]
fn who_speaks_for_another_stands_in_its_row() {
    let brief = Sample::new()
        .person("office")
        .speaks_for("ministry")
        .person("ministry")
        .person("jo")
        .speaks_for("office")
        .anonymous("widow", Some(1))
        .person("lawyer")
        .speaks_for("widow")
        .source("times", &[])
        .issue("troops")
        .issue("land")
        .claim("a", &["jo"], &["times"])
        .about(&["troops"])
        .claim("b", &["office", "jo"], &["times"])
        .about(&["land"])
        .claim("c", &["ministry", "jo"], &["times"])
        .about(&["land"])
        .claim("d", &["lawyer"], &["times"])
        .about(&["land"])
        .position("jo", "troops", &["a"])
        .build();
    let expected = ["ministry: 0(jo) | C2(office,jo) C3", "widow:  | C4(lawyer)"];
    assert_eq!(rows(&brief), expected);
}

#[test]
fn a_position_of_claims_by_who_speaks_for_the_voice_is_its_own() {
    let brief = Sample::new()
        .person("ministry")
        .person("jo")
        .speaks_for("ministry")
        .person("ann")
        .source("times", &[])
        .issue("troops")
        .issue("land")
        .claim("a", &["jo"], &["times"])
        .claim("b", &["ministry"], &["times"])
        .claim("c", &["ann"], &["times"])
        .position("ministry", "troops", &["a"])
        .dated("2025-01")
        .position("ministry", "troops", &["a", "b"])
        .dated("2025-02")
        .position("ministry", "land", &["c"])
        .dated("2025-01")
        .position("jo", "land", &["c"])
        .dated("2025-02")
        .build();
    assert_eq!(rows(&brief), ["ministry: 1 0(jo) | 3*(jo) 2*", "ann:  | "]);
}

/// What a voice says of an issue is never hidden by a position that rests on something else.
#[test]
fn a_cell_names_the_claims_on_which_none_of_its_positions_rests() {
    let brief = Sample::new()
        .person("board")
        .anonymous("aide", Some(1))
        .speaks_for("board")
        .person("ann")
        .source("times", &[])
        .outlet("times-own", "times")
        .issue("land")
        .claim("a", &["board", "ann"], &["times"])
        .about(&["land"])
        .claim("b", &["aide"], &["times"])
        .about(&["land"])
        .claim("c", &["times-own"], &["times"])
        .about(&["land"])
        .claim("d", &["board"], &["times"])
        .about(&["land"])
        .claim("e", &["board"], &["times"])
        .position("board", "land", &["a"])
        .dated("2025-01")
        .position("board", "land", &["d"])
        .dated("2025-02")
        .position("ann", "land", &["c"])
        .build();
    assert_eq!(rows(&brief), ["board: 1 0 +C2", "ann: 2* +C1"]);
}

/// One of them is not all of them: the cell names who it is.
#[test]
fn one_of_several_stands_in_their_row_by_name() {
    let brief = sample()
        .claim("c", &["aide"], &["times"])
        .about(&["land"])
        .position("aides", "troops", &["c"])
        .build();
    assert_eq!(
        rows(&brief),
        ["ann:  | ", "aides: 0(aide) | C3(aide)", "bob:  | "]
    );
}

#[test]
fn without_issues_rows_are_empty() {
    let brief = Sample::new()
        .person("ann")
        .source("times", &[])
        .claim("a", &["ann"], &["times"])
        .build();
    assert!(matrix(&brief).by_row().all(|(_, cells)| cells.is_empty()));
}

#[test]
fn what_only_the_writer_judges_no_other_reports() {
    let brief = sample()
        .judgement("judged", "desk", &["b"])
        .position("ann", "troops", &["judged"])
        .position("ann", "land", &["judged", "b"])
        .position("desk", "troops", &["judged"])
        .position("bob", "land", &["b"])
        .build();
    let rows = rows(&brief);
    for row in ["ann: 0? | 1*", "desk: 2 | ", "bob:  | 3*"] {
        assert!(rows.iter().any(|one| one == row), "{row}: {rows:?}");
    }
}
