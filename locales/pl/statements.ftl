# Drafted by a machine, awaiting review by a person who speaks Polish.
# The pages that the foot of every page links to.

help-not-watched = Nikt nie czyta odpowiedzi na bieżąco. Jeśli Ty lub ktoś inny może być w niebezpieczeństwie, nie czekaj na nas.
help-deaf-heading = Jeśli nie słyszysz lub nie możesz korzystać z telefonu
help-deaf = Z NHS 111 można się skontaktować przez stronę 111.nhs.uk, przez przekaz tekstowy pod numerem 18001 111 albo z tłumaczem brytyjskiego języka migowego.
help-survey-heading = Pomoc przy ankiecie
help-survey = Zaufana osoba może czytać Ci pytania lub wpisywać Twoje odpowiedzi. Możesz przerwać w każdej chwili i wrócić później.
help-contact = Kontakt do osób prowadzących ankiety: { $contact }

privacy-heading = Prywatność
privacy-who = { $organisation } prowadzi te ankiety i decyduje, jak korzystać z odpowiedzi.
privacy-what-heading = Co przechowujemy
privacy-what = Przechowujemy wysłane odpowiedzi, dzień ich wysłania, język oraz informację, czy odpowiedzi dotyczą osoby odpowiadającej, czy kogoś innego. Jeśli otrzymano osobisty link, wiemy też, do którego zaproszenia należą odpowiedzi.
privacy-why-heading = Dlaczego to przechowujemy
privacy-why = Odpowiedzi pokazują, jak działają usługi i co trzeba w nich poprawić.
privacy-sees-heading = Kto to widzi
privacy-sees = Odpowiedzi widzą tylko osoby, które z nimi pracują, i tylko po zalogowaniu. Jeśli odpowiedź wskazuje, że ktoś może nie być bezpieczny, zespół placówki, której ona dotyczy, widzi tę odpowiedź i to, kto jej udzielił, jeśli to wiadomo, i może się z tą osobą skontaktować.
privacy-figures = Publikowane dane dotyczą grup osób. Małe liczby są ukrywane, aby nikogo nie można było rozpoznać.
privacy-kept-heading = Jak długo to przechowujemy
privacy-drafts =
    { $days ->
        [one] Niewysłane odpowiedzi są przechowywane przez { $days } dzień od ostatniego użycia, a potem usuwane.
        [few] Niewysłane odpowiedzi są przechowywane przez { $days } dni od ostatniego użycia, a potem usuwane.
       *[many] Niewysłane odpowiedzi są przechowywane przez { $days } dni od ostatniego użycia, a potem usuwane.
    }
privacy-device = Plik cookie na Twoim urządzeniu pozwala wrócić do miejsca, w którym ankieta została przerwana. Nie zawiera odpowiedzi.
privacy-rights-heading = Twoje prawa
privacy-rights = Z kodem potwierdzenia możesz w każdej chwili zobaczyć swoje odpowiedzi i je wycofać. Możesz zapytać, jakie dane o Tobie przechowuje { $organisation }, poprosić o ich poprawienie lub usunięcie oraz złożyć skargę do Information Commissioner’s Office. Przygotuj kod potwierdzenia: bez niego nie można odróżnić odpowiedzi, które nie zostały wysłane przez osobisty link.
privacy-contact = Kontakt w tej sprawie: { $contact }
privacy-notice-link = Pełna informacja o prywatności: { $organisation }

accessibility-heading = Dostępność
accessibility-aim = Chcemy, aby każdy mógł korzystać z tych stron. Powinno być możliwe:
accessibility-zoom = powiększanie do 400% lub używanie telefonu o szerokości 320 pikseli bez przewijania w bok
accessibility-keyboard = korzystanie z każdej strony tylko za pomocą klawiatury lub rozpoznawania mowy
accessibility-reader = słuchanie każdej strony za pomocą czytnika ekranu
accessibility-script = wypełnienie każdej ankiety przy wyłączonym JavaScripcie
accessibility-state-heading = Jak dostępne są te strony
accessibility-state = Strony są tworzone tak, aby spełniały poziom AA wytycznych WCAG w wersji 2.2. Sprawdzamy je narzędziami automatycznymi i klawiaturą. Takie testy nie wykrywają wszystkiego i nie przeprowadzono niezależnego audytu.
accessibility-gaps-heading = Co według naszej wiedzy nie działa dobrze
accessibility-gaps = Ankiety pochodzące z innych źródeł używają słów ich właścicieli, które mogą być trudniejsze niż nasze. Szerokie tabele na wydruku mogą się nie mieścić.
accessibility-other-heading = Inny format lub problem
accessibility-other = Jeśli potrzebujesz ankiety w innym formacie lub coś nie działa, zgłoś to: { $organisation }.
accessibility-contact = Kontakt: { $contact }
accessibility-enforcement = Jeśli odpowiedź Cię nie zadowala, możesz skontaktować się z Equality Advisory and Support Service (EASS).

cookies-heading = Pliki cookie
cookies-explain = Pliki cookie to małe pliki, które witryna przechowuje na Twoim urządzeniu.
cookies-only-needed = Używamy tylko plików cookie, bez których usługa nie może działać, dlatego nie prosimy o zgodę.
cookies-draft = Pozwala wrócić do ankiety na tym urządzeniu. Usuwany, gdy minie czas na odpowiedzi.
cookies-receipt = Pozwala ponownie pokazać kod potwierdzenia na tym urządzeniu.
cookies-language = Pamięta wybrany język albo język osobistego linku.
cookies-phone = Na spotkaniu: odróżnia jeden telefon od innych, aby nikt nie musiał czekać przez sąsiadów. Znika po zamknięciu przeglądarki.
cookies-session = Utrzymuje zalogowanie personelu. Usuwany przy wylogowaniu.
cookies-none-else = Nie mierzymy ani nie śledzimy tego, co robisz, i nic nie jest pobierane z innych witryn.
