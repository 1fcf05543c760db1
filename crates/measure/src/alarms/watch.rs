//! One look at a customer with all three alarms.

use review::figures::CustomerAlarms;
use stats::order_means::OrderMeans;

use super::order_value_falling::Windows;
use super::{gone_quiet, order_value_falling, range_stopped};
use crate::book::Book;
use crate::profile::Profile;
use crate::study::Study;
use crate::terms::Terms;

/// What the alarms hold a customer against.
pub(crate) struct Watch<'a> {
    terms: &'a Terms,
    windows: Windows,
    order_means: Option<OrderMeans>,
    knows_gaps: bool,
    /// What can be bought, where the orders say it.
    categories: Option<&'a [String]>,
}

impl<'a> Watch<'a> {
    /// A watch over the customers of `book`.
    pub fn over(book: &'a Book, study: &'a Study) -> Self {
        let items = book.item_attribute().and_then(|index| book.attributes().get(index));
        Self {
            terms: &study.terms,
            windows: Windows::ending(study.terms.as_of),
            order_means: OrderMeans::fit(&study.work.order_sizes),
            knows_gaps: study.gaps.is_some(),
            categories: items.map(|attribute| attribute.values.as_slice()),
        }
    }

    /// Whether there are orders enough to tell a fall of their mean from chance.
    pub fn knows_order_sizes(&self) -> bool {
        self.order_means.is_some()
    }

    /// Whether anybody came back, so that there is a rhythm to fall out of.
    pub fn knows_gaps(&self) -> bool {
        self.knows_gaps
    }

    /// Whether the orders say what was bought.
    pub fn knows_items(&self) -> bool {
        self.categories.is_some()
    }

    /// What the alarms see of a customer: nothing unless they are a regular
    /// who is not lost.
    pub fn look(
        &self,
        profile: &Profile<'_>,
        scratch: &mut range_stopped::Scratch,
    ) -> CustomerAlarms {
        if profile.is_lost() || !profile.is_regular() {
            return CustomerAlarms::default();
        }
        let (terms, customer) = (self.terms, profile.customer);
        let order_value_falling = self.order_means.as_ref().and_then(|model| {
            order_value_falling::look(customer.orders, &self.windows, model, terms.currency)
        });
        let gone_quiet =
            gone_quiet::look(profile.silence, profile.quiet_after, || profile.gap_before_silence());
        let items = self.categories.filter(|_| !customer.items.is_empty());
        let range_stopped = items.and_then(|categories| {
            let usual_gap = profile.usual_gap()?;
            let money = terms.has_money.then_some(terms.currency);
            range_stopped::look(customer, terms.as_of, usual_gap, categories, money, scratch)
        });
        CustomerAlarms { order_value_falling, gone_quiet, range_stopped }
    }
}
