//! What stands where content will, if that takes more than a moment.

use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::Text;

/// Rows without content for inside a `<tbody>`, of the height of those that will come, so that nothing
/// jumps; nothing is read out for them.
#[component]
pub fn SkeletonRows(rows: usize, columns: usize) -> Fragment {
    let row = move |_| {
        let cell = |_| view! { <td><span class="skeleton"></span></td> };
        view! { <tr class="late" aria-hidden="true">{(0..columns).map(cell).collect_view()}</tr> }
    };
    (0..rows).map(row).collect_view()
}

/// A few lines without content; `what` is read out.
#[component]
pub fn SkeletonLines(what: Text) -> Fragment {
    view! {
        <div class="stack late" aria-busy="true">
            <p class="sr-only">{what}</p>
            <span class="skeleton"></span>
            <span class="skeleton"></span>
            <span class="skeleton"></span>
        </div>
    }
}
