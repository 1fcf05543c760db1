//! What can be added from any page.

use domain::know::customers::CustomerId;
use domain::know::interactions::Kind;

use crate::know::interactions::words;
use crate::routes::with_query;

/// Something that can be added from any page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adding {
    /// Something that happened with a customer.
    Interaction(Kind),
    /// A person or company.
    Customer,
    /// Something they bought.
    Order,
}

impl Adding {
    /// All of them, the most frequent first.
    pub const ALL: [Adding; 7] = [
        Adding::Interaction(Kind::Call),
        Adding::Interaction(Kind::Meeting),
        Adding::Interaction(Kind::Visit),
        Adding::Interaction(Kind::Note),
        Adding::Interaction(Kind::Gift),
        Adding::Order,
        Adding::Customer,
    ];

    /// The page that adds it.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Adding::Interaction(_) => "/interactions/new",
            Adding::Customer => "/customers/new",
            Adding::Order => "/orders/new",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Adding::Interaction(kind) => words::key(kind),
            Adding::Customer => "frame-add-customer",
            Adding::Order => "frame-add-order",
        }
    }

    /// Its icon.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Adding::Interaction(kind) => words::icon_name(kind),
            Adding::Customer => "person",
            Adding::Order => "order",
        }
    }

    /// The key that chooses it once the menu is open.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Adding::Interaction(Kind::Call) => 'c',
            Adding::Interaction(Kind::Meeting) => 'm',
            Adding::Interaction(Kind::Visit) => 'v',
            Adding::Interaction(Kind::Note) => 'n',
            Adding::Interaction(Kind::Gift) => 'g',
            Adding::Customer => 'p',
            Adding::Order => 'o',
        }
    }

    /// Whether it is small enough to be added in a window over the page.
    #[must_use]
    pub fn is_small(self) -> bool {
        matches!(self, Adding::Interaction(_))
    }

    /// The page that adds it about a customer, where one is known, and leads
    /// back to where one was.
    #[must_use]
    pub fn href(self, about: Option<CustomerId>, back: &str) -> String {
        let customer = about.map(|customer| customer.to_string());
        let mut pairs = Vec::new();
        if let Adding::Interaction(kind) = self {
            pairs.push(("kind", kind.name()));
        }
        if let Some(customer) = customer.as_deref().filter(|_| self != Adding::Customer) {
            pairs.push(("customer", customer));
        }
        if self.is_small() {
            pairs.push(("back", back));
        }
        with_query(self.path(), pairs)
    }
}
