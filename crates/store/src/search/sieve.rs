//! The statements that let through what may fit a search, newest first.

use std::fmt::Write as _;

use super::counts::Counts;
use super::document::Match;
use super::terms::{Lookup, Probe, Term, Words};
use super::tokens::SPELT;
use crate::db::{Composed, Dialect, Row};
use crate::{Snapshot, StoreError};

/// How documents that may fit are got: by one term, the rarest, and sifted by
/// the others.
pub(super) struct Sieve {
    source: Source,
    others: Vec<Vec<Lookup>>,
    /// The source has no more documents than that, where it is known.
    most: Option<usize>,
}

enum Source {
    /// `search_key`'s primary key.
    Keys(Vec<Lookup>),
    /// The text index, asked in its language.
    Text(String),
}

/// A stretch of the documents that the source gives.
pub(super) struct Stretch<'q> {
    /// It begins after this one,
    pub(super) after: i64,
    /// has so many,
    pub(super) documents: usize,
    /// and of those that pass this many are let through,
    pub(super) limit: usize,
    /// of these kinds, or of all.
    pub(super) kinds: &'q [String],
}

impl Sieve {
    /// For documents that come as close as `matched`, or closer where that
    /// cannot be told yet; none where there can be none.
    pub(super) async fn of(
        snapshot: &mut Snapshot<'_>,
        terms: &[Term],
        matched: Match,
        counts: &mut Counts,
    ) -> Result<Option<Self>, StoreError> {
        if matched == Match::Text {
            let source = Source::Text(sought(terms, snapshot.dialect()));
            return Ok(Some(Self { source, others: Vec::new(), most: None }));
        }
        let Some((rarest, lookups, most)) = rarest(snapshot, terms, matched, counts).await? else {
            return Ok(None);
        };
        let others = (0..terms.len())
            .filter(|place| *place != rarest)
            .map(|place| fitting(terms, place, matched).flat_map(Probe::lookups).collect());
        Ok(Some(Self { source: Source::Keys(lookups), others: others.collect(), most }))
    }

    /// Those of a stretch that pass.
    pub(super) async fn rows<T: Row>(
        &self,
        snapshot: &mut Snapshot<'_>,
        stretch: &Stretch<'_>,
    ) -> Result<Vec<T>, StoreError> {
        let mut text = Composed::new(snapshot);
        text.sql = format!(
            "select d.doc, d.kind, d.id, d.customer, d.at, d.label, d.keys, d.excerpt
             from ({}) as found cross join search_document d where d.doc = found.doc",
            self.documents(&mut text, stretch)?
        );
        if !stretch.kinds.is_empty() {
            let kinds: Vec<_> = stretch.kinds.iter().map(|kind| text.bind(kind)).collect();
            let _ = write!(text.sql, " and d.kind in ({})", kinds.join(", "));
        }
        for lookups in &self.others {
            let filter = text.filter(lookups)?;
            let _ = write!(text.sql, " and ({filter})");
        }
        let _ = write!(text.sql, " order by found.doc limit {}", stretch.limit);
        text.statement(snapshot).all().await
    }

    /// The last document of a stretch, none where nothing follows it.
    pub(super) async fn end(
        &self,
        snapshot: &mut Snapshot<'_>,
        stretch: &Stretch<'_>,
    ) -> Result<Option<i64>, StoreError> {
        if self.most.is_some_and(|most| most < stretch.documents) {
            return Ok(None);
        }
        let mut text = Composed::new(snapshot);
        text.sql = format!(
            "select count(*), max(doc) from ({}) as found",
            self.documents(&mut text, stretch)?
        );
        let (count, last): (i64, Option<i64>) = text.statement(snapshot).one().await?;
        let is_full = usize::try_from(count).is_ok_and(|count| count >= stretch.documents);
        Ok(last.filter(|_| is_full))
    }

