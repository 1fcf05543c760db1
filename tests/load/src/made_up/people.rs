//! Who the made-up business has to do with.

use domain::know::customers::Field;
use domain::office::rights::Role;
use made_up_people::{COMPOSED, TONGUES};

use super::{Colleague, Draw};

/// The address that the owner of every made-up business signs in with.
pub const EMAIL_OF_OWNER: &str = "colleague-1@example.com";
/// The password of every colleague of every made-up business.
pub const PASSWORD: &str = "made up and known to all";

/// People who work there.
const STAFF: usize = 20;

/// What is drawn.
const NAME: u64 = 1;
const DETAILS: u64 = 2;
const OWNER: u64 = 3;
const COLLEAGUE: u64 = 4;

/// What staff wrote down of a few customers.
const WHY_US: [&str; 5] = [
    "we answer on the same day",
    "рядом с домом, и всё свежее",
    "prețurile sunt corecte",
    "μας εμπιστεύονται χρόνια",
    "միշտ օգնում ենք ընտրել",
];

pub(super) fn staff(seed: u64) -> Vec<Colleague> {
    let role = |place| if place == 0 { Role::Owner } else { Role::Agent };
    (0..STAFF)
        .map(|place| Colleague {
            name: name(&mut Draw::of(seed, COLLEAGUE, place as u64), place % TONGUES.len()),
            email: format!("colleague-{}@example.com", place + 1),
            role: role(place),
        })
        .collect()
}

pub(super) fn colleague_of(seed: u64, customer: u64) -> usize {
    Draw::of(seed, OWNER, customer).place(STAFF)
}

/// The language of a customer, as a place among the five.
pub(super) fn tongue(seed: u64, customer: u64) -> usize {
    Draw::of(seed, NAME, customer).place(TONGUES.len())
}

pub(super) fn known(seed: u64, customer: u64) -> Vec<(Field, String)> {
    let mut names = Draw::of(seed, NAME, customer);
    let place = names.place(TONGUES.len());
    let tongue = &TONGUES[place];
    let name = name(&mut names, place);
    let mut draw = Draw::of(seed, DETAILS, customer);
    let mut known = vec![
        (Field::Name, name),
        (Field::Kind, "person".to_owned()),
        (Field::Code, format!("C-{:07}", customer + 1)),
        (Field::Language, tongue.language.code().to_owned()),
        (Field::Country, tongue.country.code.to_owned()),
        (Field::City, tongue.cities[draw.frequent_first(tongue.cities.len())].to_owned()),
    ];
    if !draw.once_in(4) {
        known.push((Field::Email, made_up_people::email(customer + 1)));
    }
    if !draw.once_in(8) {
        known.push((Field::Phone, tongue.telephone(draw.below(10_000_000))));
    }
    if draw.once_in(20) {
        known.push((Field::WhyUs, WHY_US[place].to_owned()));
    }
    known
}

fn name(draw: &mut Draw, tongue: usize) -> String {
    let tongue = &TONGUES[tongue];
    let given = tongue.given[draw.frequent_first(tongue.given.len())];
    format!("{given} {}", tongue.composed(draw.place(COMPOSED)))
}
