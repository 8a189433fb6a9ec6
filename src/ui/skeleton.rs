//! What stands where rows will: of their height, so that nothing jumps when they come.

use leptos::prelude::*;

/// Rows without content for inside a `<tbody>`; nothing is read out for them.
#[component]
pub fn SkeletonRows(rows: usize, columns: usize) -> impl IntoView {
    let row = move |_| {
        let cell = |_| view! { <td><span class="skeleton"></span></td> };
        view! { <tr class="late" aria-hidden="true">{(0..columns).map(cell).collect_view()}</tr> }
    };
    (0..rows).map(row).collect_view()
}
