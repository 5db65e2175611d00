# Drafted by a machine, awaiting review by a person who speaks Polish.
# Pliki z osobami i epizodami opieki.

imports-title = Osoby i epizody opieki z pliku
imports-explain = Prześlij plik CSV z jednym wierszem na każdą osobę i epizod opieki. Najpierw zobaczysz, co stanie się z każdym wierszem. Nic nie zostanie wczytane, dopóki tego nie wybierzesz.
imports-file-label = Plik CSV
imports-file-hint = Zapisany jako „CSV UTF-8”, najwyżej 64 MB. Plik jest przechowywany w postaci zaszyfrowanej do chwili wczytania, najdłużej siedem dni.
imports-organisation-label = Czyje to osoby?
imports-organisation-choose = Wybierz organizację
imports-send = Prześlij plik
imports-columns = Jakie kolumny może mieć plik
imports-columns-explain = Kolumny mogą być w dowolnej kolejności i pod innymi zwykłymi nazwami, na przykład „NHS No” albo „DOB”. Komórki oddziela przecinek, średnik albo tabulator. Pusta komórka niczego nie zmienia.
imports-template = Pobierz plik z nagłówkiem
imports-programmes = Programy:
imports-caption = Pliki, od najnowszego
imports-file = Plik
imports-organisation = Organizacja
imports-sent = Przesłano
imports-lines = Wiersze
imports-status = Stan
imports-status-checking = Sprawdzany
imports-status-checked = Czeka na Twój wybór
imports-status-running = Wczytywany
imports-status-done = Wczytany
imports-status-refused = Niczego nie wczytano
imports-status-dropped = Usunięty
imports-status-checking-explain = Wiersze są sprawdzane. Nic jeszcze nie zostało wczytane. Możesz opuścić tę stronę i wrócić później.
imports-status-checked-explain = Oto, co stałoby się z wierszami. Nic jeszcze nie zostało wczytane.
imports-status-running-explain = Wiersze są wczytywane. Możesz opuścić tę stronę i wrócić później.
imports-status-done-explain = Plik został wczytany.
imports-status-refused-explain = Niczego nie wczytano, ponieważ niektóre wiersze zostały odrzucone. Popraw je i prześlij plik ponownie.
imports-status-dropped-explain = Plik został usunięty przed wczytaniem.
imports-progress = { $done } z { $lines } wierszy
imports-look-again = Pokaż obecny postęp
imports-ignored = Tych kolumn nie znamy i zostały pominięte:
imports-choice = Odrzucone wiersze: { $refused } z { $lines }. Co zrobić?
imports-choice-nothing = Nie wczytywać niczego: poprawię plik i prześlę go ponownie
imports-choice-valid = Wczytać pozostałe wiersze
imports-go-on = Dalej
imports-bring-in = Wczytaj wszystkie wiersze
imports-drop = Usuń plik
imports-refused-csv = Pobierz odrzucone wiersze i przyczyny (CSV)
imports-filter = Wiersze
imports-lines-caption = Co stanie się z każdym wierszem
imports-line = Wiersz
imports-outcome = Wynik
imports-why = Dlaczego
imports-next = Następna strona
imports-outcome-all = Wszystkie wiersze
imports-outcome-add = Dodane
imports-outcome-change = Zmienione
imports-outcome-same = Już znane
imports-outcome-refuse = Odrzucone

# Dlaczego plik nie został przyjęty.

imports-organisation-missing = Wybierz, czyje to osoby
imports-file-missing = Wybierz plik
imports-file-empty = Pierwszy wiersz pliku musi zawierać nazwy kolumn
imports-file-workbook = To jest skoroszyt. Zapisz go jako „CSV UTF-8” i prześlij ten plik
imports-file-encoding = W wierszu { $line } są znaki spoza UTF-8. Zapisz plik jako „CSV UTF-8” i prześlij go ponownie
imports-file-heading = W pierwszym wierszu pliku jest niepotrzebny cudzysłów
imports-file-no-lines = Pod nagłówkiem pliku nic nie ma
imports-columns-missing = Brakuje kolumn: { $columns }
imports-column-twice = Kolumna { $column } występuje dwa razy, być może pod dwiema nazwami
imports-choice-missing = Wybierz, co zrobić

# Co zawiera kolumna.

