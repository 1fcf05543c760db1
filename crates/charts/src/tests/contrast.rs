//! Colours that can be read in both schemes.

use crate::TOKENS;

#[test]
fn text_keeps_its_contrast_in_both_schemes() {
    for scheme in TOKENS.split(":root").skip(1) {
        let paper = luminance(token(scheme, "--paper"));
        let raised = luminance(token(scheme, "--raised"));
        for name in ["--ink", "--soft", "--accent", "--good", "--warn", "--bad"] {
            let text = luminance(token(scheme, name));
            for ground in [paper, raised] {
                let (light, dark) = (text.max(ground) + 0.05, text.min(ground) + 0.05);
                assert!(light / dark >= 4.5, "{name}: {:.2}", light / dark);
            }
        }
    }
}

#[test]
fn numbers_in_the_darkest_cell_keep_their_contrast() {
    for scheme in TOKENS.split(":root").skip(1) {
        let heat: f64 = token(scheme, "--heat").trim().parse().unwrap();
        let mix: Vec<f64> = channels(token(scheme, "--accent"))
            .into_iter()
            .zip(channels(token(scheme, "--paper")))
            .map(|(accent, paper)| accent * heat + paper * (1.0 - heat))
            .collect();
        let ground = relative_luminance(&mix);
        let ink = luminance(token(scheme, "--ink"));
        let contrast = (ground.max(ink) + 0.05) / (ground.min(ink) + 0.05);
        assert!(contrast >= 4.5, "{contrast:.2}");
    }
}

fn token<'a>(scheme: &'a str, name: &str) -> &'a str {
    let (_, rest) = scheme.split_once(&format!("{name}:")).unwrap();
    rest.split(';').next().unwrap().trim()
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
