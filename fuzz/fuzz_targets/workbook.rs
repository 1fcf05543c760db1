//! Any bytes after the mark of a workbook; quickest from some small files in its
//! corpus (CONTRIBUTING.md, Fuzzing).
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut file = b"PK\x03\x04".to_vec();
    file.extend_from_slice(bytes.strip_prefix(b"PK\x03\x04").unwrap_or(bytes));
    reading::read(&file, "");
});
