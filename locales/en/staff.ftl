# The door for staff.

sign-in-heading = Sign in
sign-in-explain = This is for staff. You do not need to sign in to answer a survey.
sign-in-email = Email address
sign-in-password = Password
sign-in-button = Sign in
sign-in-email-empty = Enter your email address
sign-in-password-empty = Enter your password
sign-in-wrong = That email address and password do not go together
sign-in-forgotten = I have forgotten my password
sign-in-with = Sign in with { $name }

# Where staff begin.

staff-home-heading = What you can do here
staff-home-nothing = Your account has no role yet. Ask an administrator of your organisation to give you one.
staff-place-commissioner = Indicators
staff-place-commissioner-explain = The figures of the whole county, month by month.
staff-place-audit = Audit trail
staff-place-audit-explain = Who did what, when and from where.
staff-place-rights = Rights of people
staff-place-rights-explain = Copies, corrections, legal holds, erasure, and how long records are kept.
staff-place-provider = Your organisation’s figures
staff-place-provider-explain = The indicators your organisation bears on, month by month, and those of the organisations it leads.
staff-place-supply = Values from other data sets
staff-place-supply-explain = Bring in what other data sets supply, and see what was brought.
staff-place-heard = Who was not heard
staff-place-heard-explain = How far those came who could have been asked, and who was heard less than others.
staff-place-results = Results of events
staff-place-results-explain = What people said at engagement events that are over, in figures.
staff-place-framework = Outcome framework
staff-place-framework-explain = Where each outcome and indicator stands with patients and carers, and what events say about it.
staff-place-definitions = Definitions of indicators
staff-place-definitions-explain = What each indicator counts, in plain words, and how new versions come about.
staff-place-alerts = Alerts
staff-place-alerts-explain = Answers that somebody should look at soon.
staff-place-alert-team = Who looks at alerts
staff-place-alert-team-explain = The team that is told of such answers, when it is at work, and how soon it looks.
staff-place-people = People in your care
staff-place-people-explain = Who is in care, what they were asked, and whether they answered.
staff-place-imports = People and episodes from a file
staff-place-imports-explain = Send a file, see what would become of each line, and bring it in.
staff-place-events = Engagement events
staff-place-events-explain = Plan an event, print its poster, watch how many answers come in.
staff-place-surveys = Surveys
staff-place-surveys-explain = Which surveys there are, and the links to share.
staff-nav = Your pages
staff-nav-home = What you can do
staff-nav-account = Your account
