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

# Where staff begin.

staff-home-heading = What you can do here
staff-home-nothing = Your account has no role yet. Ask an administrator of your organisation to give you one.
staff-place-commissioner = Indicators
staff-place-commissioner-explain = The figures of the whole county, month by month.
