# Behind the first half of the door: the second factor, and showing again who one is.

sign-in-wait =
    { $seconds ->
        [one] Too many tries. Wait { $seconds } second, then try again
       *[other] Too many tries. Wait { $seconds } seconds, then try again
    }
sign-in-password-wrong = That is not your password
sign-in-code-empty = Enter a code
sign-in-code-wrong = That code does not work. Wait for the next one, then enter that

second-heading = Show that it is you
second-code = Code
second-code-hint = The 6 digits that your authenticator app shows, or one of your recovery codes
second-recovery = Recovery code
second-recovery-hint = One of the codes that you kept when you set up your passkey
second-lost = If you have neither your device nor a recovery code, ask an administrator of your organisation.
second-other = Sign in as somebody else

link-sent-heading = Set up a second way to show who you are
link-sent-why = A password alone is not enough to look after what people tell us. Your account needs a second factor before you can sign in.
link-sent-explain =
    { $hours ->
        [one] We have sent you an email with a link to set it up. The link works once, for one hour.
       *[other] We have sent you an email with a link to set it up. The link works once, for { $hours } hours.
    }
link-sent-missing = If it does not come in a few minutes, look among unwanted mail. Then ask an administrator of your organisation.
link-sent-ask = This service sends no email. Ask an administrator of your organisation for a link to set it up.

confirm-heading = Show again that it is you
confirm-explain = What you are about to do is important, so we check that nobody else sits at your desk.
confirm-elsewhere = You sign in with your organisation and have no password here. Sign out, sign in again, and come back within ten minutes.
confirm-then-passkey = Then your device asks for your passkey.
confirm-without-passkey = If you cannot use your passkey now: sign out, sign in again with a recovery code, and come back within ten minutes.
