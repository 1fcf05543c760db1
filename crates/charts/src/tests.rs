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
        partial: "so far".to_owned(),
    }
}

fn lines(values: &[f64]) -> Lines<'static> {
    Lines {
        words: words("lines"),
        over: "Week".to_owned(),
        axis: axis(false),
        x: (0..values.len())
            .map(|k| XLabel { label: format!("Week {k}"), short: k.to_string() })
            .collect(),
        lines: vec![Line { name: "Bought".to_owned(), values: values.to_vec(), ..Line::default() }],
        area: true,
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
fn bars_start_at_zero_and_keep_their_proportions() {
    let svg = bars(&[80.0, 40.0, 20.0]).svg();
    assert_eq!(attribute(&svg, "\"mark accent\"", "x"), [0.0, 0.0, 0.0]);
    assert_eq!(attribute(&svg, "\"mark accent\"", "width"), [480.0, 240.0, 120.0]);
}

#[test]
fn columns_stand_on_zero_and_losses_hang_from_it() {
    let svg = columns(&[[4.0, 2.0], [8.0, 4.0]]).svg();
    let zero = attribute(&svg, "class=\"base\"", "y1")[0];
    let foot: Vec<f64> = attribute(&svg, "mark good", "y")
        .into_iter()
        .zip(attribute(&svg, "mark good", "height"))
        .map(|(y, height)| y + height)
        .collect();
    assert!(foot.iter().all(|y| (y - zero).abs() < 0.11), "{foot:?} {zero}");
    assert_eq!(attribute(&svg, "mark bad", "y"), [zero, zero]);
    let heights = attribute(&svg, "mark good", "height");
    assert!((heights[1] / heights[0] - 2.0).abs() < 0.01, "{heights:?}");
}

#[test]
fn the_two_bars_of_a_flow_share_one_scale_from_zero() {
    let svg = flow(60.0, 20.0, 40.0).svg();
    let heights = attribute(&svg, "<rect class=\"mark", "height");
    let [kept, lost, kept_again, new] = heights[..] else { panic!("{heights:?}") };
    assert!((kept - kept_again).abs() < 0.01);
    // One unit is left between parts.
    assert!(((lost + 1.0) / kept - 20.0 / 60.0).abs() < 0.01, "{heights:?}");
    assert!(((new + 1.0) / kept - 40.0 / 60.0).abs() < 0.01, "{heights:?}");
}

#[test]
fn nothing_that_is_not_a_number_reaches_the_drawing() {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 0.0, 1e300, 3.0];
    let pairs: Vec<[f64; 2]> = odd.iter().map(|v| [*v, *v]).collect();
    let groups: Vec<_> = odd.iter().map(|v| (*v, *v, 1)).collect();
    let steps: Vec<_> = odd.iter().map(|v| (*v, *v)).collect();
    let ratios: Vec<_> = odd.iter().map(|v| Some(*v)).collect();
    let charts: [&dyn Chart; 8] = [
        &bars(&odd),
        &columns(&pairs),
        &lines(&odd),
        &survival(&steps),
        &dots(&ratios),
        &calibration(&groups),
        &flow(odd[0], odd[1], odd[5]),
        &heat(odd.into_iter().map(value).collect()),
    ];
    for chart in charts {
        let svg = chart.svg();
        for attribute in svg.split('"').skip(1).step_by(2) {
            assert!(!attribute.contains("NaN") && !attribute.contains("inf"), "{attribute}");
        }
    }
    assert!(!Spark { title: String::new(), values: odd.to_vec() }.svg().contains("NaN"));
}

#[test]
fn a_chart_without_values_says_so_instead_of_drawing() {
    let charts: [&dyn Chart; 8] = [
        &bars(&[]),
        &columns(&[]),
        &lines(&[f64::NAN]),
        &survival(&[]),
        &dots(&[None]),
        &calibration(&[]),
        &flow(0.0, f64::NAN, 0.0),
        &heat(vec![Cell::Incomplete, Cell::Blank]),
    ];
    for chart in charts {
        let html = figure(chart);
        assert!(html.contains("nothing to draw yet") && !html.contains("<svg"), "{html}");
    }
    assert_eq!(Spark { title: String::new(), values: vec![1.0] }.svg(), "");
}

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
fn a_drawing_with_links_is_a_group_so_that_they_can_be_reached() {
    assert!(bars(&[1.0]).svg().starts_with("<svg role=\"img\""));
    let mut linked = bars(&[1.0]);
    linked.bars[0].href = Some("#calls".to_owned());
    assert!(linked.svg().starts_with("<svg role=\"group\""));
    assert!(linked.svg().contains("<a href=\"#calls\">"));
}

