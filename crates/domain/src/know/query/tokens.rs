//! Cutting a text into conditions: bare words, quoted words, and names with
//! values.

/// A condition before its meaning is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A word.
    Word(&'t str),
    /// What stands between quotes.
    Quoted(String),
    /// A name with what stands behind its colon.
    Named {
        /// Whether a minus stands before it.
        is_negated: bool,
        /// As it is written.
        name: &'t str,
        /// The pieces between commas.
        values: Vec<Piece>,
    },
}

/// One of the values behind a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it says, without quotes.
    pub(super) text: String,
    /// Whether it stood in quotes: then its signs are letters like others.
    pub(super) is_quoted: bool,
}

/// The tokens of a text, each with how it is typed.
pub(super) fn tokens(text: &str) -> Vec<(&str, Token<'_>)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            at += blank;
            continue;
        }
        let (length, token) = token(rest);
        let typed = rest.get(..length).unwrap_or(rest);
        at += length;
        match token {
            Token::Quoted(words) if words.trim().is_empty() => {}
            token => tokens.push((typed, token)),
        }
    }
    tokens
}

/// The token a text begins with, and how long it is: at least one character.
fn token(text: &str) -> (usize, Token<'_>) {
    if text.starts_with('"') {
        let (length, words) = quoted(text);
        return (length, Token::Quoted(words));
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let sign = text.len() - unsigned.len();
    if let Some(name) = name(unsigned) {
        let start = sign + name.len() + 1;
        let (length, values) = pieces(&text[start..]);
        return (start + length, Token::Named { is_negated: sign > 0, name, values });
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (end, Token::Word(&text[..end]))
}

/// The name a text begins with, where a colon stands behind it and no address
/// (`https://`).
fn name(text: &str) -> Option<&str> {
    let end = text.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'))?;
    let (name, rest) = text.split_at(end);
    let is_one =
        name.starts_with(char::is_alphabetic) && rest.starts_with(':') && !rest.starts_with("://");
    is_one.then_some(name)
}

/// What stands between the quote a text begins with and the next; two quotes
/// are one. Where there is no other it goes to the end.
fn quoted(text: &str) -> (usize, String) {
    let mut words = String::new();
    let mut letters = text.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter != '"' {
            words.push(letter);
        } else if letters.next_if(|(_, next)| *next == '"').is_some() {
            words.push('"');
        } else {
            return (at + 1, words);
        }
    }
    (text.len(), words)
}

/// The values a text begins with, up to a blank, and how long they are.
fn pieces(text: &str) -> (usize, Vec<Piece>) {
    let mut pieces = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let (length, piece) = if rest.starts_with('"') {
            let (length, text) = quoted(rest);
            (length, Piece { text, is_quoted: true })
        } else {
            let end = rest.find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(rest.len());
            (end, Piece { text: rest[..end].to_owned(), is_quoted: false })
        };
        at += length;
        if !piece.text.trim().is_empty() {
            pieces.push(piece);
        }
        if !text[at..].starts_with(',') {
            // What is glued to a closing quote is a word of its own.
            return (at, pieces);
        }
        at += 1;
    }
}
