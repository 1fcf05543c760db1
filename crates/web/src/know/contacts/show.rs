//! The page of a contact.

use askama::Template;
use axum::extract::{Path, State};
use domain::know::contacts::{self, Contact, ContactError, ContactId, Details, Part};
use domain::know::customers::{self, Version};
use domain::office::rights::Right;

use super::form::{self, ContactForm};
use crate::components::{Action, Avatar, Menu, icon};
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

/// The page, with what was typed and not taken.
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
    let customer = customers::customer(snapshot, known.customer).await?.ok_or(Problem::NotFound)?;
    frame.about = Some(known.customer);
    let mut form = None;
    if visitor.role().is_some_and(|role| role.may(Right::EditCustomers)) {
        let (seen, details, why) = match not_taken {
            Some((seen, details, why)) => (seen, details, Some(why)),
            None => (known.version, known.details.clone(), None),
        };
        let action = format!("/contacts/{id}");
        let mut filled = ContactForm::filled(&frame, known.customer, action, Some(seen), &details);
        if let Some(why) = why {
            filled.refuse(frame.reader, why)?;
        }
        form = Some(filled);
    }
    Ok(Show { at: customer.name().to_owned(), known, form, frame })
}
