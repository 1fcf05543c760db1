//! Any bytes as a text, in any encoding, with a map that settles what is open.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    reading::read(bytes, "");
    reading::read(bytes, "customer=#1,date=#2,amount=#3,date_order=dmy,decimal=comma");
});
