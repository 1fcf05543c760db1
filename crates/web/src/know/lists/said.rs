//! What is wrong with a query, in words.

use domain::know::lists::ListError;
use domain::know::query::{QueryError, Why, all_names};

use crate::{Problem, Reader};

/// Why a query cannot be asked.
pub fn wrong(reader: Reader, error: &QueryError) -> String {
    let phrases = reader.phrases;
    let word = || error.word.as_str().into();
    let example = |name: domain::know::query::Name| -> phrases::Value<'static> {
        let name = format!("{}:{}", name.word(), name.examples());
        name.into()
    };
    match &error.why {
        Why::Empty(name) | Why::NotOne(name) => {
            phrases.say_with("query-not-one", &[("word", word()), ("examples", example(*name))])
        }
        Why::EmptyOwn | Why::NotOwn => phrases.say_with("query-not-own", &[("word", word())]),
        Why::NotStaff => phrases.say_with("query-not-staff", &[("word", word())]),
        Why::NoField => {
            phrases.say_with("query-no-field", &[("word", word()), ("names", all_names().into())])
        }
        Why::NoTeam => phrases.say_with("query-no-team", &[("word", word())]),
        Why::NoTier => phrases.say_with("query-no-tier", &[("word", word())]),
        Why::Backwards => phrases.say_with("query-backwards", &[("word", word())]),
        Why::TooMuch => reader.say("query-too-much"),
    }
}

/// What is wrong with the query, where that is why there is no list.
///
/// # Errors
/// Where the list cannot be given for another reason.
pub fn refused(error: ListError) -> Result<QueryError, Problem> {
    match error {
        ListError::Query(error) => Ok(error),
        ListError::Settings(error) => Err(error.into()),
        ListError::Store(error) => Err(error.into()),
    }
}
