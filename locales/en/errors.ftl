# What went wrong, and what to do next.

errors-help-link = Where to get help
errors-way-home = Go to the front page
errors-way-back = Go back to your survey
errors-way-resume = Carry on with a code
errors-way-receipt = Check that we have your answers

errors-not-found-heading = We cannot find that page
errors-not-found-explain = If you typed the address, check that it is right. If you followed a link, it may be out of date.
errors-survey-unknown-heading = We cannot find that survey
errors-survey-unknown-explain = Check the address, or look for the survey on the front page.
errors-survey-closed-heading = This survey is closed
errors-survey-closed-explain = It does not take answers any more. Answers that were sent before it closed are safe.
errors-link-expired-heading = This link does not work any more
errors-link-expired-explain = Its time is over, or a part of it is missing. If you copied it, check that you have all of it. If it is too old, ask the people who sent it for a new one.
errors-link-used-heading = This link has been used
errors-link-used-explain = The answers that go with it have been sent. Each link can be used once.
errors-draft-gone-heading = We cannot find your answers
errors-draft-gone-explain = They may have been sent already, their time may be over, or you may have started on another device. If you have a code, use it to carry on.
errors-too-many-tries-heading = Too many wrong codes
errors-too-many-tries-explain = To keep people’s answers safe, we have stopped taking codes for a short time. Wait a few minutes, then try again.
errors-too-large-heading = That was too much to send
errors-too-large-explain = Go back and shorten what you wrote. Nothing you sent before is lost.
errors-unreadable-heading = We could not read what was sent
errors-unreadable-explain = Something was changed or cut off on the way. Go back and try again. Nothing you sent before is lost.
errors-stale-page-heading = Your answers have moved on
errors-stale-page-explain = You answered this survey in another window or tab after this page was opened. Your newest answers are safe. Go back to your survey to carry on from there.
errors-tampered-key-heading = This page cannot be sent
errors-tampered-key-explain = A part of the page is not as we made it. Nothing was sent. Go back, load the page again, and try once more.
errors-foreign-form-heading = This form came from another site
errors-foreign-form-explain = To keep you safe, we only take forms from our own pages. Open the page again from here.
errors-busy-heading = We are very busy
errors-busy-explain = Wait a minute, then try again. What you sent before is safe.
errors-server-error-heading = Something went wrong on our side
errors-server-error-explain = It is not your fault. Try again in a few minutes. What you sent before is safe.
