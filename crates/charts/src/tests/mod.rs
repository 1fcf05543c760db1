//! Charts to test with, and how they look.

mod contrast;
mod drawing;
mod labels;

use super::*;

fn words(id: &str) -> Words {
    Words {
        id: id.to_owned(),
        title: "A title".to_owned(),
        description: "What it <shows> & says".to_owned(),
        empty: "nothing to draw yet".to_owned(),
        table: "As a table".to_owned(),
    }
}

fn plain(value: f64) -> String {
    format!("{value}")
}

fn share(value: f64) -> String {
    format!("{:.0} %", value * 100.0)
}

fn axis(whole: bool) -> Axis<'static> {
    Axis { name: "Customers".to_owned(), shown: &plain, whole }
}

fn bars(values: &[f64]) -> Bars {
    let bar = |value: &f64| Bar {
        label: format!("value {value}"),
        value: *value,
        shown: plain(*value),
        ..Bar::default()
    };
    Bars {
        words: words("bars"),
        head: ["Group".to_owned(), "Customers".to_owned()],
        full: None,
        bars: values.iter().map(bar).collect(),
    }
}

fn columns(values: &[[f64; 2]]) -> Columns<'static> {
    let series = |name: &str, tone, below| Series { name: name.to_owned(), tone, below };
    Columns {
        words: words("columns"),
        over: "Month".to_owned(),
        axis: axis(true),
        series: vec![series("New", Tone::Good, false), series("Lost", Tone::Bad, true)],
        columns: values
            .iter()
            .enumerate()
            .map(|(k, values)| Column {
                label: format!("Month {k}"),
                short: k.to_string(),
                values: values.to_vec(),
                partial: k + 1 == values.len(),
                href: None,
            })
            .collect(),
        every: Every::Month,
        partial: "so far".to_owned(),
    }
}

fn lines(values: &[f64]) -> Lines<'static> {
    Lines {
        words: words("lines"),
        over: "Week".to_owned(),
        axis: axis(false),
        x: (0..values.len()).map(|k| Place { at: k as f64, label: format!("Week {k}") }).collect(),
        every: Every::Week,
        ticks: (0..values.len()).map(|k| (k as f64, k.to_string())).collect(),
        lines: vec![Line { name: "Bought".to_owned(), values: values.to_vec(), ..Line::default() }],
        area: true,
        cumulative: false,
    }
}

fn survival(steps: &[(f64, f64)]) -> Survival<'static> {
    let step = |(at, s): &(f64, f64)| Step {
        at: *at,
        share: *s,
        low: s - 0.05,
        high: (s + 0.05).min(1.0),
        at_risk: "100".to_owned(),
    };
    Survival {
        words: words("survival"),
        head: ["Day", "Still customers", "95 % band", "Followed"].map(str::to_owned),
        share: &share,
        time: &plain,
        every: Every::Month,
        ticks: vec![(0.0, "0".to_owned()), (365.0, "1 year".to_owned())],
        steps: steps.iter().map(step).collect(),
    }
}

fn dots(ratios: &[Option<f64>]) -> Dots<'static> {
    let dot = |ratio: &Option<f64>| Dot {
        label: "Source: flyer".to_owned(),
        ratio: *ratio,
        interval: ratio.map(|r| (r / 1.5, r * 1.5)),
        shown: ratio.map(plain).unwrap_or_default(),
        in_full: ratio.map(|r| format!("{r} (interval)")).unwrap_or_default(),
        ..Dot::default()
    };
    Dots {
        words: words("dots"),
        head: ["Source".to_owned(), "Risk ratio".to_owned()],
        sides: ["left less often".to_owned(), "left more often".to_owned()],
        tick: &plain,
        dots: ratios.iter().map(dot).collect(),
    }
}

fn calibration(groups: &[(f64, f64, u64)]) -> Calibration<'static> {
    let dot = |(predicted, observed, n): &(f64, f64, u64)| CalibrationDot {
        predicted: *predicted,
        observed: *observed,
        n: *n,
        n_shown: n.to_string(),
    };
    Calibration {
        words: words("calibration"),
        head: ["Foretold", "Seen", "Customers"].map(str::to_owned),
        share: &share,
        dots: groups.iter().map(dot).collect(),
    }
}

fn flow(kept: f64, lost: f64, new: f64) -> Flow {
    let share = |name: &str, value: f64, tone| Share {
        name: name.to_owned(),
        value,
        shown: plain(value),
        tone,
    };
    Flow {
        words: words("flow"),
        head: ["What".to_owned(), "Customers".to_owned()],
        ends: ["1 June 2025".to_owned(), "31 May 2026".to_owned()],
        stayed: share("Kept", kept, Tone::Accent),
        went: vec![share("Lost", lost, Tone::Bad)],
        came: vec![share("New", new, Tone::Good)],
    }
}

fn heat(cells: Vec<Cell>) -> HeatMap {
    HeatMap {
        words: words("heat"),
        head: ["First bought".to_owned(), "Size".to_owned()],
        columns: (0..cells.len()).map(|k| k.to_string()).collect(),
        full: 1.0,
        incomplete: "not over yet".to_owned(),
        rows: vec![HeatRow {
            label: "Jan 1997".to_owned(),
            size: "7,846".to_owned(),
            cells,
            summary: false,
        }],
    }
}

fn value(value: f64) -> Cell {
    Cell::Value { value, shown: share(value) }
}

/// The numbers an attribute has, in the order of the drawing.
fn attribute(svg: &str, of: &str, name: &str) -> Vec<f64> {
    svg.lines()
        .filter(|line| line.contains(of))
        .filter_map(|line| line.split_once(&format!(" {name}=\"")))
        .map(|(_, rest)| rest.split('"').next().unwrap().parse().unwrap())
        .collect()
}

#[test]
fn the_drawings_are_as_they_were() {
    insta::assert_snapshot!("bars", figure(&bars(&[80.0, 40.0])));
    insta::assert_snapshot!("columns", figure(&columns(&[[4.0, 2.0], [8.0, 4.0]])));
    insta::assert_snapshot!("lines", figure(&lines(&[1.0, f64::NAN, 3.0, 4.5])));
    insta::assert_snapshot!("survival", figure(&survival(&[(30.0, 0.9), (365.0, 0.6)])));
    insta::assert_snapshot!("dots", figure(&dots(&[Some(1.8), Some(0.6), None])));
    insta::assert_snapshot!(
        "calibration",
        figure(&calibration(&[(0.1, 0.12, 90), (0.8, 0.7, 10)]))
    );
    insta::assert_snapshot!("flow", figure(&flow(559.0, 143.0, 467.0)));
    insta::assert_snapshot!("heat", figure(&heat(vec![value(1.0), value(0.3), Cell::Incomplete])));
    let spark = Spark { title: "Revenue".to_owned(), values: vec![1.0, 3.0, 2.0] };
    insta::assert_snapshot!("spark", spark.svg());
}
