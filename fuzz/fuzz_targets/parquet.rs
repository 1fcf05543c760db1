//! Any bytes between the marks of a Parquet file; quickest from some small files
//! in its corpus (CONTRIBUTING.md, Fuzzing).
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut file = b"PAR1".to_vec();
    file.extend_from_slice(bytes.strip_prefix(b"PAR1").unwrap_or(bytes));
    if !file.ends_with(b"PAR1") {
        file.extend_from_slice(b"PAR1");
    }
    reading::read(&file, "");
});
