# Definicje wskaźników: co liczą, prostymi słowami i reguła po regule.

define-title = Definicje wskaźników
define-explain = Co liczy każdy wskaźnik. Obowiązującej definicji nigdy się nie zmienia: to, co ma być liczone inaczej, jest nową wersją, którą jedna osoba pisze, a inna zatwierdza, od miesiąca, którego wyników jeszcze nie wydano. Wcześniejsze miesiące zachowują swoją wersję.
define-indicator = Wskaźnik
define-in-force = Obowiązuje
define-in-force-from = Wersja { $version }, od: { $month }
define-draft = Projekt
define-no-draft = Brak
define-version = Wersja { $version }
define-back = Definicja

define-draft-counting = Wersja { $version } jest projektem i właśnie jest liczona. Proszę zajrzeć za chwilę.
define-draft-written = Wersja { $version } jest projektem.
define-draft-proposed = Wersja { $version } jest projektem i czeka na zatwierdzenie.
define-state-in-force = Obowiązuje od: { $month }.
define-state-until = Obowiązuje od: { $month } do: { $until }.
define-state-dropped = Porzucona. Nigdy nie weszła w życie.
define-state-recounting = Jest liczona od swojego pierwszego miesiąca. Dopóki to trwa, nic nie jest według niej wydawane.
define-by-drafted = Napisano: { $name }, { $day }.
define-by-proposed = Przedstawiono do zatwierdzenia: { $name }, { $day }.
define-by-approved = Zatwierdzono: { $name }, { $day }.
define-by-dropped = Porzucono: { $name }, { $day }.
define-said-reason = Dlaczego: { $words }
define-said-note = Co o niej powiedziano: { $words }

define-done-drafted = Projekt jest zapisany i właśnie jest liczony.
define-done-changed = Projekt jest zapisany i jest liczony od nowa.
define-done-proposed = Projekt przekazano do zatwierdzenia.
define-done-sent-back = Projekt odesłano.
define-done-approved = Nowa wersja jest zatwierdzona.
define-done-dropped = Projekt porzucono.

define-begin = Napisz nową wersję
define-change = Zmień projekt
define-change-toml = Zmień projekt jako TOML albo wczytaj inny
define-propose = Przekaż do zatwierdzenia
define-drop = Porzuć projekt
define-decide = Zatwierdź albo odeślij

define-plain = Prostymi słowami
define-plain-explain = Ułożone z reguł. Właśnie to jest liczone.
define-own = Słowami autora
define-versions = Wersje
define-toml-of = { $title } jako TOML
define-sha256 = SHA-256 tego, co jest liczone:
define-differences = Co różni ją od wersji { $version }
define-line-gone = Usunięto
define-line-came = Dodano

define-effect = Co by zmienił
define-effect-explain = Całe hrabstwo, za najnowsze miesiące, których wyniki wydano. Liczby są zaokrąglone do najbliższej piątki, a małe są ukryte. Tam, gdzie projekt robi różnicę zbyt niewielu osób, pokazano jego wynik jako równy obowiązującemu. Obliczono raz, gdy projekt został policzony.
define-effect-caption = Projekt obok obowiązującej wersji
define-effect-none = Nie wydano jeszcze nic, z czym można by go porównać.
define-effect-period = Okres, który kończy się w miesiącu
define-effect-in-force = Wydano
define-effect-draft = Projekt
define-effect-change = Różnica
define-effect-share = { $value }% ({ $met } z { $of })
define-effect-mean = { $value } (z { $of })
define-effect-same = brak
define-hidden = ukryte

define-words-words = Słowami autora
define-words-who = Kto jest liczony
define-words-what = Co się liczy
define-words-missing = Osoby, od których nie ma odpowiedzi
define-words-answer = Która odpowiedź się liczy
define-words-period = Kiedy powstaje wynik
define-words-groups = Czyj jest wynik
define-words-gateway = Kiedy wynik liczy się do celu lub zapłaty
define-words-since = Od kiedy

