//! What the staff of the made-up shop know besides its orders: who looks after
//! whom, what people told them, and what they wrote down.

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::know::contacts::{self, ContactError, Details};
use domain::know::customers::{self, CustomerError, CustomerId, Field};
use domain::know::fields::{self, FieldError, FieldId};
use domain::know::interactions::{self, InteractionError, NewInteraction};
use domain::know::tags::{self, TagError};
use domain::office::staff::AccountId;
use kernel::Day;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use store::db::Failure;
use store::log::Actor;
use store::{Db, StoreError, Tx};

use super::arranged::{self, GRINDS};
use super::said::{Said, said};
use super::staff::{self, Staff};
use crate::demo::shop::{Met, Shop};

/// One in so many customers has something that is still to be done.
const TO_DO_AMONG: usize = 40;
/// With what customers are marked, each one in so many.
const TAGS: [(&str, u32); 3] = [("decaf", 4), ("gift box", 10), ("standing order", 14)];

/// Writes it all into a record that holds the shop's orders. Returns who owns
/// the shop.
///
/// # Errors
/// Where the record refuses it.
pub async fn fill(db: &Db, shop: &Shop, seed: u64) -> Result<AccountId> {
    let staff = staff::hire(db).await?;
    let grind = arranged::arrange(db, &staff).await?;
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let now = db.clock().now();
    let mut told: BTreeMap<usize, Vec<Told>> = BTreeMap::new();
    let met = shop.met();
    for (number, customer) in met.iter().enumerate() {
        let carer = rng.random_range(0..staff.carers.len());
        let brought = &met[rng.random_range(0..met.len())].person.name;
        let told_of = Told::draw(number, customer, brought, (&staff, carer), now, &mut rng);
        told.entry(carer).or_default().push(told_of);
    }
    for (carer, told) in told {
        let (carer, _) = staff.carers[carer];
        write(db, carer, grind, told).await?;
    }
    Ok(staff.owner)
}

/// What one colleague wrote down about one customer.
struct Told {
    code: String,
    known: Vec<(Field, String)>,
    people: Vec<Details>,
    notes: Vec<NewInteraction>,
    tags: Vec<&'static str>,
    grind: Option<&'static str>,
}

impl Told {
    fn draw(
        number: usize,
        met: &Met<'_>,
        brought: &str,
        by: (&Staff, usize),
        now: DateTime<Utc>,
        rng: &mut Xoshiro256PlusPlus,
    ) -> Self {
        let said = said(met.person.tongue.language);
        let mut notes = Vec::new();
        if rng.random_bool(0.45) {
            for _ in 0..rng.random_range(1..=4) {
                notes.push(note(said, met, now, rng));
            }
        }
        if rng.random_ratio(1, TO_DO_AMONG as u32) {
            notes.push(to_do(said, by, now, rng));
        }
        let crew = met.person.crew.iter().flatten();
        let people = crew.zip(said.roles).map(|(name, role)| Details {
            name: name.clone(),
            role: Some(role.to_owned()),
            ..Details::default()
        });
        let code = met.code.to_owned();
        let known = known(number, met, brought, said, rng);
        let people = people.collect();
        let mut tags = Vec::new();
        for (tag, among) in TAGS {
            if rng.random_ratio(1, among) {
                tags.push(tag);
            }
        }
        let grind = rng.random_bool(0.3).then(|| any(&GRINDS, rng));
        Self { code, known, people, notes, tags, grind }
    }
}

/// The facts that somebody asked for; the others are still to be asked.
fn known(
    number: usize,
    met: &Met<'_>,
    brought: &str,
    said: &Said,
    rng: &mut Xoshiro256PlusPlus,
) -> Vec<(Field, String)> {
    let tongue = met.person.tongue;
    let kind = if met.person.crew.is_some() { "company" } else { "person" };
    let mut known = vec![
        (Field::Kind, kind.to_owned()),
        (Field::Language, tongue.language.code().to_owned()),
        (Field::City, any(&tongue.cities, rng).to_owned()),
        (Field::FoundUs, (said.found)(met.found).to_owned()),
        (Field::Email, made_up_people::email(number as u64 + 1)),
    ];
    let telephone = made_up_people::telephone_of_nobody(number);
    known.extend(telephone.map(|telephone| (Field::Phone, telephone)));
    let mut perhaps = |chance: f64, field, value: &str| {
        if rng.random_bool(chance) {
            known.push((field, value.to_owned()));
        }
    };
    perhaps(0.55, Field::Marketing, "consent");
    perhaps(0.04, Field::Marketing, "objection");
    perhaps(0.15, Field::Brought, brought);
    let texts = [
        (0.40, Field::WhyUs, any(&said.why, rng)),
        (0.20, Field::Leaving, any(&said.leaving, rng)),
        (0.25, Field::Preferences, any(&said.preferences, rng)),
    ];
    for (chance, field, text) in texts {
        if rng.random_bool(chance) {
            known.push((field, text.to_owned()));
        }
    }
    known
}

