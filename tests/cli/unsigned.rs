//! What is not signed.

use std::fs;
use std::path::Path;

use snapbox::str;

use crate::sign::{project, told};

#[test]
fn nothing_is_signed_that_its_sources_do_not_make_and_nothing_twice() {
    let project = project(&["ed25519"]);
    let page = project.read("page.html");
    project.run("sign page.html --key ed25519").code(0);
    project.run("sign page.html --key ed25519").code(2);
    let project = project.file("page.html", page.replacen("US troops", "UK troops", 1));
    project
        .run("sign page.html --key ed25519")
        .code(1)
        .stderr_eq(str![[r#"
error: nothing was signed: the page is not what its sources make
 |
 = help: `brief audit page.html` says more

"#]]);
    project.run("build a.yaml -o page.html --no-source").code(0);
    project.run("sign page.html --key ed25519").code(1);
    let run = project
        .run("sign page.html --key ed25519 --unaudited")
        .code(0);
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(
        said.starts_with("warning: signed unaudited: the page has no sources in it"),
        "{said}"
    );
    let told = told(&project, "audit page.html --signers signers", 1);
    assert!(
        told.contains("has no sources") && told.contains("Signed by"),
        "{told}"
    );
    project
        .run("sign page.html --key absent --unaudited")
        .code(2);
    assert!(Path::new(&project.path("page.html")).exists());
}

/// Whoever signs stands for what he saw: nothing else is signed, and no other file is damaged.
#[test]
fn what_cannot_be_looked_at_is_signed_only_if_that_is_asked() {
    let project = project(&["ed25519"])
        .file("note.html", "<!DOCTYPE html>\nhello\n")
        .file("own/type.css", "body { color: black; }\n")
        .file("templates/sections/gaps.html", "<p>None.</p>\n");
    let page = project.read("page.html");
    let sources = crate::packed::unpacked(&page);
    let other = sources.replace("\"version\":\"0.1.0\"", "\"version\":\"0.0.9\"");
    let faulty = sources.replace("edition: 1", "edition: one");
    project.run("build a.yaml -o own.html --static own").code(0);
    project
        .run("build a.yaml -o run.html --templates templates")
        .code(0);
    let project = project
        .file("other.html", crate::packed::with(&page, &other))
        .file("faulty.html", crate::packed::with(&page, &faulty));
    for (name, option, said) in [
        ("a.yaml", None, "is no page of `brief`"),
        ("note.html", None, "is no page of `brief`"),
        ("ed25519.pub", None, "is no page of `brief`"),
        (
            "faulty.html",
            None,
            "not what its sources make, since its brief has",
        ),
        (
            "other.html",
            Some("--unaudited"),
            "its block says that brief 0.0.9 made the page",
        ),
        (
            "own.html",
            Some("--trust-design"),
            "has a look or words of its own",
        ),
        (
            "run.html",
            Some("--trust-design"),
            "has a look or words of its own",
        ),
    ] {
        let before = project.read(name);
        let both = ["", "--detached", "--unaudited --trust-design"];
        let refused = both.iter().take(if option.is_some() { 2 } else { 3 });
        for options in refused {
            let sign = format!("sign {name} --key ed25519 {options}");
            let run = project.run(&sign).code(1);
            let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
            assert!(told.contains(said), "{told}");
            assert_eq!(project.read(name), before);
        }
        if let Some(option) = option {
            let run = project
                .run(&format!("sign {name} --key ed25519 {option}"))
                .code(0);
            let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
            assert!(told.starts_with("warning: signed "), "{told}");
        }
    }
}

/// Nobody is asked for a passphrase for nothing: that a signature is there is said before.
#[test]
fn what_is_signed_already_is_told_before_the_key_is_asked_for() {
    let project = project(&["ed25519"]);
    project.run("sign page.html --key ed25519").code(0);
    project
        .run("sign page.html --key ed25519 --detached")
        .code(0);
    // Without its private half, the key could not sign.
    fs::remove_file(project.path("ed25519")).unwrap();
    for (options, said) in [
        ("", "has a signature by this key already"),
        ("--detached", "`page.html.sig` is there already"),
    ] {
        let run = project
            .run(&format!("sign page.html --key ed25519.pub {options}"))
            .code(2);
        let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(told.contains(said), "{told}");
    }
}
