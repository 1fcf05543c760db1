//! What the frame leads to.

/// A section of the house, in the order of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Who needs me now.
    Today,
    /// Everybody we know.
    Customers,
    /// The retention review.
    Review,
    /// How the house is set up.
    Settings,
}

impl Section {
    /// All of them.
    pub const ALL: [Section; 4] =
        [Section::Today, Section::Customers, Section::Review, Section::Settings];

    /// Where it begins.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Section::Today => "/",
            Section::Customers => "/customers",
            Section::Review => "/review",
            Section::Settings => "/settings",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Section::Today => "frame-today",
            Section::Customers => "frame-customers",
            Section::Review => "frame-review",
            Section::Settings => "frame-settings",
        }
    }

    /// Its icon.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Section::Today => "today",
            Section::Customers => "people",
            Section::Review => "review",
            Section::Settings => "settings",
        }
    }

    /// The key that leads there after `g`.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Section::Today => 't',
            Section::Customers => 'c',
            Section::Review => 'r',
            Section::Settings => 's',
        }
    }

    /// Whether a path is in it.
    #[must_use]
    pub fn holds(self, path: &str) -> bool {
        match self {
            Section::Today => path == "/",
            Section::Customers | Section::Review | Section::Settings => path
                .strip_prefix(self.path())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
        }
    }
}

/// Something that can be added from any page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adding {
    /// A call, meeting, visit, note or gift.
    Interaction,
    /// A person or company.
    Customer,
    /// Something they bought.
    Order,
}

impl Adding {
    /// All of them, the most frequent first.
    pub const ALL: [Adding; 3] = [Adding::Interaction, Adding::Customer, Adding::Order];

    /// The page that adds it.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Adding::Interaction => "/interactions/new",
            Adding::Customer => "/customers/new",
            Adding::Order => "/orders/new",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Adding::Interaction => "frame-add-interaction",
            Adding::Customer => "frame-add-customer",
            Adding::Order => "frame-add-order",
        }
    }

    /// Its icon.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Adding::Interaction => "call",
            Adding::Customer => "person",
            Adding::Order => "order",
        }
    }
}
