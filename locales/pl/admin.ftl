# Drafted by a machine, awaiting review by a person who speaks Polish.
# Accounts and organisations, for administrators.

staff-place-accounts = Konta
staff-place-accounts-explain = Zapraszanie personelu, nadawanie i odbieranie ról.
staff-place-organisations = Organizacje
staff-place-organisations-explain = Organizacje korzystające z Saywell i to, co sobie udostępniają.

admin-name = Nazwa
admin-email = Adres e-mail
admin-employer = Pracodawca
admin-language = Język listów
admin-roles = Role
admin-roles-none = Brak roli
admin-role-in = { $role }, { $organisation }
admin-state = Stan
admin-state-invited = Zaproszone
admin-state-active = Aktywne
admin-state-deactivated = Wyłączone
admin-last = Ostatnie logowanie
admin-last-never = Nigdy

admin-accounts-heading = Konta
admin-accounts-invite = Zaproś osobę
admin-accounts-search = Szukaj według nazwiska lub adresu e-mail
admin-accounts-search-button = Szukaj
admin-accounts-searched = Konta, których nazwisko lub adres e-mail zawiera „{ $words }”.
admin-accounts-all = Pokaż wszystkie konta
admin-accounts-caption = Konta według nazwiska
admin-accounts-none = Nie ma takich kont.
admin-accounts-more = Następna strona

admin-account-change = Zmień nazwisko, adres e-mail, pracodawcę lub język
admin-account-own = To Twoje własne konto. Zmienić Twoje role lub wyłączyć konto musi inny administrator.
admin-account-beyond = Ta osoba ma też role w organizacjach, którymi się nie zajmujesz. Możesz nadawać i odbierać role w swoich organizacjach; resztę musi zrobić administrator, który zajmuje się nimi wszystkimi.
admin-account-access = Dostęp
admin-role-grant = Nadaj rolę
admin-role-revoke = Odbierz
admin-invite-again = Wyślij nowe zaproszenie
admin-invite-again-explain = Hasło nie zostało jeszcze ustawione. Nowe zaproszenie zastępuje poprzednie.
admin-factors-reset = Ta osoba utraciła drugi składnik logowania
admin-deactivate = Wyłącz to konto
admin-activate = Włącz to konto
admin-activate-explain = Na to konto nikt nie może się zalogować. Po włączeniu odzyska ono swoje role.

admin-handover-heading = Link dla: { $name }
admin-handover-explain = Ten Saywell nie wysyła poczty. Przekaż link osobiście i nikomu innemu. Działa raz, przez { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}.
admin-handover-once = Link jest widoczny tylko teraz. Jeśli zaginie, utwórz nowy.
admin-handover-on = Przejdź do konta: { $name }

admin-organisations-heading = Organizacje
admin-organisations-add = Dodaj organizację
admin-organisations-caption = Organizacje, każda pod swoją jednostką nadrzędną
admin-organisations-none = Nie ma jeszcze żadnych organizacji.
admin-ods-code = Kod ODS
admin-kind = Rodzaj
admin-parent = Jednostka nadrzędna
admin-parent-none = Brak
admin-organisation-change = Zmień tę organizację
admin-sharing-heading = Kto może widzieć jej pacjentów
admin-sharing-allowed = { $lead } może widzieć pacjentów organizacji { $name }.
admin-sharing-not-allowed = { $lead } widzi dane liczbowe organizacji { $name }, ale nie jej pacjentów.
admin-sharing-allow = Pozwól wiodącemu świadczeniodawcy ich widzieć
admin-sharing-end = Zakończ udostępnianie
admin-sharing-theirs = Decyduje o tym administrator organizacji { $name }.
admin-sees-heading = Czyich pacjentów może widzieć

organisation-kind-commissioner = Płatnik
organisation-kind-lead-provider = Wiodący świadczeniodawca
organisation-kind-partner = Partner
organisation-kind-acute-trust = Szpital
organisation-kind-maternity-service = Opieka położnicza

# Forms.

