//! Signatures of pages, made by `ssh-keygen` and checked here, and the other way round.

use std::fs;
use std::process::{Command, Stdio};

use snapbox::str;

use crate::project::{Project, SOUND};

/// Runs `ssh-keygen` in a folder, with a file of it on standard input; says whether it was content.
pub(crate) fn keygen(project: &Project, arguments: &str, input: Option<&str>) -> bool {
    let input = input.map_or_else(Stdio::null, |name| {
        fs::File::open(project.path(name)).unwrap().into()
    });
    let words = arguments.split_whitespace();
    let words = words.map(|word| if word == "''" { "" } else { word });
    let status = Command::new("ssh-keygen")
        .args(words)
        .current_dir(project.path(""))
        .stdin(input)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    status.success()
}

/// Makes a page, a key of each kind, and a list of who may sign.
pub(crate) fn project(kinds: &[&str]) -> Project {
    let project = Project::new().file("a.yaml", SOUND);
    project.run("build a.yaml -o page.html").code(0);
    let mut list = String::from("# Who may sign for the desk.\n\n");
    for kind in kinds {
        assert!(keygen(
            &project,
            &format!("-q -t {kind} -N '' -C {kind} -f {kind}"),
            None
        ));
        let public = project.read(&format!("{kind}.pub"));
        list += &format!("{kind}@example.org {public}");
    }
    project.file("signers", list)
}

#[track_caller]
pub(crate) fn told(project: &Project, arguments: &str, code: i32) -> String {
    let run = project.run(arguments).code(code);
    String::from_utf8_lossy(&run.get_output().stdout).into_owned()
}

/// `ssh-keygen` would wait for ever for whoever writes to it.
#[test]
fn a_pipe_is_no_key() {
    let project = project(&[]);
    for pipe in ["key", "other.pub"] {
        let made = Command::new("mkfifo").arg(project.path(pipe)).status();
        assert!(made.unwrap().success());
    }
    for (key, pipe) in [("key", "key"), ("other", "other.pub")] {
        let run = project.run(&format!("sign page.html --key {key}")).code(2);
        let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        assert!(told.contains(&format!("`{pipe}` is a pipe")), "{told}");
    }
}

#[test]
fn a_page_is_signed_in_the_page_by_keys_of_each_kind() {
    let project = project(&["ed25519", "ecdsa", "rsa"]);
    let unsigned = project.read("page.html");
    for kind in ["ed25519", "ecdsa", "rsa"] {
        project.run(&format!("sign page.html --key {kind}")).code(0);
    }
    let signed = project.read("page.html");
    assert!(
        signed.starts_with(&unsigned) && signed.ends_with("-----END SSH SIGNATURE-----\n-->\n")
    );
    let audit = told(&project, "audit page.html --signers signers", 0);
    for kind in ["ed25519", "ecdsa", "rsa"] {
        assert!(audit.contains(&format!(
            "Signed by {kind}@example.org (in the page, with the "
        )));
    }
    let anybody = told(&project, "audit page.html", 0);
    assert!(
        anybody.contains("whose key it is, a list of signers can say"),
        "{anybody}"
    );
    // Each is one that ssh-keygen takes, of the bytes before the first.
    let project = project.file("unsigned.html", &unsigned);
    for (at, kind) in signed
        .match_indices("-----BEGIN")
        .zip(["ed25519", "ecdsa", "rsa"])
    {
        let (signature, _) = signed[at.0..].split_once("-->").unwrap();
        fs::write(project.path("one.sig"), signature).unwrap();
        let verify =
            format!("-Y verify -f signers -I {kind}@example.org -n page@briefwright -s one.sig");
        assert!(keygen(&project, &verify, Some("unsigned.html")), "{kind}");
        assert!(!keygen(&project, &verify, Some("page.html")), "{kind}");
    }
}

#[test]
fn a_detached_signature_is_what_ssh_keygen_makes_and_takes() {
    let project = project(&["ed25519"]);
    let page = project.read("page.html");
    project
        .run("sign page.html --key ed25519.pub --detached")
        .code(0)
        .stderr_eq("wrote page.html.sig: signed by the Ed25519 key SHA256:[..]\n");
    assert_eq!(project.read("page.html"), page);
    let verify = "-Y verify -f signers -I ed25519@example.org -n page@briefwright -s page.html.sig";
    assert!(keygen(&project, verify, Some("page.html")));
    let signed = "Signed by ed25519@example.org (in page.html.sig, with the Ed25519 key ";
    assert!(told(&project, "audit page.html --signers signers", 0).contains(signed));
    project
        .run("sign page.html --key ed25519 --detached")
        .code(2);
    fs::remove_file(project.path("page.html.sig")).unwrap();
    assert!(keygen(
        &project,
        "-q -Y sign -n page@briefwright -f ed25519 page.html",
        None
    ));
    assert!(told(&project, "audit page.html --signers signers", 0).contains(signed));
    // Of a key that is not known here, nothing is known.
    fs::remove_file(project.path("page.html.sig")).unwrap();
    assert!(keygen(&project, "-q -t ecdsa -b 521 -N '' -f large", None));
    assert!(keygen(
        &project,
        "-q -Y sign -n page@briefwright -f large page.html",
        None
    ));
    let large = told(&project, "audit page.html", 1);
    assert!(
        large.contains("cannot be checked: keys of the kind `ecdsa-sha2-nistp521`"),
        "{large}"
    );
    project.run("sign page.html --key large").code(2);
    // Signed for something else, it is no signature of a page.
    fs::remove_file(project.path("page.html.sig")).unwrap();
    assert!(keygen(
        &project,
        "-q -Y sign -n file -f ed25519 page.html",
        None
    ));
    let other = told(&project, "audit page.html", 1);
    assert!(
        other.contains("is not one of a page: it was made for `file`"),
        "{other}"
    );
}

