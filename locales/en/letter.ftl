# Letters to people, on paper. No word about health: an envelope is opened by others too.

letter-title = Letters
letter-bookmark = Letter { $number }
letter-heading = A few questions for you
letter-hello = Dear { $name },
letter-hello-somebody = Hello,
letter-invitation-asks = { $organisation } would like to ask you a few questions.
letter-reminder-asks = { $organisation } asked you a few questions a while ago. If you would still like to answer, there is time.
letter-answer-heading = How to answer
letter-online = Point the camera of a phone at the square code. Or go to { $address } and type in your code.
letter-yours = The code is for you alone, so please do not pass it on. It works until { $until }.
letter-otherwise = To answer by telephone, or to have the questions on paper or in another form or language, contact us: { $contact }
letter-decline-heading = If you would rather not answer
letter-free = It is up to you whether you answer. Nothing else depends on it.
letter-decline = Open the same page and say so there: we will stop asking.
letter-decline-or-tell = Open the same page and say so there, or tell us: we will stop asking.
letter-end = Thank you. { $organisation }
