//! Any bytes after the brace that makes a text JSON lines.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut text = b"{\"customer\":1,\"date\":\"2024-01-01\",\"amount\":5}\n{".to_vec();
    text.extend_from_slice(bytes);
    reading::read(&text, "");
});
