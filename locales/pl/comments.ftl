# Co ludzie powiedzieli na spotkaniach własnymi słowami: dla tych, którzy decydują, co zostanie opublikowane.

staff-place-comments = Komentarze
staff-place-comments-explain = Czytaj, co ludzie powiedzieli na spotkaniach własnymi słowami, usuwaj to, co zdradza, kim są, i decyduj o publikacji.

comment-list-title = Komentarze
comment-list-explain = Co ludzie powiedzieli na spotkaniach własnymi słowami. Nic nie jest publikowane, zanim ktoś tego nie przeczyta i nie zobaczy dokładnie tego brzmienia, które przeczytają wszyscy. Każdy wgląd w komentarz jest zapisywany.
comment-list-earlier = Poprzednie komentarze
comment-list-later = Następne komentarze
comment-list-show = Pokaż
comment-list-kinds = Które komentarze
comment-row = komentarz { $number }
comment-question = Pytanie
comment-event = Spotkanie
comment-received = Otrzymano
comment-consent = Publikacja
comment-status = Stan
comment-may-publish = Jest zgoda
comment-may-not-publish = Nie ma zgody

comment-title = Komentarz
comment-next = Następny oczekujący komentarz
comment-concern-explain = Zespół spotkania został powiadomiony i działa na swojej stronie alertów. Program szuka słów; co one znaczą, decyduje człowiek.
comment-published-heading = Co wszyscy czytają teraz
comment-redact-heading = Publikacja
comment-redact-explain = Usuń wszystko, po czym można poznać, o kogo chodzi: o autora, bliską osobę, pracownika. Może to zdradzić także rzadka choroba lub niezwykłe zdarzenie. Przed publikacją zobaczysz całe brzmienie.
comment-ticks = Co usunąć
comment-ticks-hint = To znalazł program. Coś mógł przeoczyć, a coś zaznaczyć niepotrzebnie: odznacz to, co ma zostać.
comment-ticks-none = Program nie znalazł niczego, po czym można kogoś poznać. Mógł coś przeoczyć: przeczytaj komentarz.
comment-preview-button = Zobacz brzmienie
comment-keep-heading = Bez publikacji
comment-keep-button = Nie publikuj
comment-concern-heading = Czy komuś coś grozi?
comment-concern-button = Zapisz
comment-preview-title = Brzmienie do publikacji
comment-preview-explain = To przeczytaliby wszyscy.
comment-publish-button = Opublikuj w tym brzmieniu
comment-change-button = Zmień

comments-list-every = Wszystkie spotkania
comments-list-event = Spotkanie
comments-kind-waiting = Oczekujące ({ $count })
comments-kind-concern = Możliwe zagrożenie ({ $count })
comments-kind-published = Opublikowane ({ $count })
comments-kind-kept-back = Nieopublikowane ({ $count })
comments-kind-all = Wszystkie ({ $count })
comments-caption-waiting = Komentarze, o których nikt jeszcze nie zdecydował: najpierw możliwe zagrożenia, potem najstarsze
comments-caption-concern = Komentarze, które mogą oznaczać, że komuś coś grozi, od najstarszych
comments-caption-published = Komentarze, które każdy może przeczytać
comments-caption-kept-back = Komentarze, które nie są publikowane
comments-caption-all = Wszystkie komentarze
comments-none-waiting = Żaden komentarz nie czeka na decyzję.
comments-none-concern = Żaden komentarz nie jest oznaczony jako możliwe zagrożenie.
comments-none-published = Żaden komentarz nie jest opublikowany.
comments-none-kept-back = Żadnego komentarza nie wyłączono z publikacji.
comments-none-all = Nikt jeszcze nie powiedział niczego własnymi słowami.
comments-more = To { $first }–{ $last } z { $all }.
comments-status-waiting = Oczekuje
comments-status-published = Opublikowany
comments-status-kept-back = Nieopublikowany
comments-concern-suggested = Słowa mogą oznaczać, że komuś coś grozi
comments-concern-raised = Ktoś z zespołu uważa, że komuś może coś grozić
comments-concern-dismissed = Ktoś z zespołu uważa, że nikomu nic nie grozi
comments-fact-respondent = Kto odpowiadał
comments-respondent-self = Pacjent, we własnej sprawie
comments-respondent-proxy = Inna osoba, w imieniu pacjenta
comments-respondent-carer = Opiekun, we własnej sprawie
comments-fact-language = Język
comments-fact-received = Otrzymano
comments-fact-consent = Publikacja
comments-consent-yes = Jest zgoda na publikację tych słów
comments-consent-no = Nie ma zgody na publikację tych słów
comments-fact-status = Stan
comments-fact-decided = Decyzja
comments-fact-concern = Zagrożenie
comments-tick = { $category }, { $confidence }
comments-category-email = adres e-mail
comments-category-web = adres w internecie
comments-category-nhs-number = numer NHS
comments-category-postcode = kod pocztowy
comments-category-phone = numer telefonu
comments-category-date = data
comments-category-name = imię lub nazwisko
comments-category-place = miejsce
comments-category-role = stanowisko
comments-category-other = coś innego
comments-confidence-sure = prawie na pewno
comments-confidence-likely = prawdopodobnie
comments-confidence-possible = być może
comments-tick-more =
    { $count ->
        [one] I w jednym innym miejscu
        [few] I w { $count } innych miejscach
       *[other] I w { $count } innych miejscach
    }
