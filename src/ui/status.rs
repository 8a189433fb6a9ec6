//! A status: a word with a small shape, never colour alone.

use super::Tone;
use super::icon::Icon;
use crate::dom::{Fragment, Words, component, view};

/// The state something is in.
#[component]
pub fn Status(tone: Tone, #[prop(into)] label: Words) -> Fragment {
    view! {
        <span class=format!("status {}", tone.class())>
            <Icon of=tone.shape()/>
            {label}
        </span>
    }
}
