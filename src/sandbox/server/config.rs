//! The page's configuration when this server is its API: the build's own `config.json` with the data
//! source changed.

use std::path::Path;

use serde_json::{Value, json};

/// `config.json` for a page on this server's own origin. Of a build without a readable one, the
/// policies and links of the sandbox.
pub fn for_this_server(directory: &Path) -> String {
    let stored = std::fs::read(directory.join("config.json")).ok();
    let stored = stored.and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    let mut config = stored.filter(Value::is_object).unwrap_or_else(defaults);
    config["dataSource"] = "api".into();
    config["api"] = json!({
        "baseUrl": "/v1",
        "capabilities": {
            "softwareKeys": true, "serviceRequests": true, "auditRecords": true, "cancelOrders": true,
        },
    });
    config.to_string()
}

fn defaults() -> Value {
    let policy = |kind: &str| json!({ "kind": kind, "segment": "*", "days": 60, "refund": "full" });
    json!({
        "signIn": null,
        "roles": { "source": "api", "mapping": {} },
        "cancellationPolicies": [policy("perpetual"), policy("subscription")],
        "downloadLinkLifeDays": 5,
        "downloadHosts": ["*.microsoft.com"],
        "links": {
            "dashboard": "https://partner.microsoft.com/",
            "support": "https://partner.microsoft.com/support",
            "customerAdminCenter": "https://admin.microsoft.com/",
            "operationsGuide": "https://partner.microsoft.com/resources/detail/partner-center-new-commerce-operations-guide-pdf",
        },
        "locale": { "default": "auto" },
    })
}
