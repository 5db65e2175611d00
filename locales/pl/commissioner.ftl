# Drafted by a machine, awaiting review by a person who speaks Polish.
# Indicators.

overview-title = Wyniki
overview-period = Dane za okres: { $period }.
overview-updated = Ostatnia aktualizacja: { $updated }.
overview-interval-note = Przedział 95% to zakres, w którym prawdziwa wartość najprawdopodobniej się mieści. Szeroki przedział oznacza, że odpowiedziało niewiele osób.
overview-csv = Pobierz te dane (CSV)
overview-small-numbers = Dla ochrony prywatności małe liczby są ukryte, a inne zaokrąglone.

figure-indicator = Wskaźnik
figure-value = Wartość
figure-interval = Przedział 95%
figure-from = Licznik i mianownik
figure-numerator = Licznik
figure-denominator = Mianownik
figure-change = Zmiana od poprzedniego okresu
figure-trend = Trend
figure-answered = Odpowiedzi wśród zapytanych
figure-of = { $numerator } z { $denominator }
figure-period = Okres
figure-provider = Placówka
figure-locality = Obszar
figure-higher-is-better = Im więcej, tym lepiej
figure-lower-is-better = Im mniej, tym lepiej
figure-neutral = Ani więcej, ani mniej nie znaczy lepiej
figure-better = Lepiej
figure-worse = Gorzej
figure-unclear = Brak wyraźnej zmiany
figure-no-change = Brak danych do porównania

indicator-back = Wszystkie wyniki
indicator-trend-heading = Trend
indicator-table-caption = Te same dane w tabeli
indicator-csv = Pobierz te dane (CSV)
indicator-providers-heading = Według placówek
indicator-localities-heading = Według obszarów
indicator-breakdown-caption = Dane za okres: { $period }
indicator-definition-heading = Jak to obliczamy
indicator-full-heading = Pełna definicja

figure-range = od { $low } do { $high }
figure-completeness = Odpowiedź jest zapisana dla { $share }.
figure-received = Łącznie otrzymano { $count }
figure-under-way = Ten miesiąc jeszcze się nie skończył.
figure-not-stated = Nie podano
withheld-nothing = Brak danych za ten okres
sentence-now = W okresie { $period } wartość wynosiła { $value } (przedział 95%: { $interval }).
sentence-now-alone = W okresie { $period } wartość wynosiła { $value }.
sentence-year-before = Rok wcześniej, w okresie { $period }, było to { $value }.
sentence-withheld = Za okres { $period } nie ma wartości, którą można pokazać.
chart-interval = Przedział 95%
chart-withheld = Ukryte lub nieznane
chart-provisional = Miesiąc jeszcze trwa
definition-why = Dlaczego to ważne
definition-denominator = Kogo liczymy
definition-numerator = Co liczymy
definition-missing = Osoby, które nie odpowiedziały
definition-version = Wersja i pierwszy miesiąc
figure-percentage-points = { $change } p. proc.
figure-difference = { $change }
figure-points = { $change } pkt
overview-months = Inne miesiące
indicator-source = Dane dostarczone z zewnątrz: { $source }.
withheld-hidden = Ukryte dla ochrony prywatności
