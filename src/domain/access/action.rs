//! What the audit trail calls the things that were done. A closed list: what is not here cannot be recorded, and what is
//! recorded can be searched for.

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// Something that somebody did.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[$doc])* $name),+
        }

        impl Action {
            /// Every action.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code that stands for it in the trail.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code),+
                }
            }
        }
    };
}

actions! {
    /// Signed in, with every factor.
    SignedIn = "signed-in",
    /// A sign-in that failed: password, code or link.
    SignInRefused = "sign-in-refused",
    /// Signed out.
    SignedOut = "signed-out",
    /// Signed in on a device not seen before.
    DeviceAdded = "device-added",
    /// Showed again who they are before something dangerous.
    Confirmed = "confirmed",
    /// Ended another session of their own.
    SessionRevoked = "session-revoked",
    /// Asked for a link to set a new password.
    ResetAsked = "reset-asked",
    /// Set a password through a link.
    PasswordSet = "password-set",
    /// Changed the password.
    PasswordChanged = "password-changed",
    /// Added a second factor.
    FactorAdded = "factor-added",
    /// Removed a second factor.
    FactorRemoved = "factor-removed",
    /// Made new recovery codes.
    RecoveryCodesMade = "recovery-codes-made",
    /// Tied an account to an identity of another organisation's sign-in.
    IdentityLinked = "identity-linked",
    /// Untied an account from an identity of another organisation's sign-in.
    IdentityUnlinked = "identity-unlinked",
    /// Invited somebody.
    AccountInvited = "account-invited",
    /// Changed the name, address or employer of an account.
    AccountChanged = "account-changed",
    /// Deactivated an account.
    AccountDeactivated = "account-deactivated",
    /// Activated an account again.
    AccountReactivated = "account-reactivated",
    /// Took away somebody's second factors, because they have lost them.
    FactorsReset = "factors-reset",
    /// Gave a role.
    RoleGranted = "role-granted",
    /// Took a role away.
    RoleRevoked = "role-revoked",
    /// Added an organisation.
    OrganisationAdded = "organisation-added",
    /// Changed an organisation.
    OrganisationChanged = "organisation-changed",
    /// Allowed one organisation to see the people of another.
    SharingAllowed = "sharing-allowed",
    /// No longer allows it.
    SharingEnded = "sharing-ended",
    /// Looked at a person's record.
    PersonViewed = "person-viewed",
    /// Printed a form with the code of somebody's invitation.
    PaperPrinted = "paper-printed",
    /// Put letters to people into a batch.
    LettersGathered = "letters-gathered",
    /// Took letters to people away as a file.
    LettersTaken = "letters-taken",
    /// Said that letters to people are in the post.
    LettersPosted = "letters-posted",
    /// Looked at a list of people.
    PeopleListed = "people-listed",
    /// Noted that somebody asks for a right over their data.
    RightsRequested = "rights-requested",
    /// Noted what became of such a request.
    RightsAnswered = "rights-answered",
    /// Made a copy of everything that is held about a person.
    RecordExported = "record-exported",
    /// Placed a legal hold on a record.
    HoldPlaced = "hold-placed",
    /// Lifted a legal hold.
    HoldLifted = "hold-lifted",
    /// Left a person out of every figure, or counted them again.
    OptOutChanged = "opt-out-changed",
    /// Erased a person.
    PersonErased = "person-erased",
    /// Counted what the rules of retention would erase.
    RetentionTried = "retention-tried",
    /// Registered a person.
    PersonAdded = "person-added",
    /// Put right what is known of a person.
    PersonChanged = "person-changed",
    /// Made two records of one person one.
    PeopleMerged = "people-merged",
    /// Opened an episode of care.
    EpisodeOpened = "episode-opened",
    /// Put an episode of care right.
    EpisodeChanged = "episode-changed",
    /// Closed an episode of care.
    EpisodeClosed = "episode-closed",
    /// Noted why somebody is not asked.
    StopNoted = "stop-noted",
    /// Took back why somebody was not asked.
    StopLifted = "stop-lifted",
    /// Began to ask by a schedule.
    ScheduleBegun = "schedule-begun",
    /// No longer asks by a schedule.
    ScheduleEnded = "schedule-ended",
    /// Looked at how far those are who were asked.
    DueListed = "due-listed",
    /// Looked at the list of alerts.
    AlertsListed = "alerts-listed",
    /// Looked at an alert, with the answers behind it.
    AlertViewed = "alert-viewed",
    /// Acknowledged an alert.
    AlertAcknowledged = "alert-acknowledged",
    /// Noted something about an alert.
    AlertNoted = "alert-noted",
    /// Said who looks at an organisation's alerts.
    AlertTeamChanged = "alert-team-changed",
    /// Brought in the localities.
    LocalitiesImported = "localities-imported",
    /// Brought a file of people and episodes.
    ImportAdded = "import-added",
    /// Chose to bring in what such a file holds.
    ImportBegun = "import-begun",
    /// Took such a file away before it was brought in.
    ImportDropped = "import-dropped",
    /// What such a file holds was brought in.
    ImportDone = "import-done",
    /// Took figures away as a file.
    FiguresExported = "figures-exported",
    /// Searched the audit trail.
    AuditSearched = "audit-searched",
    /// Took the audit trail away as a file.
    AuditExported = "audit-exported",
    /// Opened a survey.
    SurveyOpened = "survey-opened",
    /// Closed a survey.
    SurveyClosed = "survey-closed",
    /// Imported a version of a survey.
    SurveyImported = "survey-imported",
    /// Began to encrypt with a new key.
    KeyRotated = "key-rotated",
    /// Took a key that nothing is encrypted with any more out of the key ring.
    KeyDropped = "key-dropped",
    /// A person asked for a copy of their answers.
    AnswersCopied = "answers-copied",
    /// A person looked at their own scores over time.
    OwnResultsViewed = "own-results-viewed",
    /// A person took their answers back.
    AnswersWithdrawn = "answers-withdrawn",
    /// Entered a paper form that was filled in at an event.
    EventPaperEntered = "event-paper-entered",
    /// Took back a paper form of an event that they had entered.
    EventPaperTakenBack = "event-paper-taken-back",
    /// A person said that they do not want to answer.
    AnswerDeclined = "answer-declined",
    /// Entered answers that somebody gave by phone, in person or on paper.
    AnswersEntered = "answers-entered",
    /// Typed what stands on a paper, once or again; nothing is sent by it.
    PaperTyped = "paper-typed",
    /// Made a shared tablet ask a survey.
    KioskOpened = "kiosk-opened",
    /// Ended the use of a shared tablet.
    KioskEnded = "kiosk-ended",
    /// Asked for a page, file or record that is not theirs.
    Refused = "refused",
}

impl Action {
    /// The action a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.code() == code)
    }
}
