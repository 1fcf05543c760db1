//! What of the record can be found, and where in it the words stand. Pure.

use std::collections::BTreeMap;

use store::search::{
    Document, Hit, Match, Part, Snippet, TIMELESS, are_alike, name_key, reach_the_same,
};

use super::{FoundCustomer, FoundField, FoundInteraction, Known, Likeness, Newcomer};
use crate::know::contacts::{Contact, Part as Detail};
use crate::know::customers::{Customer, CustomerId, Field};
use crate::know::interactions::{Interaction, InteractionId};
use crate::know::orders::OrderRow;
use crate::know::products::Product;

/// The kind of a customer's document.
pub const CUSTOMER: &str = "customer";
/// The kind of a product's document.
pub const PRODUCT: &str = "product";
/// The kind of an interaction's document.
pub const INTERACTION: &str = "interaction";

/// Fields whose words are the text of a customer's document.
const TOLD: [Field; 6] = [
    Field::WhyUs,
    Field::FoundUs,
    Field::Brought,
    Field::Thanked,
    Field::Leaving,
    Field::Preferences,
];

/// What tells people of one name apart.
const APART: [Field; 3] = [Field::City, Field::Phone, Field::Email];

/// Addresses and numbers of people at a customer that are shown for what was
/// typed, at most.
const PEOPLE: usize = 3;
/// So many digits are enough to show a number for them.
const SOME_DIGITS: usize = 3;
/// Russia and its neighbours dial 8 before a number of ten digits.
const DIALLED: usize = 11;

/// A customer, to be found. The town is a name too: it is misspelt and written
/// in other alphabets as people's are. The language of the facts is not said:
/// staff write them, in whichever language they think.
/// Tags and what stands in fields of the business are texts like the facts; the
/// names, addresses and numbers of the people there lead to the customer as their own
/// do.
pub fn customer(
    Known { customer, people }: &Known,
    tags: &[String],
    own: impl Iterator<Item = String>,
) -> Document {
    let value = |field| customer.value(field);
    let all = |field, detail| {
        let theirs = details(people, detail).map(str::to_owned);
        value(field).into_iter().chain(theirs).collect()
    };
    let told = TOLD.into_iter().filter_map(value);
    let mut names: Vec<String> = all(Field::Name, Detail::Name);
    names.extend(value(Field::City));
    let of_people = [Detail::Role, Detail::Note].into_iter();
    let of_people = of_people.flat_map(|detail| details(people, detail)).map(str::to_owned);
    let told: Vec<String> = told.chain(tags.iter().cloned()).chain(own).chain(of_people).collect();
    Document {
        kind: CUSTOMER,
        id: customer.id.into(),
        customer: Some(customer.id.into()),
        names,
        emails: all(Field::Email, Detail::Email),
        phones: all(Field::Phone, Detail::Phone),
        codes: value(Field::Code).into_iter().collect(),
        text: told.join("\n"),
        language: None,
        at: customer.added_at,
    }
}

/// What is known of people, one thing of each.
fn details(people: &[Contact], detail: Detail) -> impl Iterator<Item = &str> {
    people.iter().filter_map(move |person| person.details.part(detail))
}

/// Something that happened, to be found by what was said.
pub fn interaction(interaction: &Interaction) -> Document {
    Document {
        kind: INTERACTION,
        id: interaction.id.into(),
        customer: Some(interaction.customer.into()),
        names: Vec::new(),
        emails: Vec::new(),
        phones: Vec::new(),
        codes: Vec::new(),
        text: interaction.text.clone(),
        language: None,
        at: interaction.at,
    }
}

/// A product, to be found by the words of its name.
pub fn product(product: &Product) -> Document {
    Document {
        kind: PRODUCT,
        id: product.id.into(),
        customer: None,
        names: vec![product.name.clone()],
        emails: Vec::new(),
        phones: Vec::new(),
        codes: Vec::new(),
        text: String::new(),
        language: None,
        at: TIMELESS,
    }
}

/// What was found, put together by customer in the order of the first of each.
/// What is no longer in the record is left out: the index is a moment behind.
pub fn by_customer(
    hits: Vec<Hit>,
    mut known: BTreeMap<CustomerId, Known>,
    mut written: BTreeMap<InteractionId, Interaction>,
    typed: &str,
) -> Vec<FoundCustomer> {
    let chunks: Vec<&str> = typed.split_whitespace().collect();
    let mut found: Vec<(FoundCustomer, Known)> = Vec::new();
    for hit in hits {
        let Some(id) = hit.customer.map(CustomerId::from) else { continue };
        let interaction = written.remove(&hit.id.into());
        if interaction.is_none() && hit.kind != CUSTOMER {
            continue;
        }
        if let Some(known) = known.remove(&id) {
            let name = marked(known.customer.name(), &chunks);
            found.push((FoundCustomer { name, ..nothing_of(id) }, known));
        }
        let Some((group, known)) = found.iter_mut().find(|(group, _)| group.id == id) else {
            continue;
        };
        if let Some(interaction) = interaction {
            let snippet = hit.snippet;
            group.interactions.push(FoundInteraction { interaction, snippet });
        } else {
            group.is_guess = hit.matched == Match::Typo;
            group.fields = fields(known, &hit.snippet, &chunks);
        }
    }
    found.into_iter().map(|(group, known)| told_apart(group, &known.customer)).collect()
}

