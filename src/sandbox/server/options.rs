//! The command line of `sandbox_server`.

use std::path::PathBuf;

use crate::model::Timestamp;
use crate::partner_center::extensions::{Fault, SandboxClock};
use crate::sandbox::Sandbox;
use crate::sandbox::seed::directory::Directory;
use crate::sandbox::settings::Settings;

pub const HELP: &str = "\
A mock of the Partner Center REST API, on loopback only. Prints its address, then serves until it is
stopped. Nothing is kept: each start begins with the same seed data.

  sandbox_server [OPTIONS]

  --port N          port to listen on; 0 (the default) takes any free one
  --customers N     customers besides the sentinels, 0 to 100000; 60 by default
  --products N      products in the catalogue, up to 10000; by default those that are written down
  --static DIR      also serve the build of the page in DIR, configured for this server
  --role ROLE       admin_agent (the default), global_admin, sales_agent or helpdesk_agent
  --clock WHEN      a date and time at which the clock stands still (2026-03-01T12:00:00Z),
                    or seconds by which it is ahead (+86400) or behind (-3600)
  --latency MS      milliseconds added to every answer
  --list-lag S      seconds for which what is new stays out of lists
  --provisioning S  seconds for which a new order is pending; 3 by default
  --support S       seconds that support takes to decide a refund; 20 by default
  --priced-share N  of how many products in a hundred carts and orders tell the price; 60 by default
  --token-needed    answer 401 to calls without 'Authorization: Bearer ...'; any token will do
  --fault SPEC      let calls fail; may be given several times. SPEC is
                      METHOD PATH KIND [nth=N] [times=N] [retry-after=S] [delay=MS] [code=C] [after]
                    METHOD: GET, PATCH ... or * for any. PATH: below /v1; * stands for one segment,
                    ** at the end for any number. KIND: an HTTP status (400 to 599), network, timeout,
                    cut_body, truncated, html, page (an HTML page with 200), empty, garbage or slow (by
                    delay, 4000 by default). nth: the first call that fails; times: how many do; without
                    both every call fails. after: the call takes effect.
                    Example: --fault 'GET /customers/*/orders 503 nth=2 retry-after=3'
  --help            this text

The contract is under /v1; /v1/extensions/sandbox reads and sets role, clock, latency and faults.
";

/// How the server is started.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    pub port: u16,
    pub customers: u32,
    /// Directory of a build of the page.
    pub pages: Option<PathBuf>,
    pub settings: Settings,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            port: 0,
            customers: 60,
            pages: None,
            settings: Settings::default(),
        }
    }
}

impl Options {
    /// Reads the command line.
    ///
    /// # Errors
    /// Says what cannot be read.
    pub fn read(arguments: &[String]) -> Result<Options, String> {
        let mut options = Options::default();
        let mut arguments = arguments.iter();
        while let Some(name) = arguments.next() {
            if name == "--token-needed" {
                options.settings.token_needed = true;
                continue;
            }
            let value = arguments
                .next()
                .ok_or_else(|| format!("{name}: a value is missing, or it is unknown"))?;
            options.set(name, value)?;
        }
        let checked = options.settings.check();
        checked.map_err(|failure| failure.description)?;
        Ok(options)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let bad = || format!("{name}: '{value}' cannot be read");
        match name {
            "--port" => self.port = value.parse().map_err(|_| bad())?,
            "--customers" => {
                let customers = value
                    .parse()
                    .ok()
                    .filter(|number| *number <= Directory::LARGEST);
                self.customers = customers.ok_or_else(bad)?;
            }
            "--static" => self.pages = Some(PathBuf::from(value)),
            "--role" => self.settings.role = value.to_owned(),
            "--clock" => self.settings.clock = clock(value).ok_or_else(bad)?,
            "--latency" => self.settings.latency_ms = value.parse().map_err(|_| bad())?,
            "--list-lag" => self.settings.list_lag_seconds = value.parse().map_err(|_| bad())?,
            "--products" => self.settings.catalog_products = value.parse().map_err(|_| bad())?,
            "--provisioning" => {
                self.settings.provisioning_seconds = value.parse().map_err(|_| bad())?;
            }
            "--support" => self.settings.support_seconds = value.parse().map_err(|_| bad())?,
            "--priced-share" => self.settings.priced_share = value.parse().map_err(|_| bad())?,
            "--fault" => self.settings.faults.push(fault(value).ok_or_else(bad)?),
            _ => return Err(format!("{name}: unknown")),
        }
        Ok(())
    }

