//! `cargo xtask serve`: the page on this machine.

use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::Command;

use axum::Router;
use tokio::net::TcpListener;

use crate::arguments::Arguments;
use crate::failure::{During, Result};
use crate::page::{self, Deployment};
use crate::process::run;
use crate::project::Project;
use crate::tools::Toolbox;

/// Where looking for a free port begins.
const FIRST_PORT: u16 = 8787;

pub fn serve(project: &Project, mut arguments: Arguments) -> Result<()> {
    let open = arguments.flag("--open");
    let port = arguments.number("--port")?;
    if arguments.flag("--dev") {
        arguments.end()?;
        return serve_while_developing(project, port.unwrap_or(FIRST_PORT), open);
    }
    let ready = arguments.value("--dist")?.map(PathBuf::from);
    if let Some(dir) = ready
        .as_ref()
        .filter(|dir| !dir.join("index.html").is_file())
    {
        return Err(format!("There is no build in {}.", dir.display()).into());
    }
    // A build that is there says itself which origins it calls.
    let config = match &ready {
        Some(dir) => dir.join("config.json"),
        None => Deployment::standard_config(project),
    };
    let deployment = Deployment::from_arguments(project, &mut arguments, &config)?;
    arguments.end()?;
    let dir = match ready {
        Some(dir) => dir,
        None => {
            let dir = project.page("served");
            page::build_into(project, &deployment, &dir)?;
            dir
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .during("Starting")?;
    runtime.block_on(answer_requests(&dir, &deployment, port, open))
}

async fn answer_requests(
    dir: &Path,
    deployment: &Deployment,
    port: Option<u16>,
    open: bool,
) -> Result<()> {
    let site = site::router(dir, &deployment.headers());
    let base = deployment.base.trim_end_matches('/');
    let site = if base.is_empty() {
        site
    } else {
        Router::new().nest_service(base, site)
    };
    let listener = listen(port).await?;
    let port = listener.local_addr().during("Asking for the port")?.port();
    let address = format!("http://127.0.0.1:{port}{}", deployment.base);
    println!("Latchkey is at {address}   (Ctrl+C ends it)");
    if open {
        open_browser(&address);
    }
    axum::serve(listener, site).await.during("Serving")
}

/// Listens on loopback only. Without a port of the person's choice the next free
/// one is taken.
async fn listen(port: Option<u16>) -> Result<TcpListener> {
    let mut candidate = port.unwrap_or(FIRST_PORT);
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)).await {
            Err(error)
                if error.kind() == ErrorKind::AddrInUse
                    && port.is_none()
                    && candidate < FIRST_PORT + 100 =>
            {
                candidate += 1;
            }
            bound => return bound.during(format!("Listening on port {candidate}")),
        }
    }
}

/// Trunk's own server, which watches the sources.
fn serve_while_developing(project: &Project, port: u16, open: bool) -> Result<()> {
    let tools = Toolbox::for_development(project)?;
    eprintln!(
        "Trunk serves and watches. The security policy and file hashes are not in force here."
    );
    let mut trunk = tools.tool("trunk")?;
    trunk.args([
        "serve",
        "--offline",
        "--skip-version-check",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
    ]);
    if open {
        trunk.arg("--open");
    }
    run(trunk.current_dir(project.root()))
}

fn open_browser(address: &str) {
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    if Command::new(program)
        .args(first)
        .arg(address)
        .spawn()
        .is_err()
    {
        eprintln!("No browser could be opened; the address is above.");
    }
}
