//! Reads the document for its pages: rooms, operations, and each body as one
//! flat table of its fields.

use serde_json::{Map, Value};

use super::call::{self, Body};
use super::prose::Prose;

/// Bodies within bodies are shown so deep: none of ours goes deeper.
const DEEPEST: usize = 6;
/// The type of what may hold nothing.
const NULL: &str = "null";

/// What programs can do with one kind of thing.
pub struct Room {
    /// Its tag.
    pub name: String,
    /// What it is about.
    pub about: Prose,
    /// In the order of the document.
    pub operations: Vec<Operation>,
}

/// One thing programs can do.
pub struct Operation {
    /// Names it on the page.
    pub id: String,
    /// How it is asked for.
    pub method: String,
    /// Where.
    pub path: String,
    /// What it does, in a few words.
    pub summary: String,
    /// What else there is to say.
    pub description: Prose,
    /// The right a token needs.
    pub right: Option<String>,
    /// How it is asked for on a command line.
    pub call: String,
    /// What the path, the query and the headers say.
    pub parameters: Vec<Field>,
    /// What the body holds.
    pub body: Vec<Field>,
    /// What comes back.
    pub answers: Vec<Answer>,
}

/// A parameter or a field of a body.
pub struct Field {
    /// `limit`, `lines[].quantity`.
    pub name: String,
    /// Where a parameter stands.
    pub place: String,
    /// What it holds.
    pub holds: String,
    /// Whether it must be there.
    pub is_required: bool,
    /// What it is.
    pub about: Prose,
}

/// What comes back.
pub struct Answer {
    /// The status.
    pub status: String,
    /// What it means.
    pub about: Prose,
    /// What comes with it.
    pub headers: Vec<String>,
    /// What the body holds, where it was done.
    pub body: Vec<Field>,
}

/// The rooms of a document.
pub fn rooms(document: &Value) -> Vec<Room> {
    let reader = Reader { document };
    list(&document["tags"])
        .map(|tag| {
            let name = text(&tag["name"]);
            let operations = reader.operations(&name);
            Room { name, about: Prose::line(&text(&tag["description"])), operations }
        })
        .collect()
}

struct Reader<'d> {
    document: &'d Value,
}

