# Drafted by a machine, awaiting review by a person who speaks Polish.
# The surveys, for those who look after them.

surveys-title = Ankiety
surveys-explain = Otwartą ankietę może wypełnić każdy, kto ma link. Zamknięta ankieta nie przyjmuje nowych odpowiedzi; wysłane wcześniej są zachowane.
surveys-caption = Wszystkie ankiety
surveys-survey = Ankieta
surveys-versions = Wersje
surveys-newest = Najnowsza: { $version }
surveys-link = Link do udostępnienia
surveys-print = Formularz do druku (PDF)
surveys-print-large = Dużym drukiem (PDF)
surveys-status = Stan
surveys-open = Otwarta
surveys-closed = Zamknięta
surveys-close = Zamknij
surveys-reopen = Otwórz ponownie
surveys-none = Nie ma jeszcze ankiet.
