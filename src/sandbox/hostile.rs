//! Text as an attacker or an accident would write it, for the sentinel "Hostile text".

use super::seed::company::Company;
use super::sentinels::Kind;

/// The text, or for the hostile customer something worse that still contains it.
pub fn hostile(company: Option<&Company>, text: String) -> String {
    if !company.is_some_and(|company| is(company, Kind::HostileText)) {
        return text;
    }
    format!(
        "<img src=x onerror=alert(1)> \u{202E}{text}\u{202C}\u{0007} \"'&amp;{{{{7*7}}}} =HYPERLINK(\"https://example.com\") {}",
        "W".repeat(120)
    )
}

/// Whether a customer is that sentinel.
pub fn is(company: &Company, kind: Kind) -> bool {
    company
        .who
        .sentinel()
        .is_some_and(|sentinel| sentinel.kind == kind)
}
