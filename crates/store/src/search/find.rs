//! Finding documents.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Snippet;
use super::counts::Counts;
use super::document::{Hit, Match, Place, Query};
use super::index::{BEFORE_TIMELESS, json};
use super::keys::SOUND;
use super::sieve::Sieve;
use super::skeleton::{skeleton, skeletons_meant};
use super::stretch::{Reach, Stretch};
use super::terms::{Lookup, Probe, Term, closest, read, read_reach};
use super::typos::{allowed, allowed_beside_others, distance, hashes_meant, is_kin_beginning};
use crate::db::Sql;
use crate::{Snapshot, StoreError};

/// A mistyped name may be so many known ones at most: the closest, then the
/// most frequent.
const NAMES_MEANT: usize = 16;
/// Rows are asked for so many at a time, at least and at most at first.
const ROWS: (usize, usize) = (32, 512);
/// Where the keys that the rarest of several words could mean have no more documents,
/// and how many is known, they are looked through once for however close they come.
const FEW: usize = 2_048;
/// What is among the keys without a guess.
const AS_TYPED: [Match; 4] = [Match::Exact, Match::Beginning, Match::Sound, Match::SoundBeginning];

/// Comes before the number of every document.
const BEFORE_ALL: i64 = -1;

type Row = (i64, String, Uuid, Option<Uuid>, DateTime<Utc>, String, String, String);

/// What is looked for in one go: what comes equally close.
struct Level {
    matched: Match,
    /// Whether slips are guessed by now.
    guessed: bool,
    sieve: Sieve,
}

fn hit(row: Row, terms: &[Term], matched: Match, guessed: bool) -> Hit {
    let (doc, kind, id, customer, at, label, _, excerpt) = row;
    let snippet = Snippet::of(&excerpt, terms);
    let place = Place { matched, doc, guessed };
    Hit { kind, id, customer, at, label, matched, snippet, place }
}

/// Names that have some of these hashes (`$1`), and how many documents each has.
const NAMES_NEAR: Sql = Sql::Each {
    sqlite: "select n.sound, n.docs from search_name n where n.sound in (
                 select sound from search_deletion
                 where hash in (select value from json_each($1)))",
    postgres: "select n.sound, n.docs from search_name n where n.sound in (
                   select sound from search_deletion where hash in
                   (select jsonb_array_elements_text($1::jsonb)::bigint))",
};

