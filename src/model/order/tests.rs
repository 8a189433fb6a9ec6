use super::*;

fn order(currency: &str, total: Option<&str>, extended: &[Option<&str>]) -> Order {
    let line = |extended: &Option<&str>| OrderLineItem {
        pricing: extended.map(|text| Pricing {
            extended: Decimal::parse(text),
            ..Pricing::default()
        }),
        ..OrderLineItem::default()
    };
    Order {
        id: "7kQ2_xYz-Ab3dEfGhIjKlMnOpQrStUvW1".parse().unwrap(),
        alternate_id: Some("9af3c1d20b77".to_owned()),
        billing_cycle: BillingCycle::OneTime,
        currency: Currency::parse(currency),
        line_items: extended.iter().map(line).collect(),
        creation_date: None,
        status: OrderStatus::Pending,
        total_price: total.and_then(Decimal::parse),
        transaction_type: None,
    }
}

#[test]
fn a_total_is_the_servers_or_that_of_lines_which_all_have_a_price() {
    let total = |order: Order| order.total().map(|total| total.to_string());
    let lines = [Some("0.1"), Some("0.2")];
    let words = |text: &str| Some(text.to_owned());
    assert_eq!(total(order("EUR", Some("12"), &[None])), words("12.00 EUR"));
    assert_eq!(total(order("EUR", None, &lines)), words("0.30 EUR"));
    assert_eq!(total(order("EUR", None, &[Some("1"), None])), None);
    assert_eq!(total(order("EUR", None, &[])), None);
    assert_eq!(total(order("", Some("12"), &lines)), None);
}

#[test]
fn the_friendly_number_is_shown_where_there_is_one() {
    let mut order = order("EUR", None, &[]);
    assert_eq!(order.number(), "9af3c1d20b77");
    for nothing in [None, Some(String::new()), Some(" ".to_owned())] {
        order.alternate_id = nothing;
        assert_eq!(order.number(), "7kQ2_xYz-Ab3dEfGhIjKlMnOpQrStUvW1");
    }
}

#[test]
fn delivery_is_done_when_every_line_is() {
    use Provisioning::*;
    let delivery = |states: &[Provisioning]| {
        let line = |status: &Provisioning| LineProvisioning {
            line_item_number: None,
            status: status.clone(),
        };
        let lines: Vec<_> = states.iter().map(line).collect();
        Delivery::of_lines(&lines)
    };
    let odd = Unknown("teleporting".to_owned());
    assert_eq!(delivery(&[]), Delivery::Underway);
    assert_eq!(delivery(&[Fulfilled, Fulfilled]), Delivery::Done);
    assert_eq!(delivery(&[Fulfilled, Pending]), Delivery::Underway);
    assert_eq!(delivery(&[Unfulfilled, odd]), Delivery::Underway);
    assert_eq!(delivery(&[Fulfilled, Unfulfilled]), Delivery::Stopped);
}

#[test]
fn an_orders_own_state_tells_those_who_may_read_no_more() {
    for (status, delivery) in [
        (OrderStatus::Pending, Delivery::Underway),
        (OrderStatus::PendingReview, Delivery::Underway),
        (OrderStatus::Unknown("odd".to_owned()), Delivery::Underway),
        (OrderStatus::Completed, Delivery::Done),
        (OrderStatus::Error, Delivery::Stopped),
        (OrderStatus::PartialSuccess, Delivery::Stopped),
        (OrderStatus::Cancelled, Delivery::Stopped),
    ] {
        assert_eq!(Delivery::of_order(&status), delivery);
    }
}

#[test]
fn a_line_knows_what_was_bought_if_it_is_software() {
    let line = |offer: &str| OrderLineItem {
        offer_id: offer.to_owned(),
        term_duration: Some(String::new()),
        ..OrderLineItem::default()
    };
    let item = line("DG7GMGF0DWM3:0002:DG7GMGF0DT1M").catalog_item();
    assert_eq!(item.unwrap().sku.as_str(), "0002");
    assert_eq!(line("MS-AZR-0145P").catalog_item(), None);
    assert_eq!(line("").term(), None);
}
