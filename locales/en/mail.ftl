# Letters to staff. Subjects name no person; nothing names a patient.

mail-welcome-subject = Your Saywell account
mail-welcome-body =
    Hello { $name },

    You have been invited to Saywell. Open this link to choose a password and set up a second way to show who you are:

    { $address }

    The link works once, for { $days } days. If you did not expect this, you can ignore it.
mail-reset-subject = Set a new Saywell password
mail-reset-body =
    Hello { $name },

    Open this link to set a new password:

    { $address }

    The link works once, for one hour. If you did not ask for this, you can ignore it: your password has not changed.
mail-enrol-subject = Set up a second factor for Saywell
mail-enrol-body =
    Hello { $name },

    Your account needs a second way to show who you are. Open this link to set one up:

    { $address }

    The link works once, for one hour. If you did not just try to sign in, somebody else knows your password: open the link and change it.
mail-new-device-subject = Saywell was opened on a new device
mail-new-device-body =
    Hello { $name },

    Your account was signed in to on a device that it was not used on before.

    Device: { $device }
    Time: { $at }

    If this was you, there is nothing to do. If not, set a new password at once with "I have forgotten my password" on the sign-in page, and tell your administrator.
mail-device-unknown = not known
mail-wrong-codes-subject = Wrong codes were typed for your Saywell account
mail-wrong-codes-body =
    Hello { $name },

    Somebody who knows your password typed wrong codes at the second step, one after the other. They were not let in.

    Time: { $at }

    If this was you, there is nothing to do. If not, set a new password at once with "I have forgotten my password" on the sign-in page, and tell your administrator.
mail-changed-subject = Something changed on your Saywell account
mail-changed-body =
    Hello { $name },

    { $what }

    Time: { $at }

    If this was you, there is nothing to do. If not, tell your administrator at once.
mail-changed-password = Your password was changed.
mail-changed-factor-added = A second factor was added.
mail-changed-factor-removed = A second factor was removed.
mail-changed-recovery-codes = New recovery codes were made. The earlier ones no longer work.
mail-changed-recovery-code-used = A recovery code was used to sign in.
mail-changed-factors-reset = Your second factors were removed by an administrator.
mail-changed-identity = Your account was tied to the sign-in of your organisation.
mail-changed-identity-removed = Your account was untied from the sign-in of your organisation.
mail-changed-email = The email address of your account was changed.
mail-alert-subject = Saywell: an answer needs to be looked at
mail-alert-body =
    Somebody gave an answer that a person should look at. They were shown where to get urgent help.

    Sign in to see it:

    { $address }

    When you have looked, acknowledge it on that page, so that others know. If you cannot sign in, tell a colleague who can.

    This letter does not say whom or what it is about. Replies to it are not read.
mail-alert-escalated-subject = Saywell: nobody has acknowledged an answer in time
mail-alert-escalated-body =
    Somebody gave an answer that a person should look at. The team was told, and nobody has acknowledged it in the time there was.

    Sign in to see it, or make sure that a colleague who can does so:

    { $address }

    This letter does not say whom or what it is about. Replies to it are not read.
