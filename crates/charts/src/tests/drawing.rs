//! Marks stand for their values, and for nothing else.

use super::*;

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
fn many_steps_are_thinned_and_the_last_one_stays() {
    let steps: Vec<_> = (0..5000).map(|k| (f64::from(k), 1.0 - f64::from(k) / 6000.0)).collect();
    let rows = survival(&steps).table().rows;
    assert!(rows.len() <= 121, "{}", rows.len());
    assert_eq!(rows[rows.len() - 1][0], "4999");
}

#[test]
fn what_counts_up_begins_at_nothing_and_ends_where_its_days_do() {
    let mut chart = lines(&[7.0, 14.0, 15.0]);
    for (place, at) in chart.x.iter_mut().zip([7.0, 14.0, 15.0]) {
        place.at = at;
    }
    chart.ticks = [0.0, 7.0, 14.0].map(|at| (at, plain(at))).into();
    chart.cumulative = true;
    let svg = chart.svg();
    let line = svg.split("class=\"line accent\" d=\"M").nth(1).unwrap();
    let points: Vec<Vec<f64>> = line
        .split('"')
        .next()
        .unwrap()
        .split('L')
        .map(|point| point.split(' ').map(|number| number.parse().unwrap()).collect())
        .collect();
    assert_eq!(points[0][1..], attribute(&svg, "class=\"base\"", "y1")[..1]);
    let slopes: Vec<f64> =
        points.windows(2).map(|w| (w[1][1] - w[0][1]) / (w[1][0] - w[0][0])).collect();
    // One a day all along: the short last week is no plateau.
    assert!(slopes.iter().all(|slope| (slope / slopes[0] - 1.0).abs() < 0.02), "{slopes:?}");
}
