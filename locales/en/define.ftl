# Definitions of indicators: what they count, in plain words and rule by rule.

define-title = Definitions of indicators
define-explain = What each indicator counts. A definition in force is never changed: what is to be counted otherwise is a new version, written by one person and approved by another, from a month on that has not been released yet. Earlier months keep their version.
define-indicator = Indicator
define-in-force = In force
define-in-force-from = Version { $version }, from { $month }
define-draft = Draft
define-no-draft = None
define-version = Version { $version }
define-back = The definition

define-draft-counting = Version { $version } is a draft and is being counted. Look again in a moment.
define-draft-written = Version { $version } is a draft.
define-draft-proposed = Version { $version } is a draft and waits for approval.
define-state-in-force = In force from { $month } on.
define-state-until = In force from { $month } to { $until }.
define-state-dropped = Given up. It never came into force.
define-state-recounting = It is being counted from its first month on. Nothing is released by it before that is done.
define-by-drafted = Written by { $name } on { $day }.
define-by-proposed = Proposed by { $name } on { $day }.
define-by-approved = Approved by { $name } on { $day }.
define-by-dropped = Given up by { $name } on { $day }.
define-said-reason = Why: { $words }
define-said-note = What was said about it: { $words }

define-done-drafted = The draft is saved. It is being counted.
define-done-changed = The draft is saved. It is being counted anew.
define-done-proposed = The draft is sent to approval.
define-done-sent-back = The draft is sent back.
define-done-approved = The new version is approved.
define-done-dropped = The draft is given up.

define-begin = Write a new version
define-change = Change the draft
define-change-toml = Change the draft as TOML, or import one
define-propose = Send to approval
define-drop = Give the draft up
define-decide = Approve it, or send it back

define-plain = In plain words
define-plain-explain = Made from the rules. This is what is counted.
define-own = In the author’s words
define-versions = Versions
define-toml-of = { $title } as TOML
define-sha256 = SHA-256 of what is counted:
define-differences = What differs from version { $version }
define-line-gone = Taken out
define-line-came = Put in

define-effect = What it would change
define-effect-explain = The whole county, for the newest months that have been released. Counts are rounded to the nearest five, and small ones are hidden. Where the draft makes a difference of too few people, its figure is shown as the one in force. Worked out once, when the draft was counted.
define-effect-caption = The draft beside the version in force
define-effect-none = Nothing that it could be compared with has been released yet.
define-effect-period = Period that ends with
define-effect-in-force = Released
define-effect-draft = Draft
define-effect-change = Difference
define-effect-share = { $value }% ({ $met } of { $of })
define-effect-mean = { $value } (of { $of })
define-effect-same = none
define-hidden = hidden

define-words-words = In the author’s words
define-words-who = Who is counted
define-words-what = What counts
define-words-missing = People who were not heard from
define-words-answer = Which answer counts
define-words-period = When there is a figure
define-words-groups = Whose figure it is
define-words-gateway = When the figure counts for a target or a payment
define-words-since = From when

define-who-open-at-period-end = Everybody whose care is still going on at the end of the month.
define-who-closed-in-period = Everybody whose care ended in the month.
define-who-91-days-after-discharge = Everybody who left hospital 91 days before, in the month of the 91st day.
define-who-answered = Everybody who answered, in the month of their answer.
define-who-programme = Only people in the programme “{ $programme }”.
define-who-any = People in any programme.
define-who-ages = Aged { $from } to { $to }.
define-who-from = Aged { $from } or over.
define-who-to = Aged { $to } or under.
define-who-open-days = { $days ->
    [one] Their care has gone on for at least one day.
   *[other] Their care has gone on for at least { $days } days.
}
define-who-unlinked = An answer that belongs to nobody known counts as one person, in the month in which it was given.
define-who-linked = An answer that belongs to nobody known is left out.

