//! Configuration for hosts, made from the one table of headers.
//!
//! `_headers`, `_redirects` and `staticwebapp.config.json` lie where the hosts
//! that read them look for them; those for servers of one's own in `hosting/`.

use std::path::Path;

use serde_json::{Map, Value, json};
use site::{CachePolicy, FILE_EXTENSIONS, Headers};

use super::deployment::Deployment;
use super::files::write;
use crate::failure::{During, Result};

const NGINX: &str = include_str!("hosting/nginx.conf");
const CADDY: &str = include_str!("hosting/Caddyfile");
const APACHE: &str = include_str!("hosting/apache.conf");

pub fn write_files(deployment: &Deployment, out: &Path) -> Result<()> {
    let headers = Headers::new(deployment.connect.clone())
        .over_https()
        .table();
    let base = deployment.base.as_str();
    let each = |row: fn(&str, &str) -> String| -> String {
        headers
            .iter()
            .map(|(name, value)| row(name, value))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let fill = |template: &str, rows: &str| {
        template
            .replace("@HEADERS@", rows.trim())
            .replace("@BASE@", base)
            .replace("@ENDINGS@", &FILE_EXTENSIONS.join("|"))
            .replace("@IMMUTABLE@", CachePolicy::Immutable.value())
            .replace("@REVALIDATE@", CachePolicy::Revalidate.value())
    };
    let nginx = each(|name, value| format!("  add_header {name} \"{value}\" always;"));
    let caddy = each(|name, value| format!("    {name} \"{value}\""));
    let apache = each(|name, value| format!("Header always set {name} \"{value}\""));
    write(&out.join("hosting/nginx.conf"), fill(NGINX, &nginx))?;
    write(&out.join("hosting/Caddyfile"), fill(CADDY, &caddy))?;
    write(&out.join("hosting/apache.conf"), fill(APACHE, &apache))?;
    write(&out.join("_headers"), static_headers(base, &headers))?;
    write(&out.join("_redirects"), redirects(base))?;
    write(
        &out.join("staticwebapp.config.json"),
        static_web_app(base, &headers)?,
    )
}

/// `_headers` of Netlify and Cloudflare Pages.
fn static_headers(base: &str, headers: &[(&str, String)]) -> String {
    let mut text = format!("{base}*\n");
    for (name, value) in headers {
        text += &format!("  {name}: {value}\n");
    }
    let [revalidate, immutable] =
        [CachePolicy::Revalidate, CachePolicy::Immutable].map(CachePolicy::value);
    text + &format!(
        "  Cache-Control: {revalidate}\n{base}assets/*\n  ! Cache-Control\n  Cache-Control: {immutable}\n"
    )
}

/// `_redirects` of the same hosts. A missing asset must not be answered with the page.
fn redirects(base: &str) -> String {
    format!("{base}assets/* {base}404.html 404\n{base}* {base}index.html 200\n")
}

/// `staticwebapp.config.json` of Azure Static Web Apps.
fn static_web_app(base: &str, headers: &[(&str, String)]) -> Result<String> {
    let mut global: Map<String, Value> = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.as_str().into()))
        .collect();
    global.insert(
        "Cache-Control".into(),
        CachePolicy::Revalidate.value().into(),
    );
    let endings = FILE_EXTENSIONS.join(",");
    let config = json!({
        "navigationFallback": {
            "rewrite": format!("{base}index.html"),
            "exclude": [format!("{base}assets/*"), format!("*.{{{endings}}}")],
        },
        "mimeTypes": { ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" },
        "globalHeaders": global,
        "routes": [
            { "route": format!("{base}assets/*"), "headers": { "Cache-Control": CachePolicy::Immutable.value() } },
            { "route": "/*", "methods": ["POST", "PUT", "PATCH", "DELETE"], "statusCode": 405 },
        ],
    });
    serde_json::to_string_pretty(&config).during("Writing staticwebapp.config.json")
}
