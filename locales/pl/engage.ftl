# Spotkania konsultacyjne, dla organizatorów: planowanie, strona spotkania, otwieranie i zamykanie.

engage-title = Spotkania konsultacyjne
engage-explain = Ludzie spotykają się, mówią, co jest dla nich ważne, i dowiadują się, co z tego wynikło. Każde spotkanie ma własny kod, dzięki któremu każdy na sali może odpowiedzieć.
engage-new = Zaplanuj spotkanie
engage-empty = Nie prowadzisz jeszcze żadnych spotkań. Zaplanuj pierwsze: dostanie kod, plakat do wydrukowania i stronę, która liczy odpowiedzi.
engage-event = Spotkanie
engage-when-and-where = Kiedy i gdzie
engage-state = Stan
engage-code = Kod
engage-list-running = W toku
engage-list-coming = Nadchodzące
engage-list-over = Zakończone lub odwołane
engage-state-planned = Nie przyjmuje jeszcze odpowiedzi
engage-state-open = Przyjmuje odpowiedzi
engage-state-closed = Nie przyjmuje już odpowiedzi
engage-state-called-off = Odwołane
engage-when = { $day }, od { $from } do { $until }
engage-moment = { $day }, godz. { $time }
engage-none = Brak
engage-hours =
    { $count ->
        [one] { $count } godzinę po zakończeniu
        [few] { $count } godziny po zakończeniu
       *[other] { $count } godzin po zakończeniu
    }
engage-days =
    { $count ->
        [one] { $count } dzień później
       *[other] { $count } dni później
    }

# Co oferuje spotkanie.

engage-offer-step-free = Dostęp bez schodów
engage-offer-accessible-toilet = Toaleta dla osób z niepełnosprawnościami
engage-offer-parking = Parking, także z miejscami dla posiadaczy karty Blue Badge
engage-offer-hearing-loop = Pętla indukcyjna
engage-offer-bsl = Tłumacz brytyjskiego języka migowego
engage-offer-interpreter = Tłumacz innych języków
engage-offer-easy-read = Materiały w tekście łatwym do czytania
engage-offer-large-print = Materiały dużym drukiem
engage-offer-quiet-room = Cichy pokój
engage-offer-assistance-dogs = Psy asystujące są mile widziane
engage-offer-travel = Pomoc w pokryciu kosztów dojazdu
engage-offer-respite-care = Opieka nad Twoim podopiecznym na czas spotkania

# Formularz.

