//! From light to dark and back, one press away from everywhere.

use super::theme::{Theme, is_dark, set_theme, theme};
use crate::dom::{Fragment, component, view};
use crate::i18n::text;
use crate::reactive::*;
use crate::ui::{Icon, icon};

/// Shows what it leads to.
#[component]
pub(super) fn ThemeSwitch() -> Fragment {
    let label = || {
        if is_dark(theme()) {
            text::THEME_TO_LIGHT.now()
        } else {
            text::THEME_TO_DARK.now()
        }
    };
    let switch = |_| {
        let dark = untrack(|| is_dark(theme()));
        set_theme(if dark { Theme::Light } else { Theme::Dark });
    };
    view! {
        <button type="button" class="button bare" aria-label=label title=label on:click=switch>
            {move || {
                let of = if is_dark(theme()) { icon::SUN } else { icon::MOON };
                view! { <Icon of/> }
            }}
        </button>
    }
}
