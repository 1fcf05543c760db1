//! What a frame stands on: as much of a request as it needs. Who hands the
//! request on before it is known whether there will be a page keeps this.

use axum::extract::MatchedPath;
use axum::http::{Extensions, HeaderMap, HeaderName, Uri};

use super::{Adding, Frame, Section};
use crate::cookies::{self, Jar};
use crate::routes::{access_to_page, takes_post};
use crate::{App, Notice, Problem, Reader, Token, Visitor, notice};

/// Set by our script when it will put only a part of the answer into the page
/// it has: then rail and bar are not sent again.
const SWAP: HeaderName = HeaderName::from_static("x-swap");
/// Where everything is searched.
const SEARCH: &str = "/search";
/// Where one changes one's own account.
const ACCOUNT: &str = "/account";
/// Where one signs out.
const SIGN_OUT: &str = "/sign-out";

/// Cheap to take from a request.
pub(crate) struct Ground {
    visitor: Visitor,
    reader: Reader,
    jar: Jar,
    uri: Uri,
    /// Whether a page of ours is at this address.
    is_page: bool,
    /// The cookie of a notice that was left for the next page.
    left: Option<String>,
    is_swap: bool,
}

impl Ground {
    /// What this visitor sent.
    pub fn of(
        visitor: Visitor,
        headers: &HeaderMap,
        extensions: &Extensions,
        uri: &Uri,
        app: &App,
    ) -> Self {
        let route = extensions.get::<MatchedPath>();
        Self {
            reader: Reader::of(headers, extensions, app),
            jar: Jar::of(extensions, app),
            uri: uri.clone(),
            is_page: route.is_some_and(|route| access_to_page(route.as_str()).is_some()),
            left: cookies::read(headers, notice::COOKIE).map(str::to_owned),
            is_swap: headers.contains_key(SWAP),
            visitor,
        }
    }

    /// The frame of a page that is shown now: a notice is shown with it once.
    ///
    /// # Errors
    /// Where there is no randomness to seal its forms with.
    pub fn frame(self) -> Result<Frame, Problem> {
        let Self { visitor, reader, jar, uri, is_page, left, is_swap } = self;
        if left.is_some() {
            jar.remove(notice::COOKIE);
        }
        let here = uri.path_and_query().filter(|_| is_page);
        Ok(Frame {
            reader,
            token: Token::for_visitor(&visitor)?,
            sections: Section::ALL.into_iter().filter(|s| visitor.may_open(s.path())).collect(),
            adds: Adding::ALL.into_iter().filter(|a| visitor.may_open(a.path())).collect(),
            search: visitor.may_open(SEARCH).then_some(SEARCH),
            name: visitor.account().map(|account| account.name.clone()),
            sign_out: visitor.account().filter(|_| takes_post(SIGN_OUT)).map(|_| SIGN_OUT),
            account: visitor.may_open(ACCOUNT).then_some(ACCOUNT),
            house: visitor.settings().business.name.clone(),
            section: Section::ALL.into_iter().find(|s| s.holds(uri.path())),
            notice: left.and_then(|cookie| Notice::found(&visitor, &cookie)),
            about: None,
            searched: None,
            path: here.map_or("/", |path| path.as_str()).to_owned(),
            is_swap,
        })
    }
}
