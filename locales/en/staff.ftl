# The door for staff.

sign-in-heading = Sign in
sign-in-explain = This is for staff. You do not need to sign in to answer a survey.
sign-in-email = Email address
sign-in-password = Password
sign-in-button = Sign in
sign-in-email-empty = Enter your email address
sign-in-password-empty = Enter your password
sign-in-wrong = That email address and password do not go together
sign-in-too-many = Too many tries. Wait a few minutes, then try again
