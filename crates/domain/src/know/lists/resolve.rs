//! From a query to checks: finds out who and what it names.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Currency, Money};
use store::{Snapshot, search};

use super::checks::{Check, End, Thing, What};
use super::error::ListError;
use super::model::Asking;
use super::rules::{FOUND, spellings};
use super::words;
use crate::know::customers::{Field, Marketing, Seen};
use crate::know::fields::{self, CustomField};
use crate::know::orders;
use crate::know::query::{Amount, Consent, Known, Moment, Own, Owner, Query, Span, Test, Why};
use crate::office::settings::{self, Settings, Tier};
use crate::office::staff::{self, Account, AccountId};
use crate::office::teams;
use crate::prove::reviews;

/// What a query asks of each customer. Of those who have its words the closest
/// behind a place count; with the place behind which more have them.
pub(super) async fn checks(
    snapshot: &mut Snapshot<'_>,
    query: &Query,
    asking: &Asking,
    behind: Option<search::Place>,
) -> Result<(Vec<Check>, Option<search::Place>), ListError> {
    let mut checks = beside_words(snapshot, query, asking).await?;
    let Some(words) = words::of(query) else { return Ok((checks, None)) };
    let (ids, end) = words::found(snapshot, &words, behind, FOUND).await?;
    checks.push(Check::among(ids, end.is_some()));
    Ok((checks, end))
}

/// What a query asks of each customer beside its words.
pub(super) async fn beside_words(
    snapshot: &mut Snapshot<'_>,
    query: &Query,
    asking: &Asking,
) -> Result<Vec<Check>, ListError> {
    let mut resolver = Resolver { asking, settings: None, staff: None, own: None };
    let mut checks = Vec::new();
    for condition in &query.conditions {
        if let Some(what) = resolver.what(snapshot, &condition.test).await? {
            checks.push(Check { is_negated: condition.is_negated, what });
        }
    }
    Ok(checks)
}

/// Between two moments, the second excluded.
type Ends = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

struct Resolver<'q> {
    asking: &'q Asking,
    settings: Option<Settings>,
    staff: Option<Vec<Account>>,
    own: Option<BTreeMap<String, CustomField>>,
}

