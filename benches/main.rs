//! How fast `brief` is: `cargo bench`, or one subject by its module's name: `cargo bench pipeline`.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot be made has to stop"
)]

mod evidence;
mod generated;
mod many;
mod origins;
mod pipeline;

fn main() {
    divan::main();
}