    /// The sandbox as the options want it.
    pub fn sandbox(&self) -> Sandbox {
        Sandbox {
            start: self.settings.clone(),
            ..Sandbox::new(self.customers)
        }
    }
}

fn clock(text: &str) -> Option<SandboxClock> {
    if text.starts_with(['+', '-']) {
        let seconds: i64 = text.parse().ok()?;
        return Some(SandboxClock {
            offset_ms: seconds.checked_mul(1_000)?,
            fixed: None,
        });
    }
    let fixed = Timestamp::parse(text)?;
    Some(SandboxClock {
        offset_ms: 0,
        fixed: Some(fixed),
    })
}

fn fault(text: &str) -> Option<Fault> {
    let mut words = text.split_whitespace();
    let method = words.next()?;
    let mut fault = Fault {
        method: (method != "*").then(|| method.to_owned()),
        path: words.next()?.to_owned(),
        kind: words.next()?.to_owned(),
        ..Fault::default()
    };
    for word in words {
        match word.split_once('=') {
            Some(("nth", number)) => fault.nth = Some(number.parse().ok()?),
            Some(("times", number)) => fault.times = Some(number.parse().ok()?),
            Some(("retry-after", seconds)) => fault.retry_after = Some(seconds.parse().ok()?),
            Some(("delay", millis)) => fault.delay_ms = Some(millis.parse().ok()?),
            Some(("code", code)) => fault.code = Some(code.to_owned()),
            None if word == "after" => fault.after_effect = true,
            _ => return None,
        }
    }
    Some(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &[&str]) -> Result<Options, String> {
        Options::read(
            &line
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn the_command_line_is_read() {
        let options = read(&[
            "--port",
            "8080",
            "--customers",
            "100000",
            "--role",
            "sales_agent",
            "--clock",
            "-60",
            "--fault",
            "GET /customers/* 503 nth=2 times=3 retry-after=4 after",
            "--fault",
            "GET /customers slow delay=29000",
            "--token-needed",
            "--products",
            "5000",
            "--priced-share",
            "100",
            "--provisioning",
            "0",
            "--support",
            "5",
        ]);
        let options = options.unwrap();
        assert_eq!((options.port, options.customers), (8080, 100_000));
        assert_eq!(options.settings.clock.offset_ms, -60_000);
        let fault = &options.settings.faults[0];
        assert_eq!(
            (
                fault.nth,
                fault.times,
                fault.retry_after,
                fault.after_effect
            ),
            (Some(2), Some(3), Some(4), true)
        );
        assert_eq!(options.settings.faults[1].delay_ms, Some(29_000));
        assert!(options.settings.token_needed);
        let settings = options.settings;
        assert_eq!(
            (
                settings.catalog_products,
                settings.priced_share,
                settings.provisioning_seconds,
                settings.support_seconds
            ),
            (5_000, 100, 0, 5)
        );
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let lines: [&[&str]; 10] = [
            &["--port"],
            &["--port", "x"],
            &["--customers", "100001"],
            &["--products", "many"],
            &["--priced-share", "x"],
            &["--role", "king"],
            &["--clock", "noon"],
            &["--fault", "GET /x teapot"],
            &["--fault", "GET /x slow delay=long"],
            &["--verbose", "1"],
        ];
        for line in lines {
            let problem = read(line).unwrap_err();
            assert!(
                problem.contains(line[0].trim_start_matches('-')) || problem.contains("fault"),
                "{problem}"
            );
        }
    }
}
