# Answering a survey, from the first page to the receipt.

start-machine-drafted = This translation was drafted by a machine. A person has not checked it yet.
start-sent-before = You have already sent answers to this survey from this device. Your receipt code is
start-invitation = { $organisation } has asked you to answer this survey.
start-why-heading = Why we ask
start-why = { $organisation } uses the answers to see what is going well and what has to change.
start-before-heading = Before you start
start-minutes =
    { $minutes ->
        [one] It takes about { $minutes } minute.
       *[other] It takes about { $minutes } minutes.
    }
start-choice = It is your choice whether to answer. Your care does not depend on it. You can stop at any time.
start-saved =
    { $days ->
        [one] Your answers are saved page by page. If you stop, you can carry on for { $days } day. After that, answers you have not sent are deleted.
       *[other] Your answers are saved page by page. If you stop, you can carry on for { $days } days. After that, answers you have not sent are deleted.
    }
start-someone-helps = Someone can help you to answer, or answer for you.
start-who-sees-heading = Who sees your answers
start-who-sees = Only people who work with the answers for { $organisation } can see them.
start-figures = Published figures are about groups of people. Small groups are hidden, so that nobody can be picked out.
start-privacy-link = How we use what you tell us
start-not-watched = Nobody reads the answers as they come in. If you need help, do not wait for us.
start-languages = You can answer in:
start-draft = You started this survey on this device. Your answers are kept until { $until }.
start-continue = Carry on
start-again = Start again
start-now = Start now
start-resume-link = Carry on with a code from another device

question-progress = Question { $number } of { $of }
question-may-skip = You can leave this question empty.
question-later = Save and finish later
question-or = or
question-decline = Prefer not to say
question-other-label = If you chose “{ $option }”, tell us in your own words
question-all-that-apply = Choose all that apply.
question-at-most =
    { $most ->
        [one] Choose one.
       *[other] Choose up to { $most }.
    }
question-date-example = For example, 27 3 2026
question-one-a-line = Write each answer on a line of its own.
question-characters = You can write up to { $most } characters.
question-day = Day
question-month = Month
question-year = Year
question-yes = Yes
question-no = No
question-other = Something else
question-who-heading = Who is answering?
question-who-self = I am answering about myself
question-who-proxy = I am answering for someone else
question-who-carer = I am a carer, answering about myself
question-relationship-heading = What are you to the person you are answering for?
question-relationship-partner = Husband, wife or partner
question-relationship-child = Daughter or son
question-relationship-parent = Mother, father or guardian
question-relationship-sibling = Sister or brother
question-relationship-relative = Another relative
question-relationship-friend = Friend or neighbour
question-relationship-paid-carer = Paid carer
question-relationship-advocate = Advocate
question-relationship-other = Someone else
question-service-heading = Which service is this about?
question-service-unsure = I am not sure

check-heading = Check your answers
check-not-provided = Not provided
check-declined = Prefer not to say
check-change = Change
check-change-what = the answer to: { $question }
check-send-heading = Send your answers
check-send = You cannot change your answers after you have sent them.
check-button = Confirm and send

done-heading = Thank you. We have your answers.
done-receipt = Your receipt code
done-next-heading = What happens next
done-next = { $organisation } adds your answers to everyone else’s and looks at what they say together. You do not have to do anything.
done-keep = Keep your receipt code. With it you can check at any time that we have your answers.
done-receipt-link = Check a receipt
done-no-reply = We do not reply to answers. If you need help, do not wait for us.
done-urgent = One of your answers made us think that you may not be safe. Please get help now.

urgent-heading = You do not have to face this alone. Help is there now.
urgent-heard = Thank you for telling us. What you said matters.
urgent-not-watched = Nobody reads the answers as they come in. Please contact one of these now:
urgent-alone = If you can, tell someone you trust how you feel, and ask them to stay with you.
urgent-continue = Continue with the survey