define-what-proportion = Of these people, those count who answered the question “{ $question }” (survey “{ $survey }”) with: { $answers }. The figure is their share, in per cent.
define-what-not-stated = These are taken as no answer: { $answers }.
define-what-excluded = Left out altogether, as people to whom the question does not apply: { $answers }.
define-what-mean = The score “{ $score }” of the survey “{ $survey }”. The figure is the mean over everybody who has one.
define-what-change = The score “{ $score }” of the survey “{ $survey }”: each person’s later answer compared with their own first one. The figure is the mean of the changes.
define-what-range = The score goes from { $lowest } to { $highest }.
define-what-reliable = A change of { $points } points or more is taken as real: better, or worse. Anything less is no change.
define-what-cut-off = Somebody who gets better and comes past { $points } points has recovered.
define-what-supplied = The numbers come from another data set: { $source }.
define-what-share = The figure is so many of so many, in per cent.
define-what-rate = The figure is so many for every { $many }.
define-what-standardised = The figure is so many for every { $many }, worked out as if every place had people of the same ages.
define-what-ratio = The figure is what was seen, divided by what was to be expected.

define-missing-stays-in = They are counted among everybody: not known is not success.
define-missing-dropped = They are left out.
define-missing-threshold = They are left out, and where too few people were heard from there is no figure.
define-missing-under = They are left out. Where fewer than { $least } in 100 people were heard from, there is no figure.

define-answer-latest-of = { $months ->
    [one] The latest answer of the month.
   *[other] The latest answer of the last { $months } months.
}
define-answer-first-of = { $months ->
    [one] The first answer of the month.
   *[other] The first answer of the last { $months } months.
}
define-answer-latest = The latest answer.
define-answer-first = The first answer.
define-answer-each = Every answer, in the month in which it was given.
define-answer-at-baseline = Only answers at the start of care.
define-answer-at-review = Only answers at a review.
define-answer-at-review-3-months = Only answers three months after the start.
define-answer-at-review-6-months = Only answers six months after the start.
define-answer-at-review-12-months = Only answers twelve months after the start.
define-answer-at-discharge = Only answers at the end of care.
define-answer-at-discharge-91-days = Only answers 91 days after leaving hospital.
define-answer-at-birth-6-8-weeks = Only answers six to eight weeks after birth.
define-answer-at-unscheduled = Only answers that were given at no set time.

define-period-month = One figure for each month.
define-period-quarter = One figure for each quarter; the year begins in April.
define-period-year = One figure for each year; the year begins in April.
define-period-rolling = Each adds up { $months } months, ending with the one it is named after.
define-period-higher-is-better = More is better.
define-period-lower-is-better = Less is better.
define-period-neither = Neither more nor less is better.
define-period-unit = The unit is: { $unit }.

define-groups-provider-at-event = A person counts for the provider that had their care when they answered.
define-groups-provider-at-period-end = A person counts for the provider that has their care now.
define-groups-consortium = A person counts for the consortium as a whole; there are no figures by provider.
define-groups-all = Figures are broken down by everything that is known.
define-groups-none = Figures are not broken down.
define-groups-some = Figures are broken down by: { $groups }.

define-gateway-denominator = { $least ->
    [one] There must be at least one person in it.
   *[other] There must be at least { $least } people in it.
}
define-gateway-completeness = Of at least { $least } in 100 of them there must be a record.
define-gateway-response = Of those who were asked, at least { $least } in 100 must have answered.

define-since = From { $month } on.
define-since-until = From { $month } to { $until }.

define-breakdown-provider = provider
define-breakdown-locality = where people live
define-breakdown-age = age
define-breakdown-sex = sex
define-breakdown-ethnicity = ethnicity
define-breakdown-language = language
define-breakdown-mode = how the answer was given
define-breakdown-respondent = who answered

define-write = Write version { $version }
define-write-form = Every rule of the definition. A draft changes no figure that anybody sees. The month from which it holds is chosen when it is approved.
define-write-toml = The whole definition as TOML: paste one here to import it. The number of the version and the month from which it holds are given by Saywell.
define-save = Save the draft
define-any-programme = Any programme
define-any-timepoint = Any
define-timepoint-baseline = At the start of care
define-timepoint-review = At a review
define-timepoint-review-3-months = Three months after the start
define-timepoint-review-6-months = Six months after the start
define-timepoint-review-12-months = Twelve months after the start
define-timepoint-discharge = At the end of care
define-timepoint-discharge-91-days = 91 days after leaving hospital
define-timepoint-birth-6-8-weeks = Six to eight weeks after birth
define-timepoint-unscheduled = At no set time

