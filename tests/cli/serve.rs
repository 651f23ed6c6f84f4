//! `brief serve`, asked as a browser asks, and as nobody should.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::time::Duration;

use snapbox::str;

use crate::project::{Project, SOUND, doubtful, faulty};
use crate::running::Running;

/// A server that runs, and where.
struct Serving {
    running: Running,
    /// Host and port.
    host: String,
    /// The address that it printed, without the host.
    path: String,
}

impl Serving {
    #[track_caller]
    fn start(project: &Project, arguments: &str) -> Self {
        let running = Running::start(project, &format!("serve --port 0 {arguments}"));
        let said = running.until("serving at http://");
        let (_, address) = said.last().unwrap().split_once("http://").unwrap();
        let (host, path) = address.split_once('/').unwrap();
        Self {
            running,
            host: host.to_owned(),
            path: format!("/{path}"),
        }
    }

    /// Sends a request and returns the whole answer.
    #[track_caller]
    fn send(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Asks as a browser on this machine does, with some more headers, a line each.
    #[track_caller]
    fn ask(&self, method: &str, path: &str, more: &str) -> String {
        let host = &self.host;
        self.send(&format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"
        ))
    }

    #[track_caller]
    fn get(&self, path: &str) -> String {
        self.ask("GET", path, "")
    }

    /// Listens for news until one holds a text.
    #[track_caller]
    fn news(&self, path: &str) -> impl FnMut(&str) -> serde_json::Value + use<> {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host).unwrap();
        let mut lines = BufReader::new(stream).lines();
        move |text| {
            let mut news = lines.by_ref().filter_map(|line| {
                let line = line.unwrap();
                Some(line.strip_prefix("data: ")?.to_owned())
            });
            let news = news.find(|news| news.contains(text)).unwrap();
            serde_json::from_str(&news).unwrap()
        }
    }
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or(answer)
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").unwrap().1
}

/// But for its sources: a preview is not sent to anybody.
#[test]
fn the_page_is_the_one_that_is_built() {
    let project = Project::new().file("a.yaml", SOUND);
    let serving = Serving::start(&project, "a.yaml");
    assert_eq!(serving.path, "/brief/a");
    let built = project
        .run("a.yaml --no-source -o -")
        .get_output()
        .stdout
        .clone();
    let page = serving.get("/page/a.html");
    assert_eq!(status(&page), "200");
    assert_eq!(body(&page).as_bytes(), built);
    assert_eq!(project.files(), ["a.yaml"]);
    assert_eq!(serving.running.interrupt(), Some(0));
}

#[test]
fn every_answer_is_guarded() {
    let project = Project::new().file("a.yaml", SOUND);
    let serving = Serving::start(&project, "a.yaml");
    for path in [
        "/",
        "/brief/a",
        "/page/a.html",
        "/preview/brief.js",
        "/absent",
    ] {
        let answer = serving.ask("HEAD", path, "").to_ascii_lowercase();
        for header in [
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "cross-origin-resource-policy: same-origin",
            "cross-origin-opener-policy: same-origin",
        ] {
            assert!(answer.contains(header), "{path}: {answer}");
        }
        assert!(!answer.contains("access-control-"), "{path}: {answer}");
        assert_eq!(body(&answer), "", "{path}");
    }
    let frame = serving.get("/brief/a");
    assert!(frame.contains("default-src 'none'; script-src 'self';"));
    assert!(frame.contains("frame-ancestors 'none'"));
}

