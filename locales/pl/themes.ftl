# Drafted by a machine, awaiting review by a person who speaks Polish.
# The codebook: what comments are about. Coding comments, and how far two people agree.

staff-place-themes = Tematy komentarzy
staff-place-themes-explain = Księga kodów: o czym ludzie mówią na spotkaniach i co należy do każdego tematu.

themes-title = Tematy komentarzy
themes-explain = Tematy, do których przypisuje się komentarze ze wszystkich spotkań Twojej organizacji. Napisz, co należy do tematu, a co nie: dwie osoby, które kierują się tymi samymi słowami, częściej się zgadzają.
themes-new-heading = Dodaj temat
themes-new-button = Dodaj
themes-none = Nie ma jeszcze żadnych tematów.
themes-none-read = Najpierw przeczytaj ze dwadzieścia komentarzy i zapisz, o czym są.
themes-none-few = Zacznij od pięciu do dziesięciu tematów. Nowy można dodać w trakcie kodowania, a dwa połączyć później.
themes-none-way = Nazwij temat tak, jak powiedzieliby ludzie: „Jak dojechać”, a nie „Bariery dostępu”.
themes-offered = Tematy w użyciu
themes-retired = Tematy wycofane
themes-theme = Temat
themes-belongs = Co tu należy
themes-leaves-out = Co tu nie należy
themes-comments = Komentarze
themes-change = Zmiana
themes-change-link = Zmień
themes-retire-link = Wycofaj
themes-offer-link = Przywróć
themes-merge-link = Połącz
themes-change-heading = Zmień temat
themes-change-intro = Komentarze, które mają ten temat, zachowają go. Jeśli jego zakres bardzo się zmienia, dodaj raczej nowy temat.
themes-change-button = Zapisz
themes-retire-heading = Wycofaj ten temat
themes-retire-intro = Nie będzie już proponowany podczas kodowania. Komentarze, które go mają, zachowają go.
themes-retire-button = Wycofaj
themes-offer-heading = Przywróć ten temat
themes-offer-intro = Będzie znów proponowany podczas kodowania.
themes-offer-button = Przywróć
themes-merge-heading = Połącz ten temat z innym
themes-merge-intro = Każdy komentarz, który ma ten temat, będzie odtąd miał tamten drugi, bez względu na to, kto go wybrał, a ten temat zostanie wycofany. Tego nie da się cofnąć.
themes-merge-button = Połącz
themes-field-title = Tytuł
themes-field-title-hint = Kilka słów, tak jak mówią ludzie.
themes-field-description = Co tu należy
themes-field-description-hint = Na przykład: autobusy, parkowanie, koszt dojazdu.
themes-field-leaves-out = Co tu nie należy
themes-field-leaves-out-hint = Co można by tu umieścić i gdzie trafia zamiast tego.
themes-field-organisation = W czyjej księdze kodów?
themes-field-into = Z którym tematem?
themes-fault-title-empty = Wpisz tytuł
themes-fault-title-long = Tytuł może mieć najwyżej 80 znaków
themes-fault-description-long = Ten opis może mieć najwyżej 1000 znaków
themes-fault-taken = Inny temat ma już ten tytuł. Użyj tamtego albo wybierz inny tytuł
themes-fault-organisation = Wybierz, w czyjej księdze kodów ma się znaleźć
themes-fault-into = Wybierz temat, z którym go połączyć
themes-fault-changed = Ktoś inny zmienił ten temat w tym samym czasie. Teraz nazywa się „{ $title }”. Zapisz jeszcze raz, aby zastąpić go swoją wersją
themes-done-added = Dodano temat.
themes-done-changed = Zmieniono temat.
themes-done-retired = Wycofano temat.
themes-done-offered = Temat jest znów w użyciu.
themes-done-merged = Oba tematy są teraz jednym.
themes-done-stale = Niczego nie zmieniono: ktoś inny zmienił ten temat po tym, jak został tu otwarty. Najpierw obejrzyj go ponownie.
themes-done-title-taken = Niczego nie zmieniono: inny temat ma teraz ten sam tytuł. Najpierw zmień jeden z tytułów.