define-who-open-at-period-end = Każda osoba, której opieka na koniec miesiąca nadal trwa.
define-who-closed-in-period = Każda osoba, której opieka skończyła się w tym miesiącu.
define-who-91-days-after-discharge = Każda osoba, która 91 dni wcześniej wyszła ze szpitala, w miesiącu 91. dnia.
define-who-answered = Każda osoba, która odpowiedziała, w miesiącu swojej odpowiedzi.
define-who-programme = Tylko osoby w programie „{ $programme }”.
define-who-any = Osoby w każdym programie.
define-who-ages = W wieku od { $from } do { $to } lat.
define-who-from = W wieku co najmniej { $from } lat.
define-who-to = W wieku najwyżej { $to } lat.
define-who-open-days = { $days ->
    [one] Ich opieka trwa co najmniej jeden dzień.
    [few] Ich opieka trwa co najmniej { $days } dni.
    [many] Ich opieka trwa co najmniej { $days } dni.
   *[other] Ich opieka trwa co najmniej { $days } dnia.
}
define-who-unlinked = Odpowiedź, która nie należy do nikogo znanego, liczy się jako jedna osoba, w miesiącu, w którym jej udzielono.
define-who-linked = Odpowiedź, która nie należy do nikogo znanego, jest pomijana.

define-what-proportion = Spośród tych osób liczą się te, które na pytanie „{ $question }” (ankieta „{ $survey }”) odpowiedziały: { $answers }. Wynikiem jest ich udział w procentach.
define-what-not-stated = Za brak odpowiedzi uważa się: { $answers }.
define-what-excluded = Całkiem pomija się, jako osoby, których pytanie nie dotyczy: { $answers }.
define-what-mean = Punktacja „{ $score }” z ankiety „{ $survey }”. Wynikiem jest średnia wszystkich, którzy ją mają.
define-what-change = Punktacja „{ $score }” z ankiety „{ $survey }”: późniejsza odpowiedź każdej osoby porównana z jej własną pierwszą. Wynikiem jest średnia tych zmian.
define-what-range = Punktacja sięga od { $lowest } do { $highest }.
define-what-reliable = Za rzeczywistą uznaje się zmianę o co najmniej { $points } pkt: na lepsze albo na gorsze. Mniejsza nie jest zmianą.
define-what-cut-off = Kto poprawia się i przekracza { $points } pkt, wyzdrowiał.
define-what-supplied = Liczby pochodzą z innego zbioru danych: { $source }.
define-what-share = Wynik to tyle z tylu, w procentach.
define-what-rate = Wynik to tyle na każde { $many }.
define-what-standardised = Wynik to tyle na każde { $many }, obliczone tak, jakby w każdym miejscu mieszkały osoby w tym samym wieku.
define-what-ratio = Wynik to liczba zaobserwowana, podzielona przez oczekiwaną.

define-missing-stays-in = Są liczone wśród wszystkich: niewiadoma nie jest powodzeniem.
define-missing-dropped = Są pomijane.
define-missing-threshold = Są pomijane, a tam, gdzie odpowiedziało zbyt mało osób, nie ma wyniku.
define-missing-under = Są pomijane. Tam, gdzie odpowiedziało mniej niż { $least } na 100 osób, nie ma wyniku.

