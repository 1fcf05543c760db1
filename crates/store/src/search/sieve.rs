//! The statement that lets through what may fit a search, newest first.

use std::fmt::Write as _;

use super::document::Match;
use super::terms::{Lookup, Probe, Term, Words};
use super::tokens::SPELT;
use crate::Snapshot;
use crate::StoreError;
use crate::db::{Dialect, Sql, Statement};

/// Of keys that begin alike so many are looked at: a beginning of one letter
/// is no search yet.
const BEGINNING_ALIKE: u32 = 10_000;
/// What is more frequent than this is not counted on.
const FREQUENT: u32 = 2_000;
/// Sorts after every key that begins with what stands before it.
const AFTER_ALL: char = '\u{10ffff}';

/// A text with the values for it.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    sql: String,
    values: Vec<Bound>,
}

#[derive(Debug)]
enum Bound {
    Text(String),
    Number(i64),
}

impl Sieve {
    fn text(&mut self, value: impl Into<String>) -> String {
        self.values.push(Bound::Text(value.into()));
        format!("${}", self.values.len())
    }

    fn number(&mut self, value: i64) -> String {
        self.values.push(Bound::Number(value));
        // An untyped parameter would be text to PostgreSQL in some places.
        format!("cast(${} as bigint)", self.values.len())
    }

    pub(super) fn statement<'s>(self, snapshot: &'s mut Snapshot<'_>) -> Statement<'s> {
        let mut statement = snapshot.query(Sql::Composed(self.sql));
        for value in self.values {
            statement = match value {
                Bound::Text(text) => statement.bind(text),
                Bound::Number(number) => statement.bind(number),
            };
        }
        statement
    }

    /// The documents that have keys of every term. `search_key`'s primary key
    /// gives those of the rarest term, the text of all keys sifts out the rest.
    async fn of_keys(
        snapshot: &mut Snapshot<'_>,
        terms: &[Term],
        matched: Match,
        range: &Range<'_>,
    ) -> Result<Option<Self>, StoreError> {
        let Some(rarest) = rarest(snapshot, terms, matched).await? else { return Ok(None) };
        let mut sieve = Self::default();
        let from = sieve.number(range.after);
        let mut lookups = Vec::new();
        for lookup in fitting(terms, rarest, matched).flat_map(Probe::lookups) {
            lookups.push(sieve.lookup(&lookup, &from));
        }
        let mut filters = Vec::new();
        for (place, _) in terms.iter().enumerate().filter(|(place, _)| *place != rarest) {
            filters.push(sieve.filter(fitting(terms, place, matched), snapshot.dialect()));
        }
        sieve.sql = format!("({})", lookups.join(" union "));
        sieve.finish(range, &filters);
        Ok(Some(sieve))
    }

    fn lookup(&mut self, lookup: &Lookup, from: &str) -> String {
        match lookup {
            Lookup::Is(key) => {
                let key = self.text(key);
                format!("select doc from search_key where key = {key} and doc > {from}")
            }
            Lookup::Begins(beginning) => {
                let first = self.text(beginning);
                let last = self.text(format!("{beginning}{AFTER_ALL}"));
                format!(
                    "select doc from (
                        select doc from search_key where key > {first} and key < {last}
                        order by key, doc limit {BEGINNING_ALIKE}) as alike
                     where doc > {from}"
                )
            }
        }
    }

    /// Whether any of a term's keys stands among those of a document.
    fn filter<'p>(&mut self, probes: impl Iterator<Item = &'p Probe>, dialect: Dialect) -> String {
        let position = match dialect {
            Dialect::Sqlite => "instr",
            Dialect::Postgres => "strpos",
        };
        let mut any = Vec::new();
        for lookup in probes.flat_map(Probe::lookups) {
            let sought = match lookup {
                Lookup::Is(key) => format!(" {key} "),
                Lookup::Begins(beginning) => format!(" {beginning}"),
            };
            any.push(format!("{position}(d.keys, {}) > 0", self.text(sought)));
        }
        format!("({})", any.join(" or "))
    }

    /// The documents whose texts have the words of every term.
    fn of_text(terms: &[Term], range: &Range<'_>, dialect: Dialect) -> Self {
        let mut sieve = Self::default();
        let from = sieve.number(range.after);
        let sought = sieve.text(sought(terms, dialect));
        sieve.sql = match dialect {
            Dialect::Sqlite => format!(
                "(select rowid as doc from search_text
                  where search_text match {sought} and rowid > {from})"
            ),
            Dialect::Postgres => format!(
                "(select doc from search_text
                  where tokens @@ {sought}::tsquery and doc > {from})"
            ),
        };
        sieve.finish(range, &[]);
        sieve
    }

    fn finish(&mut self, range: &Range<'_>, filters: &[String]) {
        let found = std::mem::take(&mut self.sql);
        let mut sql = format!(
            "select d.doc, d.kind, d.id, d.customer, d.at, d.label, d.keys, d.excerpt
             from {found} as found cross join search_document d where d.doc = found.doc"
        );
        if !range.kinds.is_empty() {
            let kinds: Vec<_> = range.kinds.iter().map(|kind| self.text(kind)).collect();
            let _ = write!(sql, " and d.kind in ({})", kinds.join(", "));
        }
        for filter in filters {
            let _ = write!(sql, " and {filter}");
        }
        let _ = write!(sql, " order by found.doc limit {}", range.limit);
        self.sql = sql;
    }
}

/// Which part of what is found is asked for.
pub(super) struct Range<'q> {
    pub(super) after: i64,
    pub(super) kinds: &'q [String],
    pub(super) limit: usize,
}

/// The statement for documents that come as close as `matched`, or closer where
/// that cannot be told yet; none where there can be none.
pub(super) async fn sieve(
    snapshot: &mut Snapshot<'_>,
    terms: &[Term],
    matched: Match,
    range: &Range<'_>,
) -> Result<Option<Sieve>, StoreError> {
    match matched {
        Match::Text => Ok(Some(Sieve::of_text(terms, range, snapshot.dialect()))),
        Match::Exact | Match::Beginning | Match::Sound | Match::SoundBeginning | Match::Typo => {
            Sieve::of_keys(snapshot, terms, matched, range).await
        }
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

/// The term with the fewest documents, to begin with. None where a term has
/// none at all, or no term has keys that only come so close.
async fn rarest(
    snapshot: &mut Snapshot<'_>,
    terms: &[Term],
    matched: Match,
) -> Result<Option<usize>, StoreError> {
    let is_asked =
        terms.iter().any(|term| term.probes.iter().any(|probe| probe.matched == matched));
    if !is_asked {
        return Ok(None);
    }
    let mut rarest = (i64::MAX, 0);
    for place in 0..terms.len() {
        let mut sieve = Sieve::default();
        let first = sieve.number(-1);
        let counts: Vec<String> = fitting(terms, place, matched)
            .flat_map(Probe::lookups)
            .map(|lookup| {
                let found = sieve.lookup(&lookup, &first);
                format!("(select count(*) from ({found} limit {FREQUENT}) as counted)")
            })
            .collect();
        if counts.is_empty() {
            return Ok(None);
        }
        sieve.sql = format!("select {}", counts.join(" + "));
        let (count,): (i64,) = sieve.statement(snapshot).one().await?;
        if count == 0 {
            return Ok(None);
        }
        rarest = rarest.min((count, place));
    }
    Ok(Some(rarest.1))
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
