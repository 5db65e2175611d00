# A provider’s own figures.

provider-title = Figures of { $organisation }
provider-organisations = Organisations
provider-nothing = There are no figures of this organisation yet.
provider-small-numbers = To protect people’s privacy, small numbers are hidden and other counts are rounded. A figure can also be hidden because it would give another provider’s away.

# People in care.

people-title = People in your care
people-explain = Looking at this list, or at one person, is recorded.
people-providers = You see the people of:
people-all = People of every programme
people-programmes = Programmes
people-caption = Episodes of care, newest first
people-number = Person
people-born = Year of birth
people-programme = Programme
people-opened = Opened
people-closed = Closed
people-still-open = Still open
people-not-asked = Not asked yet
people-next = Next page
people-nobody = There is nobody on this list.
people-sex-male = Male
people-sex-female = Female
people-sex-indeterminate = Neither male nor female
people-sex-not-known = Not known
people-timepoint-baseline = At the start
people-timepoint-review = At a review
people-timepoint-review-3-months = 3 months after the start
people-timepoint-review-6-months = 6 months after the start
people-timepoint-review-12-months = 12 months after the start
people-timepoint-discharge = At the end
people-timepoint-discharge-91-days = 91 days after discharge
people-timepoint-birth-6-8-weeks = 6 to 8 weeks after birth
people-timepoint-unscheduled = At no set time
people-language-ar = Arabic
people-language-bn = Bengali
people-language-cs = Czech
people-language-de = German
people-language-en = English
people-language-es = Spanish
people-language-fa = Persian
people-language-fr = French
people-language-gu = Gujarati
people-language-hi = Hindi
people-language-hu = Hungarian
people-language-it = Italian
people-language-lt = Lithuanian
people-language-ne = Nepali
people-language-pa = Punjabi
people-language-pl = Polish
people-language-pt = Portuguese
people-language-ro = Romanian
people-language-so = Somali
people-language-ta = Tamil
people-language-tr = Turkish
people-language-uk = Ukrainian
people-language-ur = Urdu
people-language-vi = Vietnamese
people-language-zh-hans = Chinese (simplified)

# One person in care.

person-title = Person { $number }
person-back = People in your care
person-explain = This record shows what was asked, what comes next, and whether an answer came. It never shows the answers.
person-sex = Sex
person-language = Language
person-discharged = Discharged from hospital
person-delivered = Baby born
person-asked-heading = What was asked
person-survey = Survey
person-timepoint = When in the care
person-asked = Asked on
person-until = Can answer until
person-answered-by = by somebody else: { $who }
person-not-answered = Not answered
person-not-asked = Nothing has been asked yet.
person-no-episode = No episode of care
person-no-episode-explain = Nobody is asked anything before an episode of their care is open.
person-form = Form on paper (PDF)
person-form-another = Form for somebody who answers for them (PDF)
