//! The choice of a download that was made last for a product, kept on this device.

use crate::browser;
use crate::model::downloads::{Choice, Column};
use crate::model::{ProductId, SkuId};
use crate::paths::Query;

fn kept_as(product: &ProductId, sku: &SkuId) -> String {
    format!("latchkey.download.{product}.{sku}")
}

/// The last choice; empty when there was none.
pub(super) fn remembered(product: &ProductId, sku: &SkuId) -> Choice {
    let kept = browser::kept(&kept_as(product, sku)).unwrap_or_default();
    from_query(&Query::parse(&kept))
}

/// Remembers a choice.
pub(super) fn remember(product: &ProductId, sku: &SkuId, choice: &Choice) {
    browser::keep(
        &kept_as(product, sku),
        &to_query(Query::default(), choice).to_string(),
    );
}

/// The choice that an address names.
pub(super) fn from_query(query: &Query) -> Choice {
    Choice::from_params(&|name| query.get(name).map(str::to_owned))
}

/// An address's query with a choice in place of the one it had.
pub(super) fn to_query(query: Query, choice: &Choice) -> Query {
    Column::ALL.into_iter().fold(query, |query, column| {
        query.with(column.as_str(), choice.get(column).unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_survives_the_address() {
        let choice = Choice::default()
            .with(Column::Version, "access-2016")
            .with(Column::Language, "pt-BR");
        let query = to_query(Query::parse("bit=old&other=kept"), &choice);
        assert_eq!(from_query(&Query::parse(&query.to_string())), choice);
        assert_eq!(query.get("other"), Some("kept"));
    }
}
