# Drafted by a machine, awaiting review by a person who speaks Polish.
# Alerts: answers that a person should look at soon. Nothing here says what an answer means.

alert-list-title = Alerty
alert-list-explain = Ktoś udzielił odpowiedzi, której powinien przyjrzeć się człowiek. Tylko Ty możesz ocenić, co ona znaczy: program tego nie robi. Wgląd w tę listę i w każdy alert jest odnotowywany.
alert-times-link = Jak szybko potwierdzane są alerty
alert-open-heading = Jeszcze niepotwierdzone
alert-open-caption = Alerty, których nikt nie potwierdził, od najstarszego
alert-open-none = Wszystkie alerty zostały potwierdzone.
alert-done-heading = Potwierdzone
alert-done-caption = Alerty potwierdzone, od ostatniego
alert-who = Kto odpowiedział
alert-nobody = Ktoś, kogo danych nie mamy
alert-survey = Ankieta
alert-raised = Otrzymano
alert-waiting = Czas oczekiwania
alert-acknowledged = Potwierdzono
alert-escalated = Przekazano dalej, bo nikt nie potwierdził na czas

# One alert.

alert-title = Alert
alert-explain = Nikt jeszcze tego nie potwierdził. Przyjrzyj się odpowiedziom, w miarę możliwości skontaktuj się z tą osobą i napisz, co zostało zrobione.
alert-answers-heading = Odpowiedzi, którym trzeba się przyjrzeć
alert-answer-gone = Odpowiedź została wycofana lub nie jest już przechowywana.
alert-contact-heading = Jak skontaktować się z tą osobą
alert-record = Dane tej osoby
alert-no-contact = Nie wiadomo, kto udzielił tych odpowiedzi, więc nikt nie może się z tą osobą skontaktować. Pokazano jej, gdzie znaleźć pilną pomoc.
alert-died = Według danych ta osoba zmarła { $date }. Odpowiedzi mógł udzielić ktoś inny.
alert-phone = Telefon
alert-email = E-mail
alert-address = Adres
alert-not-known = Brak danych
alert-facts-heading = W jaki sposób przyszły odpowiedzi
alert-notes-heading = Notatki
alert-note-gone = Tej notatki nie da się już odczytać.
alert-note-heading = Dodaj notatkę
alert-acknowledge-heading = Potwierdź ten alert
alert-note = Co zostało zrobione
alert-note-hint = Na przykład do kogo zadzwoniono i co ustalono. Zobaczą to inni z zespołu.
alert-note-button = Dodaj notatkę
alert-acknowledge-button = Potwierdź
alerts-done-acknowledged = Alert został potwierdzony.
alerts-done-noted = Notatka została dodana.
alerts-acknowledged-by = { $name }, { $at }
alerts-acknowledged = Potwierdzono: { $said }.
alerts-fault-note-empty = Napisz, co zostało zrobione
alerts-fault-note-long = Notatka może mieć najwyżej 2000 znaków
alerts-fault-already = Ten alert jest już potwierdzony przez kogoś innego ({ $name }). Twoja notatka nie została jeszcze zapisana: dodaj ją, jeśli mówi coś więcej
alerts-fault-already-somebody = Ten alert jest już potwierdzony przez kogoś innego. Twoja notatka nie została jeszcze zapisana: dodaj ją, jeśli mówi coś więcej
alerts-fact-raised = Otrzymano
alerts-fact-escalated = Przekazano dalej, bo nikt nie potwierdził na czas
alerts-fact-provider = Placówka
alerts-fact-respondent = Kto odpowiedział
alerts-respondent-self = Ta osoba, o sobie
alerts-respondent-proxy = Ktoś inny w jej imieniu
alerts-respondent-carer = Opiekun lub opiekunka, o sobie
alerts-fact-relationship = Relacja
alerts-fact-mode = W jaki sposób
alerts-mode-web = Przez internet
alerts-mode-kiosk = Na wspólnym tablecie
alerts-mode-phone = Przez telefon
alerts-mode-paper = Na papierze
alerts-fact-assistance = Pomoc personelu
alerts-assistance-phone = Zapytano przez telefon
alerts-assistance-in-person = Zapytano osobiście
alerts-assistance-transcribed = Przepisano z papieru
alerts-mobile = Telefon komórkowy
alerts-telephone = Telefon
alerts-contact-by = Preferowany kontakt
alerts-contact-by-email = E-mail
alerts-contact-by-text = SMS
alerts-contact-by-letter = Poczta
alerts-contact-by-phone = Telefon
alerts-contact-by-none = Żaden, w sprawie ankiet
alerts-language = Język
alerts-need = Potrzeby
alerts-need-large-print = Duży druk
alerts-need-easy-read = Tekst łatwy do czytania
alerts-need-braille = Alfabet Braille’a
alerts-need-audio = Tekst mówiony zamiast pisanego
alerts-need-bsl = Brytyjski język migowy
alerts-need-interpreter = Tłumacz
alerts-need-carer-assists = Opiekun, który pomaga odpowiadać
alerts-need-paper = Papier
alerts-need-phone = Rozmowa telefoniczna
alerts-lasting-minutes =
    { $count ->
        [one] { $count } minuta
        [few] { $count } minuty
       *[other] { $count } minut
    }
