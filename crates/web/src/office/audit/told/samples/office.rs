//! What happens to those who work here, and how the house is set up.

use chrono::NaiveTime;
use domain::office::given_up::{JobDropped, JobRetried};
use domain::office::invitations::{InvitationWithdrawn, Invited};
use domain::office::links::LinkMade;
use domain::office::rights::{Right, Role};
use domain::office::second_factor::{
    RecoveryCodeUsed, SecondFactorTurnedOff, SecondFactorTurnedOn,
};
use domain::office::settings::{
    Business, Calendar, Change as Setting, Holiday, Hours, Region, ReviewTerms, SettingsChanged,
    Tier,
};
use domain::office::staff::{
    Own, RoleChanged, SessionEnded, SignedIn, SignedOut, StaffAdded, StaffChanged, StaffLetBackIn,
    StaffLockedOut, StaffPasswordChanged,
};
use domain::office::teams::{TeamJoined, TeamLeft, TeamMade, TeamRemoved, TeamRenamed};
use domain::office::tokens::{TokenMade, TokenRevoked};
use kernel::Language;
use serde_json::Value;

use super::{KNOWN, TYPED, at, day, event, typed};

pub fn staff() -> Vec<(&'static str, Value)> {
    let own = |name: &str, language: Option<Language>| Own {
        name: name.into(),
        language: language.map(|language| language.code().to_owned()),
    };
    vec![
        event(&StaffAdded { email: typed(), name: typed(), role: Role::ReadOnly }),
        event(&SignedIn {}),
        event(&SignedOut {}),
        event(&StaffChanged { from: own("5", None), to: own(TYPED, Some(Language::Greek)) }),
        event(&RoleChanged { from: Role::Agent, to: Role::Owner }),
        event(&StaffLockedOut {}),
        event(&StaffLetBackIn {}),
        event(&SessionEnded { agent: typed() }),
        event(&StaffPasswordChanged {}),
        event(&SecondFactorTurnedOn {}),
        event(&SecondFactorTurnedOff {}),
        event(&RecoveryCodeUsed {}),
        event(&LinkMade {}),
        event(&Invited { email: typed(), role: Role::Manager }),
        event(&InvitationWithdrawn { email: typed() }),
        event(&TeamJoined { team: typed() }),
        event(&TeamLeft { team: typed() }),
    ]
}

pub fn office() -> Vec<(&'static str, Value)> {
    let made = TokenMade {
        name: typed(),
        rights: Right::ALL.into_iter().collect(),
        account: KNOWN.into(),
        expires_at: Some(at(9)),
    };
    vec![
        event(&TeamMade { name: typed() }),
        event(&TeamRenamed { from: "5".into(), to: typed() }),
        event(&TeamRemoved { name: typed() }),
        event(&made),
        event(&TokenRevoked { name: typed() }),
        event(&JobRetried { job: "review.make".into() }),
        event(&JobDropped { job: "upload.bring_in".into(), reason: typed() }),
    ]
}

pub fn settings() -> Vec<(&'static str, Value)> {
    let changed = |from, to| event(&SettingsChanged { from, to });
    let business = Business { name: typed(), colour: Some("#102030".parse().unwrap()) };
    let region = Region {
        main_language: Some(Language::Greek),
        languages: vec![Language::Greek, Language::Armenian],
        currency: Some("EUR".parse().unwrap()),
        time_zone: "GMT".parse().unwrap(),
    };
    let mut calendar =
        Calendar { holidays: vec![Holiday { on: day(), name: typed() }], ..Calendar::default() };
    calendar.hours[0] = calendar.hours[0]
        .map(|hours| Hours { from: NaiveTime::from_hms_opt(8, 30, 0).unwrap(), ..hours });
    let tiers = vec![Tier { name: typed(), spent_a_year: 20_000 }];
    let terms = ReviewTerms {
        lost_after: Some(90),
        horizon_months: 24,
        margin_percent: Some(30),
        gold_percent: 10,
    };
    vec![
        changed(Setting::Business(Business::default()), Setting::Business(business)),
        changed(Setting::Logo { logo: None }, Setting::Logo { logo: Some("f8ff7c2d".into()) }),
        changed(Setting::Region(Region::default()), Setting::Region(region)),
        changed(Setting::Calendar(Calendar::default()), Setting::Calendar(calendar)),
        changed(Setting::Tiers { tiers: Vec::new() }, Setting::Tiers { tiers }),
        changed(Setting::Review(ReviewTerms::default()), Setting::Review(terms)),
    ]
}
