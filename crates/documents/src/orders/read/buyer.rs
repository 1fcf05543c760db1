//! Who bought, as far as a row says it.

use super::layout::Layout;
use crate::formats::record::Record;

/// What stands in place of a customer where nobody is known, in lower case.
const NOBODY: &[&str] = &[
    "-",
    "--",
    "---",
    "—",
    "–",
    "?",
    "n/a",
    "#n/a",
    "na",
    "n.a.",
    "nil",
    "nan",
    "none",
    "null",
    "\\n",
    "guest",
    "guest user",
    "guest customer",
    "unknown",
    "anonymous",
    "anonymous customer",
    "no customer",
    "walk-in",
    "walk-in customer",
    "undefined",
    "гость",
    "неизвестно",
    "неизвестный",
    "неизвестен",
    "аноним",
    "анонимный",
    "анонимно",
    "нет",
    "н/д",
    "без имени",
    "розничный покупатель",
    "oaspete",
    "vizitator",
    "necunoscut",
    "necunoscută",
    "anonim",
    "fără nume",
    "επισκέπτης",
    "επισκεπτησ",
    "επισκεπτης",
    "άγνωστος",
    "αγνωστος",
    "άγνωστο",
    "ανώνυμος",
    "ανωνυμος",
    "հյուր",
    "անհայտ",
    "անանուն",
];

/// Whether a field says that it says nothing, as databases write it.
#[inline]
pub(crate) fn is_missing(text: &str) -> bool {
    !text.starts_with(|first: char| first.is_ascii_digit())
        && matches!(text, "" | "NULL" | "\\N" | "null" | "None" | "-" | "—")
}

/// Whether an id says that nobody is known.
#[inline]
fn is_nobody(id: &str) -> bool {
    let is_lower_of = |known: &str| {
        known.len() == id.len() && id.chars().flat_map(char::to_lowercase).eq(known.chars())
    };
    id.is_empty()
        || (!id.starts_with(|first: char| first.is_ascii_digit())
            && NOBODY.iter().any(|known| is_lower_of(known)))
}

/// Who bought: the id, else the e-mail address in lower case; empty where
/// neither names anybody.
#[inline]
pub(crate) fn buyer<'a>(layout: &Layout, record: &Record<'a>, lower: &'a mut String) -> &'a str {
    let id = layout.customer.map_or("", |column| record.field(column));
    let is_guest = is_nobody(id) || (id == "0" && layout.email.is_some());
    let Some(email) = layout.email.filter(|_| is_guest) else {
        return if is_guest { "" } else { id };
    };
    let email = record.field(email);
    if is_nobody(email) {
        ""
    } else if email.chars().any(char::is_uppercase) {
        lower.clear();
        lower.extend(email.chars().flat_map(char::to_lowercase));
        lower
    } else {
        email
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_nobody_name_nobody_in_any_case() {
        for id in
            ["", "N/A", "-", "None", "NULL", "Guest", "Гость", "Necunoscut", "Άγνωστος", "Անհայտ"]
        {
            assert!(is_nobody(id), "{id}");
        }
        for id in ["17", "A1", "Guest Anna", "Nan Goldin", "N", "Нетков", "0"] {
            assert!(!is_nobody(id), "{id}");
        }
    }
}
