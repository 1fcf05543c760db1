//! What an entry of the log says, whichever room wrote it.

use std::collections::HashMap;

use serde_json::Value;
use uuid::Uuid;

use crate::Reader;

/// What kinds of entries begin with, in the order of the choice.
pub const ROOMS: [&str; 17] = [
    "customer",
    "contact",
    "interaction",
    "order",
    "shipment",
    "product",
    "staff",
    "team",
    "token",
    "settings",
    "job",
    "orders",
    "import",
    "bulk",
    "list",
    "view",
    "field",
];

/// What they end with.
const HAPPENINGS: [&str; 43] = [
    "added",
    "changed",
    "removed",
    "restored",
    "logged",
    "edited",
    "placed",
    "sent",
    "signed_in",
    "signed_out",
    "password_changed",
    "role_changed",
    "locked_out",
    "let_back_in",
    "session_ended",
    "second_factor_turned_on",
    "second_factor_turned_off",
    "recovery_code_used",
    "invited",
    "invitation_withdrawn",
    "made",
    "renamed",
    "revoked",
    "team_joined",
    "team_left",
    "retried",
    "dropped",
    "undone",
    "consented",
    "tagged",
    "untagged",
    "values_changed",
    "file_attached",
    "file_removed",
    "file_restored",
    "follow_up_changed",
    "imported",
    "applied",
    "begun",
    "taken_back",
    "taken_out",
    "saved",
    "link_made",
];

/// Under what names events hold fields that changed, each with what it was.
const CHANGES: [&str; 2] = ["changes", "known"];

/// So many letters of a value are shown.
const LONGEST: usize = 160;

/// The room of a name.
pub fn room(name: &str) -> Option<&'static str> {
    ROOMS.into_iter().find(|room| *room == name)
}

/// "Customer · changed"; what we have no words for is shown as it is kept.
pub fn what(reader: Reader, kind: &str) -> String {
    let (begins, ends) = kind.split_once('.').unwrap_or((kind, ""));
    let room = match room(begins) {
        Some(room) => reader.say(&format!("room-{room}")),
        None => plain(begins),
    };
    let happened = match HAPPENINGS.into_iter().find(|happened| *happened == ends) {
        Some(happened) => reader.say(&format!("happened-{happened}")),
        None => plain(ends),
    };
    format!("{room} · {happened}")
}

/// Names of what events know by its id: colleagues and programs.
pub type Names = HashMap<Uuid, String>;

/// What an event holds, line by line: "name: old → new" for what changed.
pub fn lines(body: &str, names: &Names) -> Vec<String> {
    let Ok(Value::Object(event)) = serde_json::from_str::<Value>(body) else { return Vec::new() };
    let mut lines = Vec::new();
    if let (Some(from), Some(to)) = (event.get("from"), event.get("to")) {
        differ("", (from, to), names, &mut lines);
    }
    let changes = CHANGES.iter().filter_map(|name| event.get(*name)?.as_array());
    for change in changes.flatten() {
        let field = change.get("field").and_then(Value::as_str).unwrap_or_default();
        let value = |name: &str| change.get(name).unwrap_or(&Value::Null);
        differ(field, (value("from"), value("to")), names, &mut lines);
    }
    let is_told = |name: &str| matches!(name, "from" | "to") || CHANGES.contains(&name);
    for (name, value) in event.iter().filter(|(name, _)| !is_told(name)) {
        holds(name, value, names, &mut lines);
    }
    lines
}

/// What a value holds, and each value in it; nothing about nothing.
fn holds(name: &str, value: &Value, names: &Names, lines: &mut Vec<String>) {
    match value {
        Value::Object(inner) => {
            for (name, value) in inner {
                holds(name, value, names, lines);
            }
        }
        value if is_nothing(value) => {}
        value => lines.push(format!("{}: {}", plain(name), shown(value, names))),
    }
}

