//! The frame around a page: fixed files, in which nothing of any brief stands. Their script asks
//! for news, and sets every text of it as text.

use axum::extract::Path;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::answers::unknown;

/// The frame needs its own files, its news and the page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
                      connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

macro_rules! files {
    ($($name:literal: $kind:expr;)+) => {
        &[$(($name, $kind, include_str!(concat!("frame/", $name)))),+]
    };
}

/// The files that the frames ask for: name, type, text.
const FILES: &[(&str, &str, &str)] = files! {
    "preview.css": "text/css; charset=utf-8";
    "brief.js": SCRIPT;
    "list.js": SCRIPT;
    "news.js": SCRIPT;
    "problems.js": SCRIPT;
    "stage.js": SCRIPT;
};

/// Answers with the frame of one brief.
pub(super) fn of_one() -> Response {
    answer(HTML, include_str!("frame/brief.html"))
}

/// Answers with the list of briefs.
pub(super) async fn list() -> Response {
    answer(HTML, include_str!("frame/list.html"))
}

/// Answers with a file of the frames.
pub(super) async fn file(Path(name): Path<String>) -> Response {
    match FILES.iter().find(|(known, _, _)| *known == name) {
        Some((_, kind, text)) => answer(kind, text),
        None => unknown().await,
    }
}

fn answer(kind: &'static str, text: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CONTENT_SECURITY_POLICY, POLICY)];
    (headers, text).into_response()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::FILES;

    #[test]
    fn every_file_of_the_frames_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/serve/frame");
        let mut paths: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.retain(|path| path.extension().is_none_or(|ending| ending != "html"));
        let names = paths.iter().map(|path| path.file_name().unwrap());
        let found: BTreeSet<_> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        let known = FILES.iter().map(|(name, _, _)| (*name).to_owned());
        assert_eq!(found, known.collect());
    }
}
