//! The eight roles. Each is held in one organisation; a person may hold several.

use super::permission::Permission;

/// What a member of staff does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Looks after organisations, accounts and roles.
    Administrator,
    /// Looks after surveys.
    SurveyDesigner,
    /// Looks after the people of one provider.
    CareCoordinator,
    /// Reviews the figures of one provider, and of its partners where it leads them.
    ProviderManager,
    /// Reviews the county's indicators; sees aggregates only.
    CommissionerAnalyst,
    /// Reviews the county's indicators and signs them off; sees aggregates only.
    CommissionerApprover,
    /// Reads the audit trail and answers for erasure and retention; sees no answers.
    InformationGovernance,
    /// Looks after engagement events.
    EngagementLead,
}

/// How long a session may last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Minutes without a request after which it ends.
    pub idle_minutes: i64,
    /// Hours after which it ends whatever happens.
    pub hours: i64,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 8] = [
        Self::Administrator,
        Self::SurveyDesigner,
        Self::CareCoordinator,
        Self::ProviderManager,
        Self::CommissionerAnalyst,
        Self::CommissionerApprover,
        Self::InformationGovernance,
        Self::EngagementLead,
    ];

    /// The code that stands for it in the database and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::SurveyDesigner => "survey-designer",
            Self::CareCoordinator => "care-coordinator",
            Self::ProviderManager => "provider-manager",
            Self::CommissionerAnalyst => "commissioner-analyst",
            Self::CommissionerApprover => "commissioner-approver",
            Self::InformationGovernance => "information-governance",
            Self::EngagementLead => "engagement-lead",
        }
    }

    /// The role a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// True when somebody with this role may do that, in the organisation they hold it in.
    #[must_use]
    pub const fn permits(self, permission: Permission) -> bool {
        match permission {
            Permission::ManageAccounts | Permission::ManageOrganisations => matches!(self, Self::Administrator),
            Permission::SeeSurveys => matches!(self, Self::SurveyDesigner | Self::EngagementLead),
            Permission::ManageSurveys => matches!(self, Self::SurveyDesigner),
            Permission::SeePeople | Permission::ManagePeople | Permission::EnterAnswers | Permission::ActOnAlerts => {
                matches!(self, Self::CareCoordinator)
            }
            Permission::ManageSchedules | Permission::SeeProviderFigures => matches!(self, Self::ProviderManager),
            Permission::SeeCountyFigures => matches!(self, Self::CommissionerAnalyst | Self::CommissionerApprover),
            Permission::ReadAudit | Permission::ManageRights => matches!(self, Self::InformationGovernance),
            Permission::ManageEvents | Permission::ReadComments => matches!(self, Self::EngagementLead),
            Permission::SeeEventFigures | Permission::SeeFramework => {
                matches!(self, Self::EngagementLead | Self::CommissionerAnalyst | Self::CommissionerApprover)
            }
            Permission::SupplyValues | Permission::DraftDefinitions => matches!(self, Self::CommissionerAnalyst),
            Permission::ValidateFramework | Permission::ApproveDefinitions => matches!(self, Self::CommissionerApprover),
        }
    }

    /// True for the roles of a commissioner, who never sees a person.
    #[must_use]
    pub const fn is_commissioner(self) -> bool {
        matches!(self, Self::CommissionerAnalyst | Self::CommissionerApprover)
    }

    /// True for the roles that lead to people: whoever sees them, and whoever decides who does.
    #[must_use]
    pub const fn leads_to_people(self) -> bool {
        matches!(self, Self::CareCoordinator | Self::EngagementLead | Self::Administrator)
    }

    /// True when the role may be held in an organisation of that kind: a commissioner's in a commissioner's, a provider's
    /// in a provider's, every other anywhere. Surveys are the whole county's, so whoever opens and closes them works for a
    /// commissioner.
    #[must_use]
    pub fn fits(self, organisation_kind: &str) -> bool {
        let commissioner = organisation_kind == "commissioner";
        match self {
            Self::CommissionerAnalyst | Self::CommissionerApprover | Self::SurveyDesigner => commissioner,
            Self::CareCoordinator | Self::ProviderManager => !commissioner,
            _ => true,
        }
    }

    /// True when one person may not hold both: whoever reviews and pays for the county's figures never sees the people
    /// behind them, and whoever hands out roles does not audit it.
    #[must_use]
    pub const fn conflicts_with(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::CareCoordinator | Self::EngagementLead, Self::CommissionerAnalyst | Self::CommissionerApprover)
                | (Self::CommissionerAnalyst | Self::CommissionerApprover, Self::CareCoordinator | Self::EngagementLead)
                | (Self::Administrator, Self::InformationGovernance)
                | (Self::InformationGovernance, Self::Administrator)
        )
    }

    /// How long somebody with this role stays signed in at most.
    #[must_use]
    pub const fn limits(self) -> Limits {
        match self {
            Self::Administrator | Self::InformationGovernance => Limits { idle_minutes: 15, hours: 8 },
            _ => Limits { idle_minutes: 30, hours: 12 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_for_its_role() {
        assert!(Role::ALL.into_iter().all(|role| Role::from_code(role.code()) == Some(role)));
        assert_eq!(Role::from_code("commissioner"), None);
    }

    #[test]
    fn no_commissioner_may_see_people() {
        assert!(Role::ALL.into_iter().filter(|role| role.is_commissioner()).all(|role| !role.permits(Permission::SeePeople)));
    }

    #[test]
    fn roles_that_conflict_do_so_both_ways_and_none_with_itself() {
        for one in Role::ALL {
            assert!(!one.conflicts_with(one));
            for other in Role::ALL {
                assert_eq!(one.conflicts_with(other), other.conflicts_with(one));
            }
        }
    }

    #[test]
    fn every_permission_is_some_roles() {
        for permission in Permission::ALL {
            assert!(Role::ALL.into_iter().any(|role| role.permits(permission)), "{permission:?}");
        }
    }
}
