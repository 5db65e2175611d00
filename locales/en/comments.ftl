# What people said at events in their own words, for those who decide what is published of it.

staff-place-comments = Comments
staff-place-comments-explain = Read what people said at events in their own words, take out what says who they are, and decide what is published.

comment-list-title = Comments
comment-list-explain = What people said at events in their own words. Nothing is published before somebody has read it and seen the very wording that everybody would read. Each look at a comment is recorded.
comment-list-earlier = The comments before these
comment-list-later = The comments after these
comment-list-show = Show
comment-list-kinds = Which comments
comment-row = comment { $number }
comment-question = Question
comment-event = Event
comment-received = Received
comment-consent = Publishing
comment-status = Status
comment-may-publish = They agreed
comment-may-not-publish = They did not agree

comment-title = Comment
comment-next = Next comment that waits
comment-concern-explain = The team of the event has been told, and acts by its own page of alerts. A program looks for words; what they mean, a person decides.
comment-published-heading = What everybody reads now
comment-redact-heading = Publish
comment-redact-explain = Take out whatever could tell who somebody is: themselves, a relative, a member of staff. A rare illness or an unusual event can do that too. You then see the wording before it is published.
comment-ticks = What to take out
comment-ticks-hint = A program found these. It overlooks things, and finds what names nobody: take the tick away from what should stay.
comment-ticks-none = The program found nothing that tells who somebody is. It overlooks things: read the comment.
comment-preview-button = See the wording
comment-keep-heading = Keep back
comment-keep-button = Keep back
comment-concern-heading = Is somebody at risk?
comment-concern-button = Note this
comment-preview-title = Wording to be published
comment-preview-explain = This is what everybody would read.
comment-publish-button = Publish this wording
comment-change-button = Change it

comments-list-every = Every event
comments-list-event = Event
comments-kind-waiting = Waiting ({ $count })
comments-kind-concern = Possible risk ({ $count })
comments-kind-published = Published ({ $count })
comments-kind-kept-back = Kept back ({ $count })
comments-kind-all = All ({ $count })
comments-caption-waiting = Comments that nobody has decided about, possible risks first, then the oldest
comments-caption-concern = Comments that may mean that somebody is at risk, the oldest first
comments-caption-published = Comments that everybody may read
comments-caption-kept-back = Comments that are not published
comments-caption-all = Every comment
comments-none-waiting = No comment waits for a decision.
comments-none-concern = No comment is marked as a possible risk.
comments-none-published = No comment is published.
comments-none-kept-back = No comment was kept back.
comments-none-all = Nobody has said anything in their own words yet.
comments-more = These are { $first } to { $last } of { $all }.
comments-status-waiting = Waiting
comments-status-published = Published
comments-status-kept-back = Kept back
comments-concern-suggested = The words may mean that somebody is at risk
comments-concern-raised = A colleague says that somebody may be at risk
comments-concern-dismissed = Nobody is at risk, a colleague says
comments-fact-respondent = Who answered
comments-respondent-self = A patient, about themselves
comments-respondent-proxy = Somebody else, on behalf of a patient
comments-respondent-carer = A carer, about themselves
comments-fact-language = Language
comments-fact-received = Received
comments-fact-consent = Publishing
comments-consent-yes = They agreed that their words are published
comments-consent-no = They did not agree that their words are published
comments-fact-status = Status
comments-fact-decided = Decided
comments-fact-concern = Risk
comments-tick = { $category }, { $confidence }
comments-category-email = email address
comments-category-web = web address
comments-category-nhs-number = NHS number
comments-category-postcode = postcode
comments-category-phone = telephone number
comments-category-date = date
comments-category-name = name
comments-category-place = place
comments-category-role = post
comments-category-other = something else
comments-confidence-sure = almost certain
comments-confidence-likely = likely
comments-confidence-possible = possible
comments-tick-more =
    { $count ->
        [one] And in one other place
       *[other] And in { $count } other places
    }
comments-tick-rest =
    { $count ->
        [one] One more suggestion is not listed and is always taken out.
       *[other] { $count } more suggestions are not listed and are always taken out.
    }
comments-field-words = Other words to take out
comments-field-words-hint = Each on a line of its own. They are taken out wherever they stand.
comments-field-category = What the other words are
comments-field-keep = Why it is kept back
comments-field-keep-hint = Your colleagues read this in the audit trail. Do not repeat what was said, and name nobody.
comments-field-keep-optional = Why it is kept back (optional)
comments-field-deed = What do you think?
comments-deed-raise = Somebody may be at risk: tell the team
comments-deed-dismiss = Nobody is at risk
comments-field-concern = Why
comments-fault-words = These words are not in the comment, or only as part of longer words: { $words }
comments-fault-words-long = The other words must have { $most } characters or fewer
comments-fault-reason = Say why, in 5 to 500 characters
comments-fault-deed = Choose what you think
comments-fault-changed = Somebody else decided about this comment after you opened it. This is how it stands now
comments-taken-out =
    { $count ->
        [0] Nothing is taken out.
        [one] In one place something is taken out.
       *[other] In { $count } places something is taken out.
    }
comments-preview-changed = The wording is no longer the one that you looked at. Look at it again before you publish it.
comments-done-published = The comment is published in this wording.
comments-done-kept-back = The comment is kept back.
comments-done-raised = The team of the event is told.
comments-done-dismissed = It is noted that nobody is at risk.
comments-redacted-email = email address
comments-redacted-web = web address
comments-redacted-nhs-number = NHS number
comments-redacted-postcode = postcode
comments-redacted-phone = telephone number
comments-redacted-date = date
comments-redacted-name = name
comments-redacted-place = place
comments-redacted-role = post
comments-redacted-other = taken out