define-answer-latest-of = { $months ->
    [one] Najnowsza odpowiedź z miesiąca.
    [few] Najnowsza odpowiedź z ostatnich { $months } miesięcy.
    [many] Najnowsza odpowiedź z ostatnich { $months } miesięcy.
   *[other] Najnowsza odpowiedź z ostatnich { $months } miesiąca.
}
define-answer-first-of = { $months ->
    [one] Pierwsza odpowiedź z miesiąca.
    [few] Pierwsza odpowiedź z ostatnich { $months } miesięcy.
    [many] Pierwsza odpowiedź z ostatnich { $months } miesięcy.
   *[other] Pierwsza odpowiedź z ostatnich { $months } miesiąca.
}
define-answer-latest = Najnowsza odpowiedź.
define-answer-first = Pierwsza odpowiedź.
define-answer-each = Każda odpowiedź, w miesiącu, w którym jej udzielono.
define-answer-at-baseline = Tylko odpowiedzi na początku opieki.
define-answer-at-review = Tylko odpowiedzi przy przeglądzie opieki.
define-answer-at-review-3-months = Tylko odpowiedzi trzy miesiące po początku.
define-answer-at-review-6-months = Tylko odpowiedzi sześć miesięcy po początku.
define-answer-at-review-12-months = Tylko odpowiedzi dwanaście miesięcy po początku.
define-answer-at-discharge = Tylko odpowiedzi na końcu opieki.
define-answer-at-discharge-91-days = Tylko odpowiedzi 91 dni po wyjściu ze szpitala.
define-answer-at-birth-6-8-weeks = Tylko odpowiedzi od sześciu do ośmiu tygodni po porodzie.
define-answer-at-unscheduled = Tylko odpowiedzi udzielone bez ustalonego terminu.

define-period-month = Jeden wynik na każdy miesiąc.
define-period-quarter = Jeden wynik na każdy kwartał; rok zaczyna się w kwietniu.
define-period-year = Jeden wynik na każdy rok; rok zaczyna się w kwietniu.
define-period-rolling = Każdy obejmuje miesiące w liczbie { $months }; kończy się tym, od którego ma nazwę.
define-period-higher-is-better = Więcej znaczy lepiej.
define-period-lower-is-better = Mniej znaczy lepiej.
define-period-neither = Ani więcej, ani mniej nie znaczy lepiej.
define-period-target = Cel to { $target }.
define-period-unit = Jednostka: { $unit }.

define-groups-provider-at-event = Osoba liczy się u tego świadczeniodawcy, który się nią opiekował, gdy odpowiadała.
define-groups-provider-at-period-end = Osoba liczy się u tego świadczeniodawcy, który się nią teraz opiekuje.
define-groups-consortium = Osoba liczy się w całym konsorcjum; nie ma wyników poszczególnych świadczeniodawców.
define-groups-all = Wyniki dzieli się według wszystkiego, co wiadomo.
define-groups-none = Wyników nie dzieli się.
define-groups-some = Wyniki dzieli się według: { $groups }.

define-gateway-denominator = { $least ->
    [one] Musi obejmować co najmniej jedną osobę.
    [few] Musi obejmować co najmniej { $least } osoby.
    [many] Musi obejmować co najmniej { $least } osób.
   *[other] Musi obejmować co najmniej { $least } osoby.
}
define-gateway-completeness = O co najmniej { $least } na 100 z nich musi być zapis.
define-gateway-response = Spośród zapytanych musi odpowiedzieć co najmniej { $least } na 100.

define-since = Od: { $month }.
define-since-until = Od: { $month } do: { $until }.

define-breakdown-provider = świadczeniodawca
define-breakdown-locality = miejsce zamieszkania
define-breakdown-age = wiek
define-breakdown-sex = płeć
define-breakdown-ethnicity = pochodzenie etniczne
define-breakdown-language = język
define-breakdown-mode = sposób udzielenia odpowiedzi
define-breakdown-respondent = kto odpowiedział

define-write = Pisanie wersji { $version }
define-write-form = Każda reguła definicji. Projekt nie zmienia żadnego wyniku, który ktoś widzi. Miesiąc, od którego obowiązuje, wybiera się przy zatwierdzeniu.
define-write-toml = Cała definicja jako TOML: aby wczytać inną, proszę ją tu wkleić. Numer wersji i miesiąc, od którego obowiązuje, nadaje Saywell.
define-save = Zapisz projekt
define-any-programme = Każdy program
define-any-timepoint = Każdy
define-timepoint-baseline = Na początku opieki
define-timepoint-review = Przy przeglądzie opieki
define-timepoint-review-3-months = Trzy miesiące po początku
define-timepoint-review-6-months = Sześć miesięcy po początku
define-timepoint-review-12-months = Dwanaście miesięcy po początku
define-timepoint-discharge = Na końcu opieki
define-timepoint-discharge-91-days = 91 dni po wyjściu ze szpitala
define-timepoint-birth-6-8-weeks = Od sześciu do ośmiu tygodni po porodzie
define-timepoint-unscheduled = Bez ustalonego terminu

