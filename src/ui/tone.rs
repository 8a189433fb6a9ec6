//! What a colour means. Colour never stands alone: each tone has its own shape.

use super::icon;

/// The meaning of a status, a note or a window.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    Good,
    Warning,
    Bad,
    Info,
    #[default]
    Quiet,
}

impl Tone {
    /// The class that style sheets know it by.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Tone::Good => "good",
            Tone::Warning => "warning",
            Tone::Bad => "bad",
            Tone::Info => "info",
            Tone::Quiet => "none",
        }
    }

    /// The shape beside the word of a status.
    #[must_use]
    pub fn shape(self) -> &'static str {
        match self {
            Tone::Good => icon::DOT,
            Tone::Warning => icon::WARNING,
            Tone::Bad => icon::CROSS,
            Tone::Info => icon::CLOCK,
            Tone::Quiet => icon::RING,
        }
    }

    /// The icon in front of a note.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Tone::Good => icon::CHECK,
            Tone::Warning | Tone::Bad => icon::WARNING,
            Tone::Info | Tone::Quiet => icon::INFO,
        }
    }
}
