//! Who the visitor is to Partner Center.

use super::status::wire_enum;

wire_enum!(
    /// A role of the partner's staff (Microsoft, "Permissions overview"). `Unknown` is a role this
    /// version does not know; where no role could be learnt there is none at all.
    Role {
        AdminAgent = "admin_agent",
        GlobalAdmin = "global_admin",
        SalesAgent = "sales_agent",
        HelpdeskAgent = "helpdesk_agent",
    }
);
