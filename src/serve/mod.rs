//! The server of `brief serve`: shows pages and what is wrong with their files, to this machine
//! alone, and tells whoever looks at them when they change.
//!
//! It knows nothing of files: [`Shelf`] holds what there is to show, and no address is ever made
//! into a path.

mod answers;
mod events;
mod frame;
mod guard;
mod shelf;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;

use guard::Guard;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub(crate) use shelf::{Fault, Shelf, Sight};

/// The port if none is asked for, so that an address can be kept: the word on a telephone's keys.
pub(crate) const USUAL_PORT: u16 = 27433;

/// What a name in an address is written without (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A server that runs until the program ends.
pub(crate) struct Server {
    address: SocketAddr,
}

impl Server {
    /// Serves a shelf on a port of the loopback interface, or on a free one for port 0.
    ///
    /// # Errors
    /// The port is taken, or the system lets nobody listen.
    pub(crate) fn start(shelf: Arc<Shelf>, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let router = router(shelf, address.port());
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        thread::Builder::new()
            .name("server".to_owned())
            .spawn(move || {
                runtime.block_on(async {
                    let listener = tokio::net::TcpListener::from_std(listener)?;
                    axum::serve(listener, router).await
                })
            })?;
        Ok(Self { address })
    }

    /// Returns the address of the list of all briefs.
    pub(crate) fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Returns the address of a brief.
    pub(crate) fn address_of(&self, name: &str) -> String {
        let name = utf8_percent_encode(name, RESERVED);
        format!("http://{}/brief/{name}", self.address)
    }
}

fn router(shelf: Arc<Shelf>, port: u16) -> Router {
    Router::new()
        .route("/", get(frame::list))
        .route("/brief/{name}", get(answers::frame))
        .route("/page/{page}", get(answers::page))
        .route("/events", get(events::of_all))
        .route("/events/{name}", get(events::of_one))
        .route("/preview/{file}", get(frame::file))
        .fallback(answers::unknown)
        .with_state(shelf)
        .layer(from_fn_with_state(Guard::new(port), guard::pass))
}
