//! The statements that let through what may fit a search, newest first.

use std::fmt::Write as _;

use super::counts::Counts;
use super::document::Match;
use super::keys::{SOUND, SPELLING};
use super::stretch::{Reach, Stretch};
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
    /// The text index.
    Text(Sought),
}

/// What the text index is asked for.
pub(super) struct Sought {
    /// In its language.
    pub(super) words: String,
    /// Whether they are more than one.
    pub(super) are_several: bool,
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
            let source = Source::Text(Sought::of(terms, snapshot.dialect()));
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

    /// What it asks a text index for, where it asks one.
    pub(super) fn text(&self) -> Option<&Sought> {
        match &self.source {
            Source::Text(sought) => Some(sought),
            Source::Keys(_) => None,
        }
    }

    /// The first documents of an union are among the first of each part, so
    /// each part, in the order of its index, stops there. The texts of PostgreSQL come
    /// as a whole.
    pub(super) fn documents(
        &self,
        text: &mut Composed,
        stretch: &Stretch<'_>,
    ) -> Result<String, StoreError> {
        let from = text.number(stretch.after);
        let limit = match stretch.reach {
            Reach::Documents(documents) => format!("limit {documents}"),
            Reach::Span(_) | Reach::All => String::new(),
        };
        let parts = match (&self.source, text.dialect()) {
            (Source::Keys(lookups), _) => text.lookups(lookups, &from, &limit)?,
            (Source::Text(sought), Dialect::Sqlite) => vec![format!(
                "select rowid as doc from search_text
                 where search_text match {} and rowid > {from}",
                text.bind(&sought.words)
            )],
            (Source::Text(Sought { words, .. }), Dialect::Postgres) => {
                let collected = match stretch.reach {
                    Reach::Span(span) => collected(text, &format!("{words} & {}", span.sought())),
                    Reach::Documents(_) | Reach::All => collected(text, words),
                };
                vec![format!("select doc from ({collected}) as collected where doc > {from}")]
            }
        };
        let first = |part: &str| format!("select doc from ({part}) as part order by doc {limit}");
        if let [part] = parts.as_slice() {
            return Ok(first(part));
        }
        let firsts = parts.iter().map(|part| format!("select doc from ({}) as one", first(part)));
        Ok(first(&firsts.collect::<Vec<_>>().join(" union ")))
    }
}

/// The documents that the text index of PostgreSQL has for some words. With the offset
/// it never walks through all documents instead, whatever it makes of the words before it
/// is given them.
fn collected(text: &mut Composed, sought: &str) -> String {
    let sought = text.bind(sought);
    format!("select doc from search_text where tokens @@ {sought}::tsquery offset 0")
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

impl Sought {
    /// The words of all terms. They are letters and digits, so quotes around them need no
    /// escape.
    fn of(terms: &[Term], dialect: Dialect) -> Self {
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
        let in_order = |term: &Term| matches!(&term.text, Words::InOrder(words) if words.len() > 1);
        Self { words: all.join(and), are_several: terms.len() > 1 || terms.iter().any(in_order) }
    }
}
