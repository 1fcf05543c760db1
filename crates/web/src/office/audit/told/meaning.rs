//! What the names in events mean: what people call them, and how what stands
//! there is said.

use std::borrow::Cow;

use domain::know::customers::Field;
use domain::know::orders::ShipmentSent;
use store::log::Event as _;

use crate::know::customers::inputs;
use crate::office::audit::words::begins;

/// What a name in an event means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing to people.
    Untold,
    /// What the message of this key says.
    Told(Cow<'static, str>, Shows),
}

/// How a value is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// As it stands: a number, a day, a moment, yes or no, the name behind an
    /// id, or what somebody typed.
    Plain,
    /// Something that has no name, such as a picture.
    Nameless,
    /// Minor units of a currency.
    Amount,
    /// So many; nothing is said about none.
    Count,
    /// The size of a file.
    Bytes,
    /// What a field of a customer holds.
    Field(Field),
    /// How somebody said what they want.
    How,
    /// A call, a visit or the like.
    Interaction,
    /// How far an order is.
    OrderState,
    /// What somebody is here.
    Role,
    /// What a program may do.
    Right,
    /// A language.
    Language,
    /// What a browser calls itself.
    Browser,
    /// Work in the background.
    Job,
    /// What a field of the business's own holds.
    Holds,
    /// From when to when somebody is there, on each day of the week.
    Hours,
    /// A column of a list.
    Column,
    /// What a list is sorted by.
    Sort,
    /// Whom a list means.
    Query,
    /// The ending of a file.
    Ending,
}

/// What a name means in events of a kind; none where nobody has said so. The
/// empty name is that of a change which has no other.
pub fn meaning(kind: &str, name: &str) -> Option<Meaning> {
    match begins(kind) {
        "customer" => customer(name),
        "contact" => contact(name),
        "interaction" => interaction(name),
        "order" | "orders" => order(name),
        "shipment" => shipment(kind, name),
        "product" => product(name),
        "staff" => staff(name),
        "team" => team(name),
        "token" => token(name),
        "settings" => settings(name),
        "job" => job(name),
        "import" => import(name),
        "bulk" => bulk(name),
        "list" => list(name),
        "view" => view(name),
        "field" => field(name),
        _ => None,
    }
}

fn told(key: &'static str, shows: Shows) -> Meaning {
    Meaning::Told(Cow::Borrowed(key), shows)
}

fn customer(name: &str) -> Option<Meaning> {
    if let Some(field) = Field::named(name) {
        return Some(Meaning::Told(Cow::Owned(inputs::key(field)), Shows::Field(field)));
    }
    Some(match name {
        "" => told("field-marketing", Shows::Field(Field::Marketing)),
        "how" => told("consent-how", Shows::How),
        "note" => told("consent-note", Shows::Plain),
        "tag" => told("bulk-tag", Shows::Plain),
        _ => return None,
    })
}

fn contact(name: &str) -> Option<Meaning> {
    Some(match name {
        "name" => told("field-name", Shows::Plain),
        "role" => told("contact-role", Shows::Plain),
        "email" => told("field-email", Shows::Plain),
        "phone" => told("field-phone", Shows::Plain),
        "note" => told("consent-note", Shows::Plain),
        _ => return None,
    })
}

fn interaction(name: &str) -> Option<Meaning> {
    Some(match name {
        "kind" => told("told-kind", Shows::Interaction),
        "at" => told("audit-when", Shows::Plain),
        "text" => told("interaction-text", Shows::Plain),
        "follow_up" | "on" => told("interaction-follow-up", Shows::Plain),
        "done" => told("interaction-done", Shows::Plain),
        "mentioned" => told("told-mentioned", Shows::Plain),
        "name" => told("field-name", Shows::Plain),
        "size" => told("told-size", Shows::Bytes),
        "file" | "hash" | "sniffed" => Meaning::Untold,
        _ => return None,
    })
}

/// Amounts say in which currency they are.
fn order(name: &str) -> Option<Meaning> {
    Some(match name {
        "" | "state" => told("orders-state", Shows::OrderState),
        "source" => told("imports-source", Shows::Plain),
        "code" => told("role-order", Shows::Plain),
        "placed_at" | "at" => told("orders-placed", Shows::Plain),
        "total" => told("role-amount", Shows::Amount),
        "lines" => told("order-lines", Shows::Plain),
        "orders" => told("list-orders", Shows::Plain),
        "name" => told("role-product", Shows::Plain),
        "quantity" => told("role-quantity", Shows::Plain),
        "unit_price" => told("role-price", Shows::Amount),
        "shipment" => told("room-shipment", Shows::Plain),
        "id" | "product" | "currency" => Meaning::Untold,
        _ => return None,
    })
}

fn shipment(kind: &str, name: &str) -> Option<Meaning> {
    Some(match name {
        "" => told("timeline-shipment-arrived", Shows::Plain),
        "carrier" => told("order-carrier", Shows::Plain),
        "tracking" => told("order-tracking", Shows::Plain),
        "shipped_at" => told("timeline-shipment-sent", Shows::Plain),
        // It is called by its carrier and number, which are told then.
        "shipment" if kind == ShipmentSent::KIND => Meaning::Untold,
        "shipment" => told("room-shipment", Shows::Plain),
        _ => return None,
    })
}