impl Resolver<'_> {
    /// What is asked of each customer; nothing by words, which are looked up
    /// together.
    async fn what(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        test: &Test,
    ) -> Result<Option<What>, ListError> {
        let field = |field, any| What::Field { field, any, or_nothing: false };
        Ok(Some(match test {
            Test::Word(_) | Test::Exact(_) => return Ok(None),
            Test::Owner(owners) => self.owner(snapshot, owners).await?,
            Test::Team(names) => self.team(snapshot, names).await?,
            Test::Seen(span) => {
                let (from, before) = self.moments(snapshot, span).await?;
                // Who was never seen was not long ago either.
                let first = Seen::NEVER.moment() + TimeDelta::microseconds(1);
                What::Seen { from: from.max(Some(first)), before }
            }
            Test::Added(span) => {
                let (from, before) = self.moments(snapshot, span).await?;
                What::Added { from, before }
            }
            Test::Orders(span) => {
                let (from, to) = span.ends();
                What::Orders { from, to }
            }
            Test::Spent(span, currency) => self.spent(snapshot, span, *currency).await?,
            Test::Tag(tags) => What::Tag(tags.clone()),
            Test::Tier(tiers) => self.tiers(snapshot, tiers).await?,
            Test::Standing(standings) => What::Standing(standings.clone()),
            Test::Risk(span) => {
                let (from, to) = span.ends();
                What::Risk { from, to }
            }
            Test::Kind(kinds) => {
                field(Field::Kind, kinds.iter().map(|kind| kind.word().to_owned()).collect())
            }
            Test::Country(countries) => field(Field::Country, countries.clone()),
            Test::City(towns) => {
                field(Field::City, towns.iter().flat_map(|town| spellings(town)).collect())
            }
            Test::Language(languages) => {
                field(Field::Language, languages.iter().map(ToString::to_string).collect())
            }
            Test::Consent(said) => consent(said),
            Test::Has(known) => What::Has(self.things(snapshot, known).await?),
            Test::Lacks(known) => What::Lacks(self.things(snapshot, known).await?),
            Test::Own(key, values) => {
                let own = self.own(snapshot, key).await?;
                held(&own, values).map_err(|word| ListError::unknown(&word, Why::NotOwn))?
            }
        }))
    }

    async fn owner(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        owners: &[Owner],
    ) -> Result<What, ListError> {
        let (mut any, mut or_nobody) = (Vec::new(), false);
        for owner in owners {
            match owner {
                Owner::Me => {
                    let me = self.asking.me;
                    any.push(me.ok_or_else(|| ListError::unknown("me", Why::NotStaff))?);
                }
                Owner::Nobody => or_nobody = true,
                Owner::Named(name) => any.push(self.named(snapshot, name).await?),
            }
        }
        Ok(What::Owner { any, or_nobody })
    }

    /// Everybody who is in one of these teams.
    async fn team(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        names: &[String],
    ) -> Result<What, ListError> {
        let teams = teams::all(snapshot).await?;
        let mut any = BTreeSet::new();
        for name in names {
            let team = teams.iter().find(|team| team.name.to_lowercase() == *name);
            let unknown = || ListError::unknown(name, Why::NoTeam);
            any.extend(team.ok_or_else(unknown)?.members.iter().copied());
        }
        Ok(What::Owner { any: any.into_iter().collect(), or_nobody: false })
    }

    /// The one person here who is called so.
    async fn named(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        name: &str,
    ) -> Result<AccountId, ListError> {
        if self.staff.is_none() {
            self.staff = Some(staff::everybody(snapshot).await?);
        }
        let staff = self.staff.as_deref().unwrap_or_default();
        let degrees: [fn(&Account, &str) -> bool; 3] = [
            |account, name| account.email == name,
            |account, name| account.name.to_lowercase() == name,
            |account, name| {
                account.email.split('@').next() == Some(name)
                    || account.name.to_lowercase().split(' ').any(|part| part == name)
            },
        ];
        for is_called in degrees {
            let mut called = staff.iter().filter(|account| is_called(account, name));
            match (called.next(), called.next()) {
                (Some(only), None) => return Ok(only.id),
                (None, _) => {}
                (Some(_), Some(_)) => break,
            }
        }
        Err(ListError::unknown(name, Why::NotStaff))
    }

    /// Days are those of the business.
    async fn moments(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        span: &Span<Moment>,
    ) -> Result<Ends, ListError> {
        let zone = self.settings(snapshot).await?.region.time_zone;
        Ok(span.ends(self.asking.now, zone))
    }

    async fn spent(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        span: &Span<Amount>,
        currency: Option<Currency>,
    ) -> Result<What, ListError> {
        let currency = match currency {
            Some(currency) => Some(currency),
            None => match self.settings(snapshot).await?.region.currency {
                Some(currency) => Some(currency),
                None => orders::currency_of_all(snapshot).await?,
            },
        };
        let currency = currency.unwrap_or(Currency::NONE);
        let decimals = currency.decimals();
        let Ok(minor) = span
            .clone()
            .try_map(|amount| Ok::<_, std::convert::Infallible>(amount.minor(decimals)));
        let (from, to) = minor.ends();
        Ok(What::Spent { currency: currency.to_string(), from, to })
    }

    /// Each tier reaches to where the next begins. The review speaks of another
    /// currency than the business where no order is in that: then nobody has
    /// spent what any tier asks.
    async fn tiers(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        names: &[String],
    ) -> Result<What, ListError> {
        let reviewed = reviews::made(snapshot).await?.map(|made| made.currency);
        let Settings { tiers, region, .. } = self.settings(snapshot).await?;
        let asked = region.counts_in();
        let spent = reviewed.filter(|spent| *spent == asked || !asked.is_known());
        let mut ranges = Vec::new();
        for name in names {
            let place = tiers.iter().position(|tier| tier.name.to_lowercase() == *name);
            let unknown = || ListError::unknown(name, Why::NoTier);
            let place = place.ok_or_else(unknown)?;
            let Some(spent) = spent else { continue };
            let least = |tier: &Tier| Money::new(tier.spent_a_year, asked).as_many_in(spent).minor;
            let from = tiers.get(place).map(least).unwrap_or_default();
            ranges.push((from, tiers.get(place + 1).map(least)));
        }
        Ok(What::Tier(ranges))
    }

    async fn settings(&mut self, snapshot: &mut Snapshot<'_>) -> Result<&Settings, ListError> {
        if self.settings.is_none() {
            self.settings = Some(settings::read(snapshot).await?);
        }
        Ok(self.settings.get_or_insert_default())
    }

    async fn things(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        known: &[Known],
    ) -> Result<Vec<Thing>, ListError> {
        let mut things = Vec::new();
        for known in known {
            things.push(match known {
                Known::Field(field) => Thing::Field(*field),
                Known::Tag => Thing::Tag,
                Known::Order => Thing::Order,
                Known::Own(key) => Thing::Own(self.own(snapshot, key).await?.id),
            });
        }
        Ok(things)
    }

    async fn own(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        key: &str,
    ) -> Result<CustomField, ListError> {
        if self.own.is_none() {
            let own = fields::present(snapshot).await?;
            self.own = Some(own.into_iter().map(|field| (field.key.clone(), field)).collect());
        }
        let own = self.own.as_ref().and_then(|own| own.get(key));
        own.cloned().ok_or_else(|| ListError::unknown(key, Why::NoField))
    }
}

fn consent(said: &[Consent]) -> What {
    let word = |consent: &Consent| match consent {
        Consent::Given => Some(Marketing::Consent.word().to_owned()),
        Consent::Objected => Some(Marketing::Objection.word().to_owned()),
        Consent::Unsaid => None,
    };
    What::Field {
        field: Field::Marketing,
        any: said.iter().filter_map(word).collect(),
        or_nothing: said.contains(&Consent::Unsaid),
    }
}

/// What a field that the business made up is asked, or the word it cannot be.
fn held(field: &CustomField, values: &Own) -> Result<What, String> {
    let sorted = |word: &String| field.holds.sort_value(word).ok_or_else(|| word.clone());
    let end = |words: &Vec<String>, is_included| {
        let word = words.first().cloned().unwrap_or_default();
        sorted(&word).map(|value| Some(End { value, is_included }))
    };
    let field = field.id;
    let span = |from, to| What::OwnSpan { field, from, to };
    Ok(match values {
        Span::Is(words) => {
            let any = words.iter().map(sorted).collect::<Result<_, _>>()?;
            What::Own { field, any }
        }
        Span::Below(to) => span(None, end(to, false)?),
        Span::AtMost(to) => span(None, end(to, true)?),
        Span::Above(from) => span(end(from, false)?, None),
        Span::AtLeast(from) => span(end(from, true)?, None),
        Span::Between(from, to) => span(end(from, true)?, end(to, true)?),
    })
}
