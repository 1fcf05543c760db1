//! What each role may do: the one table that pages, API and tests ask.

use serde::{Deserialize, Serialize};

/// What somebody who works here is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, store::Value, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// May do everything, and hand the house over.
    Owner,
    /// Runs the business: all but what belongs to the owner.
    Manager,
    /// Works with customers.
    Agent,
    /// Looks at figures and takes them out.
    Analyst,
    /// Looks.
    ReadOnly,
}

/// Something a person may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Look at customers and what happened with them.
    SeeCustomers,
    /// Add customers and contacts and change what is known of them.
    EditCustomers,
    /// Write down calls, meetings, visits, notes and gifts.
    LogInteractions,
    /// Change many customers at once, and undo it.
    EditInBulk,
    /// Add and change orders.
    EditOrders,
    /// Bring files in, and take an import back.
    Import,
    /// Take data out as files.
    Export,
    /// Look at the retention review.
    SeeReview,
    /// Share a saved view with everybody.
    ShareViews,
    /// Invite people, change their roles, lock them out.
    ManageStaff,
    /// Change the settings of the business.
    ManageSettings,
    /// Look at who did what.
    SeeAudit,
    /// Retry or drop jobs that gave up.
    ManageJobs,
    /// Give programs access.
    ManageTokens,
    /// Read what is measured of the program.
    SeeMetrics,
}

impl Right {
    /// All of them, the most frequent first.
    pub const ALL: [Right; 15] = [
        Right::SeeCustomers,
        Right::EditCustomers,
        Right::LogInteractions,
        Right::EditInBulk,
        Right::EditOrders,
        Right::Import,
        Right::Export,
        Right::SeeReview,
        Right::ShareViews,
        Right::ManageStaff,
        Right::ManageSettings,
        Right::SeeAudit,
        Right::ManageJobs,
        Right::ManageTokens,
        Right::SeeMetrics,
    ];

    /// Its name in forms, in the record and in message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Right::SeeCustomers => "see_customers",
            Right::EditCustomers => "edit_customers",
            Right::LogInteractions => "log_interactions",
            Right::EditInBulk => "edit_in_bulk",
            Right::EditOrders => "edit_orders",
            Right::Import => "import",
            Right::Export => "export",
            Right::SeeReview => "see_review",
            Right::ShareViews => "share_views",
            Right::ManageStaff => "manage_staff",
            Right::ManageSettings => "manage_settings",
            Right::SeeAudit => "see_audit",
            Right::ManageJobs => "manage_jobs",
            Right::ManageTokens => "manage_tokens",
            Right::SeeMetrics => "see_metrics",
        }
    }

    /// The right of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Right> {
        Right::ALL.into_iter().find(|right| right.name() == name)
    }
}

impl Role {
    /// All of them, the mightiest first.
    pub const ALL: [Role; 5] =
        [Role::Owner, Role::Manager, Role::Agent, Role::Analyst, Role::ReadOnly];

    /// Its name in forms, URLs and message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Manager => "manager",
            Role::Agent => "agent",
            Role::Analyst => "analyst",
            Role::ReadOnly => "read_only",
        }
    }

    /// The role of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether this role has a right.
    #[must_use]
    pub fn may(self, right: Right) -> bool {
        match right {
            Right::SeeCustomers => true,
            Right::EditCustomers | Right::LogInteractions | Right::EditOrders => {
                matches!(self, Role::Owner | Role::Manager | Role::Agent)
            }
            Right::EditInBulk | Right::Import | Right::ShareViews => {
                matches!(self, Role::Owner | Role::Manager)
            }
            Right::Export => matches!(self, Role::Owner | Role::Manager | Role::Analyst),
            Right::SeeReview => {
                matches!(self, Role::Owner | Role::Manager | Role::Analyst | Role::ReadOnly)
            }
            Right::SeeAudit | Right::ManageJobs | Right::ManageSettings | Right::SeeMetrics => {
                matches!(self, Role::Owner | Role::Manager)
            }
            Right::ManageStaff | Right::ManageTokens => matches!(self, Role::Owner),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_may_do_everything_a_manager_may() {
        for right in Right::ALL {
            assert!(Role::Owner.may(right) || !Role::Manager.may(right), "{right:?}");
        }
        assert!(Role::Owner.may(Right::ManageStaff));
        assert!(!Role::Manager.may(Right::ManageStaff));
    }

    #[test]
    fn who_only_reads_changes_nothing() {
        for right in [Right::EditCustomers, Right::LogInteractions, Right::Import, Right::Export] {
            assert!(!Role::ReadOnly.may(right));
        }
        assert!(Role::ReadOnly.may(Right::SeeCustomers));
    }

    #[test]
    fn names_of_roles_and_rights_are_read_back() {
        for role in Role::ALL {
            assert_eq!(Role::named(role.name()), Some(role));
        }
        for right in Right::ALL {
            assert_eq!(Right::named(right.name()), Some(right));
        }
    }
}