    /// The first documents of an union are among the first of each part, so
    /// each part, in the order of its index, stops there.
    fn documents(&self, text: &mut Composed, stretch: &Stretch<'_>) -> Result<String, StoreError> {
        let from = text.number(stretch.after);
        let parts: Vec<String> = match &self.source {
            Source::Keys(lookups) => text.lookups(lookups, &from, stretch.documents)?,
            Source::Text(sought) => {
                let sought = text.bind(sought);
                vec![match text.dialect() {
                    Dialect::Sqlite => format!(
                        "select rowid as doc from search_text
                         where search_text match {sought} and rowid > {from}"
                    ),
                    Dialect::Postgres => format!(
                        "select doc from search_text
                         where tokens @@ {sought}::tsquery and doc > {from}"
                    ),
                }]
            }
        };
        let first = |documents: &str| {
            format!(
                "select doc from ({documents}) as part order by doc limit {}",
                stretch.documents
            )
        };
        if let [part] = parts.as_slice() {
            return Ok(first(part));
        }
        let firsts = parts.iter().map(|part| format!("select doc from ({}) as one", first(part)));
        Ok(first(&firsts.collect::<Vec<_>>().join(" union ")))
    }
}

/// The probes of a term that are close enough. A search of one term has asked
/// for the closer ones before.
fn fitting(terms: &[Term], place: usize, matched: Match) -> impl Iterator<Item = &Probe> {
    let is_alone = terms.len() == 1;
    terms.iter().skip(place).take(1).flat_map(|term| &term.probes).filter(move |probe| {
        if is_alone { probe.matched == matched } else { probe.matched <= matched }
    })
}

/// The term with the fewest documents, to begin with, and where it has them.
/// None where a term has none at all, or no term has keys that only come so
/// close.
async fn rarest(
    snapshot: &mut Snapshot<'_>,
    terms: &[Term],
    matched: Match,
    counts: &mut Counts,
) -> Result<Option<(usize, Vec<Lookup>, Option<usize>)>, StoreError> {
    let is_asked = |term: &Term| term.probes.iter().any(|probe| probe.matched == matched);
    if !terms.iter().any(is_asked) {
        return Ok(None);
    }
    let of_terms: Vec<Vec<Lookup>> = (0..terms.len())
        .map(|place| fitting(terms, place, matched).flat_map(Probe::lookups).collect())
        .collect();
    counts.learn(snapshot, of_terms.iter().flatten()).await?;
    let mut rarest: Option<(i64, usize, Vec<Lookup>)> = None;
    for (place, lookups) in of_terms.into_iter().enumerate() {
        let all: i64 = lookups.iter().map(|lookup| counts.of(lookup)).sum();
        if all == 0 {
            return Ok(None);
        }
        if rarest.as_ref().is_none_or(|(fewest, _, _)| all < *fewest) {
            let filled = lookups.into_iter().filter(|lookup| counts.of(lookup) > 0);
            rarest = Some((all, place, filled.collect()));
        }
    }
    Ok(rarest.map(|(all, place, lookups)| {
        let is_known = lookups.iter().all(|lookup| counts.is_whole(lookup));
        let most = usize::try_from(all).ok().filter(|_| is_known);
        (place, lookups, most)
    }))
}

/// The words of all terms in the language of a text index. Words are letters
/// and digits, so quotes around them need no escape.
fn sought(terms: &[Term], dialect: Dialect) -> String {
    let (quote, and, or) = match dialect {
        Dialect::Sqlite => ('"', " AND ", " OR "),
        Dialect::Postgres => ('\'', " & ", " | "),
    };
    let all: Vec<String> = terms
        .iter()
        .map(|term| match &term.text {
            Words::Any(stems) => {
                let any: Vec<_> =
                    stems.iter().map(|stem| format!("{quote}{stem}{quote}")).collect();
                format!("({})", any.join(or))
            }
            Words::InOrder(words) => {
                let spelt = words.iter().map(|word| format!("{SPELT}{word}"));
                match dialect {
                    Dialect::Sqlite => format!("\"{}\"", spelt.collect::<Vec<_>>().join(" ")),
                    Dialect::Postgres => {
                        let quoted: Vec<_> = spelt.map(|word| format!("'{word}'")).collect();
                        format!("({})", quoted.join(" <-> "))
                    }
                }
            }
        })
        .collect();
    all.join(and)
}
