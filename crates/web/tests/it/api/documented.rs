//! Holds every answer that a test is given against the document of the API.

use std::collections::HashMap;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};
use web::api;

use super::Answer;

/// Headers that come exactly where the document names them.
const ALWAYS: [&str; 4] = ["ETag", "Location", "Retry-After", "WWW-Authenticate"];
/// Headers that come where there is something to say, and the document names.
const AT_TIMES: [&str; 2] = ["Idempotent-Replayed", "Link"];

/// The document, as programs read it.
pub static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(api::document()).unwrap());

/// What checks a body, by how the document refers to its schema.
static SCHEMAS: LazyLock<HashMap<String, Validator>> = LazyLock::new(|| {
    let components = &DOCUMENT["components"];
    let names = components["schemas"].as_object().unwrap().keys();
    let each = names.map(|name| {
        let reference = format!("#/components/schemas/{name}");
        let schema = json!({ "$ref": reference, "components": components });
        let validator = jsonschema::validator_for(&schema).unwrap();
        (reference, validator)
    });
    each.collect()
});

/// Asserts that the document names an answer: its status, media type, headers
/// and whatever its body holds. What is no part of the API is passed over.
pub fn assert_documented(method: &str, address: &str, answer: &Answer) {
    let path = address.split('?').next().unwrap();
    let Some(operations) = operations(path) else { return };
    let asked = format!("{method} {path}");
    let status = answer.status.as_u16();
    let Some(operation) = operations.get(method.to_lowercase()) else {
        assert!([401, 405].contains(&status), "{asked} is answered {status} and not documented");
        return;
    };
    let named = &operation["responses"][status.to_string()];
    assert!(named.is_object(), "{asked}: {status} is not documented: {}", answer.body);
    for header in ALWAYS.into_iter().chain(AT_TIMES) {
        let (is_named, is_there) =
            (named["headers"][header].is_object(), !answer.header(header).is_empty());
        assert!(is_named || !is_there, "{asked}: {header} of {status} is not documented");
        let is_kept = is_there || !is_named || AT_TIMES.contains(&header);
        assert!(is_kept, "{asked}: {header} is documented and does not come with {status}");
    }
    assert_body(&format!("{asked}, {status}"), named, answer);
}

fn assert_body(asked: &str, named: &Value, answer: &Answer) {
    let media = answer.header("content-type");
    let Some(contents) = named["content"].as_object() else {
        assert_eq!((media, &answer.body), ("", &Value::Null), "{asked}: a body not documented");
        return;
    };
    let content = contents.get(media);
    let content = content.unwrap_or_else(|| panic!("{asked}: {media} is not documented"));
    let schema = &SCHEMAS[content["schema"]["$ref"].as_str().unwrap()];
    let errors = schema.iter_errors(&answer.body);
    let errors: Vec<String> =
        errors.map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{asked}: {errors:#?} of {}", answer.body);
}

/// The operations of a path: those of its own before those of any id.
fn operations(path: &str) -> Option<&'static Value> {
    let paths = DOCUMENT["paths"].as_object().unwrap();
    let is_meant = |template: &str| {
        let (template, path) = (template.split('/'), path.split('/'));
        template.clone().count() == path.clone().count()
            && template.zip(path).all(|(known, asked)| known == asked || known == "{id}")
    };
    let of_any_id = || paths.iter().find(|(template, _)| is_meant(template)).map(|(_, item)| item);
    paths.get(path).or_else(of_any_id)
}
