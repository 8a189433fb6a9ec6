//! Paths, methods and headers of the static site.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic")]

use std::fs;
use std::path::PathBuf;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use axum::response::Response;
use site::Headers;
use tower::ServiceExt;

struct Site(PathBuf);

impl Site {
    /// A small site in a directory of its own.
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("latchkey-site-{name}-{}", std::process::id()));
        fs::create_dir_all(dir.join("assets")).unwrap();
        for (file, content) in [
            ("index.html", "<!doctype html>"),
            ("config.json", "{}"),
            ("assets/boot-1.js", "plain"),
            ("assets/boot-1.js.br", "brotli"),
            ("assets/boot-1.js.gz", "gzip"),
            ("assets/app-1.wasm", "wasm"),
            ("manifest.webmanifest", "{}"),
        ] {
            fs::write(dir.join(file), content).unwrap();
        }
        Self(dir)
    }

    async fn ask(&self, method: Method, path: &str, encoding: &str) -> Response {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT_ENCODING, encoding)
            .body(Body::empty())
            .unwrap();
        site::router(&self.0, &Headers::new(vec!["https://api.example".into()]))
            .oneshot(request)
            .await
            .unwrap()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn value<'a>(response: &'a Response, name: &str) -> &'a str {
    let mut all = response.headers().get_all(name).iter();
    let first = all.next().map_or("", |value| value.to_str().unwrap());
    assert!(all.next().is_none(), "{name} is sent once");
    first
}

#[tokio::test]
async fn pages_fall_back_and_files_do_not() {
    let site = Site::new("paths");
    for (path, status, kind) in [
        ("/", 200, "text/html; charset=utf-8"),
        ("/index.html", 200, "text/html; charset=utf-8"),
        ("/customers/contoso.com", 200, "text/html; charset=utf-8"),
        (
            "/customers/x/software?sort=title",
            200,
            "text/html; charset=utf-8",
        ),
        ("/assets", 200, "text/html; charset=utf-8"),
        ("/config.json", 200, "application/json; charset=utf-8"),
        ("/assets/boot-1.js", 200, "text/javascript; charset=utf-8"),
        ("/assets/app-1.wasm", 200, "application/wasm"),
        (
            "/manifest.webmanifest",
            200,
            "application/manifest+json; charset=utf-8",
        ),
        ("/assets/", 404, ""),
        ("/assets/gone", 404, ""),
        ("/assets/gone.js", 404, ""),
        ("/gone.JSON", 404, ""),
        ("/customers/gone.js", 404, ""),
    ] {
        let response = site.ask(Method::GET, path, "identity").await;
        assert_eq!(response.status().as_u16(), status, "{path}");
        assert_eq!(value(&response, "content-type"), kind, "{path}");
    }
}

#[tokio::test]
async fn nothing_outside_the_directory_is_served() {
    let site = Site::new("outside");
    for path in [
        "/../Cargo.toml",
        "/..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/%00",
    ] {
        let response = site.ask(Method::GET, path, "identity").await;
        let kind = value(&response, "content-type");
        assert!(
            response.status() == StatusCode::NOT_FOUND || kind.starts_with("text/html"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn only_reading_is_allowed() {
    let site = Site::new("methods");
    for method in ["POST", "PUT", "DELETE", "TRACE", "OPTIONS"] {
        let response = site.ask(method.parse().unwrap(), "/", "identity").await;
        assert_eq!(
            response.status(),
            StatusCode::METHOD_NOT_ALLOWED,
            "{method}"
        );
        assert_eq!(value(&response, "x-content-type-options"), "nosniff");
    }
    assert_eq!(
        site.ask(Method::HEAD, "/customers", "identity")
            .await
            .status(),
        StatusCode::OK
    );
}

#[tokio::test]
async fn every_answer_has_the_headers_once() {
    let site = Site::new("headers");
    for path in [
        "/",
        "/customers",
        "/config.json",
        "/assets/boot-1.js",
        "/assets/gone.js",
        "/gone.txt",
    ] {
        let response = site.ask(Method::GET, path, "identity").await;
        for (name, expected) in Headers::new(vec!["https://api.example".into()]).table() {
            assert_eq!(value(&response, name), expected, "{name} of {path}");
        }
        let found_asset = path == "/assets/boot-1.js";
        let cache = if found_asset {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        assert_eq!(value(&response, "cache-control"), cache, "{path}");
    }
}

#[tokio::test]
async fn compressed_copies_are_preferred() {
    let site = Site::new("encodings");
    for (accepted, sent, length) in [
        ("br, gzip", "br", "6"),
        ("gzip", "gzip", "4"),
        ("identity", "", "5"),
    ] {
        let response = site.ask(Method::GET, "/assets/boot-1.js", accepted).await;
        assert_eq!(value(&response, "content-encoding"), sent);
        assert_eq!(value(&response, "content-length"), length);
        assert_eq!(value(&response, "vary"), "accept-encoding");
        assert_eq!(
            value(&response, "content-type"),
            "text/javascript; charset=utf-8"
        );
    }
}
