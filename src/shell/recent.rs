//! The customers opened last, for the start page.
//!
//! Kept on this device as tenant ids alone: a name is shown only after the server has given it to
//! whoever sits here now, so the list tells nothing to a person without access.

use crate::browser;
use crate::model::CustomerId;
use crate::paths;
use crate::reactive::*;

/// How many are kept.
const KEPT: usize = 6;

/// Puts a customer at the head of the list.
pub fn opened(customer: &CustomerId) {
    let others = list().into_iter().filter(|kept| kept != customer);
    let ids: Vec<String> = std::iter::once(customer.clone())
        .chain(others)
        .take(KEPT)
        .map(|id| id.to_string())
        .collect();
    browser::keep(&kept_as(), &ids.join(" "));
}

/// The list, the customer opened last first.
#[must_use]
pub fn list() -> Vec<CustomerId> {
    read(&browser::kept(&kept_as()).unwrap_or_default())
}

/// Empties the list.
pub fn clear() {
    browser::forget(&kept_as());
}

/// Whatever stands there: it may have been written by another version, or by hand.
fn read(kept: &str) -> Vec<CustomerId> {
    kept.split(' ')
        .filter_map(|id| id.parse().ok())
        .take(KEPT)
        .collect()
}

/// Two installations on one origin keep apart.
fn kept_as() -> String {
    format!("latchkey.recent:{}", paths::base())
}

/// What the start page shows of it, to be changed by clearing.
pub(super) fn signal() -> RwSignal<Vec<CustomerId>> {
    RwSignal::new(list())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn only_ids_are_read_back() {
        let id = "5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab";
        let kept = format!("{id} <b>x</b> ../admin");
        let read: Vec<String> = read(&kept).iter().map(ToString::to_string).collect();
        assert_eq!(read, [id]);
        assert!(super::read("").is_empty());
    }
}
