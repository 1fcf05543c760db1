//! Who the program is here.

use domain::office::rights::{Right, Role};
use domain::office::staff::AccountId;
use domain::office::tokens::TokenId;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Answer, IfNoneMatch, Program, schema};
use crate::Problem;

/// Who the program is here, and what it may do.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// The token it showed.
    #[schema(value_type = Uuid)]
    token_id: TokenId,
    /// The account whose token it is.
    #[schema(value_type = Uuid)]
    account_id: AccountId,
    /// Their name.
    name: String,
    /// Their address.
    email: String,
    /// What they are here.
    #[schema(schema_with = schema::role)]
    role: Role,
    /// What the program may do: the rights of the token that its account has.
    rights: Vec<&'static str>,
}

/// Get who you are here
#[utoipa::path(get, path = "/api/v1/me", tag = "me", params(IfNoneMatch),
    responses((status = 200, description = "Who the token stands for", body = Me)))]
pub async fn show(program: Program, known: IfNoneMatch) -> Result<Answer, Problem> {
    let account = program.account();
    let me = Answer::thing(&Me {
        token_id: program.bearer().token,
        account_id: account.id,
        name: account.name.clone(),
        email: account.email.clone(),
        role: account.role,
        rights: program.scopes().iter().map(Right::name).collect(),
    })?;
    Ok(known.or(me))
}
