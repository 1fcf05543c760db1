//! Whether everybody can use a page: names, headings, landmarks, tables,
//! contrast, sizes, languages. Also what a page weighs and whom it asks.

use std::io;

use serde_json::Value;

use crate::Browser;

/// Roles of what is operated, as the browser tells them to screen readers.
const OPERATED: [&str; 12] = [
    "button",
    "checkbox",
    "combobox",
    "Date",
    "DateTime",
    "DisclosureTriangle",
    "link",
    "listbox",
    "menuitem",
    "radio",
    "searchbox",
    "textbox",
];

impl Browser {
    /// Everything serious about the open page that keeps somebody from using
    /// it; empty where nothing does.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn obstacles(&self) -> io::Result<Vec<String>> {
        let mut found = texts(&self.run(include_str!("obstacles.js"))?);
        let tree = self.accessibility_tree()?;
        found.extend(tree["nodes"].as_array().into_iter().flatten().filter_map(nameless));
        Ok(found)
    }

    /// Bytes of the open page and all it loaded, as they went over the wire.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn weight(&self) -> io::Result<u64> {
        let weight = self.run(
            "const entries = ['navigation', 'resource'].flatMap(
                 type => performance.getEntriesByType(type));
             return entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0);",
        )?;
        Ok(weight.as_u64().unwrap_or(u64::MAX))
    }

    /// Other hosts that the open page asked for something.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub fn other_hosts(&self) -> io::Result<Vec<String>> {
        let asked = self.run(
            "return performance.getEntriesByType('resource').map(entry => entry.name)
                 .filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'));",
        )?;
        Ok(texts(&asked))
    }
}

/// Something that is operated and has no name to be told by.
fn nameless(node: &Value) -> Option<String> {
    let role = node["role"]["value"].as_str()?;
    let is_told = node["ignored"] == false && OPERATED.contains(&role);
    let name = node["name"]["value"].as_str().unwrap_or_default();
    (is_told && name.trim().is_empty()).then(|| format!("a {role} without a name"))
}

fn texts(found: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    found.as_array().into_iter().flatten().map(text).collect()
}
