# Drafted by a machine, awaiting review by a person who speaks Polish.
# Dołączanie do spotkania i wiadomości po nim.

join-heading = Dołącz do spotkania
join-explain = Kod jest na plakacie i na kartach na stołach. Nie trzeba konta ani aplikacji.
join-label = Kod spotkania
join-hint = Sześć liter i cyfr, na przykład 346 7AC. Wielkość liter i odstępy nie mają znaczenia.
join-lost = Jeśli nie możesz odczytać kodu, zapytaj osoby prowadzące spotkanie. Mają też formularze na papierze i tablety.
join-fault-empty = Wpisz kod spotkania
join-fault-unknown = Żadne spotkanie nie ma tego kodu. Sprawdź kod na plakacie albo zapytaj osoby prowadzące spotkanie
join-fault-length =
    { $length ->
        [one] Kod ma sześć liter i cyfr. Wpisano jeden znak
        [few] Kod ma sześć liter i cyfr. Wpisano { $length } znaki
       *[many] Kod ma sześć liter i cyfr. Wpisano { $length } znaków
    }
join-fault-look-alike = W kodzie nie ma { $sign }. Spójrz jeszcze raz na plakat: 0, 1, 2, 5, 8, B, I, L, O, S, U i Z nigdy nie są częścią kodu
join-fault-sign = W kodzie są tylko litery od A do Y i cyfry. Sprawdź kod na plakacie
join-too-many-heading = Zbyt wiele błędnych kodów
join-too-many-explain = Odczekaj minutę, zanim spróbujesz ponownie, albo zapytaj osoby prowadzące spotkanie. Właściwy kod działa zawsze.
join-again = Wpisz kod

join-when-label = Kiedy
join-where-label = Gdzie
join-when = { $date }, od { $from } do { $to }
join-when-days = od { $from } do { $to }
join-moment = { $date }, { $time }
join-question = Jeśli masz pytanie: { $contact }
join-contact = Jeśli masz pytanie albo wolisz odpowiedzieć na papierze: { $contact }
join-saved = Odpowiedzi są zapisywane strona po stronie. Możesz przerwać i wrócić. Ostatni termin: { $until }.
join-who-sees = Odpowiedzi mogą czytać tylko osoby, które pracują z nimi w organizacji { $holder }. Jeśli na końcu wyrazisz zgodę, Twoje słowa mogą zostać opublikowane, ale najpierw przeczyta je człowiek i usunie z nich nazwiska.
join-draft = Na tym telefonie są rozpoczęte odpowiedzi. Można je wysłać do: { $until }.

join-not-yet-heading = Na pytania nie można jeszcze odpowiadać
join-not-yet-explain = Odpowiadać można od: { $at }.
join-look-again = Sprawdź ponownie
join-closed-heading = Na pytania nie można już odpowiadać
join-closed-explain = Odpowiedzi można było wysyłać do: { $at }. To, co zostało wysłane, jest bezpieczne.
join-called-off-heading = Spotkanie jest odwołane
join-called-off-explain = Spotkanie się nie odbędzie i nie przyjmujemy już odpowiedzi. To, co zostało wysłane wcześniej, jest bezpieczne.
join-nothing-heading = Nie ma jeszcze pytań
join-nothing-explain = To spotkanie na razie nie ma żadnych pytań.
join-unsent-closed = To, co było rozpoczęte, nie zostało wysłane, ponieważ minął termin. Jeśli te odpowiedzi mają się liczyć, powiedz o tym osobom prowadzącym spotkanie: mogą je zapisać na papierze.
join-unsent-called-off = To, co było rozpoczęte, nie zostało wysłane, ponieważ spotkanie jest odwołane. Jeśli jest coś, o czym powinniśmy wiedzieć, powiedz o tym osobom, które miały je prowadzić.

join-answered-heading = Odpowiedzi zostały wysłane
join-answered-explain = Z tego telefonu wysłano odpowiedzi. Mamy je i liczą się jeden raz.
join-answered-receipt = Kod potwierdzenia to
join-another-heading = Czy chce odpowiedzieć ktoś inny?
join-another-explain = Jeśli przekażesz ten telefon komuś, kto jeszcze nie odpowiadał, ta osoba może zacząć tutaj. Nie zobaczy niczego z Twoich odpowiedzi.
join-another-button = Teraz odpowiada ktoś inny
join-link-answered-explain = Za pomocą Twojego linku wysłano odpowiedzi. Liczą się jeden raz i nikt nie widzi, które odpowiedzi są Twoje.
join-link-another = Jeśli chce odpowiedzieć ktoś inny, może zacząć na stronie spotkania:
join-link-another-link = otwórz stronę spotkania

join-no-cookies-heading = Ten telefon nas nie zapamiętał
join-no-cookies-explain = Odpowiedzi są zapisywane strona po stronie, a do tego przeglądarka musi zachować plik cookie. Może to był pierwszy raz: naciśnij przycisk, aby spróbować ponownie.
join-no-cookies-again = Spróbuj ponownie
join-no-cookies-else = Jeśli ta strona wróci, przeglądarka nie zachowuje plików cookie. Zezwól na nie dla tej strony, użyj innej przeglądarki albo odpowiedz na spotkaniu na tablecie lub na papierze.

stay-heading = Czy chcesz wiedzieć, co z tego wyniknie?
stay-explain = { $holder } może napisać do Ciebie, co ludzie powiedzieli na spotkaniu i co się z tym dzieje. Adres przechowujemy osobno od odpowiedzi: nikt nie może sprawdzić, które są Twoje.
stay-consent = Wysyłając adres, zgadzasz się na wiadomości od { $holder } o tym spotkaniu i o niczym innym. W każdej wiadomości jest link do rezygnacji.
stay-email = Twój adres e-mail
stay-email-hint = Nie musisz go podawać.
stay-button = Wyślijcie mi wyniki
stay-fault-empty = Wpisz adres e-mail albo opuść tę stronę: odpowiedzi zostały już wysłane
stay-fault-email = Wpisz adres e-mail w postaci nazwa@example.org
stay-thanks = Dziękujemy. Napiszemy, gdy będzie o czym.

tablets-title = Tablety
tablets-explain = Na tych tabletach ludzie na spotkaniu mogą odpowiadać jedna osoba po drugiej; tablet zapomina każdą, zanim podejdzie następna. Otwórz adres w przeglądarce tabletu, w której nikt z personelu nie jest zalogowany, i wyłącz wszystko inne, do czego ludzie nie powinni mieć dostępu. Tablety przyjmują odpowiedzi tak długo, jak spotkanie.
tablets-nothing = Na tym spotkaniu nie ma jeszcze pytań, więc żaden tablet nie może ich zadać.
tablets-name = Nazwa nowego tabletu
tablets-name-hint = Na przykład: Stół przy drzwiach.
tablets-add = Dodaj tablet
tablets-fault-name = Wpisz nazwę tabletu, najwyżej 80 znaków
tablets-caption = Tablety tego spotkania
tablets-none = To spotkanie nie ma jeszcze tabletów.
