//! What programs are told of a problem (RFC 9457).

use std::fmt::Display;

use serde::Serialize;
use utoipa::ToSchema;

use super::Problem;
use crate::Reader;
use crate::api::PROBLEMS;

/// A value that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Wrong {
    /// Which: a field of the body such as `lines[0].quantity`, a parameter, a header.
    pub field: String,
    /// Why, for programs: `missing`, `too_long`, `taken`, `in_future`, `not_one`, `conflict`.
    pub code: &'static str,
    /// Why, for people.
    pub detail: String,
}

impl Wrong {
    /// A value, and why it was not taken.
    pub fn new(field: impl Into<String>, code: &'static str, why: impl Display) -> Self {
        Self { field: field.into(), code, detail: why.to_string() }
    }
}

/// Why there is no answer: `application/problem+json` (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemSaid {
    /// What kind of problem it is: an address that explains it.
    #[serde(rename = "type")]
    #[schema(example = "/api/docs/problems#refused")]
    kind: String,
    /// What it is, for people, in the language they asked for.
    title: String,
    /// The status of the answer.
    status: u16,
    /// What kind of problem it is, in short.
    #[schema(example = "refused")]
    code: &'static str,
    /// What exactly is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// Which values were not taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    fields: Vec<Wrong>,
    /// Names the request in the log of the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    instance: Option<String>,
}

impl ProblemSaid {
    /// To whoever asked, who may look the request up.
    pub fn to_reader(problem: &Problem, reader: Reader, reference: Option<String>) -> Self {
        let title = reader.say(problem.key());
        let instance = reference.map(|reference| format!("urn:request:{reference}"));
        Self { instance, ..Self::titled(problem, title) }
    }

    /// As a part of an answer to a program, in its own short words.
    pub fn to_programs(problem: &Problem) -> Self {
        Self::titled(problem, problem.code().replace('-', " "))
    }

    fn titled(problem: &Problem, title: String) -> Self {
        let (detail, fields) = match problem {
            Problem::Malformed(why) | Problem::Broken(why) | Problem::Conflict(why) => {
                (Some(why.clone()).filter(|why| !why.is_empty()), Vec::new())
            }
            Problem::Refused(wrong) => (told(wrong), wrong.clone()),
            _ => (None, Vec::new()),
        };
        Self {
            kind: format!("{PROBLEMS}#{}", problem.code()),
            title,
            status: problem.status().as_u16(),
            code: problem.code(),
            detail,
            fields,
            instance: None,
        }
    }
}

impl Problem {
    /// What programs know it by.
    pub(crate) fn code(&self) -> &'static str {
        self.key().trim_start_matches("problem-")
    }
}

fn told(wrong: &[Wrong]) -> Option<String> {
    let each: Vec<String> =
        wrong.iter().map(|wrong| format!("{}: {}", wrong.field, wrong.detail)).collect();
    Some(each.join("; ")).filter(|told| !told.is_empty())
}
