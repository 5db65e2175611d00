# The codebook: what comments are about. Coding comments, and how far two people agree.

staff-place-themes = Themes of comments
staff-place-themes-explain = The codebook: what people speak about at events, and what belongs to each theme.

themes-title = Themes of comments
themes-explain = The themes that comments are sorted into, at every event of your organisation. Say what belongs to a theme and what does not: two people who go by the same words agree more often.
themes-new-heading = Add a theme
themes-new-button = Add
themes-none = There are no themes yet.
themes-none-read = Read some twenty comments first, and write down what they are about.
themes-none-few = Begin with five to ten themes. You can add one while you code, and make two one later.
themes-none-way = Call a theme what people would call it: “Getting there”, not “Access barriers”.
themes-offered = Themes in use
themes-retired = Retired themes
themes-theme = Theme
themes-belongs = What belongs there
themes-leaves-out = What does not
themes-comments = Comments
themes-change = Change
themes-change-link = Change
themes-retire-link = Retire
themes-offer-link = Use again
themes-merge-link = Merge
themes-change-heading = Change a theme
themes-change-intro = Comments that have this theme keep it. If what belongs there changes a lot, add a new theme instead.
themes-change-button = Save
themes-retire-heading = Retire this theme
themes-retire-intro = It is not offered any more when comments are coded. Comments that have it keep it.
themes-retire-button = Retire
themes-offer-heading = Use this theme again
themes-offer-intro = It is offered again when comments are coded.
themes-offer-button = Use again
themes-merge-heading = Merge this theme into another
themes-merge-intro = Every comment that has this theme has the other one from then on, whoever chose it, and this theme is retired. This cannot be undone.
themes-merge-button = Merge
themes-field-title = Title
themes-field-title-hint = A few words, as people would say it.
themes-field-description = What belongs there
themes-field-description-hint = For example: buses, parking, what it costs to come.
themes-field-leaves-out = What does not belong there
themes-field-leaves-out-hint = What one might put there, and where it goes instead.
themes-field-organisation = In whose codebook?
themes-field-into = Into which theme?
themes-fault-title-empty = Enter a title
themes-fault-title-long = The title must be 80 characters or fewer
themes-fault-description-long = This must be 1,000 characters or fewer
themes-fault-taken = Another theme has this title. Use that one, or choose another title
themes-fault-organisation = Choose in whose codebook it goes
themes-fault-into = Choose the theme to merge it into
themes-fault-changed = Somebody else changed this theme while you did. It is now called “{ $title }”. Save again to put yours in its place
themes-done-added = The theme was added.
themes-done-changed = The theme was changed.
themes-done-retired = The theme is retired.
themes-done-offered = The theme is in use again.
themes-done-merged = The two themes are one now.
themes-done-stale = Nothing was changed: somebody else has changed this theme since you opened it. Look at it again first.
themes-done-title-taken = Nothing was changed: another theme has the same title now. Change one of the titles first.

coding-title = Code the comments
coding-title-explain = Sort what people said into themes, one comment at a time.
coding-empty = There are no comments yet. They come when people answer at this event in their own words.
coding-progress = { $total ->
    [one] There is one comment
   *[other] There are { $total } comments
 }. You have coded { $mine }; { $left ->
    [0] none is left for you
    [one] one is left for you
   *[other] { $left } are left for you
 }.
coding-by-others = { $count ->
    [one] Two others have coded one of them
   *[other] Two others have coded { $count } of them
 }.
