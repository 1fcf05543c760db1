//! What people type as a name, as the office keeps it.

/// A line: trimmed, without what cannot be seen.
pub(super) fn line(text: &str) -> String {
    text.trim().chars().filter(|c| !c.is_control()).collect()
}

/// A name, cut to what a list can show; none where there is none.
pub(super) fn name(text: &str, longest: usize) -> Option<String> {
    let name: String = line(text).chars().take(longest).collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_trimmed_seen_and_short_enough() {
        assert_eq!(name(" Oven\u{7} team ", 80).as_deref(), Some("Oven team"));
        assert_eq!(name("Փուռ", 2).as_deref(), Some("Փո"));
        assert_eq!(name(" \u{7} ", 80), None);
    }
}
