# The sign-ins of organisations that an account is tied to.

identities-heading = Sign in with your organisation
identities-explain = Where your account is tied to your organisation’s sign-in, you can use that sign-in instead of your password.
identities-nobody = No organisation’s sign-in can be used here.
identities-tied = Tied to your account
identities-not-tied = Not tied
identities-tie = Tie to your account
identities-remove = Untie
identities-taken = That sign-in is tied to another account. Sign in there as somebody else, or ask an administrator
identities-tie-heading = Tie your account to { $name }
identities-tie-who = At { $name } you are signed in as
identities-tie-explain = Go on only if that is you. Whoever signs in there as that person can use your account here.
identities-tie-yes = Yes, tie my account
identities-tie-no = No, go back
identities-going = Going to { $name }
identities-going-link = Go on to { $name }, if nothing happens
