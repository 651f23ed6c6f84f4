//! Hears of every wish to end the program, so that it ends in order and nothing of the browser stays.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

static CAME: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Hears from now on. A wish that cannot be heard of ends the program as ever.
#[cfg(unix)]
pub(super) fn watch() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] {
        drop(signal_hook::flag::register(signal, Arc::clone(&CAME)));
    }
}

#[cfg(not(unix))]
pub(super) fn watch() {
    // A handler can be set once; if one stands already, it is this one.
    drop(ctrlc::set_handler(|| CAME.store(true, Ordering::Relaxed)));
}

pub(super) fn came() -> bool {
    CAME.load(Ordering::Relaxed)
}
