# Accounts and organisations, for administrators.

staff-place-accounts = Accounts
staff-place-accounts-explain = Invite staff, and give and take roles.
staff-place-organisations = Organisations
staff-place-organisations-explain = The organisations that use Saywell, and what they share.

admin-name = Name
admin-email = Email address
admin-employer = Employer
admin-language = Language of letters
admin-roles = Roles
admin-roles-none = No role
admin-role-in = { $role }, { $organisation }
admin-state = State
admin-state-invited = Invited
admin-state-active = Active
admin-state-deactivated = Deactivated
admin-last = Last signed in
admin-last-never = Never

admin-accounts-heading = Accounts
admin-accounts-invite = Invite somebody
admin-accounts-search = Search by name or email address
admin-accounts-search-button = Search
admin-accounts-searched = Accounts with “{ $words }” in the name or email address.
admin-accounts-all = Show all accounts
admin-accounts-caption = Accounts by name
admin-accounts-none = There are no such accounts.
admin-accounts-more = Next page

admin-account-change = Change name, email address, employer or language
admin-account-own = This is your own account. Another administrator must change your roles or deactivate it.
admin-account-beyond = This person also has roles in organisations that you do not look after. You can give and take roles in your own organisations; an administrator who looks after all of them must do the rest.
admin-account-access = Access
admin-role-grant = Give a role
admin-role-revoke = Take away
admin-invite-again = Send a new invitation
admin-invite-again-explain = They have not set a password yet. A new invitation replaces the earlier one.
admin-factors-reset = They have lost their second factor
admin-deactivate = Deactivate this account
admin-activate = Activate this account
admin-activate-explain = Nobody can sign in to this account. Activating it gives back the roles it has.

admin-handover-heading = A link for { $name }
admin-handover-explain = This Saywell sends no email. Hand this link over yourself, to nobody else. It works once, for { $days ->
    [one] one day
   *[other] { $days } days
}.
admin-handover-once = It is shown only now. If it is lost, make a new one.
admin-handover-on = Go to the account of { $name }

admin-organisations-heading = Organisations
admin-organisations-add = Add an organisation
admin-organisations-caption = Organisations, each below its parent
admin-organisations-none = There are no organisations yet.
admin-ods-code = ODS code
admin-kind = Type
admin-parent = Parent
admin-parent-none = None
admin-organisation-change = Change this organisation
admin-sharing-heading = Who may see its people
admin-sharing-allowed = { $lead } may see the people of { $name }.
admin-sharing-not-allowed = { $lead } sees the figures of { $name }, and not its people.
admin-sharing-allow = Let the lead provider see them
admin-sharing-end = Stop sharing
admin-sharing-theirs = An administrator of { $name } decides about this.
admin-sees-heading = Whose people it may see

organisation-kind-commissioner = Commissioner
organisation-kind-lead-provider = Lead provider
organisation-kind-partner = Partner
organisation-kind-acute-trust = Acute trust
organisation-kind-maternity-service = Maternity service

# Forms.

admin-form-invite = Invite somebody
admin-form-invite-intro = They get a link by email to choose a password and a second factor. The link works once, for { $days ->
    [one] one day
   *[other] { $days } days
}.
admin-form-invite-button = Invite
admin-form-details = Change the account
admin-form-details-intro = If you change the email address, both addresses are told, and links sent to the earlier one stop working.
admin-form-role = Give a role
admin-form-role-button = Give the role
admin-form-factors = Remove second factors
admin-form-factors-intro = Their second factors, recovery codes and known devices are removed and their sessions end. They get a new link to set a password and a second factor. Make sure that it is really them who asks.
admin-form-factors-button = Remove second factors
admin-form-deactivate = Deactivate the account
admin-form-deactivate-intro = Their sessions end at once and nobody can sign in to the account. It can be activated again.
admin-form-deactivate-button = Deactivate
admin-form-organisation-add = Add an organisation
admin-form-organisation-add-button = Add
admin-form-organisation-change = Change the organisation
admin-form-sharing-allow = Let the lead provider see people
admin-form-sharing-allow-intro = Care coordinators of { $lead } will see the people of { $name }, not only its figures. Both must have agreed to this.
admin-form-sharing-allow-button = Let them see
admin-form-sharing-end = Stop sharing people
admin-form-sharing-end-intro = Care coordinators of { $lead } will no longer see the people of { $name }.
admin-form-sharing-end-button = Stop sharing
admin-form-save = Save

admin-field-name = Name
admin-field-name-hint = As colleagues know them.
admin-field-email = Email address
admin-field-employer = Employer
admin-field-language = Language of letters
admin-field-role = Role
admin-field-organisation = Organisation the role is for
admin-field-choose = Choose one
admin-field-reason = Why?
admin-field-reason-hint = Kept in the audit trail. Do not write about a patient.
admin-field-organisation-name = Name
admin-field-ods-code = ODS code
admin-field-ods-code-hint = The code of the NHS Organisation Data Service: letters and digits. It cannot be changed later.
admin-field-kind = Type
admin-field-parent = Parent
admin-field-parent-none = None

admin-done-invited = The invitation is on its way by email.
admin-done-changed = The account was changed.
admin-done-granted = The role was given.
admin-done-revoked = The role was taken away.
admin-done-reset = The second factors were removed. A new link is on its way by email.
admin-done-deactivated = The account was deactivated, and its sessions have ended.
admin-done-activated = The account is active again.
admin-done-organisation-added = The organisation was added.
admin-done-organisation-changed = The organisation was changed.
admin-done-sharing-allowed = The lead provider may now see the people.
admin-done-sharing-ended = The lead provider no longer sees the people.

admin-fault-name-empty = Enter a name
admin-fault-name-long = The name must be 100 characters or fewer
admin-fault-email-empty = Enter an email address
admin-fault-email-wrong = Enter an email address in the right form, like name@example.org
admin-fault-email-foreign = The email address has a letter that is not a plain one from a to z. It may only look like the right address; type it again
admin-fault-email-taken = There is an account with this email address already
admin-fault-employer = Choose an employer from the list
admin-fault-language = Choose a language from the list
admin-fault-role = Choose a role
admin-fault-organisation = Choose an organisation from the list
admin-fault-unfit = { $role } is not a role in an organisation of this type
admin-fault-conflict = Nobody may be both { $role } and { $held }, and they are { $held } already
admin-fault-theirs = { $role }: only an administrator of that organisation, or of the commissioner, gives this role there
admin-fault-reason-empty = Say why
admin-fault-reason-long = The reason must be 500 characters or fewer
admin-fault-last = Nobody else could look after this Saywell. Make somebody else administrator of a commissioner first
admin-fault-ods-code = Enter an ODS code of 1 to 12 letters and digits
admin-fault-ods-code-taken = There is an organisation with this ODS code already
admin-fault-kind = Choose a type
admin-fault-kind-held = Somebody is { $role } in this organisation, which is not a role in an organisation of that type. Take that role away first
admin-fault-parent = Choose a parent from the list
admin-fault-parent-below = An organisation cannot be below itself. Choose another parent
