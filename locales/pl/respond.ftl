# Drafted by a machine, awaiting review by a person who speaks Polish.
# Answering a survey, from the first page to the receipt.

start-machine-drafted = To tłumaczenie przygotowała maszyna. Nikt go jeszcze nie sprawdził.
start-sent-before = Odpowiedzi na tę ankietę zostały już wysłane z tego urządzenia. Twój kod potwierdzenia to
start-invitation = { $organisation } prosi Cię o wypełnienie tej ankiety.
start-why-heading = Dlaczego pytamy
start-why = { $organisation } korzysta z odpowiedzi, aby zobaczyć, co działa dobrze, a co trzeba zmienić.
start-before-heading = Zanim zaczniesz
start-minutes =
    { $minutes ->
        [one] Wypełnienie trwa około { $minutes } minuty.
        [few] Wypełnienie trwa około { $minutes } minut.
       *[many] Wypełnienie trwa około { $minutes } minut.
    }
start-choice = Od Ciebie zależy, czy odpowiesz. Nie ma to wpływu na Twoją opiekę. Możesz przerwać w każdej chwili.
start-saved =
    { $days ->
        [one] Odpowiedzi są zapisywane strona po stronie. Jeśli przerwiesz, możesz wrócić w ciągu { $days } dnia. Potem niewysłane odpowiedzi są usuwane.
        [few] Odpowiedzi są zapisywane strona po stronie. Jeśli przerwiesz, możesz wrócić w ciągu { $days } dni. Potem niewysłane odpowiedzi są usuwane.
       *[many] Odpowiedzi są zapisywane strona po stronie. Jeśli przerwiesz, możesz wrócić w ciągu { $days } dni. Potem niewysłane odpowiedzi są usuwane.
    }
start-someone-helps = Ktoś może Ci pomóc w odpowiadaniu albo odpowiedzieć za Ciebie.
start-who-sees-heading = Kto widzi Twoje odpowiedzi
start-who-sees = Widzą je tylko osoby, które pracują z odpowiedziami dla: { $organisation }.
start-figures = Publikowane dane dotyczą grup osób. Małe grupy są ukrywane, aby nikogo nie można było rozpoznać.
start-privacy-link = Jak korzystamy z tego, co nam mówisz
start-not-watched = Nikt nie czyta odpowiedzi na bieżąco. Jeśli potrzebujesz pomocy, nie czekaj na nas.
start-languages = Możesz odpowiadać w językach:
start-draft = Ta ankieta została rozpoczęta na tym urządzeniu. Odpowiedzi są przechowywane do { $until }.
start-continue = Wróć do ankiety
start-again = Zacznij od nowa
start-now = Zacznij
start-resume-link = Wróć do ankiety za pomocą kodu z innego urządzenia

question-progress = Pytanie { $number } z { $of }
question-may-skip = Możesz zostawić to pytanie bez odpowiedzi.
question-later = Zapisz i dokończ później
question-or = lub
question-decline = Wolę nie odpowiadać
question-other-label = Jeśli wybierasz „{ $option }”, napisz własnymi słowami
question-all-that-apply = Zaznacz wszystkie pasujące odpowiedzi.
question-at-most =
    { $most ->
        [one] Zaznacz jedną odpowiedź.
        [few] Zaznacz najwyżej { $most } odpowiedzi.
       *[many] Zaznacz najwyżej { $most } odpowiedzi.
    }
question-date-example = Na przykład 27 3 2026
question-one-a-line = Wpisz każdą odpowiedź w osobnym wierszu.
question-characters = Możesz wpisać najwyżej tyle znaków: { $most }.
question-day = Dzień
question-month = Miesiąc
question-year = Rok
question-yes = Tak
question-no = Nie
question-other = Coś innego
question-who-heading = Kto odpowiada?
question-who-self = Odpowiadam we własnym imieniu
question-who-proxy = Odpowiadam za kogoś innego
question-who-carer = Opiekuję się kimś i odpowiadam we własnym imieniu
question-relationship-heading = Kim jesteś dla osoby, za którą odpowiadasz?
question-relationship-partner = Mąż, żona, partner lub partnerka
question-relationship-child = Córka lub syn
question-relationship-parent = Matka, ojciec lub opiekun prawny
question-relationship-sibling = Siostra lub brat
question-relationship-relative = Ktoś inny z rodziny
question-relationship-friend = Przyjaciel, przyjaciółka lub ktoś z sąsiedztwa
question-relationship-paid-carer = Opiekun lub opiekunka za wynagrodzeniem
question-relationship-advocate = Rzecznik lub rzeczniczka
question-relationship-other = Ktoś inny
question-service-heading = Której usługi to dotyczy?
question-service-unsure = Nie wiem

check-heading = Sprawdź swoje odpowiedzi
check-not-provided = Brak odpowiedzi
check-declined = Wolę nie odpowiadać
check-change = Zmień
check-change-what = odpowiedź na pytanie: { $question }
check-send-heading = Wyślij odpowiedzi
check-send = Po wysłaniu nie można zmienić odpowiedzi.
check-button = Potwierdź i wyślij

done-heading = Dziękujemy. Mamy Twoje odpowiedzi.
done-receipt = Twój kod potwierdzenia
done-next-heading = Co będzie dalej
done-next = { $organisation } doda Twoje odpowiedzi do odpowiedzi innych osób i sprawdzi, co z nich razem wynika. Nie musisz nic robić.
done-keep = Zachowaj kod potwierdzenia. Dzięki niemu możesz w każdej chwili sprawdzić, że mamy Twoje odpowiedzi.
done-receipt-link = Sprawdź potwierdzenie
done-no-reply = Nie odpisujemy na odpowiedzi. Jeśli potrzebujesz pomocy, nie czekaj na nas.
done-urgent = Jedna z Twoich odpowiedzi wskazuje, że możesz nie być bezpieczny lub bezpieczna. Prosimy, poszukaj pomocy teraz.

urgent-heading = Nie musisz być z tym sam lub sama. Pomoc jest dostępna teraz.
urgent-heard = Dziękujemy, że nam o tym mówisz. To ważne.
urgent-not-watched = Nikt nie czyta odpowiedzi na bieżąco. Prosimy, skontaktuj się teraz z jednym z tych miejsc:
urgent-alone = Jeśli możesz, powiedz komuś zaufanemu, jak się czujesz, i poproś, aby z Tobą został.
urgent-continue = Kontynuuj ankietę
