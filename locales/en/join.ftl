# Coming to an event, and hearing from it afterwards.

join-heading = Join an event
join-explain = The code is on the poster and on the cards on the tables. You need no account and no app.
join-label = The code of the event
join-hint = Six letters and numbers, such as 346 7AC. Capitals and spaces do not matter.
join-lost = If you cannot read the code, ask the people who run the event. They also have paper and tablets to answer on.
join-fault-empty = Enter the code of the event
join-fault-unknown = No event has this code. Check it against the poster, or ask the people who run the event
join-fault-length =
    { $length ->
        [one] The code has six letters and numbers. You typed one
       *[other] The code has six letters and numbers. You typed { $length }
    }
join-fault-look-alike = The code has no { $sign }. Look at the poster again: 0, 1, 2, 5, 8, B, I, L, O, S, U and Z are never part of a code
join-fault-sign = The code has only letters from A to Y and numbers. Check it against the poster
join-too-many-heading = Too many wrong codes
join-too-many-explain = Wait a minute before you try again, or ask the people who run the event. The right code works at any time.
join-again = Type the code

join-when-label = When
join-where-label = Where
join-when = { $date }, { $from } to { $to }
join-when-days = { $from } to { $to }
join-moment = { $date }, { $time }
join-question = If you have a question: { $contact }
join-contact = If you have a question, or would rather answer on paper: { $contact }
join-saved = Your answers are saved page by page. You can stop and carry on until { $until }.
join-who-sees = Only people who work with the answers for { $holder } can read them. If you say so at the end, something you wrote may be published after a person has read it and taken out names.
join-draft = You have started to answer on this phone. You can send your answers until { $until }.

join-not-yet-heading = The questions are not open yet
join-not-yet-explain = You can answer from { $at }.
join-look-again = Look again
join-closed-heading = The questions are closed
join-closed-explain = Answers could be sent until { $at }. What was sent by then is safe.
join-called-off-heading = The event is called off
join-called-off-explain = It does not take place, and no more answers are taken. What was sent before is safe.
join-nothing-heading = There is nothing to answer yet
join-nothing-explain = This event has no questions so far.
join-unsent-closed = What you had begun was not sent, because it was too late. If you want it to count, tell the people who run the event: they can take it down on paper.
join-unsent-called-off = What you had begun was not sent, because the event is called off. If there is something we should know, tell the people who were to run it.

join-answered-heading = You have answered
join-answered-explain = Answers were sent from this phone. We have them, and they are counted once.
join-answered-receipt = The receipt code is
join-another-heading = Does somebody else want to answer?
join-another-explain = If you hand this phone to somebody who has not answered yet, they can start here. They see nothing of what you said.
join-another-button = Somebody else answers now
join-link-answered-explain = Answers were sent with your link. They are counted once, and nobody can see which answers are yours.
join-link-another = If somebody else wants to answer, they can start from the page of the event:
join-link-another-link = open the event

join-no-cookies-heading = This phone did not remember you
join-no-cookies-explain = Your answers are saved page by page, and for that your browser has to keep a cookie. It may have been the first time: press the button to try again.
join-no-cookies-again = Try again
join-no-cookies-else = If this page comes back, your browser keeps no cookies. Allow them for this site, use another browser, or answer on a tablet or on paper at the event.

stay-heading = Would you like to hear what becomes of this?
stay-explain = { $holder } can email you what people said at the event and what is done about it. Your address is kept apart from your answers: nobody can tell which are yours.
stay-consent = By sending your address you agree that { $holder } writes to you about this event, and about nothing else. Each email has a link to stop.
stay-email = Your email address
stay-email-hint = You can leave this out.
stay-button = Send me the results
stay-fault-empty = Enter your email address, or leave this page: your answers have been sent
stay-fault-email = Enter an email address like name@example.org
stay-thanks = Thank you. You will hear from us when there is something to tell.

tablets-title = Tablets
tablets-explain = People at the event can answer on these tablets, one after the other; each is forgotten before the next. Open the address in the tablet’s browser, where no staff are signed in, and switch off everything else that people should not reach. They take answers as long as the event does.
tablets-nothing = There is nothing to answer at this event yet, so no tablet can ask it.
tablets-name = Name of a new tablet
tablets-name-hint = For example, Table by the door.
tablets-add = Add a tablet
tablets-fault-name = Enter what you call the tablet, in at most 80 characters
tablets-caption = Tablets of this event
tablets-none = This event has no tablets yet.
