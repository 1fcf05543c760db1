//! What tests share.

pub mod order_stream;
mod published;

pub use published::published;
