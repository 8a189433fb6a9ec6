//! What happens between loading the page and showing it: the base path, the
//! configuration, and, for a demonstration, the sandbox.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestCache, RequestInit};

use crate::browser;
use crate::config::{Config, ConfigError, DataSource};
use crate::partner_center::PartnerCenter;
use crate::partner_center::fetch::{FetchTransport, ask};
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

/// Reads the configuration and makes ready what it asks for.
///
/// # Errors
/// [`StartProblem`], when there is nothing to work with.
pub async fn prepare() -> Result<Ready, StartProblem> {
    paths::set_base(&base_path());
    let text = fetch_config().await?;
    let secure = browser::window().is_some_and(|window| window.is_secure_context());
    let config = Config::parse(&text, secure).map_err(StartProblem::Broken)?;
    if config.data_source == DataSource::Sandbox {
        let loaded = load_sandbox().await;
        loaded.map_err(|_| StartProblem::SandboxMissing)?;
    }
    let api = PartnerCenter::new(FetchTransport, &config.api_base(paths::base()));
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
    let init = RequestInit::new();
    init.set_cache(RequestCache::NoCache);
    let address = paths::file("config.json");
    let request = Request::new_with_str_and_init(address.as_str(), &init);
    let request = request.map_err(|_| unreachable(None))?;
    let answer = ask(&request).await.map_err(|_| unreachable(None))?;
    let read = match answer.text() {
        Ok(text) if answer.ok() => JsFuture::from(text).await.ok(),
        _ => None,
    };
    let text = read.and_then(|text| text.as_string());
    text.ok_or_else(|| unreachable(Some(answer.status())))
}

/// Calls the boot module's loader, which checks the sandbox's files before they run and lets the
/// sandbox answer `fetch` below `sandbox/v1`.
async fn load_sandbox() -> Result<(), JsValue> {
    let name = JsValue::from_str("latchkeyLoadSandbox");
    let load: Function = Reflect::get(&js_sys::global(), &name)?.dyn_into()?;
    let loading: Promise = load.call0(&JsValue::NULL)?.dyn_into()?;
    JsFuture::from(loading).await.map(drop)
}