#[test]
fn whoever_is_not_this_machine_is_refused() {
    let project = Project::new().file("a.yaml", SOUND);
    let serving = Serving::start(&project, "a.yaml");
    let port = serving.host.split(':').nth(1).unwrap();
    let named = |host: &str| {
        let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        status(&serving.send(&request)).to_owned()
    };
    assert_eq!(named(&format!("localhost:{port}")), "200");
    assert_eq!(named(&format!("[::1]:{port}")), "200");
    assert_eq!(named("localhost"), "421");
    assert_eq!(named(&format!("evil.example:{port}")), "421");
    let no_host = serving.send("GET / HTTP/1.0\r\n\r\n");
    assert_eq!(status(&no_host), "421");
    assert!(body(&no_host).contains("open the address that `brief serve` prints"));

    let by = |more: &str| status(&serving.ask("GET", "/page/a.html", more)).to_owned();
    assert_eq!(by("Origin: https://evil.example\r\n"), "403");
    assert_eq!(by("Origin: null\r\n"), "403");
    assert_eq!(by("Sec-Fetch-Site: cross-site\r\n"), "403");
    assert_eq!(by("Sec-Fetch-Site: same-site\r\n"), "403");
    assert_eq!(by("Sec-Fetch-Site: same-origin\r\n"), "200");
    assert_eq!(by(&format!("Origin: http://localhost:{port}\r\n")), "200");
}

/// Whoever sends nothing, half a request or none at all keeps nobody else from being answered.
#[test]
fn what_is_no_request_is_refused_and_holds_nobody_up() {
    let project = Project::new().file("a.yaml", SOUND);
    let serving = Serving::start(&project, "a.yaml");
    let idle = [(); 40].map(|()| TcpStream::connect(&serving.host).unwrap());
    for stream in idle.iter().skip(20) {
        let mut stream = stream;
        stream.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    }
    assert_eq!(status(&serving.send("\u{16}\u{3}\u{1}\r\n\r\n")), "400");
    let long = "a".repeat(20_000);
    let many = "A: 1\r\n".repeat(200);
    for more in [format!("A: {long}\r\n"), many] {
        assert_eq!(status(&serving.ask("GET", "/", &more)), "431");
    }
    let body = format!("Content-Length: {}\r\n\r\n{long}", long.len());
    assert_eq!(status(&serving.ask("POST", "/", &body)), "405");
    assert_eq!(status(&serving.get("/")), "200");
}

#[test]
fn nothing_can_be_changed_and_nothing_else_is_there() {
    let project = Project::new()
        .file("a.yaml", SOUND)
        .file("secret.html", "secret");
    let serving = Serving::start(&project, "a.yaml");
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let answer = serving.ask(method, "/page/a.html", "Content-Length: 0\r\n");
        assert_eq!(status(&answer), "405", "{method}");
        assert!(answer.to_ascii_lowercase().contains("allow: get, head"));
    }
    for path in [
        "/absent",
        "/a.yaml",
        "/page/a",
        "/page/secret.html",
        "/page/../secret.html",
        "/page/..%2fsecret.html",
        "/page/%2e%2e/a.yaml",
        "/page//a.html",
        "/preview/..%2f..%2fmod.rs",
        "/preview/brief.html",
        "/brief/b",
        "/events/b",
        "/%ff",
        "/page/%ff.html",
    ] {
        let answer = serving.get(path);
        assert!(
            ["404", "400"].contains(&status(&answer)),
            "{path}: {answer}"
        );
        assert!(!answer.contains("secret"), "{path}");
    }
}

#[test]
fn news_tell_of_the_page_and_of_what_is_wrong() {
    let project = Project::new().file("a.yaml", SOUND);
    let serving = Serving::start(&project, "a.yaml");
    let mut next = serving.news("/events/a");
    let first = next("\"page\"");
    assert_eq!(
        (&first["errors"], &first["warnings"]),
        (&0.into(), &0.into())
    );

    fs::write(project.path("a.yaml"), faulty()).unwrap();
    let broken = next("unknown-field");
    assert_eq!(broken["page"], first["page"]);
    let problem = &broken["problems"][0];
    assert_eq!(problem["place"], "a.yaml:3:1");
    assert_eq!(problem["help"][0], "did you mean `topic`?");
    assert_eq!(problem["excerpts"][0][0]["parts"][0]["text"], "tpoic");
    assert_eq!(problem["excerpts"][0][0]["parts"][0]["mark"], "primary");

    fs::write(project.path("a.yaml~"), doubtful()).unwrap();
    fs::rename(project.path("a.yaml~"), project.path("a.yaml")).unwrap();
    let doubted = next("loaded-verb");
    assert_ne!(doubted["page"], first["page"]);
    assert_eq!(doubted["warnings"], 1);

    fs::remove_file(project.path("a.yaml")).unwrap();
    let gone = next("cannot read");
    assert_eq!(gone["page"], doubted["page"]);
    assert_eq!(gone["errors"], 1);
    fs::write(project.path("a.yaml"), SOUND).unwrap();
    assert_eq!(next("\"errors\":0")["page"], first["page"]);
    // Nobody has to go for the server to end.
    assert_eq!(serving.running.interrupt(), Some(0));
}

