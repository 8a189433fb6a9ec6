//! The end-to-end tests: Playwright against the release build.

use serde_json::Value;

use super::count::Count;
use crate::browsers::Browsers;
use crate::failure::{During, Result};
use crate::playwright;
use crate::process::{program, run};
use crate::project::Project;
use crate::say::Step;

pub fn run_all(project: &Project, browsers: &Browsers, options: &[String]) -> Result<Count> {
    playwright::install(project)?;
    let step = Step::begin("Building the sandbox's server and what checks configurations");
    let mut build = program("cargo");
    build.args(["build", "--quiet", "--locked"]);
    build.args(["--bin", "sandbox_server", "--bin", "check_config"]);
    run(build.current_dir(project.root()))?;
    step.done();
    let report = project.page("end-to-end.json");
    let mut playwright = playwright::command(project, browsers)?;
    playwright
        .args(options)
        .env("LATCHKEY_FIREFOX", &browsers.firefox)
        .env(
            "LATCHKEY_SANDBOX_SERVER",
            project.target("debug/sandbox_server"),
        )
        .env("LATCHKEY_BUILDS", project.page("e2e"))
        .env("LATCHKEY_REPORT", &report);
    let _ = std::fs::remove_file(&report);
    let outcome = run(&mut playwright);
    let text = std::fs::read_to_string(&report).during("Reading Playwright's report")?;
    let mut count = read_report(&text)?;
    if outcome.is_err() && count.failed == 0 {
        count.failed = 1;
    }
    let mut types = program("npx");
    types
        .args(["--no-install", "tsc", "--noEmit"])
        .current_dir(playwright::home(project));
    count.record(
        "the end-to-end tests agree with their types",
        run(&mut types),
    );
    Ok(count)
}

/// Counts a test that passed on a repetition as passed, as Playwright does.
fn read_report(text: &str) -> Result<Count> {
    let report: Value = serde_json::from_str(text).during("Reading Playwright's report")?;
    let number = |name: &str| {
        report["stats"][name]
            .as_u64()
            .map_or(0, |number| number as usize)
    };
    let broken = report["errors"].as_array().map_or(0, Vec::len);
    Ok(Count {
        passed: number("expected") + number("flaky"),
        failed: number("unexpected") + broken,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn playwrights_report_is_counted() {
        let report =
            r#"{"errors":[],"stats":{"expected":12,"skipped":1,"unexpected":2,"flaky":0}}"#;
        assert_eq!(
            read_report(report).unwrap(),
            Count {
                passed: 12,
                failed: 2
            }
        );
        assert_eq!(
            read_report(r#"{"errors":[{}],"stats":{}}"#).unwrap(),
            Count {
                passed: 0,
                failed: 1
            }
        );
        assert!(read_report("").is_err());
    }
}
