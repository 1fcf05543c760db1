//! Turning one's second factor on and off.

use std::fmt::Write as _;

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::second_factor::{self, DeviceSecret, SecondFactorError};
use domain::office::staff::{self, StaffError};
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Deserialize;

use super::code;
use crate::address::Address;
use crate::components::Input;
use crate::office::sign_in;
use crate::{Form, Frame, Page, Problem, Visitor, Writer};

/// Empty cells around a code, which readers need (ISO/IEC 18004, 9.1).
const QUIET: i32 = 4;

/// The page that turns it on.
#[derive(Template)]
#[template(path = "office/second_factor.html")]
pub struct TurnOn {
    frame: Frame,
    secret: String,
    address: String,
    picture: Option<Picture>,
    code: Input,
}

/// What a device reads, as SVG.
struct Picture {
    cells: i32,
    dark: String,
}

/// The page of the recovery codes, shown once.
#[derive(Template)]
#[template(path = "office/recovery_codes.html")]
pub struct Codes {
    frame: Frame,
    codes: Vec<String>,
}

/// `GET /account/second-factor`
///
/// # Errors
/// Where the system gives no random numbers.
pub async fn show(frame: Frame, visitor: Visitor) -> Result<Page<TurnOn>, Problem> {
    let secret = DeviceSecret::new()?;
    Ok(Page(page(frame, &visitor, &secret)?))
}

fn page(frame: Frame, visitor: &Visitor, secret: &DeviceSecret) -> Result<TurnOn, Problem> {
    let account = visitor.account().ok_or(Problem::SignInNeeded)?;
    let issuer = if frame.house.is_empty() { "Perennial" } else { frame.house.as_str() };
    let address = secret.address(issuer, &account.email);
    Ok(TurnOn {
        picture: picture(&address),
        secret: secret.reveal(),
        address,
        code: code(frame.reader),
        frame,
    })
}

/// None where it is too long for a picture: then it is typed.
fn picture(address: &str) -> Option<Picture> {
    let drawn = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let mut dark = String::new();
    for y in 0..drawn.size() {
        for x in (0..drawn.size()).filter(|x| drawn.get_module(*x, y)) {
            // Writing into a text cannot fail.
            let _ = write!(dark, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    Some(Picture { cells: drawn.size() + 2 * QUIET, dark })
}

/// The secret that was shown, and the code of the device that took it.
#[derive(Deserialize)]
pub struct Taken {
    secret: String,
    code: String,
}

/// `POST /account/second-factor`: turns it on and shows the recovery codes.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn turn_on(
    writer: Writer,
    Form(Taken { secret, code }): Form<Taken>,
) -> Result<Response, Problem> {
    let account = writer.account.id;
    let malformed = || Problem::Malformed("secret: is not one of ours".to_owned());
    let secret = DeviceSecret::read(&secret).ok_or_else(malformed)?;
    let (kept, key) = (secret.clone(), writer.app.key.clone());
    let turned_on =
        writer.write(async move |tx| second_factor::turn_on(tx, &key, account, &kept, &code).await);
    match turned_on.await {
        Ok(codes) => {
            let codes = codes.iter().map(ToOwned::to_owned).collect();
            Ok(Page(Codes { frame: writer.frame, codes }).into_response())
        }
        Err(SecondFactorError::Wrong) => {
            let reader = writer.frame.reader;
            let mut page = page(writer.frame, &writer.visitor, &secret)?;
            page.code.error = Some(reader.say("second-factor-wrong"));
            Ok(Page(page).refused())
        }
        Err(SecondFactorError::IsOn) => Ok(Redirect::to("/account").into_response()),
        Err(error) => Err(error.into()),
    }
}

/// The code of the device, or a recovery code.
#[derive(Deserialize)]
pub struct Shown {
    code: String,
}

/// `POST /account/second-factor/off`: for whoever shows a code.
///
/// # Errors
/// Where the database cannot be reached.
pub async fn turn_off(
    writer: Writer,
    Address(address): Address,
    Form(Shown { code }): Form<Shown>,
) -> Result<Response, Problem> {
    let account = writer.account.clone();
    let reader = writer.frame.reader;
    let may_try = {
        let mut open = writer.app.db.reader().await?;
        let now = writer.app.db.clock().now();
        staff::may_try(&mut open.snapshot(), &account.email, &address, now).await
    };
    let error = match may_try {
        Err(StaffError::TooManyTries { minutes }) => sign_in::too_often(reader, minutes),
        Err(other) => return Err(other.into()),
        Ok(()) => {
            let key = writer.app.key.clone();
            let taken = writer.write(async move |tx| {
                let is_right = second_factor::try_code(tx, &key, &account, &address, &code).await?;
                if is_right {
                    second_factor::turn_off(tx, account.id).await?;
                }
                Ok::<_, SecondFactorError>(is_right)
            });
            match taken.await {
                Ok(true) => {
                    writer.tell(writer.say("second-factor-was-turned-off"));
                    return Ok(Redirect::to("/account").into_response());
                }
                Ok(false) => reader.say("second-factor-wrong"),
                Err(SecondFactorError::Staff(StaffError::TooManyTries { minutes })) => {
                    sign_in::too_often(reader, minutes)
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    let mut page = super::page(&writer.app, writer.frame, &writer.visitor).await?;
    page.code.error = Some(error);
    Ok(Page(page).refused())
}

impl From<SecondFactorError> for Problem {
    fn from(error: SecondFactorError) -> Self {
        match error {
            SecondFactorError::Staff(error) => error.into(),
            other @ SecondFactorError::OtherKey => Problem::Internal(other.to_string()),
            refused @ (SecondFactorError::Wrong | SecondFactorError::IsOn) => {
                Problem::Malformed(refused.to_string())
            }
        }
    }
}
