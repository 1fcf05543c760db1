//! What the API is, as `OpenAPI` 3.1, made from its code: operations and bodies
//! from the handlers, who may use them and what may go wrong from the table.

use std::sync::LazyLock;

use axum::http::StatusCode;
use domain::office::rights::Right;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, HeaderBuilder, KnownFormat, ObjectBuilder, OpenApi, Ref, RefOr, Required,
    Response, ResponseBuilder, SchemaFormat, SecurityRequirement, Type,
};
use utoipa::{Modify, OpenApi as _};

use super::orders::{self, bulk, one, shipments};
use super::{
    consent, contacts, customers, fields, imports, interactions, me, products, routes, search,
    tags, timeline,
};
use crate::problem::ProblemSaid;
use crate::routes::Route;
use crate::{Access, Problem};

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
            UUIDs, lists come page by page: hand `after` of one page back to get the next.",
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
        customers::list, customers::add, customers::show, customers::edit, customers::undo,
        tags::show, tags::edit, fields::list, fields::show, fields::edit,
        consent::show, consent::decide,
        timeline::list,
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
        for route in routes() {
            let path = document.paths.paths.get_mut(route.path);
            if let Some(operation) = path.and_then(|path| operation(path, &route)) {
                complete(operation, &route);
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
            .schema(Some(
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))),
            ));
        operation.parameters.get_or_insert_default().insert(0, id.build().into());
    }
    for problem in problems(operation, route) {
        let status = problem.status().as_u16().to_string();
        let known = operation.responses.responses.get(&status);
        let known = known.and_then(|known| match known {
            RefOr::T(response) => Some(response.description.clone()),
            RefOr::Ref(_) => None,
        });
        let said = said(&problem, known);
        operation.responses.responses.insert(status, said.into());
    }
    for (status, response) in &mut operation.responses.responses {
        if let (Ok(status), RefOr::T(response)) = (status.parse::<u16>(), response) {
            add_headers(response, status, route);
        }
    }
    if takes(operation, "If-None-Match") {
        let unchanged = ResponseBuilder::new().description("It is still what you have");
        operation.responses.responses.insert("304".to_owned(), unchanged.build().into());
    }
}

/// What may go wrong.
fn problems(operation: &Operation, route: &Route) -> Vec<Problem> {
    let mut problems = vec![Problem::SignInNeeded, Problem::TooOften];
    if right(route).is_some() {
        problems.push(Problem::NotAllowed);
    }
    if route.path.contains('{') {
        problems.push(Problem::NotFound);
    }
    if operation.request_body.is_some() {
        problems.extend([Problem::Broken(String::new()), Problem::TooLarge, Problem::WrongMedia]);
    }
    if takes(operation, "If-Match") {
        problems.extend([Problem::ChangedSince, Problem::VersionNeeded]);
    }
    if operation.responses.responses.contains_key("409") {
        problems.push(Problem::Conflict(String::new()));
    }
    let asks = parameters(operation).any(|known| known.parameter_in == ParameterIn::Query);
    if asks || operation.request_body.is_some() || takes(operation, "Idempotency-Key") {
        problems.push(Problem::Refused(Vec::new()));
    }
    if route.method != axum::http::Method::GET {
        problems.push(Problem::CannotWrite);
    }
    problems.extend([Problem::Internal(String::new()), Problem::Unavailable]);
    problems
}

/// The answer of a problem; `known` is what the handler says of it.
fn said(problem: &Problem, known: Option<String>) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let text = known.unwrap_or_else(|| in_short(problem).to_owned());
    ResponseBuilder::new().description(text).content("application/problem+json", content).build()
}

fn add_headers(response: &mut Response, status: u16, route: &Route) {
    let text = |description: &str| {
        HeaderBuilder::new()
            .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
            .description(Some(description))
            .build()
    };
    let is_thing = response.content.contains_key("application/json") && route.path.contains("{id}");
    let headers = &mut response.headers;
    match StatusCode::from_u16(status) {
        Ok(StatusCode::CREATED) => {
            headers.insert("Location".into(), text("Where it is found").into());
            headers.insert("ETag".into(), text("The version of it, for `If-Match`").into());
        }
        Ok(StatusCode::OK) if is_thing => {
            headers.insert("ETag".into(), text("The version of it, for `If-Match`").into());
        }
        Ok(StatusCode::UNAUTHORIZED) => {
            headers.insert("WWW-Authenticate".into(), text("`Bearer`").into());
        }
        Ok(StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) => {
            headers
                .insert("Retry-After".into(), text("Seconds to wait before asking again").into());
        }
        _ => {}
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

impl Problem {
    /// Those that programs may be told.
    pub(crate) fn for_programs() -> Vec<Problem> {
        vec![
            Problem::Broken(String::new()),
            Problem::SignInNeeded,
            Problem::NotAllowed,
            Problem::NotFound,
            Problem::WrongMethod,
            Problem::Conflict(String::new()),
            Problem::ChangedSince,
            Problem::TooLarge,
            Problem::WrongMedia,
            Problem::Refused(Vec::new()),
            Problem::KeyTaken,
            Problem::VersionNeeded,
            Problem::TooOften,
            Problem::Internal(String::new()),
            Problem::Unavailable,
            Problem::TooSlow,
            Problem::CannotWrite,
        ]
    }
}

/// What a problem is, for the document.
pub fn in_short(problem: &Problem) -> &'static str {
    match problem {
        Problem::SignInNeeded => "No token was shown, or one that lets nobody in",
        Problem::NotAllowed => "The token lacks the right for this",
        Problem::NotFound => "There is no such thing",
        Problem::Broken(_) => "The body is no JSON; the detail says where it breaks off",
        Problem::Refused(_) => "Values are not taken; the fields say which and why",
        Problem::KeyTaken => "The idempotency key stands for another request",
        Problem::Conflict(_) => "It cannot be done as things are now; the detail says why",
        Problem::ChangedSince => "Somebody has changed it since the version you named",
        Problem::VersionNeeded => "A change must name the version it is of, in `If-Match`",
        Problem::WrongMedia => "The body is not of a media type that is taken here",
        Problem::TooLarge => "The body is too large",
        Problem::TooOften => "The program asks too often",
        Problem::WrongMethod => "This address is not for this method; `Allow` says for which it is",
        Problem::CannotWrite => "The disk is full or cannot be written",
        Problem::TooSlow | Problem::Unavailable => "The server is stopping or busy",
        Problem::Internal(_) => "A defect of the server; its log knows the request",
        Problem::Malformed(_) | Problem::ForeignForm => "What a page sent cannot be taken",
    }
}
