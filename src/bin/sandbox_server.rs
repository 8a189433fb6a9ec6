//! The mock Partner Center as an HTTP server on loopback. `--help` says what it takes.

// In a build for the browser there is nothing to serve from.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use latchkey::sandbox::server::{HELP, Options, run};

    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments
        .iter()
        .any(|argument| argument == "--help" || argument == "-h")
    {
        print!("{HELP}");
        return std::process::ExitCode::SUCCESS;
    }
    match Options::read(&arguments).map(run) {
        Ok(Ok(())) => std::process::ExitCode::SUCCESS,
        Ok(Err(error)) => {
            eprintln!("sandbox_server: {error}");
            std::process::ExitCode::FAILURE
        }
        Err(problem) => {
            eprintln!("sandbox_server: {problem}\n\n{HELP}");
            std::process::ExitCode::from(2)
        }
    }
}