#[test]
fn a_folder_is_a_list_that_grows() {
    let project = Project::new()
        .file("content/a.yaml", SOUND)
        .file("content/b c.yaml", faulty());
    let serving = Serving::start(&project, "");
    assert_eq!(serving.path, "/");
    let mut next = serving.news("/events");
    let list = next("b c");
    assert_eq!(
        (&list[0]["name"], &list[1]["errors"]),
        (&"a".into(), &1.into())
    );
    assert_eq!(status(&serving.get("/brief/b%20c")), "200");
    let none = serving.get("/page/b%20c.html");
    assert_eq!(status(&none), "404");
    assert!(body(&none).contains("no page yet"));

    fs::write(project.path("content/d.yaml"), SOUND).unwrap();
    assert_eq!(next("content/d.yaml")[2]["name"], "d");
    assert_eq!(status(&serving.get("/page/d.html")), "200");
}

/// A folder is meant as a folder, even while it is gone.
#[test]
fn a_folder_that_goes_and_comes_is_no_brief() {
    let project = Project::new().file("desk/b.yaml", SOUND);
    let serving = Serving::start(&project, "desk");
    let mut next = serving.news("/events");
    next("desk/b.yaml");
    fs::remove_dir_all(project.path("desk")).unwrap();
    serving.running.until("`desk` cannot be read");
    next("\"errors\":1");
    let project = project.file("desk/b.yaml", SOUND);
    next("\"errors\":0");
    fs::write(project.path("desk/b.yaml"), faulty()).unwrap();
    let list = next("\"errors\":1");
    let names: Vec<_> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|brief| &brief["name"])
        .collect();
    assert_eq!(names, ["b"]);
    let project = project.file("desk/c.yaml", SOUND);
    assert_eq!(next("desk/c.yaml").as_array().unwrap().len(), 2);
    drop(project);
}

/// What every page is made with is saved broken: that is told, and the server goes on.
#[test]
fn a_broken_locale_template_or_style_sheet_is_told_and_waits_to_be_mended() {
    let deep = format!("claims = {}", "{ ".repeat(20_000));
    for (path, sound, broken) in [
        (
            "words/en.ftl",
            "claims = Words\n",
            "claims = { \"\\uж\" }\n",
        ),
        ("words/en.ftl", "claims = Words\n", deep.as_str()),
        ("words/en.ftl", "claims = Words\n", "claims = {"),
        ("design/sections/gaps.html", "<p>x</p>", "{% if %}"),
        ("design/sections/gaps.html", "<p>x</p>", "{% for x in y %}"),
    ] {
        let project = Project::new()
            .file("a.yaml", SOUND)
            .file("words/en.ftl", "claims = Words\n")
            .file("design/sections/gaps.html", "<p>x</p>")
            .file("styles/screen.css", "p { margin: 0 }");
        let serving = Serving::start(
            &project,
            "a.yaml --locales words --templates design --static styles",
        );
        let mut next = serving.news("/events/a");
        let first = next("\"errors\":0");
        fs::write(project.path(path), broken).unwrap();
        let told = next("\"errors\":1");
        assert_eq!(told["page"], first["page"], "{path}");
        assert!(!told["failure"]["message"].is_null(), "{told}");
        fs::write(project.path(path), sound).unwrap();
        next("\"errors\":0");
        assert_eq!(serving.running.interrupt(), Some(0), "{path}");
    }
}

