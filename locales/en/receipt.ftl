# Checking that answers have arrived.

receipt-heading = Check that we have your answers
receipt-explain = Type the receipt code from the last page of the survey.
receipt-label = Your receipt code
receipt-hint = Three groups of four letters and numbers. Capitals and spaces do not matter.
receipt-button = Check
receipt-code-empty = Enter your receipt code
receipt-code-wrong = We have no answers with this code. Check that you typed it as it was shown
receipt-found-heading = We have your answers
receipt-code = Receipt code
receipt-survey = Survey
receipt-received = Received
receipt-found-explain = For your privacy, we do not show the answers here.
receipt-another = Check another code
