# Indicators.

overview-title = Outcomes
overview-period = Figures for { $period }.
overview-interval-note = The 95% interval is the range in which the true figure very likely lies. A wide one means few people answered.
overview-csv = Download these figures (CSV)
overview-small-numbers = To protect people’s privacy, small numbers are hidden and other counts are rounded.

figure-indicator = Indicator
figure-value = Value
figure-interval = 95% interval
figure-from = Numerator and denominator
figure-numerator = Numerator
figure-denominator = Denominator
figure-change = Change since last period
figure-trend = Trend
figure-answered = Answered of those asked
figure-of = { $numerator } of { $denominator }
figure-period = Period
figure-provider = Provider
figure-locality = Locality
figure-higher-is-better = Higher is better
figure-lower-is-better = Lower is better
figure-neutral = Neither higher nor lower is better
figure-better = Better
figure-worse = Worse
figure-unclear = No clear change
figure-no-change = Nothing to compare with

indicator-back = All outcomes
indicator-trend-heading = Trend
indicator-table-caption = The same figures as a table
indicator-contents = On this page
indicator-csv = Download these figures (CSV)
indicator-breakdown-caption = Figures for { $period }
indicator-definition-heading = How it is worked out
indicator-full-heading = The definition in full

figure-range = { $low } to { $high }
figure-completeness = An answer is on record for { $share }.
figure-received = { $count } received in all
figure-under-way = This month is not over.
figure-not-stated = Not stated
withheld-nothing = No figures for this period
sentence-now = In { $period } the figure was { $value } (95% interval { $interval }).
sentence-now-alone = In { $period } the figure was { $value }.
sentence-year-before = A year before, in { $period }, it was { $value }.
sentence-withheld = There is no figure that can be shown for { $period }.
chart-interval = 95% interval
chart-withheld = Hidden or not known
chart-provisional = Month not over
definition-why = Why it matters
definition-denominator = Who is counted
definition-numerator = What is counted
definition-missing = People not heard from
definition-version = Version and when it holds
figure-percentage-points = { $change } percentage points
figure-difference = { $change }
figure-points = { $change } points
overview-months = Other months
indicator-source = These figures are supplied: { $source }.
withheld-hidden = Hidden to protect people’s privacy

# Releases.

release-first = Nothing has been released yet. The first release is made on { $day }, for months up to { $month }.
release-newest = Release { $number }, made on { $made }. The next release is made on { $day }, for months up to { $month }.
release-nothing = Nothing has been released of this indicator yet.
overview-stands = What has been released stands: answers that come later do not change it.
overview-icons-note = “Variation” says whether the latest figure is more than chance. An icon is given from fifteen periods on.
overview-pick-order = In the order of
overview-order-attention = What needs attention
overview-order-outcome = Outcome
overview-by-attention = What needs attention first

# Variation and targets.

variation-common-cause = Only chance: no special cause.
variation-improvement-high = Better, and more than chance: higher.
variation-improvement-low = Better, and more than chance: lower.
variation-concern-high = Worse, and more than chance: higher.
variation-concern-low = Worse, and more than chance: lower.
variation-neither-high = More than chance: higher.
variation-neither-low = More than chance: lower.
variation-too-few = Too few periods to tell chance from change.
assurance-none = No target is set.
assurance-pass = The target will be met unless something changes.
assurance-fail = The target will be missed unless something changes.
assurance-hit-or-miss = Whether the target is met is chance.
assurance-too-few = Too few periods to tell whether the target will be met.
target-at-least = At least { $value }
target-at-most = At most { $value }
target-plain = { $value }
target-sentence = Target: { $target }. { $met }
judged-run = { $points ->
    [one] One period can be shown. Limits need { $need }, so this is a run chart about the median and nothing is judged.
   *[other] { $points } periods can be shown. Limits need { $need }, so this is a run chart about the median and nothing is judged.
}
judged-refused = There are no limits: the method does not allow them for these figures ({ $why }).
judged-by-xmr = The limits are those of an XmR chart: 2.66 mean moving ranges from the mean.
judged-by-p = The limits are those of a P chart, because denominators differ by more than a quarter; they allow for how widely the figures spread (Laney).
judged-rule-beyond = The latest figure is beyond a limit.
judged-rule-shift = It is one of seven or more in a row on the same side of the mean.
judged-rule-trend = It is one of seven or more in a row that rise or fall throughout.
judged-rule-near-limit = Two of the last three lie near a limit.

# Charts.

chart-mean = Mean
chart-median = Median
chart-upper = Upper limit
chart-lower = Lower limit
chart-target = Target
chart-improvement = Better, more than chance
chart-concern = Worse, more than chance
chart-notable = More than chance

# Breakdowns.

