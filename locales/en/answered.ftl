# "You said, we did": what was heard at an event, and what became of it.

answered-title = You said, we did
answered-title-explain = What was heard, what is done about it, and what cannot be done and why.
answered-explain = Write what people said and what is done about it. Nobody else sees it until you publish it, and then the public page shows it as it stood when you looked at it.
answered-none = Nothing has been written yet. Add the first thing that you heard.
answered-number = Answer { $number }
answered-add = Add what you heard
answered-change = Change
answered-remove = Remove
answered-up = Move up
answered-down = Move down
answered-look = Look at it and publish
answered-public-link = The public page
answered-not-published = Not published yet
answered-changed-since = Changed since it was published

answered-state-none = Nothing is published. The public page says that you are working on it.
answered-state-published = Published on { $day }. The public page shows what is below.
answered-state-changed = Last published on { $day }. What is below has changed since then.

answered-done-added = Added. Nobody else sees it until you publish it.
answered-done-changed = Changed. Nobody else sees it until you publish it.
answered-done-removed = Removed. What is published stays on the public page until you publish again.
answered-done-published = Published.
answered-done-as-before = The public page already shows just this. Nothing was published a second time.
answered-done-ended = Taken off the public page.

answered-end-heading = Take it off the public page
answered-end-explain = The page then says that you are working on it. What you have written is kept here.
answered-end = Take it off the public page

answered-heard = You said
answered-status = What becomes of it
answered-doing = What we do
answered-reason = Why it cannot be done
answered-responsible = Who is responsible
answered-due = By when
answered-status-done = Done
answered-status-under-way = Under way
answered-status-planned = Planned
answered-status-cannot = It cannot be done
answered-dated = Published on { $day }.
answered-dated-changed = Published on { $day }, changed on { $changed }.

answered-new-heading = What did you hear, and what is done about it?
answered-change-heading = Change an answer
answered-form-intro = It will be public: name no patient, carer or private person, and nobody whom people could recognise.
answered-field-heard = What you heard
answered-hint-heard = In your own words. Do not copy a comment here: comments are published by themselves, once they have been read with care.
answered-field-theme = Theme
answered-hint-theme = From your codebook, if it belongs to one
answered-no-theme = No theme
answered-field-status = What becomes of it
answered-hint-status = You can change this later and publish again.
answered-field-doing = What is done about it
answered-hint-doing = Also say what has changed already. If it cannot be done, say what is done instead, or leave it empty.
answered-field-responsible = Who is responsible
answered-hint-responsible = A role or a team, such as “Head of carers’ services”, not a private person.
answered-field-due = By when
answered-hint-due = Needed for what is planned or under way. For example, 1 4 2027
answered-field-reason = Why it cannot be done
answered-hint-reason = Only if it cannot be done: the reason, in plain words
answered-save = Save

answered-fault-heard-missing = Write what you heard
answered-fault-heard-long = What you heard must be { $most } characters or fewer
answered-fault-status-missing = Choose what becomes of it
answered-fault-doing-missing = Write what is done about it
answered-fault-doing-long = What is done about it must be { $most } characters or fewer
answered-fault-responsible-missing = Write which role or team is responsible
answered-fault-responsible-long = Who is responsible must be { $most } characters or fewer
answered-fault-due-missing = Enter the day by which it will be done
answered-fault-no-day = Enter a day that exists, such as 1 4 2027
answered-fault-reason-missing = Write why it cannot be done
answered-fault-reason-long = The reason must be { $most } characters or fewer
answered-fault-stale = Somebody changed this answer, or removed it, while you were writing. Look at the list before you save yours

answered-remove-heading = Remove this answer?
answered-remove-explain = If it is published, it stays on the public page until you publish again.

answered-preview-title = Look at it before it is published
answered-preview-explain = The public page will show the answers below, beside how many people answered, what mattered most to them and the comments that were published.
answered-news = Email those who asked to hear what became of it
answered-news-hint = One short email to each of them, with a link to the public page.
answered-publish = Publish this
answered-called-off = The event was called off, so nothing was heard at it that could be answered.
answered-too-early = Answers are still being taken. You can publish once the event is over and takes no more answers.

# For everybody.

answered-public-title = What we heard, and what we do about it
answered-public-list = What became of what people said
answered-public-list-explain = People met, said what matters to them, and asked for changes. Here is what was heard, what is done about it, and what cannot be done and why.
answered-public-none = No event has answered back yet.
answered-public-when = When
answered-public-where = Where
answered-public-published = Published on { $day }.
answered-waiting = We are working on our answer. Please come back later.
answered-waiting-open = We are working on our answer. The event takes answers until { $day }: please come back after that.
answered-waiting-called-off = This event was called off.
answered-waiting-contact = Your questions: { $contact }
answered-home = What became of what people said
answered-public-answers = Who answered
answered-public-priorities = What matters most
answered-public-themes = What people spoke of
answered-public-themes-explain = Comments were read by people and put under these themes.
answered-public-comments = In people’s own words
answered-public-comments-explain = Published with the consent of those who wrote them. Names and other things that could tell who somebody is were taken out: they stand in square brackets.
answered-public-matters = What matters to people
answered-public-missing = What is missing
answered-public-indicator = About “{ $indicator }”
answered-public-else = Other comments
answered-theme-people = About { $people } people