engage-new-heading = Zaplanuj spotkanie
engage-new-button = Zaplanuj to spotkanie
engage-edit-heading = Zmień plan
engage-edit-button = Zachowaj zmiany
engage-as-it-is = Zobacz spotkanie w obecnym stanie
engage-no-team = Żadna organizacja nie podała jeszcze, kto zajmuje się odpowiedziami, które nie mogą czekać. Robi to osoba zarządzająca placówką w części „Kto zajmuje się alertami”. Do tego czasu nie można zaplanować spotkania.
engage-fixed = Ktoś zaczął już odpowiadać, dlatego pytania pozostają bez zmian. Wszystko inne można jeszcze zmienić.
engage-part-when = Kiedy i gdzie
engage-part-taking-part = Aby każdy mógł wziąć udział
engage-part-answers = Odpowiedzi
engage-part-questions = O co pytamy
engage-every-programme = Wszystkie programy
engage-no-survey = Bez ankiety: tylko pytania wybrane niżej
engage-field-holder = Kto prowadzi spotkanie
engage-field-title = Nazwa spotkania
engage-hint-title = Taka, jaka znajdzie się na plakacie, na przykład „Opiekunowie w bibliotece”.
engage-field-programme = Program, którego dotyczy
engage-field-day = Dzień
engage-hint-day = Na przykład 5 12 2026
engage-field-from = Początek o godzinie
engage-hint-from = Na przykład 10:00
engage-field-until = Koniec o godzinie
engage-hint-until = Na przykład 12:30
engage-field-place = Miejsce
engage-hint-place = Budynek i ulica.
engage-field-directions = Jak dojechać i wejść
engage-hint-directions = Autobusy, parking, które drzwi, które piętro. Znajdzie się na plakacie, jeśli starczy miejsca.
engage-field-capacity = Dla ilu osób jest miejsce
engage-hint-capacity = Pozostaw puste, jeśli nie ma ograniczenia.
engage-field-offers = Co będzie dla tych, którzy tego potrzebują
engage-hint-offers = Zaznacz wszystko, co będzie na miejscu. Znajdzie się na plakacie i w zaproszeniu.
engage-field-languages = Języki, którymi będzie można mówić
engage-hint-languages = Wybierz co najmniej jeden. Plakat można wydrukować w tych, które zna Saywell.
engage-field-contact = Jak się z Tobą skontaktować
engage-hint-contact = Numer telefonu lub adres e-mail dla osób, które potrzebują pomocy, innego języka lub formularza na papierze. Znajdzie się na plakacie.
engage-field-team = Czyj zespół zajmuje się odpowiedziami, które nie mogą czekać
engage-hint-team = Organizacje, które mają zespół do spraw alertów. Ktoś może napisać na spotkaniu, że grozi mu niebezpieczeństwo.
engage-field-opens = Odpowiedzi są przyjmowane od
engage-hint-opens = Pozostaw dzień i godzinę puste, jeśli od godziny przed rozpoczęciem.
engage-field-opens-time = Tego dnia od godziny
engage-field-closes = Odpowiedzi są przyjmowane do
engage-hint-closes = Pozostaw dzień i godzinę puste, jeśli do 14 dni po zakończeniu.
engage-field-closes-time = Tego dnia do godziny
engage-field-follow-up = Po ilu godzinach napisać do osób, które nie odpowiedziały
engage-hint-follow-up = Liczone od końca spotkania. 0 oznacza brak wiadomości.
engage-field-reminder = Po ilu następnych dniach im przypomnieć
engage-hint-reminder = Jeden raz. 0 oznacza brak przypomnienia.
engage-field-survey = Ankieta na początek
engage-hint-survey = Po niej następują pytania wybrane niżej.
engage-field-outcomes = Wyniki do ułożenia w kolejności: { $programme }
engage-hint-outcomes = Uczestnicy wybierają do trzech spośród wszystkich zaznaczonych, zaczynając od najważniejszego. Nie zaznaczaj żadnego albo zaznacz co najmniej dwa.
engage-field-indicators = Wskaźniki, o które pytamy: { $programme }
engage-hint-indicators = Uczestnicy mówią, czy każdy z nich ma dla nich sens i dlaczego. Najwyżej pięć łącznie.

engage-fault-holder-wrong = Wybierz, kto prowadzi spotkanie
engage-fault-title-missing = Wpisz nazwę spotkania
engage-fault-title-long = Nazwa spotkania może mieć najwyżej 120 znaków
engage-fault-programme-wrong = Wybierz program z listy
engage-fault-day-missing = Wpisz dzień spotkania
engage-fault-day-wrong = Nie ma takiego dnia. Wpisz dzień, miesiąc i rok cyframi
engage-fault-day-far = Dzień spotkania musi przypadać między miesiącem wstecz a dwoma latami naprzód
engage-fault-from-wrong = Wpisz godzinę rozpoczęcia spotkania, na przykład 10:00
engage-fault-from-gap = Tej nocy zegary przestawia się do przodu i godzina rozpoczęcia nie istnieje. Wybierz inną
engage-fault-from-fold = Tej nocy zegary cofa się i godzina rozpoczęcia przypada dwa razy. Wybierz inną
engage-fault-until-wrong = Wpisz godzinę zakończenia spotkania, na przykład 12:30
engage-fault-until-gap = Tej nocy zegary przestawia się do przodu i godzina zakończenia nie istnieje. Wybierz inną
engage-fault-until-fold = Tej nocy zegary cofa się i godzina zakończenia przypada dwa razy. Wybierz inną
engage-fault-until-early = Spotkanie musi skończyć się po rozpoczęciu, tego samego dnia
engage-fault-place-missing = Wpisz miejsce spotkania
engage-fault-place-long = Miejsce może mieć najwyżej 200 znaków
engage-fault-directions-long = Opis dojazdu może mieć najwyżej 2000 znaków
engage-fault-capacity-wrong = Liczba miejsc musi być liczbą całkowitą od 1 do 10 000
engage-fault-languages-missing = Wybierz co najmniej jeden język
engage-fault-contact-missing = Wpisz, jak można się z Tobą skontaktować
engage-fault-contact-long = Dane kontaktowe mogą mieć najwyżej 200 znaków
engage-fault-team-wrong = Wybierz, czyj zespół zajmuje się odpowiedziami, które nie mogą czekać
engage-fault-opens-wrong = Wpisz dzień, od którego przyjmowane są odpowiedzi, albo pozostaw dzień i godzinę puste
engage-fault-opens-far = Odpowiedzi można przyjmować najwcześniej 90 dni przed spotkaniem i trzeba zacząć przed jego końcem
engage-fault-opens-time-wrong = Wpisz godzinę, od której przyjmowane są odpowiedzi, na przykład 09:00
engage-fault-opens-time-gap = Tej nocy zegary przestawia się do przodu: godzina, od której przyjmowane są odpowiedzi, nie istnieje. Wybierz inną
engage-fault-opens-time-fold = Tej nocy zegary cofa się: godzina, od której przyjmowane są odpowiedzi, przypada dwa razy. Wybierz inną
engage-fault-closes-wrong = Wpisz dzień, do którego przyjmowane są odpowiedzi, albo pozostaw dzień i godzinę puste
engage-fault-closes-far = Odpowiedzi trzeba przyjmować dłużej niż do rozpoczęcia spotkania i najdłużej do 90 dni po nim
engage-fault-closes-time-wrong = Wpisz godzinę, do której przyjmowane są odpowiedzi, na przykład 17:00
engage-fault-closes-time-gap = Tej nocy zegary przestawia się do przodu: godzina, do której przyjmowane są odpowiedzi, nie istnieje. Wybierz inną
engage-fault-closes-time-fold = Tej nocy zegary cofa się: godzina, do której przyjmowane są odpowiedzi, przypada dwa razy. Wybierz inną
engage-fault-follow-up-wrong = Liczba godzin musi być liczbą całkowitą od 0 do 168
engage-fault-reminder-wrong = Liczba dni musi być liczbą całkowitą od 0 do 30
engage-fault-survey-wrong = Wybierz ankietę z listy
engage-fault-survey-unfit = Spotkanie nie może zaczynać się od tej ankiety. Wybierz inną
engage-fault-outcomes-few = Wybierz co najmniej dwa wyniki do ułożenia albo żadnego
engage-fault-indicators-many = Wybierz najwyżej pięć wskaźników
engage-fault-stale = Ktoś inny zmienił to spotkanie, odkąd otwarto tę stronę. Twoje zmiany nie są jeszcze zapisane: zobacz spotkanie w obecnym stanie albo zachowaj zmiany jeszcze raz, aby zastąpić cudze
engage-fault-fixed = Ktoś zaczął odpowiadać, odkąd otwarto tę stronę, dlatego pytania pozostają bez zmian. Zachowaj zmiany jeszcze raz, aby zapisać resztę

