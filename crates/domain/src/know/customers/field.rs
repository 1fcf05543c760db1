//! What can be known of a customer.

use serde::{Deserialize, Serialize};

/// One thing that can be known of a customer. Every value has a canonical text,
/// which forms, files, the API and the log write alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What they are called.
    Name,
    /// A person or a company: a [`Kind`].
    Kind,
    /// Their number or code in our other systems; no two have the same.
    Code,
    /// The [`crate::office::staff::AccountId`] of who looks after them.
    Owner,
    /// Their main e-mail address.
    Email,
    /// Their main telephone number, as people write it.
    Phone,
    /// The language they prefer: a code of [`kernel::Language`].
    Language,
    /// How they prefer to be reached: a [`Channel`].
    Channel,
    /// Their country, as an ISO 3166-1 alpha-2 code.
    Country,
    /// Their town.
    City,
    /// Whether we may write to them of our own accord: a [`Marketing`].
    Marketing,
    /// Why they choose us.
    WhyUs,
    /// How they found us.
    FoundUs,
    /// Whom they brought.
    Brought,
    /// How we thanked them.
    Thanked,
    /// What would make, or made, them leave.
    Leaving,
    /// What one should know before speaking to them.
    Preferences,
}

impl Field {
    /// All of them, in the order of forms.
    pub const ALL: [Field; 17] = [
        Field::Name,
        Field::Kind,
        Field::Code,
        Field::Owner,
        Field::Email,
        Field::Phone,
        Field::Language,
        Field::Channel,
        Field::Country,
        Field::City,
        Field::Marketing,
        Field::WhyUs,
        Field::FoundUs,
        Field::Brought,
        Field::Thanked,
        Field::Leaving,
        Field::Preferences,
    ];

    /// Its name in the database, forms, files, the API and message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Kind => "kind",
            Field::Code => "code",
            Field::Owner => "owner",
            Field::Email => "email",
            Field::Phone => "phone",
            Field::Language => "language",
            Field::Channel => "channel",
            Field::Country => "country",
            Field::City => "city",
            Field::Marketing => "marketing",
            Field::WhyUs => "why_us",
            Field::FoundUs => "found_us",
            Field::Brought => "brought",
            Field::Thanked => "thanked",
            Field::Leaving => "leaving",
            Field::Preferences => "preferences",
        }
    }

    /// The field of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Characters its value may have.
    #[must_use]
    pub fn longest(self) -> usize {
        match self {
            Field::WhyUs
            | Field::FoundUs
            | Field::Brought
            | Field::Thanked
            | Field::Leaving
            | Field::Preferences => 4000,
            Field::Name
            | Field::Kind
            | Field::Code
            | Field::Owner
            | Field::Email
            | Field::Phone
            | Field::Language
            | Field::Channel
            | Field::Country
            | Field::City
            | Field::Marketing => 300,
        }
    }
}

/// The five of the seven facts that people write down; what a customer is
/// worth and whether they are gold are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact(Field);

impl Fact {
    /// All of them, as a page shows them.
    pub const ALL: [Fact; 5] = [
        Fact(Field::WhyUs),
        Fact(Field::FoundUs),
        Fact(Field::Brought),
        Fact(Field::Thanked),
        Fact(Field::Leaving),
    ];

    /// The field it is kept in.
    #[must_use]
    pub fn field(self) -> Field {
        self.0
    }
}

/// A set of words that stand for the variants of an enum: in the database,
/// forms, the API and message keys.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// Its word.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// The variant of a word.
            #[must_use]
            pub fn of_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|variant| variant.word() == word)
            }
        }
    };
}
pub(super) use words;

words! {
    /// A person or a company.
    Kind {
        /// One person.
        Person = "person",
        /// A company, with people in it.
        Company = "company",
    }
}

words! {
    /// How somebody likes to be reached.
    Channel {
        /// By electronic mail.
        Email = "email",
        /// By a call.
        Phone = "phone",
        /// By a message to their phone.
        Message = "message",
        /// By letter.
        Letter = "letter",
        /// Face to face.
        Visit = "visit",
    }
}

words! {
    /// Whether we may write to somebody of our own accord (GDPR, articles 7
    /// and 21).
    Marketing {
        /// They agreed.
        Consent = "consent",
        /// They object: no marketing, and no figures made for it.
        Objection = "objection",
    }
}
