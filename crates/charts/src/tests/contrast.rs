//! Colours that can be read in both schemes.

use crate::TOKENS;

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
