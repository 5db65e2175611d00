//! What a handler asks of whoever is signed in, as a type: the permission stands in the handler's arguments, so that a
//! handler without it cannot be written by mistake.

use crate::domain::access::Permission;

/// What a handler asks for.
pub trait Right: 'static {
    /// The permission; nothing where it is enough to be signed in.
    const PERMISSION: Option<Permission>;
}

/// To be signed in.
#[derive(Debug, Clone, Copy)]
pub struct SignedIn;

impl Right for SignedIn {
    const PERMISSION: Option<Permission> = None;
}

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Right for $name {
            const PERMISSION: Option<Permission> = Some(Permission::$name);
        }
    )+};
}

rights! {
    /// To invite staff, give and take roles, end sessions.
    ManageAccounts,
    /// To add and change organisations.
    ManageOrganisations,
    /// To see which surveys there are.
    SeeSurveys,
    /// To open and close surveys.
    ManageSurveys,
    /// To see the people of a provider.
    SeePeople,
    /// To register people and episodes, import them, note why they are not asked.
    ManagePeople,
    /// To enter answers that were given by phone, in person or on paper.
    EnterAnswers,
    /// To look at alerts and acknowledge them.
    ActOnAlerts,
    /// To begin and end asking by a schedule, and say who looks at alerts.
    ManageSchedules,
    /// To answer to people's rights over their own data.
    ManageRights,
    /// To see a provider's aggregates.
    SeeProviderFigures,
    /// To see the county's aggregates.
    SeeCountyFigures,
    /// To bring in values that other data sets supply.
    SupplyValues,
    /// To search and export the audit trail.
    ReadAudit,
    /// To plan engagement events, ask people to them, and answer back.
    ManageEvents,
    /// To read what people said at events in their own words, and decide what is published of it.
    ReadComments,
    /// To see what came out of events, in aggregate.
    SeeEventFigures,
    /// To see how the outcome framework is supported by what people said.
    SeeFramework,
    /// To mark an outcome or indicator as validated with patients and carers, or send it back.
    ValidateFramework,
    /// To write and propose new versions of the definitions of indicators.
    DraftDefinitions,
    /// To decide about definitions that somebody else wrote.
    ApproveDefinitions,
}
