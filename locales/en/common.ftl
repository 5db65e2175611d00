# What stands around every page.

language-name = English
language-switch = Language
skip-link = Skip to main content
error-prefix = Error:
error-summary-heading = There is a problem
back = Back
continue = Continue
footer-label = About this service
footer-help = Help now
footer-privacy = Privacy
footer-accessibility = Accessibility
footer-cookies = Cookies
signed-in-as = Signed in as { $name }
sign-out = Sign out

# Urgent help. Each line reads: before, the number as a link, after.
help-heading = If you need help now
help-999-before = If someone’s life is in danger, call
help-999-after = or go to A&E.
help-111-before = For urgent help with your mental health, call
help-111-after = and select the mental health option. It is open day and night, for people of any age.
help-samaritans-before = To talk to someone at any time of day or night, call Samaritans on
help-samaritans-after = (free).

home-heading = Tell us how things are
home-explain = { $organisation } asks people and the people who care for them how things are going, so that services can do better. You do not need an account.
home-surveys-heading = Surveys you can answer now
home-no-surveys = No survey is open to everyone at the moment. If you were sent a link, use that.
home-code-heading = If you have a code
home-join = Join an event with the code on the wall
home-resume = Carry on with a survey you started
home-receipt = Check that we have your answers
home-staff-heading = For staff
home-sign-in = Sign in
