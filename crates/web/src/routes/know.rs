//! The routes of customers and of what happened with them.

use domain::office::rights::Right;

use super::{Route, may};
use crate::Access;
use crate::know::uploads::OrderFiles;
use crate::know::{
    contacts, customers, fields, files, imports, interactions, lists, orders, products, tags,
    uploads,
};
use crate::prove::review;
use crate::upload::Attachments;

/// All of them.
pub fn routes() -> Vec<Route> {
    let mut routes = of_customers();
    routes.extend(of_dealings());
    routes.extend(of_orders());
    routes
}

/// Customers, their lists, and what is known of them.
fn of_customers() -> Vec<Route> {
    vec![
        Route::get("/customers", may(Right::SeeCustomers), lists::show::show),
        Route::post("/customers/columns", may(Right::SeeCustomers), lists::chosen::choose),
        Route::get("/customers/filter", may(Right::SeeCustomers), lists::filter::add),
        Route::get("/customers/export/{form}", may(Right::Export), lists::export::export),
        Route::post("/customers/bulk", may(Right::EditInBulk), lists::bulk::begin),
        Route::get("/bulk/{id}", may(Right::EditInBulk), lists::bulk::show),
        Route::post("/bulk/{id}/undo", may(Right::EditInBulk), lists::bulk::undo),
        Route::post("/views", may(Right::SeeCustomers), lists::views::save),
        Route::post("/views/{id}", may(Right::SeeCustomers), lists::views::edit),
        Route::post("/views/{id}/remove", may(Right::SeeCustomers), lists::views::remove),
        Route::post("/views/{id}/restore", may(Right::SeeCustomers), lists::views::restore),
        Route::post("/customers", may(Right::EditCustomers), customers::new::add),
        Route::get("/customers/new", may(Right::EditCustomers), customers::new::show),
        Route::get("/customers/{id}", may(Right::SeeCustomers), customers::show::show),
        Route::post("/customers/{id}", may(Right::EditCustomers), customers::edit::edit),
        Route::post("/customers/{id}/remove", may(Right::EditCustomers), customers::new::remove),
        Route::post("/customers/{id}/undo", may(Right::EditCustomers), customers::edit::undo),
        Route::post(
            "/customers/{id}/consent",
            may(Right::EditCustomers),
            customers::consent::decide,
        ),
        Route::post(
            "/customers/{id}/consent/undo",
            may(Right::EditCustomers),
            customers::consent::undo,
        ),
        Route::post("/customers/{id}/tags", may(Right::EditCustomers), tags::change::add),
        Route::post(
            "/customers/{id}/tags/{tag}/remove",
            may(Right::EditCustomers),
            tags::change::remove,
        ),
        Route::post(
            "/customers/{id}/tags/{tag}/restore",
            may(Right::EditCustomers),
            tags::change::restore,
        ),
        Route::post(
            "/customers/{id}/fields/{field}",
            may(Right::EditCustomers),
            fields::values::set,
        ),
        Route::post("/customers/{id}/fields/undo", may(Right::EditCustomers), fields::values::undo),
        Route::get("/settings/fields", may(Right::ManageSettings), fields::settings::show),
        Route::post("/settings/fields", may(Right::ManageSettings), fields::settings::add),
        Route::get("/settings/fields/{id}", may(Right::ManageSettings), fields::settings::edited),
        Route::post("/settings/fields/{id}", may(Right::ManageSettings), fields::settings::edit),
        Route::post(
            "/settings/fields/{id}/remove",
            may(Right::ManageSettings),
            fields::settings::remove,
        ),
        Route::post(
            "/settings/fields/{id}/restore",
            may(Right::ManageSettings),
            fields::settings::restore,
        ),
    ]
}