/// Of whom nothing is found yet.
fn nothing_of(id: CustomerId) -> FoundCustomer {
    FoundCustomer {
        id,
        name: Vec::new(),
        is_guess: false,
        fields: Vec::new(),
        apart: Vec::new(),
        interactions: Vec::new(),
        orders: Vec::new(),
    }
}

/// What was found, with the customers of some orders in front.
pub fn with_orders(
    orders: Vec<OrderRow>,
    customers: &[Customer],
    mut found: Vec<FoundCustomer>,
) -> Vec<FoundCustomer> {
    for order in orders.into_iter().rev() {
        let known = found.iter().position(|known| known.id == order.customer);
        let mut customer = if let Some(place) = known {
            found.remove(place)
        } else {
            let name = vec![Part { text: order.name.clone(), is_match: false }];
            let first = FoundCustomer { name, ..nothing_of(order.customer) };
            match customers.iter().find(|customer| customer.id == order.customer) {
                Some(customer) => told_apart(first, customer),
                None => first,
            }
        };
        customer.is_guess = false;
        customer.orders.insert(0, order);
        found.insert(0, customer);
    }
    found
}

fn told_apart(mut found: FoundCustomer, customer: &Customer) -> FoundCustomer {
    let is_shown = |field: Field| found.fields.iter().any(|shown| shown.field == field);
    let left = APART.into_iter().filter(|field| !is_shown(*field));
    found.apart = left.filter_map(|field| Some((field, customer.value(field)?))).collect();
    found
}

/// The fields beside the name that have some of what was typed.
fn fields(known: &Known, snippet: &Snippet, chunks: &[&str]) -> Vec<FoundField> {
    let Known { customer, people } = known;
    let whole = |field: Field, reaches: &dyn Fn(&str) -> bool| {
        let value = customer.value(field).filter(|value| reaches(value))?;
        let parts = vec![Part { text: value, is_match: true }];
        Some(FoundField { field, snippet: Snippet { parts, ..Snippet::default() } })
    };
    let city = customer.value(Field::City).map(|city| marked(&city, chunks));
    let city = city.filter(|parts| parts.iter().any(|part| part.is_match)).map(|parts| {
        FoundField { field: Field::City, snippet: Snippet { parts, ..Snippet::default() } }
    });
    let contacts = [
        whole(Field::Code, &|code| chunks.iter().any(|chunk| is_code(code, chunk))),
        whole(Field::Email, &|email| chunks.iter().any(|chunk| is_address(email, chunk))),
        whole(Field::Phone, &|phone| is_number(phone, chunks)),
    ];
    let own = contacts.into_iter().chain([city]).flatten();
    own.chain(of_people(people, chunks)).chain(told(customer, snippet)).collect()
}

/// Those found by a name, an address or a number whose own name does not have all that was
/// typed: what is known of somebody there may.
pub fn unexplained(
    hits: &[Hit],
    known: &BTreeMap<CustomerId, Known>,
    typed: &str,
) -> Vec<CustomerId> {
    let chunks: Vec<&str> = typed.split_whitespace().collect();
    let has_all = |known: &Known| {
        let parts = marked(known.customer.name(), &chunks);
        parts.iter().filter(|part| part.is_match).count() >= chunks.len()
    };
    let close = hits.iter().filter(|hit| hit.kind == CUSTOMER && hit.matched < Match::Text);
    let of = close.filter_map(|hit| hit.customer).map(CustomerId::from);
    of.filter(|id| known.get(id).is_some_and(|known| !has_all(known))).collect()
}

