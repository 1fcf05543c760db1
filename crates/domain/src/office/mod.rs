//! The office: who works here and what each may do.

pub mod rights;
pub mod staff;
