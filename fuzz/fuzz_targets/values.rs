//! Any text as a date and as an amount.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let value = text.replace(['"', '\n', '\r'], " ");
    for order in ["dmy", "mdy", "ymd"] {
        let map = format!("customer=#1,date=#2,amount=#3,date_order={order},decimal=comma");
        let table = format!("1,2024-01-01,5\n2,\"{value}\",6\n3,2024-01-03,\"{value}\"\n");
        reading::read(table.as_bytes(), &map);
    }
});
