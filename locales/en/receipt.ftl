# Checking that answers have arrived.

receipt-heading = Check that we have your answers
receipt-explain = Type the receipt code from the last page of the survey. With it you can also have a copy of your answers, or take them back.
receipt-label = Your receipt code
receipt-hint = Three groups of four letters and numbers. Capitals and spaces do not matter.
receipt-button = Check
receipt-code-empty = Enter your receipt code
receipt-code-wrong = We have no answers with this code. Check that you typed it as it was shown
receipt-found-heading = We have your answers
receipt-code = Receipt code
receipt-survey = Survey
receipt-received = Received
receipt-another = Check another code
receipt-withdrawn-on = Taken back
receipt-withdrawn-explain = The answers that went with this code have been deleted.

copy-heading = Your answers
copy-ask-heading = See your answers
copy-ask = We show your answers to nobody who cannot tell us the month you were born in.
copy-ask-open = Whoever has the code can see the answers that were sent with it.
copy-button = Show my answers
copy-received = Received on { $date }
copy-keep-heading = Keep a copy
copy-keep = A file on a device that others use can be read by them.
copy-text = Save as text
copy-json = Save as data (FHIR)

over-time-heading = Your answers over time
over-time-button = Show my answers over time
over-time-explain = These are numbers from your own answers, and nothing else. They do not say whether you are well or unwell. If something worries you, talk to somebody you trust.
over-time-few = To show how your answers went over time, we need answers that you sent at least twice.
over-time-sentence = On { $first } the score was { $from }. On { $last } it was { $to }.
over-time-range = This score can be from { $low } to { $high }.
over-time-table = The same numbers
over-time-day = Day
over-time-score = Score
done-over-time = You have answered this survey before. If you like, you can see how your answers went over time.

withdraw-ask-heading = Take your answers back
withdraw-ask = You can have your answers deleted at any time. You do not have to say why.
withdraw-link = Take my answers back
withdraw-heading = Are you sure that you want to take your answers back?
withdraw-deleted = Your answers are deleted, and the figures they were part of are worked out without them.
withdraw-kept = We keep a note that answers were sent and taken back, but not what they were. If one of them asked for help, what the team did about it stays on record.
withdraw-final = This cannot be undone.
withdraw-button = Yes, delete my answers
withdraw-leave = No, keep them
withdrawn-heading = Your answers have been deleted
withdrawn-explain = You do not have to do anything else. Your care stays the same.