# Strona spotkania.

engage-done-planned = Spotkanie jest zaplanowane.
engage-done-changed = Zmiany są zapisane.
engage-done-opened = Spotkanie przyjmuje odpowiedzi.
engage-done-closed = Spotkanie nie przyjmuje już odpowiedzi.
engage-done-called-off = Spotkanie jest odwołane.
engage-edit = Zmień plan
engage-answers-heading = Odpowiedzi
engage-sent =
    { $count ->
        [one] { $count } osoba wysłała odpowiedzi
        [few] { $count } osoby wysłały odpowiedzi
       *[other] { $count } osób wysłało odpowiedzi
    }
engage-begun =
    { $count ->
        [0] Nikt teraz nie odpowiada.
        [one] { $count } osoba teraz odpowiada.
        [few] { $count } osoby teraz odpowiadają.
       *[other] { $count } osób teraz odpowiada.
    }
engage-look-again = Sprawdź ponownie
engage-taken = Odpowiedzi są przyjmowane od: { $from }, do: { $until }.
engage-were-taken = Odpowiedzi były przyjmowane od: { $from }, do: { $until }.
engage-nothing-was-asked = Na tym spotkaniu o nic nie pytano.
engage-nothing-asked = Nie ma jeszcze na co odpowiadać. Wybierz ankietę, wyniki lub wskaźniki w części „Zmień plan”; do tego czasu każdy, kto dołączy, dowie się, że nie ma pytań.
engage-live = Pokaż liczbę odpowiedzi dużą czcionką
engage-open = Zacznij przyjmować odpowiedzi
engage-close = Zakończ przyjmowanie odpowiedzi
engage-call-off = Odwołaj spotkanie
engage-join-heading = Jak dołączyć
engage-join = Uczestnicy skanują kwadratowy kod albo wchodzą na { $address } i wpisują ten kod:
engage-qr = Kwadratowy kod prowadzący do { $link }
engage-prints = Do druku
engage-poster = Plakat A4 (PDF): { $language }
engage-card = Karta na stoły A5 (PDF): { $language }
engage-form = Pytania na papierze (PDF): { $language }
engage-form-large = Pytania na papierze dużym drukiem (PDF): { $language }
engage-way-people = Kogo się spodziewamy
engage-way-people-explain = Dodaj osoby, wyślij zaproszenia, zobacz, co przygotować, i zaznacz, kto przyszedł.
engage-way-tablets = Wspólne tablety
engage-way-tablets-explain = Tablety, na których uczestnicy odpowiadają jeden po drugim.
engage-way-paper = Odpowiedzi na papierze
engage-way-paper-explain = Przepisz to, co uczestnicy napisali odręcznie, kartka po kartce.
engage-way-results = Wyniki
engage-way-results-explain = Po spotkaniu: w jakiej kolejności ułożono wyniki i co odpowiedziano, bez małych liczb.
engage-parts-heading = Więcej o tym spotkaniu
engage-facts-heading = Co jest zaplanowane
engage-fact-holder = Prowadzi
engage-fact-place = Miejsce
engage-fact-offers = Aby każdy mógł wziąć udział
engage-fact-languages = Języki
engage-fact-capacity = Liczba miejsc
engage-fact-contact = Kontakt
engage-fact-team = Alerty trafiają do
engage-fact-follow-up = Wiadomość do osób, które nie odpowiedziały
engage-fact-reminder = Przypomnienie
engage-asked-heading = O co pytamy
engage-asked-open = Pytania można zmieniać, dopóki nikt nie zacznie odpowiadać.
engage-asked-fixed = Ktoś zaczął już odpowiadać: pytania pozostają bez zmian.
engage-asked-survey = Na początku jest ankieta:
engage-asked-outcomes = Wyniki do ułożenia w kolejności
engage-asked-indicators = Wskaźniki, o które pytamy

