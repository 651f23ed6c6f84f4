#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| brief_fuzz::run("carried", bytes));
