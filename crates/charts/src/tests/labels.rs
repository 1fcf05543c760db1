//! What is written in a drawing, and where.

use super::*;

#[test]
fn whatever_the_labels_hold_is_text() {
    let mut chart = bars(&[1.0]);
    chart.bars[0].label = "<script>alert('\u{7}')</script>".to_owned();
    chart.bars[0].href = Some("\"onclick=\"x".to_owned());
    let html = figure(&chart);
    assert!(!html.contains("<script") && !html.contains("\"onclick"), "{html}");
    assert!(!html.contains('\u{7}'));
    assert!(html.contains("What it &lt;shows&gt; &amp; says"));
}

#[test]
fn long_labels_are_cut_in_the_drawing_and_whole_in_the_table() {
    let mut chart = bars(&[1.0]);
    chart.bars[0].label = "ω".repeat(300);
    assert!(chart.svg().contains('…'));
    assert_eq!(chart.table().rows[0][0].chars().count(), 300);
}

#[test]
fn ticks_are_few_round_and_whole_for_counts() {
    assert_eq!(nice_ticks(1.0, 4, false), [0.0, 0.25, 0.5, 0.75, 1.0]);
    assert_eq!(nice_ticks(7.0, 4, true), [0.0, 2.0, 4.0, 6.0, 8.0]);
    assert_eq!(nice_ticks(1.0, 4, true), [0.0, 1.0]);
    assert_eq!(nice_ticks(f64::NAN, 4, true), [0.0, 1.0]);
    for max in [1e-9, 0.3, 12.0, 999.0, 1e12] {
        let ticks = nice_ticks(max, 4, false);
        assert!((2..=7).contains(&ticks.len()) && ticks[ticks.len() - 1] >= max * 0.999, "{max}");
    }
    assert_eq!(ratio_ticks(0.5, 4.0), [0.5, 1.0, 2.0, 4.0]);
}

/// Where the labels of the x axis stand, and what they say.
fn x_labels(svg: &str) -> Vec<(f64, String)> {
    let labels = svg.lines().filter(|line| line.contains("text-anchor=\"middle\""));
    let label = |line: &str| {
        let at = line.split(" x=\"").nth(1)?.split('"').next()?.parse().ok()?;
        Some((at, line.split('>').nth(1)?.split('<').next()?.to_owned()))
    };
    labels.filter_map(label).collect()
}

#[test]
fn labels_of_a_time_axis_stand_evenly_and_the_first_under_its_mark() {
    let mut chart = survival(&[(30.0, 0.9), (800.0, 0.4)]);
    chart.ticks = (0..=24).map(|k| (f64::from(k) * 30.4, format!("{k} months"))).collect();
    let svg = chart.svg();
    let (at, said): (Vec<f64>, Vec<String>) = x_labels(&svg).into_iter().unzip();
    assert_eq!(said, ["0 months", "12 months", "24 months"]);
    assert_eq!(at, attribute(&svg, "class=\"base\"", "x1")[1..]);
}

#[test]
fn a_label_at_the_right_end_stays_inside_or_gives_way() {
    let mut chart = survival(&[(30.0, 0.9), (730.0, 0.4)]);
    chart.ticks = (0..=24).map(|k| (f64::from(k) * 30.4, format!("{k} months"))).collect();
    let said: Vec<String> = x_labels(&chart.svg()).into_iter().map(|label| label.1).collect();
    assert_eq!(said, ["0 months", "6 months", "12 months", "18 months"]);
    chart.ticks = vec![(0.0, "first".to_owned()), (730.0, "two years on".to_owned())];
    let (at, said) = x_labels(&chart.svg()).pop().unwrap();
    assert_eq!(said, "two years on");
    assert!(at < 440.0, "{at}");
}

#[test]
fn labels_are_a_round_number_of_months_or_weeks_apart() {
    for (every, count, stride) in [
        (Every::Month, 12, 1),
        (Every::Month, 24, 2),
        (Every::Month, 30, 3),
        (Every::Month, 40, 6),
        (Every::Month, 100, 12),
        (Every::Month, 200, 24),
        (Every::Week, 26, 4),
        (Every::Week, 100, 13),
        (Every::Week, 1000, 104),
    ] {
        let chosen = every.stride(count, |stride| count.div_ceil(stride) <= 12);
        assert_eq!(chosen, stride, "{every:?} {count}");
    }
}

#[test]
fn words_for_the_sides_of_a_dot_plot_are_whole_however_long() {
    let mut chart = dots(&[Some(1.2)]);
    let short = chart.svg();
    chart.sides = ["ω".repeat(40), "ω".repeat(45)];
    let long = chart.svg();
    for side in &chart.sides {
        assert!(long.contains(side.as_str()));
    }
    let row = |svg| attribute(svg, "\"strong\"", "y")[0];
    assert!(row(&long) > row(&short), "the words take two lines");
}

#[test]
fn lines_of_a_dot_plot_stay_clear_of_its_labels() {
    let svg = dots(&[Some(1.8), Some(0.6)]).svg();
    let baselines = attribute(&svg, "\"strong\"", "y");
    let (from, to) = (attribute(&svg, "\"grid\"", "y1"), attribute(&svg, "\"grid\"", "y2"));
    assert!(from.len() > baselines.len());
    for (from, to) in from.into_iter().zip(to) {
        assert!(baselines.iter().all(|y| y + 4.0 < from || to < y - 12.0), "{from} {to}");
    }
}

#[test]
fn dots_at_the_corners_of_a_calibration_cover_no_label() {
    let svg = calibration(&[(0.0, 0.0, 90), (1.0, 1.0, 90)]).svg();
    let base = attribute(&svg, "\"base\"", "x1")[0];
    let (x, r) = (attribute(&svg, "<circle", "cx"), attribute(&svg, "<circle", "r"));
    assert!(x[0] - r[0] > base && x[1] + r[1] <= 480.0, "{x:?}");
}
