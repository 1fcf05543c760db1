//! Lists of customers: whoever a query means, sorted, a page at a time.
//!
//! Pages, the API, exports and changes of many at once call it. It writes to
//! the log who took a list out as a file, and nothing else. However many
//! customers there are, a page looks at a bounded number of them: where some
//! condition means few, those are collected and sorted; else the customers are
//! walked in the order asked for, and where the walk has been long without
//! filling the page, the page ends early and says where to go on. Of those who
//! have words a thousand are sorted at once, the closest first, and pages lead on
//! to the next; who needs all of them in one order has them [`Taken`].

mod checks;
mod error;
mod events;
mod model;
mod resolve;
mod rules;
mod store;
mod taken;
#[cfg(test)]
mod tests;
mod ways;
mod words;

pub use error::ListError;
pub use events::ListTakenOut;
pub use model::{Asking, Count, CustomerRow, NotAnEnd, Onward, Order, Page, Place, Portion, Sort};
pub use taken::Taken;

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};

use super::customers::CustomerId;
use super::query::Query;
use crate::office::staff::AccountId;
use checks::Check;
use rules::{COUNTED, FEW, FOUND, STRETCHES};
use ways::Way;

/// A page of the customers that a query means, `limit` at most.
///
/// # Errors
/// Where the query names somebody or something that is not there, or the
/// database refuses it.
pub async fn page(
    snapshot: &mut Snapshot<'_>,
    query: &Query,
    asking: &Asking,
    sort: Sort,
    from: Option<&Onward>,
    limit: u32,
) -> Result<Page, ListError> {
    let (behind, from) = from.map(Onward::parts).unwrap_or_default();
    let (checks, end) = resolve::checks(snapshot, query, asking, behind).await?;
    if !checks.is_empty() {
        snapshot.plan_for_these_values().await?;
    }
    let page = match fewest(snapshot, &checks).await? {
        Some(source) => {
            let (rows, count) =
                store::collected(snapshot, &checks, source, sort, from, limit + 1).await?;
            // Beyond the last row nothing tells; and of words only a thousand count.
            let is_told = !rows.is_empty() || from.is_none();
            let is_whole = behind.is_none() && end.is_none();
            let count = (is_told && is_whole).then_some(count);
            rules::page(rows, sort, from, limit, None).counted(count)
        }
        None => walk(snapshot, &checks, sort, from, limit).await?,
    };
    snapshot.plan_as_ever().await?;
    Ok(page.among(behind, end))
}

/// Some of all the customers that a query means, from the first or from behind
/// a portion before. They come in the order asked for; but where more have the
/// words of the query than a page knows, the closest come first, and each
/// portion of them is sorted by itself.
///
/// # Errors
/// As [`page`].
pub async fn portion(
    snapshot: &mut Snapshot<'_>,
    query: &Query,
    asking: &Asking,
    sort: Sort,
    after: Option<&Onward>,
    limit: u32,
) -> Result<Portion, ListError> {
    let Some(words) = words::of(query) else {
        let page = page(snapshot, query, asking, sort, after, limit).await?;
        return Ok(Portion { rows: page.rows, after: page.after });
    };
    let from = after.and_then(|after| after.parts().0);
    let limit = limit.min(FOUND);
    let mut checks = resolve::beside_words(snapshot, query, asking).await?;
    let (ids, end) = words::found(snapshot, &words, from, limit).await?;
    let source = checks.len();
    checks.push(Check::among(ids, end.is_some()));
    snapshot.plan_for_these_values().await?;
    let (rows, _) = store::collected(snapshot, &checks, source, sort, None, limit).await?;
    snapshot.plan_as_ever().await?;
    Ok(Portion { rows, after: end.map(Onward::Found) })
}

/// Those who were seen last, `limit` at most.
///
/// # Errors
/// Where the database refuses it.
pub async fn seen_lately(
    snapshot: &mut Snapshot<'_>,
    limit: u32,
) -> Result<Vec<CustomerRow>, StoreError> {
    Ok(walk(snapshot, &[], Sort::default(), None, limit).await?.rows)
}

/// How many customers a query means: exact up to ten thousand where they can
/// be counted without looking at more than that; else at least so many.
///
/// # Errors
/// As [`page`].
pub async fn count(
    snapshot: &mut Snapshot<'_>,
    query: &Query,
    asking: &Asking,
) -> Result<Count, ListError> {
    let (checks, _) = resolve::checks(snapshot, query, asking, None).await?;
    snapshot.plan_for_these_values().await?;
    let count = counted(snapshot, &checks).await?;
    snapshot.plan_as_ever().await?;
    Ok(count)
}

async fn counted(snapshot: &mut Snapshot<'_>, checks: &[Check]) -> Result<Count, ListError> {
    if let Some(source) = fewest(snapshot, checks).await? {
        let number = store::count_collected(snapshot, checks, source).await?;
        return Ok(Count { number, is_exact: !checks.iter().any(Check::is_cut) });
    }
    if let [only] = checks
        && let Some(number) = store::count_of(snapshot, only, COUNTED + 1).await?
    {
        return Ok(Count::up_to(number, COUNTED));
    }
    if checks.is_empty() {
        return Ok(Count::up_to(store::count_all(snapshot, COUNTED + 1).await?, COUNTED));
    }
    let (number, looked_at) = store::count_among(snapshot, checks, COUNTED).await?;
    Ok(Count { number, is_exact: looked_at < COUNTED })
}

