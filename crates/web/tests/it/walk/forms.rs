//! Forms, read from a page as a browser would.

use crate::site::Cut as _;

/// A form of a page that posts: where it goes and what is in it.
#[derive(Debug, Clone)]
pub struct FoundForm {
    pub action: String,
    pub fields: Vec<(String, String, bool)>,
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.values_of(name).into_iter().next()
}

pub fn forms(page: &str) -> Vec<FoundForm> {
    let posting = page.split("<form").skip(1).filter_map(|rest| {
        let (form, _) = rest.split_once("</form>")?;
        let (head, _) = form.split_once('>')?;
        (attribute(head, "method") == Some("post")).then_some((head, form))
    });
    let form = |(head, form): (&str, &str)| {
        let mut fields = Vec::new();
        for tag in form.split('<').filter_map(|tag| tag.split_once('>').map(|(tag, _)| tag)) {
            let kind = attribute(tag, "type").unwrap_or("text");
            let is_typed = tag.starts_with("textarea")
                || (tag.starts_with("input")
                    && matches!(kind, "text" | "email" | "tel" | "search"));
            let is_sent =
                is_typed || tag.starts_with("input") && matches!(kind, "hidden" | "radio");
            if let (true, Some(name)) = (is_sent, attribute(tag, "name")) {
                if kind == "radio" && fields.iter().any(|(known, _, _)| known == name) {
                    continue;
                }
                let value = attribute(tag, "value").unwrap_or_default();
                fields.push((name.to_owned(), value.to_owned(), is_typed));
            }
            if let (true, Some(name)) = (tag.starts_with("select"), attribute(tag, "name")) {
                let (_, rest) = form.split_once(&format!("name=\"{name}\"")).unwrap();
                let chosen = rest.split_once(" selected").map_or("", |(options, _)| options);
                let value = chosen.rsplit_once("value=\"").map_or("", |(_, value)| value);
                let value = value.trim_end_matches('"').to_owned();
                fields.push((name.to_owned(), value, false));
            }
        }
        Some(FoundForm { action: attribute(head, "action")?.to_owned(), fields })
    };
    posting.filter_map(form).collect()
}

impl FoundForm {
    pub fn with(&self, field: &str, words: &str) -> String {
        let value = |(name, value, is_typed): &(String, String, bool)| {
            let fits = if *is_typed && value.is_empty() && !name.contains("mail") {
                match name.as_str() {
                    "name" | "text" | "reason" | "team" => "Ararat",
                    _ => "",
                }
            } else {
                value
            };
            (name.clone(), if name == field { words } else { fits }.to_owned())
        };
        let pairs: Vec<(String, String)> = self.fields.iter().map(value).collect();
        serde_html_form::to_string(pairs).unwrap()
    }
}
