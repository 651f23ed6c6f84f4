# What is run by hand; `just` lists it. Each line works without just.

_list:
    @just --list --unsorted

# Format, lints, tests: before each commit
quick:
    cargo fmt --check
    cargo clippy --locked --all-targets -- --deny warnings
    cargo test --locked

# Pages in real browsers, or one suite: `just browser paper.test.mjs`
browser *suites:
    tests/browser/install.sh
    cargo build --locked --release
    BRIEF_BIN="$PWD/target/release/brief" tests/browser/run.sh {{suites}}

# The suites of others, or one: `just suites yaml.test.mjs`
suites *suites:
    tests/suites/install.sh
    tests/suites/run.sh {{suites}}

# The packages, the action, the hooks, the extension, or one: `just packages npm.test.mjs`
packages *suites:
    tests/packages/install.sh
    tests/packages/run.sh {{suites}}

# The fuzz targets over their corpora, or some: `just replay --changed 50000 lock`
replay *arguments:
    cargo run --locked --manifest-path fuzz/Cargo.toml --no-default-features --target-dir target --example replay -- {{arguments}}

# A fuzz target, on nightly Rust with cargo-fuzz
fuzz target *arguments:
    cargo +nightly fuzz run {{target}} -- {{arguments}}

# All that has to hold before a change lands
ci:
    .ci/run

# How fast it is, or one subject: `just bench pipeline`
bench *subjects:
    cargo bench --locked --bench speed -- {{subjects}}

# Licences, sources, advisories of all dependencies
deny:
    .ci/deny
