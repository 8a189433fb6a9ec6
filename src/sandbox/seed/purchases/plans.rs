//! Which customer bought what, so many days before the first use.

use super::State;
use crate::sandbox::seed::catalog::{Product, Sku, commercial};
use crate::sandbox::seed::company::Company;
use crate::sandbox::seed::known::Portfolio;
use crate::sandbox::seed::random::Random;
use crate::sandbox::sentinels::Kind;

pub struct Plan {
    pub days_ago: i64,
    pub status: &'static str,
    pub lines: Vec<PlannedLine>,
    /// When the window of its subscriptions closes, counted from the first use; else by the policy.
    pub closes_in_minutes: Option<i64>,
}

pub struct PlannedLine {
    pub product: Product,
    pub sku: &'static Sku,
    pub quantity: u32,
    pub state: State,
}

/// Product, SKU, quantity: an order is written as a list of them.
type Bought = (&'static str, &'static str, u32);

const WINDOWS_SERVER: &str = "DG7GMGF0DVWS";
const OFFICE: &str = "DG7GMGF0DWTK";
const RDS_TERM: &str = "DG7GMGF0DVSV";
const SQL_TERM: &str = "DG7GMGF0FKZV";

pub fn plans(company: &Company) -> Vec<Plan> {
    if let Some(sentinel) = company.who.sentinel() {
        return of_sentinel(sentinel.kind);
    }
    match company.portfolio {
        Portfolio::Nothing => Vec::new(),
        Portfolio::One => vec![order(23, &[("DG7GMGF0DWTS", "0001", 40)])],
        Portfolio::Usual => some(company, 2, 6, 3),
        Portfolio::Hundreds => some(company, 150, 1, 4),
        Portfolio::Showcase => showcase(),
        Portfolio::Bundles => bundles(),
        Portfolio::Cancellations => cancellations(),
    }
}

fn order(days_ago: i64, bought: &[Bought]) -> Plan {
    let lines = bought.iter().filter_map(|(product, sku, quantity)| {
        let product = Product::find(product)?;
        Some(PlannedLine {
            product,
            sku: product.sku(sku)?,
            quantity: *quantity,
            state: State::Live,
        })
    });
    Plan {
        days_ago,
        status: "completed",
        lines: lines.collect(),
        closes_in_minutes: None,
    }
}

impl Plan {
    fn status(self, status: &'static str) -> Plan {
        Plan { status, ..self }
    }

    /// The line of that number ended so.
    fn line(mut self, number: usize, state: State) -> Plan {
        if let Some(line) = self.lines.get_mut(number) {
            line.state = state;
        }
        self
    }

    fn closes_in_minutes(self, minutes: i64) -> Plan {
        Plan {
            closes_in_minutes: Some(minutes),
            ..self
        }
    }
}

/// Days on both sides of the windows of 7, 30 and 60 days, and others.
const AGES: &[u32] = &[
    0, 1, 2, 4, 6, 7, 8, 13, 21, 28, 29, 30, 31, 38, 45, 52, 58, 59, 60, 61, 62, 75, 98, 140, 210,
    300, 364, 365, 400, 520, 700, 900, 1_060,
];
const QUANTITIES: &[u32] = &[1, 1, 2, 3, 4, 5, 8, 10, 12, 16, 20, 25, 40, 60, 100, 250];

/// Orders drawn by lot.
fn some(company: &Company, fewest: u32, spread: u32, most_lines: u32) -> Vec<Plan> {
    let mut random = Random::of(&[company.who.number().into(), 10]);
    let orders = fewest + random.below(spread);
    (0..orders)
        .map(|_| drawn(&mut random, most_lines))
        .collect()
}

fn drawn(random: &mut Random, most_lines: u32) -> Plan {
    let days_ago = i64::from(*random.pick(AGES));
    let lines = 1 + random.below(most_lines);
    let bought: Vec<Bought> = (0..lines)
        .map(|_| {
            let product = random.pick(commercial());
            (
                product.id(),
                random.pick(product.skus).id,
                *random.pick(QUANTITIES),
            )
        })
        .collect();
    let plan = order(days_ago, &bought);
    match random.below(24) {
        0 => (0..lines as usize).fold(plan, |plan, line| plan.line(line, State::Cancelled)),
        1 => plan.line(0, State::Cancelled),
        2 if days_ago < 3 => plan.status("pending"),
        _ => plan,
    }
}