# Licznik na ścianie.

engage-live-title = { $title }: dotychczasowe odpowiedzi
engage-live-sent =
    { $count ->
        [one] osoba odpowiedziała
        [few] osoby odpowiedziały
       *[other] osób odpowiedziało
    }
engage-live-join = Dołącz na { $address } z kodem
engage-live-closed = To spotkanie nie przyjmuje obecnie odpowiedzi.
engage-live-at = Policzono o { $time }.
engage-live-again =
    { $seconds ->
        [one] Strona sprawdza ponownie co { $seconds } sekundę.
        [few] Strona sprawdza ponownie co { $seconds } sekundy.
       *[other] Strona sprawdza ponownie co { $seconds } sekund.
    }
engage-live-stop = Nie sprawdzaj ponownie
engage-live-go-on = Sprawdzaj samoczynnie

# Ręcznie.

engage-open-heading = Zacząć przyjmować odpowiedzi?
engage-open-explain = Każdy, kto ma kod, może od razu zacząć odpowiadać. Spotkanie można w każdej chwili zamknąć.
engage-open-button = Zacznij przyjmować odpowiedzi
engage-until = Na jak długo
engage-until-hour = Na godzinę, do: { $until }
engage-until-day = Na dobę, do: { $until }
engage-until-week = Na tydzień, do: { $until }
engage-until-usual = Do 14 dni po spotkaniu: { $until }
engage-fault-until-missing = Wybierz, na jak długo spotkanie przyjmuje odpowiedzi
engage-close-heading = Zakończyć przyjmowanie odpowiedzi?
engage-close-explain = Nikt nie będzie już mógł zacząć. To, co wysłano, pozostaje, a kto teraz odpowiada, może jeszcze przez godzinę wysłać odpowiedzi. Spotkanie można otworzyć ponownie.
engage-close-button = Zakończ przyjmowanie odpowiedzi
engage-call-off-heading = Odwołać to spotkanie?
engage-call-off-explain = Nikt nie będzie już mógł dołączyć ani odpowiedzieć, a osoby, którym wysłano zaproszenie, dowiedzą się o tym z wiadomości e-mail. Wysłane odpowiedzi pozostają. Tego nie można cofnąć.
engage-call-off-button = Odwołaj

# Plakaty i karty.

poster-heading = Powiedz nam, co jest dla Ciebie ważne
poster-scan = Zeskanuj ten kwadrat aparatem telefonu
poster-or = albo wejdź na adres poniżej i wpisz kod
poster-square = Kwadratowy kod prowadzący do { $link }
poster-offers = Na miejscu: { $offers }
poster-minutes =
    { $count ->
        [one] Zajmie to około { $count } minuty.
       *[other] Zajmie to około { $count } minut.
    }
poster-free = Bez konta i bez aplikacji. Nie podajesz nazwiska.
poster-help = Formularz na papierze, inny język, pomoc? Zapytaj kogoś na miejscu lub napisz albo zadzwoń: { $contact }