alerts-lasting-hours =
    { $count ->
        [one] { $count } godzina
        [few] { $count } godziny
       *[other] { $count } godzin
    }
alerts-lasting-days =
    { $count ->
        [one] { $count } dzień
       *[other] { $count } dni
    }

# How soon.

alert-times-title = Jak szybko potwierdzane są alerty
alert-back = Wstecz
alert-times-explain = Czas liczy się zegarowo, także w nocy i w weekendy, od chwili wysłania odpowiedzi. Alerty niepotwierdzone nie mają jeszcze czasu. Na czas znaczy: w ciągu tylu minut, ile zespół ma dziś ustawione.
alert-times-caption = Alerty według miesiąca, w którym powstały
alert-times-month = Miesiąc
alert-times-raised = Powstało
alert-times-acknowledged = Potwierdzono
alert-times-median = Połowa w ciągu
alert-times-ninetieth = Dziewięć na dziesięć w ciągu
alert-times-in-time = Na czas
alert-times-escalated = Przekazano dalej
alerts-times-of = { $part } z { $all }
alerts-times-none = W ostatnich dwunastu miesiącach nie potwierdzono żadnego alertu.
alerts-times-sentence = { $month }: połowę potwierdzonych alertów potwierdzono w czasie: { $median }.
alerts-times-chart = Minuty, w ciągu których potwierdzono połowę alertów
alerts-times-chart-none = Nie potwierdzono żadnego alertu

# Who looks at alerts.

alert-teams-title = Kto zajmuje się alertami
alert-teams-explain = Gdy ktoś udzieli odpowiedzi, której powinien przyjrzeć się człowiek, zespół dostaje e-mail bez żadnych szczegółów. Jeśli nikt nie potwierdzi alertu na czas, wiadomość dostaje osoba wyznaczona jako następna.
alert-team-email = Zespół
alert-team-escalation = Kto dostaje wiadomość, gdy nikt nie potwierdzi na czas
alert-team-minutes = Minuty na potwierdzenie
alert-team-hours = Godziny pracy
alert-team-unsaid = Ta organizacja nie podała, kto zajmuje się jej alertami. Wiadomość trafia na adres ustawiony dla całej instalacji, a po godzinie ponownie.
alert-team-change = Zmień, kto zajmuje się alertami
alerts-done-team = Zespół został zmieniony.
alerts-team-heading = Kto zajmuje się alertami
alerts-team-intro = Wiadomości nie zawierają nazwisk ani treści odpowiedzi. Prowadzą do strony alertu, na której trzeba się zalogować.
alerts-team-button = Zapisz
alerts-team-hours = { $days }, { $from }–{ $until }
alerts-days-1-5 = Od poniedziałku do piątku
alerts-days-1-6 = Od poniedziałku do soboty
alerts-days-1-7 = Codziennie
alerts-field-email = Adres e-mail zespołu
alerts-field-email-hint = Wspólna skrzynka, którą ktoś otwiera w podanych niżej godzinach.
alerts-field-escalation = Adres e-mail osoby wyznaczonej jako następna
alerts-field-escalation-hint = Wiadomość trafia tam, gdy nikt nie potwierdzi alertu na czas.
alerts-field-minutes = Minuty na potwierdzenie alertu
alerts-field-minutes-hint = Liczą się zegarowo, także w nocy i w weekendy. Od 5 do 4320, czyli trzech dni.
alerts-field-days = Dni pracy
alerts-field-days-hint = Osoby, które odpowiadają, dowiadują się, kiedy zespół będzie znów w pracy.
alerts-field-from = Początek pracy
alerts-field-from-hint = Na przykład 09:00
alerts-field-until = Koniec pracy
alerts-field-until-hint = Na przykład 17:00, albo 24:00, jeśli o północy
alerts-fault-in = { $field }: { $fault }
alerts-fault-minutes = Wpisz całkowitą liczbę minut od { $least } do { $most }
alerts-fault-days = Wybierz dni, w których zespół pracuje
alerts-fault-time = Wpisz godzinę, na przykład 09:00
alerts-fault-order = Koniec pracy musi być później niż początek, tego samego dnia

# What respondents are told about the team.

watch-unsent = Zespół ({ $organisation }) zobaczy Twoje odpowiedzi, gdy je wyślesz.
watch-sent = Twoje odpowiedzi przekazano zespołowi ({ $organisation }).
watch-always = Zespół pracuje w dzień i w nocy, ale może nie zajrzeć od razu, więc prosimy, nie czekaj na niego.
watch-open = Zespół pracuje dziś do { $until }, ale może nie zajrzeć od razu, więc prosimy, nie czekaj na niego.
watch-closed = Teraz nikt tam nie pracuje. Zespół będzie znów w pracy { $date } od { $from }, więc prosimy, nie czekaj na niego.
watch-holidays = Zespół nie pracuje w dni świąteczne.