/// One of everything, and purchases on each side of the usual windows.
fn showcase() -> Vec<Plan> {
    vec![
        order(0, &[(OFFICE, "0001", 25)]),
        order(
            1,
            &[(WINDOWS_SERVER, "0001", 2), ("DG7GMGF0DVT7", "0001", 50)],
        ),
        order(6, &[(RDS_TERM, "000N", 30)]),
        order(7, &[("DG7GMGF0DWVP", "0001", 5)]),
        order(8, &[(SQL_TERM, "0001", 4)]),
        order(29, &[("DG7GMGF0DWPP", "0001", 8)]),
        order(
            30,
            &[("DG7GMGF0DEXS", "0001", 1), ("DG7GMGF0DEXC", "0001", 120)],
        ),
        order(31, &[("DG7GMGF0DSPS", "0001", 1)]),
        order(58, &[("DG7GMGF0DSCS", "0002", 8)]),
        order(59, &[("DG7GMGF0DSQS", "0002", 4)]),
        order(
            60,
            &[("DG7GMGF0DWTL", "0001", 10), ("DG7GMGF0DWVS", "0001", 2)],
        ),
        order(61, &[("DG7GMGF0DVWD", "0001", 1)]),
        order(
            20,
            &[("DG7GMGF0DVSP", "0001", 3), ("DG7GMGF0DRDS", "0002", 15)],
        ),
        order(25, &[("DG7GMGF0DCIS", "0001", 2)]),
        order(
            40,
            &[
                ("DG7GMGF0DW1P", "0001", 60),
                ("DG7GMGF0DW1L", "0001", 12),
                ("DG7GMGF0DWTM", "0001", 6),
            ],
        )
        .line(1, State::Cancelled),
        order(45, &[("DG7GMGF0DESU", "0001", 80)]).line(0, State::Cancelled),
        order(50, &[("DG7GMGF0DBTS", "0002", 4)]).status("suspended"),
        order(0, &[("DG7GMGF0DSKB", "0001", 1)]).status("pending"),
        order(1, &[("DG7GMGF0DPRS", "0001", 1)]).status("pending_review"),
        order(2, &[("DG7GMGF0DSCD", "0001", 1)]).status("pending_po_upload"),
        order(3, &[("DG7GMGF0DSQE", "0002", 2)]).status("po_upload_complete"),
        order(9, &[("DG7GMGF0DEXE", "0001", 1)]).status("po_review_rejected"),
        order(
            10,
            &[("DG7GMGF0DWPS", "0001", 4), ("DG7GMGF0DWTS", "0001", 4)],
        )
        .status("partial_success")
        .line(1, State::Unfulfilled),
        order(11, &[("DG7GMGF0DSQV", "0001", 1)]).status("error"),
        order(
            420,
            &[("DG7GMGF0D22S", "0001", 4), ("DG7GMGF0DSQC", "0001", 40)],
        ),
        order(1_060, &[(SQL_TERM, "0003", 2)]),
    ]
}

fn bundles() -> Vec<Plan> {
    vec![
        order(5, &[("DG7GMGF0DWBN", "0001", 20)]),
        order(
            33,
            &[("DG7GMGF0DCIS", "0001", 4), (WINDOWS_SERVER, "0002", 8)],
        ),
        order(64, &[("DG7GMGF0DCIS", "0002", 16)]),
        order(12, &[("DG7GMGF0DWBN", "0001", 3)]).line(0, State::Cancelled),
    ]
}

fn cancellations() -> Vec<Plan> {
    vec![
        order(
            4,
            &[
                (OFFICE, "0001", 10),
                ("DG7GMGF0DWVP", "0001", 10),
                ("DG7GMGF0DWPP", "0001", 10),
            ],
        )
        .line(1, State::Cancelled),
        order(16, &[("DG7GMGF0DSQS", "0002", 4)]).line(0, State::Cancelled),
        order(35, &[(RDS_TERM, "000P", 25), (SQL_TERM, "0001", 2)])
            .line(0, State::Cancelled)
            .line(1, State::Cancelled),
        order(57, &[(WINDOWS_SERVER, "0001", 1)]),
        order(130, &[("DG7GMGF0DEXS", "0001", 1)]).line(0, State::Cancelled),
    ]
}

fn of_sentinel(kind: Kind) -> Vec<Plan> {
    let usual = || {
        vec![
            order(10, &[(OFFICE, "0001", 10), (WINDOWS_SERVER, "0001", 2)]),
            order(40, &[(RDS_TERM, "000P", 5)]),
        ]
    };
    match kind {
        Kind::KeyWithoutDownload => vec![order(10, &[("DG7GMGF0DRDS", "0001", 10)])],
        Kind::DownloadWithoutKey => vec![order(10, &[("DG7GMGF0DVSP", "0001", 10)])],
        Kind::PendingOrder => vec![
            order(0, &[(OFFICE, "0001", 10), (RDS_TERM, "000P", 5)]).status("pending"),
            order(40, &[(WINDOWS_SERVER, "0001", 2)]),
        ],
        Kind::WindowClosing => vec![
            order(60, &[(WINDOWS_SERVER, "0001", 2)]),
            order(59, &[(OFFICE, "0001", 10)]),
            order(60, &[(RDS_TERM, "000P", 5)]).closes_in_minutes(20),
            order(60, &[(SQL_TERM, "0001", 2)]).closes_in_minutes(180),
        ],
        Kind::WindowClosed => vec![
            order(61, &[(WINDOWS_SERVER, "0001", 2)]),
            order(60, &[(RDS_TERM, "000P", 5)]).closes_in_minutes(-5),
        ],
        // Something to report: late, and late in part.
        Kind::RefundDeclined | Kind::SupportNeedsMore => {
            let mut plans = usual();
            plans.push(order(70, &[("DG7GMGF0DWVP", "0001", 4)]));
            let mixed = [("DG7GMGF0DWPP", "0001", 3), (SQL_TERM, "0001", 2)];
            plans.push(order(20, &mixed).closes_in_minutes(-5));
            plans
        }
        Kind::UnknownValues => {
            let mut plans = usual();
            plans.push(order(5, &[("DG7GMGF0DWVP", "0001", 1)]).status("teleported"));
            plans
        }
        _ => usual(),
    }
}