comments-tick-rest =
    { $count ->
        [one] Jednej dalszej sugestii nie ma na liście i jest ona zawsze usuwana.
        [few] { $count } dalszych sugestii nie ma na liście i są one zawsze usuwane.
       *[other] { $count } dalszych sugestii nie ma na liście i są one zawsze usuwane.
    }
comments-field-words = Inne słowa do usunięcia
comments-field-words-hint = Każde w osobnym wierszu. Są usuwane wszędzie, gdzie występują.
comments-field-category = Czym są te inne słowa
comments-field-keep = Dlaczego nie publikować
comments-field-keep-hint = Przeczytają to inni pracownicy w dzienniku zdarzeń. Nie powtarzaj treści komentarza i nie wymieniaj nikogo z nazwiska.
comments-field-keep-optional = Dlaczego nie publikować (nieobowiązkowe)
comments-field-deed = Co o tym sądzisz?
comments-deed-raise = Komuś może coś grozić: powiadom zespół
comments-deed-dismiss = Nikomu nic nie grozi
comments-field-concern = Dlaczego
comments-fault-words = Tych słów nie ma w komentarzu albo są tylko częścią dłuższych słów: { $words }
comments-fault-words-long = Inne słowa mogą mieć najwyżej { $most } znaków
comments-fault-reason = Napisz dlaczego, od 5 do 500 znaków
comments-fault-deed = Wybierz, co o tym sądzisz
comments-fault-changed = Po otwarciu przez Ciebie tego komentarza ktoś inny podjął o nim decyzję. Oto obecny stan
comments-taken-out =
    { $count ->
        [0] Nic nie jest usuwane.
        [one] W jednym miejscu coś jest usuwane.
        [few] W { $count } miejscach coś jest usuwane.
       *[other] W { $count } miejscach coś jest usuwane.
    }
comments-preview-changed = Brzmienie nie jest już tym, które oglądano. Obejrzyj je ponownie przed publikacją.
comments-done-published = Komentarz jest opublikowany w tym brzmieniu.
comments-done-kept-back = Komentarz nie będzie publikowany.
comments-done-raised = Zespół spotkania jest powiadomiony.
comments-done-dismissed = Zapisano, że nikomu nic nie grozi.
comments-redacted-email = adres e-mail
comments-redacted-web = adres w internecie
comments-redacted-nhs-number = numer NHS
comments-redacted-postcode = kod pocztowy
comments-redacted-phone = numer telefonu
comments-redacted-date = data
comments-redacted-name = imię lub nazwisko
comments-redacted-place = miejsce
comments-redacted-role = stanowisko
comments-redacted-other = usunięto
