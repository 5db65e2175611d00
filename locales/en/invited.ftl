# A personal link: coming back from another device, not wanting to answer, and nothing left to answer.

birth-month-label = The month you were born in
birth-month-hint = We ask so that nobody else sees the answers. If you answer for somebody, or as their carer, choose the month they were born in.
birth-month-hint-resume = Choose it if the code came in a letter, an email or a text message, or if you began with the link in one. If not, leave it.
birth-month-choose = Choose a month
birth-month-1 = January
birth-month-2 = February
birth-month-3 = March
birth-month-4 = April
birth-month-5 = May
birth-month-6 = June
birth-month-7 = July
birth-month-8 = August
birth-month-9 = September
birth-month-10 = October
birth-month-11 = November
birth-month-12 = December
birth-month-empty = Choose the month you were born in
birth-month-wrong = This is not the month we have on record. Check it and try again
birth-month-locked = Too many wrong months were tried. To keep the answers safe, we take no more today. Ring the team that asked you

carry-on-heading = Carry on with your answers
carry-on-explain = Somebody started this survey with this link on another device. Tell us the month you were born in, and you can carry on from there.
carry-on-button = Carry on
carry-on-again-heading = Or start again
carry-on-again = You can answer from the beginning instead. What was answered before is not shown.

start-decline-link = I do not want to answer

decline-heading = You do not have to answer
decline-explain = Your care does not depend on it, and you do not have to say why. Choose what fits best, so that we send you only what you want.
decline-button = Confirm
declining-legend = What should we do?
declining-not-now = I do not want to answer this time
declining-no-surveys = I do not want any surveys about this care
declining-bereavement = Somebody close to me has died
declining-baby-loss = I have lost my baby
declining-died = The person you wrote to has died
declining-other = Something else has happened, and this is not the time
declining-empty = Choose what we should do

ended-declined-heading = Thank you for telling us
ended-declined-explain = We will not send you anything more about this survey. Your care stays the same.
ended-no-surveys-heading = Thank you for telling us
ended-no-surveys-explain = We will not send you any more surveys about this care. Your care stays the same.
ended-sorry-heading = We are sorry
ended-sorry-explain = We will not send any surveys now. You do not have to do anything else. If you would like to talk to somebody, you can ring one of the lines below at any time.
ended-stopped-heading = You do not need to answer this survey any more
ended-stopped-explain = We have stopped asking for answers to it, and you do not have to do anything. If there is something you want to say, contact the team that wrote to you.
ended-withdrawn-heading = Your answers were taken back
ended-withdrawn-explain = The answers that went with this link have been deleted. You do not have to do anything else.
ended-again = If you change your mind, you can still answer.
ended-again-button = Answer after all
