papers-heading = Wprowadź odpowiedzi z papieru
papers-how = Każdy formularz wprowadza się raz. Sprawdź go przed zapisaniem: nie ma już żadnej strony pośredniej. Napisz na formularzu jego numer, żeby można go było odnaleźć.
papers-entered =
    { $count ->
        [0] Żaden z wprowadzonych przez Ciebie formularzy się nie liczy.
        [one] Wprowadzono 1 formularz.
        [few] Wprowadzono { $count } formularze.
        [many] Wprowadzono { $count } formularzy.
       *[other] Wprowadzono { $count } formularza.
    }
papers-last = Ostatni ma nr { $number }.
papers-to-last = Wycofaj go
papers-last-heading = Poprzedni formularz
papers-last-explain = Jeśli w formularzu nr { $number } coś wpisano źle, wycofaj go i wprowadź od nowa. Jego odpowiedzi zostaną usunięte, a numer nie będzie użyty ponownie.
papers-receipt = Kod jego potwierdzenia, dla osoby, która go chce:
papers-take-back = Wycofaj nr { $number }
papers-button = Zapisz i wprowadź następny
papers-language = Język, w którym go wypełniono
papers-fault-language = Wpisz numer języka, w którym wypełniono formularz
papers-fault-taken-back = Ten formularz został wycofany. Wyślij go jeszcze raz, aby wprowadzić go tak, jak tu stoi
papers-fault-empty = Wpisz co najmniej jedną odpowiedź. Formularza bez odpowiedzi się nie zapisuje
papers-none-called-off = To spotkanie zostało odwołane, więc nie wprowadza się odpowiedzi.
papers-none-no-survey = Na tym spotkaniu o nic się nie pyta, więc nie ma odpowiedzi do wprowadzenia.
papers-none-not-yet = Nikogo jeszcze nie zapytano. Odpowiedzi z papieru można wprowadzać, gdy spotkanie zacznie przyjmować odpowiedzi.
papers-none-over = Minęło ponad 30 dni, odkąd to spotkanie przestało przyjmować odpowiedzi. Odpowiedzi z papieru już się nie wprowadza.