define-field-title = Title
define-hint-title = What the indicator is called on every page
define-field-why = Why it matters
define-hint-why = A sentence that a patient understands. Translations are changed in the TOML
define-field-denominator = Of whom
define-hint-denominator = Everybody whom the figure is about
define-field-numerator = What counts
define-hint-numerator = Those of them for whom it is so
define-field-missing-words = What becomes of people who were not heard from
define-hint-missing-words = In your words; the rule is further down
define-field-programme = Programme
define-hint-programme = Only episodes of care of this programme
define-field-when = Who is counted, and when
define-hint-when = For a score it must be everybody who answered
define-when-open-at-period-end = Everybody in care at the end of the month
define-when-closed-in-period = Everybody whose care ended in the month
define-when-91-days-after-discharge = Everybody 91 days after leaving hospital
define-when-answered = Everybody who answered, in the month of the answer
define-field-age-from = Youngest age
define-hint-age-from = In whole years. Leave it empty where there is none
define-field-age-to = Oldest age
define-hint-age-to = In whole years. Leave it empty where there is none
define-field-open-days = Least days in care
define-hint-open-days = 0 where it does not matter how long care has gone on
define-field-unlinked = Answers that belong to nobody known
define-hint-unlinked = Given through an open link, without a personal one
define-unlinked-counted = Each counts as one person
define-unlinked-left-out = They are left out
define-field-survey = Survey
define-hint-survey = The survey whose answers are read
define-field-item = Question
define-hint-item = The short name of the question in the survey, such as where-now
define-field-codes = Answers that count
define-hint-codes = Their codes, with blanks between
define-field-not-stated = Answers that say nothing
define-hint-not-stated = Codes such as “not known”, with blanks between
define-field-excluded = Answers that leave a person out
define-hint-excluded = Codes such as “does not apply to me”, with blanks between
define-field-score = Score
define-hint-score = The short name of the score in the survey
define-field-score-lowest = Lowest score possible
define-hint-score-lowest = In points
define-field-score-highest = Highest score possible
define-hint-score-highest = In points
define-field-reliable-change = Least change that is taken as real
define-hint-reliable-change = In points. Leave it empty where none is known
define-field-cut-off = Score that parts well from unwell
define-hint-cut-off = In points. Leave it empty where none is known
define-field-which = Which answer counts
define-hint-which = Of somebody who gave several
define-which-usual = The usual one: the latest of a standing, each one of what is counted when answered
define-which-first = The first
define-which-latest = The latest
define-field-timepoint = Only answers at this point
define-hint-timepoint = Of the episode of care
define-field-look-back-months = How many months an answer holds
define-hint-look-back-months = Counting the month it was given in. 0 where everybody counts in the month of the answer
define-field-missing = People who were not heard from
define-hint-missing = Or who gave no answer that can be used
define-field-least-recorded = Least share heard from
define-hint-least-recorded = In per cent, where that rule is chosen
define-field-source = Source
define-hint-source = The data set that the numbers come from
define-field-multiplier = For every
define-hint-multiplier = How many people the rate is given for, such as 100000
define-field-every = How often
define-hint-every = What is released together
define-every-month = Every month
define-every-quarter = Every quarter
define-every-year = Every year, from April
define-field-rolling-months = How many months are added up
define-hint-rolling-months = 1 where each month stands for itself
define-field-polarity = Which way is better
define-hint-polarity = Colours and words of charts follow it
define-polarity-higher-is-better = More
define-polarity-lower-is-better = Less
define-polarity-neither = Neither
define-field-unit = Unit
define-hint-unit = Of a mean or a ratio, such as points. Leave it empty for per cent
define-field-attribution = Whose figure an answer is
define-hint-attribution = Where a person has moved on since
define-attribution-provider-at-event = The provider’s that had their care then
define-attribution-provider-at-period-end = The provider’s that has their care now
define-attribution-consortium = The consortium’s as a whole
define-field-breakdowns = Broken down by
define-hint-breakdowns = Leave a group out where it says nothing here
define-field-gateway-denominator = Least number of people
define-hint-gateway-denominator = 0 where there is none
define-field-gateway-completeness = Least share with a record
define-hint-gateway-completeness = In per cent. 0 where there is none
define-field-gateway-response = Least share that answered
define-hint-gateway-response = In per cent of those asked. 0 where there is none
define-field-toml = Definition as TOML
define-hint-toml = The names are those of the file of the framework
define-field-words = Reason

