//! Views of one thing, side by side; each is a page of its own.

use askama::Template;

/// One view.
pub struct Tab {
    /// What it is called.
    pub name: String,
    /// Its page.
    pub href: String,
    /// How many are in it, as it is read.
    pub count: Option<String>,
    /// Whether it is the one shown.
    pub is_current: bool,
}

/// Views of one thing.
#[derive(Template)]
#[template(path = "components/tabs.html")]
pub struct Tabs {
    /// What they are views of.
    pub label: String,
    /// In their order.
    pub tabs: Vec<Tab>,
}
