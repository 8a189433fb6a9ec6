//! A note in place: what a person should know right here.

use leptos::prelude::*;

use super::Tone;
use super::icon::Icon;

/// A framed note; the icon tells its tone as well as the colour does.
#[component]
pub fn Note(#[prop(optional)] tone: Tone, children: Children) -> impl IntoView {
    view! {
        <div class=format!("note {}", tone.class())>
            <Icon of=tone.sign()/>
            <div class="body">{children()}</div>
        </div>
    }
    .into_any()
}