imports-column-person-number = Wymagany. Numer osoby w Waszym systemie, po którym odnajdą ją następne pliki.
imports-column-nhs-number = Dziesięć cyfr, ze spacjami lub bez.
imports-column-given-name = Wymagane.
imports-column-family-name = Wymagane.
imports-column-known-as = Jak osoba chce być nazywana, jeśli inaczej niż pierwszym imieniem.
imports-column-date-of-birth = Wymagana. 2026-11-22 albo 22/11/2026.
imports-column-date-of-death = Data. Do osób zmarłych nic nie jest wysyłane.
imports-column-sex = 1 lub M, 2 lub F, 9 lub indeterminate, X lub not known.
imports-column-ethnicity = Kategoria etniczna NHS: od A do S, Z gdy nie podano, 99 gdy nieznana.
imports-column-language = Oznaczenie języka, na przykład en, pl albo zh-Hans.
imports-column-needs = Potrzeby komunikacyjne oddzielone średnikami lub kreskami: large-print, easy-read, braille, audio, bsl, interpreter, carer-assists, paper, phone.
imports-column-contact-by = email, text, letter, phone albo none.
imports-column-may-contact = yes albo no. Znana już odmowa pozostaje.
imports-column-opted-out = Krajowy sprzeciw wobec użycia danych: yes albo no.
imports-column-email = Adres e-mail.
imports-column-mobile = Numer telefonu komórkowego.
imports-column-telephone = Inny numer telefonu.
imports-column-address-line-1 = Pierwszy wiersz adresu; jedna komórka może zawierać wszystkie.
imports-column-address-line-2 = Drugi wiersz.
imports-column-address-line-3 = Trzeci wiersz.
imports-column-address-line-4 = Czwarty wiersz.
imports-column-postcode = Pełny kod pocztowy.
imports-column-episode-number = Wymagany dla epizodu. Jego numer w Waszym systemie, po którym odnajdą go następne pliki.
imports-column-programme = Wymagany dla epizodu. Klucz albo tytuł programu.
imports-column-referral-date = Wymagana dla epizodu. Dzień jego rozpoczęcia.
imports-column-end-date = Dzień zakończenia epizodu.
imports-column-hospital-discharge-date = Dzień, w którym osoba wyszła ze szpitala i trafiła pod tę opiekę.
imports-column-delivery-date = Dzień urodzenia dziecka.
imports-column-cluster = Klaster opieki psychiatrycznej, od 00 do 21.

# Co jest nie tak z wierszem. Nigdy z wartością z niego.

imports-fault-stray-quote = Cudzysłów stoi tam, gdzie nie powinien, albo nie jest zamknięty
imports-fault-cells = Wiersz ma więcej lub mniej komórek niż nagłówek
imports-fault-unprintable = W wierszu są znaki, których nie można pokazać
imports-fault-person-number-missing = Brakuje numeru osoby z Waszego systemu
imports-fault-episode-number-missing = Brakuje numeru epizodu z Waszego systemu
imports-fault-person-differs = Wcześniejszy wiersz mówi co innego o tej samej osobie
imports-fault-episode-differs = Wcześniejszy wiersz mówi co innego o tym samym epizodzie
imports-fault-nhs-number-taken = Z tym numerem NHS zarejestrowany jest ktoś inny, albo jest on we wcześniejszym wierszu
imports-fault-nhs-number-birth = Z tym numerem NHS zarejestrowany jest ktoś z inną datą urodzenia
imports-fault-erased = Dane tej osoby zostały usunięte
imports-fault-episode-elsewhere = Ten epizod należy do kogoś innego
imports-fault-programme-differs = Ten epizod jest znany w innym programie
imports-fault-dates-differ = Epizod skończyłby się przed swoim początkiem, według znanej daty zakończenia
imports-fault-sex-wrong = Nieznany kod płci
imports-fault-ethnicity-wrong = Nieznany kod kategorii etnicznej
imports-fault-language-wrong = Tego języka nie ma wśród tych, które można zapisać
imports-fault-needs-wrong = Nieznany kod potrzeby komunikacyjnej
imports-fault-contact-by-wrong = Nieznany sposób kontaktu
imports-fault-may-contact-wrong = Tu może być yes, no albo nic
imports-fault-opted-out-wrong = Tu może być yes, no albo nic
imports-fault-programme-wrong = Program jest nieznany albo go brakuje
