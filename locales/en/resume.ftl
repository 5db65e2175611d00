# Leaving a survey and coming back with a code.

later-heading = Your answers so far are saved
later-code = This is your code to carry on:
later-how-heading = How to carry on
later-write-down = Write the code down, or take a picture of it.
later-address = On any device, go to
later-type = Type the code. Capitals and spaces do not matter.
later-until = The code works until { $until }. After that, the answers you have not sent are deleted.
later-private = With the code, the answers you have not sent can be seen and changed, so keep it to yourself. If you were asked to answer, the month you were born in is needed as well.
later-continue = Carry on now

resume-heading = Carry on with a survey
resume-explain = Type the code that you were given when you stopped, or the code from the letter or message that asked you to answer.
resume-label = Your code
resume-hint = Three groups of four letters and numbers. Capitals and spaces do not matter.
resume-lost = If you have lost the code, or it does not work, you can start the survey again, or ring the team that asked you.
resume-code-empty = Enter your code
resume-code-wrong = No saved answers go with this code. Check that you typed it as it was shown and, if it came in a letter or message, chose the right month. A code stops working when the answers are sent, its time is over, or too many wrong months were chosen
