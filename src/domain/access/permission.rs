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
    /// Register people and episodes, import them, note why they are not asked.
    ManagePeople,
    /// Enter answers that were given by phone, in person or on paper.
    EnterAnswers,
    /// Look at alerts and acknowledge them.
    ActOnAlerts,
    /// Begin and end asking by a schedule, and say who looks at alerts.
    ManageSchedules,
    /// Answer to people's rights over their own data: access, erasure, retention, legal hold.
    ManageRights,
    /// See a provider's aggregates.
    SeeProviderFigures,
    /// See the county's aggregates.
    SeeCountyFigures,
    /// Bring in values that other data sets supply.
    SupplyValues,
    /// Search and export the audit trail.
    ReadAudit,
    /// Plan engagement events, ask people to them, and answer back.
    ManageEvents,
    /// Read what people said at events in their own words, and decide what is published of it.
    ReadComments,
    /// See what came out of events, in aggregate.
    SeeEventFigures,
    /// See how the outcome framework is supported by what people said.
    SeeFramework,
    /// Mark an outcome or indicator as validated with patients and carers, or send it back.
    ValidateFramework,
    /// Write and propose new versions of the definitions of indicators.
    DraftDefinitions,
    /// Decide about definitions that somebody else wrote.
    ApproveDefinitions,
}

impl Permission {
    /// Every permission.
    pub const ALL: [Self; 21] = [
        Self::ManageAccounts,
        Self::ManageOrganisations,
        Self::SeeSurveys,
        Self::ManageSurveys,
        Self::SeePeople,
        Self::ManagePeople,
        Self::EnterAnswers,
        Self::ActOnAlerts,
        Self::ManageSchedules,
        Self::ManageRights,
        Self::SeeProviderFigures,
        Self::SeeCountyFigures,
        Self::SupplyValues,
        Self::ReadAudit,
        Self::ManageEvents,
        Self::ReadComments,
        Self::SeeEventFigures,
        Self::SeeFramework,
        Self::ValidateFramework,
        Self::DraftDefinitions,
        Self::ApproveDefinitions,
    ];
}
