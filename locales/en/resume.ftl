# Leaving a survey and coming back with a code.

later-heading = Your answers so far are saved
later-code = This is your code to carry on:
later-how-heading = How to carry on
later-write-down = Write the code down, or take a picture of it.
later-address = On any device, go to
later-type = Type the code. Capitals and spaces do not matter.
later-until = The code works until { $until }. After that, the answers you have not sent are deleted.
later-private = Anyone who has the code can see and change the answers you have not sent, so keep it to yourself.
later-continue = Carry on now

resume-heading = Carry on with a survey
resume-explain = Type the code that you were given when you stopped.
resume-label = Your code
resume-hint = Three groups of four letters and numbers. Capitals and spaces do not matter.
resume-lost = If you have lost the code, you can start the survey again.
resume-code-empty = Enter your code
resume-code-wrong = No saved answers go with this code. Check that you typed it as it was shown. A code stops working when the answers are sent or its time is over
