//! The answers about one brief: its frame, its page.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::frame;
use super::shelf::Shelf;

/// The page has its own policy, which allows less; this keeps others from framing it.
const PAGE_POLICY: &str = "frame-ancestors 'self'";

/// Answers with the frame of a brief.
pub(super) async fn frame(State(shelf): State<Arc<Shelf>>, Path(name): Path<String>) -> Response {
    match shelf.showing(&name) {
        Some(_) => frame::of_one().into_response(),
        None => unknown().await,
    }
}

/// Answers with the page of a brief, as it was built.
pub(super) async fn page(State(shelf): State<Arc<Shelf>>, Path(page): Path<String>) -> Response {
    let showing = page
        .strip_suffix(".html")
        .and_then(|name| shelf.showing(name));
    let Some(showing) = showing else {
        return unknown().await;
    };
    let Some(page) = showing.page else {
        let text = "There is no page yet: the file has not been free of errors so far.\n";
        return (StatusCode::NOT_FOUND, text).into_response();
    };
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CONTENT_SECURITY_POLICY, PAGE_POLICY),
    ];
    (headers, page.html).into_response()
}

/// Answers to whatever has no answer.
pub(super) async fn unknown() -> Response {
    (StatusCode::NOT_FOUND, "There is nothing at this address.\n").into_response()
}