#[test]
fn an_incomplete_cell_is_hatched_and_never_a_zero() {
    let chart = heat(vec![value(1.0), value(0.0), Cell::Incomplete, Cell::Blank]);
    let svg = chart.svg();
    assert_eq!(svg.matches("class=\"h h").count(), 2);
    assert_eq!(svg.matches("url(#heat-x)").count(), 1);
    let row = &chart.table().rows[0];
    assert_eq!(row[2..], ["100 %", "0 %", "not over yet", ""]);
}

#[test]
fn every_line_of_a_gap_is_drawn_apart() {
    let svg = lines(&[1.0, 2.0, f64::NAN, 3.0, 4.0]).svg();
    assert_eq!(svg.matches("class=\"line accent\"").count(), 2);
}

#[test]
fn long_labels_are_cut_in_the_drawing_and_whole_in_the_table() {
    let mut chart = bars(&[1.0]);
    chart.bars[0].label = "ω".repeat(300);
    assert!(chart.svg().contains('…'));
    assert_eq!(chart.table().rows[0][0].chars().count(), 300);
}

#[test]
fn many_steps_are_thinned_and_the_last_one_stays() {
    let steps: Vec<_> = (0..5000).map(|k| (f64::from(k), 1.0 - f64::from(k) / 6000.0)).collect();
    let rows = survival(&steps).table().rows;
    assert!(rows.len() <= 121, "{}", rows.len());
    assert_eq!(rows[rows.len() - 1][0], "4999");
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

#[test]
fn text_keeps_its_contrast_in_both_schemes() {
    for scheme in [0, 1] {
        let grounds = ["--paper", "--raised", "--tint"].map(|name| luminance(token(name, scheme)));
        for name in ["--ink", "--soft", "--accent", "--good", "--warn", "--bad"] {
            let text = luminance(token(name, scheme));
            for ground in grounds {
                assert!(contrast(text, ground) >= 4.5, "{name}: {:.2}", contrast(text, ground));
            }
        }
        let (accent, on_it) = (token("--accent", scheme), token("--on-accent", scheme));
        assert!(contrast(luminance(accent), luminance(on_it)) >= 4.5);
    }
}

#[test]
fn numbers_in_the_darkest_cell_keep_their_contrast() {
    for scheme in [0, 1] {
        let (_, heat) = TOKENS.split_once("--heat:").unwrap();
        let part = heat.split("var(--accent) ").nth(scheme + 1).unwrap();
        let part: f64 = part.split('%').next().unwrap().parse().unwrap();
        let mix: Vec<f64> = channels(token("--accent", scheme))
            .into_iter()
            .zip(channels(token("--paper", scheme)))
            .map(|(accent, paper)| (accent * part + paper * (100.0 - part)) / 100.0)
            .collect();
        let contrast = contrast(relative_luminance(&mix), luminance(token("--ink", scheme)));
        assert!(contrast >= 4.5, "{contrast:.2}");
    }
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour in the light scheme (0) or the dark one (1).
fn token(name: &str, scheme: usize) -> &'static str {
    let (_, rest) = TOKENS.split_once(&format!("{name}: light-dark(")).unwrap();
    let (pair, _) = rest.split_once(')').unwrap();
    pair.split(',').nth(scheme).unwrap().trim()
}

/// sRGB channels 0..=1 of `#rgb` or `#rrggbb`.
fn channels(hex: &str) -> Vec<f64> {
    let digits = hex.trim_start_matches('#');
    let wide = if digits.len() == 3 {
        digits.chars().flat_map(|digit| [digit, digit]).collect()
    } else {
        digits.to_owned()
    };
    [0, 2, 4].map(|k| f64::from(u8::from_str_radix(&wide[k..k + 2], 16).unwrap()) / 255.0).to_vec()
}

fn relative_luminance(channels: &[f64]) -> f64 {
    let linear = |c: &f64| if *c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    channels.iter().map(linear).zip([0.2126, 0.7152, 0.0722]).map(|(c, weight)| c * weight).sum()
}

fn luminance(hex: &str) -> f64 {
    relative_luminance(&channels(hex))
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
