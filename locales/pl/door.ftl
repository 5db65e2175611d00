# Drafted by a machine, awaiting review by a person who speaks Polish.
# Behind the first half of the door: the second factor, and showing again who one is.

sign-in-wait =
    { $seconds ->
        [one] Zbyt wiele prób. Odczekaj { $seconds } sekundę i spróbuj ponownie
        [few] Zbyt wiele prób. Odczekaj { $seconds } sekundy i spróbuj ponownie
       *[many] Zbyt wiele prób. Odczekaj { $seconds } sekund i spróbuj ponownie
    }
sign-in-password-wrong = To nie jest Twoje hasło
sign-in-code-empty = Wpisz kod
sign-in-code-wrong = Ten kod nie działa. Poczekaj na następny i wpisz go

second-heading = Potwierdź, że to Ty
second-code = Kod
second-code-hint = 6 cyfr z Twojej aplikacji uwierzytelniającej albo jeden z kodów odzyskiwania
second-recovery = Kod odzyskiwania
second-recovery-hint = Jeden z kodów zachowanych przy dodawaniu klucza dostępu
second-lost = Jeśli nie masz ani urządzenia, ani kodu odzyskiwania, zwróć się do administratora swojej organizacji.
second-other = Zaloguj się jako inna osoba

link-sent-heading = Ustaw drugi sposób potwierdzania tożsamości
link-sent-why = Samo hasło nie wystarcza, by chronić to, co ludzie nam mówią. Zanim się zalogujesz, Twoje konto musi mieć drugi składnik logowania.
link-sent-explain =
    { $hours ->
        [one] Wysłaliśmy Ci e-mail z linkiem, pod którym go ustawisz. Link działa jeden raz, przez godzinę.
        [few] Wysłaliśmy Ci e-mail z linkiem, pod którym go ustawisz. Link działa jeden raz, przez { $hours } godziny.
       *[many] Wysłaliśmy Ci e-mail z linkiem, pod którym go ustawisz. Link działa jeden raz, przez { $hours } godzin.
    }
link-sent-missing = Jeśli nie przyjdzie w ciągu kilku minut, zajrzyj do niechcianej poczty. Potem zwróć się do administratora swojej organizacji.
link-sent-ask = Ten serwis nie wysyła poczty. Poproś administratora swojej organizacji o link, pod którym ustawisz drugi składnik.

confirm-heading = Potwierdź jeszcze raz, że to Ty
confirm-explain = To, co chcesz zrobić, jest ważne, więc sprawdzamy, czy przy Twoim biurku nie siedzi ktoś inny.
confirm-elsewhere = Logujesz się przez swoją organizację i nie masz tu hasła. Wyloguj się, zaloguj ponownie i wróć tu w ciągu dziesięciu minut.
confirm-then-passkey = Potem urządzenie poprosi o Twój klucz dostępu.
confirm-without-passkey = Jeśli nie możesz teraz użyć klucza dostępu: wyloguj się, zaloguj ponownie kodem odzyskiwania i wróć tu w ciągu dziesięciu minut.
