//! The groups that settings stand in.

use crate::Problem;

/// A group of settings with a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Name and colour.
    Business,
    /// Languages, currency, time zone.
    Region,
    /// Hours and holidays.
    Calendar,
    /// Tiers of customers.
    Tiers,
    /// The terms of figures.
    Figures,
}

impl Group {
    const ALL: [Group; 5] =
        [Group::Business, Group::Region, Group::Calendar, Group::Tiers, Group::Figures];

    pub fn named(name: &str) -> Result<Self, Problem> {
        let mut all = Group::ALL.into_iter();
        all.find(|group| group.name() == name).ok_or(Problem::NotFound)
    }

    pub fn name(self) -> &'static str {
        match self {
            Group::Business => "business",
            Group::Region => "region",
            Group::Calendar => "calendar",
            Group::Tiers => "tiers",
            Group::Figures => "figures",
        }
    }

    /// Its page; the first one is where the section begins.
    pub fn path(self) -> &'static str {
        match self {
            Group::Business => "/settings",
            Group::Region => "/settings/region",
            Group::Calendar => "/settings/calendar",
            Group::Tiers => "/settings/tiers",
            Group::Figures => "/settings/figures",
        }
    }

    /// The message that names it; its attribute `about` says what it is for.
    pub fn key(self) -> &'static str {
        match self {
            Group::Business => "settings-business",
            Group::Region => "settings-region",
            Group::Calendar => "settings-calendar",
            Group::Tiers => "settings-tiers",
            Group::Figures => "settings-figures",
        }
    }
}
