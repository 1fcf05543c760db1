//! The web as a browser sees it.

mod access;
mod assets;
mod forms;
mod live;
mod pages;
mod problems;
mod site;
