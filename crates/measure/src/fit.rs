//! The models alone, without the rest of the review.

use review::Question;
use review::figures::{ModelName, Models};

use crate::book::Book;
use crate::calendar::Calendar;
use crate::figures::FiguresError;
use crate::groundwork::{Groundwork, Plan};
use crate::models::{Fitted, SpendModel, histories};
use crate::terms::Terms;

/// Fits the `wanted` models to everybody in `book`, with time counted in
/// units of `days_per_unit` days. None is chosen. What could not be fitted is
/// `None`.
///
/// # Errors
/// Where `days_per_unit` is not above 0 or the book cannot be read.
pub fn fit_models(
    book: &Book,
    wanted: &[ModelName],
    days_per_unit: f64,
) -> Result<Models, FiguresError> {
    let about = book.about();
    let question = Question { as_of: Some(about.as_of), ..Question::default() };
    let terms = Terms::settle(
        &question,
        about.first_day,
        about.as_of,
        about.currency,
        about.has_money,
    )?;
    let calendar = Calendar::spanning(terms.from, terms.as_of);
    let work = Groundwork::lay(book, Plan { terms: &terms, split: None, calendar: &calendar })?;
    let counted = histories(&work.known).in_units_of(days_per_unit)?;
    let mut notes = Vec::new();
    let gamma_gamma = wanted
        .contains(&ModelName::GammaGamma)
        .then(|| SpendModel::fit(&work, &terms, &mut notes).1)
        .flatten();
    Ok(Fitted::those(wanted, &counted).figures(None, gamma_gamma, &mut notes))
}