fn product(name: &str) -> Option<Meaning> {
    Some(match name {
        "" | "name" => told("field-name", Shows::Plain),
        _ => return None,
    })
}

fn staff(name: &str) -> Option<Meaning> {
    Some(match name {
        "" | "role" => told("user-role", Shows::Role),
        "name" => told("field-name", Shows::Plain),
        "email" => told("field-email", Shows::Plain),
        "language" => told("field-language", Shows::Language),
        "agent" => told("told-browser", Shows::Browser),
        "team" => told("room-team", Shows::Plain),
        _ => return None,
    })
}

fn team(name: &str) -> Option<Meaning> {
    Some(match name {
        "" | "name" => told("field-name", Shows::Plain),
        _ => return None,
    })
}

fn token(name: &str) -> Option<Meaning> {
    Some(match name {
        "name" => told("field-name", Shows::Plain),
        "rights" => told("token-rights", Shows::Right),
        "account" => told("token-whose", Shows::Plain),
        "expires_at" => told("told-expires", Shows::Plain),
        _ => return None,
    })
}

fn settings(name: &str) -> Option<Meaning> {
    Some(match name {
        "group" => Meaning::Untold,
        "name" => told("field-name", Shows::Plain),
        "colour" => told("setting-colour", Shows::Plain),
        "logo" => told("setting-logo", Shows::Nameless),
        "main_language" => told("setting-main-language", Shows::Language),
        "languages" => told("setting-languages", Shows::Language),
        "currency" => told("setting-currency", Shows::Plain),
        "time_zone" => told("setting-time-zone", Shows::Plain),
        "hours" => told("setting-hours", Shows::Hours),
        "holidays" => told("setting-holidays", Shows::Plain),
        "on" => told("audit-when", Shows::Plain),
        "tiers" => told("settings-tiers", Shows::Plain),
        "spent_a_year" => told("setting-tier-spent", Shows::Amount),
        "lost_after" => told("setting-lost-after", Shows::Plain),
        "horizon_months" => told("setting-horizon", Shows::Plain),
        "margin_percent" => told("setting-margin", Shows::Plain),
        "gold_percent" => told("setting-gold", Shows::Plain),
        _ => return None,
    })
}

fn job(name: &str) -> Option<Meaning> {
    Some(match name {
        "job" => told("room-job", Shows::Job),
        "reason" => told("job-reason", Shows::Plain),
        _ => return None,
    })
}

fn import(name: &str) -> Option<Meaning> {
    let key = match name {
        "source" => return Some(told("imports-source", Shows::Plain)),
        "files" => return Some(told("imports-files", Shows::Plain)),
        "other_currencies" => return Some(told("told-other-currencies", Shows::Plain)),
        "currency_of_record" => return Some(told("told-currency-of-record", Shows::Plain)),
        "currency_of_files" => return Some(told("told-currency-of-files", Shows::Plain)),
        "orders_in_another_currency" => "told-orders-in-another-currency",
        "customers" => "frame-customers",
        "orders" => "list-orders",
        "rows" => "told-rows",
        "rejected" => "told-rejected",
        "anonymous" => "told-anonymous",
        "unmatched_returns" => "told-unmatched-returns",
        "customers_added" => "told-customers-added",
        "customers_known" => "told-customers-known",
        "customers_filled" => "told-customers-filled",
        "orders_added" => "told-orders-added",
        "orders_known" => "told-orders-known",
        "orders_differing" => "told-orders-differing",
        "orders_given_currency" => "told-orders-given-currency",
        "orders_clashing" => "told-orders-clashing",
        "orders_removed" => "told-orders-removed",
        "orders_kept" => "told-orders-kept",
        "customers_removed" => "told-customers-removed",
        "customers_kept" => "told-customers-kept",
        "fields_emptied" => "told-fields-emptied",
        "fields_kept" => "told-fields-kept",
        "currencies_emptied" => "told-currencies-emptied",
        "currencies_kept" => "told-currencies-kept",
        "products_removed" => "told-products-removed",
        _ => return None,
    };
    Some(told(key, Shows::Count))
}

fn bulk(name: &str) -> Option<Meaning> {
    Some(match name {
        "query" => told("told-query", Shows::Query),
        "customers" => told("frame-customers", Shows::Count),
        _ => return None,
    })
}

fn list(name: &str) -> Option<Meaning> {
    Some(match name {
        "query" => told("told-query", Shows::Query),
        "form" => told("told-form", Shows::Ending),
        _ => return None,
    })
}

fn view(name: &str) -> Option<Meaning> {
    Some(match name {
        "name" => told("field-name", Shows::Plain),
        "query" => told("told-query", Shows::Query),
        "sort" => told("told-sort", Shows::Sort),
        "columns" => told("list-columns", Shows::Column),
        "is_shared" => told("view-shared", Shows::Plain),
        _ => return None,
    })
}

fn field(name: &str) -> Option<Meaning> {
    Some(match name {
        "" => told("room-field", Shows::Plain),
        "name" => told("field-name", Shows::Plain),
        "key" => told("own-key", Shows::Plain),
        "type" => told("own-holds", Shows::Holds),
        "of" => told("own-choices", Shows::Plain),
        _ => return None,
    })
}
