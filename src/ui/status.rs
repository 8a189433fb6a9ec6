//! A status: a word with a small shape, never colour alone.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Tone;
use super::icon::Icon;
use crate::lean::words;

/// The state something is in.
#[component]
pub fn Status(tone: Tone, #[prop(into)] label: TextProp) -> impl IntoView {
    view! {
        <span class=format!("status {}", tone.class())>
            <Icon of=tone.shape()/>
            {words(label)}
        </span>
    }
    .into_any()
}
