//! What the pages and files of staff ask for.

/// One thing that a role may allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    /// Invite staff, give and take roles, end sessions.
    ManageAccounts,
    /// Add and change organisations.
    ManageOrganisations,
    /// See which surveys there are.
    SeeSurveys,
    /// Open and close surveys.
    ManageSurveys,
    /// See the people of a provider.
    SeePeople,
    /// See a provider's aggregates.
    SeeProviderFigures,
    /// See the county's aggregates.
    SeeCountyFigures,
    /// Search and export the audit trail.
    ReadAudit,
}

impl Permission {
    /// Every permission.
    pub const ALL: [Self; 8] = [
        Self::ManageAccounts,
        Self::ManageOrganisations,
        Self::SeeSurveys,
        Self::ManageSurveys,
        Self::SeePeople,
        Self::SeeProviderFigures,
        Self::SeeCountyFigures,
        Self::ReadAudit,
    ];
}
