# Second factors: adding them, keeping recovery codes, and passkeys.

factor-heading = Set up a second way to show who you are
factor-why = A password can be stolen. From now on you sign in with your password and with something that you have.
factor-app = You need an authenticator app on your phone or computer. Any of them will do.
factor-scan-heading = 1. Give the app this code
factor-scan = In the app, choose to add an account, then point the camera at this square.
factor-qr = Square code for your authenticator app. The same key is written out below.
factor-key = No camera? Type this key into the app instead:
factor-open = Open the app on this device
factor-code-heading = 2. Enter the code that the app shows
factor-code = Code from the app
factor-code-hint = Six digits. They change every half minute.
factor-code-empty = Enter the code that the app shows
factor-code-wrong = That code is not right. Wait for the next one, and check that the time on your phone is right
factor-name = Name
factor-name-hint = So that you can tell it from others, for example “Work phone”.
factor-name-empty = Enter a name
factor-name-long = The name must be 40 characters or fewer
factor-add = Add it
factor-totp-name = Authenticator app
factor-passkey-name = Passkey
factor-passkey-heading = Or use a passkey
factor-passkey-explain = With a passkey you show who you are with your fingerprint, your face, the code of your device, or a security key.
factor-passkey-link = Add a passkey

codes-heading = Keep these recovery codes
codes-why = If you lose your phone or your passkey, you can sign in with your password and one of these codes. Each code works once.
codes-keep = Print this page, or copy the codes into a password manager. Do not keep them on the phone itself.
codes-for = { $organisation }, { $email }
codes-once = Once you go on, we cannot show them to you again. You can make new ones at any time under “Your account”.
codes-kept = I have kept them

passkey-new-heading = Add a passkey
passkey-make = Make a passkey
passkey-not-added = The passkey was not added. Try again, or choose another way
passkey-sign-in-heading = Sign in with your passkey
passkey-sign-in-explain = Your device asks for your fingerprint, your face, its code, or your security key.
passkey-use = Use your passkey
passkey-not-shown = That did not work. Try again, or choose another way
passkey-other = Choose another way
passkey-none = This browser cannot use passkeys here, or it runs no scripts. Choose another way.
