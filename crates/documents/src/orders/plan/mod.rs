//! How the orders are written down, found out from all files together.

mod conventions;
mod draft;
pub(crate) mod error;
mod evidence;
mod mapping;
mod readings;

use crate::formats::error::{ReadError, Rejected};
use crate::formats::format::Format;
use crate::formats::progress::Progress;
use crate::formats::sources::Sources;
use crate::orders::field::{AttributeColumn, Field};
use crate::orders::notes::Note;
use crate::orders::options::Options;
use crate::orders::read::cancellations::Cancellations;
use crate::orders::read::order_facts::OrderFacts;
use crate::orders::read::row::RowSink;
use crate::orders::read::{self, Instructions, ReadOutcome};
use crate::orders::survey::columns::Columns;
use crate::orders::survey::{self, Survey};
use draft::Draft;
use error::PlanError;
use evidence::Evidence;
use mapping::order_totals::repeated_totals;
use mapping::{FileColumns, Mapping};
use readings::Readings;

/// How the orders are written down in all files together.
#[derive(Debug)]
pub struct Plan {
    instructions: Instructions,
    notes: Vec<Note>,
    mapping: Vec<(Field, String)>,
    attributes: Vec<AttributeColumn>,
    described: Vec<(String, String)>,
    names_of_people: Vec<String>,
    left_over: Vec<String>,
}

/// Finds out how the orders are written down.
///
/// Files up to 4 MiB are looked at whole, of others the beginning and pieces
/// from all over; where day and month or decimal signs can be taken for each
/// other, every row of every file is looked at; and twice where lines of an
/// order may leave out what others of its lines say.
///
/// # Errors
/// [`PlanError::Ambiguous`] where more than one reading is possible;
/// otherwise where a needed column or a file is missing.
pub fn plan(sources: &Sources, options: &Options) -> Result<Plan, PlanError> {
    let surveys = sources
        .files()
        .iter()
        .map(|source| survey::survey(sources, source))
        .collect::<Result<Vec<Survey>, ReadError>>()?;
    let columns = Columns::of(&surveys);
    let given_twice = |file: &String| Note::GivenTwice { file: file.clone() };
    let mut notes: Vec<Note> = sources.repeated().iter().map(given_twice).collect();
    let files: Vec<FileColumns<'_>> = sources
        .files()
        .iter()
        .zip(&surveys)
        .enumerate()
        .map(|(file, (source, survey))| FileColumns {
            name: &source.name,
            file,
            columns: &columns,
            survey,
            options,
        })
        .collect();
    let mut mappings =
        files.iter().map(FileColumns::mapping).collect::<Result<Vec<Mapping>, PlanError>>()?;
    let repeated_totals = repeated_totals(&files, &mut mappings);
    for ((file, mapping), repeated) in files.iter().zip(&mappings).zip(&repeated_totals) {
        notes.extend(file.survey.notes.iter().cloned());
        notes.extend(file.left_out(mapping));
        notes.extend(repeated.clone());
    }
    let repeat_totals: Vec<bool> = repeated_totals.iter().map(Option::is_some).collect();
    let formats: Vec<Format> = surveys.iter().map(|survey| survey.format.clone()).collect();
    let draft = Draft {
        surveys: &surveys,
        columns: &columns,
        mappings: &mappings,
        repeat_totals: &repeat_totals,
        options,
    };
    let (attributes, left_out) = draft.attributes();
    notes.extend(left_out);
    let layouts = draft.layouts(&attributes);
    let mut evidence: Vec<Evidence> = surveys
        .iter()
        .zip(&layouts)
        .map(|(survey, layout)| Evidence::of_sample(survey, layout))
        .collect();
    if evidence.iter().any(Evidence::needs_all_rows)
        && !surveys.iter().all(|survey| survey.is_whole)
    {
        evidence = evidence::of_all_rows(sources, &formats, &layouts, options)?;
    }
    let readings = Readings::of(&evidence, options)?;
    notes.extend(readings.notes(sources, &evidence));
    let readings = readings.of_file;
    let order_facts = OrderFacts::find(sources, &formats, &surveys, &layouts, &readings, options)?;
    let cancellations =
        Cancellations::find(sources, &formats, &surveys, &layouts, &readings, options)?;
    notes.extend(cancellations.note());
    Ok(Plan {
        mapping: draft.mapping(),
        described: draft.described(&evidence, &readings, &layouts),
        names_of_people: Draft::names_of_people(&layouts),
        left_over: draft.left_over(),
        attributes: attributes.into_iter().map(|(column, _)| column).collect(),
        instructions: Instructions {
            sources: sources.clone(),
            threads: options.threads,
            strict: options.strict,
            part_names: sources
                .files()
                .iter()
                .zip(&formats)
                .map(|(source, format)| format.part_names(source))
                .collect(),
            formats,
            layouts,
            readings,
            order_facts,
            cancellations,
        },
        notes,
    })
}

impl Plan {
    /// Which column holds which field (`#3` where there is no header).
    #[must_use]
    pub fn mapping(&self) -> &[(Field, String)] {
        &self.mapping
    }

    /// Mapping and formats, as pairs of a key and a value that `--map` takes:
    /// (`customer`, `Client`), (`date_order`, `dmy`), …
    #[must_use]
    pub fn describe(&self) -> Vec<(String, String)> {
        self.described.clone()
    }

    /// The columns that customers' names are taken from, beside what tells
    /// customers apart.
    #[must_use]
    pub fn names_of_people(&self) -> &[String] {
        &self.names_of_people
    }

    /// The columns that hold neither a field nor customers' names. What is in them of
    /// orders may be an [attribute](Self::attributes); it is no more than that.
    #[must_use]
    pub fn left_over(&self) -> &[String] {
        &self.left_over
    }

    /// The columns behind `OrderRow::attributes`: those of a known meaning
    /// (category, product, source, country, discount) and every other column
    /// whose sampled values make groups (2 to 200 different, each twice on
    /// average, short) and whose name is not that of an id, a person, an
    /// address, a date or a note.
    #[must_use]
    pub fn attributes(&self) -> &[AttributeColumn] {
        &self.attributes
    }

    /// What should be said of the files before they are read.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Reads all files with as many threads as the machine has, each into its
    /// own sink. `rejected` is called for each refused row, by file and line.
    ///
    /// # Errors
    /// Where a file cannot be read to its end, a sink or `rejected` fails, or
    /// a row is refused and the options are strict.
    pub fn read<S: RowSink>(
        &self,
        make_sink: impl Fn() -> S + Sync,
        rejected: &mut (dyn FnMut(&Rejected) -> std::io::Result<()> + Send),
        progress: &dyn Progress,
    ) -> Result<ReadOutcome<S>, ReadError> {
        let mut outcome = read::read(&self.instructions, make_sink, rejected, progress)?;
        outcome.notes.splice(0..0, self.notes.iter().cloned());
        Ok(outcome)
    }
}
