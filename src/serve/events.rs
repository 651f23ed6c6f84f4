//! News for whoever looks: server-sent events, the present state first.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use tokio::sync::watch::Receiver;

use super::answers::unknown;
use super::shelf::Shelf;

/// Tells of the changes of a brief.
pub(super) async fn of_one(State(shelf): State<Arc<Shelf>>, Path(name): Path<String>) -> Response {
    match shelf.changes(&name) {
        Some(changes) => stream(changes, |showing| Arc::clone(&showing.news)),
        None => unknown().await,
    }
}

/// Tells of the changes of the list of briefs.
pub(super) async fn of_all(State(shelf): State<Arc<Shelf>>) -> Response {
    stream(shelf.list(), Arc::clone)
}

/// Whoever is slow misses what is no longer so, and nothing else.
fn stream<T: Send + Sync + 'static>(
    mut changes: Receiver<T>,
    news: fn(&T) -> Arc<str>,
) -> Response {
    changes.mark_changed();
    let events = unfold(changes, move |mut changes| async move {
        changes.changed().await.ok()?;
        let news = news(&changes.borrow_and_update());
        let event = Ok::<_, Infallible>(Event::default().data(news));
        Some((event, changes))
    });
    // A comment from time to time shows that a connection is gone.
    Sse::new(events)
        .keep_alive(KeepAlive::default())
        .into_response()
}