coding-no-themes = Your codebook has no themes yet. Add some first, or as you go.
coding-next = Code the next comment
coding-last = Look at the last one you coded
coding-how-heading = How it works
coding-how-two = Two people code each comment, and neither sees what the other chose before both are done. Where they agree, it is settled; where they differ, one of them or a third settles it. Do not talk about a comment before you have both coded it.
coding-how-stop = You can stop at any time and go on another day. You can change what you chose until somebody else has coded the same comment. What people take back is gone from here as well. That you read a comment is recorded.
coding-done = That was the last one for you.
coding-gone = That comment is not here any more: whoever said it has taken it back.
coding-position = Comment { $number }; { $left } of { $total } left for you
coding-fixed = You and somebody else have coded this comment, so what you chose stays as it is. If you differ, it can be settled.
coding-coded-twice = Two others have coded this comment. It needs no third.
coding-settle = See what was chosen, and settle it
coding-before = Back to the one before
coding-keep = Keep and go on
coding-themes = What is it about?
coding-themes-hint = Choose every theme that fits, as its description says.
coding-theme-not = Not: { $what }
coding-none = None of these
coding-new-theme = A theme that is missing
coding-new-theme-hint = Only where none fits. It is added to the codebook and chosen for this comment; describe it there later.
coding-concern = Is somebody at risk? Raise a concern, or decide about publishing it
coding-stances = What it says about the outcomes and indicators
coding-stances-explain = Leave this alone where the comment says nothing about them. What you note is evidence for the framework, and others who read the comment see it.
coding-stance-outcome = Outcome: { $title }
coding-stance-indicator = Indicator: { $title }
coding-stance-nothing = Says nothing about it
coding-stance-supports = Supports it
coding-stance-questions = Questions it
coding-stance-noted = Noted already. You can change it.
coding-fault-nothing = Choose the themes that fit, or “None of these”
coding-fault-none-and-some = Choose themes, or “None of these”, but not both
coding-fault-gone = A theme you chose was retired or merged meanwhile. Look at the list again

agreement-title = How far you agree
agreement-title-explain = How far two people who coded the same comments agree, and where they differ.
agreement-none = No comment has been coded by two people yet.
agreement-progress = { $twice ->
    [one] One of { $total } comments was
   *[other] { $twice } of { $total } comments were
 } coded by two people. { $settled } of them are settled; about { $differing } the two differ.
agreement-differing = Comments to settle
agreement-settled = Settled by somebody
agreement-comment = Comment { $number }
agreement-saw = { $name }: { $themes }
agreement-pair = { $first } and { $second }
agreement-caption = Theme by theme: comments by who chose it
agreement-both = Both
agreement-only = Only { $name }
agreement-neither = Neither
agreement-alike = Decided alike
agreement-kappa-column = Cohen’s kappa
agreement-all-themes = All themes together
agreement-whole = They chose exactly the same themes for { $alike } of { $total } comments ({ $share }).
agreement-whole-kappa = Cohen’s kappa of whole comments, where only exactly the same themes count as agreement, is { $kappa } (95% interval: { $interval }).
agreement-whole-kappa-bare = Cohen’s kappa of whole comments, where only exactly the same themes count as agreement, is { $kappa }. There is no interval for agreement in everything or in nothing beyond chance.
agreement-whole-undefined = There is no kappa: both chose one and the same for every comment, and nothing can be said beyond that.
agreement-strength-poor = Landis and Koch (1977) would call that poor.
agreement-strength-slight = Landis and Koch (1977) would call that slight.
agreement-strength-fair = Landis and Koch (1977) would call that fair.
agreement-strength-moderate = Landis and Koch (1977) would call that moderate.
agreement-strength-substantial = Landis and Koch (1977) would call that substantial.
agreement-strength-almost-perfect = Landis and Koch (1977) would call that almost perfect.
agreement-kappa = Kappa says how far two people agree beyond what chance alone would bring: 1 is full agreement, 0 is chance. The intervals are for large numbers; with few comments they are rough.
agreement-undefined = A dash stands where there is no kappa, because both gave the theme to every comment; for all themes together, because decisions about one comment hang together; and in place of an interval of full agreement, which the formula does not give.
agreement-strength-caution = The names for kappa are a habit, not a test. A theme that is rare has a low kappa easily, so look at the counts, and talk about what the two of you read differently.
agreement-heard = What was heard: themes that both chose, or that were settled
agreement-people = People
agreement-done = It is settled.

settle-button = Settle
settle-fault-meanwhile = Somebody else has settled this meanwhile. What they settled stands above; settle again to put yours in its place
settle-settled-by = Settled by { $name }.
settle-settled-alike = Settled by itself: both chose the same.
settle-settled = Settled: none of the themes.
