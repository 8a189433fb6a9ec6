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

impl Role {
    /// Of several roles the one that may do most; one that this version does not know counts least.
    pub fn strongest(roles: Vec<Role>) -> Option<Role> {
        roles.into_iter().min_by_key(|role| match role {
            Role::AdminAgent => 0,
            Role::GlobalAdmin => 1,
            Role::SalesAgent => 2,
            Role::HelpdeskAgent => 3,
            Role::Unknown(_) => 4,
        })
    }
}