#[test]
fn what_was_changed_after_it_was_signed_is_told() {
    let project = project(&["ed25519"]);
    project.run("sign page.html --key ed25519").code(0);
    let signed = project.read("page.html");
    let broken = "The signature in the page is broken";
    let changed = signed.replacen("US troops", "UK troops", 1);
    let at = signed.rfind("-----END").unwrap();
    let other = if signed[..at].ends_with("A\n") {
        'B'
    } else {
        'A'
    };
    for (page, said) in [
        (signed.replace('\n', "\r\n"), "Its line ends were changed"),
        (changed, "It departs from it at"),
        (format!("{signed}\n"), "what follows the page is no comment"),
        (
            format!("{signed}<script src=a.js></script>"),
            "what follows the page is no comment",
        ),
        (
            signed.replace("\n-->\n", "\n--->\n"),
            "its lines are not those of one",
        ),
        (
            signed.replace("\n-----END", "\r\n-----END"),
            "its lines were changed",
        ),
        (
            format!("{}{other}{}", &signed[..at - 2], &signed[at - 1..]),
            broken,
        ),
    ] {
        let told = String::from_utf8_lossy(
            &project
                .pipe(page, "audit - --signers signers")
                .code(1)
                .get_output()
                .stdout,
        )
        .into_owned();
        assert!(
            told.contains(said) && told.contains(broken),
            "{said}: {told}"
        );
        assert!(
            told.contains("No signer of the list signed it") || said != broken,
            "{told}"
        );
    }
}

#[test]
fn unsigned_and_unknown_are_told_apart() {
    let project = project(&["ed25519", "ecdsa"]).file("nobody", "");
    let unsigned = told(&project, "audit page.html --signers signers", 1);
    assert!(
        unsigned.contains("It is not signed: who made it is not known."),
        "{unsigned}"
    );
    project.run("sign page.html --key ed25519").code(0);
    let unknown = told(&project, "audit page.html --signers nobody", 1);
    assert!(unknown.contains("and the signer is unknown: `nobody` does not list the key."));
    let key = project.read("ed25519.pub");
    for (options, said) in [
        ("valid-before=\"20010101\" ", "for another time than now"),
        (
            "valid-after=\"29990101120000Z\" ",
            "for another time than now",
        ),
        ("namespaces=\"git,file\" ", "for other things than pages"),
        (
            "cert-authority ",
            "certificates by its authorities are not read",
        ),
        (
            "valid-after=\"20010101\",valid-before=\"299901011200\",namespaces=\"p*\" ",
            "Signed with a key that `list` lists for `desk@example.org,a@b.c` (",
        ),
    ] {
        let project = Project::new()
            .file("page.html", project.read("page.html"))
            .file("list", format!("desk@example.org,a@b.c {options}{key}"));
        let code = i32::from(!said.starts_with("Signed"));
        let told = told(&project, "audit page.html --signers list", code);
        assert!(told.contains(said), "{told}");
    }
    let project = project.file("list", "\ndesk@example.org");
    project
        .run("audit page.html --signers list")
        .code(2)
        .stderr_eq(str![[r#"
error: list: line 2: `` is no option
 |
 = help: a line names who, and a key: `desk@example.org ssh-ed25519 AAAA…`

"#]]);
}

/// What a signature says of itself is not told as the program's words.
#[test]
fn a_signature_for_something_else_says_nothing_else() {
    let project = project(&["ed25519"]);
    let run = Command::new("ssh-keygen")
        .args([
            "-q",
            "-Y",
            "sign",
            "-f",
            "ed25519",
            "-n",
            "x`. Signed by desk@nbc.example",
        ])
        .arg("page.html")
        .current_dir(project.path(""))
        .status()
        .unwrap();
    assert!(run.success());
    let said = told(&project, "audit page.html", 1);
    assert!(
        said.contains("is not one of a page: it was made for something else, and")
            && !said.contains("nbc"),
        "{said}"
    );
}

/// Of a key that is too short or too long to be checked, nothing is said but that.
#[test]
fn an_rsa_key_of_another_length_is_not_called_broken() {
    let project = project(&[]);
    assert!(keygen(&project, "-q -t rsa -b 1024 -N '' -f short", None));
    assert!(keygen(
        &project,
        "-q -Y sign -n page@briefwright -f short page.html",
        None
    ));
    let said = told(&project, "audit page.html", 1);
    assert!(
        said.contains("cannot be checked: an RSA key of its length is not known here"),
        "{said}"
    );
    let json = told(&project, "audit page.html --format json", 1);
    assert!(json.contains("\"state\": \"cannot-check\""), "{json}");
}

/// A key in a token signs another text than others: this is one that a token would have made, by the protocol.
#[test]
fn what_tokens_sign_is_checked_as_ssh_keygen_checks_it() {
    let project = project(&[]);
    let signature = crate::token::signature(project.read("page.html").as_bytes());
    let project = project
        .file("page.html.sig", &signature.armored)
        .file("signers", format!("desk@example.org {}", signature.key));
    let verify = "-Y verify -f signers -I desk@example.org -n page@briefwright -s page.html.sig";
    assert!(keygen(&project, verify, Some("page.html")));
    let audit = told(&project, "audit page.html --signers signers", 0);
    assert!(
        audit.contains("with the Ed25519 key in a token SHA256:"),
        "{audit}"
    );
    let changed = project
        .read("page.html")
        .replacen("US troops", "UK troops", 1);
    let project = project.file("page.html", changed);
    assert!(!keygen(&project, verify, Some("page.html")));
    assert!(told(&project, "audit page.html", 1).contains("is broken"));
}
