use std::collections::BTreeSet;

use kernel::Language;
use serde_json::json;

use super::samples::{self, KNOWN};
use super::values::LONGEST;
use super::*;
use crate::office::kinds;

fn said_in(language: Language, kind: &str, event: &Value, names: &Names) -> String {
    let (reader, currency) = (Reader::plain(language), "EUR".parse().unwrap());
    let own = [samples::own()];
    let telling = Telling { reader, kind, names, own: &own, currency };
    telling.lines(&event.to_string()).join("; ")
}

fn said(kind: &str, event: &Value) -> String {
    said_in(Language::English, kind, event, &Names::new())
}

/// The names of all values in an event.
fn names_in(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(inner) => {
            for (name, value) in inner {
                if !value.is_object() {
                    found.insert(name.clone());
                }
                names_in(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| names_in(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn there_is_a_sample_of_every_kind_of_event() {
    let sampled: BTreeSet<String> =
        samples::all().into_iter().map(|(kind, _)| kind.to_owned()).collect();
    assert_eq!(sampled, kinds::of("Event", &["domain"]));
}

/// What a change is made of, and the hours of a day, stand in what is said of
/// them.
fn parts(kind: &str) -> &'static [&'static str] {
    match kind {
        "customer.added" | "customer.removed" | "customer.changed" => {
            &["known", "changes", "field", "from", "to"]
        }
        "customer.values_changed" => &["changes", "field", "name", "from", "to"],
        "bulk.begun" => &["alter", "field", "value", "tag"],
        _ => &["from", "to"],
    }
}

#[test]
fn every_field_of_every_event_means_something() {
    for (kind, event) in samples::all() {
        let mut names = BTreeSet::new();
        names_in(&event, &mut names);
        for name in names.iter().filter(|name| !parts(kind).contains(&name.as_str())) {
            assert!(meaning(kind, name).is_some(), "{kind}: nobody has said what {name} means");
        }
        if event.get("from").is_some_and(|from| !from.is_object()) {
            assert!(meaning(kind, "").is_some(), "{kind}: nobody has said what changes");
        }
    }
}

/// Letters of Latin words betray a word of the program in languages that are
/// written with others; what was typed in the samples has none.
#[test]
fn every_event_is_told_in_words_of_the_readers_language() {
    let names = Names::from([(KNOWN, "Ω".to_owned())]);
    for language in Language::ALL {
        for (kind, event) in samples::all() {
            let told = said_in(language, kind, &event, &names);
            assert!(!told.contains(['‹', '_', '{', '"']), "{language} {kind}: {told}");
            let is_silent = event.as_object().is_some_and(Map::is_empty);
            assert_eq!(told.is_empty(), is_silent, "{language} {kind}: {told}");
            let is_latin = matches!(language, Language::English | Language::Romanian);
            let words = told.replace("E-mail", "").replace("kB", "");
            let is_foreign = words.contains(|letter: char| letter.is_ascii_lowercase());
            assert!(is_latin || !is_foreign, "{language} {kind}: {told}");
        }
    }
}

#[test]
fn what_changed_is_told_with_what_it_was() {
    let role = json!({ "from": "agent", "to": "owner" });
    assert_eq!(said("staff.role_changed", &role), "Role: Agent → Owner");
    let contact = json!({ "from": { "name": "Rye", "phone": null }, "to": { "name": "Rye", "phone": "010" } });
    assert_eq!(said("contact.changed", &contact), "Telephone: – → 010");
    let why = json!({ "changes": [{ "field": "why_us", "from": null, "to": "The bread" }] });
    assert_eq!(said("customer.changed", &why), "Why they choose us: – → The bread");
    let known = json!({ "known": [{ "field": "name", "from": null, "to": "Kafe Manu" }] });
    assert_eq!(said("customer.added", &known), "Name: – → Kafe Manu");
    assert_eq!(said("customer.removed", &known), "Name: Kafe Manu → –");
    let token = json!({ "name": "shop", "expires_at": null });
    assert_eq!(said("token.made", &token), "Name: shop");
    let added = json!({ "details": { "name": "Rose", "role": "Barista", "phone": null } });
    assert_eq!(said("contact.added", &added), "Name: Rose; What they do there: Barista");
    assert_eq!(said("customer.changed", &json!("not an event")), "");
}

#[test]
fn an_order_is_told_in_money_and_days_without_ids() {
    let line = json!({
        "product": Uuid::from_u128(7), "name": "Rye", "quantity": 2, "unit_price": 1_250,
    });
    let placed = json!({
        "source": "", "placed_at": "2026-03-01T19:44:48.702572Z", "currency": "EUR",
        "total": 2_500, "lines": [line],
    });
    let told = said("order.placed", &placed);
    assert!(told.contains("Placed: 1 March 2026, 19:44"), "{told}");
    assert!(told.contains("Amount: €25.00") && told.contains("Price: €12.50"), "{told}");
    assert!(told.contains("What was bought: Product: Rye"), "{told}");
    assert!(!told.contains(&Uuid::from_u128(7).to_string()), "{told}");
}

#[test]
fn what_only_the_program_knows_is_left_out() {
    let file = json!({ "name": "a.png", "hash": "f8ff7c2d", "sniffed": "image/png" });
    assert_eq!(said("interaction.file_attached", &file), "Name: a.png");
    let logo = json!({ "from": { "group": "logo", "logo": null },
                       "to": { "group": "logo", "logo": "f8ff7c2d" } });
    assert_eq!(said("settings.changed", &logo), "Logo: – → …");
    let job = json!({ "job": "letter.send" });
    assert_eq!(said("job.retried", &job), "Job: letter.send", "what no version knows any more");
}

#[test]
fn thresholds_of_tiers_are_money_and_hours_stand_by_their_days() {
    let tiers = json!({ "from": { "tiers": [] }, "to": { "tiers": [
        { "name": "silver", "spent_a_year": 20_000 }, { "name": "gold", "spent_a_year": 100 },
    ] } });
    assert_eq!(
        said("settings.changed", &tiers),
        "Tiers: – → Name: silver · Spent in a year, from: €200.00; \
         Name: gold · Spent in a year, from: €1.00"
    );
    let hours = |from: &str| json!({ "hours": [{ "from": from, "to": "18:00:00" }, null] });
    let moved = json!({ "from": hours("09:00:00"), "to": hours("08:30:00") });
    assert_eq!(
        said("settings.changed", &moved),
        "Working hours: Monday 09:00–18:00 → Monday 08:30–18:00"
    );
}

#[test]
fn colleagues_are_called_by_their_names() {
    let (nora, gone) = (Uuid::from_u128(5), Uuid::from_u128(6));
    let names = Names::from([(nora, "Nora".to_owned())]);
    let said = |kind: &str, event: Value| said_in(Language::English, kind, &event, &names);
    let owner = |from, to| json!([{ "field": "owner", "from": from, "to": to }]);
    assert_eq!(
        said("customer.changed", json!({ "changes": owner(Some(gone), Some(nora)) })),
        "Looked after by: … → Nora"
    );
    assert_eq!(
        said("customer.added", json!({ "known": owner(None, Some(nora)) })),
        "Looked after by: – → Nora"
    );
    assert_eq!(
        said("interaction.logged", json!({ "text": "Tea", "mentioned": [nora, gone] })),
        "What was said: Tea; Mentioned: Nora"
    );
    let many = json!({ "alter": { "alter": "field", "field": "owner", "value": nora } });
    assert_eq!(said("bulk.begun", many), "Looked after by: Nora");
}

#[test]
fn a_field_of_the_business_is_called_by_its_name_while_it_is_there() {
    let own = Uuid::from(samples::own().id);
    let alter = |field: Uuid, value: &str| json!({ "alter": { "alter": "own", "field": field, "value": value } });
    assert_eq!(said("bulk.begun", &alter(own, "yes")), "Ω: Yes");
    assert_eq!(said("bulk.begun", &alter(own, "")), "Ω: –");
    assert_eq!(said("bulk.begun", &alter(Uuid::from_u128(77), "12")), "…: 12");
}

#[test]
fn a_long_value_is_cut_between_letters_and_a_long_list_after_some() {
    let note = json!({ "note": "ա".repeat(300) });
    let told = said("contact.changed", &note);
    assert_eq!(told.chars().count(), "Note: ".len() + LONGEST + 1);
    let orders: Vec<Value> = (0..30).map(|code| json!({ "code": code.to_string() })).collect();
    let told = said("orders.imported", &json!({ "orders": orders }));
    assert_eq!(told.matches("Order number").count(), MOST);
    assert!(told.ends_with("Orders: … +10"), "{told}");
}