define-propose-intro = Somebody else decides about it. They see what you see: the rules, what differs, and what it would change.
define-field-propose = Why is it to be counted otherwise?
define-hint-propose = Whoever looks at the version later reads it too
define-propose-button = Send to approval
define-drop-intro = Its number is not given again, and what was written stays to be read.
define-field-drop = Why is it given up?
define-hint-drop = Whoever looks at the version later reads it too
define-drop-button = Give it up
define-decide-intro = Your decision is recorded in the audit trail. A version that is approved is never changed.
define-field-verdict = What do you decide?
define-hint-verdict = You cannot approve what you wrote or proposed yourself
define-verdict-approve = It comes into force
define-verdict-send-back = It is sent back
define-field-month = From which month?
define-hint-month = The first that has not been released yet, or a later one
define-hint-words = What you looked at, or what is to be written otherwise
define-decide-button = Decide

define-fault-empty = “{ $rule }” must be said
define-fault-long = “{ $rule }” must be { $found } characters or fewer
define-fault-number = “{ $rule }” must be a whole number, not “{ $found }”
define-fault-points = “{ $rule }” must be a number, not “{ $found }”
define-fault-choose = “{ $rule }”: choose one
define-fault-incomplete = A definition of this kind needs a cohort and a measure
define-fault-programme = There is no programme “{ $found }”
define-fault-age = “{ $rule }” must lie between 0 and 120
define-fault-age-order = The oldest age must not be below the youngest
define-fault-open-days = The days in care matter only where people are counted while in care, or when it ends
define-fault-score-when = A score is counted of everybody who answered, in the month of the answer
define-fault-range = Say between which points the score lies: a mean cannot be released without
define-fault-range-order = The highest score must be above the lowest
define-fault-not-of-score = A mean is about a score: take out the question and the answers
define-fault-only-of-score = A share is about a question: take out the score
define-fault-both = “{ $found }” is named both here and among the answers that count
define-fault-only-of-change = Only a change from a first to a later answer has this
define-fault-above-nought = “{ $rule }” must be above nought
define-fault-cut-off = “{ $rule }” goes with a change from a first to a later answer, and with the least change that is taken as real
define-fault-look-back = Say how many months an answer holds
define-fault-months = An answer can hold for 120 months at most
define-fault-threshold = Say the least share heard from
define-fault-no-threshold = The least share goes only with the rule that needs one
define-fault-per-cent = “{ $rule }” must be between 0 and 100
define-fault-timepoint = There is no point “{ $found }”
define-fault-survey = There is no survey “{ $found }”
define-fault-score = The survey has no such score: { $found }
define-fault-item = The survey has no such question: { $found }
define-fault-codes = The question has no such answers: { $found }
define-fault-rolling = Between 1 and 36 months can be added up
define-fault-rolling-every = A quarter adds up 3 months, a year 12, or 1 where each figure stands for its last month
define-fault-only-of-rate = Only a rate is given for so many people
define-fault-toml = This cannot be read as a definition. The reader says: { $found }
define-fault-key = The key must stay “{ $found }”: another indicator has a definition of its own
define-fault-kind = The kind must stay as it is: another kind of figure is another indicator
define-fault-outcome = The outcome must stay “{ $found }”
define-fault-same = Nothing differs from the version in force
define-fault-elsewhere = Somebody else has changed the draft, or decided about it, since you opened this page. Look at it in another window. If you send this again, yours takes the place of theirs
define-fault-words-empty = Write why
define-fault-words-long = The reason must be { $found } characters or fewer
define-fault-verdict = Choose what you decide
define-fault-own = You wrote or proposed it: somebody else must approve it
define-fault-month = Choose a month that has not been released yet