/// How many customers a query means, exactly, however long it takes: for jobs.
///
/// # Errors
/// As [`page`].
pub async fn count_exactly(
    snapshot: &mut Snapshot<'_>,
    query: &Query,
    asking: &Asking,
) -> Result<u32, ListError> {
    let mut checks = resolve::beside_words(snapshot, query, asking).await?;
    let Some(words) = words::of(query) else {
        return Ok(store::count_among(snapshot, &checks, u32::MAX).await?.0);
    };
    snapshot.plan_for_these_values().await?;
    let (source, mut number, mut from) = (checks.len(), 0_u32, None);
    loop {
        let (ids, end) = words::found(snapshot, &words, from, FOUND).await?;
        checks.truncate(source);
        checks.push(Check::among(ids, end.is_some()));
        let more = store::count_collected(snapshot, &checks, source).await?;
        number = number.saturating_add(more);
        from = end;
        if from.is_none() {
            snapshot.plan_as_ever().await?;
            return Ok(number);
        }
    }
}

/// Whether a query can be asked now: whoever and whatever it names is there.
///
/// # Errors
/// As [`page`].
pub async fn can_be_asked(
    snapshot: &mut Snapshot<'_>,
    query: &Query,
    asking: &Asking,
) -> Result<(), ListError> {
    resolve::beside_words(snapshot, query, asking).await.map(drop)
}

/// Notes that somebody takes a list out as a file of some form.
///
/// # Errors
/// Where the database refuses it.
pub async fn taken_out(
    tx: &mut Tx<'_>,
    me: AccountId,
    query: &Query,
    form: &str,
) -> Result<(), StoreError> {
    let event = ListTakenOut { query: query.to_string(), form: form.to_owned() };
    tx.append(Subject { id: me.into(), customer: None }, &event).await
}

/// The place among the checks of the one that means fewest, where it means few
/// and they can be got by an index.
async fn fewest(snapshot: &mut Snapshot<'_>, checks: &[Check]) -> Result<Option<usize>, ListError> {
    let counts = store::counts(snapshot, checks, FEW + 1).await?;
    let few = counts.into_iter().filter(|(_, count)| *count <= FEW);
    Ok(few.min_by_key(|(_, count)| *count).map(|(place, _)| place))
}

/// Walks the customers in their order, one way after the other.
async fn walk(
    snapshot: &mut Snapshot<'_>,
    checks: &[Check],
    sort: Sort,
    from: Option<&Place>,
    limit: u32,
) -> Result<Page, StoreError> {
    let parted = rules::along(checks, sort.by);
    let backwards = from.is_some_and(|place| place.backwards);
    let mut rows = Vec::new();
    for (way, here) in Way::of(sort, from) {
        let wanted = limit + 1 - rows.len() as u32;
        let (found, end) = on_a_way(snapshot, way, &parted, sort, here, wanted).await?;
        rows.extend(found);
        if let Some((key, id)) = end {
            let end = Place { key, id, backwards };
            return Ok(rules::page(rows, sort, from, limit, Some(&end)));
        }
        if rows.len() > limit as usize {
            break;
        }
    }
    Ok(rules::page(rows, sort, from, limit, None))
}

/// Walks a way from stretch to longer stretch until `wanted` are found; with where that
/// ended where there may be more and they are not found.
async fn on_a_way(
    snapshot: &mut Snapshot<'_>,
    way: Way,
    (along, others): &(Vec<&Check>, Vec<&Check>),
    sort: Sort,
    from: Option<&Place>,
    wanted: u32,
) -> Result<(Vec<CustomerRow>, Option<(String, CustomerId)>), StoreError> {
    if others.is_empty() && way.asked().is_none() {
        let checks = (along.as_slice(), [].as_slice());
        let rows = store::walked(snapshot, way, checks, sort, from, (wanted, wanted)).await?;
        return Ok((rows, None));
    }
    let backwards = from.is_some_and(|place| place.backwards);
    let (mut rows, mut here) = (Vec::new(), from.cloned());
    for stretch in STRETCHES {
        let left = wanted - rows.len() as u32;
        let checks = (along.as_slice(), others.as_slice());
        let found =
            store::walked(snapshot, way, checks, sort, here.as_ref(), (stretch, left)).await?;
        rows.extend(found);
        if rows.len() >= wanted as usize {
            return Ok((rows, None));
        }
        let end = store::end_of(snapshot, way, along, sort, here.as_ref(), stretch).await?;
        let Some((key, id)) = end else { return Ok((rows, None)) };
        here = Some(Place { key, id, backwards });
    }
    Ok((rows, here.map(|place| (place.key, place.id))))
}
