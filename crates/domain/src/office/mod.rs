//! The office: who works here and what each may do.

pub mod given_up;
pub mod invitations;
pub mod links;
mod names;
mod passes;
pub mod rights;
pub mod second_factor;
pub mod settings;
pub mod staff;
pub mod teams;
pub mod tokens;
