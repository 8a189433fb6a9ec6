//! Who the visitor is, as a deployment tells it.

use crate::model::role::Role;

/// How the visitor's role is learnt, and what the server's names for roles mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roles {
    pub source: RoleSource,
    /// The server's name and what it means, each name once.
    pub mapping: Vec<(String, Role)>,
}

/// Where the role stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoleSource {
    /// The API answers it at this path below its base.
    Api { path: String },
    /// A proxy adds this header to answers.
    Header { name: String },
    /// Nowhere: everything is offered, and a refusal is explained.
    None,
}

impl Roles {
    /// Where the API tells the role, unless another path is named: no part of Microsoft's API.
    pub const PATH: &'static str = "/extensions/role";

    /// What the server's names mean, several of them parted by commas: the strongest role that is
    /// known, else a name as it came; `None` when there is no name.
    pub fn read(&self, names: &str) -> Option<Role> {
        let names = names.split(',').map(str::trim);
        let roles = names
            .filter(|name| !name.is_empty())
            .map(|name| self.role(name));
        Role::strongest(roles.collect())
    }

    fn role(&self, name: &str) -> Role {
        let mut mapping = self.mapping.iter();
        let found = mapping.find(|(theirs, _)| theirs == name);
        found.map_or_else(|| Role::from(name.to_owned()), |(_, ours)| ours.clone())
    }
}
