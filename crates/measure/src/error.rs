//! What keeps the question of the review, or the models, from an answer.

use kernel::Day;

use crate::book::BookError;
use crate::terms::TermsError;

/// Why the review could not be made.
#[derive(Debug, thiserror::Error)]
pub enum FiguresError {
    /// Nobody bought.
    #[error(
        "there is no order of a known customer up to {as_of}; check the customer and date columns with --map"
    )]
    NoCustomers {
        /// The last day that counts.
        as_of: Day,
    },
    /// The book was closed on another day.
    #[error(
        "the orders were gathered as of {closed} and the review was asked for as of {wanted}; read the files again with --as-of {wanted}"
    )]
    AsOf {
        /// The day asked for.
        wanted: Day,
        /// The day the book was closed on.
        closed: Day,
    },
    /// The question cannot be answered as asked.
    #[error(transparent)]
    Terms(#[from] TermsError),
    /// The book cannot be read.
    #[error(transparent)]
    Book(#[from] BookError),
    /// The unit of time is not one.
    #[error(transparent)]
    Unit(#[from] stats::fit::FitError),
}
