//! Settings: language and colours, what this page is, and the sandbox's controls.

use super::language::choose;
use super::sandbox::{ResetButton, RolePicker};
use super::theme::{Theme, set_theme, theme};
use crate::dom::{Fragment, component, view};
use crate::i18n::{Lang, chosen_lang, text};
use crate::partner_center::extensions::SandboxFacts;
use crate::paths;
use crate::query::use_query;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Choice, Crumb, Fact, Facts, Note, PageHead, Segments, Tone};

/// What a person can set, and what is worth knowing about this installation.
#[component]
pub fn SettingsPage() -> Fragment {
    view! {
        <PageHead title=text::SETTINGS_TITLE crumbs=vec![Crumb::here(text::SETTINGS_TITLE)]/>
        <div class="settings">
            <Appearance/>
            {use_session().is_sandbox().then(|| view! { <Sandbox/> })}
            <About/>
        </div>
    }
}

#[component]
fn Appearance() -> Fragment {
    let languages = Signal::derive(|| {
        Lang::ALL
            .map(|lang| Choice::new(lang.code(), lang.name()))
            .to_vec()
    });
    let themes = Signal::derive(|| {
        Theme::ALL
            .map(|theme| Choice::new(theme.code(), theme.name().now()))
            .to_vec()
    });
    view! {
        <section class="stack" aria-labelledby="appearance">
            <h2 id="appearance">{text::SETTINGS_APPEARANCE}</h2>
            <Segments
                label=text::LANGUAGE_LABEL
                options=languages
                chosen=Signal::derive(|| chosen_lang().code().to_owned())
                on_choose=|code: String| {
                    if let Some(lang) = Lang::from_tag(&code) {
                        choose(lang);
                    }
                }
            />
            <Segments
                label=text::THEME_LABEL
                options=themes
                chosen=Signal::derive(|| theme().code().to_owned())
                on_choose=|code: String| set_theme(Theme::from_code(&code))
            />
        </section>
    }
}

#[component]
fn Sandbox() -> Fragment {
    let control = use_query::<SandboxFacts, _>(
        || "sandbox".to_owned(),
        |api| async move { api.sandbox().await },
    );
    let forgetful = move || control.ready().is_some_and(|control| !control.persistent);
    view! {
        <section class="section" aria-labelledby="sandbox">
            <h2 id="sandbox">{text::SETTINGS_SANDBOX}</h2>
            <p>{text::SETTINGS_SANDBOX_TEXT}</p>
            {move || {
                forgetful()
                    .then(|| view! { <Note tone=Tone::Warning><p>{text::SETTINGS_NOT_KEPT}</p></Note> })
            }}
            <RolePicker/>
            <div class="field">
                <ResetButton/>
                <p class="hint">{text::SETTINGS_SANDBOX_RESET_HINT}</p>
            </div>
        </section>
    }
}

#[component]
fn About() -> Fragment {
    let session = use_session();
    let sandbox = session.is_sandbox();
    let source = if sandbox {
        text::SETTINGS_SOURCE_SANDBOX
    } else {
        text::SETTINGS_SOURCE_API
    };
    let address = (!sandbox).then(|| session.config().api.base_url.clone());
    view! {
        <section class="section" aria-labelledby="about">
            <h2 id="about">{text::SETTINGS_ABOUT}</h2>
            <Facts>
                <Fact label=text::SETTINGS_VERSION>{env!("CARGO_PKG_VERSION")}</Fact>
                <Fact label=text::SETTINGS_SOURCE>{source}</Fact>
                {address.map(|address| {
                    view! { <Fact label=text::SETTINGS_ADDRESS><code>{address}</code></Fact> }
                })}
                <Fact label=text::ROLE_LABEL>{move || super::role_words(session.role().as_ref())}</Fact>
            </Facts>
            <div class="field">
                <a class="button" href=paths::activity().to_string()>{text::ACTIVITY_TITLE}</a>
                <p class="hint">{text::ACTIVITY_HINT}</p>
            </div>
        </section>
    }
}
