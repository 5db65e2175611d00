# Those who are expected at an event.

attendees-heading = Who is expected
attendees-name = Name
attendees-nameless = No name given
attendees-email = Email address
attendees-email-hint = Not needed. It is kept encrypted, and deleted 12 months after the event.
attendees-may-email = Have they agreed to get email about this event?
attendees-may-email-hint = The invitation, changes, and after the event one question and one reminder if they have not answered.
attendees-may-email-yes = Yes
attendees-may-email-no = No
attendees-part = Comes as
attendees-part-unknown = Not known
attendees-part-patient = Patient
attendees-part-carer = Carer
attendees-part-staff = Member of staff
attendees-part-other = Somebody else
attendees-language = Language they read
attendees-needs = Communication needs
attendees-needs-hint = Choose all that apply.
attendees-other-needs = Anything else to prepare for
attendees-other-needs-hint = For example a seat by the door. Nothing about somebody’s health that is not needed for this.
attendees-new-heading = Add a person
attendees-new-button = Add
attendees-edit-heading = Change what is known of somebody
attendees-edit-button = Save
attendees-remove = Remove
attendees-remove-heading = Take this person off the list
attendees-remove-explain = Their name and address are deleted, and nothing more is sent to them about this event. Answers they may have given stay: nobody knows which are theirs.
attendees-remove-button = Take off the list
attendees-yes = Yes
attendees-emailing = Email
attendees-came = Came
attendees-answered = Answered
attendees-do = What to do
attendees-caption = People who are expected
attendees-nobody = Nobody is on the list yet.
attendees-full = More people are expected than there are places.
attendees-email-unwanted = Does not want email
attendees-email-none = No address
attendees-email-not-agreed = Has not agreed to email
attendees-email-not-invited = Not invited yet
attendees-email-waits = Invitation on its way
attendees-email-invited = Invited on { $day }
attendees-email-failed = The invitation did not arrive
attendees-invite-explain = Everybody who agreed to email and was not invited yet gets one email, with an entry for their calendar and a link to answer by. Nobody learns who else is invited.
attendees-invite = { $count ->
    [one] Send { $count } invitation
   *[other] Send { $count } invitations
}
attendees-no-mail = This installation has no mail server, so no invitations can be sent.
attendees-prepare = What to prepare
attendees-prepare-explain = What those who are expected need to take part.
attendees-prepare-caption = Needs
attendees-need = Need
attendees-how-many = How many
attendees-who = Who
attendees-fact-expected = Expected
attendees-fact-places = Places
attendees-fact-came = Came
attendees-fact-answered = Of those expected, answered by their own link
attendees-fact-left = Left an address themselves
attendees-sent-invitation = Invitations sent
attendees-sent-changed = Told of a change
attendees-sent-called-off = Told that it was called off
attendees-sent-follow-up = Asked after the event
attendees-sent-reminder = Reminded
attendees-sent-thanks = Thanked
attendees-sent-news = Told what became of it
attendees-done-added = The person is on the list.
attendees-done-changed = What is known of the person was changed.
attendees-done-removed = The person was taken off the list.
attendees-done-imported = The people of the file are on the list.
attendees-done-invited = The invitations are on their way.
attendees-door-heading = At the door
attendees-door-count = { $came } of { $expected } came.
attendees-walk-in = Somebody came who is not on the list
attendees-walk-in-hint = Not needed: nobody has to say who they are.
attendees-walk-in-button = Add, and note that they came
attendees-there = Came
attendees-tick = Came
attendees-untick = Did not come after all
attendees-import-heading = Add people from a file
attendees-import-explain = Send a CSV file with one line for each person. First you see what would become of each line. Nothing is written until you choose so, and until then the file is kept nowhere.
attendees-file-hint = Saved as “CSV UTF-8”, at most { $most } KB.
attendees-file-missing = Choose a file
attendees-file-long = The file has more than { $most } KB. Send it in parts
attendees-import-check = Look at the lines
attendees-another-file = Another file
attendees-columns-explain = Columns may come in any order. Cells are separated by commas, semicolons or tabs.
attendees-column-name = Needed. The whole name.
attendees-column-email = An email address.
attendees-column-part = patient, carer, staff or other.
attendees-column-language = A language tag such as en, pl or zh-Hans; English where it is empty.
attendees-column-communication-needs = Separated by semicolons or bars: large-print, easy-read, braille, audio, bsl, interpreter, carer-assists, paper, phone.
attendees-column-other-needs = Anything else to prepare for, in a few words.
attendees-column-may-email = Whether they agreed to get email: yes or no. An empty cell means no.
attendees-check-heading = What would become of the lines
attendees-check-adds = { $count ->
    [one] { $count } person would be put on the list.
   *[other] { $count } people would be put on the list.
}
attendees-check-refused = { $count ->
    [one] { $count } line is refused.
   *[other] { $count } lines are refused.
}
attendees-check-emailed = { $count ->
    [one] { $count } of them can be invited by email.
   *[other] { $count } of them can be invited by email.
}
attendees-check-unwanted = { $count ->
    [one] { $count } does not want email, and will get none.
   *[other] { $count } do not want email, and will get none.
}
attendees-check-add = { $count ->
    [one] Add { $count } person
   *[other] Add { $count } people
}
attendees-check-add-others = { $count ->
    [one] Leave those lines out and add { $count } person
   *[other] Leave those lines out and add { $count } people
}
attendees-check-mend = You can also mend these lines and send the whole file again. Nothing has been written.
attendees-check-caption = Lines that are refused
attendees-fault-name-missing = Type a name
attendees-fault-name-wrong = Type a name with letters, of at most 100 characters
attendees-fault-email-wrong = Type an email address like name@example.org
attendees-fault-email-needed = Type an email address, or choose that they have not agreed to email
attendees-fault-part-wrong = Choose patient, carer, staff or other
attendees-fault-language-wrong = The language is none of those that can be noted
attendees-fault-needs-wrong = A communication need is not known
attendees-fault-other-needs-long = Say what else is to be prepared in at most 300 characters
attendees-fault-may-email-wrong = Whether they agreed to email must be yes, no or empty
attendees-fault-twice = An earlier line of the file has the same email address
attendees-fault-expected = Somebody with this email address is on the list already

# The end of emails about events.

event-stop-heading = Stop emails about our events
event-stop-explain = We will send you no more email about this event or our others, also not if something changes. You are still welcome to come.
event-stop-button = Stop the emails
event-stop-done-heading = You will get no more email about our events
event-stop-done-explain = You are still welcome to come, and to say what matters to you.
event-stop-contact = If you have a question, or want to know whether the event takes place: { $contact }