/// Something said while they bought here.
fn note(
    said: &Said,
    met: &Met<'_>,
    now: DateTime<Utc>,
    rng: &mut Xoshiro256PlusPlus,
) -> NewInteraction {
    let (kind, text) = said.notes[rng.random_range(0..said.notes.len())];
    let days = met.last.days_since(met.first) + 14;
    let at = at_work(met.first.plus_days(rng.random_range(0..days)), rng);
    NewInteraction { kind, at: Some(at.min(now)), text: text.to_owned(), follow_up: None }
}

/// Something of the last days that has to be followed up, by one of those who look
/// after customers; whom it mentions is another of them.
fn to_do(
    said: &Said,
    (staff, by): (&Staff, usize),
    now: DateTime<Utc>,
    rng: &mut Xoshiro256PlusPlus,
) -> NewInteraction {
    let (kind, text) = said.to_do[rng.random_range(0..said.to_do.len())];
    let drawn = rng.random_range(0..staff.carers.len());
    let other = if drawn == by { (drawn + 1) % staff.carers.len() } else { drawn };
    let (_, colleague) = staff.carers[other];
    let today = Day::from(now.date_naive());
    let at = at_work(today.plus_days(-rng.random_range(4..20)), rng);
    NewInteraction {
        kind,
        at: Some(at),
        text: text.replace("{colleague}", colleague),
        follow_up: Some(NaiveDate::from(today.plus_days(rng.random_range(-3..9)))),
    }
}

/// Some minute of a working day.
fn at_work(day: Day, rng: &mut Xoshiro256PlusPlus) -> DateTime<Utc> {
    let opening = NaiveDate::from(day).and_hms_opt(8, 0, 0).unwrap_or_default().and_utc();
    opening + TimeDelta::minutes(rng.random_range(0..540))
}

fn any<'t>(texts: &[&'t str], rng: &mut Xoshiro256PlusPlus) -> &'t str {
    texts[rng.random_range(0..texts.len())]
}

/// Writes down what one colleague has to say: all of it, or nothing.
async fn write(db: &Db, carer: AccountId, grind: FieldId, told: Vec<Told>) -> Result<()> {
    let change = async move |tx: &mut Tx<'_>| {
        for told in &told {
            if let Some(id) = customers::with_code(tx, &told.code).await? {
                write_of(tx, id, (carer, grind), told).await?;
            }
        }
        Ok::<_, Refused>(())
    };
    Ok(db.write(Actor::Staff(carer.into()), change).await?)
}

async fn write_of(
    tx: &mut Tx<'_>,
    id: CustomerId,
    (carer, grind): (AccountId, FieldId),
    told: &Told,
) -> Result<(), Refused> {
    let mut known = told.known.clone();
    known.push((Field::Owner, carer.to_string()));
    customers::edit(tx, id, None, &known).await?;
    for note in &told.notes {
        interactions::log(tx, id, note).await?;
    }
    for details in &told.people {
        contacts::add(tx, id, details).await?;
    }
    for tag in &told.tags {
        tags::add(tx, id, tag).await?;
    }
    if let Some(ground) = told.grind {
        fields::set(tx, id, grind, ground).await?;
    }
    Ok(())
}

/// Why the record did not take what a colleague had to say.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    Customer(#[from] CustomerError),
    #[error(transparent)]
    Interaction(#[from] InteractionError),
    #[error(transparent)]
    Contact(#[from] ContactError),
    #[error(transparent)]
    Tag(#[from] TagError),
    #[error(transparent)]
    Field(#[from] FieldError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Failure for Refused {
    fn store(&self) -> Option<&StoreError> {
        match self {
            Refused::Customer(error) => error.store(),
            Refused::Interaction(error) => error.store(),
            Refused::Contact(error) => error.store(),
            Refused::Tag(error) => error.store(),
            Refused::Field(error) => error.store(),
            Refused::Store(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::Language;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn nobody_mentions_themselves() {
        let somebody = AccountId::from(Uuid::nil());
        let carers = ["nora", "mihai", "daria", "eleni"].map(|handle| (somebody, handle)).into();
        let staff = Staff { owner: somebody, carers };
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        let mut mentions = 0;
        for draw in 0..400 {
            let by = draw % staff.carers.len();
            let text = to_do(said(Language::English), (&staff, by), now, &mut rng).text;
            assert!(!text.contains(&format!("@{}", staff.carers[by].1)), "{text}");
            mentions += usize::from(text.contains('@'));
        }
        assert!(mentions > 100, "colleagues are mentioned: {mentions}");
    }
}
