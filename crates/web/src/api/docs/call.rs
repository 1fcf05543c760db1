//! How an operation is asked for on a command line.

use serde_json::Value;

/// Lines of a command go on with it.
const GOES_ON: &str = " \\\n  ";

/// What is sent along: its media type, and an example of it.
pub type Body<'d> = (&'d str, &'d Value);

/// The command that asks for an operation, with what its parameters and its
/// body have as examples. The token, the id and the version are the reader's
/// own: `$TOKEN`, `$ID`, `$ETAG`.
pub fn command<'d>(
    method: &str,
    path: &str,
    parameters: impl Iterator<Item = &'d Value>,
    body: Option<Body<'_>>,
) -> String {
    let mut asked = Vec::new();
    let mut must_match = false;
    for parameter in parameters {
        let name = parameter["name"].as_str().unwrap_or_default();
        must_match |= name == "If-Match";
        if let Some(example) = parameter["example"].as_str() {
            asked.push(format!("--data-urlencode {}", quoted(&format!("{name}={example}"))));
        }
    }
    let curl = match (method, &body) {
        ("GET", _) if asked.is_empty() => "curl".to_owned(),
        ("GET", _) => "curl -G".to_owned(),
        ("POST", Some(_)) => "curl".to_owned(),
        _ => format!("curl -X {method}"),
    };
    let mut words = vec![format!("{curl} -H \"Authorization: Bearer $TOKEN\"")];
    if must_match {
        words.push("-H \"If-Match: $ETAG\"".to_owned());
    }
    words.push(format!("$PERENNIAL{}", path.replace("{id}", "$ID")));
    words.extend(asked);
    if let Some((media, example)) = body {
        words.push(format!("-H {}", quoted(&format!("Content-Type: {media}"))));
        words.push(format!("-d {}", quoted(&example.to_string())));
    }
    words.join(GOES_ON)
}

/// As one word of a shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_change_names_its_version_and_sends_its_example() {
        let parameters = [json!({ "name": "id" }), json!({ "name": "If-Match" })];
        let example = json!({ "name": "Levon's" });
        let body = ("application/merge-patch+json", &example);
        let command = command("PATCH", "/contacts/{id}", parameters.iter(), Some(body));
        assert_eq!(
            command.replace(GOES_ON, " "),
            "curl -X PATCH -H \"Authorization: Bearer $TOKEN\" -H \"If-Match: $ETAG\" \
             $PERENNIAL/contacts/$ID -H 'Content-Type: application/merge-patch+json' \
             -d '{\"name\":\"Levon'\\''s\"}'"
        );
    }

    #[test]
    fn a_list_is_asked_for_by_what_its_parameters_have_as_examples() {
        let parameters =
            [json!({ "name": "q", "example": "owner:me" }), json!({ "name": "limit" })];
        let command = command("GET", "/customers", parameters.iter(), None);
        assert_eq!(
            command.replace(GOES_ON, " "),
            "curl -G -H \"Authorization: Bearer $TOKEN\" $PERENNIAL/customers \
             --data-urlencode 'q=owner:me'"
        );
    }
}
