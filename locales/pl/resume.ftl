# Drafted by a machine, awaiting review by a person who speaks Polish.
# Leaving a survey and coming back with a code.

later-heading = Dotychczasowe odpowiedzi są zapisane
later-code = To jest Twój kod do powrotu:
later-how-heading = Jak wrócić do ankiety
later-write-down = Zapisz kod lub zrób mu zdjęcie.
later-address = Na dowolnym urządzeniu otwórz adres
later-type = Wpisz kod. Wielkość liter i odstępy nie mają znaczenia.
later-until = Kod działa do { $until }. Potem niewysłane odpowiedzi są usuwane.
later-private = Z tym kodem można zobaczyć i zmienić niewysłane odpowiedzi, więc nie pokazuj go innym. Jeśli ankieta przyszła z prośbą o odpowiedź, potrzebny jest też miesiąc urodzenia.
later-continue = Kontynuuj teraz

resume-heading = Wróć do ankiety
resume-explain = Wpisz kod, który pokazaliśmy przy przerwaniu ankiety, albo kod z listu lub wiadomości z prośbą o odpowiedź.
resume-label = Twój kod
resume-hint = Trzy grupy po cztery litery i cyfry. Wielkość liter i odstępy nie mają znaczenia.
resume-lost = Jeśli nie masz już kodu albo on nie działa, możesz zacząć ankietę od nowa lub zadzwonić do zespołu, który ją przysłał.
resume-code-empty = Wpisz kod
resume-code-wrong = Nie ma zapisanych odpowiedzi z tym kodem. Sprawdź, czy kod jest wpisany tak, jak go pokazano. Jeśli kod przyszedł w liście lub wiadomości, sprawdź też miesiąc. Kod przestaje działać po wysłaniu odpowiedzi, po upływie czasu albo po zbyt wielu błędnych miesiącach