impl Snapshot<'_> {
    /// Finds what has all the words of a query: the closest first, of equals the newest,
    /// and always in the same order; what is guessed to be meant stands last. Slips in
    /// several words are guessed, in each of them, where nothing has all of them as typed,
    /// not even a text. Where thousands have each of several words, what does not have them
    /// exactly as typed is found among the newest of these.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn find(&mut self, query: &Query) -> Result<Vec<Hit>, StoreError> {
        self.find_behind(query, BEFORE_ALL, &Match::ALL).await
    }

    /// The same by names, addresses, numbers and codes alone: no text is looked
    /// through.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn find_known(&mut self, query: &Query) -> Result<Vec<Hit>, StoreError> {
        self.find_behind(query, BEFORE_ALL, &Match::BY_KEYS).await
    }

    /// The same of documents whose moment is [`TIMELESS`](super::TIMELESS): nothing of
    /// whatever happened is looked through for them.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn find_timeless(&mut self, query: &Query) -> Result<Vec<Hit>, StoreError> {
        self.find_behind(query, BEFORE_TIMELESS, &Match::BY_KEYS).await
    }

    /// Finds among the documents whose numbers follow one.
    async fn find_behind(
        &mut self,
        query: &Query,
        first: i64,
        matches: &[Match],
    ) -> Result<Vec<Hit>, StoreError> {
        let mut terms = read(&query.words);
        let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
        let mut hits = Vec::new();
        let mut counts = Counts::default();
        if terms.is_empty() || limit == 0 {
            return Ok(hits);
        }
        let is_alone = terms.len() == 1;
        if is_alone {
            // At once: asked for match by match the questions cost more than the
            // counting.
            counts.learn(self, lookups(&terms).iter()).await?;
        }
        let are_few =
            !is_alone && self.find_few(query, &terms, &mut counts, first, &mut hits).await?;
        let turns = in_turn(matches);
        let turn_of = |place: Place| turns.iter().position(|turn| *turn == place.matched);
        let reached = query.after.and_then(turn_of);
        let mut guessed = false;
        for (turn, matched) in turns.iter().copied().enumerate() {
            if hits.len() == limit {
                break;
            }
            if are_few && AS_TYPED.contains(&matched) {
                continue;
            }
            // Who comes closer to one word by a guess is not found by their text as well.
            if matched == Match::Typo || is_alone && matched == Match::Text {
                // Of several words slips are guessed only where nothing has them
                // as typed, here or on a page before: whoever has is meant.
                let may_guess = match query.after {
                    _ if is_alone => true,
                    Some(place) if place.matched >= Match::Typo => place.guessed,
                    before => before.is_none() && hits.is_empty(),
                };
                if !may_guess {
                    continue;
                }
                if !guessed {
                    self.add_names_meant(&mut terms, first).await?;
                    guessed = true;
                }
            }
            let after = match query.after {
                Some(_) if Some(turn) < reached => continue,
                Some(place) if Some(turn) == reached => place.doc,
                _ => first,
            };
            if let Some(sieve) = Sieve::of(self, &terms, &[matched], &mut counts).await? {
                let level = Level { matched, guessed, sieve };
                self.find_matched(query, &terms, &level, after, &mut hits).await?;
            }
        }
        Ok(hits)
    }

    /// Finds what has a telephone number, or an e-mail address, as a whole and
    /// however it is spelt: `limit` documents of a kind at most, the newest first.
    /// The primary key of `search_key` serves it.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn find_reached(
        &mut self,
        kind: &str,
        reach: &str,
        limit: u32,
    ) -> Result<Vec<Hit>, StoreError> {
        let mut hits = Vec::new();
        let Some(term) = read_reach(reach) else { return Ok(hits) };
        let (terms, matched) = ([term], Match::Exact);
        let mut counts = Counts::default();
        if let Some(sieve) = Sieve::of(self, &terms, &[matched], &mut counts).await? {
            let kinds = vec![kind.to_owned()];
            let query = Query { words: reach.to_owned(), kinds, limit, after: None };
            let level = Level { matched, guessed: false, sieve };
            self.find_matched(&query, &terms, &level, BEFORE_ALL, &mut hits).await?;
        }
        Ok(hits)
    }

    /// Adds what has all terms as they were typed among its keys, the closest first,
    /// where the rarest of them has few documents. Returns whether it has.
    async fn find_few(
        &mut self,
        query: &Query,
        terms: &[Term],
        counts: &mut Counts,
        first: i64,
        hits: &mut Vec<Hit>,
    ) -> Result<bool, StoreError> {
        if query.after.is_some_and(|place| !AS_TYPED.contains(&place.matched)) {
            return Ok(true);
        }
        let Some(sieve) = Sieve::of(self, terms, &AS_TYPED, counts).await? else { return Ok(true) };
        if sieve.most().is_none_or(|most| most > FEW) {
            return Ok(false);
        }
        let (reach, kinds) = (Reach::Documents(FEW), &query.kinds);
        let all = Stretch { after: first, reach, limit: FEW, kinds };
        let rows: Vec<Row> = sieve.rows(self, &all).await?;
        let before = query.after.map(|place| (place.matched, place.doc));
        let close = rows.into_iter().filter_map(|row| {
            let matched = closest(terms, &row.6)?;
            (Some((matched, row.0)) > before).then_some((matched, row))
        });
        let mut close: Vec<(Match, Row)> = close.collect();
        close.sort_unstable_by_key(|(matched, row)| (*matched, row.0));
        let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
        let found = close.into_iter().take(limit);
        hits.extend(found.map(|(matched, row)| hit(row, terms, matched, false)));
        Ok(true)
    }

    /// Adds what comes just as close as a level says.
    async fn find_matched(
        &mut self,
        query: &Query,
        terms: &[Term],
        level: &Level,
        after: i64,
        hits: &mut Vec<Hit>,
    ) -> Result<(), StoreError> {
        let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
        let rows_at_once = limit.clamp(ROWS.0, ROWS.1);
        let mut stretch =
            Stretch::first(self, &level.sieve, after, rows_at_once, &query.kinds).await?;
        loop {
            let rows: Vec<Row> = level.sieve.rows(self, &stretch).await?;
            let is_whole = rows.len() < stretch.limit;
            for row in rows {
                stretch.after = row.0;
                if closest(terms, &row.6).unwrap_or(Match::Text) == level.matched {
                    hits.push(hit(row, terms, level.matched, level.guessed));
                    if hits.len() == limit {
                        return Ok(());
                    }
                }
            }
            if is_whole {
                let next = stretch.next(self, &level.sieve).await?;
                let Some(next) = next else { return Ok(()) };
                stretch = next;
            } else {
                stretch.grow();
            }
        }
    }

    /// Adds to each term the names it may be a typo of, or kin to, of documents whose
    /// numbers follow one.
    async fn add_names_meant(&mut self, terms: &mut [Term], first: i64) -> Result<(), StoreError> {
        let allowed = if terms.len() == 1 { allowed } else { allowed_beside_others };
        for term in terms {
            let Some(typed) = &term.sound else { continue };
            for name in self.names_meant(typed, allowed, first).await? {
                term.probes.push(Probe::typo_of(&name));
            }
        }
        Ok(())
    }

    /// The primary keys of `search_deletion` and `search_key` serve it. `allowed` says
    /// how many typos a name of so many letters may have.
    async fn names_meant(
        &mut self,
        typed: &str,
        allowed: fn(usize) -> usize,
        first: i64,
    ) -> Result<Vec<String>, StoreError> {
        let kin = skeletons_meant(typed);
        let hashes = hashes_meant(typed, &kin);
        if hashes.is_empty() {
            return Ok(Vec::new());
        }
        let hashes = json(&hashes)?;
        let known: Vec<(String, i64)> = if first == BEFORE_ALL {
            self.query(NAMES_NEAR).bind(hashes).all().await?
        } else {
            // Else the names of all other documents crowd out those of these few.
            let near = NAMES_NEAR.for_dialect(self.dialect());
            let there = format!(
                "{near} and exists (
                     select 1 from search_key k where k.key = '{SOUND}' || n.sound and k.doc > $2)"
            );
            self.query(Sql::Composed(there)).bind(hashes).bind(first).all().await?
        };
        let letters = |word: &str| word.chars().count();
        // Kin is as far off as one typo, whatever its letters; what kin begins,
        // as two. What begins as it was typed has come closer before.
        let guessed = |name: &str| {
            let edits = distance(typed, name);
            let is_typo = edits <= allowed(letters(typed)).min(allowed(letters(name)));
            let bones = skeleton(name);
            let is_kin = bones.as_ref().is_some_and(|bones| kin.contains(bones));
            let begins = bones.is_some_and(|bones| {
                kin.iter().any(|typed| is_kin_beginning(typed, &bones)) && !name.starts_with(typed)
            });
            let far = match (is_kin, begins) {
                (true, _) => edits.min(1),
                (false, true) => edits.min(2),
                (false, false) => edits,
            };
            (edits > 0 && (is_typo || is_kin || begins)).then_some(far)
        };
        let meant: BTreeSet<_> = known
            .into_iter()
            .filter_map(|(name, docs)| Some((guessed(&name)?, -docs, name)))
            .collect();
        Ok(meant.into_iter().map(|(_, _, name)| name).take(NAMES_MEANT).collect())
    }
}

/// In the order in which they are asked for: guesses never stand before what has the
/// words as typed, were it in a text.
fn in_turn(matches: &[Match]) -> Vec<Match> {
    let (guesses, others): (Vec<Match>, Vec<Match>) =
        matches.iter().partition(|matched| **matched == Match::Typo);
    others.into_iter().chain(guesses).collect()
}

fn lookups(terms: &[Term]) -> Vec<Lookup> {
    terms.iter().flat_map(|term| &term.probes).flat_map(Probe::lookups).collect()
}
