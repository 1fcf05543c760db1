//! What every message file must hold to, read from the files themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;
use kernel::Language;

/// Beginnings of keys whose ends are put on by the source, such as the key of a
/// segment. Each end must still stand in the source as a text of its own.
const FAMILIES: [&str; 21] = [
    "action-",
    "attribute-",
    "channel-",
    "date_order-",
    "field-",
    "formula-",
    "happened-",
    "holds-",
    "import-is-",
    "kind-",
    "marketing-",
    "model-",
    "refused-",
    "right-",
    "role-",
    "room-",
    "segment-",
    "standing-",
    "subject-",
    "upload-is-",
    "why-",
];

/// The plural categories there are (CLDR).
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A message or attribute: what it is filled with and which plurals it knows.
#[derive(Default)]
struct Said {
    variables: BTreeSet<String>,
    /// For each choice by number, the categories it has.
    plurals: Vec<BTreeSet<String>>,
}

/// All messages of one language by key (`key.attribute` for an attribute),
/// with the file each is in.
fn messages(language: Language) -> BTreeMap<String, (String, Said)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages").join(language.code());
    let mut messages = BTreeMap::new();
    for path in files_below(&folder, &["ftl"]) {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let resource = parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                assert!(!matches!(entry, Entry::Junk { .. }), "{}: {entry:?}", path.display());
                continue;
            };
            let key = message.id.name.to_owned();
            let attributes = message
                .attributes
                .iter()
                .map(|attribute| (format!("{key}.{}", attribute.id.name), &attribute.value));
            let patterns = message.value.iter().map(|value| (key.clone(), value)).chain(attributes);
            for (key, pattern) in patterns {
                let mut said = Said::default();
                look_through(pattern, &mut said);
                let known = messages.insert(key.clone(), (file.clone(), said));
                assert!(known.is_none(), "{language}: {key} stands twice");
            }
        }
    }
    messages
}

fn look_through(pattern: &Pattern<&str>, said: &mut Said) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            look_into(expression, said);
        }
    }
}

fn look_into(expression: &Expression<&str>, said: &mut Said) {
    match expression {
        Expression::Inline(inline) => note_variable(inline, said),
        Expression::Select { selector, variants } => {
            note_variable(selector, said);
            let categories = variants.iter().filter_map(|variant| match &variant.key {
                VariantKey::Identifier { name } => Some((*name).to_owned()),
                VariantKey::NumberLiteral { .. } => None,
            });
            let categories: BTreeSet<String> = categories.collect();
            let is_by_number = categories.iter().all(|name| PLURALS.contains(&name.as_str()));
            if is_by_number {
                said.plurals.push(categories);
            }
            for variant in variants {
                look_through(&variant.value, said);
            }
        }
    }
}

fn note_variable(inline: &InlineExpression<&str>, said: &mut Said) {
    match inline {
        InlineExpression::VariableReference { id } => {
            said.variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => look_into(expression, said),
        _ => {}
    }
}

/// Files below `folder` with one of these endings, in a fixed order.
fn files_below(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(files_below(&path, endings));
        } else if path.extension().is_some_and(|end| endings.iter().any(|of| end == *of)) {
            files.push(path);
        }
    }
    files
}

/// The text of every source and template of the workspace but this crate's.
fn sources() -> Vec<(PathBuf, String)> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sources = Vec::new();
    for crate_folder in std::fs::read_dir(workspace.join("crates")).unwrap() {
        let crate_folder = crate_folder.unwrap().path();
        if crate_folder.file_name().is_some_and(|name| name == "phrases") {
            sources.push(crate_folder.join("src/lib.rs"));
            continue;
        }
        for folder in ["src", "templates"] {
            sources.extend(files_below(&crate_folder.join(folder), &["rs", "html"]));
        }
    }
    sources.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path, text)
    };
    sources.into_iter().map(read).collect()
}

