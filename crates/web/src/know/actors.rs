//! Who did something, as people read it.

use domain::office::staff::Account;
use store::log::Actor;

use crate::Reader;

/// Who did something, by name.
pub fn name(reader: Reader, who: Actor, staff: &[Account]) -> String {
    match who {
        Actor::Staff(id) => staff
            .iter()
            .find(|account| account.id == id.into())
            .map_or_else(|| reader.say("actor-staff"), |account| account.name.clone()),
        Actor::Customer(_) => reader.say("actor-customer"),
        Actor::Token(_) => reader.say("actor-program"),
        Actor::System => reader.say("actor-system"),
    }
}
