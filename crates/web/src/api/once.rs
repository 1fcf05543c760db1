//! Changes that a program asks for again because it never heard the answer.

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, Method, Uri};
use sha2::{Digest as _, Sha256};
use store::once::{Asked, Claim};
use store::{Tx, db::Failure};
use utoipa::IntoParams;

use super::{Answer, Error, Program};
use crate::problem::Wrong;
use crate::{App, Problem};

/// The header that names a change.
const KEY: &str = "idempotency-key";
/// Characters of a key at most.
const LONGEST: usize = 200;

/// How often a change may be done: once, where the program names it by a key.
/// An extractor for requests without a body; [`super::Json`] brings it along.
#[derive(Debug, Clone)]
pub struct Once(Option<Asked>);

/// The header, as the document describes it.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "describes the header; read by hand for its own errors")]
pub struct IdempotencyKey {
    /// A key of your choice for this change, such as a UUID. For 24 hours the same request with
    /// the same key is answered as before and changes nothing; another request with it is
    /// refused.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 200, pattern = "^[!-~]+$")]
    key: Option<String>,
}

impl Once {
    /// What a request says of it, as far as its head tells.
    ///
    /// # Errors
    /// Where the key is not one.
    pub fn asked_by(request: &Request) -> Result<Self, Problem> {
        Self::read(request.method(), request.uri(), request.headers(), request.extensions())
    }

    fn read(
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
        known: &Extensions,
    ) -> Result<Self, Problem> {
        let Some(key) = headers.get(KEY) else { return Ok(Self(None)) };
        let is_one = |key: &&str| {
            (1..=LONGEST).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic())
        };
        let key = key.to_str().ok().filter(is_one).ok_or_else(|| {
            let why = format!("must be 1 to {LONGEST} visible ASCII characters");
            Problem::Refused(vec![Wrong::new("Idempotency-Key", "not_one", why)])
        })?;
        let account = Program::among(known)?.account().id;
        let digest = digest(&[method.as_str().as_bytes(), uri.to_string().as_bytes()]);
        Ok(Self(Some(Asked { account: account.into(), key: key.to_owned(), digest })))
    }

    /// The same, of a request with this body.
    pub fn with(self, body: &[u8]) -> Self {
        Self(self.0.map(|asked| Asked { digest: digest(&[&asked.digest, body]), ..asked }))
    }

    /// Makes a change, unless it was made before: then its answer is given
    /// again.
    ///
    /// # Errors
    /// Those of the change, and [`Problem::KeyTaken`] where the key stands for
    /// something else.
    pub async fn make<F>(&self, tx: &mut Tx<'_>, change: &F) -> Result<Answer, Error>
    where
        F: AsyncFn(&mut Tx<'_>) -> Result<Answer, Error>,
        Error: Failure,
    {
        let Some(asked) = &self.0 else { return change(tx).await };
        match tx.claim(asked).await? {
            Claim::Answered(kept) => Ok(Answer::again(&kept)?),
            Claim::OfAnother => Err(Problem::KeyTaken.into()),
            Claim::New => {
                let answer = change(tx).await?;
                tx.answered(asked, &answer.kept()?).await?;
                Ok(answer)
            }
        }
    }
}

impl FromRequestParts<App> for Once {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        Self::read(&parts.method, &parts.uri, &parts.headers, &parts.extensions)
    }
}

/// Of the parts, so that none can be taken for the end of another.
fn digest(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    digest.finalize().to_vec()
}
