# Drafted by a machine, awaiting review by a person who speaks Polish.
# What is wrong with an answer, and how to put it right.

validation-required-choice = Wybierz odpowiedź
validation-required-text = Wpisz odpowiedź
validation-required-number = Wpisz liczbę
validation-required-date = Wpisz datę
validation-not-a-number = Wpisz liczbę cyframi, na przykład 7
validation-not-whole = Wpisz liczbę całkowitą, na przykład 7
validation-too-small = Wpisz liczbę nie mniejszą niż { $min }
validation-too-large = Wpisz liczbę nie większą niż { $max }
validation-too-many-decimals =
    { $places ->
        [0] Wpisz liczbę całkowitą, na przykład 7
        [one] Wpisz liczbę, która ma najwyżej { $places } miejsce po przecinku
        [few] Wpisz liczbę, która ma najwyżej { $places } miejsca po przecinku
       *[many] Wpisz liczbę, która ma najwyżej { $places } miejsc po przecinku
    }
validation-date-incomplete = Wpisz dzień, miesiąc i rok
validation-date-not-real = Wpisz istniejącą datę, na przykład 27 3 2026
validation-date-too-early = Wpisz datę nie wcześniejszą niż { $min }
validation-date-too-late = Wpisz datę nie późniejszą niż { $max }
validation-too-long = Liczba znaków w odpowiedzi: { $length }. Skróć ją; najwięcej może ich być { $max }
validation-too-short =
    { $min ->
        [one] Wpisz co najmniej { $min } znak
        [few] Wpisz co najmniej { $min } znaki
       *[many] Wpisz co najmniej { $min } znaków
    }
validation-pattern = Wpisz odpowiedź w postaci, o którą prosi pytanie
validation-too-few = Wybierz co najmniej { $min }
validation-too-many = Wybierz najwyżej { $max }
validation-exclusive = Niektóre wybrane odpowiedzi wykluczają się. Wybierz ponownie
validation-unknown-option = Wybierz jedną z pokazanych odpowiedzi
validation-other-empty = Napisz własnymi słowami albo wybierz inną odpowiedź
validation-pattern-help = Sprawdź wpisany tekst. { $help }
