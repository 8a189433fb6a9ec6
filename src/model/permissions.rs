//! Which role may do what. The server decides in the end; this is for saying it beforehand.

use super::role::Role;

/// What a person can be kept from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// See customers, their software and their orders.
    View,
    Buy,
    /// See product keys and download links.
    Keys,
    /// Cancel, and report a refund.
    Cancel,
    /// Report a problem of another kind.
    Report,
}

/// What is known about a right before the server is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    Allowed,
    /// The role may not: shown, not to be activated, and said why.
    Denied,
    /// The role is not known: offered, and a refusal explained.
    Ask,
}

/// The right of a role (`None`: not known) to an action.
pub fn permission(role: Option<&Role>, action: Action) -> Permission {
    let allowed = match (role, action) {
        (None | Some(Role::Unknown(_)), _) => return Permission::Ask,
        (Some(Role::AdminAgent | Role::GlobalAdmin), _) => true,
        (_, Action::View | Action::Report) => true,
        (Some(Role::SalesAgent), Action::Buy) => true,
        (Some(Role::SalesAgent | Role::HelpdeskAgent), _) => false,
    };
    match allowed {
        true => Permission::Allowed,
        false => Permission::Denied,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_table_of_roles() {
        use Action::*;
        let actions = [View, Buy, Keys, Cancel, Report];
        for (role, may) in [
            (Role::AdminAgent, [true, true, true, true, true]),
            (Role::GlobalAdmin, [true, true, true, true, true]),
            (Role::SalesAgent, [true, true, false, false, true]),
            (Role::HelpdeskAgent, [true, false, false, false, true]),
        ] {
            for (action, may) in actions.into_iter().zip(may) {
                let allowed = permission(Some(&role), action) == Permission::Allowed;
                assert_eq!(allowed, may, "{role:?} {action:?}");
            }
        }
    }

    #[test]
    fn an_unknown_role_is_for_the_server_to_judge() {
        let later = Role::Unknown("account_admin".to_owned());
        assert_eq!(permission(None, Action::Keys), Permission::Ask);
        assert_eq!(permission(Some(&later), Action::View), Permission::Ask);
    }
}
