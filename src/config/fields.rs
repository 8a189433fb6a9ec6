//! The names of the fields, for each object of the file.

pub const FILE: &[&str] = &[
    // Names the schema, for editors; nothing is done with it.
    "$schema",
    "dataSource",
    "api",
    "signIn",
    "roles",
    "cancellationPolicies",
    "downloadLinkLifeDays",
    "attachments",
    "downloadHosts",
    "links",
    "locale",
];

pub const API: &[&str] = &["baseUrl", "token", "capabilities"];

pub const CAPABILITIES: [&str; 4] = [
    "softwareKeys",
    "serviceRequests",
    "auditRecords",
    "cancelOrders",
];

pub const ROLES: &[&str] = &["source", "path", "header", "mapping"];

pub const POLICY: &[&str] = &["kind", "segment", "days", "hours", "refund"];

pub const ATTACHMENTS: &[&str] = &["maxFiles", "maxBytesEach", "types"];

pub const LINKS: [&str; 4] = [
    "dashboard",
    "support",
    "customerAdminCenter",
    "operationsGuide",
];

pub const LOCALE: &[&str] = &["default"];
