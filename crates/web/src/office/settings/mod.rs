//! The pages on which the business is set up, one for each group of settings.

mod group;
pub(super) mod inputs;
mod sent;

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::settings::{self, Change, Refused, Setting, SettingsError};

use crate::components::{Input, Tabs};
use crate::office::views;
use crate::path::Path;
use crate::{Form, Frame, Nothing, Page, Problem, Reader, Visitor, Writer};

use group::Group;
use inputs::HoursRow;
pub use sent::Sent;

/// The page.
#[derive(Template)]
#[template(path = "office/settings.html")]
pub struct Show {
    frame: Frame,
    tabs: Tabs,
    title: String,
    about: String,
    action: String,
    version: i64,
    inputs: Vec<Input>,
    languages: Vec<Input>,
    hours: Vec<HoursRow>,
    rows: Vec<[Input; 2]>,
    error: Option<String>,
    logo: Option<Logo>,
}

/// The logo, on the page of the business.
struct Logo {
    /// Where it is, if there is one.
    href: Option<String>,
    /// Why what was sent is not it.
    error: Option<String>,
}

/// `GET /settings`
pub async fn first(frame: Frame, visitor: Visitor) -> Page<Show> {
    let typed = Sent::of(Group::Business, visitor.settings());
    Page(page(frame, &visitor, Group::Business, &typed))
}

/// `GET /settings/{group}`
///
/// # Errors
/// Where there is no such group.
pub async fn show(
    Path(group): Path<String>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Show>, Problem> {
    let group = Group::named(&group)?;
    let typed = Sent::of(group, visitor.settings());
    Ok(Page(page(frame, &visitor, group, &typed)))
}

fn page(frame: Frame, visitor: &Visitor, group: Group, typed: &Sent) -> Show {
    let reader = frame.reader;
    Show {
        tabs: views::tabs(reader, visitor, group.path()),
        title: reader.say(group.key()),
        about: reader.say(&format!("{}.about", group.key())),
        action: format!("/settings/{}", group.name()),
        version: visitor.settings().version,
        inputs: inputs::of(reader, group, typed),
        languages: if group == Group::Region { inputs::languages(typed) } else { Vec::new() },
        hours: if group == Group::Calendar { inputs::hours(reader, typed) } else { Vec::new() },
        rows: if group == Group::Tiers {
            inputs::tiers(reader, typed, currency(visitor))
        } else {
            Vec::new()
        },
        error: None,
        logo: (group == Group::Business).then(|| Logo { href: frame.reader.logo(), error: None }),
        frame,
    }
}

fn currency(visitor: &Visitor) -> kernel::Currency {
    visitor.settings().region.counts_in()
}

/// `POST /settings/{group}`
///
/// # Errors
/// Where there is no such group, or the database cannot be reached.
pub async fn change(
    writer: Writer,
    Path(group): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let group = Group::named(&group)?;
    let typed = Sent(fields);
    let version = typed.version()?;
    let written = match typed.read(group, currency(&writer.visitor)) {
        Ok(to) => {
            let words = changed(&writer, &to);
            let change =
                async move |tx: &mut store::Tx<'_>| settings::change(tx, version, to.clone()).await;
            writer.write(change).await.map(|is_different| is_different.then_some(words))
        }
        Err(refused) => Err(SettingsError::Refused(refused)),
    };
    match written {
        Ok(words) => {
            if let Some(words) = words {
                writer.tell_undoable(words, "/settings/undo".to_owned());
            }
            Ok(Redirect::to(group.path()).into_response())
        }
        Err(error) => {
            let reader = writer.frame.reader;
            let mut page = page(writer.frame, &writer.visitor, group, &typed);
            page.refuse(reader, error)?;
            Ok(Page(page).refused())
        }
    }
}

/// That they were changed, and what that does to what stands elsewhere.
fn changed(writer: &Writer, to: &Change) -> String {
    let now = writer.visitor.settings();
    if let Change::Region(region) = to
        && region.currency.is_some()
        && region.currency != now.region.currency
        && !now.tiers.is_empty()
    {
        let currency = region.counts_in().to_string();
        let with = [("currency", currency.into())];
        return writer.frame.reader.phrases.say_with("settings-currency-changed", &with);
    }
    writer.say("settings-were-changed")
}

/// The page of the business, with why its logo was not changed.
pub(super) fn refused(
    frame: Frame,
    visitor: &Visitor,
    error: SettingsError,
) -> Result<Show, Problem> {
    let reader = frame.reader;
    let typed = Sent::of(Group::Business, visitor.settings());
    let mut page = page(frame, visitor, Group::Business, &typed);
    page.refuse(reader, error)?;
    Ok(page)
}

/// `POST /settings/undo`: takes back the last change this person made.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn undo(writer: Writer, Form(Nothing {}): Form<Nothing>) -> Result<Redirect, Problem> {
    let undone = writer.write(async |tx| settings::undo(tx).await).await?;
    writer.tell_undone(undone);
    Ok(Redirect::to("/settings"))
}

