//! What the API is, as `OpenAPI` 3.1, made from its code: operations and bodies
//! from the handlers, who may use them and what may go wrong from the table.

mod answers;

use std::sync::LazyLock;

use domain::office::rights::Right;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    KnownFormat, ObjectBuilder, OpenApi, RefOr, Required, SchemaFormat, SecurityRequirement, Type,
};
use utoipa::{Modify, OpenApi as _};

use super::orders::{self, bulk, one, shipments};
use super::{
    consent, contacts, customers, fields, figures, imports, interactions, me, products, routes,
    search, tags, timeline,
};
use crate::Access;
use crate::problem::ProblemSaid;
use crate::routes::Route;

pub use answers::in_short;

/// How programs show who they are.
const BEARER: &str = "token";

/// The whole document.
#[must_use]
pub fn document() -> &'static OpenApi {
    static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(Handlers::openapi);
    &DOCUMENT
}

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Perennial",
        version = "1",
        description = "Customers, the people at them, what was written down of them and what they \
            bought. Amounts are whole minor units of their currency, times are RFC 3339, ids are \
            UUIDs. Lists come page by page: hand `after` of one page back to get the next, or \
            follow `Link`. A change names in `If-Match` the `ETag` of what it changes; with an \
            `Idempotency-Key` it is made once, however often it is sent. Problems are \
            `application/problem+json`, and `code` says of which kind.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    servers((url = "/")),
    tags(
        (name = "me", description = "Who the program is here"),
        (name = "customers", description = "People and companies, and what happened with them"),
        (name = "contacts", description = "The people at customers"),
        (name = "interactions", description = "Calls, meetings, visits, notes and gifts"),
        (name = "orders", description = "What customers bought, and how it was sent"),
        (name = "products", description = "What can be bought"),
        (name = "imports", description = "Files that were brought in"),
        (name = "search", description = "Finding anything"),
    ),
    paths(
        me::show,
        customers::list::list, customers::add, customers::show, customers::edit, customers::undo,
        tags::show, tags::edit, fields::list, fields::show, fields::edit,
        consent::show, consent::decide,
        figures::show, timeline::list,
        contacts::list, contacts::add, contacts::show, contacts::edit, contacts::remove,
        contacts::restore,
        interactions::list, interactions::log, interactions::show, interactions::edit,
        interactions::remove, interactions::restore, interactions::done,
        orders::list::list, one::add, bulk::add, one::show, one::edit,
        shipments::add, shipments::show, shipments::edit,
        products::list, products::show,
        imports::list, imports::show, imports::undo,
        search::find,
    ),
    components(schemas(ProblemSaid)),
    modifiers(&FromTable),
)]
struct Handlers;

/// Adds to each operation what its route says of it.
struct FromTable;

impl Modify for FromTable {
    fn modify(&self, document: &mut OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("A token of the settings; it has rights of its own."))
            .build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme(BEARER, SecurityScheme::Http(scheme));
        let things = answers::things(document);
        for route in routes() {
            let path = document.paths.paths.get_mut(route.path);
            if let Some(operation) = path.and_then(|path| operation(path, &route)) {
                complete(operation, &route);
                answers::complete(operation, &route, &things);
            }
        }
    }
}

/// The operation of a route.
fn operation<'p>(path: &'p mut PathItem, route: &Route) -> Option<&'p mut Operation> {
    match route.method.as_str() {
        "GET" => path.get.as_mut(),
        "POST" => path.post.as_mut(),
        "PATCH" => path.patch.as_mut(),
        "DELETE" => path.delete.as_mut(),
        _ => None,
    }
}

fn complete(operation: &mut Operation, route: &Route) {
    let rights: Vec<&str> = right(route).map(Right::name).into_iter().collect();
    operation.security = Some(vec![SecurityRequirement::new(BEARER, rights)]);
    operation.operation_id = Some(name(route));
    if route.path.contains("{id}") {
        let id = ParameterBuilder::new()
            .name("id")
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .description(Some("The id of what stands before it in the path."))
            .schema(Some(
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))),
            ));
        operation.parameters.get_or_insert_default().insert(0, id.build().into());
    }
}

fn takes(operation: &Operation, parameter: &str) -> bool {
    parameters(operation).any(|known| known.name == parameter)
}

fn parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().flatten().filter_map(|parameter| match parameter {
        RefOr::T(parameter) => Some(parameter),
        RefOr::Ref(_) => None,
    })
}

/// The right a program needs.
fn right(route: &Route) -> Option<Right> {
    match route.access {
        Access::TokenRight(right) => Some(right),
        Access::Public
        | Access::SignedIn
        | Access::Right(_)
        | Access::Token
        | Access::RightOrToken(_) => None,
    }
}

/// `getCustomersTimeline`: the method and the words of the path.
fn name(route: &Route) -> String {
    let words = route.path.trim_start_matches("/api/v1/").split('/');
    let words = words.map(|word| if word == "{id}" { "one" } else { word });
    words.fold(route.method.as_str().to_lowercase(), |name, word| {
        let (first, rest) = word.split_at(1);
        name + &first.to_uppercase() + rest
    })
}
