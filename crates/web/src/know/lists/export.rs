//! A list as a file: all that a query means, in the columns that are shown.

use std::fs::File;
use std::io;
use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::Field;
use domain::know::fields;
use domain::know::lists::{self, Asking, CustomerRow, Taken};
use domain::know::query::{Query, standing_word};
use domain::office::staff;
use futures_util::stream::{self, TryStreamExt as _};
use kernel::Money;
use tokio_util::io::ReaderStream;

use super::asked::Asked;
use super::chosen::Chosen;
use super::columns::{self, Beside, Column};
use crate::path::Path;
use crate::tables::{Table, TableCell, TableColumn, TableForm, TableHolds};
use crate::{App, Problem, Reader, Writer};

/// Rows read at once.
const ROWS: u32 = 1_000;
/// Bytes sent at once.
const CHUNK: usize = 64 * 1024;

/// `GET /customers/export/{form}`: begins to answer at once, so that no list
/// is too long to wait for; where the record fails on the way the file breaks
/// off and the browser says so.
///
/// # Errors
/// Where there is no such form, or the database cannot be reached.
pub async fn export(
    writer: Writer,
    Path(ending): Path<String>,
    reader: Reader,
    asked: Asked,
    chosen: Chosen,
) -> Result<Response, Problem> {
    let form = TableForm::of_ending(&ending).ok_or(Problem::NotFound)?;
    let me = writer.account.id;
    let asking = Asking { me: Some(me), now: writer.app.db.clock().now() };
    // What is wrong with a query the list itself says.
    let Ok(query) = asked.query.clone() else {
        return Ok(Redirect::to(&asked.href()).into_response());
    };
    let can_be =
        lists::can_be_asked(&mut writer.app.db.reader().await?.snapshot(), &query, &asking).await;
    if let Err(error) = can_be {
        super::said::refused(error)?;
        return Ok(Redirect::to(&asked.href()).into_response());
    }
    // Of lists taken out on different days each says which it is.
    let day = reader.zone.day(asking.now);
    let taken = query.clone();
    writer.write(async move |tx| lists::taken_out(tx, me, &taken, form.ending()).await).await?;
    let file = write(writer.app, reader, form, chosen.shown(&asked), query, asking);
    let pieces = |file| ReaderStream::with_capacity(tokio::fs::File::from_std(file), CHUNK);
    let body = stream::once(file).map_ok(pieces).try_flatten();
    let name = format!("attachment; filename=\"customers-{day}.{}\"", form.ending());
    let headers = [(CONTENT_TYPE, form.media().to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, Body::from_stream(body)).into_response())
}

/// All rows of the list, as of one moment.
async fn write(
    app: App,
    reader: Reader,
    form: TableForm,
    asked: Asked,
    query: Query,
    asking: Asking,
) -> io::Result<File> {
    let mut view = app.db.reader().await.map_err(io::Error::other)?;
    let snapshot = &mut view.snapshot();
    let own = fields::present(snapshot).await.map_err(io::Error::other)?;
    let staff = staff::everybody(snapshot).await.map_err(io::Error::other)?;
    let mut staff = Arc::from(staff);
    let columns = Column::named(&asked.columns, &own);
    let mut table = app.tables.begin(form, &heads(reader, &columns))?;
    let taken = Taken::begin(snapshot, &query, &asking, asked.sort).await;
    let mut taken = taken.map_err(io::Error::other)?;
    while let Some(rows) = taken.next(snapshot, ROWS).await.map_err(io::Error::other)? {
        let beside = Beside::of(snapshot, staff, &columns, &rows).await;
        let beside = beside.map_err(io::Error::other)?;
        for row in &rows {
            table.row(&cells(reader, &columns, row, &beside))?;
        }
        staff = beside.staff;
    }
    finish(table).await
}

/// Ending a workbook packs it, which takes a while.
async fn finish(table: Box<dyn Table>) -> io::Result<File> {
    tokio::task::spawn_blocking(move || table.finish()).await.map_err(io::Error::other)?
}

fn heads(reader: Reader, columns: &[Column]) -> Vec<TableColumn> {
    let mut heads = vec![TableColumn { name: reader.say("field-name"), holds: TableHolds::Text }];
    for column in columns {
        let (holds, currency) = match column {
            Column::Orders | Column::Risk => (TableHolds::Integer, None),
            Column::Spent => (TableHolds::Amounts, Some("list-currency")),
            Column::AtRisk => (TableHolds::Amounts, Some("list-at-risk-currency")),
            Column::Seen | Column::Added => (TableHolds::Day, None),
            Column::Field(_) | Column::Tags | Column::Standing | Column::Own(_) => {
                (TableHolds::Text, None)
            }
        };
        let name = match column {
            Column::Risk => reader.say("list-risk-percent"),
            column => column.title(reader),
        };
        heads.push(TableColumn { name, holds });
        let currency = currency.map(|key| reader.say(key));
        heads.extend(currency.map(|name| TableColumn { name, holds: TableHolds::Text }));
    }
    heads
}

fn cells(reader: Reader, columns: &[Column], row: &CustomerRow, beside: &Beside) -> Vec<TableCell> {
    let text = |text: Option<String>| text.map_or(TableCell::Empty, TableCell::Text);
    let mut cells = vec![TableCell::Text(row.name.clone())];
    for column in columns {
        match column {
            // What stands for a person is their name; what stands for itself
            // is left as programs read it.
            Column::Field(Field::Owner) => {
                let owner = beside.staff.iter().find(|account| Some(account.id) == row.owner);
                cells.push(text(owner.map(|account| account.name.clone())));
            }
            Column::Field(field) => cells.push(text(columns::value(row, *field))),
            Column::Tags => {
                let tags = beside.tags.get(&row.id).map(|tags| tags.join(", "));
                cells.push(text(tags));
            }
            Column::Orders => cells.push(TableCell::Integer(row.orders)),
            Column::Spent => cells.extend(amount(columns::spent(row))),
            Column::AtRisk => cells.extend(amount(beside.at_risk(row.id))),
            Column::Standing => {
                let glance = beside.glances.get(&row.id);
                let word = glance.map(|of| standing_word(of.standing).to_owned());
                cells.push(text(word));
            }
            Column::Risk => {
                cells.push(beside.risk(row.id).map_or(TableCell::Empty, TableCell::Integer));
            }
            Column::Seen => {
                let seen = row.seen_at.at().map(|at| TableCell::Day(reader.zone.day(at)));
                cells.push(seen.unwrap_or(TableCell::Empty));
            }
            Column::Added => cells.push(TableCell::Day(reader.zone.day(row.added_at))),
            Column::Own(field) => {
                cells.push(text(beside.values.get(&(row.id, field.id)).cloned()));
            }
        }
    }
    cells
}

/// An amount and its currency.
fn amount(money: Option<Money>) -> [TableCell; 2] {
    let Some(money) = money else { return [TableCell::Empty, TableCell::Empty] };
    [TableCell::Amount(money), TableCell::Text(money.currency.to_string())]
}
