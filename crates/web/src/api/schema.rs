//! Schemas of what several things hold, made from the words of the rooms so
//! that the document never lags behind them.

use domain::know::customers::{Channel, Field, Kind, Marketing};
use domain::know::interactions;
use domain::know::orders::State;
use domain::office::rights::Role;
use kernel::Language;
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType};
use utoipa::openapi::{KnownFormat, SchemaFormat, Type};

/// One of some words.
pub fn word(words: impl IntoIterator<Item = &'static str>) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words))
}

/// What kind of thing happened.
pub fn interaction_kind() -> Object {
    word(interactions::Kind::ALL.map(interactions::Kind::name)).build()
}

/// How far an order is.
pub fn order_state() -> Object {
    word(State::ALL.map(State::name)).build()
}

/// What somebody is here.
pub fn role() -> Object {
    word(Role::ALL.map(Role::name)).build()
}

/// What a field of a customer holds, or nothing.
pub fn field(field: Field) -> ObjectBuilder {
    let text = ObjectBuilder::new().max_length(Some(field.longest()));
    let schema = match field {
        Field::Kind => word(Kind::ALL.iter().map(|kind| kind.word())),
        Field::Channel => word(Channel::ALL.iter().map(|channel| channel.word())),
        Field::Marketing => word(Marketing::ALL.iter().map(|marketing| marketing.word())),
        Field::Language => word(Language::ALL.map(Language::code)),
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
