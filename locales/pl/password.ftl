# Drafted by a machine, awaiting review by a person who speaks Polish.
# Choosing a password, and asking for a link to do so.

new-password-hint = Co najmniej 12 znaków. Trzy lub cztery niepowiązane ze sobą słowa łatwo zapamiętać, a trudno odgadnąć. Można używać spacji i wszelkich innych znaków, a wybór hasła zostawić menedżerowi haseł.

choose-password-heading = Wybierz hasło
choose-password-new-heading = Wybierz nowe hasło
choose-password-whose = To hasło do konta, które należy do: { $name }.
choose-password-ends-sessions = Nastąpi wylogowanie na wszystkich urządzeniach.
choose-password-email = Adres e-mail
choose-password-label = Hasło
choose-password-button = Ustaw hasło

enrol-link-heading = Ustaw drugi sposób potwierdzania tożsamości
enrol-link-explain = Konto należy do: { $name }. Aby przejść dalej, wpisz hasło.
enrol-link-password = Hasło
enrol-link-button = Dalej
enrol-link-not-you = Jeśli to nie Ty próbujesz się teraz zalogować, ktoś inny zna Twoje hasło.
enrol-link-set-new = Ustaw nowe

forgotten-heading = Nie pamiętam hasła
forgotten-explain = Wpisz adres e-mail swojego konta. Wyślemy na niego link do ustawienia nowego hasła.
forgotten-button = Wyślij link
forgotten-ask-administrator = Ta usługa nie wysyła wiadomości e-mail. Poproś administratora swojej organizacji o link do ustawienia nowego hasła.
forgotten-sign-in = Przejdź do strony logowania

link-asked-heading = Sprawdź pocztę
link-asked-explain = Jeśli z tym adresem jest związane konto, wysłaliśmy na niego link. Działa raz, przez godzinę.
link-asked-wait = Może to potrwać kilka minut. Zajrzyj też do folderu ze spamem. Jeśli link został wysłany w ciągu ostatnich { $minutes } minut, użyj tamtego: tak szybko nie wysyłamy kolejnego.

change-password-heading = Zmień hasło
change-password-explain = Tutaj pozostaniesz w systemie, a na wszystkich innych urządzeniach nastąpi wylogowanie.
change-password-current = Obecne hasło
change-password-new = Nowe hasło
change-password-button = Zmień hasło
change-password-none = Twoje konto nie ma hasła, ponieważ logujesz się przez swoją organizację. Aby mieć również hasło, poproś o link.

# What is wrong with a password.

password-none = Wpisz hasło
password-current-none = Wpisz obecne hasło
password-current-wrong = To nie jest obecne hasło
password-email-none = Wpisz adres e-mail
password-email-unlike = Wpisz adres e-mail w postaci nazwa@example.org

password-fault-too-short = Hasło musi mieć co najmniej { $least } znaków
password-fault-too-long = Hasło może mieć najwyżej { $most } znaków
password-fault-own-words = Pomiń swoje imię i nazwisko, adres e-mail i nazwę organizacji albo dodaj kilka innych słów
password-fault-breached = To hasło wykradziono z innej usługi i kto ma tę listę, wypróbuje je. Wybierz inne
password-fault-same = Wybierz hasło inne niż obecne
password-fault-guessable = To hasło łatwo odgadnąć.

password-advice-common = Używa go wiele osób albo jest bardzo podobne do takiego hasła.
password-advice-single-word = Jedno słowo to za mało.
password-advice-names = Same imiona i nazwiska to za mało.
password-advice-dates = Daty i lata są sprawdzane na początku.
password-advice-keyboard = Powtarza układ klawiszy na klawiaturze.
password-advice-repeats = Powtarza się w nim to samo.
password-advice-sequence = To kolejne litery lub cyfry.
password-advice-disguise = Wielkie litery, słowa pisane wspak lub cyfry zamiast liter niewiele ukrywają.
password-advice-more-words = Dodaj kilka niepowiązanych ze sobą słów.
