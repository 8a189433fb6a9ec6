//! A note in place: what a person should know right here.

use super::Tone;
use super::icon::Icon;
use crate::dom::{Children, Fragment, component, view};

/// A framed note; the icon tells its tone as well as the colour does.
#[component]
pub fn Note(#[prop(optional)] tone: Tone, children: Children) -> Fragment {
    view! {
        <div class=format!("note {}", tone.class())>
            <Icon of=tone.sign()/>
            <div class="body">{children()}</div>
        </div>
    }
}
