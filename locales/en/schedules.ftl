# When people are asked, and how far they are.

staff-place-schedules = When people are asked
staff-place-schedules-explain = By which schedules your organisation asks the people in its care, and since when.
staff-place-due = Who is due
staff-place-due-explain = Who is to be asked, who has been written to, who has answered, and whom to ring up.

schedules-title = When people are asked
schedules-explain = By a schedule, everybody in a programme is asked at the same points of their care, once, in a way that works for them. Nobody is asked until you begin.
schedules-caption = Schedules
schedules-schedule = Schedule
schedules-steps = Asked
schedules-since = You ask since
schedules-not-begun = Not begun
schedules-change = Begin or end
schedules-begin = Begin
schedules-end = End
schedules-none = There is no schedule for the programmes of this organisation.
schedules-began = You ask by this schedule now. Who is due is written to within minutes, outside quiet hours.
schedules-ended = You no longer ask by this schedule.

schedule-form-begin = Begin to ask
schedule-form-begin-intro = Nobody is asked about a time that was over before you begin.
schedule-form-begin-button = Continue
schedule-form-since = From when on?
schedule-form-since-hint = The numbers are those of this moment.
schedule-form-since-missing = Choose from when on
schedule-form-since-today = From today on: only those who become due now or later
schedule-form-since-open = From { $date } on: also those who became due since then and can still answer
schedule-form-since-next-month = From { $date } on
schedule-form-preview = { $asked ->
    [0] Nobody would be asked at once
    [one] 1 person would be asked at once
   *[other] { $asked } people would be asked at once
}{ $left ->
    [0] .
    [one] ; 1 is due and would not be asked, for a reason you will see.
   *[other] ; { $left } are due and would not be asked, for reasons you will see.
}
schedule-form-sure = Do you want to begin?
schedule-form-sure-since = You ask everybody who becomes due from { $date } on.
schedule-form-sure-intro = What has been sent cannot be taken back. You can end the schedule at any time.
schedule-form-sure-button = Begin to ask
schedule-form-end = Do you want to end this schedule?
schedule-form-end-since = You have asked by it since { $date }.
schedule-form-end-intro = Nobody else is asked, and nobody is reminded. Links that were sent keep working.
schedule-form-end-button = End the schedule

due-title = Who is due
due-explain = Everybody who was to be asked by a schedule since { $date }. Names are shown here; looking at this page is recorded.
due-schedule-all = Every schedule
due-states = How far they are
due-caption = People, those asked last first
due-person = Person
due-state = State
due-channel = Way
due-asked = Due on
due-until = Can answer until
due-on = on { $date }
due-letter-waits = waits among the letters to post
due-goes-out = goes out { $moment }
due-looked-at-again = { $why }; looked at again on { $date }
due-state-due = To be written to
due-state-task = To be rung up or given a form
due-state-sent = Written to
due-state-opened = Opened
due-state-started = Begun
due-state-finished = Answered
due-state-declined = Declined
due-state-overdue = Not answered in time
due-state-bounced = Could not be delivered
due-state-not-asked = Not asked
due-channel-email = Email
due-channel-text = Text message
due-channel-letter = Letter
due-channel-phone = Telephone
due-channel-paper = Form on paper
due-channel-kiosk = Shared tablet
due-why-died = They have died
due-why-no-record = There is no record of them any more
due-why-not-contacted = They do not want to be written to
due-why-declined = They do not want to answer
due-why-moved = They have moved away
due-why-sensitive = It is not the moment to ask
due-why-stopped = Staff noted a reason
due-why-unreachable = There is no way to reach them
due-why-too-late = It was too late to ask
due-why-not-eligible = Their care ended before

# What somebody will be asked next.

coming-heading = What comes next
coming-from = Due from
coming-now = Now: within minutes, outside quiet hours
coming-not = Not asked: { $why }
coming-after-opened = When this episode has begun
coming-after-closed = When this episode has ended
coming-after-discharged = When a discharge from hospital is recorded
coming-after-delivered = When the birth of the baby is recorded
coming-nothing = Nothing more is to come.
coming-no-schedule = Your organisation does not ask people in this programme by a schedule. A provider manager can begin one.
