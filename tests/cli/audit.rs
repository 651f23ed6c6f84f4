//! A page that its reader can audit: what it carries, and where it is not what that makes.

use snapbox::str;

use crate::project::{Project, SOUND, faulty};

/// Four editions, of which the last includes a file and has a lock.
pub(crate) fn editions() -> Project {
    let edition = |number: usize, says: &str| {
        let before = match number {
            1 => String::new(),
            _ => format!("previous: harbour-{}.yaml\n", number - 1),
        };
        format!(
            "format: 1
title: Ann Bell says that the harbour will be {says} [@a]
topic: Harbour
lang: en
as_of: 2025-06-2{number}
edition: {number}
{before}include: [voices.yaml]
bottom_line: It will be {says}, Ann Bell says [@a].
voices:
sources:
  paper: {{ type: report, publisher: Paper }}
claims:
  # A note to the desk: call her again.
  - {{ id: a, says: The harbour will be {says}., voice: bell, in: paper, said: {{}}, quotes: [{{ text: It will be wider then. }}] }}
"
        )
    };
    let project = Project::new()
        .file("desk/harbour-1.yaml", edition(1, "widened"))
        .file("desk/harbour-2.yaml", edition(2, "deepened"))
        .file("desk/harbour-3.yaml", edition(3, "dredged"))
        .file("desk/harbour.yaml", edition(4, "widened and deepened"))
        .file(
            "desk/voices.yaml",
            "# For all.\nvoices:\n  bell: { name: Ann Bell }\n",
        )
        .file(
            "snapshots/paper.txt",
            "She said: “It will be wider then.”\n",
        );
    for name in ["harbour-3", "harbour"] {
        let verify = format!("verify desk/{name}.yaml --snapshots snapshots --day 2025-06-20");
        project.run(&verify).code(0);
    }
    project
}

/// Builds the page, and takes it where nothing else is.
pub(crate) fn mailed(project: &Project, options: &str) -> Project {
    project
        .run(&format!("build desk/harbour.yaml {options}"))
        .code(0);
    Project::new().file("page.html", project.read("dist/harbour.html"))
}

