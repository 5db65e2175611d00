# Drafted by a machine, awaiting review by a person who speaks Polish.
# Listy do osób, na papierze. Ani słowa o zdrowiu: kopertę może otworzyć ktoś inny.

letter-title = Listy
letter-bookmark = List { $number }
letter-heading = Kilka pytań do Ciebie
letter-hello = Dzień dobry, { $name },
letter-hello-somebody = Dzień dobry,
letter-invitation-asks = { $organisation } chce zadać Ci kilka pytań.
letter-reminder-asks = { $organisation }: jakiś czas temu zadaliśmy Ci kilka pytań. Jeśli nadal chcesz odpowiedzieć, jest jeszcze czas.
letter-answer-heading = Jak odpowiedzieć
letter-online = Skieruj aparat telefonu na kwadratowy kod. Albo wejdź na { $address } i wpisz swój kod.
letter-yours = Kod jest tylko dla Ciebie, nie podawaj go innym. Działa do { $until }.
letter-otherwise = Jeśli wolisz odpowiedzieć przez telefon albo dostać pytania na papierze, w innej formie lub w innym języku, skontaktuj się z nami: { $contact }
letter-decline-heading = Jeśli nie chcesz odpowiadać
letter-free = To Ty decydujesz, czy odpowiesz. Nic innego od tego nie zależy.
letter-decline = Otwórz tę samą stronę i zaznacz to tam: nie będziemy więcej pytać.
letter-decline-or-tell = Otwórz tę samą stronę i zaznacz to tam albo powiedz nam o tym: nie będziemy więcej pytać.
letter-end = Dziękujemy. { $organisation }
