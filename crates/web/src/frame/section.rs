//! What the frame leads to.

/// A section of the house, in the order of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Who needs me now.
    Today,
    /// Everybody we know.
    Customers,
    /// What they bought.
    Orders,
    /// The retention review.
    Review,
    /// How the house is set up.
    Settings,
}

impl Section {
    /// All of them.
    pub const ALL: [Section; 5] =
        [Section::Today, Section::Customers, Section::Orders, Section::Review, Section::Settings];

    /// Where it begins.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Section::Today => "/",
            Section::Customers => "/customers",
            Section::Orders => "/orders",
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
            Section::Orders => "frame-orders",
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
            Section::Orders => "order",
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
            Section::Orders => 'o',
            Section::Review => 'r',
            Section::Settings => 's',
        }
    }

    /// Whether a path is in it.
    #[must_use]
    pub fn holds(self, path: &str) -> bool {
        match self {
            Section::Today => path == "/",
            Section::Orders => begins(path, "/orders") || begins(path, "/products"),
            Section::Customers | Section::Review => begins(path, self.path()),
            Section::Settings => {
                let places = [self.path(), "/imports", "/uploads", "/api/docs"];
                places.into_iter().any(|place| begins(path, place))
            }
        }
    }
}

/// Whether a path is a place or below it.
fn begins(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
