# The outcome framework, and how far it stands on what patients and carers said.

framework-title = Outcome framework
framework-explain = Where each outcome and indicator stands with patients and carers, and what supports or questions it. You see figures that have passed disclosure control, and comments that were published.
framework-what = Outcome or indicator
framework-state = With patients and carers
framework-outcome = Outcome
framework-indicator = Indicator
framework-figures = Its figures
framework-related = Goes with

framework-standing-not-yet = Not yet validated with patients and carers.
framework-standing-validated = Validated with patients and carers on { $day } (version { $version }).
framework-standing-earlier = Version { $version } was validated with patients and carers on { $day }; version { $now } not yet.
framework-standing-sent-back = Sent back on { $day } (version { $version }): it is to be asked again.

framework-evidence = What events say
framework-evidence-explain = Events that are over and take no more answers. Counts are rounded to the nearest five, and small ones are hidden.
framework-evidence-none = No event that is over has anything to show about it yet.
framework-answers = About { $answers } people answered.
framework-answers-withheld = How many answered, and what they answered, is too little to show.
framework-first = About { $first } of { $all } put it first.
framework-first-withheld = How many put it first is too little to show.
framework-rank = Place { $rank } of { $of } by Borda count (95% interval: { $best } to { $worst }).
framework-rank-firm = Place { $rank } of { $of } by Borda count, and firmly so.
framework-sense = Does it make sense? Yes: { $yes }. Partly: { $partly }. No: { $no }.
framework-hidden = hidden
framework-supports = About { $people } people support it in their own words.
framework-questions = About { $people } people question it in their own words.
framework-comment-supports = A comment that supports it
framework-comment-questions = A comment that questions it
framework-comments-gone = { $count ->
    [one] One comment that was public then is not public any more.
   *[other] { $count } comments that were public then are not public any more.
}
framework-answered = { $count ->
    [one] What was answered back (1 answer)
   *[other] What was answered back ({ $count } answers)
}

framework-history = What was decided before
framework-decided-validated = Version { $version } was validated with patients and carers on { $day }.
framework-decided-sent-back = Version { $version } was sent back on { $day }.
framework-cited-link = What was cited
framework-done-validated = Marked as validated with patients and carers.
framework-done-sent-back = Sent back.

framework-decision = A decision
framework-decided-by = Decided by
framework-reason = Why
framework-sha256 = SHA-256 of what was cited
framework-cited = What was cited
framework-cited-explain = As it was seen when it was decided. Later changes are not shown, except that a comment that is not public any more is left out.
framework-cited-none = No event was cited.

framework-decide = Validate it, or send it back
framework-decide-intro = Your decision is about version { $version }. It is kept with what you cite, as you see it now, and recorded in the audit trail.
framework-decide-nothing = No event has anything to show about it yet, so it cannot be validated. You can send it back.
framework-back-to-evidence = What events say about it
framework-field-verdict = What do you decide?
framework-hint-verdict = A later version of the definition is to be validated anew.
framework-verdict-validated = Validated with patients and carers
framework-verdict-sent-back = Sent back, to be asked again
framework-field-events = Which events do you cite?
framework-hint-events = At least one, to validate it
framework-field-reason = Why?
framework-hint-reason = To validate it: how what people said supports it. To send it back: what is to be asked again.
framework-decide-button = Decide
framework-fault-verdict = Choose what you decide
framework-fault-events = Choose at least one event that you cite
framework-fault-nothing = There is nothing to cite yet, so it cannot be validated
framework-fault-reason = Write why
framework-fault-reason-long = The reason must be { $most } characters or fewer
framework-fault-stale = What there is to cite has changed since you opened this page. Look at it again, then decide
framework-fault-decided = Somebody else has decided about it since you opened this page. Look at their decision first
