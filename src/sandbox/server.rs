//! The sandbox as an HTTP server on loopback: the contract under `/v1`, its files under
//! `/sandbox/downloads`, and with `--static` a build of the page that is configured for it.

use std::convert::Infallible;
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Body;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};

mod answer;
mod config;
mod files;
mod options;

pub use options::{HELP, Options};

use super::http::{Headers, Request, Response};
use super::{Sandbox, handle};
use crate::model::Timestamp;

/// Serves until the process ends. The first line on standard output is the address.
///
/// # Errors
/// When the port cannot be listened on.
pub fn run(options: Options) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let listener = TcpListener::bind(address).await?;
        let mut out = io::stdout();
        writeln!(out, "http://{}", listener.local_addr()?)?;
        out.flush()?;
        serve(listener, options).await
    })
}

/// Serves connections of a listener.
///
/// # Errors
/// When no connection can be accepted any more.
pub async fn serve(listener: TcpListener, options: Options) -> io::Result<()> {
    let host = Arc::new(Host::new(options));
    loop {
        let (stream, _) = listener.accept().await?;
        tokio::spawn(connection(stream, host.clone()));
    }
}

async fn connection(stream: TcpStream, host: Arc<Host>) {
    let service = service_fn(|request| {
        let host = host.clone();
        async move { host.answer(request).await }
    });
    let connection = hyper::server::conn::http1::Builder::new();
    // A connection that ends in an error is one that a fault or the client has cut.
    let _cut = connection
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// What all connections share.
struct Host {
    sandbox: Mutex<Sandbox>,
    pages: Option<Pages>,
}

/// A build of the page and the configuration for it.
struct Pages {
    files: Router,
    config: String,
}

type Sent = Result<hyper::Response<Body>, answer::ConnectionReset>;

impl Host {
    fn new(options: Options) -> Self {
        let pages = options.pages.as_deref().map(|directory| Pages {
            files: site::router(directory, &site::Headers::default()),
            config: config::for_this_server(directory),
        });
        Host {
            sandbox: Mutex::new(options.sandbox()),
            pages,
        }
    }

    fn sandbox(&self) -> MutexGuard<'_, Sandbox> {
        self.sandbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn answer(&self, request: hyper::Request<Incoming>) -> Sent {
        let target = request
            .uri()
            .path_and_query()
            .map_or("/", |target| target.as_str())
            .to_owned();
        let path = request.uri().path();
        if let Some(target) = below_v1(&target) {
            return if request.method() == hyper::Method::OPTIONS {
                Ok(answer::preflight(request.headers()))
            } else {
                self.api(target, request).await
            };
        }
        if path.starts_with("/sandbox/downloads/") {
            let asked = Request::new(request.method().as_str(), "", &target);
            return answer::whole(files::serve(&mut self.sandbox(), &asked, now()));
        }
        match &self.pages {
            Some(pages) if path == "/config.json" => {
                let config = Response::text(200, "application/json", pages.config.as_str());
                answer::whole(config.with("Cache-Control", "no-store"))
            }
            Some(pages) => Ok(file(&pages.files, request).await),
            None => answer::whole(super::failure::no_such_resource().response()),
        }
    }

    async fn api(&self, target: &str, request: hyper::Request<Incoming>) -> Sent {
        let (head, body) = request.into_parts();
        let text = |value: &hyper::header::HeaderValue| {
            String::from_utf8_lossy(value.as_bytes()).into_owned()
        };
        let headers = head
            .headers
            .iter()
            .map(|(name, value)| (name.to_string(), text(value)));
        let headers: Headers = headers.collect();
        let site = format!(
            "http://{}/sandbox",
            headers.get("Host").unwrap_or("127.0.0.1")
        );
        let mut asked = Request::new(head.method.as_str(), &site, target);
        asked.headers = headers;
        asked.body = match body.collect().await {
            Ok(body) => body.to_bytes().to_vec(),
            Err(_) => return Err(answer::ConnectionReset),
        };
        let answered = handle(&mut self.sandbox(), &asked, now());
        answer::send(answered).await
    }
}

/// The path and query behind the version.
fn below_v1(target: &str) -> Option<&str> {
    let rest = target.strip_prefix("/v1")?;
    (rest.is_empty() || rest.starts_with(['/', '?'])).then_some(rest)
}

async fn file(files: &Router, request: hyper::Request<Incoming>) -> hyper::Response<Body> {
    let service = TowerToHyperService::new(files.clone());
    let answered: Result<_, Infallible> = hyper::service::Service::call(&service, request).await;
    match answered {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

fn now() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Timestamp::from_millis(since.map_or(0, |since| since.as_millis() as i64))
}
