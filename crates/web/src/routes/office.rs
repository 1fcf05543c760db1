//! The routes of the office.

use domain::office::rights::Right;

use super::{Route, may};
use crate::Access;
use crate::office::logo::{self, Picture};
use crate::office::{account, audit, jobs, settings, staff, tokens};

/// All of them.
pub fn routes() -> Vec<Route> {
    let may_set = may(Right::ManageSettings);
    let may_staff = may(Right::ManageStaff);
    let may_give = may(Right::ManageTokens);
    let may_decide = may(Right::ManageJobs);
    vec![
        Route::get("/account", Access::SignedIn, account::show),
        Route::post("/account", Access::SignedIn, account::change),
        Route::post("/account/password", Access::SignedIn, account::change_password),
        Route::post("/account/sessions/{id}/end", Access::SignedIn, account::sessions::end),
        Route::get("/account/second-factor", Access::SignedIn, account::second_factor::show),
        Route::post("/account/second-factor", Access::SignedIn, account::second_factor::turn_on),
        Route::post(
            "/account/second-factor/off",
            Access::SignedIn,
            account::second_factor::turn_off,
        ),
        Route::get("/settings", may_set, settings::first),
        Route::get("/settings/{group}", may_set, settings::show),
        Route::post("/settings/{group}", may_set, settings::change),
        Route::upload::<Picture, _, _>("/settings/logo", may_set, logo::change),
        Route::post("/settings/logo/remove", may_set, logo::remove),
        Route::post("/settings/undo", may_set, settings::undo),
        Route::get("/settings/users", may_staff, staff::show),
        Route::get("/settings/users/{id}", may_staff, staff::user::show),
        Route::post("/settings/users/{id}", may_staff, staff::user::change),
        Route::post("/settings/users/{id}/password", may_staff, staff::user::reset_password),
        Route::post("/settings/users/{id}/lock-out", may_staff, staff::user::lock_out),
        Route::post("/settings/users/{id}/let-in", may_staff, staff::user::let_in),
        Route::post(
            "/settings/users/{id}/second-factor/off",
            may_staff,
            staff::user::turn_off_second_factor,
        ),
        Route::post("/settings/invitations", may_staff, staff::invite),
        Route::post("/settings/invitations/{id}/withdraw", may_staff, staff::withdraw),
        Route::post("/settings/teams", may_staff, staff::teams::make),
        Route::post("/settings/teams/{id}", may_staff, staff::teams::rename),
        Route::post("/settings/teams/{id}/remove", may_staff, staff::teams::remove),
        Route::get("/settings/tokens", may_give, tokens::show),
        Route::post("/settings/tokens", may_give, tokens::make),
        Route::post("/settings/tokens/{id}/revoke", may_give, tokens::revoke),
        Route::get("/settings/jobs", may_decide, jobs::show),
        Route::post("/settings/jobs/{id}/retry", may_decide, jobs::retry),
        Route::post("/settings/jobs/{id}/drop", may_decide, jobs::drop_job),
        Route::get("/settings/audit", may(Right::SeeAudit), audit::show),
    ]
}
