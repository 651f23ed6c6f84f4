//! `brief capture`: a copy of what was published, its record, and its source's entry.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use snapbox::cmd::OutputAssert;
use snapbox::str;

use crate::project::{Project, SOUND};

const ARTICLE: &str = include_str!("../fixtures/walk/article.html");

/// A page of HTML with these heads.
fn page(heads: &str, text: &str) -> String {
    format!("<!DOCTYPE html><html><head>{heads}</head><body><p>{text}</p></body></html>")
}

const TEXT: &str = "The council met on Friday, and nobody left before the vote was taken.";

/// Serves answers on loopback, by the path that is asked for, until the test ends; returns its address.
fn serve(answer: impl Fn(&str, &str) -> Vec<u8> + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream: TcpStream = stream.unwrap();
            let mut heads = Vec::new();
            let mut byte = [0];
            while !heads.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap_or(0) == 1 {
                heads.push(byte[0]);
            }
            let heads = String::from_utf8(heads).unwrap();
            let path = heads.split(' ').nth(1).unwrap_or_default().to_owned();
            // Whoever asked may have gone away.
            drop(stream.write_all(&answer(&path, &heads)));
        }
    });
    address
}

fn answer(status: &str, heads: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let heads = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{heads}\r\n"
    );
    [heads.as_bytes(), body].concat()
}

fn ok(heads: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    answer("200 OK", heads, body.as_ref())
}

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

/// Runs the program without the proxies of this machine.
#[track_caller]
fn run(project: &Project, arguments: &str) -> OutputAssert {
    let mut command = project.command(arguments);
    for proxy in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        command = command.env_remove(proxy);
    }
    command.assert()
}