figure-months = { $first } to { $last }
figure-whole = Everybody
figure-made-of = for { $name }: what it is made of
figure-version-from-here = From here by version { $version } of the definition.
figure-interval-of = 95% interval { $interval }
figure-variation = Variation
figure-target = Target
figure-reason = Reason
figure-change-category = What became of them
figure-by-provider = By provider
figure-by-consortium = By consortium
figure-consortium-name = { $lead } and partners
figure-by-locality = By locality
figure-by-deprivation = By deprivation
figure-by-age = By age
figure-by-sex = By sex
figure-by-ethnicity = By ethnic group
figure-by-language = By language
figure-by-mode = By way of answering
figure-by-respondent = By who answered
figure-member-provider = Provider
figure-member-consortium = Consortium
figure-member-locality = Locality
figure-member-deprivation = Deprivation
figure-member-age = Age
figure-member-sex = Sex
figure-member-ethnicity = Ethnic group
figure-member-language = Language
figure-member-mode = Way of answering
figure-member-respondent = Who answered
figure-mode-web = Phone or computer
figure-mode-kiosk = Shared tablet
figure-mode-phone = To staff, over the phone
figure-mode-paper = Paper
figure-respondent-self = The person themselves
figure-respondent-proxy = Somebody else, for them
figure-respondent-carer = A carer, about themselves
figure-change-recovered = Better, and over the threshold of recovery
figure-change-improved = Better
figure-change-no-change = No reliable change
figure-change-deteriorated = Worse
figure-exclusion-age = Younger or older than is counted
figure-exclusion-not-open-long-enough = In care for too short a time
figure-exclusion-does-not-apply = The question does not apply to them
figure-exclusion-not-recorded = Nothing on record that can be used
figure-exclusion-not-paired = No earlier answer to compare with
figure-exclusion-not-linked = The answer belongs to nobody known
indicator-svg = Download the chart (SVG)
indicator-png = Download the chart (PNG)
indicator-changes-heading = What became of people
indicator-changes-about = Better or worse is a change of at least the reliable change. Each is a share of all who answered twice.
indicator-left-out-heading = Who was left out
indicator-left-out-about = People of the programme who are not counted, each reason as a share of those counted and those left out together.
indicator-gateway-heading = What must be so before the figure counts
indicator-equity-heading = Whose voice it is

# Equity of response.

equity-even = The groups that can be seen answered alike enough to judge.
equity-too-few = Some groups are too few to judge.
equity-too-unlike = Too unlike to judge: some groups answered much less than others.
equity-whole = Of { $asked } people asked, { $answered } answered.
equity-whole-hidden = How many were asked and how many answered is hidden to protect people’s privacy.
equity-rounded = All of it is worked out from the rounded counts that were released.
equity-split-even = No group answered less than four fifths as often as the others by more than chance.
equity-split-too-few = Too few to judge: a group is hidden, or too small to show a difference.
equity-split-too-unlike = Answered less than four fifths as often as the others, by more than chance: { $groups }.
equity-test = Chi-squared { $statistic } with { $freedom } degrees of freedom, p { $chance }.
equity-chart = Shares of those asked and of those who answered
equity-chart-about = For each group its share of all who were asked, and its share of all who answered. The tables have the counts.
equity-caption = Asked and answered
equity-asked = Asked
equity-answered = Answered
equity-share = Answered of those asked

# Gateways.

gateway-denominator = At least { $least } counted
gateway-completeness = On record for at least { $least }%
gateway-response = At least { $least }% of those asked answered
gateway-equity = Groups alike enough to judge
gateway-met = Yes
gateway-not-met = No
gateway-not-known = Cannot be told from what may be shown

# Lineage.

lineage-title = What a figure is made of: { $title }
lineage-heading = What this figure is made of
lineage-back = The indicator
lineage-no-numerator = A mean has none
lineage-recorded = With a record
lineage-whole = Who was left out is told of everybody together
lineage-made-by = What it was made by
lineage-version = Version { $version }
lineage-definition = Definition
lineage-definition-hash = SHA-256 of the definition
lineage-framework = Version of the framework
lineage-release = Release
lineage-release-number = { $number }, made on { $made }
lineage-surveys = Versions of the survey by then
lineage-score = Score
lineage-score-by = { $score }, worked out as the version of the survey says that was answered
lineage-source = Source
lineage-disclosure = Disclosure control
lineage-rule = Rule
lineage-decision = Decision
lineage-shown = Shown
lineage-hidden = Hidden to protect people’s privacy
lineage-certificate = SHA-256 of what the proof covers
lineage-note = Counts are rounded as the rule says. Which people stand behind a figure is never shown here.
definition-dates = from { $from } on
definition-dates-until = from { $from } to { $until }
definition-version-number = Version { $version }, { $dates }
