# Drafted by a machine, awaiting review by a person who speaks Polish.
# One's own account.

own-heading = Twoje konto
own-back = Co możesz tu zrobić
own-done = Gotowe
own-done-password = Hasło zostało zmienione.
own-done-factor-added = Drugi składnik został dodany.
own-done-factor-removed = Drugi składnik został usunięty.
own-done-session-named = Nazwa urządzenia została zapisana.
own-done-session-ended = Urządzenie zostało wylogowane.
own-done-sessions-ended = Wszystkie pozostałe urządzenia zostały wylogowane.
own-done-identity-linked = Twoje konto zostało powiązane z logowaniem Twojej organizacji.
own-name = Imię i nazwisko
own-email = Adres e-mail
own-employer = Pracodawca
own-change = Jeśli coś się nie zgadza, poproś administratora swojej organizacji o zmianę.
own-password = Zmień hasło
own-roles = Twoje role
own-no-roles = Nie masz jeszcze żadnej roli. Poproś administratora swojej organizacji o jej nadanie.
own-role-in = { $role }, { $organisation }
own-factors = Drugie składniki logowania
own-no-factors = Nie masz drugiego składnika. Dodaj go: samo hasło można ukraść.
own-added = Dodano { $at }.
own-used = Ostatnie użycie: { $at }.
own-remove = Usuń
own-factor-stays = To Twój jedyny drugi składnik. Aby go usunąć, najpierw dodaj inny.
own-factor-only = Nie można usunąć jedynego drugiego składnika. Najpierw dodaj inny
own-add-factor = Dodaj drugi składnik
own-shown-totp = Aplikacja uwierzytelniająca
own-shown-passkey = Klucz dostępu
own-shown-recovery-code = Kod zapasowy
own-shown-single-sign-on = Logowanie Twojej organizacji
own-shown-waived = Samo hasło, w systemie próbnym
own-codes = Kody zapasowe
own-codes-left = { $count ->
    [0] Nie masz już kodów zapasowych. Utwórz nowe, aby móc się zalogować, gdy zgubisz telefon.
    [one] Został Ci { $count } kod zapasowy.
    [few] Zostały Ci { $count } kody zapasowe.
   *[other] Zostało Ci { $count } kodów zapasowych.
 }
own-codes-make = Utwórz nowe kody zapasowe
own-ties = Logowanie Twojej organizacji
own-ties-change = Zmień, gdzie jeszcze możesz się logować
own-sessions = Gdzie jesteś zalogowany lub zalogowana
own-sessions-explain = Wyloguj każde urządzenie, którego nie znasz, a potem zmień hasło.
own-session-this = to urządzenie
own-session-network = Sieć { $network }.
own-session-shown = Sposób logowania: { $how }.
own-session-half = Logowanie jeszcze nieukończone.
own-session-times = Od { $began }. Ostatnie użycie: { $seen }.
own-session-rename = Nadaj nazwę
own-session-name = Nazwa tego urządzenia
own-session-name-hint = Na przykład „Komputer w biurze”. Zostaw puste, aby usunąć nazwę.
own-session-keep = Zapisz nazwę
own-session-end = Wyloguj
own-sessions-end = Wyloguj wszystkie pozostałe urządzenia
own-name-long = Nazwa może mieć najwyżej 40 znaków
own-device-unknown = Nieznane urządzenie
