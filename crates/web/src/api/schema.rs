//! Schemas of what several things hold, made from the words of the rooms so
//! that the document never lags behind them. Each says itself what it is: a
//! field that has its schema from here loses its own comment.

use domain::know::customers::{Channel, Field, How, Kind, Marketing};
use domain::know::fields::Holds;
use domain::know::imports;
use domain::know::interactions;
use domain::know::orders::State;
use domain::know::query::standing_word;
use domain::office::rights::Role;
use kernel::Language;
use review::figures::{Segment, Standing};
use serde::Serialize;
use serde_json::Value;
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType};
use utoipa::openapi::{KnownFormat, SchemaFormat, Type};

/// One of some words.
pub fn word(words: impl IntoIterator<Item = &'static str>) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words))
}

/// One of some words, or none.
fn word_or_none(words: impl IntoIterator<Item = &'static str>) -> ObjectBuilder {
    let words = words.into_iter().map(Value::from).chain([Value::Null]);
    let schema_type = SchemaType::from_iter([Type::String, Type::Null]);
    ObjectBuilder::new().schema_type(schema_type).enum_values(Some(words))
}

/// What somebody says to marketing, or nothing.
pub fn marketing() -> Object {
    let about = "Whether they agree to marketing or object to it; null where nothing stands.";
    let words = Marketing::ALL.iter().map(|said| said.word());
    word_or_none(words).description(Some(about)).build()
}

/// Whether they still come, by the review.
pub fn standing() -> Object {
    let about = "Whether they still come: within their rhythm, silent longer than it, or lost.";
    word(Standing::ALL.map(standing_word)).description(Some(about)).build()
}

/// The segment of a customer, by the review.
pub fn segment() -> Object {
    let about = "Their segment by how lately and how often they ordered.";
    word(Segment::ALL.map(Segment::key)).description(Some(about)).build()
}

/// How somebody told us, or nothing.
pub fn how() -> Object {
    let words = How::ALL.iter().map(|how| how.word());
    word_or_none(words).description(Some("How they told it.")).build()
}

/// What a field of the business holds.
pub fn field_type() -> Object {
    word(Holds::TYPES).description(Some("What it holds.")).build()
}

/// How far an import is.
pub fn import_state() -> Object {
    let words = imports::State::ALL.map(imports::State::name);
    word(words).description(Some("How far it is.")).build()
}

/// What became of the rows of an import.
pub fn rows_read() -> Object {
    counts(&imports::Read::default()).description(Some("What became of the rows.")).build()
}

/// What became of the customers and orders of an import.
pub fn applied() -> Object {
    let about = "What became of customers and orders.";
    counts(&imports::Applied::default()).description(Some(about)).build()
}

/// What was taken back of an import, or nothing.
pub fn undone() -> Object {
    let schema_type = SchemaType::from_iter([Type::Object, Type::Null]);
    let about = "What was taken back, where it was.";
    let counts = counts(&imports::Undone::default()).description(Some(about));
    counts.schema_type(schema_type).build()
}

/// Counts by their names.
fn counts(none: &impl Serialize) -> ObjectBuilder {
    let names = serde_json::to_value(none).ok();
    let names = names.as_ref().and_then(Value::as_object).into_iter().flat_map(|map| map.keys());
    let count = || ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0));
    names.fold(ObjectBuilder::new(), |object, name| object.property(name, count()).required(name))
}

/// What kind of thing happened.
pub fn interaction_kind() -> Object {
    let words = interactions::Kind::ALL.map(interactions::Kind::name);
    word(words).description(Some("What it was.")).build()
}

/// How far an order is.
pub fn order_state() -> Object {
    let about = "How far it is. Where there are shipments they say so, and all that is left to say \
                 of it is that it was called off.";
    word(State::ALL.map(State::name)).description(Some(about)).build()
}

/// What somebody is here.
pub fn role() -> Object {
    word(Role::ALL.map(Role::name)).description(Some("What they are here.")).build()
}

/// What a field of a customer holds, or nothing.
pub fn field(field: Field) -> ObjectBuilder {
    let text = ObjectBuilder::new().max_length(Some(field.longest()));
    let schema = match field {
        Field::Kind => word_or_none(Kind::ALL.iter().map(|kind| kind.word())),
        Field::Channel => word_or_none(Channel::ALL.iter().map(|channel| channel.word())),
        Field::Marketing => word_or_none(Marketing::ALL.iter().map(|marketing| marketing.word())),
        Field::Language => word_or_none(Language::ALL.map(Language::code)),
        Field::Owner => {
            ObjectBuilder::new().format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)))
        }
        Field::Country => ObjectBuilder::new().pattern(Some("^[A-Za-z]{2}$")),
        Field::Name
        | Field::Code
        | Field::Email
        | Field::Phone
        | Field::City
        | Field::WhyUs
        | Field::FoundUs
        | Field::Brought
        | Field::Thanked
        | Field::Leaving
        | Field::Preferences => text,
    };
    let schema_type = match field {
        Field::Name => SchemaType::from(Type::String),
        _ => SchemaType::from_iter([Type::String, Type::Null]),
    };
    schema.schema_type(schema_type).description(Some(describe(field)))
}

fn describe(field: Field) -> &'static str {
    match field {
        Field::Name => "What they are called.",
        Field::Kind => "A person or a company.",
        Field::Code => "Their number in your other systems; no two customers have the same.",
        Field::Owner => "The account of who looks after them.",
        Field::Email => "Their main e-mail address.",
        Field::Phone => "Their main telephone number, as people write it.",
        Field::Language => "The language they prefer.",
        Field::Channel => "How they prefer to be reached.",
        Field::Country => "Their country: ISO 3166-1 alpha-2.",
        Field::City => "Their town.",
        Field::Marketing => "Whether we may write to them of our own accord.",
        Field::WhyUs => "Why they choose us.",
        Field::FoundUs => "How they found us.",
        Field::Brought => "Whom they brought.",
        Field::Thanked => "How we thanked them.",
        Field::Leaving => "What would make, or made, them leave.",
        Field::Preferences => "What one should know before speaking to them.",
    }
}
