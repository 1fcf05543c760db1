//! The record in a real browser: what a person does with it all day.

mod everybody;
mod everyday;
mod shop;
