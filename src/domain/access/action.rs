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
    /// Put values of another data set in force.
    ValuesSupplied = "values-supplied",
    /// Took figures away as a file.
    FiguresExported = "figures-exported",
    /// Asked for a board pack.
    BoardPackAsked = "board-pack-asked",
    /// Figures left disclosure control: they can be seen from now on.
    FiguresReleased = "figures-released",
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
    /// Looked at the list of what people said at events.
    CommentsListed = "comments-listed",
    /// Read what somebody said at an event.
    CommentViewed = "comment-viewed",
    /// Published a comment in a wording that they looked at.
    CommentPublished = "comment-published",
    /// Kept a comment back, or took it back from those who could read it.
    CommentKeptBack = "comment-kept-back",
    /// Said that a comment means that somebody may be at risk.
    ConcernRaised = "concern-raised",
    /// Said that a comment does not mean that anybody is at risk.
    ConcernDismissed = "concern-dismissed",
    /// Added a theme to the codebook.
    ThemeAdded = "theme-added",
    /// Changed what a theme is called or what belongs there.
    ThemeChanged = "theme-changed",
    /// Retired a theme: it is offered no more.
    ThemeRetired = "theme-retired",
    /// Offered a theme again that was retired.
    ThemeOffered = "theme-offered",
    /// Made two themes one.
    ThemesMerged = "themes-merged",
    /// Coded what somebody said at an event.
    CommentCoded = "comment-coded",
    /// Settled which themes a comment has that two people had coded differently.
    CommentSettled = "comment-settled",
    /// Wrote down what was heard at an event and what is done about it.
    AnswerBackAdded = "answer-back-added",
    /// Put such an answer into other words.
    AnswerBackChanged = "answer-back-changed",
    /// Took such an answer away.
    AnswerBackRemoved = "answer-back-removed",
    /// Published the answers to what was heard at an event.
    AnswersBackPublished = "answers-back-published",
    /// Took the published answers from the public page.
    AnswersBackEnded = "answers-back-ended",
    /// Marked an outcome or indicator as validated with patients and carers.
    FrameworkValidated = "framework-validated",
    /// Sent an outcome or indicator back, to be asked again.
    FrameworkSentBack = "framework-sent-back",
    /// Began a new version of a definition.
    DefinitionDrafted = "definition-drafted",
    /// Wrote on a draft of a definition.
    DefinitionChanged = "definition-changed",
    /// Proposed a draft of a definition.
    DefinitionProposed = "definition-proposed",
    /// Sent a draft of a definition back.
    DefinitionSentBack = "definition-sent-back",
    /// Put a draft of a definition into force.
    DefinitionApproved = "definition-approved",
    /// Gave a draft of a definition up.
    DefinitionDropped = "definition-dropped",
    /// Planned an engagement event.
    EventPlanned = "event-planned",
    /// Changed what is planned for an event.
    EventChanged = "event-changed",
    /// Let an event take answers, by hand.
    EventOpened = "event-opened",
    /// Let an event take no more answers, by hand.
    EventClosed = "event-closed",
    /// Called an event off.
    EventCalledOff = "event-called-off",
    /// Looked at who is expected at an event.
    AttendeesListed = "attendees-listed",
    /// Put somebody on the list of an event.
    AttendeeAdded = "attendee-added",
    /// Put right what is known of somebody who is expected.
    AttendeeChanged = "attendee-changed",
    /// Took somebody off the list of an event.
    AttendeeRemoved = "attendee-removed",
    /// Noted that somebody came to an event, or that they did not.
    AttendanceNoted = "attendance-noted",
    /// Put the people of a file on the list of an event.
    AttendeesImported = "attendees-imported",
    /// Had those on the list of an event invited.
    AttendeesInvited = "attendees-invited",
    /// A person said that they want no more email about events.
    EventEmailStopped = "event-email-stopped",
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
