//! The filter for whoever does not want to type: a form that adds conditions.

use std::collections::HashMap;

use axum::extract::RawQuery;
use axum::response::Redirect;
use domain::know::fields::{CustomField, Holds};
use domain::know::query::{self, Condition};
use domain::office::staff::Account;
use kernel::Language;
use review::figures::Standing;
use review::sentences;

use super::asked::Asked;
use super::columns;
use crate::components::{Choice, Input, Kind};
use crate::{Problem, Reader};

/// What stands before the name of a condition in the form.
const ADD: &str = "add-";

/// What the form asks for.
pub fn inputs(
    reader: Reader,
    staff: &[Account],
    tags: &[String],
    own: &[CustomField],
) -> Vec<Input> {
    let choice = |name: &str, label: &str, pairs: Vec<(String, String)>| Input {
        kind: one_of(pairs),
        ..Input::line(&format!("{ADD}{name}"), reader.say(label))
    };
    let me = [("me", "query-me"), ("none", "query-nobody")];
    let owners = me
        .map(|(value, key)| (value.to_owned(), reader.say(key)))
        .into_iter()
        .chain(staff.iter().map(|account| (account.email.clone(), account.name.clone())));
    let ages = |signs: [(&str, u32); 3]| -> Vec<(String, String)> {
        let days = signs.map(|(sign, days)| {
            (format!("{sign}{days}d"), format!("{sign} {}", reader.phrases.days(days)))
        });
        days.into()
    };
    let kinds =
        ["person", "company"].map(|kind| (kind.to_owned(), reader.say(&format!("kind-{kind}"))));
    let standings = Standing::ALL.map(|standing| {
        let words = sentences::standing(reader.phrases, standing);
        (query::standing_word(standing).to_owned(), words)
    });
    let languages = Language::ALL.map(|l| (l.code().to_owned(), l.name().to_owned()));
    let consents =
        query::Consent::ALL.map(|said| (said.word().to_owned(), columns::consent(reader, said)));
    let tags = tags.iter().map(|tag| (tag.clone(), tag.clone())).collect();
    let number = |name: &str, label: &str| Input {
        kind: Kind::Line("number"),
        ..Input::line(&format!("{ADD}{name}"), reader.say(label))
    };
    let mut inputs = vec![
        choice("owner", "field-owner", owners.collect()),
        choice("tag", "list-tags", tags),
        choice("standing", "list-standing", standings.into()),
        number("risk", "list-risk-least"),
        choice("seen", "customers-seen", ages([("<", 30), (">", 60), (">", 180)])),
        number("spent", "list-spent-least"),
        number("orders", "list-orders-least"),
        Input::line(&format!("{ADD}city"), reader.say("field-city")),
        choice("kind", "field-kind", kinds.into()),
        choice("language", "field-language", languages.into()),
        choice("consent", "field-marketing", consents.into()),
    ];
    inputs.extend(own.iter().map(|field| {
        let name = format!("{ADD}{}", field.key);
        let kind = match &field.holds {
            Holds::Choice { of } => one_of(of.iter().map(|word| (word.clone(), word.clone()))),
            Holds::Date => Kind::Line("date"),
            Holds::Number => Kind::Line("number"),
            Holds::Text | Holds::YesNo => Kind::Line("text"),
        };
        Input { kind, ..Input::line(&name, field.name.clone()) }
    }));
    inputs
}

/// One of several values, by their words, or none of them.
fn one_of(pairs: impl IntoIterator<Item = (String, String)>) -> Kind {
    let nothing = Choice { value: String::new(), words: "–".to_owned() };
    let pairs = pairs.into_iter().map(|(value, words)| Choice { value, words });
    Kind::Choice(std::iter::once(nothing).chain(pairs).collect())
}

/// `GET /customers/filter`: adds what was filled in to the query and leads to
/// the list.
///
/// # Errors
/// Where what was sent cannot be read.
pub async fn add(RawQuery(raw): RawQuery) -> Result<Redirect, Problem> {
    let raw = raw.unwrap_or_default();
    let asked = Asked::read(&raw)?;
    let sent: HashMap<String, Vec<String>> =
        serde_html_form::from_str(&raw).map_err(|error| Problem::Malformed(error.to_string()))?;
    let mut added: Vec<(String, String)> = sent
        .into_iter()
        .filter_map(|(name, values)| {
            let value = values.into_iter().next().filter(|value| !value.trim().is_empty())?;
            Some((name.strip_prefix(ADD)?.to_owned(), value))
        })
        .collect();
    added.sort();
    // What is chosen replaces what was chosen of the same; of tags all may be wanted.
    let chosen_again = |condition: &Condition| {
        let is_added = |name: &str| name != "tag" && added.iter().any(|(added, _)| added == name);
        !condition.is_negated && condition.test.name().is_some_and(is_added)
    };
    let mut text = match asked.query.clone() {
        Ok(mut query) => {
            query.conditions.retain(|condition| !chosen_again(condition));
            query.to_string()
        }
        Err(_) => asked.canonical(),
    };
    for (name, value) in added {
        let value = value.trim().replace('"', "\"\"");
        let condition = match name.as_str() {
            "spent" | "orders" | "risk" => format!("{name}:>={value}"),
            "seen" => format!("{name}:{value}"),
            _ => format!("{name}:\"{value}\""),
        };
        text = format!("{text} {condition}");
    }
    let sort = asked.sort.name();
    Ok(Redirect::to(&Asked::of(text.trim(), &sort, &asked.columns).href()))
}