/// The names, addresses and numbers of people at a customer that have what was typed, an
/// address or number behind whose it is: those of the first few.
fn of_people(people: &[Contact], chunks: &[&str]) -> Vec<FoundField> {
    let found = people.iter().flat_map(|person| {
        let called = marked(&person.details.name, chunks);
        let called = called.iter().any(|part| part.is_match).then(|| FoundField {
            field: Field::Name,
            snippet: Snippet { parts: called, ..Snippet::default() },
        });
        let [email, phone] = [Detail::Email, Detail::Phone].map(|part| person.details.part(part));
        let email = email.filter(|email| chunks.iter().any(|chunk| is_address(email, chunk)));
        let phone = phone.filter(|phone| is_number(phone, chunks));
        let reached = [(Field::Email, email), (Field::Phone, phone)].map(|(field, value)| {
            let whose = Part { text: format!("{} · ", person.details.name), is_match: false };
            let value = Part { text: value?.to_owned(), is_match: true };
            let snippet = Snippet { parts: vec![whose, value], ..Snippet::default() };
            Some(FoundField { field, snippet })
        });
        [called].into_iter().chain(reached)
    });
    found.flatten().take(PEOPLE).collect()
}

/// By what a customer may be somebody who is about to be added.
pub fn likeness(new: &Newcomer<'_>, Known { customer, people }: &Known) -> Vec<Likeness> {
    let reaches = |field, detail, reach: &str| {
        customer.value(field).is_some_and(|own| reach_the_same(&own, reach))
            || details(people, detail).any(|theirs| reach_the_same(theirs, reach))
    };
    let by = [
        (Likeness::Phone, reaches(Field::Phone, Detail::Phone, new.phone)),
        (Likeness::Email, reaches(Field::Email, Detail::Email, new.email)),
        (Likeness::Name, are_alike(new.name, customer.name())),
    ];
    by.into_iter().filter_map(|(likeness, is_so)| is_so.then_some(likeness)).collect()
}

/// A name with the words marked that sound like what was typed, or begin so.
fn marked(name: &str, chunks: &[&str]) -> Vec<Part> {
    let sounds: Vec<String> =
        chunks.iter().map(|chunk| name_key(chunk)).filter(|sound| !sound.is_empty()).collect();
    let mut parts: Vec<Part> = Vec::new();
    for piece in name.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let sound = name_key(word);
        let is_match = sounds.iter().any(|typed| sound.starts_with(typed.as_str()));
        parts.push(Part { text: word.to_owned(), is_match });
        let gap = piece.get(word.len()..).unwrap_or_default();
        if !gap.is_empty() {
            parts.push(Part { text: gap.to_owned(), is_match: false });
        }
    }
    parts
}

fn is_code(code: &str, chunk: &str) -> bool {
    let bare = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let typed = bare(chunk);
    !typed.is_empty() && bare(code).starts_with(&typed)
}

fn is_address(email: &str, chunk: &str) -> bool {
    let (email, typed) = (email.to_lowercase(), chunk.to_lowercase());
    let domain = email.rsplit_once('@').map_or("", |(_, domain)| domain);
    match typed.strip_prefix('@') {
        Some(typed) => !typed.is_empty() && domain.starts_with(typed),
        None => email.starts_with(&typed) || domain == typed,
    }
}

fn is_number(phone: &str, chunks: &[&str]) -> bool {
    let is_of_number = |chunk: &&&str| !chunk.contains(char::is_alphabetic);
    let typed: String = chunks.iter().filter(is_of_number).copied().collect();
    let (own, typed) = (dialled(phone), dialled(&typed));
    typed.len() >= SOME_DIGITS && (own.contains(&typed) || typed.ends_with(&own) && !own.is_empty())
}

/// The digits of a number without what stands before a country or town.
fn dialled(number: &str) -> String {
    let digits: String = number.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let inland = digits.strip_prefix('8').filter(|_| digits.len() == DIALLED);
    inland.unwrap_or_else(|| digits.trim_start_matches('0')).to_owned()
}

/// Which fields the marked lines of a snippet of a customer's text stand in.
fn told(customer: &Customer, snippet: &Snippet) -> Vec<FoundField> {
    let mut fields: Vec<FoundField> = Vec::new();
    for parts in lines(snippet).into_iter().filter(|line| line.iter().any(|part| part.is_match)) {
        let line: String = parts.iter().map(|part| part.text.as_str()).collect();
        let is_told = |field: &Field| customer.value(*field).is_some_and(|v| v.contains(&line));
        let Some(field) = TOLD.into_iter().find(is_told) else { continue };
        let value = customer.value(field).unwrap_or_default();
        let snippet = Snippet {
            parts,
            is_cut_before: !value.starts_with(&line),
            is_cut_after: !value.ends_with(&line),
        };
        if fields.iter().all(|known| known.field != field) {
            fields.push(FoundField { field, snippet });
        }
    }
    fields
}

fn lines(snippet: &Snippet) -> Vec<Vec<Part>> {
    let mut lines = vec![Vec::new()];
    for part in &snippet.parts {
        for (place, piece) in part.text.split('\n').enumerate() {
            if place > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut().filter(|_| !piece.is_empty()) {
                line.push(Part { text: piece.to_owned(), is_match: part.is_match });
            }
        }
    }
    lines
}
