# Drafted by a machine, awaiting review by a person who speaks Polish.
# Indicators.

overview-title = Wyniki
overview-period = Dane za okres: { $period }.
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
indicator-contents = Na tej stronie
indicator-csv = Pobierz te dane (CSV)
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
definition-version = Wersja i kiedy obowiązuje
figure-percentage-points = { $change } p. proc.
figure-difference = { $change }
figure-points = { $change } pkt
overview-months = Inne miesiące
indicator-source = Dane dostarczone z zewnątrz: { $source }.
withheld-hidden = Ukryte dla ochrony prywatności

# Publikacje.

release-first = Nic jeszcze nie opublikowano. Pierwsza publikacja: { $day }, za miesiące do: { $month }.
release-newest = Publikacja { $number } z dnia { $made }. Następna: { $day }, za miesiące do: { $month }.
release-nothing = Nic jeszcze nie opublikowano o tym wskaźniku.
overview-stands = To, co opublikowano, pozostaje: późniejsze odpowiedzi tego nie zmieniają.
overview-icons-note = „Zmienność” mówi, czy ostatni wynik to więcej niż przypadek. Znak jest podawany od piętnastu okresów.
overview-pick-order = Kolejność
overview-order-attention = Co wymaga uwagi
overview-order-outcome = Rezultat
overview-by-attention = Najpierw to, co wymaga uwagi

# Zmienność i cele.

variation-common-cause = Tylko przypadek: bez szczególnej przyczyny.
variation-improvement-high = Lepiej, i to więcej niż przypadek: wyżej.
variation-improvement-low = Lepiej, i to więcej niż przypadek: niżej.
variation-concern-high = Gorzej, i to więcej niż przypadek: wyżej.
variation-concern-low = Gorzej, i to więcej niż przypadek: niżej.
variation-neither-high = Więcej niż przypadek: wyżej.
variation-neither-low = Więcej niż przypadek: niżej.
variation-too-few = Za mało okresów, by odróżnić przypadek od zmiany.
assurance-none = Nie wyznaczono celu.
assurance-pass = Cel będzie osiągany, jeśli nic się nie zmieni.
assurance-fail = Cel nie będzie osiągany, jeśli nic się nie zmieni.
assurance-hit-or-miss = O osiągnięciu celu decyduje przypadek.
assurance-too-few = Za mało okresów, aby powiedzieć, czy cel będzie osiągany.
target-at-least = Co najmniej { $value }
target-at-most = Najwyżej { $value }
target-plain = { $value }
target-sentence = Cel: { $target }. { $met }
judged-run = { $points ->
    [one] Można pokazać jeden okres. Granice wymagają { $need }, więc jest to wykres przebiegu wokół mediany i niczego się nie ocenia.
    [few] Można pokazać { $points } okresy. Granice wymagają { $need }, więc jest to wykres przebiegu wokół mediany i niczego się nie ocenia.
   *[other] Można pokazać { $points } okresów. Granice wymagają { $need }, więc jest to wykres przebiegu wokół mediany i niczego się nie ocenia.
}
judged-refused = Nie ma granic: metoda nie dopuszcza ich dla tych wyników ({ $why }).
judged-by-xmr = Granice jak na wykresie XmR: 2,66 średniego ruchomego rozstępu od średniej.
judged-by-p = Granice jak na wykresie P, bo mianowniki różnią się o więcej niż jedną czwartą; uwzględniają one, jak szeroko rozkładają się wyniki (Laney).
judged-rule-beyond = Ostatni wynik leży poza granicą.
judged-rule-shift = Jest jednym z co najmniej siedmiu kolejnych po tej samej stronie średniej.
judged-rule-trend = Jest jednym z co najmniej siedmiu kolejnych, które stale rosną albo maleją.
judged-rule-near-limit = Dwa z trzech ostatnich leżą blisko granicy.

# Wykresy.

chart-mean = Średnia
chart-median = Mediana
chart-upper = Górna granica
chart-lower = Dolna granica
chart-target = Cel
chart-improvement = Lepiej, więcej niż przypadek
chart-concern = Gorzej, więcej niż przypadek
chart-notable = Więcej niż przypadek

# Podziały.

