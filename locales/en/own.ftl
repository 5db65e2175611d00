# One's own account.

own-heading = Your account
own-back = What you can do here
own-done = Done
own-done-password = Your password was changed.
own-done-factor-added = The second factor was added.
own-done-factor-removed = The second factor was removed.
own-done-session-named = The device has its name.
own-done-session-ended = The device was signed out.
own-done-sessions-ended = Every other device was signed out.
own-done-identity-linked = Your account was tied to the sign-in of your organisation.
own-name = Name
own-email = Email address
own-employer = Works for
own-change = If any of this is wrong, ask an administrator of your organisation to change it.
own-password = Change your password
own-roles = Your roles
own-no-roles = You have no role yet. Ask an administrator of your organisation to give you one.
own-role-in = { $role }, { $organisation }
own-factors = Second factors
own-no-factors = You have no second factor. Add one: a password alone can be stolen.
own-added = Added { $at }.
own-used = Last used { $at }.
own-remove = Remove
own-factor-stays = This is your only second factor. To remove it, add another one first.
own-factor-only = You cannot remove your only second factor. Add another one first
own-add-factor = Add a second factor
own-shown-totp = Authenticator app
own-shown-passkey = Passkey
own-shown-recovery-code = Recovery code
own-shown-single-sign-on = Sign-in of your organisation
own-shown-waived = Password alone, on a trial system
own-codes = Recovery codes
own-codes-left = { $count ->
    [0] You have no recovery codes left. Make new ones, so that you can still sign in when you lose your phone.
    [one] You have { $count } recovery code left.
   *[other] You have { $count } recovery codes left.
 }
own-codes-make = Make new recovery codes
own-ties = Sign-in of your organisation
own-ties-change = Change where else you can sign in
own-sessions = Where you are signed in
own-sessions-explain = Sign out any device that you do not know, then change your password.
own-session-this = this device
own-session-network = Network { $network }.
own-session-shown = Signed in with: { $how }.
own-session-half = Not signed in fully yet.
own-session-times = Since { $began }. Last used { $seen }.
own-session-rename = Give it a name
own-session-name = Name of this device
own-session-name-hint = For example “Office computer”. Leave it empty to take the name away.
own-session-keep = Keep the name
own-session-end = Sign out
own-sessions-end = Sign out every other device
own-name-long = The name must be 40 characters or fewer
own-device-unknown = Unknown device
