//! Answers requests from a directory.

use std::path::PathBuf;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::services::ServeDir;

use crate::{CachePolicy, Headers};

/// Endings of file names. A path with one of them names a file and is answered
/// 404 when there is none; any other path is a page of the app. The list is
/// explicit because `/customers/contoso.com` is a page.
pub const FILE_EXTENSIONS: [&str; 18] = [
    "js",
    "mjs",
    "css",
    "wasm",
    "json",
    "map",
    "ico",
    "svg",
    "png",
    "webp",
    "woff2",
    "webmanifest",
    "txt",
    "iso",
    "zip",
    "html",
    "br",
    "gz",
];

/// Whether a path is one of the app's pages, rather than a file.
#[must_use]
pub fn is_page(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    let file = last.rsplit_once('.').is_some_and(|(_, ending)| {
        FILE_EXTENSIONS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(ending))
    });
    !file && !path.starts_with("/assets/")
}

/// Serves a build of the page.
///
/// Files are sent compressed where a `.br` or `.gz` copy lies beside them.
/// Paths of pages are answered with `index.html`, missing files with 404,
/// methods other than GET and HEAD with 405; all with the same headers.
pub fn router(dir: impl Into<PathBuf>, headers: &Headers) -> Router {
    let files = ServeDir::new(dir.into())
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let site = Router::new().fallback_service(get(file_or_page).with_state(files));
    with_headers(site, headers)
}

/// Adds the headers to every answer of `router`. A `Cache-Control` that a
/// handler has set stays.
pub fn with_headers(router: Router, headers: &Headers) -> Router {
    let table = headers
        .table()
        .into_iter()
        .filter_map(|(name, value)| {
            let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
            Some((name, HeaderValue::try_from(value).ok()?))
        })
        .collect::<Vec<_>>();
    router.layer(middleware::from_fn_with_state(table, add_headers))
}

async fn add_headers(
    State(table): State<Vec<(HeaderName, HeaderValue)>>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let cache = CachePolicy::of(&path, response.status().as_u16()).value();
    let headers = response.headers_mut();
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static(cache));
    headers.extend(table);
    response
}

async fn file_or_page(State(mut files): State<ServeDir>, request: Request) -> Response {
    let page = is_page(request.uri().path()).then(|| index_request(&request));
    let mut response = answer(&mut files, request).await;
    if let (Some(page), StatusCode::NOT_FOUND) = (page, response.status()) {
        response = answer(&mut files, page).await;
    }
    response
        .headers_mut()
        .append(header::VARY, HeaderValue::from_static("accept-encoding"));
    say_utf8(&mut response);
    response
}

/// The same request for the page that every route starts from.
fn index_request(request: &Request) -> Request {
    let mut page = Request::new(Body::empty());
    page.method_mut().clone_from(request.method());
    page.headers_mut().clone_from(request.headers());
    *page.uri_mut() = axum::http::Uri::from_static("/index.html");
    page
}

async fn answer(files: &mut ServeDir, request: Request) -> Response {
    match files.try_call(request).await {
        Ok(response) => response.map(Body::new),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Text is UTF-8, whatever the browser would guess.
fn say_utf8(response: &mut Response) {
    let headers = response.headers_mut();
    let Some(kind) = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
    else {
        return;
    };
    let text = kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("javascript");
    if text && let Ok(value) = HeaderValue::try_from(format!("{kind}; charset=utf-8")) {
        headers.insert(header::CONTENT_TYPE, value);
    }
}
