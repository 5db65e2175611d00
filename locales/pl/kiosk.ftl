# Drafted by a machine, awaiting review by a person who speaks Polish.
# Wspólne tablety: co czytają na nich ludzie i co widzi personel.

kiosk-staff = W tej przeglądarce trwa sesja personelu. Wyloguj się, a potem otwórz ten adres ponownie na tablecie: dopóki sesja trwa, nikt nie może tu zacząć.
kiosk-staff-link = Twoje strony
kiosk-shared = Z tego tabletu korzystają też inne osoby. Niewysłane odpowiedzi usuwamy, gdy przerwiesz, i nikt, kto przyjdzie po Tobie, ich nie zobaczy.
kiosk-still-heading = Czy nadal tu jesteś?
kiosk-still-explain =
    { $seconds ->
        [one] Jeśli nie dotkniesz ekranu w ciągu { $seconds } sekundy, usuniemy to, co nie zostało wysłane.
        [few] Jeśli nie dotkniesz ekranu w ciągu { $seconds } sekund, usuniemy to, co nie zostało wysłane.
       *[many] Jeśli nie dotkniesz ekranu w ciągu { $seconds } sekund, usuniemy to, co nie zostało wysłane.
    }
kiosk-still-on = Tak, odpowiadam dalej
kiosk-still-end = Nie, usuń moje odpowiedzi
kiosk-thanks-keep = Jeśli zechcesz później zapytać o swoje odpowiedzi, zapisz kod potwierdzenia.
kiosk-thanks-stays =
    { $seconds ->
        [one] Ta strona zniknie po { $seconds } sekundzie.
        [few] Ta strona zniknie po { $seconds } sekundach.
       *[many] Ta strona zniknie po { $seconds } sekundach.
    }
kiosk-thanks-finish = Zakończ
kiosk-thanks-longer = Potrzebuję więcej czasu
kiosk-ended-heading = Ten tablet nie jest w użyciu
kiosk-ended-explain = Prosimy powiedzieć o tym komuś z personelu.

kiosks-title = Wspólne tablety
kiosks-explain = Na każdym tablecie jest jedna ankieta, raz za razem, a tablet zapomina każdą osobę, zanim podejdzie następna. Otwórz jego adres w przeglądarce tabletu, w której nikt z personelu nie jest zalogowany, i wyłącz na tablecie wszystko, do czego ludzie nie powinni mieć dostępu.
kiosks-new = Dodaj tablet
kiosks-caption = Tablety w użyciu
kiosks-name = Tablet
kiosks-survey = Ankieta
kiosks-address = Adres
kiosks-since = Od
kiosks-end = Zakończ
kiosks-none = Żaden tablet nie jest w użyciu.
kiosks-new-heading = Dodaj wspólny tablet
kiosks-new-name = Nazwa tabletu
kiosks-new-name-hint = Na przykład: Poczekalnia.
kiosks-new-survey = Która ankieta
kiosks-new-organisation = Której organizacji dotyczą odpowiedzi
kiosks-new-button = Dodaj
kiosks-fault-name = Podaj nazwę tabletu, najwyżej 80 znaków
kiosks-fault-survey = Wybierz ankietę
kiosks-fault-organisation = Wybierz organizację

staff-place-kiosks = Wspólne tablety
staff-place-kiosks-explain = Tablety, na których ludzie odpowiadają jedna osoba po drugiej.
