//! Reads the document for its pages: rooms, operations, and each body as one
//! flat table of its fields.

use serde_json::{Map, Value};

use super::call::{self, Body};

/// Bodies within bodies are shown so deep: none of ours goes deeper.
const DEEPEST: usize = 6;

/// What programs can do with one kind of thing.
pub struct Room {
    /// Its tag.
    pub name: String,
    /// What it is about.
    pub about: String,
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
    pub description: String,
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
    pub about: String,
}

/// What comes back.
pub struct Answer {
    /// The status.
    pub status: String,
    /// What it means.
    pub about: String,
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
            Room { name, about: text(&tag["description"]), operations }
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
            description: text(&operation["description"]),
            right,
            call: call::command(&method.to_uppercase(), path, parameters, example),
            parameters: list(&operation["parameters"]).map(|one| self.parameter(one)).collect(),
            body: self.body(&operation["requestBody"]),
            answers: members(&operation["responses"])
                .map(|(status, answer)| Answer {
                    status: status.to_owned(),
                    about: text(&answer["description"]),
                    headers: members(&answer["headers"]).map(|(name, _)| name.to_owned()).collect(),
                    body: if status.starts_with('2') { self.body(answer) } else { Vec::new() },
                })
                .collect(),
        }
    }

    fn parameter(&self, parameter: &Value) -> Field {
        let about = [&parameter["description"], &parameter["schema"]["description"]];
        Field {
            name: text(&parameter["name"]),
            place: text(&parameter["in"]),
            holds: self.holds(&parameter["schema"]),
            is_required: parameter["required"] == true,
            about: about.into_iter().map(text).find(|about| !about.is_empty()).unwrap_or_default(),
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
                about: text(&field["description"]),
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

    /// "string, uuid", "integer, 1 to 200", "call, meeting or note".
    fn holds(&self, schema: &Value) -> String {
        let schema = self.found(schema);
        let words: Vec<String> = list(&schema["enum"]).map(text).collect();
        if !words.is_empty() {
            return words.join(" · ");
        }
        let mut parts = vec![kind(&schema["type"])];
        for alternative in list(&schema["oneOf"]) {
            parts.push(kind(&self.found(alternative)["type"]));
        }
        parts.retain(|part| !part.is_empty());
        parts.dedup();
        parts.extend(schema["format"].as_str().map(str::to_owned));
        for (least, most) in [("minimum", "maximum"), ("minLength", "maxLength")] {
            let bound = |name: &str| schema.get(name).map(ToString::to_string);
            parts.extend(match (bound(least), bound(most)) {
                (None, None) => None,
                (least, most) => {
                    Some(format!("{}–{}", least.unwrap_or_default(), most.unwrap_or_default()))
                }
            });
        }
        parts.join(", ")
    }

    /// The schema itself, where only its name stands.
    fn found<'s>(&'s self, schema: &'s Value) -> &'s Value {
        let named = schema["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
        named.and_then(|name| self.document.pointer(name)).unwrap_or(schema)
    }
}

fn kind(of: &Value) -> String {
    match of {
        Value::Array(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(text).collect();
            kinds.join(" / ")
        }
        other => text(other),
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
