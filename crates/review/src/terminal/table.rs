//! Tables that fit the width: names to the left, figures to the right, bars in
//! what room is left.

use super::text::{Ink, pad_end, pad_start, paint, width, wrap};
use crate::outline::{Row, Table, Tone};
use crate::outside::plain;

/// The narrowest a column of names may become.
const NARROWEST_NAME: usize = 14;

/// Bars are this long at most, and not drawn where there is less room than the least.
const LONGEST_BAR: usize = 24;
const SHORTEST_BAR: usize = 6;

/// The lines of `table`, none wider than `measure` as long as its figures fit at all.
pub fn lines(table: &Table, measure: usize, color: bool) -> Vec<String> {
    let shown = |cell: &String| plain(cell);
    let head: Vec<String> = table.head.iter().map(shown).collect();
    let bodies = bodies(table, head.len());
    let (widths, gap) = widths(&head, &bodies, measure);
    let taken = widths.iter().sum::<usize>() + gap * widths.len();
    let room = measure.saturating_sub(taken).min(LONGEST_BAR);

    let mut lines = Vec::new();
    if head.iter().any(|cell| !cell.is_empty()) {
        lines.extend(
            laid_out(&head, &widths, gap, Anchor::Bottom)
                .iter()
                .map(|line| paint(line.trim_end(), Ink::Dim, color)),
        );
    }
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(shown).collect();
        for (index, line) in laid_out(&cells, &widths, gap, Anchor::Top).iter().enumerate() {
            let mut line = paint(line, ink(row.tone), color);
            if table.has_bars && index == 0 && room >= SHORTEST_BAR {
                line.push_str(&" ".repeat(gap));
                line.push_str(&bar(row, room));
            }
            lines.push(line);
        }
    }
    lines
}

/// The widest figure of each column; the first column holds names.
fn bodies(table: &Table, columns: usize) -> Vec<usize> {
    let widest = |column: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        cells.map(|cell| width(&plain(cell))).max().unwrap_or(0)
    };
    (0..columns).map(widest).collect()
}

/// The width of each column and the gap between two. Columns of figures are as
/// wide as their widest figure and, where there is room, as the longest word
/// of their heading; names take what is left.
fn widths(head: &[String], bodies: &[usize], measure: usize) -> (Vec<usize>, usize) {
    let longest_word = |text: &String| text.split(' ').map(width).max().unwrap_or(0);
    let names = bodies.first().copied().unwrap_or(0).max(head.first().map_or(0, |h| width(h)));
    let figures = bodies.iter().skip(1).zip(head.iter().skip(1));
    let mut widths: Vec<usize> =
        figures.map(|(body, head)| longest_word(head).max(*body)).collect();
    let least_name = names.min(NARROWEST_NAME);
    let needed = |widths: &[usize], gap: usize| {
        least_name + widths.iter().sum::<usize>() + gap * widths.len()
    };
    let gap = if needed(&widths, 2) <= measure { 2 } else { 1 };
    while needed(&widths, gap) > measure {
        let spare =
            widths.iter_mut().zip(bodies.iter().skip(1)).max_by_key(|(w, body)| **w - **body);
        match spare {
            Some((column, body)) if *column > (*body).max(1) => *column -= 1,
            _ => break,
        }
    }
    let figures = widths.iter().sum::<usize>() + gap * widths.len();
    widths.insert(0, names.min(measure.saturating_sub(figures)).max(1));
    (widths, gap)
}

/// Where a cell of fewer lines stands in its row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Anchor {
    Top,
    Bottom,
}

fn laid_out(cells: &[String], widths: &[usize], gap: usize, anchor: Anchor) -> Vec<String> {
    let wrapped: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, width)| wrap(cell, *width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let line = |index: usize| {
        let cells = wrapped.iter().zip(widths).enumerate().map(|(column, (lines, width))| {
            let above = if anchor == Anchor::Bottom { height - lines.len() } else { 0 };
            let text = index.checked_sub(above).and_then(|at| lines.get(at));
            let text = text.map_or("", String::as_str);
            if column == 0 { pad_end(text, *width) } else { pad_start(text, *width) }
        });
        cells.collect::<Vec<_>>().join(&" ".repeat(gap))
    };
    (0..height).map(line).collect()
}

fn ink(tone: Tone) -> Ink {
    match tone {
        Tone::Plain => Ink::Plain,
        Tone::Strong => Ink::Bold,
        Tone::Good => Ink::Good,
        Tone::Warn => Ink::Warn,
        Tone::Bad => Ink::Bad,
    }
}

/// A bar of eighths of a column, from zero.
fn bar(row: &Row, room: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (row.bar.unwrap_or(0.0) * room as f64 * 8.0).round() as usize;
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(head: &[&str], rows: &[&[&str]]) -> Table {
        let owned = |cells: &[&str]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
        let row = |cells: &&[&str]| Row { cells: owned(cells), tone: Tone::Plain, bar: Some(0.5) };
        Table { head: owned(head), rows: rows.iter().map(row).collect(), has_bars: true }
    }

    #[test]
    fn figures_stand_below_each_other_in_every_script() {
        let table = table(&["", "n"], &[&["Ελλάδα", "1"], &["Հայաստան", "20"], &["日本", "300"]]);
        let lines = lines(&table, 40, false);
        let before_bar: Vec<&str> =
            lines.iter().map(|line| line.split('█').next().unwrap()).collect();
        assert!(
            before_bar[1..].iter().all(|line| width(line) == width(before_bar[1])),
            "{lines:#?}"
        );
    }

    #[test]
    fn a_table_that_is_too_wide_wraps_its_names_and_headings() {
        let table = table(
            &["Group", "Customers altogether", "Incomprehensibilities"],
            &[&["a name of some length that goes on", "1,234", "56.7%"]],
        );
        let lines = lines(&table, 34, false);
        assert!(lines.iter().all(|line| width(line) <= 34), "{lines:#?}");
    }
}
