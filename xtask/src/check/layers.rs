//! Rule 1, direction: which crate may know which.

use super::{Breach, House};

/// Each crate of ours and those of ours it may be built on. What only its
/// tests use is not limited here.
const MAY_KNOW: [(&str, &[&str]); 19] = [
    ("kernel", &[]),
    ("stats", &[]),
    ("charts", &[]),
    ("phrases", &["kernel"]),
    ("review", &["kernel", "charts", "phrases"]),
    ("documents", &["kernel"]),
    ("made-up-people", &["kernel"]),
    ("measure", &["kernel", "stats", "review", "documents"]),
    ("store-derive", &[]),
    ("store", &["kernel", "store-derive"]),
    ("domain", &["kernel", "stats", "review", "store"]),
    ("web", &["kernel", "charts", "phrases", "review", "store", "domain"]),
    ("perennial", &BELOW_THE_PROGRAM),
    ("testkit", &BELOW_THE_PROGRAM),
    ("browser", &["kernel", "phrases", "review", "testkit"]),
    ("crash", &["kernel", "store", "testkit"]),
    ("load", &["kernel", "store", "domain", "made-up-people"]),
    ("workloads", &["kernel", "stats", "review", "documents", "measure", "testkit"]),
    ("xtask", &[]),
];

/// Everything that the program puts together.
const BELOW_THE_PROGRAM: [&str; 11] = [
    "kernel",
    "made-up-people",
    "stats",
    "charts",
    "phrases",
    "review",
    "documents",
    "measure",
    "store",
    "domain",
    "web",
];

/// Outside libraries that shape everything they touch, and the only crates
/// that may be built on them.
const KEPT_IN: [(&str, &[&str]); 14] = [
    ("arrow", &["documents", "measure"]),
    ("parquet", &["documents", "measure"]),
    ("datafusion", &["measure"]),
    ("askama", &["review", "web"]),
    ("fluent", &["phrases"]),
    ("icu_", &["phrases"]),
    ("clap", &["perennial", "testkit", "workloads", "load", "xtask"]),
    ("anyhow", &["perennial", "testkit", "workloads", "xtask", "browser", "load"]),
    ("rusqlite", &["store"]),
    ("sqlx", &["store", "testkit", "crash"]),
    ("axum", &["web", "perennial"]),
    ("hyper", &["web", "load"]),
    ("tower", &["web"]),
    ("object_store", &["store", "measure"]),
];

/// Dependencies between our crates that do not point down the table.
pub fn wrong_directions(house: &House) -> Vec<Breach> {
    let members = house.metadata.members();
    let mut breaches = Vec::new();
    for member in &members {
        let Some((_, allowed)) = MAY_KNOW.iter().find(|(name, _)| *name == member.name) else {
            breaches.push(Breach::new(
                &member.name,
                "has no place in the layers: give it one in xtask/src/check/layers.rs",
            ));
            continue;
        };
        for dependency in member.dependencies.iter().filter(|d| !d.is_for_tests()) {
            let ours = members.iter().any(|m| m.name == dependency.name);
            if ours && !allowed.contains(&dependency.name.as_str()) {
                breaches.push(Breach::new(
                    &member.name,
                    format!("must not know {} (ARCHITECTURE.md, direction)", dependency.name),
                ));
            }
        }
    }
    breaches
}

/// Outside libraries in crates that must not know them.
pub fn strangers(house: &House) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for member in house.metadata.members() {
        for dependency in member.dependencies.iter().filter(|d| !d.is_for_tests()) {
            let name = dependency.name.as_str();
            let kept = KEPT_IN.iter().find(|(library, _)| name.starts_with(library));
            if let Some((_, homes)) = kept
                && !homes.contains(&member.name.as_str())
            {
                breaches.push(Breach::new(
                    &member.name,
                    format!("must not know {name}: it stays in {}", homes.join(" and ")),
                ));
            }
        }
    }
    breaches
}

/// SQL outside the files that are for it: measures, migrations, and in `domain`
/// the `store.rs` of each room.
pub fn misplaced_sql(house: &House) -> Vec<Breach> {
    let homes = ["crates/measure/sql/", "crates/store/migrations/"];
    let files = house
        .with_extension("sql")
        .filter(|file| !homes.iter().any(|home| file.path.starts_with(home)))
        .map(|file| Breach::new(&file.path, format!("SQL stands in {}", homes.join(" or "))));
    let rooms = house
        .with_extension("rs")
        .filter(|file| file.path.starts_with("crates/domain/src/"))
        .filter(|file| !file.path.ends_with("/store.rs") && asks_the_database(&file.text))
        .map(|file| Breach::new(&file.path, "the SQL of a room stands in its store.rs"));
    files.chain(rooms).collect()
}

fn asks_the_database(source: &str) -> bool {
    source.contains(".query(") || source.contains("sqlx::query")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_that_knows_one_above_it_breaks_the_direction() {
        let house = House::of_members(&[("kernel", &["review"]), ("review", &["kernel"])]);
        let breaches = wrong_directions(&house);
        assert_eq!(breaches.len(), 1);
        assert!(breaches[0].to_string().starts_with("kernel: must not know review"));
    }

    #[test]
    fn a_crate_outside_the_table_must_be_given_a_place() {
        let house = House::of_members(&[("newcomer", &[])]);
        assert_eq!(wrong_directions(&house).len(), 1);
    }

    #[test]
    fn arrow_stays_in_documents_and_measure() {
        let house = House::of_members(&[
            ("measure", &["arrow", "datafusion"]),
            ("review", &["arrow-array", "serde"]),
            ("documents", &["datafusion", "parquet"]),
        ]);
        let breaches: Vec<String> = strangers(&house).iter().map(ToString::to_string).collect();
        assert_eq!(
            breaches,
            [
                "documents: must not know datafusion: it stays in measure",
                "review: must not know arrow-array: it stays in documents and measure",
            ]
        );
    }

    #[test]
    fn only_the_web_and_the_program_speak_http() {
        let house = House::of_members(&[("domain", &["axum"]), ("web", &["axum", "sqlx"])]);
        assert_eq!(strangers(&house).len(), 2);
    }

    #[test]
    fn a_query_outside_its_folder_is_found() {
        let house = House::of_files(&[
            ("crates/measure/sql/customer_summary.sql", "select 1"),
            ("crates/review/src/totals.sql", "select 1"),
            ("crates/domain/src/know/customers/store.rs", "tx.query(\"select 1\")"),
            ("crates/domain/src/know/customers/rules.rs", "tx.query(\"select 1\")"),
        ]);
        assert_eq!(misplaced_sql(&house).len(), 2);
    }
}