impl Show {
    /// Says why something was not set, where it stands if it has a place.
    fn refuse(&mut self, reader: Reader, error: SettingsError) -> Result<(), Problem> {
        let refused = match error {
            SettingsError::Refused(refused) => refused,
            SettingsError::ChangedSince => {
                self.error = Some(reader.say("settings-changed-since"));
                return Ok(());
            }
            other => return Err(other.into()),
        };
        for (setting, why) in refused {
            let why = words(reader, setting, &why);
            if let Some(logo) = self.logo.as_mut().filter(|_| setting == Setting::Logo) {
                logo.error = Some(why);
                continue;
            }
            let mut inputs = self.inputs.iter_mut();
            match inputs.find(|input| input.name == setting.name()) {
                Some(input) => input.error = Some(why),
                None => self.error = Some(format!("{}: {why}", reader.say(place(setting)))),
            }
        }
        Ok(())
    }
}

/// The message that names what has no input of its own.
fn place(setting: Setting) -> &'static str {
    match setting {
        Setting::Hours => "setting-hours",
        Setting::Tiers => "settings-tiers",
        Setting::Languages => "setting-languages",
        Setting::Logo
        | Setting::Name
        | Setting::Colour
        | Setting::Currency
        | Setting::TimeZone
        | Setting::Holidays
        | Setting::LostAfter
        | Setting::Horizon
        | Setting::Margin
        | Setting::Gold => "frame-settings",
    }
}

fn words(reader: Reader, setting: Setting, why: &Refused) -> String {
    let phrases = reader.phrases;
    let with_most = |key, most: usize| phrases.say_with(key, &[("most", most.into())]);
    match why {
        Refused::TooLong(most) => with_most("setting-too-long", *most),
        Refused::TooMany(most) => with_most("setting-too-many", *most),
        Refused::TooPale { instead } => {
            phrases.say_with("setting-too-pale", &[("instead", instead.to_string().into())])
        }
        Refused::NotOne if setting == Setting::Currency => reader.say("upload-currency-refused"),
        Refused::NotOne => reader.say("setting-not-one"),
        Refused::NotAPicture => reader.say("setting-not-a-picture"),
        Refused::TooLarge(most) => {
            phrases.say_with("setting-too-large", &[("most", most.div_ceil(1024).into())])
        }
        Refused::EndsBeforeItBegins => reader.say("setting-ends-before"),
        Refused::NotAHoliday(line) => {
            phrases.say_with("setting-not-a-holiday", &[("line", (*line).into())])
        }
        Refused::NotApart => reader.say("setting-not-apart"),
        Refused::OutOfRange { least, most } => phrases.say_with(
            "setting-out-of-range",
            &[("least", (*least).into()), ("most", (*most).into())],
        ),
    }
}

impl From<SettingsError> for Problem {
    fn from(error: SettingsError) -> Self {
        match error {
            SettingsError::Store(error) => error.into(),
            refused @ (SettingsError::Refused(_) | SettingsError::ChangedSince) => {
                Problem::Malformed(refused.to_string())
            }
            other @ (SettingsError::Unreadable(_) | SettingsError::Blob(_)) => {
                Problem::Internal(other.to_string())
            }
        }
    }
}
