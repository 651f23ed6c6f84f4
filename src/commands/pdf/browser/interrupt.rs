//! Ctrl-C while a browser prints: the run ends in order, so that nothing of the browser stays.

use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Listens from now on, in place of what ends a program at once.
pub(super) fn listen() {
    // A handler can be set once; if it stands already, it is this one.
    drop(ctrlc::set_handler(|| ASKED.store(true, Ordering::Relaxed)));
}

/// Says whether the user has asked for an end.
pub(super) fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}