#[test]
fn every_language_says_the_same_messages_in_the_same_files() {
    let english = messages(Language::English);
    for language in Language::ALL {
        let theirs = messages(language);
        for (key, (file, _)) in &english {
            let found = theirs.get(key).map(|(file, _)| file);
            assert_eq!(found, Some(file), "{language}: {key}");
        }
        for key in theirs.keys() {
            assert!(english.contains_key(key), "{language}: {key} is not in English");
        }
    }
}

#[test]
fn every_language_fills_a_message_with_the_same_variables() {
    let english = messages(Language::English);
    for language in Language::ALL {
        for (key, (_, said)) in messages(language) {
            let expected = english.get(&key).map(|(_, said)| &said.variables);
            assert_eq!(Some(&said.variables), expected, "{language}: {key}");
        }
    }
}

#[test]
fn every_choice_by_number_has_the_plurals_of_its_language() {
    for language in Language::ALL {
        let needed: &[&str] = match language {
            Language::Russian => &["one", "few", "many"],
            Language::Romanian => &["one", "few", "other"],
            Language::English | Language::Greek | Language::Armenian => &["one", "other"],
        };
        let needed: BTreeSet<String> = needed.iter().map(ToString::to_string).collect();
        for (key, (_, said)) in messages(language) {
            for categories in &said.plurals {
                assert!(categories.is_superset(&needed), "{language}: {key} has {categories:?}");
            }
        }
    }
}

#[test]
fn every_message_is_said_somewhere() {
    let sources = sources();
    // Whatever stands between two quotes, inside a text or between two.
    let quoted: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| text.split('"')).collect();
    let attributes: BTreeSet<&str> =
        quoted.iter().filter_map(|text| Some(text.rsplit_once('.')?.1)).collect();
    let is_said = |key: &String| {
        let (name, attribute) = match key.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (key.as_str(), None),
        };
        let mut families = FAMILIES.iter().filter_map(|family| name.strip_prefix(family));
        attribute.is_none_or(|attribute| attributes.contains(attribute))
            && (quoted.contains(name) || families.any(|end| quoted.contains(end)))
    };
    let keys = messages(Language::English).into_keys();
    let silent: Vec<String> = keys.filter(|key| !is_said(key)).collect();
    assert!(silent.is_empty(), "no source says {silent:?}");
}

#[test]
fn everything_that_is_said_is_a_message() {
    let messages = messages(Language::English);
    for (path, source) in sources() {
        for call in ["say(", "say_with(", "say_count("] {
            for (at, _) in source.match_indices(call) {
                let after = source[at + call.len()..].trim_start();
                let Some((key, _)) = after.strip_prefix('"').and_then(|text| text.split_once('"'))
                else {
                    continue;
                };
                assert!(messages.contains_key(key), "{}: \"{key}\" is no message", path.display());
            }
        }
    }
}

/// Whether a word of this line ends with a stop of the Latin alphabet, or an
/// Armenian letter has one behind it. What programs read (`.csv`,
/// `you@example.com`, `2025-01-01..2026-01-01`) keeps its own.
fn has_latin_stop(line: &str) -> bool {
    let mut before = ' ';
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let ends_a_word = signs.peek().is_none_or(|next| next.is_whitespace());
        let is_after_armenian = ('\u{531}'..='\u{587}').contains(&before);
        let is_stop = matches!(sign, '.' | ':') && !before.is_whitespace();
        if is_stop && (ends_a_word || is_after_armenian) {
            return true;
        }
        before = sign;
    }
    false
}

/// Armenian pauses with ․ (U+2024) and ends a sentence with ։ (U+0589). The full
/// stop and the colon look the same, which is how they get in.
#[test]
fn armenian_is_written_with_its_own_stops() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages/hy");
    for path in files_below(&folder, &["ftl"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            assert!(!has_latin_stop(line), "{}: {line}", path.display());
        }
    }
    for wrong in ["Էլ.փոստ", "Փոխված է. գրեք", "{ $count } տող.", "10-ից 20. տող", "Մուտք:"]
    {
        assert!(has_latin_stop(wrong), "{wrong}");
    }
    for right in ["    .about = Գրեք .csv կամ .md-ով։", "2025-01-01..2026-01-01", "me@example.com"]
    {
        assert!(!has_latin_stop(right), "{right}");
    }
}
