//! Heat map: a number in every cell, so that it reads without colour.

use crate::svg::{Anchor, Svg, escape, text_width};
use crate::table::{NO_VALUE, Table};
use crate::{Chart, Words};

/// Width of a cell in CSS pixels.
const WIDTH: f64 = 38.0;
/// Height of a cell.
const HEIGHT: f64 = 20.0;
/// Height of the headings.
const HEAD: f64 = 24.0;
/// A character of the labels, which keep 11 px, against the largest size.
const SMALL: f64 = 0.72;

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// A value that stands.
    Value {
        /// Sets the colour, by its share of the map's `full`.
        value: f64,
        /// The number in the cell.
        shown: String,
    },
    /// Not all of it is known yet: hatched, without a number.
    Incomplete,
    /// Nothing belongs here.
    #[default]
    Blank,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeatRow {
    /// Its name.
    pub label: String,
    /// How many it is about.
    pub size: String,
    /// Its cells from the left.
    pub cells: Vec<Cell>,
    /// Whether it sums up the others; set apart by a line above.
    pub summary: bool,
}

/// Rows of cells; keeps its size and scrolls within its own box, the names of
/// the rows staying in sight.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatMap {
    /// Title and the like.
    pub words: Words,
    /// Headings of the two columns that name the rows: what, how many.
    pub head: [String; 2],
    /// Headings of the cells.
    pub columns: Vec<String>,
    /// The value with the full colour, above 0.
    pub full: f64,
    /// How the table writes an incomplete cell.
    pub incomplete: String,
    /// The rows, top first.
    pub rows: Vec<HeatRow>,
}

impl HeatMap {
    fn names_width(&self) -> (f64, f64) {
        let widest = |text: &dyn Fn(&HeatRow) -> String, head: &str| {
            let rows = self.rows.iter().map(|row| text_width(&text(row))).fold(0.0, f64::max);
            rows.max(text_width(head)) * SMALL
        };
        let label = widest(&|row| row.label.clone(), &self.head[0]);
        (label, label + widest(&|row| row.size.clone(), &self.head[1]) + 24.0)
    }

    fn height(&self) -> f64 {
        HEAD + self.rows.len() as f64 * HEIGHT
    }

    /// The names of the rows, drawn apart so that they can stay in sight.
    fn names(&self) -> String {
        let (_, width) = self.names_width();
        let mut svg = Svg::decoration("rows", width, self.height());
        svg.text((0.0, 16.0), Anchor::Start, "tick", &self.head[0]);
        svg.text((width - 8.0, 16.0), Anchor::End, "tick", &self.head[1]);
        for (k, row) in self.rows.iter().enumerate() {
            let y = HEAD + k as f64 * HEIGHT;
            if row.summary {
                svg.line((0.0, y), (width, y), "base");
            }
            svg.mark(None, &format!("{} {}", row.label, row.size), |svg| {
                svg.text((0.0, y + 14.0), Anchor::Start, "strong", &row.label);
                svg.text((width - 8.0, y + 14.0), Anchor::End, "tick", &row.size);
            });
        }
        svg.close()
    }

    fn shade(&self, value: f64) -> u8 {
        let share = value / self.full;
        if share.is_finite() { (share * 10.0).clamp(0.0, 9.0) as u8 } else { 0 }
    }

    fn cells(&self) -> String {
        let width = self.columns.len() as f64 * WIDTH + 4.0;
        let mut svg = Svg::fixed(&self.words, width, self.height(), false);
        let id = escape(&self.words.id);
        svg.raw(&format!(
            "<defs><pattern id=\"{id}-x\" width=\"6\" height=\"6\" \
             patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <line class=\"hatch\" y2=\"6\"/></pattern></defs>\n"
        ));
        for (k, column) in self.columns.iter().enumerate() {
            let x = (k as f64 + 0.5) * WIDTH;
            svg.text((x, 16.0), Anchor::Middle, "tick", column);
        }
        for (r, row) in self.rows.iter().enumerate() {
            let y = HEAD + r as f64 * HEIGHT;
            if row.summary {
                svg.line((0.0, y), (width, y), "base");
            }
            for (k, cell) in row.cells.iter().enumerate() {
                let x = k as f64 * WIDTH;
                match cell {
                    Cell::Value { value, shown } if value.is_finite() => {
                        let class = format!("h h{}", self.shade(*value));
                        svg.rect(x + 1.0, y + 1.0, WIDTH - 2.0, HEIGHT - 2.0, &class);
                        svg.text((x + WIDTH / 2.0, y + 14.0), Anchor::Middle, "", shown);
                    }
                    Cell::Incomplete => svg.raw(&format!(
                        "<rect fill=\"url(#{id}-x)\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
                        x + 1.0,
                        y + 1.0,
                        WIDTH - 2.0,
                        HEIGHT - 2.0
                    )),
                    Cell::Value { .. } | Cell::Blank => {}
                }
            }
        }
        svg.close()
    }
}

impl Chart for HeatMap {
    fn words(&self) -> &Words {
        &self.words
    }

    fn is_empty(&self) -> bool {
        let has_value =
            |cell: &Cell| matches!(cell, Cell::Value { value, .. } if value.is_finite());
        !self.rows.iter().any(|row| row.cells.iter().any(has_value))
    }

    fn svg(&self) -> String {
        format!(
            "<div class=\"heat\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{}{}</div>",
            escape(&self.words.title),
            self.names(),
            self.cells()
        )
    }

    fn table(&self) -> Table {
        let head = self.head.iter().chain(&self.columns).cloned().collect();
        let shown = |cell: Option<&Cell>| match cell {
            Some(Cell::Value { value, shown }) if value.is_finite() => shown.clone(),
            Some(Cell::Value { .. }) => NO_VALUE.to_owned(),
            Some(Cell::Incomplete) => self.incomplete.clone(),
            Some(Cell::Blank) | None => String::new(),
        };
        let row = |row: &HeatRow| {
            let cells = (0..self.columns.len()).map(|k| shown(row.cells.get(k)));
            [row.label.clone(), row.size.clone()].into_iter().chain(cells).collect()
        };
        Table { head, rows: self.rows.iter().map(row).collect() }
    }
}