/// The people there, and what was said to them.
fn of_dealings() -> Vec<Route> {
    vec![
        Route::get("/contacts/new", may(Right::EditCustomers), contacts::new::show),
        Route::post("/contacts", may(Right::EditCustomers), contacts::new::add),
        Route::get("/contacts/{id}", may(Right::SeeCustomers), contacts::show::show),
        Route::post("/contacts/{id}", may(Right::EditCustomers), contacts::change::edit),
        Route::post("/contacts/{id}/undo", may(Right::EditCustomers), contacts::change::undo),
        Route::post("/contacts/{id}/remove", may(Right::EditCustomers), contacts::change::remove),
        Route::post("/contacts/{id}/restore", may(Right::EditCustomers), contacts::change::restore),
        Route::get("/interactions/new", may(Right::LogInteractions), interactions::log::new),
        Route::upload::<Attachments, _, _>(
            "/interactions",
            may(Right::LogInteractions),
            interactions::log::log,
        ),
        Route::get("/interactions/{id}", may(Right::SeeCustomers), interactions::show::show),
        Route::upload::<Attachments, _, _>(
            "/interactions/{id}",
            may(Right::LogInteractions),
            interactions::change::edit,
        ),
        Route::post(
            "/interactions/{id}/undo",
            may(Right::LogInteractions),
            interactions::change::undo,
        ),
        Route::post(
            "/interactions/{id}/remove",
            may(Right::LogInteractions),
            interactions::change::remove,
        ),
        Route::post(
            "/interactions/{id}/restore",
            may(Right::LogInteractions),
            interactions::change::restore,
        ),
        Route::post(
            "/interactions/{id}/done",
            may(Right::LogInteractions),
            interactions::follow_up::done,
        ),
        Route::post(
            "/interactions/{id}/open",
            may(Right::LogInteractions),
            interactions::follow_up::open,
        ),
        Route::post(
            "/interactions/{id}/due/{day}",
            may(Right::LogInteractions),
            interactions::follow_up::put_off,
        ),
        Route::get(
            interactions::mentions::COLLEAGUES,
            may(Right::LogInteractions),
            interactions::mentions::colleagues,
        ),
        Route::post("/interactions/{id}/read", Access::SignedIn, interactions::mentions::read),
        Route::post("/interactions/{id}/unread", Access::SignedIn, interactions::mentions::unread),
        Route::get("/files/{id}", may(Right::SeeCustomers), files::fetch::fetch),
        Route::post("/files/{id}/remove", may(Right::LogInteractions), files::change::remove),
        Route::post("/files/{id}/restore", may(Right::LogInteractions), files::change::restore),
    ]
}

/// What was bought, brought in from files, and what the review makes of it.
fn of_orders() -> Vec<Route> {
    vec![
        Route::get("/orders/new", may(Right::EditOrders), orders::new::show),
        Route::get("/orders", may(Right::SeeCustomers), orders::list::show),
        Route::post("/orders", may(Right::EditOrders), orders::new::add),
        Route::get("/orders/{id}", may(Right::SeeCustomers), orders::show::show),
        Route::post("/orders/{id}", may(Right::EditOrders), orders::edit::edit),
        Route::get("/orders/{id}/edit", may(Right::EditOrders), orders::edit::show),
        Route::post("/orders/{id}/undo", may(Right::EditOrders), orders::edit::undo),
        Route::post("/orders/{id}/state/{state}", may(Right::EditOrders), orders::change::state),
        Route::post("/orders/{id}/ship", may(Right::EditOrders), orders::change::ship),
        Route::post("/shipments/{id}/delivered", may(Right::EditOrders), orders::change::delivered),
        Route::post("/shipments/{id}/under-way", may(Right::EditOrders), orders::change::under_way),
        Route::get("/review", may(Right::SeeReview), review::show),
        Route::get("/review/document", may(Right::SeeReview), review::document),
        Route::get("/imports", may(Right::Import), imports::list::show),
        Route::get("/imports/new", may(Right::Import), uploads::new::show),
        Route::upload::<OrderFiles, _, _>("/imports", may(Right::Import), uploads::new::send),
        Route::get("/uploads/{id}", may(Right::Import), uploads::show::show),
        Route::post("/uploads/{id}", may(Right::Import), uploads::change::read_as),
        Route::post("/uploads/{id}/answer", may(Right::Import), uploads::change::answer),
        Route::post("/uploads/{id}/import", may(Right::Import), uploads::change::import),
        Route::post("/uploads/{id}/discard", may(Right::Import), uploads::change::discard),
        Route::get("/imports/{id}", may(Right::Import), imports::show::show),
        Route::get("/imports/{id}/refused", may(Right::Import), imports::refused::table),
        Route::post("/imports/{id}/discard", may(Right::Import), imports::discard::discard),
        Route::post("/imports/{id}/undo", may(Right::Import), imports::undo::undo),
        Route::get("/products", may(Right::SeeCustomers), products::list::show),
        Route::get(
            products::suggested::SUGGESTED,
            may(Right::EditOrders),
            products::suggested::show,
        ),
        Route::get("/products/{id}", may(Right::SeeCustomers), products::show::show),
        Route::post("/products/{id}", may(Right::EditOrders), products::show::rename),
        Route::post("/products/{id}/undo", may(Right::EditOrders), products::show::undo),
    ]
}
