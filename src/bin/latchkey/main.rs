//! Starts the page.

mod customer_pages;

use latchkey::app;
use latchkey::browser;
use latchkey::config::{Config, DefaultLocale};
use latchkey::dom;
use latchkey::i18n::{self, Lang};
use latchkey::reactive::spawn_local;
use latchkey::shell::{crash, theme};
use latchkey::start;

fn main() {
    crash::watch();
    theme::start();
    spawn_local(async {
        let config = start::read_config().await;
        let configured = config.as_ref().ok().and_then(configured_language);
        // They came beside the program, unless the configuration asks for another language.
        if i18n::start(configured).await.is_err() {
            start::give_up();
            return;
        }
        let Some(place) = browser::find("#app") else {
            return;
        };
        let prepared = match config {
            Ok(config) => start::prepare(config).await,
            Err(problem) => Err(problem),
        };
        dom::mount(place, || app::page(prepared, customer_pages::SOURCE));
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
