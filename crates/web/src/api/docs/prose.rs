//! The words of the document as HTML: the little Markdown it is written in,
//! which is paragraphs, lists and code. Everything else stays text. Pure.

use std::fmt;

/// Begins an item of a list.
const ITEM: &str = "- ";

/// Words with their code and their paragraphs, safe to stand in a page.
pub struct Prose(String);

impl Prose {
    /// A line of words, with its code told as such.
    pub fn line(text: &str) -> Self {
        let mut html = String::with_capacity(text.len());
        write_line(text, &mut html);
        Self(html)
    }

    /// Paragraphs and lists, each parted from the next by an empty line.
    pub fn block(text: &str) -> Self {
        let mut html = String::with_capacity(text.len() + text.len() / 4);
        for part in text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()) {
            if part.starts_with(ITEM) {
                write_list(part, &mut html);
            } else {
                write_within("p", part, &mut html);
            }
        }
        Self(html)
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Prose {}

fn write_list(part: &str, html: &mut String) {
    let mut items: Vec<String> = Vec::new();
    for line in part.lines() {
        match (line.strip_prefix(ITEM), items.last_mut()) {
            (None, Some(item)) => {
                item.push(' ');
                item.push_str(line.trim_start());
            }
            (begun, _) => items.push(begun.unwrap_or(line).to_owned()),
        }
    }
    html.push_str("<ul>");
    for item in items {
        write_within("li", &item, html);
    }
    html.push_str("</ul>");
}

fn write_within(element: &str, text: &str, html: &mut String) {
    html.extend(["<", element, ">"]);
    write_line(text, html);
    html.extend(["</", element, ">"]);
}

/// What stands between two backticks is code; one by itself is a backtick.
fn write_line(text: &str, html: &mut String) {
    let parts: Vec<&str> = text.split('`').collect();
    for (place, part) in parts.iter().enumerate() {
        match (place % 2 == 1, place + 1 < parts.len()) {
            (true, true) => {
                html.push_str("<code>");
                write_text(part, html);
                html.push_str("</code>");
            }
            (true, false) => {
                html.push('`');
                write_text(part, html);
            }
            (false, _) => write_text(part, html),
        }
    }
}

fn write_text(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::Prose;

    #[rstest]
    #[case("", "")]
    #[case("\n\n \n\n", "")]
    #[case("One\ntwo\n\nthree", "<p>One\ntwo</p><p>three</p>")]
    #[case(
        "Names:\n\n- `owner:` is one\n- `seen:`\n  another",
        "<p>Names:</p><ul><li><code>owner:</code> is one</li>\
         <li><code>seen:</code> another</li></ul>"
    )]
    fn paragraphs_and_lists_are_told_as_such(#[case] text: &str, #[case] html: &str) {
        assert_eq!(Prose::block(text).to_string(), html);
        assert_eq!(Prose::block(text).is_empty(), html.is_empty());
    }

    #[rstest]
    #[case("`>90d` and `a`", "<code>&gt;90d</code> and <code>a</code>")]
    #[case("a ` alone", "a ` alone")]
    #[case("`a` and ` alone", "<code>a</code> and ` alone")]
    #[case("<script>`\"<b>'&`", "&lt;script&gt;<code>&quot;&lt;b&gt;&#39;&amp;</code>")]
    fn code_is_told_from_words_and_nothing_else_is_markup(#[case] text: &str, #[case] html: &str) {
        assert_eq!(Prose::line(text).to_string(), html);
    }
}
