//! Files of orders as businesses have them, read from end to end.

mod published;
mod table;
