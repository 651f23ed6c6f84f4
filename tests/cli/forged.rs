//! Pages that were made to deceive: what an audit says of them, and what `unpack` does.

use snapbox::str;

use crate::audit::{editions, mailed};
use crate::project::{Project, SOUND};

#[track_caller]
fn told(project: &Project, arguments: &str, code: i32) -> String {
    let run = project.run(arguments).code(code);
    String::from_utf8_lossy(&run.get_output().stdout).into_owned()
}

/// Style sheets and words can hide all that a brief says, and say anything.
#[test]
fn a_look_or_words_of_its_own_make_no_page_of_brief() {
    let project = Project::new()
        .file("a.yaml", SOUND)
        .file(
            "static/type.css",
            "body > * { display: none; }\nbody::before { content: \"Verified: he resigns\"; }\n",
        )
        .file("words/en.ftl", "stance-denies = confirms\n");
    for (options, own) in [
        ("--static static", "style sheets"),
        ("--locales words", "words"),
        ("--static static --locales words", "style sheets and words"),
    ] {
        project
            .run(&format!("build a.yaml -o page.html {options}"))
            .code(0);
        let said = told(&project, "audit page.html", 1);
        let verdict =
            format!("makes of the sources in it with {own} of its own. These can hide anything");
        assert!(said.contains(&verdict), "{said}");
        let json = told(&project, "audit page.html --format json", 1);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["verdict"], "own-design");
        assert_eq!(json["detail"], own);
        assert!(told(&project, "audit page.html --trust-design", 0).contains(&verdict));
    }
    let project = project.file(
        "static/type.css",
        "a {}</STYLE></head><h1>He resigns</h1>\n",
    );
    project
        .run("build a.yaml -o page.html --static static")
        .code(2)
        .stderr_eq(str![[r#"
error: in a style sheet: type.css: `</style` would end the style of the page, or hide it: in a text, write `/3c` for its `<`

"#]]);
}

/// Who names the program's own folders has no design of his own.
#[test]
fn what_equals_the_programs_own_is_not_carried() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::new().file("a.yaml", SOUND);
    project.run("build a.yaml -o plain.html").code(0);
    let [templates, sheets, words] =
        ["templates", "static", "locales"].map(|name| root.join(name).display().to_string());
    project
        .run(&format!(
            "build a.yaml -o page.html --templates {templates} --static {sheets} --locales {words}"
        ))
        .code(0);
    assert!(project.read("page.html") == project.read("plain.html"));
    project.run("audit page.html").code(0);
}

#[test]
fn templates_of_a_page_are_run_only_if_they_are_trusted() {
    let gaps =
        "{% for gap in gaps %}<p id=\"{{ gap.id }}\">{{ gap.question | safe }}</p>\n{% endfor %}";
    let project = Project::new()
        .file("a.yaml", SOUND)
        .file("own/sections/gaps.html", gaps);
    project
        .run("build a.yaml -o page.html --templates own")
        .code(0);
    project.run("audit page.html").code(2).stderr_eq(str![[r#"
error: the templates of `page.html` were not run
 |
 = help: look at them by `brief unpack`; if you trust them, `--trust-design`

"#]]);
    project.run("audit page.html --trust-design").code(0);
    let frame =
        "<!DOCTYPE html>\n<title>{{ title }}</title>\n{{ body }}\n{{ sources }}{{ sources }}";
    let project = project.file("frame/brief.html", frame);
    let run = project
        .run("build a.yaml -o page.html --templates frame")
        .code(0);
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        said.contains("carries no sources, and nobody can audit it"),
        "{said}"
    );
    project.run("audit page.html --trust-design").code(1);
}

#[test]
fn another_version_is_not_compared() {
    let project = editions();
    let away = mailed(&project, "");
    let sources = crate::packed::unpacked(&away.read("page.html"));
    let other = sources.replace("\"version\":\"0.1.0\"", "\"version\":\"0.0.9\"");
    let page = crate::packed::with(&away.read("page.html"), &other);
    let away = away.file("page.html", page);
    away.run("audit page.html").code(2).stdout_eq(str![[r#"
page.html says that brief 0.0.9 made it; this is brief 0.1.0, which may make other pages, so that the bytes cannot be compared.
What its block says, which was not compared with the page:
  In it is the brief, edition 4, as of 2025-06-24:
    Ann Bell says that the harbour will be widened and deepened
  `brief unpack` gives its files back: [..].
  By the lock that it carries, 1 of 1 quote stood in snapshots of their sources, looked for on 2025-06-20.
It is not signed: who made it is not known.

"#]]).stderr_eq(str![[r#"
error: `page.html` cannot be compared by this version
 |
 = help: audit it by brief 0.0.9

"#]]);
    away.run("unpack page.html").code(0);
    let newer = sources.replace("\"format\":1", "\"format\":2,\"more\":[]");
    let page = crate::packed::with(&away.read("page.html"), &newer);
    let away = away.file("page.html", page);
    away.run("audit page.html").code(2);
    away.run("unpack page.html -o out").code(2);
}

#[test]
fn what_no_program_packed_leads_nowhere_and_fills_no_disk() {
    let away = mailed(&editions(), "");
    let page = away.read("page.html");
    let sources = crate::packed::unpacked(&page);
    for (name, said) in [
        (
            "../voices.yaml",
            "\"../voices.yaml\" is no plain name of a file",
        ),
        ("/tmp/voices.yaml", "is no plain name of a file"),
        ("a\\\\b.yaml", "is no plain name of a file"),
        ("C:voices.yaml", "is no plain name of a file"),
        (".bashrc", "is no plain name of a file"),
        ("a\\u0000b", "is no plain name of a file"),
        ("HARBOUR-1.yaml", "are one name to some systems"),
    ] {
        let sources = sources.replace("\"voices.yaml\"", &format!("\"{name}\""));
        let away = Project::new().file("page.html", crate::packed::with(&page, &sources));
        let run = away.run("unpack page.html").code(1);
        let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(told.contains(said), "{told}");
        assert_eq!(away.files(), ["page.html"]);
        away.run("audit page.html").code(1);
    }
    let bomb = format!("{{\"format\":1,\"version\":\"{}\"}}", "0".repeat(65 << 20));
    let away = Project::new().file("page.html", crate::packed::with(&page, &bomb));
    for command in ["unpack page.html", "audit page.html"] {
        let run = away.run(command).code(1);
        let (out, err) = (&run.get_output().stdout, &run.get_output().stderr);
        let told = String::from_utf8_lossy(&[&**out, &**err].concat()).into_owned();
        assert!(told.contains("more than 67108864 bytes"), "{told}");
    }
    let sources = sources.replace("edition: 4", "edition: four");
    let away = away.file("page.html", crate::packed::with(&page, &sources));
    let run = away.run("audit page.html").code(1);
    let told = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(
        told.contains("makes none of them, since its brief has 2 errors"),
        "{told}"
    );
}

/// What a stranger wrote into a page is never told as the program's own words.
#[test]
fn no_text_of_a_page_speaks_for_the_program() {
    let project = editions();
    let page = mailed(&project, "").read("page.html");
    let sources = crate::packed::unpacked(&page);
    for version in [
        "0.1.1 from https://brief-fix.example/install.sh",
        "0.1.0. Signed by desk@nbc.example",
    ] {
        let other = sources.replace(
            "\"version\":\"0.1.0\"",
            &format!("\"version\":\"{version}\""),
        );
        let away = Project::new().file("page.html", crate::packed::with(&page, &other));
        for command in [
            "audit page.html",
            "audit page.html --format json",
            "unpack page.html",
        ] {
            let run = away.run(command).code(1);
            let (out, err) = (&run.get_output().stdout, &run.get_output().stderr);
            let told = String::from_utf8_lossy(&[&**out, &**err].concat()).into_owned();
            assert!(told.contains("it names no version of a program"), "{told}");
            assert!(!told.contains("nbc") && !told.contains("install"), "{told}");
        }
    }
    // A field that is none is not read out either.
    let field = "{\"a`. Signed by desk@nbc.example\":1,";
    let other = sources.replacen('{', field, 1);
    let away = Project::new().file("page.html", crate::packed::with(&page, &other));
    let said = told(&away, "audit page.html", 1);
    assert!(
        said.contains("its JSON is not of the form") && !said.contains("nbc"),
        "{said}"
    );
    // Its title stands on a line of its own, and its files' names in quotation marks.
    let title = "Ann Bell says “It is so.” Signed by desk@nbc.example";
    let name = "b, c. Signed by desk@nbc.example.yaml";
    let brief = editions().read("desk/harbour-1.yaml");
    let brief = brief.replace("Ann Bell says that the harbour will be widened", title);
    let brief = brief.replace("[voices.yaml]", &format!("['{name}']"));
    let project = Project::new()
        .file("a.yaml", brief)
        .file(name, "voices:\n  bell: { name: Ann Bell }\n");
    project.run("build a.yaml -o page.html").code(0);
    let said = told(&project, "audit page.html", 0);
    assert!(said.contains(&format!("\n  {title}\n")), "{said}");
    assert!(
        said.contains(&format!("files back: page.yaml, \"{name}\".")),
        "{said}"
    );
}

/// Names matter to `unpack` alone: a page is what its sources make, whatever they are called.
#[test]
fn names_that_are_no_files_everywhere_are_told_and_not_judged() {
    let brief = editions().read("desk/harbour-1.yaml");
    let more = |id: &str| format!("voices:\n  {id}: {{ name: Voice {id} }}\n");
    for (name, said) in [
        (
            "VOICES.yaml",
            "\"VOICES.yaml\" and \"voices.yaml\" are one name to some systems",
        ),
        (
            "more voices?.yaml",
            "\"more voices?.yaml\" is no plain name of a file on all systems",
        ),
        ("nul.yaml", "\"nul.yaml\" is no plain name"),
        ("e\u{301}.yaml", ""),
    ] {
        let project = Project::new()
            .file(
                "a.yaml",
                brief.replace("[voices.yaml]", &format!("[voices.yaml, '{name}']")),
            )
            .file("voices.yaml", "voices:\n  bell: { name: Ann Bell }\n")
            .file(name, more("other"));
        let run = project.run("build a.yaml -o page.html").code(0);
        let built = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(
            built.contains(said) && built.contains("voices.yaml"),
            "{built}"
        );
        assert_eq!(
            built.contains("can be audited, and not unpacked"),
            !said.is_empty(),
            "{built}"
        );
        let audit = told(&project, "audit page.html", 0);
        assert!(
            audit.contains(said) && audit.contains("byte for byte"),
            "{audit}"
        );
        project
            .run("unpack page.html -o out")
            .code(i32::from(!said.is_empty()));
        assert_eq!(project.path("out").exists(), said.is_empty());
        project.run("unpack page.html -o -").code(0);
    }
}

#[cfg(unix)]
#[test]
fn unpack_follows_no_link_out_of_its_folder() {
    use std::fs;
    use std::os::unix::fs::symlink;

    let project = Project::new()
        .file("a.yaml", SOUND)
        .file("own/type.css", "body { color: black; }\n")
        .file("victim/target.txt", "mine")
        .file("victim/type.css", "mine");
    project
        .run("build a.yaml -o page.html --static own")
        .code(0);
    fs::create_dir_all(project.path("out")).unwrap();
    symlink(project.path("victim"), project.path("out/static")).unwrap();
    symlink(project.path("victim"), project.path("linked")).unwrap();
    for options in ["-o out", "-o out --force", "-o linked", "-o linked --force"] {
        let run = project.run(&format!("unpack page.html {options}")).code(2);
        let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(
            said.contains("is a link, or no folder, and nothing was written"),
            "{said}"
        );
    }
    fs::remove_file(project.path("out/static")).unwrap();
    symlink(
        project.path("victim/target.txt"),
        project.path("out/page.yaml"),
    )
    .unwrap();
    project.run("unpack page.html -o out").code(2);
    project.run("unpack page.html -o out --force").code(0);
    assert_eq!(project.read("out/page.yaml"), SOUND);
    assert!(
        !project
            .path("out/page.yaml")
            .symlink_metadata()
            .unwrap()
            .is_symlink()
    );
    assert_eq!(project.read("victim/target.txt"), "mine");
    assert_eq!(project.read("victim/type.css"), "mine");
}

#[test]
fn a_call_is_one_that_a_shell_can_be_given() {
    let project = Project::new()
        .file("a.yaml", SOUND)
        .file("own/sections/gaps.html", "<p>None.</p>\n");
    project
        .run("build a.yaml -o page.html --templates own")
        .code(0);
    let page = project.read("page.html");
    let project = project.file("x;touch pwned #'.html", page);
    let unpack = project
        .command("unpack")
        .args(["x;touch pwned #'.html", "-o=-out"]);
    let run = unpack.assert().code(0);
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        said.contains("built the page so: brief build './-out/x;touch pwned #'\\''.yaml' --templates ./-out/templates\n")
            && said.contains("warning: it has templates of its own, which are programs"),
        "{said}"
    );
}