define-field-title = Tytuł
define-hint-title = Jak wskaźnik nazywa się na każdej stronie
define-field-why = Dlaczego to ważne
define-hint-why = Zdanie zrozumiałe dla pacjenta. Tłumaczenia zmienia się w TOML
define-field-denominator = Spośród kogo
define-hint-denominator = Wszyscy, o których mówi wynik
define-field-numerator = Co się liczy
define-hint-numerator = Ci z nich, u których tak jest
define-field-missing-words = Co z osobami, od których nie ma odpowiedzi
define-hint-missing-words = Własnymi słowami; reguła jest niżej
define-field-programme = Program
define-hint-programme = Tylko opieka w tym programie
define-field-when = Kto i kiedy jest liczony
define-hint-when = Dla punktacji muszą to być wszyscy, którzy odpowiedzieli
define-when-open-at-period-end = Wszyscy, których opieka trwa na koniec miesiąca
define-when-closed-in-period = Wszyscy, których opieka skończyła się w miesiącu
define-when-91-days-after-discharge = Wszyscy 91 dni po wyjściu ze szpitala
define-when-answered = Wszyscy, którzy odpowiedzieli, w miesiącu odpowiedzi
define-field-age-from = Najniższy wiek
define-hint-age-from = W pełnych latach. Puste, gdy nie ma granicy
define-field-age-to = Najwyższy wiek
define-hint-age-to = W pełnych latach. Puste, gdy nie ma granicy
define-field-open-days = Najmniej dni opieki
define-hint-open-days = 0, gdy nie ma znaczenia, jak długo trwa opieka
define-field-unlinked = Odpowiedzi, które nie należą do nikogo znanego
define-hint-unlinked = Udzielone przez otwarty link, bez osobistego
define-unlinked-counted = Każda liczy się jako jedna osoba
define-unlinked-left-out = Są pomijane
define-field-survey = Ankieta
define-hint-survey = Ankieta, z której czyta się odpowiedzi
define-field-item = Pytanie
define-hint-item = Krótka nazwa pytania w ankiecie, na przykład where-now
define-field-codes = Odpowiedzi, które się liczą
define-hint-codes = Ich kody, rozdzielone spacjami
define-field-not-stated = Odpowiedzi, które nic nie mówią
define-hint-not-stated = Kody takie jak „nie wiadomo”, rozdzielone spacjami
define-field-excluded = Odpowiedzi, po których osobę się pomija
define-hint-excluded = Kody takie jak „nie dotyczy mnie”, rozdzielone spacjami
define-field-score = Punktacja
define-hint-score = Krótka nazwa punktacji w ankiecie
define-field-score-lowest = Najniższa możliwa punktacja
define-hint-score-lowest = W punktach
define-field-score-highest = Najwyższa możliwa punktacja
define-hint-score-highest = W punktach
define-field-reliable-change = Najmniejsza zmiana uznana za rzeczywistą
define-hint-reliable-change = W punktach. Puste, gdy żadna nie jest znana
define-field-cut-off = Granica między zdrowiem a chorobą
define-hint-cut-off = W punktach. Puste, gdy żadna nie jest znana
define-field-which = Która odpowiedź się liczy
define-hint-which = Gdy ktoś odpowiedział kilka razy
define-which-usual = Zwykła: najnowsza, gdy liczy się stan, każda, gdy liczy się w miesiącu odpowiedzi
define-which-first = Pierwsza
define-which-latest = Najnowsza
define-field-timepoint = Tylko odpowiedzi w tym momencie
define-hint-timepoint = Opieki nad osobą
define-field-look-back-months = Ile miesięcy odpowiedź zachowuje ważność
define-hint-look-back-months = Razem z miesiącem, w którym jej udzielono. 0, gdy każdy liczy się w miesiącu odpowiedzi
define-field-missing = Osoby, od których nie ma odpowiedzi
define-hint-missing = Albo które nie dały odpowiedzi, której można użyć
define-field-least-recorded = Najmniejszy udział odpowiedzi
define-hint-least-recorded = W procentach, gdy wybrano tę regułę
define-field-source = Źródło
define-hint-source = Zbiór danych, z którego pochodzą liczby
define-field-multiplier = Na każde
define-hint-multiplier = Na ile osób podaje się wynik, na przykład 100000
define-field-every = Jak często
define-hint-every = Co jest wydawane razem
define-every-month = Co miesiąc
define-every-quarter = Co kwartał
define-every-year = Co rok, od kwietnia
define-field-rolling-months = Ile miesięcy się sumuje
define-hint-rolling-months = 1, gdy każdy miesiąc stoi sam
define-field-polarity = Co jest lepsze
define-hint-polarity = Od tego zależą barwy i słowa wykresów
define-polarity-higher-is-better = Więcej
define-polarity-lower-is-better = Mniej
define-polarity-neither = Żadne
define-field-target = Cel
define-hint-target = Jaki ma być wynik, w jego własnej jednostce: co najmniej tyle, gdy lepiej jest wyżej, najwyżej tyle, gdy niżej. Puste, jeśli celu nie ma
define-field-unit = Jednostka
define-hint-unit = Średniej albo ilorazu, na przykład punkty. Puste dla procentów
define-field-attribution = Czyj wynik tworzy odpowiedź
define-hint-attribution = Gdy osoba przeszła potem gdzie indziej
define-attribution-provider-at-event = Świadczeniodawcy, który się nią wtedy opiekował
define-attribution-provider-at-period-end = Świadczeniodawcy, który się nią teraz opiekuje
define-attribution-consortium = Całego konsorcjum
define-field-breakdowns = Podział według
define-hint-breakdowns = Proszę pominąć grupę, która tu nic nie mówi
define-field-gateway-denominator = Najmniejsza liczba osób
define-hint-gateway-denominator = 0, gdy jej nie ma
define-field-gateway-completeness = Najmniejszy udział z zapisem
define-hint-gateway-completeness = W procentach. 0, gdy go nie ma
define-field-gateway-response = Najmniejszy udział tych, którzy odpowiedzieli
define-hint-gateway-response = W procentach zapytanych. 0, gdy go nie ma
define-field-toml = Definicja jako TOML
define-hint-toml = Nazwy są takie, jak w pliku ram rezultatów
define-field-words = Powód

