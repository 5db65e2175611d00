# Engagement events, for those who hold them: planning, the page of an event, opening and closing.

engage-title = Engagement events
engage-explain = People meet, say what matters to them, and hear what became of it. Each event has a code of its own by which everybody in the room can answer.
engage-new = Plan an event
engage-empty = You hold no events yet. Plan one: it gets a code, a poster to print and a page that counts the answers.
engage-event = Event
engage-when-and-where = When and where
engage-state = State
engage-code = Code
engage-list-running = Under way
engage-list-coming = Coming
engage-list-over = Over or called off
engage-state-planned = Does not take answers yet
engage-state-open = Takes answers
engage-state-closed = Takes no more answers
engage-state-called-off = Called off
engage-when = { $day }, { $from } to { $until }
engage-moment = { $day }, { $time }
engage-none = None
engage-hours =
    { $count ->
        [one] { $count } hour after it ends
       *[other] { $count } hours after it ends
    }
engage-days =
    { $count ->
        [one] { $count } day after that
       *[other] { $count } days after that
    }

# What an event offers.

engage-offer-step-free = Step-free access
engage-offer-accessible-toilet = Accessible toilet
engage-offer-parking = Parking, with places for Blue Badge holders
engage-offer-hearing-loop = Hearing loop
engage-offer-bsl = British Sign Language interpreter
engage-offer-interpreter = Interpreter for other languages
engage-offer-easy-read = Easy read papers
engage-offer-large-print = Large print papers
engage-offer-quiet-room = Quiet room
engage-offer-assistance-dogs = Assistance dogs are welcome
engage-offer-travel = Help with the cost of travel
engage-offer-respite-care = Care for the person you look after, while you are here

# The form.

engage-new-heading = Plan an event
engage-new-button = Plan this event
engage-edit-heading = Change what is planned
engage-edit-button = Keep the changes
engage-as-it-is = See the event as it is now
engage-no-team = No organisation has said yet who looks at answers that cannot wait. Somebody who manages a provider does so under “Who looks at alerts”. Until then no event can be planned.
engage-fixed = Somebody has begun to answer, so the questions stay as they are. Everything else can still change.
engage-part-when = When and where
engage-part-taking-part = So that everybody can take part
engage-part-answers = Answers
engage-part-questions = What people are asked
engage-every-programme = All programmes
engage-no-survey = No survey: only the questions chosen below
engage-field-holder = Who holds the event
engage-field-title = What the event is called
engage-hint-title = As it stands on the poster, for example “Carers at the library”.
engage-field-programme = Programme it is about
engage-field-day = Day
engage-hint-day = For example, 5 12 2026
engage-field-from = It begins at
engage-hint-from = For example, 10:00
engage-field-until = It ends at
engage-hint-until = For example, 12:30
engage-field-place = Place
engage-hint-place = The building and the street.
engage-field-directions = How to get there and in
engage-hint-directions = Buses, parking, which door, which floor. It stands on the poster where there is room.
engage-field-capacity = How many people there is room for
engage-hint-capacity = Leave it empty where there is no limit.
engage-field-offers = What there is for those who need it
engage-hint-offers = Choose all that will be there. It stands on the poster and in the invitation.
engage-field-languages = Languages spoken there
engage-hint-languages = Choose at least one. The poster can be printed in those that Saywell speaks.
engage-field-contact = How to reach you
engage-hint-contact = A telephone number or an email address, for those who need help, another language or a form on paper. It stands on the poster.
engage-field-team = Whose team looks at answers that cannot wait
engage-hint-team = Organisations that have a team for alerts. Somebody may write at an event that they are in danger.
engage-field-opens = Answers are taken from
engage-hint-opens = Leave day and time empty for an hour before it begins.
engage-field-opens-time = From that day at
engage-field-closes = Answers are taken until
engage-hint-closes = Leave day and time empty for 14 days after it ends.
engage-field-closes-time = Until that day at
engage-field-follow-up = Hours until those are asked by email who have not answered
engage-hint-follow-up = Counted from the end of the event. 0 for no email.
engage-field-reminder = Days from there until they are reminded
engage-hint-reminder = Once. 0 for no reminder.
engage-field-survey = Survey it begins with
engage-hint-survey = The questions chosen below follow it.
engage-field-outcomes = Outcomes to put in order: { $programme }
engage-hint-outcomes = People choose up to three of all those you mark here, the most important first. Mark none, or at least two.
engage-field-indicators = Indicators to ask about: { $programme }
engage-hint-indicators = People say whether each makes sense to them, and why. At most five in all.

