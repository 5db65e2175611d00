//! Roles that follow what the sign-in of an organisation says of somebody. Only roles that are written down in the settings
//! are given, and only those are taken away again; every other role stays as it is.

use super::role::Role;

/// A role in an organisation that the settings speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mapped {
    pub role: Role,
    /// The id of the organisation.
    pub organisation: i64,
    /// True when the role may be held in an organisation of that kind.
    pub fits: bool,
    /// True when the person is to have it.
    pub is_wanted: bool,
}

/// What is to change, each a role and the id of an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    pub given: Vec<(Role, i64)>,
    pub taken: Vec<(Role, i64)>,
}

/// What is to change for somebody who holds `held`. A role that conflicts with one they keep is not given.
#[must_use]
pub fn changes(held: &[(Role, i64)], mapped: &[Mapped]) -> Changes {
    let wanted = |one: &(Role, i64)| mapped.iter().any(|rule| (rule.role, rule.organisation) == *one && rule.is_wanted);
    let spoken_of = |one: &(Role, i64)| mapped.iter().any(|rule| (rule.role, rule.organisation) == *one);
    let taken: Vec<(Role, i64)> = held.iter().copied().filter(|one| spoken_of(one) && !wanted(one)).collect();
    let mut keeps: Vec<(Role, i64)> = held.iter().copied().filter(|one| !taken.contains(one)).collect();
    let mut given = Vec::new();
    for rule in mapped.iter().filter(|rule| rule.is_wanted && rule.fits) {
        let one = (rule.role, rule.organisation);
        let conflicts = keeps.iter().any(|(role, _)| role.conflicts_with(rule.role));
        if !conflicts && !keeps.contains(&one) {
            keeps.push(one);
            given.push(one);
        }
    }
    Changes { given, taken }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(role: Role, organisation: i64, is_wanted: bool) -> Mapped {
        Mapped { role, organisation, fits: true, is_wanted }
    }

    #[test]
    fn what_is_said_is_given_and_what_is_no_longer_said_is_taken() {
        let mapped = [rule(Role::ProviderManager, 1, true), rule(Role::CareCoordinator, 1, false)];
        let changes = changes(&[(Role::CareCoordinator, 1)], &mapped);
        assert_eq!(changes, Changes { given: vec![(Role::ProviderManager, 1)], taken: vec![(Role::CareCoordinator, 1)] });
    }

    #[test]
    fn a_role_that_no_rule_speaks_of_stays() {
        let mapped = [rule(Role::ProviderManager, 1, false)];
        assert_eq!(changes(&[(Role::ProviderManager, 2), (Role::Administrator, 1)], &mapped), Changes::default());
    }

    #[test]
    fn a_role_is_wanted_when_any_value_gives_it() {
        let mapped = [rule(Role::ProviderManager, 1, false), rule(Role::ProviderManager, 1, true)];
        assert_eq!(changes(&[(Role::ProviderManager, 1)], &mapped), Changes::default());
        assert_eq!(changes(&[], &mapped).given, [(Role::ProviderManager, 1)]);
    }

    #[test]
    fn no_rule_gives_roles_that_conflict_or_do_not_fit() {
        let both = [rule(Role::CommissionerAnalyst, 1, true), rule(Role::CareCoordinator, 2, true)];
        assert_eq!(changes(&[], &both).given, [(Role::CommissionerAnalyst, 1)]);
        assert_eq!(changes(&[(Role::CareCoordinator, 3)], &both).given, [(Role::CareCoordinator, 2)]);
        let unfit = [Mapped { fits: false, ..rule(Role::CommissionerAnalyst, 1, true) }];
        assert_eq!(changes(&[], &unfit), Changes::default());
    }
}
