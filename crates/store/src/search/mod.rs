//! Finding anything by what people remember of it.

mod spelling;

pub use spelling::name_key;