define-propose-intro = Decyduje o nim ktoś inny. Widzi to samo: reguły, różnice i to, co by zmienił.
define-field-propose = Dlaczego ma być liczone inaczej?
define-hint-propose = Czyta to też każdy, kto później patrzy na tę wersję
define-propose-button = Przekaż do zatwierdzenia
define-drop-intro = Jego numeru nie nadaje się ponownie, a to, co napisano, można nadal czytać.
define-field-drop = Dlaczego jest porzucany?
define-hint-drop = Czyta to też każdy, kto później patrzy na tę wersję
define-drop-button = Porzuć
define-decide-intro = Decyzja zostaje zapisana w dzienniku zdarzeń. Zatwierdzonej wersji nigdy się nie zmienia.
define-field-verdict = Jaka jest decyzja?
define-hint-verdict = Nie można zatwierdzić tego, co się samemu napisało lub przedstawiło
define-verdict-approve = Wchodzi w życie
define-verdict-send-back = Zostaje odesłana
define-field-month = Od którego miesiąca?
define-hint-month = Od pierwszego, którego wyników nie wydano, albo od późniejszego
define-hint-words = Co wzięto pod uwagę albo co ma być napisane inaczej
define-decide-button = Zdecyduj

define-fault-empty = Trzeba podać: „{ $rule }”
define-fault-long = „{ $rule }”: najwyżej { $found } znaków
define-fault-number = „{ $rule }” musi być liczbą całkowitą, a nie „{ $found }”
define-fault-points = „{ $rule }” musi być liczbą, a nie „{ $found }”
define-fault-choose = „{ $rule }”: proszę wybrać jedno
define-fault-incomplete = Definicja tego rodzaju musi mówić, kto jest liczony i co się czyta
define-fault-programme = Nie ma programu „{ $found }”
define-fault-age = „{ $rule }”: od 0 do 120
define-fault-age-order = Najwyższy wiek nie może być niższy od najniższego
define-fault-open-days = Liczba dni opieki ma znaczenie tylko tam, gdzie liczy się osoby w opiece albo na jej koniec
define-fault-score-when = Punktację liczy się u wszystkich, którzy odpowiedzieli, w miesiącu odpowiedzi
define-fault-range = Proszę podać, między jakimi punktami leży punktacja: bez tego średniej nie można wydać
define-fault-range-order = Najwyższa punktacja musi być wyższa od najniższej
define-fault-not-of-score = Średnia dotyczy punktacji: proszę usunąć pytanie i odpowiedzi
define-fault-only-of-score = Udział dotyczy pytania: proszę usunąć punktację
define-fault-both = „{ $found }” podano i tutaj, i wśród odpowiedzi, które się liczą
define-fault-only-of-change = Ma to tylko zmiana od pierwszej do późniejszej odpowiedzi
define-fault-above-nought = „{ $rule }” musi być większe od zera
define-fault-cut-off = „{ $rule }” wymaga zmiany od pierwszej do późniejszej odpowiedzi oraz najmniejszej zmiany uznanej za rzeczywistą
define-fault-look-back = Proszę podać, ile miesięcy odpowiedź zachowuje ważność
define-fault-months = Odpowiedź może zachować ważność najwyżej 120 miesięcy
define-fault-threshold = Proszę podać najmniejszy udział odpowiedzi
define-fault-no-threshold = Najmniejszy udział podaje się tylko przy regule, która go wymaga
define-fault-per-cent = „{ $rule }”: od 0 do 100
define-fault-timepoint = Nie ma momentu „{ $found }”
define-fault-survey = Nie ma ankiety „{ $found }”
define-fault-score = Ankieta nie ma takiej punktacji: { $found }
define-fault-item = Ankieta nie ma takiego pytania: { $found }
define-fault-codes = Pytanie nie ma takich odpowiedzi: { $found }
define-fault-rolling = Można sumować od 1 do 36 miesięcy
define-fault-rolling-every = Kwartał sumuje 3 miesiące, rok 12, albo 1, gdy wynik dotyczy tylko ostatniego miesiąca
define-fault-only-of-rate = Tylko wskaźnik natężenia podaje się na ileś osób
define-fault-toml = Tego nie da się odczytać jako definicji. Czytnik mówi: { $found }
define-fault-key = Klucz musi pozostać „{ $found }”: inny wskaźnik ma własną definicję
define-fault-kind = Rodzaj musi pozostać taki, jaki jest: inny rodzaj wyniku to inny wskaźnik
define-fault-outcome = Rezultat musi pozostać „{ $found }”
define-fault-same = Nic nie różni się od obowiązującej wersji
define-fault-elsewhere = Ktoś inny zmienił projekt albo zdecydował o nim od chwili otwarcia tej strony. Proszę obejrzeć go w innym oknie. Ponowne wysłanie zastąpi tamtą wersję tą
define-fault-words-empty = Proszę napisać dlaczego
define-fault-words-long = Powód: najwyżej { $found } znaków
define-fault-verdict = Proszę wybrać decyzję
define-fault-own = To Państwa projekt lub wniosek: zatwierdzić musi ktoś inny
define-fault-month = Proszę wybrać miesiąc, którego wyników jeszcze nie wydano
