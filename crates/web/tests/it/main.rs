//! The web as a browser sees it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod access;
mod adding;
mod address;
mod api;
mod assets;
mod contacts;
mod everyday;
mod files;
mod forms;
mod imports;
mod know;
mod lists;
mod live;
mod logo;
mod office;
mod orders;
mod pages;
mod problems;
mod review;
mod reviewed;
mod search;
mod security;
mod site;
mod uploads;
mod walk;