impl Reader<'_> {
    fn operations(&self, tag: &str) -> Vec<Operation> {
        let paths = members(&self.document["paths"]);
        let each = paths.flat_map(|(path, item)| {
            members(item).map(move |(method, operation)| (path, method, operation))
        });
        each.filter(|(_, _, operation)| list(&operation["tags"]).any(|known| known == tag))
            .map(|(path, method, operation)| self.operation(path, method, operation))
            .collect()
    }

    fn operation(&self, path: &str, method: &str, operation: &Value) -> Operation {
        let security = list(&operation["security"]).flat_map(members);
        let right = security.flat_map(|(_, rights)| list(rights)).next().map(text);
        let parameters = list(&operation["parameters"]);
        let example = self.example(&operation["requestBody"]);
        Operation {
            id: text(&operation["operationId"]),
            method: method.to_uppercase(),
            path: path.to_owned(),
            summary: text(&operation["summary"]),
            description: Prose::block(&text(&operation["description"])),
            right,
            call: call::command(&method.to_uppercase(), path, parameters, example),
            parameters: list(&operation["parameters"]).map(|one| self.parameter(one)).collect(),
            body: self.body(&operation["requestBody"]),
            answers: members(&operation["responses"])
                .map(|(status, answer)| Answer {
                    status: status.to_owned(),
                    about: Prose::line(&text(&answer["description"])),
                    headers: members(&answer["headers"]).map(|(name, _)| name.to_owned()).collect(),
                    body: if status.starts_with('2') { self.body(answer) } else { Vec::new() },
                })
                .collect(),
        }
    }

    fn parameter(&self, parameter: &Value) -> Field {
        let about = [&parameter["description"], &parameter["schema"]["description"]];
        let about = about.into_iter().map(text).find(|about| !about.is_empty());
        Field {
            name: text(&parameter["name"]),
            place: text(&parameter["in"]),
            holds: self.holds(&parameter["schema"]),
            is_required: parameter["required"] == true,
            about: Prose::line(&about.unwrap_or_default()),
        }
    }

    /// The last body that is offered, such as one that merges into what is
    /// there, and the example of its schema.
    fn example<'s>(&'s self, of: &'s Value) -> Option<Body<'s>> {
        let (media, content) = members(&of["content"]).last()?;
        let schema = self.found(&content["schema"]);
        let example = schema.get("example").or_else(|| schema.get("examples")?.get(0))?;
        Some((media, example))
    }

    /// The fields of the first body that is offered: others hold the same.
    fn body(&self, of: &Value) -> Vec<Field> {
        let mut fields = Vec::new();
        if let Some((_, content)) = members(&of["content"]).next() {
            self.fields(&content["schema"], "", &mut fields, DEEPEST);
        }
        fields
    }

    fn fields(&self, schema: &Value, within: &str, fields: &mut Vec<Field>, deeper: usize) {
        let schema = self.found(schema);
        for part in list(&schema["allOf"]).chain(list(&schema["oneOf"])) {
            self.fields(part, within, fields, deeper);
        }
        for (key, field) in members(&schema["properties"]) {
            let name = format!("{within}{key}");
            if fields.iter().any(|known| known.name == name) {
                continue;
            }
            fields.push(Field {
                place: String::new(),
                holds: self.holds(field),
                is_required: list(&schema["required"]).any(|known| known == key),
                about: Prose::line(&text(&field["description"])),
                name: name.clone(),
            });
            if deeper > 0 {
                let inner = self.found(field);
                match inner.get("items") {
                    Some(items) => self.fields(items, &format!("{name}[]."), fields, deeper - 1),
                    None => self.fields(inner, &format!("{name}."), fields, deeper - 1),
                }
            }
        }
    }

    /// "string, uuid", "integer, 1 to 200", "string, up to 300 letters, or
    /// null", "call · meeting · note".
    fn holds(&self, schema: &Value) -> String {
        let schema = self.found(schema);
        let mut kinds = kinds(&schema["type"]);
        for alternative in list(&schema["oneOf"]) {
            kinds.extend(self::kinds(&self.found(alternative)["type"]));
        }
        let is_nullable = kinds.contains(&NULL) || list(&schema["enum"]).any(Value::is_null);
        kinds.retain(|kind| *kind != NULL);
        kinds.dedup();
        let words: Vec<&str> = list(&schema["enum"]).filter_map(Value::as_str).collect();
        let mut parts = Vec::new();
        if words.is_empty() {
            parts.extend(kinds.into_iter().map(str::to_owned));
            parts.extend(schema["format"].as_str().map(str::to_owned));
            parts.extend(span(&schema["minimum"], &schema["maximum"]));
            let letters = span(&schema["minLength"], &schema["maxLength"]);
            parts.extend(letters.map(|letters| format!("{letters} letters")));
        } else {
            parts.push(words.join(" · "));
        }
        if is_nullable {
            parts.push(format!("or {NULL}"));
        }
        parts.join(", ")
    }

    /// The schema itself, where only its name stands.
    fn found<'s>(&'s self, schema: &'s Value) -> &'s Value {
        let named = schema["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
        named.and_then(|name| self.document.pointer(name)).unwrap_or(schema)
    }
}

fn kinds(of: &Value) -> Vec<&str> {
    match of {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        other => other.as_str().into_iter().collect(),
    }
}

/// "1 to 200", "from 1", "up to 200".
fn span(least: &Value, most: &Value) -> Option<String> {
    match (least.as_number(), most.as_number()) {
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        (Some(least), None) => Some(format!("from {least}")),
        (None, Some(most)) => Some(format!("up to {most}")),
        (None, None) => None,
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let members: Option<&Map<String, Value>> = value.as_object();
    members.into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    #[rstest]
    #[case(json!({ "type": "string", "format": "uuid" }), "string, uuid")]
    #[case(json!({ "type": "integer", "minimum": 1, "maximum": 200 }), "integer, 1 to 200")]
    #[case(json!({ "type": ["string", "null"], "maxLength": 300 }),
        "string, up to 300 letters, or null")]
    #[case(json!({ "type": "string", "minLength": 12 }), "string, from 12 letters")]
    #[case(json!({ "type": ["string", "null"], "enum": ["person", "company", null] }),
        "person · company, or null")]
    #[case(json!({ "type": "string", "enum": ["call", "note"] }), "call · note")]
    #[case(json!({ "oneOf": [{ "type": "null" }, { "type": "object" }] }), "object, or null")]
    #[case(json!({}), "")]
    fn what_a_field_holds_is_said_in_words(#[case] schema: Value, #[case] words: &str) {
        let document = json!({});
        assert_eq!(Reader { document: &document }.holds(&schema), words);
    }
}
