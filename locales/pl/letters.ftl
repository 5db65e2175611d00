# Drafted by a machine, awaiting review by a person who speaks Polish.
# Listy do ludzi, które czekają na wydrukowanie i wysłanie.
letters-title = Listy do wysłania
letters-explain = Listy do osób, które pytamy pocztą, czekają tu, aż je wydrukujesz. Pobierz partię jako plik, wydrukuj ją, wyślij i potwierdź to tutaj: dopiero wtedy list liczy się jako wysłany.
letters-done = Listy liczą się teraz jako wysłane.
letters-waiting-heading = Oczekujące
letters-waiting = { $count ->
    [0] Żaden list nie czeka.
    [one] Czeka 1 list.
    [few] Czekają { $count } listy.
   *[many] Czeka { $count } listów.
}
letters-gather = Utwórz partię z oczekujących listów
letters-batches = Partie jeszcze niewysłane
letters-batches-explain = Tę samą partię możesz pobierać ponownie, dopóki nie zostanie wysłana. Kto w międzyczasie zmarł, odmówił lub odpowiedział, zostaje pominięty w pliku, dlatego używaj najnowszego. Każde pobranie jest zapisywane.
letters-batch = Partia { $number }
letters-in-batch = { $count ->
    [one] 1 list
    [few] { $count } listy
   *[many] { $count } listów
}
letters-file = Pobierz do korespondencji seryjnej (CSV)
letters-print = Pobierz listy do druku (PDF)
letters-posted = Listy zostały wysłane
staff-place-letters = Listy do wysłania
staff-place-letters-explain = Listy do ludzi, które czekają na wydrukowanie i wysłanie.
