//! `cargo xtask test` and `cargo xtask soak`.

mod count;
mod end_to_end;
mod lint;
mod rust;

use std::process::ExitCode;
use std::time::Instant;

use crate::arguments::Arguments;
use crate::browsers::{self, Browsers};
use crate::failure::Result;
use crate::page::{self, Deployment};
use crate::project::Project;
use crate::say::{Step, seconds};
use crate::tools::{Toolbox, require_components};
use count::Count;

/// The parts of the suite, in the order in which they run.
const PARTS: [&str; 5] = ["lint", "unit", "browser", "page", "e2e"];

/// Runs everything, or the named parts. The last line says how many passed.
pub fn test(project: &Project, mut arguments: Arguments) -> Result<ExitCode> {
    let for_playwright = arguments.passed_on();
    let named = arguments.words();
    if let Some(unknown) = named.iter().find(|part| !PARTS.contains(&part.as_str())) {
        return Err(format!(
            "There is no part “{unknown}”; there are {}.",
            PARTS.join(", ")
        )
        .into());
    }
    let runs = |part: &str| named.is_empty() || named.iter().any(|name| name == part);
    let began = Instant::now();
    let suite = Suite::prepare(project, &runs)?;
    let mut total = Count::default();
    for part in PARTS.into_iter().filter(|part| runs(part)) {
        let step = Step::begin(format!("Tests: {part}"));
        let count = suite.part(part, &for_playwright);
        step.done();
        eprintln!("  {part}: {count}");
        total += count;
    }
    eprintln!("The whole run took {}.", seconds(began.elapsed()));
    println!("{total}");
    Ok(total.exit_code())
}

/// The long runs: every end-to-end case again and again, to find what fails
/// once in a while.
pub fn soak(project: &Project, mut arguments: Arguments) -> Result<ExitCode> {
    let repeat: u32 = arguments.number("--repeat")?.unwrap_or(20);
    let mut for_playwright = arguments.passed_on();
    arguments.end()?;
    for_playwright.push(format!("--repeat-each={repeat}"));
    let suite = Suite::prepare(project, &|part| part == "e2e")?;
    let began = Instant::now();
    let count = suite.part("e2e", &for_playwright);
    eprintln!(
        "Every case {repeat} times took {}.",
        seconds(began.elapsed())
    );
    println!("{count}");
    Ok(count.exit_code())
}

/// What the parts need, got ready once.
struct Suite<'a> {
    project: &'a Project,
    tools: Toolbox,
    browsers: Browsers,
}

impl<'a> Suite<'a> {
    fn prepare(project: &'a Project, runs: &dyn Fn(&str) -> bool) -> Result<Self> {
        if runs("lint") {
            require_components()?;
        }
        let tools = Toolbox::for_builds(project)?;
        let mut wanted = Vec::new();
        if runs("browser") || runs("e2e") {
            wanted.push(browsers::CHROMIUM);
        }
        if runs("browser") {
            wanted.push(browsers::DRIVER);
        }
        if runs("e2e") {
            wanted.push(browsers::FIREFOX);
        }
        let browsers = Browsers::require(&wanted)?;
        Ok(Self {
            project,
            tools,
            browsers,
        })
    }

    /// Runs a part. What keeps it from running at all counts as one failure.
    fn part(&self, part: &str, for_playwright: &[String]) -> Count {
        let outcome = match part {
            "lint" => Ok(lint::lint(self.project)),
            "unit" => rust::unit(self.project),
            "browser" => rust::browser(self.project, &self.tools, &self.browsers),
            "page" => self.page(),
            _ => self.end_to_end(for_playwright),
        };
        outcome.unwrap_or_else(|failure| {
            eprintln!("✗ {part}: {failure}");
            Count::failed()
        })
    }

    /// The build itself, which the end-to-end tests then use.
    fn page(&self) -> Result<Count> {
        let dist = self.project.file("dist");
        page::build_into(self.project, &Deployment::standard(self.project)?, &dist)?;
        eprint!("{}", page::table(&dist)?);
        let mut count = Count::default();
        for (name, outcome) in page::check(&dist)? {
            count.record(name, outcome);
        }
        Ok(count)
    }

    fn end_to_end(&self, for_playwright: &[String]) -> Result<Count> {
        let dist = self.project.file("dist");
        page::build_into(self.project, &Deployment::standard(self.project)?, &dist)?;
        end_to_end::run_all(self.project, &self.browsers, for_playwright)
    }
}
