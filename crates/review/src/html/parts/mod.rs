//! What sections are made of: numbers, tables, drawings, and the `ƒ` beside them.

mod drawing;
mod formula;
mod grid;
mod numbers;

pub(super) use drawing::Drawing;
pub(super) use formula::Formula;
pub(super) use grid::{Grid, GridRow, Heading, on_one_line};
pub(super) use numbers::{Number, Numbers};