#[test]
fn a_saved_page_is_kept_with_what_it_says_of_itself() {
    let project = Project::new().file("ferry.html", ARTICLE);
    project
        .run("capture ferry.html --day 2026-11-23")
        .code(0)
        .stdout_eq(str![[r#"
  quay-gazette-2026-11-21:
    type: article-newspaper
    title: "Ferry to Lindholm will not run this winter, minister says"
    author: ["Sanna Reuter"]
    publisher: "The Quay Gazette"
    issued: { date: "2026-11-21" }
    url: "https://quay-gazette.example/2026/11/21/ferry-in-winter"
    lang: "en-GB"
    snapshot: "quay-gazette-2026-11-21.html"

"#]])
        .stderr_eq(str![[r#"
wrote snapshots/quay-gazette-2026-11-21.html
wrote snapshots/quay-gazette-2026-11-21.capture.yaml

"#]]);
    assert_eq!(
        project.read("snapshots/quay-gazette-2026-11-21.html"),
        ARTICLE
    );
    let record = project.read("snapshots/quay-gazette-2026-11-21.capture.yaml");
    for line in [
        "file: quay-gazette-2026-11-21.html\n",
        "  at: 2026-11-23\n",
        "  given: ferry.html\n",
        "    from: JSON-LD NewsArticle headline\n",
        "    from: og:site_name\n",
    ] {
        assert!(record.contains(line), "{line}{record}");
    }
}

#[test]
fn an_entry_stands_under_sources_as_it_is() {
    let project = Project::new().file("ferry.html", ARTICLE);
    let captured = project
        .run("capture ferry.html --as nbc --day 2026-11-23")
        .code(0);
    let entry = String::from_utf8(captured.get_output().stdout.clone()).unwrap();
    let (before, rest) = SOUND.split_once("  nbc:\n").unwrap();
    let (_, claims) = rest.split_once("claims:\n").unwrap();
    let before = before.replace("2025-08-16", "2026-11-23");
    let brief = format!("{before}{entry}claims:\n{claims}");
    project
        .file("brief.yaml", brief)
        .run("check brief.yaml --deny warnings")
        .code(0);
}

#[test]
fn nothing_is_overwritten_and_nothing_is_kept_twice() {
    let project = Project::new().file("ferry.html", ARTICLE);
    let first = project.run("capture ferry.html").code(0);
    let entry = String::from_utf8(first.get_output().stdout.clone()).unwrap();
    let record = project.read("snapshots/quay-gazette-2026-11-21.capture.yaml");
    project
        .run("capture ferry.html")
        .code(0)
        .stdout_eq(entry)
        .stderr_eq("snapshots/quay-gazette-2026-11-21.html has these bytes already\n");
    assert_eq!(
        project.read("snapshots/quay-gazette-2026-11-21.capture.yaml"),
        record
    );
    // The same article with other bytes, and another one of the same day.
    let changed = ARTICLE.replace("in the harbour", "at the harbour");
    let other = ARTICLE.replace("ferry-in-winter", "another-ferry");
    let project = project
        .file("changed.html", changed)
        .file("other.html", other);
    project
        .run("capture changed.html")
        .code(1)
        .stdout_eq("")
        .stderr_eq(str![[r#"
error: `changed.html` was not captured: snapshots/quay-gazette-2026-11-21.html is there, and has other bytes
 |
 = help: keep both, `--as quay-gazette-2026-11-21-2`: the source says by `snapshot` which is its own

"#]]);
    project.run("capture other.html").code(0);
    project
        .run("capture changed.html --as quay-gazette-2026-11-21")
        .code(1);
    project.run("capture changed.html --as reworded").code(0);
    assert_eq!(
        project.read("snapshots/quay-gazette-2026-11-21.html"),
        ARTICLE
    );
    assert!(
        project
            .path("snapshots/quay-gazette-2026-11-21-2.html")
            .is_file()
    );
    assert!(project.path("snapshots/reworded.html").is_file());
}

#[test]
fn what_has_no_text_is_refused_by_name_and_the_others_are_kept() {
    let project = Project::new()
        .file(
            "shell.html",
            "<html><body><div id=root></div><script src=a.js></script>",
        )
        .file("picture.html", b"\x89PNG\r\n\x1A\n\0\0")
        .file("empty.txt", "")
        .file("letter.txt", TEXT);
    let run = project
        .run("capture shell.html picture.html empty.txt none.txt letter.txt --day 2026-11-23")
        .code(2);
    let run = run.stdout_eq(str![[r#"
  letter:
    # type is not known: write what it is, such as article-newspaper
    type: document
    publisher: "TODO"
    snapshot: "letter.txt"

"#]]);
    let told = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    for line in [
        "`shell.html` was not captured: the snapshot has hardly a word but for menus and the like: a script may fill the page",
        "`picture.html` was not captured: the snapshot is a picture, sound or film",
        "`empty.txt` was not captured: the snapshot is empty",
        "cannot read `none.txt`",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    let kept: Vec<_> = project
        .files()
        .into_iter()
        .filter(|file| file.starts_with("snap"))
        .collect();
    assert_eq!(
        kept,
        ["snapshots/letter.capture.yaml", "snapshots/letter.txt"]
    );
}

#[test]
fn wrong_usage_says_what_to_type() {
    let project = Project::new().file("a.txt", TEXT).file("b.txt", TEXT);
    project.run("capture").code(2);
    project.run("capture a.txt b.txt --as x").code(2);
    project.run("capture a.txt --as Not_An_Id").code(2);
    project.run("capture a.txt --day Monday").code(2);
    project
        .run("capture ftp://a.example/b")
        .code(2)
        .stdout_eq("");
    project
        .run("capture file:///tmp/a.html")
        .code(2)
        .stderr_eq(str![[r#"
error: `file:///tmp/a.html` was not captured: it is no http or https address
 |
 = help: name the file by its path, without `file:`

"#]]);
    let told = project.run("capture a.example/works").code(2);
    let told = String::from_utf8(told.get_output().stderr.clone()).unwrap();
    assert!(
        told.contains("write the address whole: `https://a.example/works`"),
        "{told}"
    );
    assert!(!project.path("snapshots").exists());
}

#[test]
fn an_address_is_asked_for_once_and_redirects_are_told() {
    let address = serve(|path, heads| {
        assert!(
            heads.to_lowercase().contains("user-agent: brief/"),
            "{heads}"
        );
        match path {
            "/old" => answer("301 Moved", "Location: /new\r\n", b""),
            "/new" => answer("302 Found", "Location: /works\r\n", b""),
            _ => ok(HTML, page("<title>The works</title>", TEXT)),
        }
    });
    let project = Project::new();
    run(&project, &format!("capture {address}/old --as works --day 2026-11-23"))
        .code(0)
        .stdout_eq(format!(
            "  works:\n    type: webpage\n    title: \"The works\"\n    publisher: \"TODO\"\n    accessed: \"2026-11-23\"\n    \
             url: \"{address}/works\"\n    snapshot: \"works.html\"\n"
        ))
        .stderr_eq(format!(
            "led from {address}/old to {address}/works\nwrote snapshots/works.html\nwrote snapshots/works.capture.yaml\n"
        ));
    let record = project.read("snapshots/works.capture.yaml");
    for line in [
        format!(
            "    address: {address}/old\n    redirects:\n    - {address}/new\n    - {address}/works\n"
        ),
        "    content_type: text/html; charset=utf-8\n".to_owned(),
    ] {
        assert!(record.contains(&line), "{line}{record}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn what_a_server_refuses_is_told_and_nothing_is_written() {
    let address = serve(|path, _| match path {
        "/401" => answer("401 Unauthorized", "", b"no"),
        "/402" => answer("402 Payment Required", "", page("", TEXT).as_bytes()),
        "/403" => answer("403 Forbidden", "", b"no"),
        "/404" => answer("404 Not Found", HTML, page("", TEXT).as_bytes()),
        "/429" => answer("429 Too Many Requests", "", b""),
        "/451" => answer("451 Unavailable For Legal Reasons", "", b""),
        "/503" => answer("503 Service Unavailable", "", b""),
        "/204" => answer("204 No Content", "", b""),
        "/loop" => answer("302 Found", "Location: /loop\r\n", b""),
        "/away" => answer("302 Found", "Location: file:///etc/passwd\r\n", b""),
        "/picture" => ok("Content-Type: image/png\r\n", b"\x89PNG\r\n\x1A\n\0\0"),
        "/empty" => ok(HTML, b""),
        "/large" => b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n".to_vec(),
        "/cut" => {
            b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 999\r\n\r\nThe council"
                .to_vec()
        }
        _ => b"no HTTP at all".to_vec(),
    });
    let project = Project::new();
    for (path, code, told) in [
        (
            "401",
            1,
            "the server answered 401: it asks for a name and a password",
        ),
        ("402", 1, "the server answered 402: it is to be paid for"),
        (
            "403",
            1,
            "the server answered 403: the server refuses it to this program",
        ),
        ("404", 1, "the server answered 404: there is no such page"),
        (
            "429",
            2,
            "the server answered 429: too many requests came from here",
        ),
        (
            "451",
            1,
            "the server answered 451: it is withheld for reasons of law",
        ),
        ("503", 2, "the server answered 503: the server failed"),
        ("204", 1, "the server answered 204: that is no page"),
        (
            "loop",
            1,
            "it leads from one address to another, more than 10 times",
        ),
        ("away", 2, "was not captured: "),
        ("picture", 1, "the snapshot is a picture, sound or film"),
        ("empty", 1, "the snapshot is empty"),
        ("large", 1, "it has more than 67108864 bytes"),
        ("cut", 2, "was not captured: "),
        ("none", 2, "was not captured: "),
    ] {
        let run = run(&project, &format!("capture {address}/{path}"))
            .code(code)
            .stdout_eq("");
        let all = String::from_utf8(run.get_output().stderr.clone()).unwrap();
        assert!(
            all.contains(told) && all.contains("help: "),
            "{path}: {all}"
        );
    }
    assert!(project.files().is_empty());
}

#[test]
fn a_server_that_says_nothing_is_not_waited_for() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let project = Project::new();
    run(&project, &format!("capture {address} --time-limit 1"))
        .code(2)
        .stderr_eq(format!(
            "error: `{address}` was not captured: it was not there within 1 seconds\n |\n = help: try again, or wait longer: `--time-limit 5`\n"
        ));
    drop(listener);
}

#[test]
fn what_is_compressed_is_opened_and_counted_as_it_is_opened() {
    let zipped = |bytes: &[u8]| {
        let mut zip = GzEncoder::new(Vec::new(), Compression::fast());
        zip.write_all(bytes).unwrap();
        zip.finish().unwrap()
    };
    let text = page("<title>Zip</title>", TEXT);
    let small = zipped(text.as_bytes());
    let bomb = zipped(&vec![b'x'; 65 << 20]);
    let heads = format!("{HTML}Content-Encoding: gzip\r\n");
    let address = serve(move |path, _| match path {
        "/bomb" => ok(&heads, &bomb),
        _ => ok(&heads, &small),
    });
    let project = Project::new();
    run(&project, &format!("capture {address}/zip --as zip")).code(0);
    assert_eq!(project.read("snapshots/zip.html"), text);
    let told = run(&project, &format!("capture {address}/bomb --as bomb")).code(1);
    let told = String::from_utf8(told.get_output().stderr.clone()).unwrap();
    assert!(told.contains("it has more than 67108864 bytes"), "{told}");
}

/// The encoding stands in the head of the answer alone: it is kept, and `verify` reads by it.
#[test]
fn the_encoding_that_a_server_tells_is_kept() {
    let quote = "Ми почнемо весною, і ніхто не втратить місця.";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(quote);
    // Few letters, which a detector may take for another encoding.
    let body = [b"<html><body><p>".as_slice(), &bytes, b"</p></body></html>"].concat();
    let sent = body.clone();
    let heads = "Content-Type: text/html; charset=windows-1251\r\n";
    let address = serve(move |_, _| ok(heads, &sent));
    let project = Project::new().file(
        "brief.yaml",
        format!(
            "{}    quotes:\n      - text: \"{quote}\"\n        kind: [translated]\n        translated_from: uk\n        original: \"{quote}\"\n",
            SOUND.replace("url: https://www.nbcnews.com/politics/troops", "snapshot: nbc.html")
        ),
    );
    run(&project, &format!("capture {address} --as nbc")).code(0);
    assert_eq!(
        std::fs::read(project.path("snapshots/nbc.html")).unwrap(),
        body
    );
    let record = project.read("snapshots/nbc.capture.yaml");
    assert!(record.contains("charset: windows-1251\n"), "{record}");
    project
        .run("verify brief.yaml --snapshots snapshots")
        .code(0);
    // A record that cannot be read is told, and no quote is called absent.
    let project = project.file("snapshots/nbc.capture.yaml", "format: [");
    let told = project
        .run("verify brief.yaml --snapshots snapshots")
        .code(1);
    let told = String::from_utf8(told.get_output().stdout.clone()).unwrap();
    assert!(
        told.contains("cannot check: the snapshot cannot be read"),
        "{told}"
    );
}

#[test]
fn a_draft_has_its_sources_from_their_records() {
    let project = Project::new().file("ferry.html", ARTICLE);
    project.run("capture ferry.html").code(0);
    project
        .run("draft snapshots/quay-gazette-2026-11-21.html snapshots/quay-gazette-2026-11-21.capture.yaml -o ferry.yaml")
        .code(0);
    let brief = project.read("ferry.yaml");
    for line in [
        "    title: \"Ferry to Lindholm will not run this winter, minister says\"\n",
        "    publisher: \"The Quay Gazette\"\n",
        "    issued: { date: \"2026-11-21\" }\n",
        "as_of: 2026-11-21\n",
        // The Friday before the Saturday on which it appeared.
        "said: { date: 2026-11-20, as_given: \"Friday\" }",
    ] {
        assert!(brief.contains(line), "{line}{brief}");
    }
    assert!(
        !brief.contains("publisher: TODO") && !brief.contains("    lang:"),
        "{brief}"
    );
    project
        .run("draft snapshots/quay-gazette-2026-11-21.capture.yaml")
        .code(2);
}
