//! `check_config FILE`: judges a `config.json` as the page does. Each problem is a line, and there is
//! none where the file is good.

// In a browser the page itself says what is wrong.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use latchkey::config::Config;
    use latchkey::i18n::{Lang, text};
    use std::process::ExitCode;

    let Some(file) = std::env::args_os().nth(1) else {
        eprintln!("check_config FILE");
        return ExitCode::from(2);
    };
    let content = match std::fs::read_to_string(&file) {
        Ok(content) => content,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            return ExitCode::from(2);
        }
    };
    // Of a page that has to come by https for a real API.
    let Err(problems) = Config::parse(&content, true) else {
        return ExitCode::SUCCESS;
    };
    for problem in problems {
        let field = match problem.field.as_str() {
            "" => text::CONFIG_WHOLE_FILE.get(Lang::En),
            field => field,
        };
        println!("{field}: {}", problem.words(Lang::En));
    }
    ExitCode::FAILURE
}
