//! `brief origins`.

use snapbox::str;

use crate::project::{PAGE, Project, SOUND, faulty};

#[test]
fn the_graph_is_shown_claim_by_claim_and_origin_by_origin() {
    Project::new()
        .pipe(SOUND, "origins -")
        .code(0)
        .stderr_eq("")
        .stdout_eq(str![[r#"
Security guarantees, as of 2025-08-16, edition 1
One claim, one distinct origin, 1 resting on one alone

C1 no-us-troops
   chain       Donald Trump → NBC News → this brief
   record      on record
   retellings  second-hand (retellings: 1)
   origins     Donald Trump

One distinct origin

O1 Donald Trump
   voices      Donald Trump
   reports     NBC News (read)
   claims      C1

"#]]);
}

#[test]
fn the_figure_is_a_file_of_its_own() {
    let run = Project::new()
        .pipe(PAGE, "origins - --format svg")
        .code(0)
        .stderr_eq("");
    let svg = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    assert!(svg.ends_with("</svg>\n"));
    assert!(!svg.contains("var(") && !svg.contains("aria-describedby"));
}

#[test]
fn a_faulty_brief_has_no_graph_and_several_are_not_guessed_at() {
    let project = Project::new()
        .file("content/a.yaml", faulty())
        .file("content/b.yaml", SOUND);
    project.run("origins content/a.yaml").code(1).stdout_eq("");
    project
        .run("origins")
        .code(2)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: no file is named, and `content` has 2 briefs
 |
 = help: name the file to read

"#]]);
}

#[test]
fn a_translation_beside_its_original_is_not_what_is_meant() {
    let project = Project::new()
        .file("content/a.yaml", SOUND)
        .file("content/a.uk.yaml", SOUND.replace("lang: en", "lang: uk"));
    let named = project.run("origins content/a.yaml").code(0);
    let run = project.run("origins").code(0).stderr_eq("");
    assert_eq!(run.get_output().stdout, named.get_output().stdout);
    let run = project.run("origins content/a.uk.yaml").code(0);
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(text.contains("\n   шлях          "), "{text}");
}

/// Newsmax and G.Business both pass on NBC News.
const TWO_OUTLETS: &str = include_str!("../fixtures/two-outlets.yaml");

#[test]
fn two_outlets_that_cite_one_report_are_one_origin() {
    let project = Project::new();
    project.pipe(TWO_OUTLETS, "check - --deny warnings").code(0);
    let run = project.pipe(TWO_OUTLETS, "origins -").code(0).stderr_eq("");
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    let (first, _) = text.split_once("\n\nC2 ").unwrap();
    assert!(first.contains(
        "→ NBC News → Newsmax → this brief\n   chain       Five people told NBC and NBC News"
    ));
    assert!(first.ends_with("   origins     NBC News"), "{first}");
}

/// Presented side by side as two sources, a report and who passes it on are told.
#[test]
fn a_report_and_its_relay_side_by_side_are_no_confirmation() {
    let apart = TWO_OUTLETS.replacen("in: nbc", "in: [nbc, newsmax]", 1);
    let run = Project::new().pipe(apart, "check -").code(0);
    let stderr = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        stderr.contains("warning[shared-roots]: `newsmax` passes on `nbc`"),
        "{stderr}"
    );
}
