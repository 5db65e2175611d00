//! Whether somebody may be given a role, and whether a role may be taken away.

use super::role::Role;

/// Why somebody may not be given a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrantRefused {
    /// The role is not one of an organisation of that kind.
    Unfit,
    /// They hold a role that the same person may not hold.
    Conflict(Role),
}

/// Whether somebody who holds `held`, wherever that is, may be given `role` in an organisation of that kind.
pub fn may_hold(role: Role, organisation_kind: &str, held: impl IntoIterator<Item = Role>) -> Result<(), GrantRefused> {
    if !role.fits(organisation_kind) {
        return Err(GrantRefused::Unfit);
    }
    held.into_iter().find(|other| role.conflicts_with(*other)).map_or(Ok(()), |other| Err(GrantRefused::Conflict(other)))
}

/// True when what goes is the last of `keepers`: nobody would be left to look after the whole installation.
#[must_use]
pub fn leaves_nobody<K>(keepers: &[K], goes: impl Fn(&K) -> bool) -> bool {
    !keepers.is_empty() && keepers.iter().all(goes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_held_in_an_organisation_of_its_kind() {
        assert_eq!(may_hold(Role::CommissionerAnalyst, "partner", []), Err(GrantRefused::Unfit));
        assert_eq!(may_hold(Role::CareCoordinator, "commissioner", []), Err(GrantRefused::Unfit));
        assert_eq!(may_hold(Role::Administrator, "partner", []), Ok(()));
    }

    #[test]
    fn roles_that_conflict_are_not_given_to_one_person() {
        let held = [Role::SurveyDesigner, Role::CareCoordinator];
        assert_eq!(may_hold(Role::CommissionerApprover, "commissioner", held), Err(GrantRefused::Conflict(Role::CareCoordinator)));
        assert_eq!(may_hold(Role::ProviderManager, "partner", held), Ok(()));
    }

    #[test]
    fn the_last_keeper_is_the_one_without_whom_nobody_is_left() {
        assert!(leaves_nobody(&[1], |keeper| *keeper == 1));
        assert!(!leaves_nobody(&[1, 2], |keeper| *keeper == 1));
        assert!(!leaves_nobody(&[2], |keeper| *keeper == 1));
        assert!(!leaves_nobody(&[], |_: &i32| true), "whoever keeps nothing takes nothing away");
    }
}
