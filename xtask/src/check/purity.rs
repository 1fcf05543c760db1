//! Rule 6, purity: time and randomness are arguments.

use super::{Breach, House};

/// What clippy must forbid everywhere.
const FORBIDDEN: [&str; 4] =
    ["chrono::Utc::now", "chrono::Local::now", "std::time::SystemTime::now", "rand::rng"];

/// The one file that may ask the machine for the time.
const CLOCK: &str = "crates/kernel/src/clock.rs";

/// Calls that clippy.toml does not forbid and should.
pub fn unguarded_calls(house: &House) -> Vec<Breach> {
    let guarded = house
        .files
        .iter()
        .find(|file| file.path == "clippy.toml")
        .map_or(String::new(), |file| uncommented(&file.text));
    FORBIDDEN
        .iter()
        .filter(|call| !guarded.contains(&format!("\"{call}\"")))
        .map(|call| Breach::new("clippy.toml", format!("disallowed-methods must name {call}")))
        .collect()
}

/// Places that switch the guard off, other than the clock.
pub fn lifted_guards(house: &House) -> Vec<Breach> {
    let lint = concat!("clippy::disallowed", "_methods");
    house
        .with_extension("rs")
        .filter(|file| file.path != CLOCK)
        .flat_map(|file| {
            file.text.lines().enumerate().filter(|(_, line)| line.contains(lint)).map(
                |(number, _)| {
                    Breach::at(file, number + 1, "take a kernel::Clock or a seeded generator")
                },
            )
        })
        .collect()
}

fn uncommented(toml: &str) -> String {
    toml.lines().filter(|line| !line.trim_start().starts_with('#')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_taken_out_of_clippy_is_missed() {
        let house = House::of_files(&[(
            "clippy.toml",
            "{ path = \"chrono::Utc::now\" }, { path = \"chrono::Local::now\" },\n\
             # { path = \"rand::rng\" }\n{ path = \"std::time::SystemTime::now\" }",
        )]);
        let breaches = unguarded_calls(&house);
        assert_eq!(breaches.len(), 1);
        assert!(breaches[0].to_string().ends_with("rand::rng"));
    }

    #[test]
    fn only_the_clock_may_lift_the_guard() {
        let lifted = concat!("#[expect(clippy::disallowed", "_methods, reason = \"\")]");
        let house = House::of_files(&[(CLOCK, lifted), ("crates/stats/src/lib.rs", lifted)]);
        assert_eq!(lifted_guards(&house)[0].place, "crates/stats/src/lib.rs:1");
        assert_eq!(lifted_guards(&house).len(), 1);
    }
}
