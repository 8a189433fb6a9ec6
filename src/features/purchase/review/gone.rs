//! A cart that cannot be ordered any more: why, and what to do next.

use std::rc::Rc;

use crate::dom::{Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::purchase::again::use_again;
use crate::features::purchase::cart::Gone;
use crate::i18n::text;
use crate::model::CartId;
use crate::model::cart::Cart;
use crate::paths;
use crate::ui::{Button, Empty, Kind};

#[component]
pub(super) fn GoneCart(
    why: Gone,
    /// Its lines, where they can still be read.
    cart: Option<Rc<Cart>>,
    id: Option<CartId>,
    customer: CurrentCustomer,
) -> Fragment {
    let (title, words) = match why {
        Gone::Ordered => (text::GONE_ORDERED, text::GONE_ORDERED_TEXT),
        Gone::Expired => (text::GONE_EXPIRED, text::GONE_EXPIRED_TEXT),
        Gone::Unknown => (text::GONE_UNKNOWN, text::GONE_UNKNOWN_TEXT),
    };
    let see = move || {
        let (named, id) = (customer.named()?, id.clone()?);
        (why == Gone::Ordered).then(|| {
            let href = paths::confirmation(&named, &id).to_string();
            view! { <a class="button primary" href=href>{text::GONE_SEE_ORDER}</a> }
        })
    };
    let again = use_again(customer);
    let again = cart.filter(|cart| !cart.lines.is_empty()).map(|cart| {
        let kind = match why {
            Gone::Ordered => Kind::Quiet,
            Gone::Expired | Gone::Unknown => Kind::Primary,
        };
        let press = move |()| again.put(cart.lines.clone());
        view! { <Button label=text::GONE_PUT_AGAIN kind busy=again.busy on_press=press/> }
    });
    let catalog = move || {
        let named = customer.named()?;
        Some(paths::catalog(&named).to_string())
    };
    view! {
        <h2>{title}</h2>
        <Empty words>
            <div class="row">
                {see}
                {again}
                <a class="button" href=catalog>{text::GONE_NEW}</a>
            </div>
        </Empty>
    }
}
