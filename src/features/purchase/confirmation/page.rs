//! The page: what is known, or that it is being found out.

use std::rc::Rc;
use std::time::Duration;

use super::failed_group::FailedGroups;
use super::order::PlacedOrder;
use crate::browser::visitors_now;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::customers::{CurrentCustomer, use_customer};
use crate::features::failure::Failure;
use crate::features::purchase::cart::use_cart;
use crate::features::purchase::checkout::{CheckoutOf, Ordered, Placed, title};
use crate::features::waiting::seconds_until;
use crate::i18n::{lang, text};
use crate::model::{CartId, Timestamp};
use crate::navigation::use_part;
use crate::operations::use_operations;
use crate::partner_center::{ApiError, ErrorKind};
use crate::paths::{self, CustomerPart};
use crate::query::Queries;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, Empty, Handler, Note, SkeletonLines, Tone};

/// What is known of the order.
#[derive(Clone)]
enum Stage {
    Asking,
    Ordered(Rc<Ordered>),
    /// Not known yet; asked again then.
    Unknown(Rc<ApiError>, Timestamp),
    /// The server says that it was not; why the last attempt failed, if there was one.
    NotOrdered(Option<Rc<ApiError>>),
    NoSuchCart,
}

/// Waits between asking, in seconds; the last one stays.
const WAITS: [u32; 4] = [10, 20, 40, 60];

/// What became of the cart that the address names.
#[component]
pub fn ConfirmationPage() -> Fragment {
    let customer = use_customer();
    let id = use_part(|part| match part {
        CustomerPart::Confirmation(cart) => Some(cart),
        _ => None,
    });
    let stage = RwSignal::new(Stage::Asking);
    let asking = RwSignal::new(false);
    let ask = use_asking(customer, id, stage, asking);
    customer.show_part(move || stage.with(heading).now().to_owned());
    let review = move || {
        let (named, id) = (customer.named()?, id.get()?);
        Some(paths::cart(&named, &id).to_string())
    };
    let catalog = move || {
        let named = customer.named()?;
        Some(paths::catalog(&named).to_string())
    };
    let body = move || match stage.get() {
        Stage::Asking => view! { <SkeletonLines what=text::CONFIRMATION_READING/> },
        Stage::Ordered(ordered) => placed(&ordered, customer, id),
        Stage::Unknown(error, until) => view! { <BeingChecked error until asking ask/> },
        Stage::NotOrdered(why) => view! {
            <Empty words=text::CONFIRMATION_NOT_ORDERED_TEXT>
                <a class="button primary" href=review>{text::CONFIRMATION_TO_REVIEW}</a>
            </Empty>
            {why.map(|error| view! {
                <Failure what=text::CONFIRMATION_LAST error on_retry=ask/>
            })}
        },
        Stage::NoSuchCart => view! {
            <Empty words=text::GONE_UNKNOWN_TEXT>
                <a class="button" href=catalog>{text::GONE_NEW}</a>
            </Empty>
        },
    };
    view! {
        <div class="item-head" role="status">
            <h2>{move || stage.with(heading).now()}</h2>
        </div>
        {body}
    }
}

fn heading(stage: &Stage) -> crate::i18n::Text {
    match stage {
        Stage::Asking => text::CONFIRMATION_READING,
        Stage::Ordered(ordered) => title(ordered),
        Stage::Unknown(..) => text::CONFIRMATION_TITLE_CHECKING,
        Stage::NotOrdered(_) => text::CONFIRMATION_NOT_ORDERED,
        Stage::NoSuchCart => text::GONE_UNKNOWN,
    }
}

