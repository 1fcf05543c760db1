//! The face of Perennial: pages, forms and live updates over HTTP.
//!
//! A request goes one straight way: the table of [`routes`] → the layers →
//! who asks ([`Visitor`]), in which language ([`Reader`]) → a handler →
//! [`Page`] or [`Problem`]. Handlers call doors of the rooms and hold no SQL
//! and no rules. Every page works without JavaScript and stands in the
//! [`Frame`]; what pages are made of is in [`components`].
//!
//! Binding a port and stopping gracefully belong to the program.

mod access;
mod address;
pub mod api;
mod app;
mod assets;
mod back;
pub mod components;
pub mod cookies;
mod csrf;
#[cfg(any(debug_assertions, feature = "design"))]
mod design;
mod form;
mod frame;
mod health;
mod house;
mod kept;
mod keys;
mod know;
mod layers;
mod live;
mod metrics;
mod notice;
mod office;
mod page;
mod path;
mod preferences;
mod problem;
mod prove;
mod reader;
pub mod routes;
mod seal;
mod search;
mod tables;
mod tight;
mod today;
mod upload;
mod visitor;
mod writer;

pub use access::Access;
pub use app::App;
pub use csrf::Token;
pub use form::{Form, Nothing};
pub use frame::{Adding, Frame, Section};
pub use know::imports::sentences as import_sentences;
pub use layers::ending_streams;
pub use metrics::Metrics;
pub use notice::{Notice, Undo};
pub use page::Page;
pub use problem::Problem;
pub use reader::{Reader, Theme};
pub use tables::{Table, TableCell, TableColumn, TableForm, TableHolds, Tables};
pub use visitor::{Visitor, let_in, let_out};
pub use writer::Writer;

use axum::Router;

/// The whole of the web: every route of the table inside all layers.
pub fn app(app: App) -> Router {
    layers::around(routes::router(), &app).with_state(app)
}
