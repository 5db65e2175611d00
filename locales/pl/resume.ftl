# Drafted by a machine, awaiting review by a person who speaks Polish.
# Leaving a survey and coming back with a code.

later-heading = Dotychczasowe odpowiedzi są zapisane
later-code = To jest Twój kod do powrotu:
later-how-heading = Jak wrócić do ankiety
later-write-down = Zapisz kod lub zrób mu zdjęcie.
later-address = Na dowolnym urządzeniu otwórz adres
later-type = Wpisz kod. Wielkość liter i odstępy nie mają znaczenia.
later-until = Kod działa do { $until }. Potem niewysłane odpowiedzi są usuwane.
later-private = Każdy, kto ma kod, może zobaczyć i zmienić niewysłane odpowiedzi, więc nie pokazuj go innym.
later-continue = Kontynuuj teraz

resume-heading = Wróć do ankiety
resume-explain = Wpisz kod, który pokazaliśmy przy przerwaniu ankiety.
resume-label = Twój kod
resume-hint = Trzy grupy po cztery litery i cyfry. Wielkość liter i odstępy nie mają znaczenia.
resume-lost = Jeśli nie masz już kodu, możesz zacząć ankietę od nowa.
resume-code-empty = Wpisz kod
resume-code-wrong = Nie ma zapisanych odpowiedzi z tym kodem. Sprawdź, czy kod jest wpisany tak, jak go pokazano. Kod przestaje działać po wysłaniu odpowiedzi albo po upływie czasu
