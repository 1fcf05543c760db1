//! The page of a product: what it is called, and its orders.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::products::{self, Product, ProductError, ProductId};
use domain::office::rights::Right;
use serde::Deserialize;

use crate::components::{Field, Input};
use crate::know::orders::list as orders;
use crate::path::Path;
use crate::{App, Form, Frame, Nothing, Page, Problem, Visitor, Writer};

/// The page.
#[derive(Template)]
#[template(path = "know/products/show.html")]
pub struct Show {
    frame: Frame,
    known: Product,
    orders: String,
    may_edit: bool,
    /// A name that was not taken, and why.
    not_taken: Option<(String, String)>,
}

impl Show {
    fn name(&self) -> Field<'_> {
        let (value, error) = match &self.not_taken {
            Some((typed, why)) => (typed.clone(), Some(why.clone())),
            None => (self.known.name.clone(), None),
        };
        let label = self.frame.say("role-product");
        Field {
            id: "product-name".to_owned(),
            value: Some(self.known.name.clone()),
            question: label.clone(),
            is_open: error.is_some(),
            input: Input {
                value,
                error,
                is_required: true,
                is_label_unseen: true,
                ..Input::line("name", label.clone())
            },
            label,
            action: self.may_edit.then(|| format!("/products/{}", self.known.id)),
            version: None,
            token: &self.frame.token,
            phrases: self.frame.reader.phrases,
        }
    }
}

/// `GET /products/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    Path(id): Path<ProductId>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Show>, Problem> {
    Ok(Page(page(&app, frame, &visitor, id, None).await?))
}

async fn page(
    app: &App,
    frame: Frame,
    visitor: &Visitor,
    id: ProductId,
    not_taken: Option<(String, String)>,
) -> Result<Show, Problem> {
    let known = products::product(&mut app.db.reader().await?.snapshot(), id).await?;
    Ok(Show {
        known: known.ok_or(Problem::NotFound)?,
        orders: orders::with_product(id),
        may_edit: visitor.may(Right::EditOrders),
        not_taken,
        frame,
    })
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Sent {
    name: String,
}

/// `POST /products/{id}`: gives it another name.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn rename(
    writer: Writer,
    Path(id): Path<ProductId>,
    Form(Sent { name }): Form<Sent>,
) -> Result<Response, Problem> {
    let typed = name.clone();
    let renamed = writer.write(async move |tx| products::rename(tx, id, &name).await).await;
    let key = match renamed {
        Ok(is_different) => {
            if is_different {
                let words = writer.say("product-was-renamed");
                writer.tell_undoable(words, format!("/products/{id}/undo"));
            }
            return Ok(Redirect::to(&format!("/products/{id}")).into_response());
        }
        Err(ProductError::Refused) => "value-not-one",
        Err(ProductError::Taken) => "product-taken",
        Err(other) => return Err(other.into()),
    };
    let not_taken = Some((typed, writer.say(key)));
    let page = page(&writer.app, writer.frame, &writer.visitor, id, not_taken).await?;
    Ok(Page(page).refused())
}

/// `POST /products/{id}/undo`: called as before again.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn undo(
    writer: Writer,
    Path(id): Path<ProductId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let undone = writer.write(async move |tx| products::undo(tx, id).await).await?;
    writer.tell_undone(undone);
    Ok(Redirect::to(&format!("/products/{id}")))
}

impl From<ProductError> for Problem {
    fn from(error: ProductError) -> Self {
        match error {
            ProductError::Unknown => Problem::NotFound,
            ProductError::Store(error) => error.into(),
            refused @ (ProductError::Refused | ProductError::Taken) => {
                Problem::Malformed(refused.to_string())
            }
        }
    }
}