coding-title = Kodowanie komentarzy
coding-title-explain = Przypisywanie tego, co ludzie powiedzieli, do tematów, po jednym komentarzu.
coding-empty = Nie ma jeszcze żadnych komentarzy. Pojawią się, gdy ludzie odpowiedzą na tym spotkaniu własnymi słowami.
coding-progress = { $total ->
    [one] Jest jeden komentarz
    [few] Są { $total } komentarze
   *[other] Jest { $total } komentarzy
 }. Zakodowane przez Ciebie: { $mine }. Pozostało dla Ciebie: { $left }.
coding-by-others = { $count ->
    [one] Jeden z nich zakodowały dwie inne osoby
   *[other] { $count } z nich zakodowały dwie inne osoby
 }.
coding-no-themes = W Twojej księdze kodów nie ma jeszcze tematów. Dodaj kilka teraz albo w trakcie kodowania.
coding-next = Zakoduj następny komentarz
coding-last = Zobacz ostatni zakodowany przez Ciebie
coding-how-heading = Jak to działa
coding-how-two = Każdy komentarz kodują dwie osoby i żadna nie widzi wyboru drugiej, dopóki obie nie skończą. Gdzie się zgadzają, sprawa jest rozstrzygnięta; gdzie się różnią, rozstrzyga jedna z nich albo ktoś trzeci. Nie rozmawiajcie o komentarzu, zanim obie osoby go nie zakodują.
coding-how-stop = W każdej chwili można przerwać i wrócić do tego innego dnia. Swój wybór możesz zmieniać, dopóki ktoś inny nie zakoduje tego samego komentarza. To, co ludzie wycofają, znika także stąd. Przeczytanie komentarza jest odnotowywane.
coding-done = To był ostatni komentarz dla Ciebie.
coding-gone = Tego komentarza już tu nie ma: wycofała go osoba, która go napisała.
coding-position = Komentarz { $number }; pozostało dla Ciebie { $left } z { $total }
coding-fixed = Ten komentarz zakodowały już dwie osoby, w tym Ty, więc Twój wybór pozostaje bez zmian. Jeśli się różnicie, można to rozstrzygnąć.
coding-coded-twice = Ten komentarz zakodowały już dwie inne osoby. Trzecia nie jest potrzebna.
coding-settle = Zobacz, co wybrano, i rozstrzygnij
coding-before = Wróć do poprzedniego
coding-keep = Zapisz i przejdź dalej
coding-themes = O czym to jest?
coding-themes-hint = Wybierz każdy temat, który pasuje zgodnie z opisem.
coding-theme-not = Nie: { $what }
coding-none = Żaden z tych
coding-new-theme = Temat, którego brakuje
coding-new-theme-hint = Tylko gdy żaden nie pasuje. Zostanie dodany do księgi kodów i wybrany dla tego komentarza; opisz go tam później.
coding-concern = Czy komuś coś grozi? Zgłoś zagrożenie albo zdecyduj o publikacji
coding-stances = Co mówi o wynikach i wskaźnikach
coding-stances-explain = Pomiń to, jeśli komentarz nic o nich nie mówi. To, co zaznaczysz, jest dowodem dla ram wyników i widzą to inni, którzy czytają ten komentarz.
coding-stance-outcome = Wynik: { $title }
coding-stance-indicator = Wskaźnik: { $title }
coding-stance-nothing = Nic o tym nie mówi
coding-stance-supports = Potwierdza to
coding-stance-questions = Podważa to
coding-stance-noted = Już zaznaczono. Można to zmienić.
coding-fault-nothing = Wybierz pasujące tematy albo „Żaden z tych”
coding-fault-none-and-some = Wybierz tematy albo „Żaden z tych”, ale nie jedno i drugie
coding-fault-gone = Wybrany temat został w międzyczasie wycofany lub połączony z innym. Przejrzyj listę jeszcze raz

