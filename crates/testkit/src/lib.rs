//! What tests share.

pub mod order_stream;
pub mod record;
