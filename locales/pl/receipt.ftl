# Drafted by a machine, awaiting review by a person who speaks Polish.
# Checking that answers have arrived.

receipt-heading = Sprawdź, czy mamy Twoje odpowiedzi
receipt-explain = Wpisz kod potwierdzenia z ostatniej strony ankiety. Z tym kodem możesz też otrzymać kopię swoich odpowiedzi albo je wycofać.
receipt-label = Twój kod potwierdzenia
receipt-hint = Trzy grupy po cztery litery i cyfry. Wielkość liter i odstępy nie mają znaczenia.
receipt-button = Sprawdź
receipt-code-empty = Wpisz kod potwierdzenia
receipt-code-wrong = Nie mamy odpowiedzi z tym kodem. Sprawdź, czy kod jest wpisany tak, jak go pokazano
receipt-found-heading = Mamy Twoje odpowiedzi
receipt-code = Kod potwierdzenia
receipt-survey = Ankieta
receipt-received = Otrzymano
receipt-another = Sprawdź inny kod
receipt-withdrawn-on = Wycofano
receipt-withdrawn-explain = Odpowiedzi związane z tym kodem zostały usunięte.

copy-heading = Twoje odpowiedzi
copy-ask-heading = Zobacz swoje odpowiedzi
copy-ask = Pokazujemy odpowiedzi tylko po podaniu miesiąca urodzenia.
copy-ask-open = Każdy, kto ma ten kod, może zobaczyć wysłane z nim odpowiedzi.
copy-button = Pokaż moje odpowiedzi
copy-received = Otrzymano { $date }
copy-keep-heading = Zachowaj kopię
copy-keep = Plik na urządzeniu, z którego korzystają inni, może zostać przez nich przeczytany.
copy-text = Zapisz jako tekst
copy-json = Zapisz jako dane (FHIR)

over-time-heading = Twoje odpowiedzi w czasie
over-time-button = Pokaż moje odpowiedzi w czasie
over-time-explain = To tylko liczby z Twoich własnych odpowiedzi. Nie mówią, czy jesteś w dobrym zdrowiu, czy nie. Jeśli coś Cię niepokoi, porozmawiaj z kimś zaufanym.
over-time-few = Aby pokazać, jak zmieniały się odpowiedzi, potrzebujemy odpowiedzi wysłanych co najmniej dwa razy.
over-time-sentence = { $first } wynik wynosił { $from }. { $last } wynosił { $to }.
over-time-range = Ten wynik może wynosić od { $low } do { $high }.
over-time-table = Te same liczby
over-time-day = Dzień
over-time-score = Wynik
done-over-time = Ta ankieta była już przez Ciebie wypełniana. Jeśli chcesz, możesz zobaczyć, jak zmieniały się Twoje odpowiedzi.

withdraw-ask-heading = Wycofaj swoje odpowiedzi
withdraw-ask = W każdej chwili możesz poprosić o usunięcie swoich odpowiedzi. Nie musisz podawać powodu.
withdraw-link = Wycofaj moje odpowiedzi
withdraw-heading = Czy na pewno chcesz wycofać swoje odpowiedzi?
withdraw-deleted = Twoje odpowiedzi zostaną usunięte, a liczby, do których weszły, zostaną obliczone bez nich.
withdraw-kept = Zachowamy informację, że odpowiedzi wysłano i wycofano, ale nie ich treść. Jeśli któraś z nich była wołaniem o pomoc, zapis tego, co zrobił zespół, pozostanie.
withdraw-final = Tego nie można cofnąć.
withdraw-button = Tak, usuń moje odpowiedzi
withdraw-leave = Nie, zachowaj je
withdrawn-heading = Twoje odpowiedzi zostały usunięte
withdrawn-explain = Nie musisz nic więcej robić. Twoja opieka się nie zmieni.
