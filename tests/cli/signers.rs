//! Lists of who may sign, held against what `ssh-keygen` makes of them.

use crate::project::Project;
use crate::sign::{keygen, project, told};

/// Lists of a key, what an audit by them says, and whose signature it is.
const LISTS: &[(&str, &str, &[&str])] = &[
    (
        "desk@x.example KEY",
        "Signed by desk@x.example (",
        &["desk@x.example"],
    ),
    ("* KEY", "lists for `*` (", &["anybody@y.example"]),
    (
        "!eve@x.example,*@x.example KEY",
        "lists for `!eve@x.example,*@x.example` (",
        &["desk@x.example", "ann@x.example"],
    ),
    (
        "desk@x.example KEYann@x.example KEY",
        "lists for `desk@x.example,ann@x.example` (",
        &["desk@x.example", "ann@x.example"],
    ),
    (
        "desk@x.example valid-before=\"20010101\" KEYann@x.example KEY",
        "Signed by ann@x.example (",
        &["ann@x.example"],
    ),
];

/// A pattern is nobody: who is meant has to be asked.
#[test]
fn a_key_of_a_pattern_or_of_several_is_no_persons() {
    let project = project(&["ed25519"]);
    project.run("sign page.html --key ed25519").code(0);
    let key = project.read("ed25519.pub");
    let page = project.read("page.html");
    let unsigned = page
        .split("<!-- brief signature")
        .next()
        .unwrap()
        .to_owned();
    let signature = page.split("<!-- brief signature\n").nth(1).unwrap();
    let signature = signature.strip_suffix("-->\n").unwrap();
    let project = Project::new()
        .file("page.html", &page)
        .file("unsigned.html", unsigned)
        .file("one.sig", signature);
    for (list, alone, named) in LISTS {
        let project = Project::new()
            .file("page.html", &page)
            .file("unsigned.html", project.read("unsigned.html"))
            .file("one.sig", project.read("one.sig"))
            .file("list", list.replace("KEY", &key));
        let said = told(&project, "audit page.html --signers list", 0);
        assert!(said.contains(alone), "{said}");
        for who in [
            "desk@x.example",
            "ann@x.example",
            "eve@x.example",
            "anybody@y.example",
        ] {
            let is_named = named.contains(&who) || list.starts_with("* ");
            let audit = format!("audit page.html --signers list --signer {who}");
            let said = told(&project, &audit, i32::from(!is_named));
            assert_eq!(
                said.contains(&format!("Signed by {who} (")),
                is_named,
                "{said}"
            );
            assert_eq!(
                said.contains(&format!("`{who}` did not sign it")),
                !is_named,
                "{said}"
            );
            let verify = format!("-Y verify -f list -I {who} -n page@briefwright -s one.sig");
            assert_eq!(
                keygen(&project, &verify, Some("unsigned.html")),
                is_named,
                "{who}: {list}"
            );
        }
    }
}

/// A list holds here for no more than it holds for `ssh-keygen`.
#[test]
fn options_that_ssh_keygen_refuses_are_refused() {
    let project = project(&["ed25519"]);
    let key = project.read("ed25519.pub");
    project
        .run("sign page.html --key ed25519 --detached")
        .code(0);
    let files = ["page.html", "page.html.sig"].map(|name| (name, project.read(name)));
    for (options, is_taken) in [
        ("namespaces=\"p*\"", true),
        ("NAMESPACES=\"p*\",valid-after=\"20010101\"", true),
        ("namespaces=\"git\",namespaces=\"p*\"", false),
        ("valid-before=\"20010101\",valid-before=\"29990101\"", false),
        ("valid-after=\"20010101\",valid-after=\"20010101\"", false),
        ("namespaces=\"p*\"valid-after=\"20010101\"", false),
        ("namespaces=\"p*\",", false),
        ("namespaces=p*", false),
        ("cert-authority=\"yes\"", false),
        ("valid-after=\"29990101\",valid-before=\"20010101\"", false),
        ("valid-after=\"20010101\",valid-before=\"20010101\"", false),
        ("no-touch-required", false),
        ("", true),
    ] {
        let project = files
            .iter()
            .fold(Project::new(), |project, (name, text)| {
                project.file(name, text)
            })
            .file("list", format!("desk@x.example {options} {key}"));
        let audit = "audit page.html --signers list --signer desk@x.example";
        project.run(audit).code(if is_taken { 0 } else { 2 });
        let verify = "-Y verify -f list -I desk@x.example -n page@briefwright -s page.html.sig";
        assert_eq!(
            keygen(&project, verify, Some("page.html")),
            is_taken,
            "{options}"
        );
    }
}
