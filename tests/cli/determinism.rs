//! The same input gives the same bytes, wherever, whenever and in whatever language it is built.

use std::collections::BTreeSet;
use std::fs;

use crate::packed::opened;
use crate::parts::{data, style};
use crate::project::{PAGE, Project};

/// The environments of three machines.
const MACHINES: [&[(&str, &str)]; 3] = [
    &[
        ("LANG", "C"),
        ("LC_ALL", "C"),
        ("TZ", "UTC"),
        ("SOURCE_DATE_EPOCH", "0"),
    ],
    &[
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("TZ", "Pacific/Kiritimati"),
        ("SOURCE_DATE_EPOCH", "4000000000"),
    ],
    &[
        ("LANG", "uk_UA.UTF-8"),
        ("LC_ALL", "ar_EG.UTF-8"),
        ("TZ", "America/Anchorage"),
        ("HOME", "/nowhere"),
        ("USER", "nobody"),
    ],
];

/// Builds the page on a machine, in a new folder, with its path written in its own way.
fn page(machine: usize) -> String {
    let folders = ["", "deeper/", "deeper/still/"];
    let folder = folders[machine];
    let project = Project::new().file(&format!("{folder}content/a.yaml"), PAGE);
    let spelling = match machine {
        0 => "content/a.yaml".to_owned(),
        1 => "./deeper/../deeper/content/a.yaml".to_owned(),
        _ => {
            let path = project.path("deeper/still/content/a.yaml");
            path.to_str().unwrap().to_owned()
        }
    };
    let mut command = project.command("build -o page.html").arg(spelling);
    for (name, value) in MACHINES[machine] {
        command = command.env(name, value);
    }
    command.assert().code(0);
    let page = project.read("page.html");
    let path = fs::canonicalize(project.path("")).unwrap();
    assert!(!page.contains(path.to_str().unwrap()));
    page
}

#[test]
fn folder_language_zone_and_clock_change_nothing() {
    let first = page(0);
    assert!(first == page(1));
    assert!(first == page(2));
    let piped = Project::new().pipe(PAGE, "-").code(0);
    assert!(first.as_bytes() == piped.get_output().stdout);
}

/// Returns every number of four digits.
fn years(text: &str) -> BTreeSet<&str> {
    text.split(|letter: char| !letter.is_ascii_digit())
        .filter(|number| number.len() == 4)
        .collect()
}

#[test]
fn nothing_of_the_machine_is_on_the_page() {
    let mut page = opened(&page(0));
    for place in [
        env!("CARGO_MANIFEST_DIR"),
        "/tmp",
        "/home",
        "content/",
        "a.yaml",
    ] {
        assert!(!page.contains(place), "{place}");
    }
    page.replace_range(style(&page), "");
    // Escapes look like years, and the namespace of RDF has one in its name.
    let block = data(&page);
    let json: serde_json::Value = serde_json::from_str(page.get(block.clone()).unwrap()).unwrap();
    let json = json.to_string();
    page.replace_range(block, &json.replace("/1999/02/22-rdf-syntax-ns#", ""));
    // A hash in the policy may have any four digits.
    let mut parts = page.split("sha256-");
    let before = parts.next().unwrap_or_default().to_owned();
    let page = parts.fold(before, |page, part| {
        page + part.trim_start_matches(|c| c != '=')
    });
    let beyond: Vec<_> = years(&page).difference(&years(PAGE)).copied().collect();
    assert!(beyond.is_empty(), "{beyond:?}");
    let is_time = |part: &[u8]| {
        matches!(part, [a, b, b':', c, d]
            if [a, b, c, d].into_iter().all(u8::is_ascii_digit))
    };
    let times = |text: &str| -> BTreeSet<Vec<u8>> {
        let parts = text.as_bytes().windows(5).filter(|part| is_time(part));
        parts.map(<[u8]>::to_vec).collect()
    };
    assert!(times(&page).is_subset(&times(PAGE)), "a time of day");
}
