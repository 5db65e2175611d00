# Drafted by a machine, awaiting review by a person who speaks Polish.
# When people are asked, and how far they are.

staff-place-schedules = Kiedy pytamy
staff-place-schedules-explain = Według jakich harmonogramów Twoja organizacja pyta osoby pod swoją opieką i od kiedy.
staff-place-due = Kogo zapytać
staff-place-due-explain = Kogo trzeba zapytać, do kogo napisano, kto odpowiedział i do kogo zadzwonić.

schedules-title = Kiedy pytamy
schedules-explain = Według harmonogramu każda osoba w programie jest pytana w tych samych momentach opieki, jeden raz i w sposób, który jej odpowiada. Dopóki nie zaczniesz, nikt nie jest pytany.
schedules-caption = Harmonogramy
schedules-schedule = Harmonogram
schedules-steps = Kiedy
schedules-since = Pytacie od
schedules-not-begun = Nierozpoczęty
schedules-change = Rozpocznij lub zakończ
schedules-begin = Rozpocznij
schedules-end = Zakończ
schedules-none = Nie ma harmonogramu dla programów tej organizacji.
schedules-began = Od teraz pytacie według tego harmonogramu. Do osób, których to dotyczy, wiadomości wyjdą w ciągu kilku minut, poza godzinami ciszy.
schedules-ended = Nie pytacie już według tego harmonogramu.

schedule-form-begin = Zacznij pytać
schedule-form-begin-intro = Nikt nie zostanie zapytany, jeśli jego czas na odpowiedź minął, zanim zaczniesz.
schedule-form-begin-button = Dalej
schedule-form-since = Od kiedy?
schedule-form-since-hint = Liczby są z tej chwili.
schedule-form-since-missing = Wybierz, od kiedy
schedule-form-since-today = Od dziś: tylko osoby, których termin przypada teraz lub później
schedule-form-since-open = Od { $date }: także osoby, których termin już nadszedł i które mogą jeszcze odpowiedzieć
schedule-form-since-next-month = Od { $date }
schedule-form-preview = { $asked ->
    [0] Od razu nikt nie zostałby zapytany
    [one] Od razu zapytana zostałaby 1 osoba
    [few] Od razu zapytane zostałyby { $asked } osoby
   *[other] Od razu zapytanych zostałoby { $asked } osób
}{ $left ->
    [0] .
    [one] ; 1 osoba nie zostałaby zapytana, z podanego później powodu.
    [few] ; { $left } osoby nie zostałyby zapytane, z podanych później powodów.
   *[other] ; { $left } osób nie zostałoby zapytanych, z podanych później powodów.
}
schedule-form-sure = Czy na pewno zacząć?
schedule-form-sure-since = Zapytacie każdą osobę, której termin przypada od { $date }.
schedule-form-sure-intro = Tego, co zostało wysłane, nie można cofnąć. Harmonogram można zakończyć w każdej chwili.
schedule-form-sure-button = Zacznij pytać
schedule-form-end = Czy zakończyć ten harmonogram?
schedule-form-end-since = Pytacie według niego od { $date }.
schedule-form-end-intro = Nikt więcej nie zostanie zapytany i nikt nie dostanie przypomnienia. Wysłane linki działają nadal.
schedule-form-end-button = Zakończ harmonogram

due-title = Kogo zapytać
due-explain = Wszystkie osoby, które od { $date } miały zostać zapytane według harmonogramu. Widać tu nazwiska; każde obejrzenie tej strony jest zapisywane.
due-schedule-all = Wszystkie harmonogramy
due-states = Na jakim są etapie
due-caption = Osoby, od zapytanych ostatnio
due-person = Osoba
due-state = Etap
due-channel = Sposób
due-asked = Termin
due-until = Może odpowiedzieć do
due-on = dnia { $date }
due-letter-waits = czeka wśród listów do wysłania
due-goes-out = zostanie wysłane { $moment }
due-looked-at-again = { $why }; ponowne sprawdzenie { $date }
due-state-due = Czeka na wiadomość
due-state-task = Trzeba zadzwonić lub wręczyć formularz
due-state-sent = Napisano
due-state-opened = Otwarto
due-state-started = Rozpoczęto
due-state-finished = Odpowiedziano
due-state-declined = Odmówiono
due-state-overdue = Brak odpowiedzi w terminie
due-state-bounced = Nie udało się dostarczyć
due-state-not-asked = Nie zapytano
due-channel-email = E-mail
due-channel-text = SMS
due-channel-letter = List
due-channel-phone = Telefon
due-channel-paper = Formularz na papierze
due-channel-kiosk = Wspólny tablet
due-why-died = Ta osoba zmarła
due-why-no-record = Nie ma już zapisu o tej osobie
due-why-not-contacted = Nie chce otrzymywać wiadomości
due-why-declined = Nie chce odpowiadać
due-why-moved = Wyprowadziła się
due-why-sensitive = To nie jest dobry moment na pytania
due-why-stopped = Pracownik odnotował powód
due-why-unreachable = Nie ma jak się z nią skontaktować
due-why-too-late = Było już za późno, by zapytać
due-why-not-eligible = Opieka skończyła się wcześniej

# O co ktoś zostanie zapytany w następnej kolejności.

coming-heading = Co będzie dalej
coming-from = Termin od
coming-now = Teraz: w ciągu kilku minut, poza godzinami ciszy
coming-not = Bez pytania: { $why }
coming-after-opened = Gdy zacznie się ten epizod
coming-after-closed = Gdy skończy się ten epizod
coming-after-discharged = Gdy zostanie odnotowany wypis ze szpitala
coming-after-delivered = Gdy zostaną odnotowane narodziny dziecka
coming-nothing = Nic więcej nie jest zaplanowane.
coming-no-schedule = Ta organizacja nie pyta osób w tym programie według harmonogramu. Może go rozpocząć kierownik placówki.
