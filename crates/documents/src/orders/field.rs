//! What a column of an orders file can mean.

use std::fmt;
use std::str::FromStr;

/// The meaning of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Who bought: their id, or the name they go by.
    Customer,
    /// The buyer's e-mail address; stands for the customer where there is no id.
    Email,
    /// The buyer's telephone number.
    Phone,
    /// The day of the order, with or without a time.
    Date,
    /// The time of day, where it has a column of its own.
    Time,
    /// The order's id.
    Order,
    /// What the row came to.
    Amount,
    /// How many pieces.
    Quantity,
    /// The price of one piece.
    Price,
    /// What the amounts are in.
    Currency,
    /// Whether the sale went through: paid, failed, refunded, …
    Status,
    /// How much of the amount was given back.
    Refunded,
    /// What was bought.
    Product,
    /// What kind of thing was bought.
    Category,
    /// Where the customer came from.
    Source,
    /// The customer's country.
    Country,
    /// The discount given.
    Discount,
}

/// A word that is not a [`Field`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a field; the fields are {list}", list = Field::list())]
pub struct UnknownField(pub String);

impl Field {
    /// All fields, in the order in which a mapping is shown.
    pub const ALL: [Field; 17] = [
        Self::Customer,
        Self::Email,
        Self::Phone,
        Self::Date,
        Self::Time,
        Self::Order,
        Self::Amount,
        Self::Quantity,
        Self::Price,
        Self::Currency,
        Self::Status,
        Self::Refunded,
        Self::Product,
        Self::Category,
        Self::Source,
        Self::Country,
        Self::Discount,
    ];

    /// Its name on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Date => "date",
            Self::Time => "time",
            Self::Order => "order",
            Self::Amount => "amount",
            Self::Quantity => "quantity",
            Self::Price => "price",
            Self::Currency => "currency",
            Self::Status => "status",
            Self::Refunded => "refunded",
            Self::Product => "product",
            Self::Category => "category",
            Self::Source => "source",
            Self::Country => "country",
            Self::Discount => "discount",
        }
    }

    /// What it says about a customer or an order, for the audit of the lost;
    /// `None` for the fields an order is made of.
    #[must_use]
    pub fn role(self) -> Option<AttributeRole> {
        match self {
            Self::Category => Some(AttributeRole::Category),
            Self::Product => Some(AttributeRole::Product),
            Self::Source => Some(AttributeRole::Source),
            Self::Country => Some(AttributeRole::Country),
            Self::Discount => Some(AttributeRole::Discount),
            Self::Customer
            | Self::Email
            | Self::Phone
            | Self::Date
            | Self::Time
            | Self::Order
            | Self::Amount
            | Self::Quantity
            | Self::Price
            | Self::Currency
            | Self::Status
            | Self::Refunded => None,
        }
    }

    fn list() -> String {
        Self::ALL.map(Self::key).join(", ")
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Field {
    type Err = UnknownField;

    fn from_str(text: &str) -> Result<Self, UnknownField> {
        let key = text.trim().to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|field| field.key() == key)
            .ok_or_else(|| UnknownField(text.trim().to_owned()))
    }
}

/// A column whose values are handed on as they are: `OrderRow::attributes`
/// has one text for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeColumn {
    /// Its name in the files (`#3` where they have no header).
    pub name: String,
    /// What it is known to mean.
    pub role: AttributeRole,
}

/// What an attribute column is known to mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributeRole {
    /// What kind of thing was bought.
    Category,
    /// What was bought.
    Product,
    /// Where the customer came from.
    Source,
    /// The customer's country.
    Country,
    /// The discount given.
    Discount,
    /// Anything else with few different values.
    Other,
}
