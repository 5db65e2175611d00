# Choosing a password, and asking for a link to do so.

new-password-hint = At least 12 characters. Three or four words that do not belong together are easy to remember and hard to guess. You can use blanks and any other characters, and let a password manager choose.

choose-password-heading = Choose a password
choose-password-new-heading = Choose a new password
choose-password-whose = This is for the account of { $name }.
choose-password-ends-sessions = You will be signed out everywhere.
choose-password-email = Email address
choose-password-label = Password
choose-password-button = Set password

enrol-link-heading = Set up a second way to show who you are
enrol-link-explain = This is for the account of { $name }. Enter your password to go on.
enrol-link-password = Password
enrol-link-button = Continue
enrol-link-not-you = If you did not just try to sign in, somebody else knows your password.
enrol-link-set-new = Set a new one

forgotten-heading = I have forgotten my password
forgotten-explain = Enter the email address of your account. We will send you a link to set a new password.
forgotten-button = Send the link
forgotten-ask-administrator = This service sends no email. Ask an administrator of your organisation for a link to set a new password.
forgotten-sign-in = Go to the sign-in page

link-asked-heading = Check your email
link-asked-explain = If there is an account for that address, we have sent a link to it. It works once, for one hour.
link-asked-wait = It may take a few minutes. Look into the spam folder too. If a link was sent within the last { $minutes } minutes, use that one: we do not send another so soon.

change-password-heading = Change your password
change-password-explain = You will stay signed in here and be signed out everywhere else.
change-password-current = Current password
change-password-new = New password
change-password-button = Change password
change-password-none = Your account has no password, because you sign in with your organisation. To have one as well, ask for a link.

# What is wrong with a password.

password-none = Enter a password
password-current-none = Enter your current password
password-current-wrong = That is not your current password
password-email-none = Enter your email address
password-email-unlike = Enter an email address like name@example.org

password-fault-too-short = Your password must have at least { $least } characters
password-fault-too-long = Your password must have at most { $most } characters
password-fault-own-words = Leave out your name, your email address and your organisation, or add several more words
password-fault-breached = That password was stolen from another service, and whoever has the list will try it. Choose another
password-fault-same = Choose a password that is not your current one
password-fault-guessable = That password is easy to guess.

password-advice-common = Many people use it, or one much like it.
password-advice-single-word = A single word is not enough.
password-advice-names = Names alone are not enough.
password-advice-dates = Dates and years are tried early.
password-advice-keyboard = It follows the keys of the keyboard.
password-advice-repeats = It repeats itself.
password-advice-sequence = It counts up or down.
password-advice-disguise = Capitals, words spelt backwards or digits in the place of letters hide little.
password-advice-more-words = Add a few words that do not belong together.
