//! Light or dark: as the system, unless the person chose. A preference of this device.

use crate::browser;
use crate::i18n::{Text, text};
use crate::reactive::*;

/// Which of the two sets of colours to show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    /// All, in the order in which they are offered.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// What stands for it in storage, in `data-theme` and in forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// What a person reads.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Theme::System => text::THEME_SYSTEM,
            Theme::Light => text::THEME_LIGHT,
            Theme::Dark => text::THEME_DARK,
        }
    }

    /// Reads a code; anything else means the system's.
    #[must_use]
    pub fn from_code(code: &str) -> Theme {
        Self::ALL
            .into_iter()
            .find(|theme| theme.code() == code)
            .unwrap_or(Theme::System)
    }
}

const KEPT_AS: &str = "latchkey.theme";

thread_local! {
    static THEME: GlobalSignal<Theme> = GlobalSignal::new(Theme::System);
}

/// The choice; a view that asks follows it.
#[must_use]
pub fn theme() -> Theme {
    THEME.with(GlobalSignal::get)
}

/// Shows the remembered choice.
pub fn start() {
    show(browser::kept(KEPT_AS).map_or(Theme::System, |code| Theme::from_code(&code)));
}

/// Chooses, and remembers it.
pub fn set_theme(theme: Theme) {
    match theme {
        Theme::System => browser::forget(KEPT_AS),
        Theme::Light | Theme::Dark => browser::keep(KEPT_AS, theme.code()),
    }
    show(theme);
}

/// Whether dark colours show now, by choice or by the system.
#[must_use]
pub fn is_dark(theme: Theme) -> bool {
    match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::System => browser::window()
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?)
            .is_some_and(|query| query.matches()),
    }
}

fn show(theme: Theme) {
    let forced = (theme != Theme::System).then_some(theme.code());
    browser::set_root_attribute("data-theme", forced);
    THEME.with(|signal| signal.set(theme));
}

#[cfg(test)]
mod tests {
    use super::Theme;

    #[test]
    fn an_unknown_choice_follows_the_system() {
        assert_eq!(Theme::from_code("dark"), Theme::Dark);
        assert_eq!(Theme::from_code("sepia"), Theme::System);
    }
}
