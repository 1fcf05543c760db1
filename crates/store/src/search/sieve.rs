//! The statements that let through what may fit a search, newest first.

use std::fmt::Write as _;

use super::counts::Counts;
use super::document::Match;
use super::keys::{SOUND, SPELLING};
use super::terms::{Lookup, Probe, Term, Words};
use super::tokens::SPELT;
use crate::db::{Composed, Dialect, Row};
use crate::{Snapshot, StoreError};

/// How documents that may fit are got: by one term, the rarest, and sifted by
/// the others.
pub(super) struct Sieve {
    source: Source,
    others: Vec<Other>,
    /// The source has no more documents than that, where it is known.
    most: Option<usize>,
}

enum Source {
    /// `search_key`'s primary key.
    Keys(Vec<Lookup>),
    /// The text index, asked in its language.
    Text(String),
}

/// A document is looked up in the index of keys by so many at most.
const KEYS_EACH: usize = 4;

/// How documents are sifted by a term.
enum Other {
    /// By the index of keys: the documents themselves lie far apart.
    Index(Vec<Lookup>),
    /// By the keys that stand with each document: more begin as the term does than are
    /// worth collecting, or it could mean more than are worth looking up one by one.
    Document(Vec<Lookup>),
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
    /// For documents that come as close as one of these, or closer where that cannot
    /// be told yet; none where there can be none.
    pub(super) async fn of(
        snapshot: &mut Snapshot<'_>,
        terms: &[Term],
        matches: &[Match],
        counts: &mut Counts,
    ) -> Result<Option<Self>, StoreError> {
        if matches.contains(&Match::Text) {
            let source = Source::Text(sought(terms, snapshot.dialect()));
            return Ok(Some(Self { source, others: Vec::new(), most: None }));
        }
        let of_terms: Vec<Vec<Lookup>> = (0..terms.len())
            .map(|place| needed(fitting(terms, place, matches).flat_map(Probe::lookups).collect()))
            .collect();
        counts.learn(snapshot, of_terms.iter().flatten()).await?;
        let is_new = |term: &Term| {
            let new = term.probes.iter().filter(|probe| matches.contains(&probe.matched));
            needed(new.flat_map(Probe::lookups).collect())
                .into_iter()
                .any(|lookup| counts.of(&lookup) > 0)
        };
        // Else all there is has come closer.
        if !terms.iter().any(is_new) {
            return Ok(None);
        }
        let is_there = |lookup: &Lookup| counts.of(lookup) > 0;
        let there = of_terms.into_iter().map(|lookups| lookups.into_iter().filter(is_there));
        let mut there: Vec<Vec<Lookup>> = there.map(Iterator::collect).collect();
        if there.iter().any(Vec::is_empty) {
            return Ok(None);
        }
        let all = |lookups: &Vec<Lookup>| lookups.iter().map(|lookup| counts.of(lookup)).sum();
        let rarest = (0..there.len()).min_by_key(|place| -> i64 { all(&there[*place]) });
        let Some(source) = rarest.map(|place| there.swap_remove(place)) else { return Ok(None) };
        let is_known = source.iter().all(|lookup| counts.is_whole(lookup));
        let most = usize::try_from(all(&source)).ok().filter(|_| is_known);
        let others = there.into_iter().map(|lookups| Other::of(lookups, counts)).collect();
        Ok(Some(Self { source: Source::Keys(source), others, most }))
    }

    /// So many documents the source has at most, where it is known.
    pub(super) fn most(&self) -> Option<usize> {
        self.most
    }

    /// Whether it reads the keys that stand with each document.
    pub(super) fn reads_documents(&self) -> bool {
        self.others.iter().any(|other| matches!(other, Other::Document(_)))
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
        for other in &self.others {
            let filter = match other {
                Other::Index(lookups) => text.is_found("found.doc", lookups)?,
                Other::Document(lookups) => text.filter(lookups)?,
            };
            let _ = write!(text.sql, " and ({filter})");
        }
        if !stretch.kinds.is_empty() {
            let kinds: Vec<_> = stretch.kinds.iter().map(|kind| text.bind(kind)).collect();
            let _ = write!(text.sql, " and d.kind in ({})", kinds.join(", "));
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

impl Other {
    fn of(lookups: Vec<Lookup>, counts: &Counts) -> Self {
        let is_collected = |lookup: &Lookup| match lookup {
            Lookup::Is(_) => true,
            Lookup::Begins(_) => counts.is_whole(lookup),
        };
        let is_worth_it = lookups.len() <= KEYS_EACH && lookups.iter().all(is_collected);
        if is_worth_it { Self::Index(lookups) } else { Self::Document(lookups) }
    }
}

/// The probes of a term that are close enough. A search of one term has asked
/// for the closer ones before.
fn fitting<'t>(
    terms: &'t [Term],
    place: usize,
    matches: &'t [Match],
) -> impl Iterator<Item = &'t Probe> {
    let is_alone = terms.len() == 1;
    let farthest = matches.iter().max();
    terms.iter().skip(place).take(1).flat_map(|term| &term.probes).filter(move |probe| {
        if is_alone { matches.contains(&probe.matched) } else { Some(&probe.matched) <= farthest }
    })
}

/// Without those of which another gives all: who is spelt so sounds so.
fn needed(mut lookups: Vec<Lookup>) -> Vec<Lookup> {
    let is = |lookup: &Lookup, mark: char| match lookup {
        Lookup::Is(key) => key.starts_with(mark),
        Lookup::Begins(_) => false,
    };
    if lookups.iter().any(|lookup| is(lookup, SOUND)) {
        lookups.retain(|lookup| !is(lookup, SPELLING));
    }
    lookups
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
