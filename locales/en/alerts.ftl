# Alerts: answers that a person should look at soon. Nothing here says what an answer means.

alert-list-title = Alerts
alert-list-explain = Somebody gave an answer that a person should look at. Only you can tell what it means: the program does not. Looking at this list, or at one alert, is recorded.
alert-times-link = How soon alerts are acknowledged
alert-open-heading = Not acknowledged yet
alert-open-caption = Alerts that nobody has acknowledged, oldest first
alert-open-none = Every alert has been acknowledged.
alert-done-heading = Acknowledged
alert-done-caption = Alerts that were acknowledged, latest first
alert-who = Who answered
alert-nobody = Somebody without a record
alert-survey = Survey
alert-raised = Received
alert-waiting = Waiting for
alert-acknowledged = Acknowledged
alert-escalated = Passed on because nobody acknowledged it in time

# One alert.

alert-title = Alert
alert-explain = Nobody has acknowledged this yet. Please look at the answers, reach the person if you can, and say what you did.
alert-answers-heading = Answers to look at
alert-answer-gone = The answer was taken back or is no longer kept.
alert-contact-heading = How to reach them
alert-record = Their record
alert-no-contact = There is no record of who gave these answers, so nobody here can reach them. They were shown where to get urgent help.
alert-died = The record says that this person died on { $date }. Somebody else may have answered.
alert-phone = Telephone
alert-email = Email
alert-address = Address
alert-not-known = Not known
alert-facts-heading = How the answers came
alert-notes-heading = Notes
alert-note-gone = This note can no longer be read.
alert-note-heading = Add a note
alert-acknowledge-heading = Acknowledge this alert
alert-note = What you did
alert-note-hint = For example whom you rang and what was agreed. Your colleagues see this.
alert-note-button = Add note
alert-acknowledge-button = Acknowledge
alerts-done-acknowledged = You acknowledged this alert.
alerts-done-noted = Your note was added.
alerts-acknowledged-by = { $name }, { $at }
alerts-acknowledged = Acknowledged: { $said }.
alerts-fault-note-empty = Say what you did
alerts-fault-note-long = The note must have 2,000 characters or fewer
alerts-fault-already = { $name } acknowledged this before you did. Your note has not been kept yet: add it if it says more
alerts-fault-already-somebody = Somebody acknowledged this before you did. Your note has not been kept yet: add it if it says more
alerts-fact-raised = Received
alerts-fact-escalated = Passed on, because nobody acknowledged it in time
alerts-fact-provider = Provider
alerts-fact-respondent = Who answered
alerts-respondent-self = The person themselves
alerts-respondent-proxy = Somebody else, for them
alerts-respondent-carer = A carer, about themselves
alerts-fact-relationship = Relationship
alerts-fact-mode = How they answered
alerts-mode-web = On the web
alerts-mode-kiosk = On a shared tablet
alerts-mode-phone = By phone
alerts-mode-paper = On paper
alerts-fact-assistance = Help from staff
alerts-assistance-phone = Asked by phone
alerts-assistance-in-person = Asked in person
alerts-assistance-transcribed = Typed in from paper
alerts-mobile = Mobile
alerts-telephone = Telephone
alerts-contact-by = Wants to be reached
alerts-contact-by-email = By email
alerts-contact-by-text = By text message
alerts-contact-by-letter = By post
alerts-contact-by-phone = By phone
alerts-contact-by-none = Not at all, about surveys
alerts-language = Language
alerts-need = Needs
alerts-need-large-print = Large print
alerts-need-easy-read = Easy read
alerts-need-braille = Braille
alerts-need-audio = Spoken, not written
alerts-need-bsl = British Sign Language
alerts-need-interpreter = An interpreter
alerts-need-carer-assists = A carer who helps them to answer
alerts-need-paper = Paper
alerts-need-phone = To be rung up
alerts-lasting-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
alerts-lasting-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
alerts-lasting-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

# How soon.

alert-times-title = How soon alerts are acknowledged
alert-back = Back
alert-times-explain = Times count on the clock, at night and at weekends too, from the moment the answers were sent. Alerts nobody has acknowledged have no time yet. In time means within the minutes your team has set today.
alert-times-caption = Alerts by the month in which they were raised
alert-times-month = Month
alert-times-raised = Raised
alert-times-acknowledged = Acknowledged
alert-times-median = Half of them within
alert-times-ninetieth = Nine in ten within
alert-times-in-time = In time
alert-times-escalated = Passed on
alerts-times-of = { $part } of { $all }
alerts-times-none = No alert was acknowledged in the last twelve months.
alerts-times-sentence = Of the alerts of { $month } that were acknowledged, half were within { $median }.
alerts-times-chart = Minutes within which half of the alerts were acknowledged
alerts-times-chart-none = No alert was acknowledged

# Who looks at alerts.

alert-teams-title = Who looks at alerts
alert-teams-explain = When somebody gives an answer that a person should look at, the team is told by email, without any detail. If nobody acknowledges it in time, whoever stands behind the team is told.
alert-team-email = Team
alert-team-escalation = Told when nobody acknowledges it in time
alert-team-minutes = Minutes to acknowledge
alert-team-hours = At work
alert-team-unsaid = This organisation has not said who looks at its alerts. The address that was set for the whole installation is told, and told again after an hour.
alert-team-change = Change who looks at alerts
alerts-done-team = The team was changed.
alerts-team-heading = Who looks at alerts
alerts-team-intro = The emails name nobody and say nothing of the answers. They lead to the page of the alert, for which people sign in.
alerts-team-button = Save
alerts-team-hours = { $days }, { $from } to { $until }
alerts-days-1-5 = Monday to Friday
alerts-days-1-6 = Monday to Saturday
alerts-days-1-7 = Every day
alerts-field-email = Email address of the team
alerts-field-email-hint = A shared mailbox that somebody opens in the hours below.
alerts-field-escalation = Email address of whoever stands behind the team
alerts-field-escalation-hint = They are told when nobody acknowledges an alert in time.
alerts-field-minutes = Minutes to acknowledge an alert
alerts-field-minutes-hint = They count on the clock, at night and at weekends too. From 5 to 4320, which is three days.
alerts-field-days = Days at work
alerts-field-days-hint = People who answer are told when the team is next at work.
alerts-field-from = At work from
alerts-field-from-hint = For example 09:00
alerts-field-until = At work until
alerts-field-until-hint = For example 17:00, or 24:00 for midnight
alerts-fault-in = { $field }: { $fault }
alerts-fault-minutes = Enter a whole number of minutes from { $least } to { $most }
alerts-fault-days = Choose the days on which the team is at work
alerts-fault-time = Enter a time such as 09:00
alerts-fault-order = The team must end later than it begins, on the same day

# What respondents are told about the team.

watch-unsent = The team at { $organisation } sees your answers once you have sent them.
watch-sent = Your answers were passed to the team at { $organisation }.
watch-always = They are there day and night, but may not look at once, so please do not wait for them.
watch-open = They are at work until { $until } today, but may not look at once, so please do not wait for them.
watch-closed = Nobody is at work there now. They are next at work on { $date } from { $from }, so please do not wait for them.
watch-holidays = They are not at work on bank holidays.
