//! *Place order*: what it says, what keeps it back, and what comes of it.

use std::rc::Rc;

use super::checks::ChecksDesk;
use super::stale::{BroughtUpToDate, UpToDate, bring_up_to_date};
use super::unsettled::{Quantities, Unsettled};
use crate::dom::{Fragment, component, live, view};
use crate::features::customers::CurrentCustomer;
use crate::features::failure::Failure;
use crate::features::purchase::cart::CartDesk;
use crate::features::purchase::checkout::{CheckoutOf, Placed, title};
use crate::features::purchase::facts::SkuFacts;
use crate::features::purchase::rights;
use crate::i18n::{Lang, Text, counted, format, lang, text};
use crate::kept;
use crate::model::cart::Cart;
use crate::navigation::{History, use_go};
use crate::operations::use_operations;
use crate::partner_center::ApiError;
use crate::paths;
use crate::query::{Queries, Query};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, Handler, Kind, Note, Tone, foreign, notices};

/// The availability was not found: to be read again, and to be ordered again (Microsoft, "Partner
/// Center REST error codes").
const STALE: &str = "400019";

/// Why nothing was ordered.
#[derive(Clone)]
enum Obstacle {
    Refused(Text, Rc<ApiError>),
    Stale(BroughtUpToDate),
    StaleUnread,
    /// The server says so, and no more.
    Unexplained,
}

#[component]
pub(super) fn Place(
    customer: CurrentCustomer,
    desk: CartDesk,
    facts: Query<SkuFacts>,
    checks: ChecksDesk,
    quantities: Quantities,
) -> Fragment {
    let (api, operations, go) = (use_session().api(), use_operations(), use_go());
    let queries = expect_context::<Queries>();
    let busy = RwSignal::new(false);
    let not = RwSignal::new(None::<Obstacle>);
    let reason = {
        let denied = rights::use_denied();
        Signal::derive(move || {
            let denied = denied.get();
            denied.or_else(|| kept_back(desk, checks, quantities))
        })
    };

    let place = Handler::from(move |()| {
        let (Some(of), Some(named), Some(cart)) = (
            untrack(|| customer.id()),
            untrack(|| customer.named()),
            untrack(|| desk.open_cart()),
        ) else {
            return;
        };
        if untrack(move || reason.get()).is_some() {
            return;
        }
        let checkout = CheckoutOf {
            api: api.clone(),
            operations,
            customer: of.clone(),
            cart: cart.id.clone(),
        };
        let (go, api) = (go.clone(), api.clone());
        let done = move |placed: Placed| {
            // Whoever has gone elsewhere meanwhile stays there.
            let stays = busy.try_get_untracked().is_none();
            let confirm = || {
                if !stays {
                    go(paths::confirmation(&named, &cart.id), History::Replace);
                }
            };
            match placed {
                Placed::Ordered(ordered) => {
                    if stays {
                        notices::say(title(&ordered));
                    }
                    for stale in ["orders/", "software/"] {
                        queries.invalidate(&format!("{stale}{of}"));
                    }
                    confirm();
                    desk.ordered(&cart.id);
                }
                Placed::Unknown(_) | Placed::Busy => confirm(),
                Placed::NotOrdered(error) => {
                    let what = text::REVIEW_NOT_SENT;
                    not.set(Some(match error {
                        Some(error) => Obstacle::Refused(what, Rc::new(error)),
                        None => Obstacle::Unexplained,
                    }));
                    busy.set(false);
                }
                Placed::Refused(error) if error.code.as_deref() == Some(STALE) => {
                    let (api, of) = (api.clone(), of.clone());
                    spawn_local(async move {
                        let told = move |what: Option<BroughtUpToDate>| {
                            not.set(Some(what.map_or(Obstacle::StaleUnread, Obstacle::Stale)));
                            facts.again();
                            busy.set(false);
                        };
                        bring_up_to_date(&api, &of, desk, told).await;
                    });
                }
                Placed::Refused(error) => {
                    not.set(Some(Obstacle::Refused(
                        text::REVIEW_REFUSED,
                        Rc::new(error),
                    )));
                    // What the server found wrong with the lines stands on them.
                    desk.look_again();
                    busy.set(false);
                }
                Placed::NotCarriedOut(error) => {
                    not.set(Some(Obstacle::Refused(
                        text::REVIEW_NOT_SENT,
                        Rc::new(error),
                    )));
                    busy.set(false);
                }
            }
        };
        // In this very event: an effect would come too late for a second press.
        if !busy.get_untracked() {
            busy.set(true);
            not.set(None);
            checkout.place(done);
        }
    });

    let label = move || {
        let name = foreign::visible(&customer.introduced().name);
        match desk.open_cart() {
            _ if busy.get() => text::REVIEW_PLACING.now().to_owned(),
            Some(cart) => label_of(lang(), &name, &cart),
            None => String::new(),
        }
    };
    view! {
        <section class="section place-order">
            {live(move || not.get().map(|not| explained(not, place)))}
            {(!kept::is_safe()).then(|| view! {
                <Note tone=Tone::Warning><p>{text::PENDING_UNSAFE}</p></Note>
            })}
            <p class="quiet">{text::REVIEW_BINDING}</p>
            <Button label kind=Kind::Primary busy disabled_reason=reason on_press=place/>
            <p class="sr-only" role="status">
                {move || busy.get().then(|| text::REVIEW_PLACING.now())}
            </p>
        </section>
    }
}

