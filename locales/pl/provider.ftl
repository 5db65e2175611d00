# Drafted by a machine, awaiting review by a person who speaks Polish.
# A provider’s own figures.

provider-title = Dane liczbowe: { $organisation }
provider-organisations = Organizacje
provider-nothing = Nie ma jeszcze danych tej organizacji.
provider-small-numbers = Dla ochrony prywatności małe liczby są ukryte, a inne zaokrąglone. Wartość może być ukryta także dlatego, że zdradziłaby dane innej placówki.

# People in care.

people-title = Osoby pod Twoją opieką
people-explain = Każde obejrzenie tej listy lub danych jednej osoby jest zapisywane.
people-providers = Widzisz osoby pod opieką:
people-all = Osoby ze wszystkich programów
people-programmes = Programy
people-caption = Okresy opieki, od najnowszych
people-number = Osoba
people-born = Rok urodzenia
people-programme = Program
people-opened = Początek
people-closed = Koniec
people-still-open = Nadal trwa
people-not-asked = Jeszcze nie pytano
people-next = Następna strona
people-nobody = Na tej liście nie ma nikogo.
behind-title = Kto stoi za wynikiem
behind-explain = Osoby pod Państwa opieką, które wynik obejmuje w danym miesiącu albo pomija, oraz czy jest o nich zapis. Nie widać, co powiedziały. Liczą się też odpowiedzi osób nieznanych, ale nie ma ich na liście. Przeglądanie tej listy jest odnotowywane.
behind-standing = W wyniku
behind-on-record = Liczy się, jest zapis
behind-not-on-record = Liczy się, brak zapisu
behind-left-out = Pominięta: { $why }
behind-nobody = W tym miesiącu wynik nie obejmuje ani nie pomija nikogo pod Państwa opieką.
people-sex-male = Mężczyzna
people-sex-female = Kobieta
people-sex-indeterminate = Ani męska, ani żeńska
people-sex-not-known = Nieznana
people-timepoint-baseline = Na początku
people-timepoint-review = Podczas przeglądu
people-timepoint-review-3-months = 3 miesiące od początku
people-timepoint-review-6-months = 6 miesięcy od początku
people-timepoint-review-12-months = 12 miesięcy od początku
people-timepoint-discharge = Na zakończenie
people-timepoint-discharge-91-days = 91 dni po wypisie
people-timepoint-birth-6-8-weeks = 6–8 tygodni po porodzie
people-timepoint-unscheduled = Bez ustalonego terminu
people-language-ar = arabski
people-language-bn = bengalski
people-language-cs = czeski
people-language-de = niemiecki
people-language-en = angielski
people-language-es = hiszpański
people-language-fa = perski
people-language-fr = francuski
people-language-gu = gudżarati
people-language-hi = hindi
people-language-hu = węgierski
people-language-it = włoski
people-language-lt = litewski
people-language-ne = nepalski
people-language-pa = pendżabski
people-language-pl = polski
people-language-pt = portugalski
people-language-ro = rumuński
people-language-so = somalijski
people-language-ta = tamilski
people-language-tr = turecki
people-language-uk = ukraiński
people-language-ur = urdu
people-language-vi = wietnamski
people-language-zh-hans = chiński (uproszczony)

# One person in care.

person-title = Osoba { $number }
person-back = Osoby pod Twoją opieką
person-explain = Widać tu, o co pytano, co będzie dalej i czy nadeszła odpowiedź. Samych odpowiedzi nigdy tu nie ma.
person-sex = Płeć
person-language = Język
person-discharged = Wypis ze szpitala
person-delivered = Narodziny dziecka
person-asked-heading = O co pytano
person-survey = Ankieta
person-timepoint = Etap opieki
person-asked = Zapytano dnia
person-until = Może odpowiedzieć do
person-answered-by = odpowiedziała inna osoba: { $who }
person-not-answered = Brak odpowiedzi
person-not-asked = O nic jeszcze nie pytano.
person-no-episode = Brak epizodu opieki
person-no-episode-explain = Dopóki nie ma epizodu opieki, o nic się nie pyta.
person-form = Formularz na papierze (PDF)
person-form-another = Formularz dla kogoś, kto odpowiada za tę osobę (PDF)
