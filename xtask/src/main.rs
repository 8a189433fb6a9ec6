//! The developer's commands. `cargo xtask help` lists them.

mod arguments;
mod bench;
mod browsers;
mod failure;
mod page;
mod playwright;
mod process;
mod project;
mod say;
mod serve;
mod suite;
mod tools;

use std::process::ExitCode;

use arguments::Arguments;
use failure::Result;
use project::Project;

const HELP: &str = "\
cargo xtask serve    build the page with its sandbox and serve it on this machine
    --open             open it in the browser
    --port N           on this port (otherwise 8787, or the next one that is free)
    --config FILE      configured by FILE instead of public/config.json; checked beforehand
    --base /path/      hosted under a path
    --dist DIR         serve the build in DIR as it is, without building
    --dev              Trunk's own server: rebuilds on every change, without the security policy

cargo xtask build    the deployable dist/
    --config FILE      configured by FILE, which is checked; the page is not compiled again
    --base /path/      for hosting under a path
    --out DIR          into DIR instead of dist/

cargo xtask test [lint|unit|browser|page|e2e]…
                     everything, or the named parts; what follows -- goes to Playwright

cargo xtask soak     the long runs: every end-to-end case many times over
    --repeat N         how many times (otherwise 20)

cargo xtask bench    how fast the page is, in Chromium on a slowed processor, and what it weighs
    --out FILE         the figures as JSON, otherwise in target/bench.json
";

fn main() -> ExitCode {
    match run(Arguments::of_this_process()) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Arguments) -> Result<ExitCode> {
    let project = Project::find()?;
    match arguments.command().as_deref() {
        Some("serve") => serve::serve(&project, arguments).map(|()| ExitCode::SUCCESS),
        Some("build") => page::build(&project, arguments).map(|()| ExitCode::SUCCESS),
        Some("test") => suite::test(&project, arguments),
        Some("soak") => suite::soak(&project, arguments),
        Some("bench") => bench::bench(&project, arguments).map(|()| ExitCode::SUCCESS),
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Some(other) => Err(format!("There is no command “{other}”.\n\n{HELP}").into()),
    }
}
