//! Starts the page.

use latchkey::app::App;
use latchkey::browser;
use latchkey::config::{Config, DefaultLocale};
use latchkey::i18n::{self, Lang};
use latchkey::shell::{StartProblemPage, crash, theme};
use latchkey::start;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

fn main() {
    crash::watch();
    i18n::start(None);
    theme::start();
    spawn_local(async {
        let prepared = start::prepare().await;
        let Some(place) = browser::find("#app") else {
            return;
        };
        match prepared {
            Ok(ready) => {
                i18n::start(configured_language(&ready.config));
                mount_to(place, || view! { <App ready/> }).forget();
            }
            Err(problem) => mount_to(place, || view! { <StartProblemPage problem/> }).forget(),
        }
        if let Some(starting) = browser::find("#start") {
            starting.set_hidden(true);
        }
    });
}

fn configured_language(config: &Config) -> Option<Lang> {
    match config.locale {
        DefaultLocale::Auto => None,
        DefaultLocale::En => Some(Lang::En),
        DefaultLocale::Fr => Some(Lang::Fr),
    }
}
