# Drafted by a machine, awaiting review by a person who speaks Polish.
# Letters to staff. Subjects name no person; nothing names a patient.

mail-welcome-subject = Twoje konto Saywell
mail-welcome-body =
    Dzień dobry, { $name },

    zaproszono Cię do Saywell. Otwórz ten link, aby wybrać hasło i ustawić drugi sposób potwierdzania tożsamości:

    { $address }

    Link działa raz, przez { $days } dni. Jeśli nie spodziewasz się tej wiadomości, możesz ją zignorować.
mail-reset-subject = Ustaw nowe hasło do Saywell
mail-reset-body =
    Dzień dobry, { $name },

    otwórz ten link, aby ustawić nowe hasło:

    { $address }

    Link działa raz, przez godzinę. Jeśli to nie Ty o to prosisz, możesz zignorować tę wiadomość: hasło się nie zmieniło.
mail-enrol-subject = Ustaw drugi składnik logowania do Saywell
mail-enrol-body =
    Dzień dobry, { $name },

    Twoje konto wymaga drugiego sposobu potwierdzania tożsamości. Otwórz ten link, aby go ustawić:

    { $address }

    Link działa raz, przez godzinę. Jeśli to nie Ty próbujesz się teraz zalogować, ktoś inny zna Twoje hasło: otwórz link i je zmień.
mail-new-device-subject = Saywell otwarto na nowym urządzeniu
mail-new-device-body =
    Dzień dobry, { $name },

    na Twoje konto zalogowano się z urządzenia, na którym nie było dotąd używane.

    Urządzenie: { $device }
    Czas: { $at }

    Jeśli to Ty, nie musisz nic robić. Jeśli nie, od razu ustaw nowe hasło, wybierając na stronie logowania „Nie pamiętam hasła”, i powiadom administratora.
mail-device-unknown = nieznane
mail-wrong-codes-subject = Ktoś wpisywał błędne kody do Twojego konta Saywell
mail-wrong-codes-body =
    Dzień dobry, { $name },

    ktoś, kto zna Twoje hasło, raz po raz wpisywał błędne kody w drugim kroku logowania. Nie udało mu się zalogować.

    Czas: { $at }

    Jeśli to Ty, nie musisz nic robić. Jeśli nie, od razu ustaw nowe hasło, wybierając na stronie logowania „Nie pamiętam hasła”, i powiadom administratora.
mail-changed-subject = Coś zmieniło się na Twoim koncie Saywell
mail-changed-body =
    Dzień dobry, { $name },

    { $what }

    Czas: { $at }

    Jeśli to Ty, nie musisz nic robić. Jeśli nie, od razu powiadom administratora.
mail-changed-password = Zmieniono Twoje hasło.
mail-changed-factor-added = Dodano drugi składnik logowania.
mail-changed-factor-removed = Usunięto drugi składnik logowania.
mail-changed-recovery-codes = Utworzono nowe kody odzyskiwania. Poprzednie już nie działają.
mail-changed-recovery-code-used = Do zalogowania użyto kodu odzyskiwania.
mail-changed-factors-reset = Administrator usunął Twoje drugie składniki logowania.
mail-changed-identity = Twoje konto powiązano z logowaniem Twojej organizacji.
mail-changed-identity-removed = Usunięto powiązanie Twojego konta z logowaniem Twojej organizacji.
mail-changed-email = Zmieniono adres email Twojego konta.
mail-alert-subject = Saywell: ktoś musi przyjrzeć się odpowiedzi
mail-alert-body =
    Ktoś udzielił odpowiedzi, której powinien przyjrzeć się człowiek. Tej osobie pokazano, gdzie znaleźć pilną pomoc.

    Zaloguj się, aby ją zobaczyć:

    { $address }

    Potem potwierdź na tej stronie, że odpowiedź jest Ci znana, żeby inni o tym wiedzieli. Jeśli nie możesz się zalogować, powiadom kogoś, kto może.

    Ta wiadomość nie mówi, kogo ani czego dotyczy. Nikt nie czyta odpowiedzi na nią.
mail-alert-escalated-subject = Saywell: nikt na czas nie potwierdził odpowiedzi
mail-alert-escalated-body =
    Ktoś udzielił odpowiedzi, której powinien przyjrzeć się człowiek. Zespół otrzymał wiadomość, ale w wyznaczonym czasie nikt tego nie potwierdził.

    Zaloguj się, aby ją zobaczyć, albo dopilnuj, żeby zrobił to ktoś, kto może:

    { $address }

    Ta wiadomość nie mówi, kogo ani czego dotyczy. Nikt nie czyta odpowiedzi na nią.
