//! Times of the day as people and machines write them.

/// Seconds in a day.
pub(super) const DAY_SECONDS: i64 = 86_400;

/// Seconds since midnight of what stands after a date; 0 where nothing does.
pub(crate) fn time_after_date(text: &str) -> Option<u32> {
    let text = text.trim_start_matches([' ', 'T', 't', ',', '\u{a0}', '\u{202f}']).trim_end();
    if text.is_empty() { Some(0) } else { time(text) }
}

/// Seconds since midnight of `8:26`, `08:26:30.5`, `8:26 PM`, `08:26:30+03:00`.
pub(crate) fn time(text: &str) -> Option<u32> {
    let (mut hour, rest) = number_before(text, 24)?;
    let (minute, rest) = number_before(rest.strip_prefix(':')?, 59)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => number_before(rest, 60)?,
        None => (0, rest),
    };
    let rest = match rest.strip_prefix(['.', ',']) {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    let (half, zone) = half_of_day(rest.trim());
    match half {
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(Half::Morning) => hour %= 12,
        Some(Half::Afternoon) => hour = hour % 12 + 12,
        None => {}
    }
    let is_zone = |zone: &str| {
        zone.len() <= 12
            && zone.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | ':' | ' '))
            && !zone.starts_with(|c: char| c.is_ascii_digit())
    };
    let seconds = hour * 3600 + minute * 60 + second.min(59);
    (seconds < DAY_SECONDS as u32 && is_zone(zone.trim())).then_some(seconds)
}

enum Half {
    Morning,
    Afternoon,
}

/// AM or PM in front, and what comes after it.
fn half_of_day(text: &str) -> (Option<Half>, &str) {
    let starts = |words: &[&'static str]| {
        words.iter().find_map(|word| {
            text.get(..word.len())
                .filter(|front| front.to_lowercase() == *word)
                .map(|_| &text[word.len()..])
        })
    };
    if let Some(rest) = starts(&["a.m.", "am", "π.μ.", "πμ", "կա"]) {
        (Some(Half::Morning), rest)
    } else if let Some(rest) = starts(&["p.m.", "pm", "μ.μ.", "μμ", "կհ"]) {
        (Some(Half::Afternoon), rest)
    } else {
        (None, text)
    }
}

/// A number of one or two digits, at most `limit`, and what comes after it.
fn number_before(text: &str, limit: u32) -> Option<(u32, &str)> {
    let end = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
    let value = text[..end].parse().ok()?;
    (value <= limit).then_some((value, &text[end..]))
}
