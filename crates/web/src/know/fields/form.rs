//! The form of a field that the business makes up.

use domain::know::fields::{CustomField, FieldError, Holds, MOST_CHOICES, MOST_FIELDS, NewField};
use serde::Deserialize;

use crate::components::{Choice, Input, Kind};
use crate::{Problem, Reader};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    /// What the field is called.
    pub name: String,
    /// The name of a type.
    pub holds: String,
    /// What can be chosen, a line each.
    pub choices: String,
}

impl Sent {
    /// What a field is.
    pub fn of(field: &CustomField) -> Self {
        Self {
            name: field.name.clone(),
            holds: field.holds.type_name().to_owned(),
            choices: field.holds.choices().join("\n"),
        }
    }

    /// The field it asks for; a text, where it names no type.
    pub fn field(&self) -> NewField {
        let choices = self.choices.lines().map(str::to_owned).collect();
        let holds = Holds::of_type(&self.holds, choices).unwrap_or(Holds::Text);
        NewField { name: self.name.clone(), holds }
    }

    /// What is filled in; a field keeps its type once it is there.
    pub fn inputs(&self, reader: Reader, is_new: bool) -> Vec<Input> {
        let types = Holds::TYPES.map(|name| Choice {
            value: name.to_owned(),
            words: reader.say(&format!("holds-{name}")),
        });
        let name = Input {
            value: self.name.clone(),
            is_required: true,
            ..Input::line("name", reader.say("own-name"))
        };
        let holds = Input {
            kind: Kind::Choice(types.into()),
            value: self.holds.clone(),
            ..Input::line("holds", reader.say("own-holds"))
        };
        let choices = Input {
            kind: Kind::Text,
            value: self.choices.clone(),
            hint: Some(reader.say("own-choices.hint")),
            ..Input::line("choices", reader.say("own-choices"))
        };
        let is_choice = self.holds == "choice";
        let shown = [(name, true), (holds, is_new), (choices, is_new || is_choice)];
        shown.into_iter().filter(|(_, is_shown)| *is_shown).map(|(input, _)| input).collect()
    }
}

/// Below which input to say why a field was not taken, and what.
///
/// # Errors
/// Where it is no fault of what was typed.
pub fn refusal(reader: Reader, error: FieldError) -> Result<(&'static str, String), Problem> {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).into();
    let phrases = reader.phrases;
    match error {
        FieldError::NoName => Ok(("name", reader.say("value-missing"))),
        FieldError::NameTaken => Ok(("name", reader.say("own-name-taken"))),
        FieldError::NoChoices => {
            Ok(("choices", phrases.say_with("own-no-choices", &[("most", number(MOST_CHOICES))])))
        }
        FieldError::TooMany => {
            Ok(("name", phrases.say_with("own-too-many", &[("most", number(MOST_FIELDS))])))
        }
        other => Err(other.into()),
    }
}