/// What keeps the order back; tracks all of it.
fn kept_back(desk: CartDesk, checks: ChecksDesk, quantities: Quantities) -> Option<String> {
    let wrong_lines = desk.open_cart().is_some_and(|cart| cart.has_errors());
    let reason = match quantities.worst() {
        _ if desk.failed.get().is_some() => text::REVIEW_CANNOT_FAILED,
        _ if wrong_lines => text::REVIEW_CANNOT_LINES,
        Some(Unsettled::Wrong) => text::REVIEW_CANNOT_LINES,
        Some(Unsettled::Waiting) => text::REVIEW_CANNOT_SAVING,
        None if desk.saving.get() => text::REVIEW_CANNOT_SAVING,
        None => match checks.outcome() {
            None => text::REVIEW_CHECK_READING,
            Some(outcome) if !outcome.may_order() => text::REVIEW_CANNOT_CHECKS,
            Some(_) => return None,
        },
    };
    Some(reason.now().to_owned())
}

/// Names the customer, and the amount where every line has a price.
fn label_of(lang: Lang, customer: &str, cart: &Cart) -> String {
    let totals = cart.totals();
    if totals.is_complete() {
        let sums = totals.sums.iter().map(|sum| format::money(lang, sum));
        let amount = format::list(lang, &sums.collect::<Vec<_>>());
        return text::review_place_amount(lang, customer, &amount);
    }
    let lines = counted(cart.lines.len());
    text::review_place_lines(lang, lines, customer)
}

fn explained(not: Obstacle, place: Handler<()>) -> Fragment {
    match not {
        Obstacle::Refused(what, error) => view! { <Failure what error on_retry=place/> },
        Obstacle::Stale(what) => view! { <UpToDate what/> },
        Obstacle::StaleUnread => view! {
            <Note tone=Tone::Warning><p role="alert">{text::STALE_FAILED}</p></Note>
        },
        Obstacle::Unexplained => view! {
            <Note tone=Tone::Info><p role="alert">{text::CONFIRMATION_NOT_ORDERED_TEXT}</p></Note>
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::billing::BillingCycle;
    use crate::model::cart::{CartLine, CartStatus};
    use crate::model::decimal::Decimal;
    use crate::model::money::{Currency, Pricing};

    fn cart(prices: &[Option<(&str, &str)>]) -> Cart {
        let line = |price: &Option<(&str, &str)>| {
            let item = "P:1:A".parse().unwrap();
            let pricing = price.map(|(amount, _)| Pricing {
                extended: Decimal::parse(amount),
                ..Pricing::default()
            });
            CartLine {
                pricing,
                currency: price.and_then(|(_, code)| Currency::parse(code)),
                ..CartLine::new(item, 1, BillingCycle::OneTime, None)
            }
        };
        Cart {
            id: "c".parse().unwrap(),
            status: CartStatus::Active,
            expires: None,
            lines: prices.iter().map(line).collect(),
            etag: None,
        }
    }

    #[test]
    fn the_button_names_the_amount_only_where_it_is_whole() {
        let said = |prices: &[Option<(&str, &str)>]| label_of(Lang::En, "Contoso", &cart(prices));
        let euros = said(&[Some(("0.10", "EUR")), Some(("0.20", "EUR"))]);
        assert!(
            euros.contains("Contoso") && euros.contains("0.30"),
            "{euros}"
        );
        let part = said(&[Some(("0.10", "EUR")), None]);
        assert_eq!(part, "Place order for Contoso: 2 lines");
        let both = said(&[Some(("1.00", "EUR")), Some(("2.00", "USD"))]);
        assert!(
            both.contains("1.00 EUR") && both.contains("2.00 USD"),
            "{both}"
        );
    }
}
