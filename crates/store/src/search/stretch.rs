//! Which documents of a source are looked through, one stretch after another.

use super::index::BEFORE_TIMELESS;
use super::sieve::Sieve;
use super::spans::Span;
use crate::db::{Composed, Dialect};
use crate::{Snapshot, StoreError};

/// So many documents are looked through at first for such that have all words;
/// where few have, more and more.
const DOCUMENTS: usize = 512;
const GROWS: usize = 4;
/// The last stretch of which the documents' own keys are read: they lie far apart.
const DOCUMENTS_READ: usize = DOCUMENTS * GROWS;

/// Where PostgreSQL guesses that fewer texts have the words, all are collected at once:
/// a word it does not know it takes for one in fourteen thousand.
const COLLECTED: i64 = 1_000;
/// Words of one language stand together so many times oftener than it guesses, which
/// takes any to stand beside any.
const TOGETHER: i64 = 8;
/// A span is expected to have so many of the texts: more than a page, as they do not stand
/// evenly.
const ENOUGH: i64 = 64;
/// So many rows are asked for at once at most.
const ROWS: usize = 512;

/// A stretch of the documents that a source gives, the newest first.
#[derive(Debug)]
pub(super) struct Stretch<'q> {
    /// It begins after this one,
    pub(super) after: i64,
    /// goes as far as that,
    pub(super) reach: Reach,
    /// and of the documents that pass so many are let through,
    pub(super) limit: usize,
    /// of these kinds, or of all.
    pub(super) kinds: &'q [String],
}

/// How far a stretch goes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reach {
    /// So many documents.
    Documents(usize),
    /// To the end of a span of time, of a source that does not give its documents in
    /// order.
    Span(Span),
    /// As far as there are any.
    All,
}

impl<'q> Stretch<'q> {
    /// The first of the documents that follow one.
    pub(super) async fn first(
        snapshot: &mut Snapshot<'_>,
        sieve: &Sieve,
        after: i64,
        limit: usize,
        kinds: &'q [String],
    ) -> Result<Self, StoreError> {
        let reach = match (sieve.text(), snapshot.dialect()) {
            (Some(sought), Dialect::Postgres) => {
                let guess = snapshot.query("select search_text_guess($1)").bind(&sought.words);
                let (texts,): (i64,) = guess.one().await?;
                let newest = match texts * if sought.are_several { TOGETHER } else { 1 } {
                    0..COLLECTED => None,
                    texts => Reach::newest(snapshot, after, texts).await?,
                };
                newest.unwrap_or(Reach::All)
            }
            _ => Reach::Documents(DOCUMENTS),
        };
        Ok(Self { after, reach, limit, kinds })
    }

    /// The one after this, of which all is seen; none where nothing is left.
    pub(super) async fn next(
        self,
        snapshot: &mut Snapshot<'_>,
        sieve: &Sieve,
    ) -> Result<Option<Self>, StoreError> {
        let (after, reach) = match self.reach {
            Reach::All => return Ok(None),
            Reach::Documents(documents) => {
                if sieve.reads_documents() && documents >= DOCUMENTS_READ {
                    return Ok(None);
                }
                let Some(end) = self.end(snapshot, sieve, documents).await? else {
                    return Ok(None);
                };
                (end, Reach::Documents(documents.saturating_mul(GROWS)))
            }
            Reach::Span(span) => {
                match Reach::behind(snapshot, span.last(), span.turn() + 1).await? {
                    Some(reach) => (span.last(), reach),
                    None => return Ok(None),
                }
            }
        };
        Ok(Some(Self { after, reach, ..self }))
    }

    /// Lets more through at once: most that pass come closer, or not as close as they seemed
    /// by the index. What is collected is collected each time.
    pub(super) fn grow(&mut self) {
        self.limit = match self.reach {
            Reach::All => self.limit.saturating_mul(GROWS),
            Reach::Documents(_) | Reach::Span(_) => (self.limit * GROWS).min(ROWS),
        };
    }

    /// The last document of so many, none where nothing follows it.
    async fn end(
        &self,
        snapshot: &mut Snapshot<'_>,
        sieve: &Sieve,
        documents: usize,
    ) -> Result<Option<i64>, StoreError> {
        if sieve.most().is_some_and(|most| most < documents) {
            return Ok(None);
        }
        let mut text = Composed::new(snapshot);
        text.sql = format!(
            "select count(*), max(doc) from ({}) as found",
            sieve.documents(&mut text, self)?
        );
        let (count, last): (i64, Option<i64>) = text.statement(snapshot).one().await?;
        let is_full = usize::try_from(count).is_ok_and(|count| count >= documents);
        Ok(last.filter(|_| is_full))
    }
}

impl Reach {
    /// The newest of so many texts in all, those behind a document: in a span where a page
    /// of them is to be expected, as if they stood evenly from there to the first that was
    /// written; on later pages, of which fewer follow, it may be too short. None where
    /// nothing follows. The primary key of `search_text` serves it.
    async fn newest(
        snapshot: &mut Snapshot<'_>,
        after: i64,
        texts: i64,
    ) -> Result<Option<Self>, StoreError> {
        let ends = "select (select doc from search_text where doc > $1 order by doc limit 1),
                (select doc from search_text where doc <= $2 order by doc desc limit 1)";
        let ends = snapshot.query(ends).bind(after).bind(BEFORE_TIMELESS);
        let (first, last): (Option<i64>, Option<i64>) = ends.one().await?;
        let last = last.unwrap_or_default();
        Ok(first.map(|first| Self::Span(Span::expected_to_have(ENOUGH, texts, first, last))))
    }

    /// The span of a turn, from the first text behind a document: where nothing was
    /// written down for long, none is looked through in vain. None where nothing
    /// follows. The primary key of `search_text` serves it.
    async fn behind(
        snapshot: &mut Snapshot<'_>,
        after: i64,
        turn: usize,
    ) -> Result<Option<Self>, StoreError> {
        let first = "select doc from search_text where doc > $1 order by doc limit 1";
        let first: Option<(i64,)> = snapshot.query(first).bind(after).optional().await?;
        Ok(first.map(|(first,)| Span::in_turn(turn, first).map_or(Self::All, Self::Span)))
    }
}