/// A browser has six connections to one address: the oldest stream gives way, and whoever lost it asks
/// again with the mark of what it has seen, and misses nothing.
#[test]
fn any_number_of_tabs_follow() {
    let project = Project::new().file("a.yaml", SOUND);
    let serving = Serving::start(&project, "a.yaml");
    let listen = |seen: &str| {
        let mut stream = TcpStream::connect(&serving.host).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        let more = if seen.is_empty() {
            String::new()
        } else {
            format!("Last-Event-ID: {seen}\r\n")
        };
        write!(
            stream,
            "GET /events/a HTTP/1.1\r\nHost: {}\r\n{more}\r\n",
            serving.host
        )
        .unwrap();
        BufReader::new(stream).lines().map_while(Result::ok)
    };
    let (mut tabs, mut marks) = (Vec::new(), Vec::new());
    for _ in 0..9 {
        let mut tab = listen("");
        let mark = tab.find_map(|line| Some(line.strip_prefix("id: ")?.to_owned()));
        marks.push(mark.unwrap());
        tabs.push(tab);
    }
    assert!(marks.iter().all(|one| *one == marks[0]));
    // All but the last three have ended.
    let ended = tabs
        .drain(..6)
        .map(|tab| tab.filter(|line| line.starts_with("data:")).count());
    assert_eq!(ended.collect::<Vec<_>>(), [1, 1, 1, 1, 1, 1]);
    fs::write(project.path("a.yaml"), faulty()).unwrap();
    let mut again = listen(&marks[0]);
    let told = again.find(|line| line.starts_with("data: ")).unwrap();
    assert!(told.contains("unknown-field"), "{told}");
}

/// A linked folder that leads elsewhere, and one on the way to a file.
#[test]
fn a_link_that_is_pointed_elsewhere_is_followed() {
    use std::os::unix::fs::symlink;
    for arguments in ["desk", "desk/b.yaml", "--locales words one.yaml"] {
        let project = Project::new()
            .file("first/b.yaml", SOUND)
            .file(
                "second/b.yaml",
                SOUND.replace("No US troops will", "Some US troops will"),
            )
            .file("second/words/en.ftl", "claims = Other words\n")
            .file("first/words/en.ftl", "claims = Words\n")
            .file("one.yaml", SOUND);
        symlink("first", project.path("now")).unwrap();
        symlink("now", project.path("desk")).unwrap();
        symlink("now/words", project.path("words")).unwrap();
        let name = if arguments.ends_with("one.yaml") {
            "one"
        } else {
            "b"
        };
        let serving = Serving::start(&project, arguments);
        let mut next = serving.news(&format!("/events/{name}"));
        let first = next("\"page\"");
        // As a deployment does it: by a rename over the old link.
        symlink("second", project.path("new")).unwrap();
        fs::rename(project.path("new"), project.path("now")).unwrap();
        let second = next("\"page\"");
        assert_ne!(first["page"], second["page"], "{arguments}");
        let page = serving.get(&format!("/page/{name}.html"));
        let words = if name == "one" {
            "Other words"
        } else {
            "Some US troops"
        };
        assert!(page.contains(words), "{arguments}");
        if name == "b" {
            fs::write(project.path("second/b.yaml"), faulty()).unwrap();
            next("\"errors\":1");
        }
        if arguments == "desk/b.yaml" {
            fs::write(project.path("second/b.yaml"), SOUND).unwrap();
            next("\"errors\":0");
            fs::remove_file(project.path("now")).unwrap();
            next("\"errors\":1");
        }
    }
}

