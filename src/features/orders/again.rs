//! *Buy again*: the lines of an order into the customer's cart.

use std::rc::Rc;

use crate::dom::{Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::purchase::again::use_again;
use crate::i18n::text;
use crate::model::cart::CartLine;
use crate::model::order::{Order, OrderLineItem};
use crate::ui::Button;

/// A button for it; nothing where nothing of the order can be bought again.
#[component]
pub fn BuyAgain(order: Rc<Order>, customer: CurrentCustomer) -> Fragment {
    let lines: Vec<CartLine> = order
        .line_items
        .iter()
        .filter_map(|line| line_of(&order, line))
        .collect();
    if lines.is_empty() {
        return Fragment::empty();
    }
    let again = use_again(customer);
    view! {
        <div>
            <Button
                label=text::CONFIRMATION_AGAIN
                busy=again.busy
                on_press=move |()| again.put(lines.clone())
            />
        </div>
    }
}

fn line_of(order: &Order, line: &OrderLineItem) -> Option<CartLine> {
    let quantity = u32::try_from(line.quantity?).ok();
    let quantity = quantity.filter(|some| *some > 0)?;
    let (item, cycle) = (line.catalog_item()?, order.billing_cycle.clone());
    Some(CartLine::new(item, quantity, cycle, line.term()))
}
