//! The columns of all files together.

use std::collections::{BTreeMap, HashMap};

use super::Survey;
use super::profile::Profile;
use crate::values::words::folded;

/// One column, in however many files it stands.
#[derive(Debug)]
pub(crate) struct Column {
    /// Its name in the first file that has it.
    pub(crate) name: String,
    /// The name as it is compared.
    pub(crate) key: String,
    /// What its sampled values look like in all files.
    pub(crate) profile: Profile,
}

/// The columns of all files and where they stand in each.
#[derive(Debug)]
pub(crate) struct Columns {
    pub(crate) all: Vec<Column>,
    /// For each file the index in `all` of each of its columns.
    pub(crate) of_file: Vec<Vec<usize>>,
    /// For each file the names of its columns.
    pub(crate) names: Vec<Vec<String>>,
    /// For each file whether the names are its own or those of a file like it.
    pub(crate) is_named: Vec<bool>,
}

impl Columns {
    /// Columns of the files, equal where their names are.
    pub(crate) fn of(surveys: &[Survey]) -> Self {
        let headers: BTreeMap<usize, &Vec<String>> = surveys
            .iter()
            .filter_map(|survey| survey.header.as_ref())
            .map(|header| (header.len(), header))
            .rev()
            .collect();
        let mut columns =
            Self { all: Vec::new(), of_file: Vec::new(), names: Vec::new(), is_named: Vec::new() };
        let mut known: HashMap<String, usize> = HashMap::new();
        for survey in surveys {
            let width = survey.rows.iter().map(Vec::len).max().unwrap_or(0);
            let header = survey.header.as_ref().or_else(|| headers.get(&width).copied());
            let names = header
                .cloned()
                .unwrap_or_else(|| (1..=width).map(|number| format!("#{number}")).collect());
            let mut of_file = Vec::new();
            for name in &names {
                let key = compared(name, header.is_some());
                let key = if of_file.iter().any(|&index: &usize| columns.all[index].key == key) {
                    name.clone()
                } else {
                    key
                };
                let index = *known.entry(key.clone()).or_insert_with(|| {
                    let profile = Profile::default();
                    columns.all.push(Column { name: name.clone(), key, profile });
                    columns.all.len() - 1
                });
                of_file.push(index);
            }
            for row in &survey.rows {
                for (position, &index) in of_file.iter().enumerate() {
                    columns.all[index].profile.add(row.get(position).map_or("", String::as_str));
                }
            }
            columns.of_file.push(of_file);
            columns.names.push(names);
            columns.is_named.push(header.is_some());
        }
        columns
    }

    /// The profile of a column of a file.
    pub(crate) fn profile(&self, file: usize, position: usize) -> &Profile {
        &self.all[self.of_file[file][position]].profile
    }
}

/// A name as it is compared; a name without letters stays as it is.
fn compared(name: &str, is_named: bool) -> String {
    let key = folded(name);
    if key.is_empty() || !is_named { name.to_owned() } else { key }
}