#[test]
fn a_host_can_be_named_with_a_warning_and_the_guard_kept() {
    let project = Project::new().file("a.yaml", SOUND);
    let serving = Serving::start(&project, "a.yaml --host 0.0.0.0");
    let warned = Running::start(&project, "serve a.yaml --port 0 --host 0.0.0.0");
    warned.until("other names are refused");
    let port = serving.host.split(':').nth(1).unwrap();
    assert_eq!(serving.host, format!("127.0.0.1:{port}"));
    let named = |host: &str, more: &str| {
        let request = format!("GET /page/a.html HTTP/1.1\r\nHost: {host}\r\n{more}\r\n");
        status(&serving.send(&request)).to_owned()
    };
    for host in ["localhost:1", "192.168.7.7:28000", "[::1]", "127.0.0.2"] {
        assert_eq!(named(host, ""), "200", "{host}");
        assert_eq!(
            named(host, "Origin: http://evil.example\r\n"),
            "403",
            "{host}"
        );
    }
    assert_eq!(named(&format!("evil.example:{port}"), ""), "421");
    assert!(TcpStream::connect(format!("127.0.0.2:{port}")).is_ok());

    let serving = Serving::start(&project, "a.yaml --host 127.0.0.1");
    assert_eq!(status(&serving.get("/")), "200");
    let said = project.run("serve a.yaml --host 203.0.113.7").code(2);
    let said = String::from_utf8_lossy(&said.get_output().stderr).into_owned();
    assert!(said.contains("cannot listen on `203.0.113.7`"), "{said}");
}

#[test]
fn a_port_that_is_taken_is_said_and_the_usual_one_gives_way() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let project = Project::new().file("a.yaml", SOUND);
    let refused = project.run(&format!("serve a.yaml --port {port}")).code(2);
    let stderr = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(
        stderr.contains(&format!("error: port {port} is in use")),
        "{stderr}"
    );
    assert!(
        stderr.contains("leave `--port` out, and a free one is taken"),
        "{stderr}"
    );

    // Whoever comes second, this one or the other, gets another port.
    let starts = [(); 2].map(|()| Running::start(&project, "serve a.yaml"));
    let addresses = starts
        .each_ref()
        .map(|running| running.until("serving at").pop());
    assert_ne!(addresses[0], addresses[1]);
}

#[test]
fn only_this_machine_can_connect() {
    let project = Project::new().file("a.yaml", SOUND);
    let serving = Serving::start(&project, "a.yaml");
    assert!(serving.host.starts_with("127.0.0.1:"), "{}", serving.host);
    let port = serving.host.split(':').nth(1).unwrap();
    // All of 127.0.0.0/8 is this machine, so a server on every interface would answer here.
    assert!(TcpStream::connect(format!("127.0.0.2:{port}")).is_err());
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_if_asked_for_and_need_not_be() {
    let project = Project::new().file("a.yaml", SOUND).file(
        "bin/xdg-open",
        "#!/bin/sh\necho \"$1\" > opened.new\nmv opened.new opened\n",
    );
    let opener = project.path("bin/xdg-open");
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let path = |folders: &str| format!("{}:{folders}", project.path("bin").display());

    let mut command = Command::new(env!("CARGO_BIN_EXE_brief"));
    command.env("PATH", path("/usr/bin:/bin"));
    let running = Running::start_as(command, &project, "serve a.yaml --port 0 --open");
    let said = running.until("serving at").pop().unwrap();
    let address = said.strip_prefix("serving at ").unwrap();
    let asked = (0..400).find_map(|_| {
        std::thread::sleep(Duration::from_millis(25));
        fs::read_to_string(project.path("opened")).ok()
    });
    assert_eq!(asked.unwrap().trim_end(), address);

    let mut command = Command::new(env!("CARGO_BIN_EXE_brief"));
    command.env("PATH", "/nowhere");
    let running = Running::start_as(command, &project, "serve a.yaml --port 0 --open");
    running.until("warning: the browser cannot be opened");
    assert_eq!(running.interrupt(), Some(0));
}

#[test]
fn what_cannot_be_served_is_refused() {
    let project = Project::new().file("a.yaml", SOUND).file("b/a.yaml", SOUND);
    project.run("serve a.yaml b").code(2).stderr_eq(str![[r#"
error: `a.yaml` and `b/a.yaml` would both be served as `a`
 |
 = help: serve them apart

"#]]);
    project.pipe(SOUND, "serve -").code(2).stderr_eq(str![[r#"
error: standard input cannot be served: it cannot be read again
 |
 = help: name a file

"#]]);
    project.run("serve absent.yaml").code(2);
    project.run("serve a.yaml --static absent").code(2);
    project.run("serve a.yaml --port 99999").code(2);
}
