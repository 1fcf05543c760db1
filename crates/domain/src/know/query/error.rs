//! What cannot be meant, and what could be.

/// The fields a query can name, beside those the business made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// Who looks after them.
    Owner,
    /// Which team whoever looks after them is in.
    Team,
    /// When they were last seen or heard.
    Seen,
    /// When they were added.
    Added,
    /// What they have spent.
    Spent,
    /// How often they have ordered.
    Orders,
    /// What they are marked with.
    Tag,
    /// How they are ranked.
    Tier,
    /// Whether they still come, by the review.
    Standing,
    /// How likely they are not to order again, by the review.
    Risk,
    /// A person or a company.
    Kind,
    /// Their country.
    Country,
    /// Their town.
    City,
    /// Their language.
    Language,
    /// Whether we may write to them.
    Consent,
    /// What is known.
    Has,
    /// What is not known.
    No,
}

impl Name {
    /// All of them, as a list for people shows them.
    pub const ALL: [Name; 17] = [
        Name::Owner,
        Name::Team,
        Name::Tag,
        Name::Seen,
        Name::Added,
        Name::Spent,
        Name::Orders,
        Name::Tier,
        Name::Standing,
        Name::Risk,
        Name::Kind,
        Name::City,
        Name::Country,
        Name::Language,
        Name::Consent,
        Name::Has,
        Name::No,
    ];

    /// How it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Name::Owner => "owner",
            Name::Team => "team",
            Name::Seen => "seen",
            Name::Added => "added",
            Name::Spent => "spent",
            Name::Orders => "orders",
            Name::Tag => "tag",
            Name::Tier => "tier",
            Name::Standing => "standing",
            Name::Risk => "risk",
            Name::Kind => "kind",
            Name::Country => "country",
            Name::City => "city",
            Name::Language => "language",
            Name::Consent => "consent",
            Name::Has => "has",
            Name::No => "no",
        }
    }

    /// The name of a word, in whichever case.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Name> {
        Name::ALL.into_iter().find(|name| name.word().eq_ignore_ascii_case(word))
    }

    /// What may stand behind it, by examples.
    #[must_use]
    pub fn examples(self) -> &'static str {
        match self {
            Name::Owner => "me, none, nora, nora@shop.com",
            Name::Team => "counter, \"night shift\"",
            Name::Seen | Name::Added => "<30d, >6m, 1y..2y, 2026-03-01, 2026-03-01..2026-03-31",
            Name::Spent => ">500, 100..500, <=20.50EUR",
            Name::Orders => "3, >10, 2..5",
            Name::Tag => "vip, \"pays late\"",
            Name::Tier => "gold",
            Name::Standing => "active, quiet, lost",
            Name::Risk => ">50, 20..60",
            Name::Kind => "person, company",
            Name::Country => "AM, MD",
            Name::City => "Gyumri, \"New York\"",
            Name::Language => "en, ru, ro, el, hy",
            Name::Consent => "given, objected, none",
            Name::Has | Name::No => "email, phone, owner, tag, orders",
        }
    }
}

/// A query that cannot be meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{word}\" {why}")]
pub struct QueryError {
    /// The word, as it was typed.
    pub word: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a word of a query.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// A field without a value.
    #[error("says no value: write {}:{}", .0.word(), .0.examples())]
    Empty(Name),
    /// Not a value of the field.
    #[error("is not one that {} can be: write {}", .0.word(), .0.examples())]
    NotOne(Name),
    /// A field of the business without a value.
    #[error("says no value: write one behind the colon")]
    EmptyOwn,
    /// Nobody here is called so, or several are.
    #[error("is not one of the people here: write a name or an e-mail address, me or none")]
    NotStaff,
    /// There is no such team.
    #[error("is no team here: write the name of one that the users page shows")]
    NoTeam,
    /// There is no such field.
    #[error("is no field: put it in quotes to look for the words, or use one of {}", all_names())]
    NoField,
    /// Not a value of a field that the business made up.
    #[error("is not one that this field can be")]
    NotOwn,
    /// Ranks are not set up.
    #[error("is no tier that the settings name")]
    NoTier,
    /// A range whose end comes before its beginning.
    #[error("ends before it begins: write the smaller first")]
    Backwards,
    /// More than anybody reads.
    #[error(
        "is too much: {longest} characters and {most} conditions are the most",
        longest = LONGEST,
        most = MOST
    )]
    TooMuch,
}

/// Characters a query may have.
pub(super) const LONGEST: usize = 1000;
/// Conditions a query may have.
pub(super) const MOST: usize = 24;

/// All names, as they are told to whoever wrote another.
#[must_use]
pub fn all_names() -> String {
    Name::ALL.map(Name::word).join(", ")
}
