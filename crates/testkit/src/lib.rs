//! What tests share.

pub mod order_stream;
mod published;
#[cfg(feature = "record")]
pub mod record;

pub use published::published;
