# Drafted by a machine, awaiting review by a person who speaks Polish.
# The outcome framework, and how far it stands on what patients and carers said.

framework-title = Ramy rezultatów
framework-explain = Na ile każdy rezultat i wskaźnik opiera się na głosie pacjentów i opiekunów, co go wspiera, a co podaje w wątpliwość. Widać tu tylko dane po kontroli poufności i opublikowane komentarze.
framework-what = Rezultat lub wskaźnik
framework-state = Stanowisko pacjentów i opiekunów
framework-outcome = Rezultat
framework-indicator = Wskaźnik
framework-figures = Jego dane
framework-related = Powiązane

framework-standing-not-yet = Jeszcze niezatwierdzone z pacjentami i opiekunami.
framework-standing-validated = Zatwierdzone z pacjentami i opiekunami dnia { $day } (wersja { $version }).
framework-standing-earlier = Wersję { $version } zatwierdzono z pacjentami i opiekunami dnia { $day }; wersji { $now } jeszcze nie.
framework-standing-sent-back = Odesłane dnia { $day } (wersja { $version }): trzeba zapytać ponownie.

framework-evidence = Co wynika ze spotkań
framework-evidence-explain = Spotkania zakończone, które nie przyjmują już odpowiedzi. Liczby są zaokrąglone do najbliższej piątki, a małe są ukryte.
framework-evidence-none = Żadne zakończone spotkanie nie ma jeszcze nic do pokazania w tej sprawie.
framework-answers = Liczba odpowiedzi: około { $answers }.
framework-answers-withheld = Odpowiedzi jest zbyt mało, aby pokazać ich liczbę i treść.
framework-first = Na pierwszym miejscu: około { $first } z { $all } osób.
framework-first-withheld = Osób, które wybrały to na pierwszym miejscu, jest zbyt mało, aby podać ich liczbę.
framework-rank = Miejsce { $rank } z { $of } według metody Bordy (przedział 95%: od { $best } do { $worst }).
framework-rank-firm = Miejsce { $rank } z { $of } według metody Bordy, i to pewne.
framework-sense = Czy to ma sens? Tak: { $yes }. Częściowo: { $partly }. Nie: { $no }.
framework-hidden = ukryte
framework-supports = Liczba osób, które wspierają to własnymi słowami: około { $people }.
framework-questions = Liczba osób, które podają to w wątpliwość własnymi słowami: około { $people }.
framework-comment-supports = Komentarz, który to wspiera
framework-comment-questions = Komentarz, który podaje to w wątpliwość
framework-comments-gone = { $count ->
    [one] { $count } komentarz, który był wtedy publiczny, nie jest już publiczny.
    [few] { $count } komentarze, które były wtedy publiczne, nie są już publiczne.
   *[other] { $count } komentarzy, które były wtedy publiczne, nie jest już publicznych.
}
framework-answered = { $count ->
    [one] Co odpowiedziano ({ $count } odpowiedź)
    [few] Co odpowiedziano ({ $count } odpowiedzi)
   *[other] Co odpowiedziano ({ $count } odpowiedzi)
}

framework-history = Wcześniejsze decyzje
framework-decided-validated = Wersję { $version } zatwierdzono z pacjentami i opiekunami dnia { $day }.
framework-decided-sent-back = Wersję { $version } odesłano dnia { $day }.
framework-cited-link = Na co się powołano
framework-done-validated = Oznaczono jako zatwierdzone z pacjentami i opiekunami.
framework-done-sent-back = Odesłano.

framework-decision = Decyzja
framework-decided-by = Kto zdecydował
framework-reason = Dlaczego
framework-sha256 = SHA-256 tego, na co się powołano
framework-cited = Na co się powołano
framework-cited-explain = Tak, jak to było widać w chwili decyzji. Późniejszych zmian nie widać, z jednym wyjątkiem: pominięto komentarze, które nie są już publiczne.
framework-cited-none = Nie powołano się na żadne spotkanie.

framework-decide = Zatwierdź lub odeślij
framework-decide-intro = Decyzja dotyczy wersji { $version }. Zostanie zachowana razem z tym, na co się powołujesz, w obecnej postaci, i odnotowana w dzienniku.
framework-decide-nothing = Żadne spotkanie nie ma jeszcze nic do pokazania w tej sprawie, nie można więc tego zatwierdzić. Można to odesłać.
framework-back-to-evidence = Co wynika ze spotkań w tej sprawie
framework-field-verdict = Jaka jest decyzja?
framework-hint-verdict = Późniejszą wersję definicji trzeba zatwierdzić od nowa.
framework-verdict-validated = Zatwierdzone z pacjentami i opiekunami
framework-verdict-sent-back = Odesłane, do ponownego zapytania
framework-field-events = Na które spotkania się powołujesz?
framework-hint-events = Co najmniej jedno, aby zatwierdzić
framework-field-reason = Dlaczego?
framework-hint-reason = Przy zatwierdzeniu: w jaki sposób głosy ludzi to wspierają. Przy odesłaniu: o co trzeba zapytać ponownie.
framework-decide-button = Zdecyduj
framework-fault-verdict = Wybierz decyzję
framework-fault-events = Wybierz co najmniej jedno spotkanie, na które się powołujesz
framework-fault-nothing = Nie ma się jeszcze na co powołać, nie można więc tego zatwierdzić
framework-fault-reason = Napisz dlaczego
framework-fault-reason-long = Powód może mieć najwyżej { $most } znaków
framework-fault-stale = To, na co można się powołać, zmieniło się od otwarcia tej strony. Obejrzyj to ponownie i dopiero zdecyduj
framework-fault-decided = Ktoś inny podjął decyzję w tej sprawie od otwarcia tej strony. Najpierw obejrzyj tę decyzję
