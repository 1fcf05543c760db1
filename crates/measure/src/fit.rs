//! The models alone, without the rest of the review.

use review::Question;
use review::figures::{ModelName, Models, Note, Why};

use crate::book::Book;
use crate::calendar::Calendar;
use crate::error::FiguresError;
use crate::groundwork::{Groundwork, Plan};
use crate::models::{EVERY, Fitted, SpendModel, histories, path};
use crate::terms::Terms;

/// Fits the `wanted` models to everybody in `book`, with time counted in
/// units of `days_per_unit` days; none is chosen. What is `None` has its note.
///
/// # Errors
/// Where `days_per_unit` is not above 0 or the book cannot be read.
pub fn fit_models(
    book: &Book,
    wanted: &[ModelName],
    days_per_unit: f64,
) -> Result<(Models, Vec<Note>), FiguresError> {
    let about = book.about();
    let question = Question { as_of: Some(about.as_of), ..Question::default() };
    let terms =
        Terms::settle(&question, about.first_day, about.as_of, about.currency, about.has_money)?;
    let calendar = Calendar::spanning(terms.from, terms.as_of);
    let work = Groundwork::lay(book, Plan { terms: &terms, split: None, calendar: &calendar })?;
    let counted = histories(&work.known).in_units_of(days_per_unit)?;
    let mut notes = vec![Note { path: "models.chosen", why: Why::NotAsked }];
    notes.extend(
        EVERY
            .into_iter()
            .filter(|name| !wanted.contains(name))
            .map(|name| Note { path: path(name), why: Why::NotAsked }),
    );
    if wanted.contains(&ModelName::GammaGamma) && !terms.has_money {
        notes.push(Note { path: path(ModelName::GammaGamma), why: Why::NoAmounts });
    }
    let gamma_gamma = wanted
        .contains(&ModelName::GammaGamma)
        .then(|| SpendModel::fit(&work, &terms, &mut notes).1)
        .flatten();
    let models = Fitted::those(wanted, &counted).figures(None, gamma_gamma, &mut notes);
    let is_unexplained = |name: &ModelName| {
        models.of(*name).is_none() && notes.iter().all(|note| note.path != path(*name))
    };
    let unexplained: Vec<ModelName> = wanted.iter().copied().filter(is_unexplained).collect();
    let nobody_came_back = counted.iter().all(|(history, _)| history.x == 0);
    notes.extend(unexplained.into_iter().map(|model| {
        let why = if nobody_came_back { Why::NoRepeatBuyers } else { Why::NotConverged { model } };
        Note { path: path(model), why }
    }));
    Ok((models, notes))
}
