# Drafted by a machine, awaiting review by a person who speaks Polish.
# The sign-ins of organisations that an account is tied to.

identities-heading = Logowanie przez Twoją organizację
identities-explain = Jeśli Twoje konto jest powiązane z logowaniem Twojej organizacji, możesz go używać zamiast hasła.
identities-nobody = Nie można tutaj używać logowania żadnej organizacji.
identities-tied = Powiązane z Twoim kontem
identities-not-tied = Niepowiązane
identities-tie = Powiąż ze swoim kontem
identities-remove = Usuń powiązanie
identities-taken = To logowanie jest powiązane z innym kontem. Zaloguj się tam jako inna osoba albo zwróć się do administratora
identities-tie-heading = Powiąż swoje konto: { $name }
identities-tie-who = W { $name } logujesz się jako
identities-tie-explain = Kontynuuj tylko wtedy, gdy to Ty. Każdy, kto zaloguje się tam jako ta osoba, może używać Twojego konta tutaj.
identities-tie-yes = Tak, powiąż moje konto
identities-tie-no = Nie, wróć
identities-going = Przechodzisz do: { $name }
identities-going-link = Jeśli nic się nie dzieje, przejdź do: { $name }
