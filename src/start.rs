//! What happens between loading the page and showing it: the base path, the
//! configuration, and, for a demonstration, the sandbox.

use gloo_net::http::Request;
use web_sys::RequestCache;

use crate::browser;
use crate::config::{Config, ConfigError, DataSource};
use crate::partner_center::PartnerCenter;
use crate::partner_center::fetch::FetchTransport;
use crate::paths;

/// What the page is mounted with.
pub struct Ready {
    pub config: Config,
    pub api: PartnerCenter,
}

/// Why the page cannot be mounted. Each is a page that says what to mend and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartProblem {
    /// `config.json` did not come; with the HTTP status, where there was an answer.
    Unreachable { status: Option<u16> },
    /// `config.json` came and does not say what it has to; at least one reason.
    Broken(Vec<ConfigError>),
    /// The sandbox's files did not load, or not unchanged.
    SandboxMissing,
}

/// Reads the configuration.
///
/// # Errors
/// [`StartProblem`], when there is none to work with.
pub async fn read_config() -> Result<Config, StartProblem> {
    paths::set_base(&base_path());
    let text = fetch_config().await?;
    let secure = browser::window().is_some_and(|window| window.is_secure_context());
    Config::parse(&text, secure).map_err(StartProblem::Broken)
}

/// Makes ready what the configuration asks for.
///
/// # Errors
/// [`StartProblem::SandboxMissing`].
pub async fn prepare(config: Config) -> Result<Ready, StartProblem> {
    if config.data_source == DataSource::Sandbox {
        // Its files are checked before they run; then it answers `fetch` below `sandbox/v1`.
        let loaded = browser::ask_boot_module("latchkeyLoadSandbox", "").await;
        loaded.map_err(|_| StartProblem::SandboxMissing)?;
    }
    let transport = FetchTransport {
        needs_connection: config.data_source == DataSource::Api,
        page_gives_token: config.page_gives_token(),
        role_header: config.role_header().map(str::to_owned),
    };
    let api = PartnerCenter::new(transport, &config.api_base(paths::base()));
    Ok(Ready { config, api })
}

fn base_path() -> String {
    browser::document()
        .and_then(|document| document.query_selector("meta[name=base-path]").ok()?)
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_else(|| "/".to_owned())
}

async fn fetch_config() -> Result<String, StartProblem> {
    let unreachable = |status| StartProblem::Unreachable { status };
    let answer = Request::get(paths::file("config.json").as_str())
        .cache(RequestCache::NoCache)
        .send()
        .await
        .map_err(|_| unreachable(None))?;
    if !answer.ok() {
        return Err(unreachable(Some(answer.status())));
    }
    answer
        .text()
        .await
        .map_err(|_| unreachable(Some(answer.status())))
}

/// Shows the words that stand in `index.html` for a page that cannot start: it has no others.
pub fn give_up() {
    for (panel, hidden) in [("#start", true), ("#no-start", false)] {
        if let Some(panel) = browser::find(panel) {
            panel.set_hidden(hidden);
        }
    }
}