figure-months = { $first } – { $last }
figure-whole = Wszyscy
figure-made-of = { $name }: z czego się składa
figure-version-from-here = Odtąd według wersji { $version } definicji.
figure-interval-of = 95% przedział { $interval }
figure-variation = Zmienność
figure-target = Cel
figure-reason = Powód
figure-change-category = Co się z nimi stało
figure-by-provider = Według świadczeniodawcy
figure-by-consortium = Według konsorcjum
figure-consortium-name = { $lead } z partnerami
figure-by-locality = Według miejscowości
figure-by-deprivation = Według zamożności okolicy
figure-by-age = Według wieku
figure-by-sex = Według płci
figure-by-ethnicity = Według grupy etnicznej
figure-by-language = Według języka
figure-by-mode = Według sposobu odpowiedzi
figure-by-respondent = Według tego, kto odpowiadał
figure-member-provider = Świadczeniodawca
figure-member-consortium = Konsorcjum
figure-member-locality = Miejscowość
figure-member-deprivation = Zamożność okolicy
figure-member-age = Wiek
figure-member-sex = Płeć
figure-member-ethnicity = Grupa etniczna
figure-member-language = Język
figure-member-mode = Sposób odpowiedzi
figure-member-respondent = Kto odpowiadał
figure-mode-web = Telefon lub komputer
figure-mode-kiosk = Wspólny tablet
figure-mode-phone = Personelowi przez telefon
figure-mode-paper = Papier
figure-respondent-self = Sama osoba
figure-respondent-proxy = Ktoś inny za nią
figure-respondent-carer = Opiekun o sobie
figure-change-recovered = Lepiej, ponad próg powrotu do zdrowia
figure-change-improved = Lepiej
figure-change-no-change = Bez wiarygodnej zmiany
figure-change-deteriorated = Gorzej
figure-exclusion-age = Młodsi lub starsi, niż się liczy
figure-exclusion-not-open-long-enough = Zbyt krótko pod opieką
figure-exclusion-does-not-apply = Pytanie ich nie dotyczy
figure-exclusion-not-recorded = Brak zapisu, którego można użyć
figure-exclusion-not-paired = Brak wcześniejszej odpowiedzi do porównania
figure-exclusion-not-linked = Odpowiedź nie należy do nikogo znanego
indicator-svg = Pobierz wykres (SVG)
indicator-png = Pobierz wykres (PNG)
indicator-changes-heading = Co się stało z ludźmi
indicator-changes-about = Lepiej lub gorzej to co najmniej wiarygodna zmiana. Każda liczba to część wszystkich, którzy odpowiedzieli dwa razy.
indicator-left-out-heading = Kogo pominięto
indicator-left-out-about = Osoby z programu, których się nie liczy; każdy powód jako część liczonych i pominiętych razem.
indicator-gateway-heading = Co musi być spełnione, zanim wynik się liczy
indicator-equity-heading = Czyj to głos

# Równość odpowiedzi.

equity-even = Widoczne grupy odpowiadały na tyle podobnie, że można oceniać.
equity-too-few = Niektóre grupy są zbyt małe, by oceniać.
equity-too-unlike = Zbyt niepodobne, by oceniać: niektóre grupy odpowiadały znacznie rzadziej.
equity-whole = Zapytano { $asked } osób, odpowiedziało { $answered }.
equity-whole-hidden = Ile osób zapytano i ile odpowiedziało, ukryto dla ochrony prywatności.
equity-rounded = Wszystko wyliczono z zaokrąglonych liczb, które opublikowano.
equity-split-even = Żadna grupa nie odpowiadała rzadziej niż cztery piąte tego, co inne, ponad przypadek.
equity-split-too-few = Zbyt mało, by oceniać: jakaś grupa jest ukryta albo za mała, by pokazać różnicę.
equity-split-too-unlike = Odpowiadały rzadziej niż cztery piąte tego, co inne, ponad przypadek: { $groups }.
equity-test = Chi-kwadrat { $statistic }, stopnie swobody: { $freedom }, p { $chance }.
equity-chart = Udziały wśród zapytanych i wśród tych, którzy odpowiedzieli
equity-chart-about = Dla każdej grupy jej udział wśród wszystkich zapytanych i wśród wszystkich, którzy odpowiedzieli. Tabele podają liczby.
equity-caption = Zapytani i ci, którzy odpowiedzieli
equity-asked = Zapytani
equity-answered = Odpowiedzieli
equity-share = Odpowiedzieli z zapytanych

# Warunki.

gateway-denominator = Policzono co najmniej { $least }
gateway-completeness = Zapis dla co najmniej { $least }%
gateway-response = Odpowiedziało co najmniej { $least }% zapytanych
gateway-equity = Grupy na tyle podobne, że można oceniać
gateway-met = Tak
gateway-not-met = Nie
gateway-not-known = Nie można tego powiedzieć z tego, co wolno pokazać

# Pochodzenie.

lineage-title = Z czego składa się wynik: { $title }
lineage-heading = Z czego składa się ten wynik
lineage-back = Wskaźnik
lineage-no-numerator = Średnia go nie ma
lineage-recorded = Z zapisem
lineage-whole = Kogo pominięto, podaje się dla wszystkich razem
lineage-made-by = Według czego powstał
lineage-version = Wersja { $version }
lineage-definition = Definicja
lineage-definition-hash = SHA-256 definicji
lineage-framework = Wersja ram
lineage-release = Publikacja
lineage-release-number = { $number }, z dnia { $made }
lineage-surveys = Wersje ankiety do tego dnia
lineage-score = Wynik punktowy
lineage-score-by = { $score }, wyliczony według tej wersji ankiety, na którą odpowiedziano
lineage-source = Źródło
lineage-disclosure = Ochrona prywatności
lineage-rule = Zasada
lineage-decision = Decyzja
lineage-shown = Pokazano
lineage-hidden = Ukryto dla ochrony prywatności
lineage-certificate = SHA-256 tego, co obejmuje dowód
lineage-note = Liczby są zaokrąglone według zasady. Nigdy nie pokazuje się tu, jakie osoby stoją za wynikiem.
definition-dates = od: { $from }
definition-dates-until = od: { $from }, do: { $until }
definition-version-number = Wersja { $version }, { $dates }
