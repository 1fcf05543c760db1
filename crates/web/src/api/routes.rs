//! The routes of the API: a part of the one table.

use axum::extract::DefaultBodyLimit;
use domain::office::rights::Right;

use super::orders::{self, bulk, one, shipments};
use super::{
    consent, contacts, customers, docs, fields, figures, imports, interactions, me, products,
    search, tags, timeline,
};
use crate::Access;
use crate::routes::Route;

/// The routes of the API and of the pages that document it.
pub fn routes() -> Vec<Route> {
    let see = Access::TokenRight(Right::SeeCustomers);
    let edit = Access::TokenRight(Right::EditCustomers);
    let log = Access::TokenRight(Right::LogInteractions);
    let bring_in = Access::TokenRight(Right::Import);
    let sell = Access::TokenRight(Right::EditOrders);
    vec![
        Route::get("/api/docs", Access::Public, docs::begin),
        Route::get("/api/docs/problems", Access::Public, docs::problems),
        Route::get("/api/docs/{tag}", Access::Public, docs::room),
        Route::get("/api/openapi.json", Access::Public, docs::openapi),
        Route::get("/api/v1/me", Access::Token, me::show),
        Route::get("/api/v1/customers", see, customers::list::list),
        Route::post("/api/v1/customers", edit, customers::add),
        Route::get("/api/v1/customers/{id}", see, customers::show),
        Route::patch("/api/v1/customers/{id}", edit, customers::edit),
        Route::post("/api/v1/customers/{id}/undo", edit, customers::undo),
        Route::get("/api/v1/customers/{id}/tags", see, tags::show),
        Route::patch("/api/v1/customers/{id}/tags", edit, tags::edit),
        Route::get("/api/v1/customers/{id}/fields", see, fields::show),
        Route::patch("/api/v1/customers/{id}/fields", edit, fields::edit),
        Route::get("/api/v1/fields", see, fields::list),
        Route::get("/api/v1/customers/{id}/consent", see, consent::show),
        Route::post("/api/v1/customers/{id}/consent", edit, consent::decide),
        Route::get("/api/v1/customers/{id}/figures", see, figures::show),
        Route::get("/api/v1/customers/{id}/timeline", see, timeline::list),
        Route::get("/api/v1/customers/{id}/contacts", see, contacts::list),
        Route::post("/api/v1/customers/{id}/contacts", edit, contacts::add),
        Route::get("/api/v1/contacts/{id}", see, contacts::show),
        Route::patch("/api/v1/contacts/{id}", edit, contacts::edit),
        Route::delete("/api/v1/contacts/{id}", edit, contacts::remove),
        Route::post("/api/v1/contacts/{id}/restore", edit, contacts::restore),
        Route::get("/api/v1/customers/{id}/interactions", see, interactions::list),
        Route::post("/api/v1/customers/{id}/interactions", log, interactions::log),
        Route::get("/api/v1/interactions/{id}", see, interactions::show),
        Route::patch("/api/v1/interactions/{id}", log, interactions::edit),
        Route::delete("/api/v1/interactions/{id}", log, interactions::remove),
        Route::post("/api/v1/interactions/{id}/restore", log, interactions::restore),
        Route::post("/api/v1/interactions/{id}/done", log, interactions::done),
        Route::get("/api/v1/orders", see, orders::list::list),
        Route::post("/api/v1/orders", sell, one::add),
        Route::post("/api/v1/orders/bulk", sell, bulk::add)
            .within(DefaultBodyLimit::max(bulk::LARGEST)),
        Route::get("/api/v1/orders/{id}", see, one::show),
        Route::patch("/api/v1/orders/{id}", sell, one::edit),
        Route::post("/api/v1/orders/{id}/shipments", sell, shipments::add),
        Route::get("/api/v1/shipments/{id}", see, shipments::show),
        Route::patch("/api/v1/shipments/{id}", sell, shipments::edit),
        Route::get("/api/v1/products", see, products::list),
        Route::get("/api/v1/products/{id}", see, products::show),
        Route::get("/api/v1/imports", bring_in, imports::list),
        Route::get("/api/v1/imports/{id}", bring_in, imports::show),
        Route::post("/api/v1/imports/{id}/undo", bring_in, imports::undo),
        Route::get("/api/v1/search", see, search::find),
    ]
}
