//! The page of a contact.

use askama::Template;
use axum::extract::State;
use domain::know::contacts::{self, Contact, ContactError, ContactId, Details, Part};
use domain::know::customers::Version;
use domain::office::rights::Right;

use super::form::{self, ContactForm};
use super::told;
use crate::components::{Action, Avatar, Menu, icon};
use crate::path::Path;
use crate::{App, Frame, Page, Problem, Visitor};

/// The page.
#[derive(Template)]
#[template(path = "know/contacts/show.html")]
pub struct Show {
    frame: Frame,
    known: Contact,
    at: String,
    form: Option<ContactForm>,
}

impl Show {
    fn menu(&self) -> Menu<'_> {
        Menu {
            words: self.frame.say("interaction-more-to-do"),
            icon: Some(icon("more")),
            actions: vec![Action::Do {
                words: self.frame.say("part-remove"),
                action: format!("/contacts/{}/remove", self.known.id),
                icon: Some(icon("close")),
            }],
            token: &self.frame.token,
        }
    }

    /// Each detail that is known, under its name.
    fn details(&self) -> Vec<(String, &str)> {
        let said =
            |part: Part| Some((self.frame.say(form::key(part)), self.known.details.part(part)?));
        Part::ALL.into_iter().filter_map(said).collect()
    }
}

/// `GET /contacts/{id}`
///
/// # Errors
/// Where there is none or it has been removed, or the database cannot be
/// reached.
pub async fn show(
    State(app): State<App>,
    Path(id): Path<ContactId>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Show>, Problem> {
    Ok(Page(page(&app, frame, &visitor, id, None).await?))
}

/// The page, with what was typed and not taken, of whom as they were seen, or
/// as they are now where somebody was faster.
pub(super) async fn page(
    app: &App,
    mut frame: Frame,
    visitor: &Visitor,
    id: ContactId,
    not_taken: Option<(Version, Details, ContactError)>,
) -> Result<Show, Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let known = contacts::contact(snapshot, id).await?;
    let known = known.filter(|known| !known.removed).ok_or(Problem::NotFound)?;
    let customer = frame.turn_to(snapshot, known.customer).await?;
    let mut form = None;
    if visitor.may(Right::EditCustomers) {
        let fill = |seen, details: &Details| {
            let action = format!("/contacts/{id}");
            ContactForm::filled(&frame, known.customer, action, Some(seen), details)
        };
        form = Some(match not_taken {
            None => fill(known.version, &known.details),
            Some((_, typed, ContactError::ChangedSince)) => {
                let mut late = fill(known.version, &typed);
                late.refuse_late(frame.reader, told::now(frame.reader, &typed, &known.details));
                late
            }
            Some((seen, typed, why)) => {
                let mut refused = fill(seen, &typed);
                refused.refuse(frame.reader, why)?;
                refused
            }
        });
    }
    Ok(Show { at: customer.name().to_owned(), known, form, frame })
}
