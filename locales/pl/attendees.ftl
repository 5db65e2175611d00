# Drafted by a machine, awaiting review by a person who speaks Polish.
# Osoby spodziewane na spotkaniu.

attendees-heading = Kogo się spodziewamy
attendees-name = Imię i nazwisko
attendees-nameless = Bez podanego nazwiska
attendees-email = Adres e-mail
attendees-email-hint = Nie jest wymagany. Jest przechowywany w postaci zaszyfrowanej i usuwany 12 miesięcy po spotkaniu.
attendees-may-email = Czy zgadza się na e-maile o tym spotkaniu?
attendees-may-email-hint = Zaproszenie, zmiany, a po spotkaniu jedno pytanie i jedno przypomnienie, jeśli jeszcze nie ma odpowiedzi.
attendees-may-email-yes = Tak
attendees-may-email-no = Nie
attendees-part = Przychodzi jako
attendees-part-unknown = Nie wiadomo
attendees-part-patient = Pacjent lub pacjentka
attendees-part-carer = Opiekun lub opiekunka
attendees-part-staff = Pracownik lub pracownica
attendees-part-other = Ktoś inny
attendees-language = Język, w którym czyta
attendees-needs = Potrzeby komunikacyjne
attendees-needs-hint = Zaznacz wszystkie, które dotyczą tej osoby.
attendees-other-needs = Co jeszcze przygotować
attendees-other-needs-hint = Na przykład miejsce przy drzwiach. Nic o zdrowiu, co nie jest do tego potrzebne.
attendees-new-heading = Dodaj osobę
attendees-new-button = Dodaj
attendees-edit-heading = Zmień dane osoby
attendees-edit-button = Zapisz
attendees-remove = Usuń
attendees-remove-heading = Usuń tę osobę z listy
attendees-remove-explain = Jej nazwisko i adres zostaną usunięte i nie dostanie już nic w sprawie tego spotkania. Odpowiedzi, których mogła udzielić, zostają: nikt nie wie, które są jej.
attendees-remove-button = Usuń z listy
attendees-yes = Tak
attendees-emailing = E-mail
attendees-came = Obecność
attendees-answered = Odpowiedź
attendees-do = Co zrobić
attendees-caption = Osoby spodziewane
attendees-nobody = Na liście nie ma jeszcze nikogo.
attendees-full = Spodziewanych jest więcej osób, niż jest miejsc.
attendees-email-unwanted = Nie chce e-maili
attendees-email-none = Bez adresu
attendees-email-not-agreed = Brak zgody na e-maile
attendees-email-not-invited = Jeszcze bez zaproszenia
attendees-email-waits = Zaproszenie w drodze
attendees-email-invited = Zaproszenie wysłane { $day }
attendees-email-failed = Zaproszenie nie dotarło
attendees-invite-explain = Każdy, kto zgodził się na e-maile i nie ma jeszcze zaproszenia, dostanie jedną wiadomość z wpisem do kalendarza i linkiem do odpowiedzi. Nikt nie dowie się, kto jeszcze jest zaproszony.
attendees-invite = { $count ->
    [one] Wyślij { $count } zaproszenie
    [few] Wyślij { $count } zaproszenia
   *[other] Wyślij { $count } zaproszeń
}
attendees-no-mail = Ta instalacja nie ma serwera poczty, więc zaproszeń nie można wysłać.
attendees-prepare = Co przygotować
attendees-prepare-explain = Czego spodziewane osoby potrzebują, aby wziąć udział.
attendees-prepare-caption = Potrzeby
attendees-need = Potrzeba
attendees-how-many = Ile razy
attendees-who = Kto
attendees-fact-expected = Spodziewanych
attendees-fact-places = Miejsc
attendees-fact-came = Przyszło
attendees-fact-answered = Ze spodziewanych odpowiedziało przez własny link
attendees-fact-left = Zostawiło adres z własnej woli
attendees-sent-invitation = Wysłane zaproszenia
attendees-sent-changed = Powiadomienia o zmianie
attendees-sent-called-off = Powiadomienia o odwołaniu
attendees-sent-follow-up = Pytania po spotkaniu
attendees-sent-reminder = Przypomnienia
attendees-sent-thanks = Podziękowania
attendees-sent-news = Wiadomości o tym, co z tego wynikło
attendees-done-added = Osoba jest na liście.
attendees-done-changed = Dane osoby zostały zmienione.
attendees-done-removed = Osoba została usunięta z listy.
attendees-done-imported = Osoby z pliku są na liście.
attendees-done-invited = Zaproszenia są w drodze.
attendees-door-heading = Przy wejściu
attendees-door-count = Przyszło { $came } z { $expected }.
attendees-walk-in = Przyszedł ktoś spoza listy
attendees-walk-in-hint = Niewymagane: nikt nie musi mówić, kim jest.
attendees-walk-in-button = Dodaj i zaznacz obecność
attendees-there = Jest
attendees-tick = Jest
attendees-untick = Jednak nie przyszła ta osoba:
attendees-import-heading = Dodaj osoby z pliku
attendees-import-explain = Prześlij plik CSV z jednym wierszem na każdą osobę. Najpierw zobaczysz, co stanie się z każdym wierszem. Nic nie zostanie zapisane, dopóki tego nie wybierzesz, a do tej chwili plik nie jest nigdzie przechowywany.
attendees-file-hint = Zapisany jako „CSV UTF-8”, najwyżej { $most } KB.
attendees-file-missing = Wybierz plik
attendees-file-long = Plik ma więcej niż { $most } KB. Prześlij go w częściach
attendees-import-check = Sprawdź wiersze
attendees-another-file = Inny plik
attendees-columns-explain = Kolumny mogą być w dowolnej kolejności. Komórki oddziela przecinek, średnik albo tabulator.
attendees-column-name = Wymagane. Pełne imię i nazwisko.
attendees-column-email = Adres e-mail.
attendees-column-part = patient, carer, staff albo other.
attendees-column-language = Kod języka, na przykład en, pl albo zh-Hans; puste oznacza angielski.
attendees-column-communication-needs = Oddzielone średnikiem lub kreską: large-print, easy-read, braille, audio, bsl, interpreter, carer-assists, paper, phone.
attendees-column-other-needs = Co jeszcze przygotować, w kilku słowach.
attendees-column-may-email = Czy zgadza się na e-maile: yes albo no. Puste oznacza nie.
attendees-check-heading = Co stałoby się z wierszami
attendees-check-adds = { $count ->
    [one] Na listę trafiłaby { $count } osoba.
    [few] Na listę trafiłyby { $count } osoby.
   *[other] Na listę trafiłoby { $count } osób.
}
attendees-check-refused = { $count ->
    [one] Odrzucony jest { $count } wiersz.
    [few] Odrzucone są { $count } wiersze.
   *[other] Odrzuconych jest { $count } wierszy.
}
attendees-check-emailed = { $count ->
    [one] { $count } z nich można zaprosić e-mailem.
    [few] { $count } z nich można zaprosić e-mailem.
   *[other] { $count } z nich można zaprosić e-mailem.
}
attendees-check-unwanted = { $count ->
    [one] { $count } nie chce e-maili i żadnego nie dostanie.
    [few] { $count } nie chcą e-maili i żadnego nie dostaną.
   *[other] { $count } nie chce e-maili i żadnego nie dostanie.
}
attendees-check-add = { $count ->
    [one] Dodaj { $count } osobę
    [few] Dodaj { $count } osoby
   *[other] Dodaj { $count } osób
}
attendees-check-add-others = { $count ->
    [one] Pomiń te wiersze i dodaj { $count } osobę
    [few] Pomiń te wiersze i dodaj { $count } osoby
   *[other] Pomiń te wiersze i dodaj { $count } osób
}
attendees-check-mend = Możesz też poprawić te wiersze i przesłać cały plik jeszcze raz. Nic nie zostało zapisane.
attendees-check-caption = Odrzucone wiersze
attendees-fault-name-missing = Wpisz imię i nazwisko
attendees-fault-name-wrong = Wpisz imię i nazwisko z liter, najwyżej 100 znaków
attendees-fault-email-wrong = Wpisz adres e-mail, na przykład nazwa@example.org
attendees-fault-email-needed = Wpisz adres e-mail albo zaznacz, że nie ma zgody na e-maile
attendees-fault-part-wrong = Wybierz: patient, carer, staff albo other
attendees-fault-language-wrong = Tego języka nie można zapisać
attendees-fault-needs-wrong = Nieznana potrzeba komunikacyjna
attendees-fault-other-needs-long = Opisz, co jeszcze przygotować, najwyżej w 300 znakach
attendees-fault-may-email-wrong = Zgoda na e-maile to yes, no albo nic
attendees-fault-twice = Ten sam adres e-mail jest we wcześniejszym wierszu pliku
attendees-fault-expected = Ktoś z tym adresem e-mail jest już na liście

# Koniec e-maili o spotkaniach.

event-stop-heading = Koniec e-maili o naszych spotkaniach
event-stop-explain = Nie wyślemy już żadnego e-maila o tym ani o innych naszych spotkaniach, także wtedy, gdy coś się zmieni. Nadal serdecznie zapraszamy.
event-stop-button = Nie wysyłajcie więcej e-maili
event-stop-done-heading = Nie dostaniesz więcej e-maili o naszych spotkaniach
event-stop-done-explain = Nadal serdecznie zapraszamy, aby przyjść i powiedzieć, co jest dla Ciebie ważne.
event-stop-contact = Jeśli masz pytanie albo chcesz wiedzieć, czy spotkanie się odbędzie: { $contact }