/// Asks what became of the cart, now and again as long as nobody knows; the handler asks at once.
fn use_asking(
    customer: CurrentCustomer,
    id: Memo<Option<CartId>>,
    stage: RwSignal<Stage>,
    asking: RwSignal<bool>,
) -> Handler<()> {
    let (api, operations) = (use_session().api(), use_operations());
    let (queries, desk) = (expect_context::<Queries>(), use_cart());
    let later = Later::begin();
    let asked = StoredValue::new(0_usize);
    let again = RwSignal::new(0_u32);
    effect(move || {
        again.track();
        let (of, cart) = match (customer.id(), id.get()) {
            (Some(of), Some(cart)) => (of, cart),
            (_, None) => {
                stage.set(Stage::NoSuchCart);
                return;
            }
            (None, _) => return,
        };
        let checkout = CheckoutOf {
            api: api.clone(),
            operations,
            customer: of.clone(),
            cart: cart.clone(),
        };
        asking.set(true);
        spawn_local(async move {
            let known = checkout.known().await;
            if let Some(known) = known {
                asking.set(false);
                stage.set(Stage::Ordered(Rc::new(known)));
                return;
            }
            let begun = checkout.state().await.is_some();
            let done = move |placed: Placed| {
                asking.set(false);
                let next = match placed {
                    Placed::Ordered(ordered) => {
                        for stale in ["orders/", "software/"] {
                            queries.invalidate(&format!("{stale}{of}"));
                        }
                        desk.ordered(&cart);
                        Stage::Ordered(Rc::new(ordered))
                    }
                    Placed::NotOrdered(why) => Stage::NotOrdered(why.map(Rc::new)),
                    Placed::Refused(error) | Placed::NotCarriedOut(error) => {
                        Stage::NotOrdered(Some(Rc::new(error)))
                    }
                    Placed::Unknown(error) if error.kind == ErrorKind::NotFound && !begun => {
                        Stage::NoSuchCart
                    }
                    Placed::Busy => {
                        later.put_off(Duration::from_secs(1), move || {
                            again.update(|again| *again += 1);
                        });
                        return;
                    }
                    Placed::Unknown(error) => {
                        let turn = asked.try_update_value(|asked| {
                            *asked += 1;
                            *asked - 1
                        });
                        let wait = WAITS[turn.unwrap_or(0).min(WAITS.len() - 1)];
                        later.put_off(Duration::from_secs(wait.into()), move || {
                            again.update(|again| *again += 1);
                        });
                        let until = visitors_now().plus_millis(i64::from(wait) * 1_000);
                        Stage::Unknown(Rc::new(error), until)
                    }
                };
                stage.set(next);
            };
            checkout.settle(done);
        });
    });
    Handler::from(move |()| {
        later.cancel();
        again.update(|again| *again += 1);
    })
}

/// Nobody knows what became of the order: said so, and asked again.
#[component]
fn BeingChecked(
    error: Rc<ApiError>,
    until: Timestamp,
    asking: RwSignal<bool>,
    ask: Handler<()>,
) -> Fragment {
    let seconds = seconds_until(until);
    let next = move || match asking.get() {
        true => text::CONFIRMATION_ASKING.now().to_owned(),
        false => text::confirmation_checking_next(lang(), seconds.get()),
    };
    view! {
        <Note tone=Tone::Info>
            <p>{text::CONFIRMATION_CHECKING}</p>
            <p class="number">{next}</p>
            <p>{text::CONFIRMATION_LEAVE}</p>
            <Button label=text::CONFIRMATION_CHECK_NOW busy=asking on_press=ask/>
        </Note>
        <Failure what=text::CONFIRMATION_LAST error on_retry=ask/>
    }
}

fn placed(ordered: &Ordered, customer: CurrentCustomer, id: Memo<Option<CartId>>) -> Fragment {
    let alone = ordered.orders.len() == 1;
    let orders = ordered
        .orders
        .iter()
        .map(|order| view! { <PlacedOrder order=order.clone() customer alone/> })
        .collect_view();
    let errors = ordered.errors.clone();
    let software = move || {
        let named = customer.named()?;
        Some(paths::software(&named).to_string())
    };
    let some = !ordered.orders.is_empty();
    let failed = (!errors.is_empty()).then(|| {
        view! { <FailedGroups errors customer id=id.get_untracked()/> }
    });
    view! {
        {failed}
        {orders}
        {some.then(|| view! {
            <p><a href=software>{text::CONFIRMATION_SOFTWARE}</a></p>
        })}
    }
}
