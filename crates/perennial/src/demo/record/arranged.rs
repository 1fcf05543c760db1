//! What the made-up shop has arranged before anything is written down: teams,
//! tiers, a field of its own, and lists to come back to.

use anyhow::Result;
use domain::know::fields::{self, FieldId, Holds, NewField};
use domain::know::views::{self, NewView};
use domain::office::settings::{self, Region, SettingsError, Tier};
use domain::office::staff::AccountId;
use domain::office::teams::{self, TeamError};
use store::Db;
use store::log::Actor;

use super::staff::Staff;

/// The teams, and the places of those in them among those who look after
/// customers.
const TEAMS: [(&str, [usize; 2]); 2] = [("Wholesale", [0, 1]), ("Counter", [2, 3])];
/// The tiers, with the cents a year that each begins with.
const TIERS: [(&str, i64); 2] = [("Silver", 20_000), ("Gold", 50_000)];
/// How somebody wants their coffee ground.
pub const GRINDS: [&str; 4] = ["Beans", "Espresso", "Moka", "Filter"];
/// Lists to come back to: what they are called, whom they mean, and their order.
const VIEWS: [(&str, &str, &str); 2] = [
    ("Gold, not seen for two months", "tier:gold seen:>60d", "-spent"),
    ("Never asked about mail", "consent:none has:email", "-seen"),
];

/// Arranges it all. Returns the field of how their coffee is ground.
///
/// # Errors
/// Where the record refuses it.
pub async fn arrange(db: &Db, staff: &Staff) -> Result<FieldId> {
    let who = Actor::Staff(staff.owner.into());
    for (name, places) in TEAMS {
        let members: Vec<AccountId> = places
            .into_iter()
            .filter_map(|place| staff.carers.get(place))
            .map(|(id, _)| *id)
            .collect();
        db.write(who, async move |tx| {
            let team = teams::make(tx, name).await?;
            for member in &members {
                teams::put_into(tx, *member, &[team]).await?;
            }
            Ok::<_, TeamError>(())
        })
        .await?;
    }
    let region = Region { currency: Some("EUR".parse()?), ..Region::default() };
    let tiers = TIERS.map(|(name, spent_a_year)| Tier { name: name.to_owned(), spent_a_year });
    for change in
        [settings::Change::Region(region), settings::Change::Tiers { tiers: tiers.into() }]
    {
        db.write(who, async move |tx| {
            let version = settings::read(tx).await?.version;
            settings::change(tx, version, change.clone()).await?;
            Ok::<_, SettingsError>(())
        })
        .await?;
    }
    let owner = staff.owner;
    for (name, query, sort) in VIEWS {
        let view = NewView {
            name: name.to_owned(),
            query: query.to_owned(),
            sort: sort.to_owned(),
            columns: Vec::new(),
            is_shared: true,
        };
        db.write(who, async move |tx| views::save(tx, owner, &view).await).await?;
    }
    let grind = NewField {
        name: "Grind".to_owned(),
        holds: Holds::Choice { of: GRINDS.map(str::to_owned).into() },
    };
    Ok(db.write(who, async move |tx| fields::add(tx, &grind).await).await?)
}
