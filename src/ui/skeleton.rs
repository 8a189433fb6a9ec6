//! What stands where rows will: of their height, so that nothing jumps when they come.

use crate::dom::{CollectFragment, Fragment, component, view};

/// Rows without content for inside a `<tbody>`; nothing is read out for them.
#[component]
pub fn SkeletonRows(rows: usize, columns: usize) -> Fragment {
    let row = move |_| {
        let cell = |_| view! { <td><span class="skeleton"></span></td> };
        view! { <tr class="late" aria-hidden="true">{(0..columns).map(cell).collect_view()}</tr> }
    };
    (0..rows).map(row).collect_view()
}
