//! The icons, drawn as symbols in `style/icons.svg`, which `index.html` carries inline.

use crate::dom::{Fragment, component, view};

pub const KEY: &str = "#icon-key";
pub const HOME: &str = "#icon-home";
pub const PEOPLE: &str = "#icon-people";
pub const SETTINGS: &str = "#icon-settings";
pub const SEARCH: &str = "#icon-search";
pub const COPY: &str = "#icon-copy";
pub const CHECK: &str = "#icon-check";
pub const CLOSE: &str = "#icon-close";
pub const DOWN: &str = "#icon-down";
pub const UP: &str = "#icon-up";
pub const RIGHT: &str = "#icon-right";
pub const EXTERNAL: &str = "#icon-external";
pub const DOWNLOAD: &str = "#icon-download";
pub const LINK: &str = "#icon-link";
pub const SEND: &str = "#icon-send";
pub const EYE: &str = "#icon-eye";
pub const EYE_OFF: &str = "#icon-eye-off";
pub const MORE: &str = "#icon-more";
pub const RETRY: &str = "#icon-retry";
pub const SUN: &str = "#icon-sun";
pub const MOON: &str = "#icon-moon";
pub const INFO: &str = "#icon-info";
pub const WARNING: &str = "#icon-warning";
pub const DOT: &str = "#icon-dot";
pub const RING: &str = "#icon-ring";
pub const CROSS: &str = "#icon-cross";
pub const CLOCK: &str = "#icon-clock";
pub const LOCK: &str = "#icon-lock";
pub const PIN: &str = "#icon-pin";
pub const USER: &str = "#icon-user";
pub const CART: &str = "#icon-cart";
pub const REPORT: &str = "#icon-report";
pub const REQUEST: &str = "#icon-request";
pub const DRAFT: &str = "#icon-draft";

/// An icon beside a word. It says nothing by itself: a control without a visible word needs a label.
#[component]
pub fn Icon(
    /// One of this module's constants.
    of: &'static str,
    /// 20 instead of 16 pixels.
    #[prop(optional)]
    large: bool,
) -> Fragment {
    let class = if large { "icon large" } else { "icon" };
    view! {
        <svg class=class aria-hidden="true">
            <use href=of></use>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_icon_is_drawn_and_every_drawing_used() {
        let drawn = include_str!("../../style/icons.svg");
        let named = include_str!("icon.rs");
        let drawings = drawn.matches("<symbol ").count();
        let names: Vec<&str> = named
            .lines()
            .filter_map(|line| line.strip_prefix("pub const ")?.split('"').nth(1))
            .collect();
        assert_eq!(drawings, names.len());
        for name in names {
            let id = name.trim_start_matches('#');
            assert!(drawn.contains(&format!("id=\"{id}\"")), "{id}");
        }
    }
}
