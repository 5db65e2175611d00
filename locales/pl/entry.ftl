# Drafted by a machine, awaiting review by a person who speaks Polish.
# Personel, który wprowadza czyjeś odpowiedzi: przez telefon, na miejscu, z papieru.

entry-link = Wprowadź odpowiedzi
entry-heading = Wprowadzanie odpowiedzi: { $name }
entry-explain-aloud = Przeczytaj na głos każde pytanie i każdą możliwą odpowiedź, słowami z ekranu, i wprowadź to, co mówi ta osoba. Nie podpowiadaj, co ma odpowiedzieć.
entry-explain-earlier = Zaczynasz od pustego formularza. Nie widzisz tego, co ta osoba mogła odpowiedzieć wcześniej. Jeśli zaczęła samodzielnie i chce dokończyć, poproś ją o kod i wpisz go na stronie „Wróć do ankiety”.
entry-explain-alone = Każde pytanie można pominąć i w każdej chwili można przerwać.
entry-way = W jaki sposób ta osoba odpowiada?
entry-way-phone = Przez telefon, wprowadzam to, co mówi
entry-way-in-person = Na miejscu, wprowadzam to, co mówi
entry-way-paper = Na papierze, przepisuję to, co napisała
entry-way-empty = Wybierz, w jaki sposób ta osoba odpowiada
entry-answered = Odpowiedzi zostały już wysłane.
entry-closed = Ta ankieta nie przyjmuje już odpowiedzi.
entry-banner = Wprowadzasz odpowiedzi za: { $name }.
entry-banner-label = Czyje odpowiedzi wprowadzasz
entry-leave = Zakończ bez wysyłania
entry-sent-heading = Odpowiedzi zostały wysłane
entry-sent-aloud = Przeczytaj na głos kod potwierdzenia lub zapisz go dla tej osoby. Dzięki niemu może w każdej chwili sprawdzić, że mamy jej odpowiedzi.
entry-sent-paper = Jeśli ta osoba zapyta o kod potwierdzenia, oto on.
entry-sent-back = Wróć do tej osoby
entry-flagged-heading = Przy jednej z tych odpowiedzi potrzebna jest pomoc
entry-flagged = Zespół otrzymał alert. Jeśli rozmawiasz z tą osobą, zostań z nią i powiedz jej teraz, gdzie znajdzie pomoc:

# Przepisywanie ankiety papierowej, dwa razy.

staff-place-paper = Odpowiedzi na papierze
staff-place-paper-explain = Przepisz odpowiedzi z ankiety papierowej, którą znajdziesz po wydrukowanym na niej kodzie.
paper-entry-heading = Przepisz ankietę papierową
paper-entry-explain = Wpisz kod wydrukowany na ankiecie.
paper-entry-code = Kod z ankiety
paper-entry-code-hint = Trzy grupy po cztery litery i cyfry. Wielkość liter i odstępy nie mają znaczenia.
paper-entry-empty = Wpisz kod z ankiety
paper-entry-wrong = Nikt pod Twoją opieką nie otrzymał ankiety z takim kodem. Sprawdź, czy wpisano go tak, jak jest wydrukowany
paper-entry-button = Znajdź
sheet-heading = Przepisywanie ankiety: { $name }
sheet-first = Sprawdź, czy to właściwa osoba. Wszystko przepisuje się dwa razy: potem ankietę przepisuje się ponownie, w miarę możliwości robi to ktoś inny, i oba zapisy się porównuje.
sheet-again = To drugi raz. Przepisz to, co jest na papierze, nie zważając na pierwszy zapis: nie jest tu pokazany.
sheet-own = Pierwszy raz tę ankietę przepisano z Twojego konta. W miarę możliwości poproś teraz kogoś innego.
sheet-how = Wpisz numery zaznaczonych pól, oddzielając je odstępami, jeśli jest ich kilka. Zostaw puste to, co jest puste na papierze. Klawisz Tab prowadzi do następnego pytania.
sheet-date = Data na ankiecie
sheet-date-hint = Dzień, miesiąc i rok, na przykład 27 3 2026
sheet-who = Kto wypełnił ankietę
sheet-relationship = Kim jest dla tej osoby, jeśli wypełnił(a) ankietę za nią
sheet-other = Własnymi słowami
sheet-button-first = Zachowaj
sheet-button-again = Zachowaj i porównaj
sheet-fault-date = Wpisz datę z ankiety, na przykład 27 3 2026
sheet-fault-date-future = Data z ankiety nie może być w przyszłości
sheet-fault-date-before = Data z ankiety nie może być wcześniejsza niż { $asked }, czyli dzień, w którym poproszono o odpowiedź
sheet-fault-who = Wpisz numer tego, kto wypełnił ankietę
sheet-fault-relationship = Wpisz jeden numer: kim ta osoba jest dla pacjenta
sheet-fault-relationship-none = Zostaw to pole puste, jeśli ktoś odpowiadał we własnym imieniu
sheet-fault-taken = To wybrano już w jednym z wcześniejszych pytań. Sprawdź tamtą odpowiedź albo zostaw to pole puste
sheet-fault-not-asked = Po odpowiedziach powyżej tego pytania się nie zadaje. Sprawdź tamte odpowiedzi albo zostaw to pole puste
differences-heading = Czym różnią się oba zapisy
differences-explain = Ankietę przepisano dwa razy i nie tak samo. Spójrz na papier i wybierz to, co na nim jest.
differences-neither = Żadne z nich: trzeba przepisać ankietę od nowa, dwa razy
differences-nothing = Nic
differences-empty = Wybierz to, co jest na papierze
differences-broken = Wybrane odpowiedzi do siebie nie pasują: brakuje wymaganej odpowiedzi albo to samo wybrano dwa razy, choć nie wolno. Trzeba przepisać ankietę od nowa
differences-button = Wyślij odpowiedzi