admin-form-invite = Zaproś osobę
admin-form-invite-intro = Otrzyma e-mailem link, aby wybrać hasło i drugi składnik logowania. Link działa raz, przez { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}.
admin-form-invite-button = Zaproś
admin-form-details = Zmień konto
admin-form-details-intro = Jeśli zmienisz adres e-mail, powiadomimy oba adresy, a linki wysłane na poprzedni przestaną działać.
admin-form-role = Nadaj rolę
admin-form-role-button = Nadaj rolę
admin-form-factors = Usuń drugie składniki logowania
admin-form-factors-intro = Drugie składniki, kody odzyskiwania i znane urządzenia zostaną usunięte, a sesje zakończone. Osoba otrzyma nowy link, aby ustawić hasło i drugi składnik. Upewnij się, że to naprawdę ona o to prosi.
admin-form-factors-button = Usuń drugie składniki
admin-form-deactivate = Wyłącz konto
admin-form-deactivate-intro = Sesje zakończą się od razu i nikt nie zaloguje się na to konto. Można je potem włączyć ponownie.
admin-form-deactivate-button = Wyłącz
admin-form-organisation-add = Dodaj organizację
admin-form-organisation-add-button = Dodaj
admin-form-organisation-change = Zmień organizację
admin-form-sharing-allow = Pozwól wiodącemu świadczeniodawcy widzieć pacjentów
admin-form-sharing-allow-intro = Koordynatorzy opieki z { $lead } będą widzieć pacjentów organizacji { $name }, a nie tylko jej dane liczbowe. Obie strony muszą się na to zgodzić.
admin-form-sharing-allow-button = Pozwól
admin-form-sharing-end = Zakończ udostępnianie pacjentów
admin-form-sharing-end-intro = Koordynatorzy opieki z { $lead } nie będą już widzieć pacjentów organizacji { $name }.
admin-form-sharing-end-button = Zakończ udostępnianie
admin-form-save = Zapisz

admin-field-name = Imię i nazwisko
admin-field-name-hint = Tak, jak znają tę osobę współpracownicy.
admin-field-email = Adres e-mail
admin-field-employer = Pracodawca
admin-field-language = Język listów
admin-field-role = Rola
admin-field-organisation = Organizacja, której dotyczy rola
admin-field-choose = Wybierz
admin-field-reason = Dlaczego?
admin-field-reason-hint = Powód zostanie zapisany w dzienniku zdarzeń. Nie pisz o pacjencie.
admin-field-organisation-name = Nazwa
admin-field-ods-code = Kod ODS
admin-field-ods-code-hint = Kod z rejestru NHS Organisation Data Service: litery i cyfry. Później nie można go zmienić.
admin-field-kind = Rodzaj
admin-field-parent = Jednostka nadrzędna
admin-field-parent-none = Brak

admin-done-invited = Zaproszenie zostanie wysłane e-mailem.
admin-done-changed = Konto zostało zmienione.
admin-done-granted = Rola została nadana.
admin-done-revoked = Rola została odebrana.
admin-done-reset = Drugie składniki logowania zostały usunięte. Nowy link zostanie wysłany e-mailem.
admin-done-deactivated = Konto zostało wyłączone, a jego sesje zakończone.
admin-done-activated = Konto jest znowu aktywne.
admin-done-organisation-added = Organizacja została dodana.
admin-done-organisation-changed = Organizacja została zmieniona.
admin-done-sharing-allowed = Wiodący świadczeniodawca może teraz widzieć pacjentów.
admin-done-sharing-ended = Wiodący świadczeniodawca nie widzi już pacjentów.

admin-fault-name-empty = Wpisz imię i nazwisko lub nazwę
admin-fault-name-long = Nazwa może mieć najwyżej 100 znaków
admin-fault-email-empty = Wpisz adres e-mail
admin-fault-email-wrong = Wpisz adres e-mail we właściwej postaci, na przykład imie@example.org
admin-fault-email-foreign = Adres e-mail zawiera literę inną niż zwykłe od a do z. Może tylko wyglądać jak właściwy adres; wpisz go jeszcze raz
admin-fault-email-taken = Istnieje już konto z tym adresem e-mail
admin-fault-employer = Wybierz pracodawcę z listy
admin-fault-language = Wybierz język z listy
admin-fault-role = Wybierz rolę
admin-fault-organisation = Wybierz organizację z listy
admin-fault-unfit = { $role }: tej roli nie ma w organizacji tego rodzaju
admin-fault-conflict = Jedna osoba nie może mieć ról: { $role } oraz { $held }, a rolę { $held } już ma
admin-fault-theirs = { $role }: tę rolę nadaje tam tylko administrator tej organizacji albo zamawiającego
admin-fault-reason-empty = Podaj powód
admin-fault-reason-long = Powód może mieć najwyżej 500 znaków
admin-fault-last = Nikt inny nie mógłby zarządzać tym Saywell. Najpierw nadaj innej osobie rolę administratora u płatnika
admin-fault-ods-code = Wpisz kod ODS: od 1 do 12 liter i cyfr
admin-fault-ods-code-taken = Istnieje już organizacja z tym kodem ODS
admin-fault-kind = Wybierz rodzaj
admin-fault-kind-held = Ktoś ma w tej organizacji rolę { $role }, której nie ma w organizacji tego rodzaju. Najpierw odbierz tę rolę
admin-fault-parent = Wybierz jednostkę nadrzędną z listy
admin-fault-parent-below = Organizacja nie może podlegać samej sobie. Wybierz inną jednostkę nadrzędną
