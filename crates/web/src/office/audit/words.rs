//! What happened, by the kind of an entry of the log, whichever room wrote it.

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

/// The room of a name.
pub fn room(name: &str) -> Option<&'static str> {
    ROOMS.into_iter().find(|room| *room == name)
}

/// The room that writes entries of a kind.
pub fn begins(kind: &str) -> &str {
    kind.split_once('.').map_or(kind, |(begins, _)| begins)
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

/// A name as it is kept, as words.
pub fn plain(name: &str) -> String {
    name.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::office::kinds;

    #[test]
    fn there_are_words_for_every_kind_of_event_and_no_others() {
        let found = kinds::of("Event", &["domain"]);
        assert!(found.len() > 50, "{found:?}");
        let parts: Vec<_> = found.iter().map(|kind| kind.split_once('.').unwrap()).collect();
        let begins: BTreeSet<&str> = parts.iter().map(|(begins, _)| *begins).collect();
        let ends: BTreeSet<&str> = parts.iter().map(|(_, ends)| *ends).collect();
        assert_eq!(begins, BTreeSet::from(ROOMS));
        assert_eq!(ends, BTreeSet::from(HAPPENINGS));
    }
}