fn differ(name: &str, (from, to): (&Value, &Value), names: &Names, lines: &mut Vec<String>) {
    if from == to {
        return;
    }
    if let (Value::Object(from), Value::Object(to)) = (from, to) {
        for (inner, now) in to {
            let name = if name.is_empty() { inner.clone() } else { format!("{name} {inner}") };
            let was = from.get(inner).unwrap_or(&Value::Null);
            differ(&name, (was, now), names, lines);
        }
        return;
    }
    let change = format!("{} → {}", shown(from, names), shown(to, names));
    lines.push(if name.is_empty() { change } else { format!("{}: {change}", plain(name)) });
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

fn shown(value: &Value, names: &Names) -> String {
    let text = match value {
        _ if is_nothing(value) => "–".to_owned(),
        Value::String(text) => named(text, names).unwrap_or(text).to_owned(),
        Value::Array(values) => {
            values.iter().map(|value| shown(value, names)).collect::<Vec<_>>().join(", ")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    };
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// What the thing is called whose id this is.
fn named<'n>(text: &str, names: &'n Names) -> Option<&'n str> {
    Some(names.get(&text.parse::<Uuid>().ok()?)?.as_str())
}

fn plain(name: &str) -> String {
    name.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// The kinds of all events that rooms write to the log, from their code.
    fn kinds(folder: &Path, found: &mut BTreeSet<String>) {
        const KIND: &str = "const KIND: &'static str = \"";
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                kinds(&path, found);
            } else if !path.ends_with("tests.rs") {
                let code = std::fs::read_to_string(&path).unwrap();
                for event in code.split("impl Event for ").skip(1) {
                    let kind = event.split(KIND).nth(1).and_then(|rest| rest.split('"').next());
                    found.insert(kind.unwrap().to_owned());
                }
            }
        }
    }

    #[test]
    fn there_are_words_for_every_kind_of_event_and_no_others() {
        let mut found = BTreeSet::new();
        let domain = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/src");
        kinds(&domain, &mut found);
        assert!(found.len() > 50, "{found:?}");
        let parts: Vec<_> = found.iter().map(|kind| kind.split_once('.').unwrap()).collect();
        let begins: BTreeSet<&str> = parts.iter().map(|(begins, _)| *begins).collect();
        let ends: BTreeSet<&str> = parts.iter().map(|(_, ends)| *ends).collect();
        assert_eq!(begins, BTreeSet::from(ROOMS));
        assert_eq!(ends, BTreeSet::from(HAPPENINGS));
    }

    #[test]
    fn what_changed_is_told_with_what_it_was() {
        let said = |body: &str| lines(body, &Names::new()).join("; ");
        assert_eq!(said(r#"{"from":"agent","to":"owner"}"#), "agent → owner");
        assert_eq!(
            said(r#"{"from":{"name":"Rye","phone":null},"to":{"name":"Rye","phone":"010"}}"#),
            "phone: – → 010"
        );
        assert_eq!(
            said(r#"{"changes":[{"field":"why_us","from":null,"to":"The bread"}]}"#),
            "why us: – → The bread"
        );
        assert_eq!(said(r#"{"name":"shop","expires_at":null}"#), "name: shop");
        assert_eq!(
            said(r#"{"details":{"name":"Rose","role":"Barista","phone":null}}"#),
            "name: Rose; role: Barista"
        );
        assert_eq!(said("not JSON"), "");
    }

    #[test]
    fn colleagues_are_called_by_their_names() {
        let (nora, gone) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let names = Names::from([(nora, "Nora".to_owned())]);
        let said = |body: Value| lines(&body.to_string(), &names).join("; ");
        let owner = |from, to| serde_json::json!([{ "field": "owner", "from": from, "to": to }]);
        assert_eq!(
            said(serde_json::json!({ "changes": owner(Some(gone), Some(nora)) })),
            format!("owner: {gone} → Nora")
        );
        assert_eq!(
            said(serde_json::json!({ "known": owner(None, Some(nora)) })),
            "owner: – → Nora"
        );
        assert_eq!(
            said(serde_json::json!({ "text": "Tea", "mentioned": [nora, gone] })),
            format!("text: Tea; mentioned: Nora, {gone}")
        );
    }

    #[test]
    fn a_long_value_is_cut_between_letters() {
        let body = serde_json::json!({ "text": "ա".repeat(300) }).to_string();
        assert_eq!(lines(&body, &Names::new())[0].chars().count(), "text: ".len() + LONGEST + 1);
    }
}
