//! Facts in files: Parquet, written in small pieces, merged into large ones,
//! read into the ledger as rows of orders are.
//!
//! What a file holds is never changed: a thing that changed stands in a later
//! file with a higher version, and whoever reads takes the highest. Which
//! files count is not known here but in the record, which names them in the
//! transaction in which they begin to; a file that nobody names is no fact.

mod bucket;
mod columns;
mod customers;
mod file;
mod folder;
mod interactions;
mod merge;
mod orders;
mod table;
#[cfg(test)]
mod tests;
mod to_ledger;

use std::io;

use kernel::facts::{CustomerFact, Fact, FactFile, FactKind, Facts, InteractionFact, OrderFact};

pub use folder::FactFolder;
pub use to_ledger::{FiguresOfRecord, KnownCustomers};

use merge::Merged;
use table::Table;

/// Rows of a file at most: so many are read and written in one piece.
const FILE_ROWS: usize = 500_000;

/// Why facts could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum FactsError {
    /// A file could not be read or written.
    #[error("cannot use the file of facts {name}; check its disk or store")]
    Io {
        /// Its name.
        name: String,
        /// What the system says.
        source: io::Error,
    },
    /// A file is not what was written.
    #[error(
        "the file of facts {name} is damaged: {reason}; make the facts again with `perennial rebuild facts`"
    )]
    Damaged {
        /// Its name.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Facts that cannot be written as Parquet.
    #[error("cannot write facts: {0}")]
    Encoding(String),
    /// The ledger could not take them.
    #[error(transparent)]
    Ledger(#[from] crate::ledger::LedgerError),
}

impl FactsError {
    /// Whether a file was not there: it may have been replaced meanwhile.
    #[must_use]
    pub fn is_missing_file(&self) -> bool {
        matches!(self, Self::Io { source, .. } if source.kind() == io::ErrorKind::NotFound)
    }
}

impl FactFolder {
    /// Writes facts down, a file for each kind there is. `named` gives a name
    /// nobody has.
    ///
    /// # Errors
    /// Where they cannot be written; what was written then is named by nobody.
    pub fn write(
        &self,
        facts: Facts,
        mut named: impl FnMut() -> String,
    ) -> Result<Vec<FactFile>, FactsError> {
        let mut written = Vec::new();
        self.write_kind(facts.orders, &mut named, &mut written)?;
        self.write_kind(facts.customers, &mut named, &mut written)?;
        self.write_kind(facts.interactions, &mut named, &mut written)?;
        Ok(written)
    }

    fn write_kind<T: Table>(
        &self,
        mut facts: Vec<Fact<T>>,
        named: &mut impl FnMut() -> String,
        written: &mut Vec<FactFile>,
    ) -> Result<(), FactsError> {
        if facts.is_empty() {
            return Ok(());
        }
        merge::newest(&mut facts);
        written.push(self.put(&facts, named(), false)?);
        Ok(())
    }

    /// Makes of several files of one kind as few as can be: of `all` there are
    /// of it, or only of some, in which what is gone must stay to be known.
    ///
    /// # Errors
    /// Where they cannot be read or written.
    pub fn merge(
        &self,
        kind: FactKind,
        files: &[FactFile],
        all: bool,
        named: impl FnMut() -> String,
    ) -> Result<Vec<FactFile>, FactsError> {
        match kind {
            FactKind::Orders => self.merge_kind::<OrderFact>(files, all, named),
            FactKind::Customers => self.merge_kind::<CustomerFact>(files, all, named),
            FactKind::Interactions => self.merge_kind::<InteractionFact>(files, all, named),
        }
    }

    fn merge_kind<T: Table>(
        &self,
        files: &[FactFile],
        all: bool,
        mut named: impl FnMut() -> String,
    ) -> Result<Vec<FactFile>, FactsError> {
        let mut written = Vec::new();
        let mut held: Vec<Fact<T>> = Vec::new();
        for fact in Merged::<T>::of(self, files)? {
            let fact = fact?;
            if all && fact.is_gone {
                continue;
            }
            held.push(fact);
            if held.len() == FILE_ROWS {
                written.push(self.put(&held, named(), all)?);
                held.clear();
            }
        }
        if !held.is_empty() {
            written.push(self.put(&held, named(), all)?);
        }
        Ok(written)
    }

    fn put<T: Table>(
        &self,
        facts: &[Fact<T>],
        name: String,
        is_base: bool,
    ) -> Result<FactFile, FactsError> {
        let bytes = file::encoded(facts)?;
        let (rows, size) = (facts.len() as u64, bytes.len() as u64);
        self.keep(T::KIND, &name, bytes)?;
        Ok(FactFile { name, kind: T::KIND, rows, bytes: size, is_base })
    }
}