engage-fault-holder-wrong = Choose who holds the event
engage-fault-title-missing = Enter what the event is called
engage-fault-title-long = The name of the event must be 120 characters or fewer
engage-fault-programme-wrong = Choose a programme from the list
engage-fault-day-missing = Enter the day of the event
engage-fault-day-wrong = There is no such day. Enter day, month and year in numbers
engage-fault-day-far = The day of the event must be between a month ago and two years from now
engage-fault-from-wrong = Enter the time at which the event begins, such as 10:00
engage-fault-from-gap = The clocks go forward that night and the event would begin at a time that does not exist. Choose another time
engage-fault-from-fold = The clocks go back that night and the time at which the event begins comes twice. Choose another time
engage-fault-until-wrong = Enter the time at which the event ends, such as 12:30
engage-fault-until-gap = The clocks go forward that night and the event would end at a time that does not exist. Choose another time
engage-fault-until-fold = The clocks go back that night and the time at which the event ends comes twice. Choose another time
engage-fault-until-early = The event must end after it begins, on the same day
engage-fault-place-missing = Enter where the event is
engage-fault-place-long = The place must be 200 characters or fewer
engage-fault-directions-long = How to get there must be 2,000 characters or fewer
engage-fault-capacity-wrong = How many people there is room for must be a whole number from 1 to 10,000
engage-fault-languages-missing = Choose at least one language
engage-fault-contact-missing = Enter how people reach you
engage-fault-contact-long = How people reach you must be 200 characters or fewer
engage-fault-team-wrong = Choose whose team looks at answers that cannot wait
engage-fault-opens-wrong = Enter the day from which answers are taken, or leave day and time empty
engage-fault-opens-far = Answers must be taken from 90 days before the event at the earliest, and before it ends
engage-fault-opens-time-wrong = Enter the time from which answers are taken, such as 09:00
engage-fault-opens-time-gap = The clocks go forward that night: the time from which answers are taken does not exist. Choose another time
engage-fault-opens-time-fold = The clocks go back that night: the time from which answers are taken comes twice. Choose another time
engage-fault-closes-wrong = Enter the day until which answers are taken, or leave day and time empty
engage-fault-closes-far = Answers must be taken until after the event begins, and until 90 days after it at the latest
engage-fault-closes-time-wrong = Enter the time until which answers are taken, such as 17:00
engage-fault-closes-time-gap = The clocks go forward that night: the time until which answers are taken does not exist. Choose another time
engage-fault-closes-time-fold = The clocks go back that night: the time until which answers are taken comes twice. Choose another time
engage-fault-follow-up-wrong = The hours must be a whole number from 0 to 168
engage-fault-reminder-wrong = The days must be a whole number from 0 to 30
engage-fault-survey-wrong = Choose a survey from the list
engage-fault-survey-unfit = An event cannot begin with that survey. Choose another
engage-fault-outcomes-few = Choose at least two outcomes to put in order, or none
engage-fault-indicators-many = Choose five indicators or fewer
engage-fault-stale = Somebody else has changed this event since you opened it. Nothing of yours is kept yet: look at it as it is now, or keep the changes once more to replace what they changed
engage-fault-fixed = Somebody has begun to answer since you opened this page, so the questions stay as they are. Keep the changes once more to keep the rest

# The page of an event.

engage-done-planned = The event is planned.
engage-done-changed = The changes are kept.
engage-done-opened = The event takes answers.
engage-done-closed = The event takes no more answers.
engage-done-called-off = The event is called off.
engage-edit = Change what is planned
engage-answers-heading = Answers
engage-sent =
    { $count ->
        [one] { $count } person has sent their answers
       *[other] { $count } people have sent their answers
    }