#[test]
fn a_page_carries_all_that_it_is_made_of_and_is_made_of_it_again() {
    let project = editions();
    project
        .run("build desk/harbour.yaml")
        .code(0)
        .stderr_eq(str![[r#"
wrote dist/harbour.html with its sources ([..] kB): harbour.yaml, harbour.evidence.yaml, harbour-1.yaml, harbour-2.yaml, harbour-3.yaml, voices.yaml, harbour-3.evidence.yaml

"#]]);
    let away = mailed(&project, "");
    away.run("audit page.html").code(0).stderr_eq("").stdout_eq(str![[r#"
page.html is, byte for byte, the page that brief 0.1.0 makes of the sources in it.
In it is the brief, edition 4, as of 2025-06-24:
  Ann Bell says that the harbour will be widened and deepened
`brief unpack` gives its files back: page.yaml, page.evidence.yaml, harbour-1.yaml, harbour-2.yaml, harbour-3.yaml, voices.yaml, harbour-3.evidence.yaml.
By the lock that it carries, 1 of 1 quote stood in snapshots of their sources, looked for on 2025-06-20.
It is not signed: who made it is not known.
Whether what it says is true, an audit cannot tell.

"#]]);
    let page = away.read("page.html");
    away.pipe(&page, "audit -").code(0);
    // Whatever the page is called.
    let name = if cfg!(windows) {
        ".b.html"
    } else {
        ".a:b.html"
    };
    let away = away.file(name, page);
    away.run(&format!("audit {name}")).code(0);
}

/// The brief goes out with its comments: that is said wherever the page goes.
#[test]
fn that_sources_go_out_is_said_of_every_page() {
    let project = Project::new().file("a.yaml", SOUND);
    let told = |arguments: &str| {
        let run = project.run(arguments).code(0);
        String::from_utf8_lossy(&run.get_output().stderr).into_owned()
    };
    let said = told("build a.yaml -o -");
    assert!(
        said.starts_with("made a page with its sources (")
            && said.ends_with(": a.yaml; `--no-source` leaves them out\n"),
        "{said}"
    );
    assert_eq!(told("build a.yaml -o - --no-source"), "");
    for (format, before) in [
        ("json", "\"notes\""),
        ("sarif", "\"note\""),
        ("github", "::notice file=a.yaml::"),
    ] {
        let said = told(&format!("build a.yaml -o page.html --format {format}"));
        let has_both = said.contains(before) && said.contains("page.html with its sources (");
        assert!(has_both, "{said}");
        let said = told(&format!(
            "build a.yaml -o page.html --no-source --format {format}"
        ));
        assert!(!said.contains("sources"), "{said}");
    }
    let many: Vec<String> = (0..9).map(|number| format!("many/{number}.yaml")).collect();
    let project = many
        .iter()
        .fold(Project::new(), |project, name| project.file(name, SOUND));
    let told = |arguments: &str| {
        let run = project.run(arguments).code(0);
        String::from_utf8_lossy(&run.get_output().stderr).into_owned()
    };
    let line =
        "the pages have their sources in them, comments too; `--no-source` leaves them out\n";
    let said = told(&format!("build {} -o out/", many.join(" ")));
    assert!(
        said.ends_with(line) && said.contains("9 pages written to out"),
        "{said}"
    );
    assert!(!told(&format!("build {} -o out/ --no-source", many.join(" "))).contains("sources"));
}

#[test]
fn what_is_carried_comes_back_byte_for_byte() {
    let project = editions();
    let away = mailed(&project, "");
    away.run("unpack page.html").code(0).stderr_eq(str![[r#"
wrote page-sources/page.yaml
wrote page-sources/page.evidence.yaml
wrote page-sources/harbour-1.yaml
wrote page-sources/harbour-2.yaml
wrote page-sources/harbour-3.yaml
wrote page-sources/voices.yaml
wrote page-sources/harbour-3.evidence.yaml
its block says that brief 0.1.0 built the page so: brief build page-sources/page.yaml

"#]]);
    for (name, was) in [
        ("page.yaml", "harbour.yaml"),
        ("page.evidence.yaml", "harbour.evidence.yaml"),
        ("harbour-1.yaml", "harbour-1.yaml"),
        ("harbour-3.evidence.yaml", "harbour-3.evidence.yaml"),
        ("voices.yaml", "voices.yaml"),
    ] {
        let unpacked = away.read(&format!("page-sources/{name}"));
        assert_eq!(unpacked, project.read(&format!("desk/{was}")), "{name}");
    }
    away.run("build page-sources/page.yaml -o again.html")
        .code(0);
    assert!(away.read("again.html") == away.read("page.html"));
    let brief = away.run("unpack page.html -o -").code(0);
    assert_eq!(
        brief.get_output().stdout,
        project.read("desk/harbour.yaml").as_bytes()
    );
}

#[test]
fn nothing_is_written_over_unless_that_is_asked() {
    let away = mailed(&editions(), "").file("mine/voices.yaml", "mine");
    let before = away.files();
    away.run("unpack page.html -o mine")
        .code(2)
        .stderr_eq(str![[r#"
error: `mine/voices.yaml` is there already, and nothing was written
 |
 = help: name another folder, `--output DIR`, or write over it: `--force`

"#]]);
    assert_eq!(away.files(), before);
    away.run("unpack page.html -o mine --force").code(0);
    assert!(away.read("mine/voices.yaml").starts_with("# For all."));
}

#[test]
fn how_a_page_was_set_goes_with_it() {
    let unfinished = SOUND.replace("topic: Security guarantees", "topic: TODO");
    let project = Project::new()
        .file("a.yaml", unfinished)
        .file("own/type.css", "body { color: black; }\n")
        .file("own/en.ftl", "skip-link = Go on\n");
    project
        .run("build a.yaml -o page.html --draft --large-print --static own --locales own")
        .code(0);
    let audit = project.run("audit page.html --trust-design").code(0);
    let said = String::from_utf8_lossy(&audit.get_output().stdout).into_owned();
    assert!(said.contains("In it is as a draft the brief"), "{said}");
    project.run("unpack page.html -o out").code(0).stderr_eq(str![[r#"
wrote out/page.yaml
wrote out/locales/en.ftl
wrote out/static/type.css
its block says that brief 0.1.0 built the page so: brief build out/page.yaml --draft --large-print --locales out/locales --static out/static

"#]]);
}

#[test]
fn a_page_without_its_sources_says_nothing_to_an_audit() {
    let project = editions();
    let away = mailed(&project, "--no-source");
    for text in ["A note to the desk", "brief-sources"] {
        assert!(!away.read("page.html").contains(text), "{text}");
    }
    away.run("audit page.html").code(1).stderr_eq("").stdout_eq(str![[r#"
page.html has no sources in it, so that there is nothing to compare it with. It was built with `--no-source`, or they were taken out, or it is no page of brief.
It is not signed: who made it is not known.

"#]]);
    away.run("unpack page.html").code(1);
}

#[test]
fn a_word_that_was_changed_is_shown_where_it_stands() {
    let away = mailed(&editions(), "");
    let changed = away
        .read("page.html")
        .replacen("<h1>Ann Bell says", "<h1>Ann Bell lies", 1);
    let away = away.file("page.html", changed);
    away.run("audit page.html").code(1).stderr_eq("").stdout_eq(str![[r#"
page.html is not the page that brief 0.1.0 makes of the sources in it. It departs from it at [..]:[..], after the id `main`:
  the page has:       …main">␊<h1>Ann Bell lies that the harbour will be widened an…
  its sources make:   …main">␊<h1>Ann Bell says that the harbour will be widened an…
From there on 3 bytes stand in the place of 3 bytes; all else is the same.
In it is the brief, edition 4, as of 2025-06-24:
  Ann Bell says that the harbour will be widened and deepened
`brief unpack` gives its files back: [..].
By the lock that it carries, 1 of 1 quote stood in snapshots of their sources, looked for on 2025-06-20.
It is not signed: who made it is not known.

"#]]);
}

/// A word stands in several places, and an editor changes all of them.
#[test]
fn all_lines_that_are_others_are_told() {
    let away = mailed(&editions(), "");
    let page = away.read("page.html");
    let changed = page
        .replace("Ann Bell", "Ann Ball")
        .replace("arbour", "arbor");
    let run = away.pipe(&changed, "audit -").code(1);
    let told = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    let pairs = page.lines().zip(changed.lines()).enumerate();
    let others = pairs.filter(|(_, (one, other))| one != other);
    let others: Vec<String> = others.map(|(at, _)| (at + 1).to_string()).collect();
    assert!(others.len() > 12, "{others:?}");
    let lines = format!(
        "Its lines {}, and {} more are others; all else is the same.",
        others[..12].join(", "),
        others.len() - 12
    );
    assert!(told.contains(&lines), "{told}");
}

/// What editors and mail programs do to a text is a change, and is named.
#[test]
fn what_programs_change_on_the_way_is_named() {
    let away = mailed(&editions(), "");
    let page = away.read("page.html");
    let half = page.get(..page.find("<main").unwrap()).unwrap();
    for (changed, said) in [
        (
            format!("\u{FEFF}{page}"),
            "A byte order mark was put before it",
        ),
        (page.replace('\n', "\r\n"), "Its line ends were changed"),
        (format!("{page}\n"), "Something was put after its end"),
        (page.trim_end().to_owned(), "Its end is missing"),
        (half.to_owned(), "has no sources in it"),
        (
            page.replace("id=\"brief-sources\">H4", "id=\"brief-sources\">h4"),
            "was changed",
        ),
        (format!("{page}{page}"), "the page has 2 blocks of sources"),
    ] {
        let run = away.pipe(changed, "audit -").code(1);
        let told = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn quotes_are_looked_for_again_in_the_readers_snapshots() {
    let away = mailed(&editions(), "")
        .file("same/paper.txt", "She said: “It will be wider then.”\n")
        .file("other/paper.txt", "She said: “It will be narrower then.”\n");
    let run = away.run("audit page.html --snapshots same").code(0);
    let told = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    let same = "In the snapshots here, as they are now:\n  paper (paper.txt, the same copy as before): 1 still there";
    assert!(told.contains(same), "{told}");
    let run = away.run("audit page.html --snapshots other").code(1);
    let told = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(
        told.contains("reworded") && told.contains("byte for byte"),
        "{told}"
    );
}

#[test]
fn programs_read_an_audit_as_json() {
    let away = mailed(&editions(), "");
    let run = away.run("audit page.html --format json").code(0);
    let told: serde_json::Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(told["verdict"], "same");
    assert_eq!(told["brief"]["quotes"]["verified"], 1);
    assert_eq!(told["carries"][1], "page.evidence.yaml");
    let changed = away.read("page.html").replacen("Ann Bell", "Ann Ball", 1);
    let run = away.pipe(changed, "audit - --format json").code(1);
    let told: serde_json::Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(told["verdict"], "departs");
    assert_eq!(told["detail"]["line"], 10);
    assert_eq!(told["detail"]["cause"], "changed");
}

#[test]
fn only_pages_carry_sources_and_only_if_there_is_one() {
    let project = editions().file("bad.yaml", faulty());
    project.run("build bad.yaml").code(1);
    assert!(!project.files().contains(&"dist/bad.html".to_owned()));
    for form in ["markdown", "json", "json-ld"] {
        let run = project
            .run(&format!("export desk/harbour.yaml --to {form}"))
            .code(0);
        let text = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
        assert!(!text.contains("A note to the desk"), "{form}");
    }
}

/// The README's walk for the reader, as it is written there.
#[test]
fn the_walk_of_the_readme_is_so() {
    let readme = include_str!("../../README.md");
    let (_, walk) = readme.split_once("<!-- audit:start -->\n```sh\n").unwrap();
    let (walk, _) = walk.split_once("```\n<!-- audit:end -->").unwrap();
    let desk = editions();
    let project = Project::new().file("snapshots/paper.txt", desk.read("snapshots/paper.txt"));
    let project = [
        "harbour.evidence.yaml",
        "harbour.yaml",
        "voices.yaml",
        "harbour-1.yaml",
    ]
    .into_iter()
    .chain([
        "harbour-2.yaml",
        "harbour-3.yaml",
        "harbour-3.evidence.yaml",
    ])
    .fold(project, |project, name| {
        let text = desk.read(&format!("desk/{name}"));
        project.file(name, text)
    });
    crate::sign::keygen(&project, "-q -t ed25519 -N '' -f id_ed25519", None);
    let public = project.read("id_ed25519.pub");
    let project = project.file("signers", format!("desk@example.org {public}"));
    for line in walk.lines() {
        let command = line.split(" #").next().unwrap().trim_end();
        project.run(command.strip_prefix("brief ").unwrap()).code(0);
    }
    assert_eq!(
        project.read("sources/harbour.yaml"),
        desk.read("desk/harbour.yaml")
    );
}
