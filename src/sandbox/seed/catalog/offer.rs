//! On what conditions a SKU is sold: quantities, billing cycles, and what has to be so beforehand.

use super::{Product, Sku, Sold};

/// The conditions of a SKU.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    pub minimum: u32,
    pub maximum: u32,
    /// How many a customer may own at all.
    pub per_customer: Option<u32>,
    /// How many a customer can get: such a SKU wants its inventory checked before.
    pub stock: Option<u32>,
    /// Countries (ISO 3166-1 alpha-2) in which there are none left.
    pub sold_out_in: &'static [&'static str],
    /// Countries in which it is not sold.
    pub not_sold_in: &'static [&'static str],
    /// What the buyer has to declare.
    pub attestation: Option<&'static str>,
    /// Whether the term can be paid by the month too.
    pub monthly: bool,
}

/// Where software subscriptions are not sold, among the countries of the sandbox's customers and those
/// that Microsoft's page on software subscriptions names.
const WITHOUT_SUBSCRIPTIONS: &[&str] = &["BR", "CN", "GL", "IM", "RU", "TN"];

const USUAL: Offer = Offer {
    minimum: 1,
    maximum: 999_999_999,
    per_customer: None,
    stock: None,
    sold_out_in: &[],
    not_sold_in: &[],
    attestation: None,
    monthly: false,
};

/// Product and SKU (any when empty), and what is unusual about them.
const UNUSUAL: &[(&str, &str, Offer)] = &[
    // Windows Server 2025 CAL
    (
        "DG7GMGF0DVT7",
        "",
        Offer {
            minimum: 5,
            ..USUAL
        },
    ),
    // Exchange Server 2019 Enterprise
    (
        "DG7GMGF0DEXE",
        "",
        Offer {
            maximum: 4,
            ..USUAL
        },
    ),
    // Visual Studio Professional 2022
    (
        "DG7GMGF0DVSP",
        "",
        Offer {
            per_customer: Some(10),
            ..USUAL
        },
    ),
    // BizTalk Server 2020 Standard, 8 Core License Pack
    (
        "DG7GMGF0DBTS",
        "0003",
        Offer {
            stock: Some(20),
            sold_out_in: &["CA"],
            ..USUAL
        },
    ),
    // Skype for Business Server 2019
    (
        "DG7GMGF0DSKB",
        "",
        Offer {
            not_sold_in: &["JP"],
            ..USUAL
        },
    ),
    // Windows 11 Enterprise LTSC 2024 Upgrade
    (
        "DG7GMGF0DW1L",
        "",
        Offer {
            attestation: Some("QualifyingOperatingSystem"),
            ..USUAL
        },
    ),
    // Windows Server Remote Desktop Services CAL, by subscription
    (
        "DG7GMGF0DVSV",
        "",
        Offer {
            monthly: true,
            ..USUAL
        },
    ),
];

impl Offer {
    pub fn of(product: &Product, sku: &Sku) -> Offer {
        let id = product.id();
        let mut unusual = UNUSUAL.iter();
        let found = unusual.find(|(of, only, _)| *of == id && (only.is_empty() || *only == sku.id));
        found.map_or(USUAL, |(_, _, offer)| *offer)
    }

    /// `supportedBillingCycles`, the usual one first.
    pub fn cycles(&self, sku: &Sku) -> Vec<&'static str> {
        let mut cycles = match sku.sold {
            Sold::Perpetual => vec!["one_time"],
            Sold::Years(1) => vec!["annual"],
            Sold::Years(_) => vec!["triennial", "annual"],
        };
        if self.monthly {
            cycles.push("monthly");
        }
        cycles
    }

    pub fn is_sold_in(&self, sku: &Sku, country: &str) -> bool {
        let not_by_term = sku.sold != Sold::Perpetual && WITHOUT_SUBSCRIPTIONS.contains(&country);
        !not_by_term && !self.not_sold_in.contains(&country)
    }

    /// How many a customer in a country can get at most.
    pub fn available(&self, country: &str) -> Option<u32> {
        match self.stock {
            Some(_) if self.sold_out_in.contains(&country) => Some(0),
            stock => stock,
        }
    }
}