engage-begun =
    { $count ->
        [0] Nobody is answering just now.
        [one] { $count } person is answering just now.
       *[other] { $count } people are answering just now.
    }
engage-look-again = Look again
engage-taken = Answers are taken from { $from } until { $until }.
engage-were-taken = Answers were taken from { $from } until { $until }.
engage-nothing-was-asked = Nothing was asked at this event.
engage-nothing-asked = There is nothing to answer yet. Choose a survey, outcomes or indicators under “Change what is planned”; until then whoever joins is told that there are no questions.
engage-live = Show the count in large type
engage-open = Take answers now
engage-close = Take no more answers
engage-call-off = Call the event off
engage-join-heading = How people join
engage-join = They scan the square code, or go to { $address } and type this code:
engage-qr = Square code of { $link }
engage-prints = To print
engage-poster = Poster, A4 (PDF): { $language }
engage-card = Card for the tables, A5 (PDF): { $language }
engage-form = The questions on paper (PDF): { $language }
engage-form-large = The questions on paper in large print (PDF): { $language }
engage-way-people = Who is expected
engage-way-people-explain = Add people, send invitations, see what to prepare, and tick who comes.
engage-way-tablets = Shared tablets
engage-way-tablets-explain = Tablets that people answer on, one after the other.
engage-way-paper = Answers on paper
engage-way-paper-explain = Type in what people wrote by hand, one paper after another.
engage-way-results = Results
engage-way-results-explain = When it is over: how the outcomes were put in order, and what was answered, without small numbers.
engage-parts-heading = More about this event
engage-facts-heading = What is planned
engage-fact-holder = Held by
engage-fact-place = Place
engage-fact-offers = So that everybody can take part
engage-fact-languages = Languages
engage-fact-capacity = Room for
engage-fact-contact = Contact
engage-fact-team = Alerts go to
engage-fact-follow-up = Email to those who have not answered
engage-fact-reminder = Reminder
engage-asked-heading = What people are asked
engage-asked-open = The questions can change until somebody begins to answer.
engage-asked-fixed = Somebody has begun to answer: the questions stay as they are.
engage-asked-survey = It begins with the survey:
engage-asked-outcomes = Outcomes to put in order
engage-asked-indicators = Indicators to ask about

# The count on the wall.

engage-live-title = { $title }: answers so far
engage-live-sent =
    { $count ->
        [one] person has answered
       *[other] people have answered
    }
engage-live-join = Join at { $address } with the code
engage-live-closed = This event does not take answers at the moment.
engage-live-at = Counted at { $time }.
engage-live-again =
    { $seconds ->
        [one] This page looks again every { $seconds } second.
       *[other] This page looks again every { $seconds } seconds.
    }
engage-live-stop = Stop looking again
engage-live-go-on = Look again by itself

# By hand.

engage-open-heading = Take answers now?
engage-open-explain = Everybody with the code can begin to answer at once. You can close the event again at any time.
engage-open-button = Take answers now
engage-until = For how long
engage-until-hour = For an hour, until { $until }
engage-until-day = For a day, until { $until }
engage-until-week = For a week, until { $until }
engage-until-usual = Until 14 days after the event, { $until }
engage-fault-until-missing = Choose for how long the event takes answers
engage-close-heading = Take no more answers?
engage-close-explain = Nobody can begin any more. What was sent stays, and whoever is answering now can still send it for an hour. You can open the event again.
engage-close-button = Take no more answers
engage-call-off-heading = Call this event off?
engage-call-off-explain = Nobody can join or answer any more, and those who were sent an invitation are told by email. Answers that were sent stay. This cannot be undone.
engage-call-off-button = Call it off

# Posters and cards.

poster-heading = Tell us what matters to you
poster-scan = Scan this square with the camera of your phone
poster-or = or go to the address below and type the code
poster-square = Square code that leads to { $link }
poster-offers = There is: { $offers }
poster-minutes =
    { $count ->
        [one] It takes about { $count } minute.
       *[other] It takes about { $count } minutes.
    }
poster-free = No account and no app. You do not give your name.
poster-help = Would you like a form on paper, another language, or help? Ask anybody here, or: { $contact }
