# The pages that the foot of every page links to.

help-not-watched = Nobody reads survey answers as they come in. If you or someone else may be in danger, do not wait for us.
help-deaf-heading = If you are deaf or cannot use the phone
help-deaf = You can reach NHS 111 through the website 111.nhs.uk, by text relay on 18001 111, or with a British Sign Language interpreter.
help-survey-heading = Help with a survey
help-survey = Someone you trust can read the questions to you or type your answers. You can leave at any time and carry on later.
help-contact = To reach the people who run the surveys: { $contact }

privacy-heading = Privacy
privacy-who = { $organisation } runs these surveys and decides how the answers are used.
privacy-what-heading = What we keep
privacy-what = We keep the answers you send, the day you sent them, the language you answered in, and whether you answered for yourself or for someone else. If you were sent a personal link, we also know which invitation the answers belong to.
privacy-why-heading = Why we keep it
privacy-why = The answers show how services are doing and where they have to get better.
privacy-sees-heading = Who sees it
privacy-sees = Only people who work with the answers can see them, and only after they sign in. Where an answer suggests that somebody may not be safe, the team of the service it is about sees that answer and who gave it, if that is known, and may get in touch.
privacy-figures = Published figures are about groups of people. Small numbers are hidden, so that nobody can be picked out.
privacy-kept-heading = How long we keep it
privacy-drafts =
    { $days ->
        [one] Answers you have not sent are kept for { $days } day after you last used them, and are then deleted.
       *[other] Answers you have not sent are kept for { $days } days after you last used them, and are then deleted.
    }
privacy-device = A cookie on your device lets you carry on where you stopped. It holds no answers.
privacy-rights-heading = Your rights
privacy-rights = With your receipt code you can see your answers and take them back at any time. You can ask { $organisation } what it holds about you, ask for it to be put right or deleted, and complain to the Information Commissioner’s Office. Have your receipt code ready: without it, answers that were not sent through a personal link cannot be told apart.
privacy-contact = To ask, contact { $contact }
privacy-notice-link = The full privacy notice of { $organisation }

accessibility-heading = Accessibility
accessibility-aim = We want everyone to be able to use these pages. You should be able to:
accessibility-zoom = zoom in to 400%, or use a phone 320 pixels wide, without scrolling sideways
accessibility-keyboard = use every page with only a keyboard or with speech recognition
accessibility-reader = listen to every page with a screen reader
accessibility-script = answer every survey with JavaScript turned off
accessibility-state-heading = How accessible these pages are
accessibility-state = The pages are built to meet level AA of the Web Content Accessibility Guidelines, version 2.2. They are tested with automatic tools and with a keyboard. Such tests do not find everything, and no independent audit has been made.
accessibility-gaps-heading = What we know does not work well
accessibility-gaps = Surveys that were brought in from elsewhere use their owners’ words, which may be harder to read than ours. Wide tables may have to be scrolled in a printed page.
accessibility-other-heading = Another format, or a problem
accessibility-other = If you need a survey in another format, or find something that does not work, tell { $organisation }.
accessibility-contact = Contact: { $contact }
accessibility-enforcement = If you are not happy with the reply, you can contact the Equality Advisory and Support Service (EASS).

cookies-heading = Cookies
cookies-explain = Cookies are small files that a site keeps on your device.
cookies-only-needed = We only use cookies that the service cannot work without, so we do not ask for your consent.
cookies-draft = Lets you carry on with a survey on this device. Deleted when the time for your answers is over.
cookies-receipt = Lets us show your receipt code again on this device.
cookies-language = Remembers the language you chose, or the one your personal link speaks.
cookies-phone = At an event: tells one phone from the others, so that nobody is slowed down by their neighbours. Gone when you close the browser.
cookies-session = Keeps staff signed in. Deleted on signing out.
cookies-none-else = We do not measure or follow what you do, and nothing is fetched from other sites.
