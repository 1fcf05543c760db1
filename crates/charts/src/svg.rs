//! Writing SVG: numbers, text and the few shapes the charts use.

use std::fmt::Write as _;

use crate::Words;

/// Width of every scaling chart, in user units.
pub(crate) const WIDTH: f64 = 480.0;

/// Width of a character at the largest text size a chart uses (16 units), the
/// mean of its kind; system fonts differ, so these are those of a wide one,
/// `DejaVu Sans`.
fn character_width(character: char) -> f64 {
    match character {
        ' ' | '\u{a0}' | '.' | ',' | '·' => 5.1,
        '0'..='9' | '$' | '\u{400}'..='\u{52f}' => 10.2,
        '%' | 'M' | 'W' | 'm' | 'w' => 15.0,
        'A'..='Z' => 11.4,
        '\u{20}'..='\u{24f}' => 8.9,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 9.6,
        '\u{530}'..='\u{58f}' => 11.0,
        '\u{2000}'..='\u{206f}' => 6.0,
        _ => 16.0,
    }
}

/// The text with the characters HTML and SVG give a meaning replaced, control
/// characters left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            control if control.is_control() => {}
            plain => out.push(plain),
        }
    }
    out
}

/// Room a label needs in user units at the largest text size.
pub(crate) fn text_width(text: &str) -> f64 {
    text.chars().map(character_width).sum()
}

/// The text cut to fit into `width` user units, with an ellipsis where cut.
pub(crate) fn fitted(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let mut used = character_width('…');
    let fits = |character: &char| {
        used += character_width(*character);
        used <= width
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

/// Where a text is anchored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// An `<svg>` being written.
pub(crate) struct Svg {
    out: String,
}

impl Svg {
    /// Opens a drawing that scales with its column. `linked` drawings are a
    /// group, so that the links inside stay reachable; others one image.
    pub(crate) fn scaling(words: &Words, height: f64, linked: bool) -> Self {
        Self::open(words, WIDTH, height, linked, "")
    }

    /// Opens a drawing that keeps its size in CSS pixels.
    pub(crate) fn fixed(words: &Words, width: f64, height: f64, linked: bool) -> Self {
        let size = format!(" width=\"{}\" height=\"{}\"", number(width), number(height));
        Self::open(words, width, height, linked, &size)
    }

    fn open(words: &Words, width: f64, height: f64, linked: bool, size: &str) -> Self {
        let id = escape(&words.id);
        let role = if linked { "group" } else { "img" };
        let mut out = String::with_capacity(4096);
        let _ = writeln!(
            out,
            "<svg role=\"{role}\" viewBox=\"0 0 {} {}\"{size} aria-labelledby=\"{id}-t {id}-d\">\
             <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
            number(width),
            number(height),
            escape(&words.title),
            escape(&words.description),
        );
        Self { out }
    }

    /// Opens a drawing that only repeats what another one says.
    pub(crate) fn decoration(class: &str, width: f64, height: f64) -> Self {
        let (w, h) = (number(width), number(height));
        Self {
            out: format!(
                "<svg aria-hidden=\"true\" class=\"{class}\" viewBox=\"0 0 {w} {h}\" \
                 width=\"{w}\" height=\"{h}\">\n"
            ),
        }
    }

    pub(crate) fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, class: &str) {
        let _ = writeln!(
            self.out,
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            number(x),
            number(y),
            number(width),
            number(height)
        );
    }

    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), class: &str) {
        let _ = writeln!(
            self.out,
            "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1)
        );
    }

    pub(crate) fn circle(&mut self, center: (f64, f64), radius: f64, class: &str) {
        let _ = writeln!(
            self.out,
            "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
            number(center.0),
            number(center.1),
            number(radius)
        );
    }

    pub(crate) fn text(&mut self, at: (f64, f64), anchor: Anchor, class: &str, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = writeln!(
            self.out,
            "<text{class} x=\"{}\" y=\"{}\"{anchor}>{}</text>",
            number(at.0),
            number(at.1),
            escape(text)
        );
    }

    /// A path through the points, closed where `closed`.
    pub(crate) fn path(&mut self, points: &[(f64, f64)], closed: bool, class: &str) {
        let _ = writeln!(self.out, "<path class=\"{class}\" d=\"{}\"/>", outline(points, closed));
    }

    /// A group of marks with a tooltip, a link where there is an address.
    pub(crate) fn mark(&mut self, href: Option<&str>, tooltip: &str, draw: impl FnOnce(&mut Self)) {
        match href {
            Some(href) => {
                let _ = write!(self.out, "<a href=\"{}\">", escape(href));
            }
            None => self.out.push_str("<g>"),
        }
        let _ = writeln!(self.out, "<title>{}</title>", escape(tooltip));
        draw(self);
        self.out.push_str(if href.is_some() { "</a>\n" } else { "</g>\n" });
    }

    /// Anything else, written as it is.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    pub(crate) fn close(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }
}

/// The `d` of a path through the points.
pub(crate) fn outline(points: &[(f64, f64)], closed: bool) -> String {
    let mut d = String::with_capacity(points.len() * 10);
    for (k, (x, y)) in points.iter().enumerate() {
        d.push(if k == 0 { 'M' } else { 'L' });
        let _ = write!(d, "{} {}", number(*x), number(*y));
    }
    if closed && !d.is_empty() {
        d.push('Z');
    }
    d
}

/// A coordinate with at most one decimal; what is not finite is drawn at 0,
/// though callers leave such values out beforehand.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let tenths = (value * 10.0).round() / 10.0;
    if tenths == 0.0 { "0".to_owned() } else { tenths.to_string() }
}