agreement-title = Na ile się zgadzacie
agreement-title-explain = Na ile zgadzają się dwie osoby, które zakodowały te same komentarze, i gdzie się różnią.
agreement-none = Żadnego komentarza nie zakodowały jeszcze dwie osoby.
agreement-progress = Zakodowane przez dwie osoby: { $twice } z { $total }. Rozstrzygnięte: { $settled }; komentarze, co do których te dwie osoby się różnią: { $differing }.
agreement-differing = Komentarze do rozstrzygnięcia
agreement-settled = Rozstrzygnięte przez kogoś
agreement-comment = Komentarz { $number }
agreement-saw = { $name }: { $themes }
agreement-pair = { $first } i { $second }
agreement-caption = Temat po temacie: komentarze według tego, kto go wybrał
agreement-both = Obie osoby
agreement-only = Tylko { $name }
agreement-neither = Żadna
agreement-alike = Jednakowe decyzje
agreement-kappa-column = Kappa Cohena
agreement-all-themes = Wszystkie tematy razem
agreement-whole = Dokładnie te same tematy wybrano dla { $alike } z { $total } komentarzy ({ $share }).
agreement-whole-kappa = Kappa Cohena dla całych komentarzy, gdzie za zgodność liczą się tylko dokładnie te same tematy, wynosi { $kappa } (przedział 95%: { $interval }).
agreement-whole-kappa-bare = Kappa Cohena dla całych komentarzy, gdzie za zgodność liczą się tylko dokładnie te same tematy, wynosi { $kappa }. Dla zgodności we wszystkim lub w niczym ponad przypadek nie ma przedziału.
agreement-whole-undefined = Nie ma wartości kappa: obie osoby wybrały jedno i to samo dla każdego komentarza i nic więcej nie da się powiedzieć.
agreement-strength-poor = Landis i Koch (1977) nazwaliby to zgodnością złą (poor).
agreement-strength-slight = Landis i Koch (1977) nazwaliby to zgodnością nikłą (slight).
agreement-strength-fair = Landis i Koch (1977) nazwaliby to zgodnością niewielką (fair).
agreement-strength-moderate = Landis i Koch (1977) nazwaliby to zgodnością umiarkowaną (moderate).
agreement-strength-substantial = Landis i Koch (1977) nazwaliby to zgodnością znaczną (substantial).
agreement-strength-almost-perfect = Landis i Koch (1977) nazwaliby to zgodnością prawie doskonałą (almost perfect).
agreement-kappa = Kappa mówi, na ile dwie osoby zgadzają się ponad to, co dałby sam przypadek: 1 to pełna zgodność, 0 to przypadek. Przedziały są dla dużych liczb; przy niewielu komentarzach są przybliżone.
agreement-undefined = Kreska stoi tam, gdzie nie ma wartości kappa, bo obie osoby przypisały temat każdemu komentarzowi; dla wszystkich tematów razem, bo decyzje o jednym komentarzu są ze sobą powiązane; oraz zamiast przedziału dla pełnej zgodności, którego wzór nie daje.
agreement-strength-caution = Nazwy wartości kappa to zwyczaj, a nie test. Rzadki temat łatwo ma niską kappę, więc patrzcie na liczby i porozmawiajcie o tym, co odczytaliście inaczej.
agreement-heard = Co usłyszano: tematy wybrane przez obie osoby albo rozstrzygnięte
agreement-people = Osoby
agreement-done = Rozstrzygnięto.

settle-button = Rozstrzygnij
settle-fault-meanwhile = Ktoś inny rozstrzygnął to w międzyczasie. Jego rozstrzygnięcie stoi powyżej; rozstrzygnij ponownie, aby je zastąpić
settle-settled-by = Rozstrzygnięcie: { $name }.
settle-settled-alike = Rozstrzygnięte samo przez się: obie osoby wybrały to samo.
settle-settled = Rozstrzygnięto: żaden z tematów.
