# Drafted by a machine, awaiting review by a person who speaks Polish.
# The door for staff.

sign-in-heading = Zaloguj się
sign-in-explain = To miejsce jest dla personelu. Aby wypełnić ankietę, nie trzeba się logować.
sign-in-email = Adres e-mail
sign-in-password = Hasło
sign-in-button = Zaloguj się
sign-in-email-empty = Wpisz adres e-mail
sign-in-password-empty = Wpisz hasło
sign-in-wrong = Ten adres e-mail i to hasło nie pasują do siebie
sign-in-forgotten = Nie pamiętam hasła
sign-in-with = Zaloguj się przez: { $name }

# Where staff begin.

staff-home-heading = Co możesz tu zrobić
staff-home-nothing = Twoje konto nie ma jeszcze żadnej roli. Poproś administratora swojej organizacji o jej nadanie.
staff-place-commissioner = Wskaźniki
staff-place-commissioner-explain = Dane liczbowe całego hrabstwa, miesiąc po miesiącu.
staff-place-audit = Dziennik zdarzeń
staff-place-audit-explain = Kto co zrobił, kiedy i skąd.
staff-place-rights = Prawa osób
staff-place-rights-explain = Kopie danych, poprawki, wstrzymania prawne, usuwanie i czas przechowywania.
staff-place-provider = Dane liczbowe Twojej organizacji
staff-place-provider-explain = Wskaźniki, na które wpływa Twoja organizacja, miesiąc po miesiącu, oraz wskaźniki organizacji, którym przewodzi.
staff-place-supply = Wartości z innych zbiorów danych
staff-place-supply-explain = Dodawaj wartości z innych zbiorów danych i zobacz, co już dodano.
staff-place-heard = Kogo nie wysłuchano
staff-place-heard-explain = Jak daleko doszły osoby, które można było zapytać, i kogo wysłuchano rzadziej niż innych.
staff-place-results = Wyniki spotkań
staff-place-results-explain = Co ludzie powiedzieli na zakończonych spotkaniach, w liczbach.
staff-place-framework = Ramy rezultatów
staff-place-framework-explain = Na ile każdy rezultat i wskaźnik opiera się na głosie pacjentów i opiekunów oraz co wynika ze spotkań.
staff-place-definitions = Definicje wskaźników
staff-place-definitions-explain = Co liczy każdy wskaźnik, prostymi słowami, i jak powstają nowe wersje.
staff-place-alerts = Alerty
staff-place-alerts-explain = Odpowiedzi, którym ktoś powinien się wkrótce przyjrzeć.
staff-place-alert-team = Kto zajmuje się alertami
staff-place-alert-team-explain = Zespół, który dowiaduje się o takich odpowiedziach, kiedy pracuje i jak szybko się im przygląda.
staff-place-people = Osoby pod Twoją opieką
staff-place-people-explain = Kto jest pod opieką, o co pytano i czy nadeszły odpowiedzi.
staff-place-imports = Osoby i epizody opieki z pliku
staff-place-imports-explain = Prześlij plik, zobacz, co stanie się z każdym wierszem, i wczytaj go.
staff-place-events = Spotkania konsultacyjne
staff-place-events-explain = Zaplanuj spotkanie, wydrukuj plakat i obserwuj, ile odpowiedzi przychodzi.
staff-place-surveys = Ankiety
staff-place-surveys-explain = Jakie są ankiety i jakie linki można udostępnić.
staff-nav = Twoje strony
staff-nav-home = Co możesz zrobić
staff-nav-account = Twoje konto
