# Drafted by a machine, awaiting review by a person who speaks Polish.
# Second factors: adding them, keeping recovery codes, and passkeys.

factor-heading = Ustaw drugi sposób potwierdzania tożsamości
factor-why = Hasło można ukraść. Od teraz logujesz się hasłem i czymś, co masz przy sobie.
factor-app = Potrzebujesz aplikacji uwierzytelniającej w telefonie lub komputerze. Może to być dowolna z nich.
factor-scan-heading = 1. Przekaż aplikacji ten kod
factor-scan = W aplikacji wybierz dodawanie konta, a potem skieruj aparat na ten kwadrat.
factor-qr = Kwadratowy kod dla aplikacji uwierzytelniającej. Ten sam klucz jest zapisany poniżej.
factor-key = Nie masz aparatu? Wpisz w aplikacji ten klucz:
factor-open = Otwórz aplikację na tym urządzeniu
factor-code-heading = 2. Wpisz kod, który pokazuje aplikacja
factor-code = Kod z aplikacji
factor-code-hint = Sześć cyfr. Zmieniają się co pół minuty.
factor-code-empty = Wpisz kod, który pokazuje aplikacja
factor-code-wrong = Ten kod jest nieprawidłowy. Poczekaj na następny i sprawdź, czy zegar w telefonie dobrze chodzi
factor-name = Nazwa
factor-name-hint = Aby odróżnić go od innych, na przykład „Telefon służbowy”.
factor-name-empty = Wpisz nazwę
factor-name-long = Nazwa może mieć najwyżej 40 znaków
factor-add = Dodaj
factor-totp-name = Aplikacja uwierzytelniająca
factor-passkey-name = Klucz dostępu
factor-passkey-heading = Albo użyj klucza dostępu
factor-passkey-explain = Z kluczem dostępu potwierdzasz tożsamość odciskiem palca, twarzą, kodem urządzenia albo kluczem sprzętowym.
factor-passkey-link = Dodaj klucz dostępu

codes-heading = Zachowaj te kody zapasowe
codes-why = Jeśli zgubisz telefon lub klucz dostępu, możesz zalogować się hasłem i jednym z tych kodów. Każdy kod działa raz.
codes-keep = Wydrukuj tę stronę albo skopiuj kody do menedżera haseł. Nie trzymaj ich w samym telefonie.
codes-for = { $organisation }, { $email }
codes-once = Gdy przejdziesz dalej, nie będziemy mogli pokazać ich ponownie. Nowe możesz utworzyć w każdej chwili na stronie „Twoje konto”.
codes-kept = Kody są zachowane

passkey-new-heading = Dodaj klucz dostępu
passkey-make = Utwórz klucz dostępu
passkey-not-added = Klucz dostępu nie został dodany. Spróbuj ponownie albo wybierz inny sposób
passkey-sign-in-heading = Zaloguj się kluczem dostępu
passkey-sign-in-explain = Urządzenie poprosi o odcisk palca, twarz, swój kod albo klucz sprzętowy.
passkey-use = Użyj klucza dostępu
passkey-not-shown = To się nie udało. Spróbuj ponownie albo wybierz inny sposób
passkey-other = Wybierz inny sposób
passkey-none = Ta przeglądarka nie może tu użyć kluczy dostępu albo nie uruchamia skryptów. Wybierz inny sposób.
