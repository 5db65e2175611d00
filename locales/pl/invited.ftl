# Drafted by a machine, awaiting review by a person who speaks Polish.
# A personal link: coming back from another device, not wanting to answer, and nothing left to answer.

birth-month-label = Miesiąc urodzenia
birth-month-hint = Pytamy o to, aby nikt inny nie zobaczył odpowiedzi. Jeśli odpowiadasz w czyimś imieniu albo jako opiekun, wybierz miesiąc urodzenia tej osoby.
birth-month-hint-resume = Wybierz go, jeśli kod przyszedł w liście, e-mailu lub SMS-ie albo jeśli zaczęto od linku z takiej wiadomości. W innym przypadku pomiń to pole.
birth-month-choose = Wybierz miesiąc
birth-month-1 = styczeń
birth-month-2 = luty
birth-month-3 = marzec
birth-month-4 = kwiecień
birth-month-5 = maj
birth-month-6 = czerwiec
birth-month-7 = lipiec
birth-month-8 = sierpień
birth-month-9 = wrzesień
birth-month-10 = październik
birth-month-11 = listopad
birth-month-12 = grudzień
birth-month-empty = Wybierz miesiąc urodzenia
birth-month-wrong = Mamy zapisany inny miesiąc. Sprawdź i spróbuj ponownie
birth-month-locked = Podano zbyt wiele błędnych miesięcy. Dla bezpieczeństwa odpowiedzi nie przyjmujemy dziś kolejnych prób. Zadzwoń do zespołu, który przysłał ankietę

carry-on-heading = Wróć do swoich odpowiedzi
carry-on-explain = Ktoś zaczął tę ankietę z tego linku na innym urządzeniu. Podaj miesiąc urodzenia, aby kontynuować od tego miejsca.
carry-on-button = Kontynuuj
carry-on-again-heading = Albo zacznij od nowa
carry-on-again = Możesz też odpowiedzieć od początku. Wcześniejsze odpowiedzi nie będą widoczne.

start-decline-link = Nie chcę odpowiadać

decline-heading = Nie musisz odpowiadać
decline-explain = Twoja opieka od tego nie zależy i nie musisz podawać powodu. Wybierz to, co najlepiej pasuje, abyśmy wysyłali tylko to, czego chcesz.
decline-button = Potwierdź
declining-legend = Co mamy zrobić?
declining-not-now = Tym razem nie chcę odpowiadać
declining-no-surveys = Nie chcę żadnych ankiet na temat tej opieki
declining-bereavement = Zmarł ktoś mi bliski
declining-baby-loss = Moje dziecko zmarło
declining-died = Osoba, do której pisaliście, zmarła
declining-other = Stało się coś innego i to nie jest dobry moment
declining-empty = Wybierz, co mamy zrobić

ended-declined-heading = Dziękujemy za informację
ended-declined-explain = Nie wyślemy już nic w sprawie tej ankiety. Twoja opieka się nie zmieni.
ended-no-surveys-heading = Dziękujemy za informację
ended-no-surveys-explain = Nie wyślemy już żadnych ankiet na temat tej opieki. Twoja opieka się nie zmieni.
ended-sorry-heading = Bardzo nam przykro
ended-sorry-explain = Nie będziemy teraz wysyłać żadnych ankiet. Nie musisz nic więcej robić. Jeśli chcesz z kimś porozmawiać, możesz o każdej porze zadzwonić pod jeden z numerów poniżej.
ended-stopped-heading = Nie musisz już odpowiadać na tę ankietę
ended-stopped-explain = Nie zbieramy już odpowiedzi na nią i nie musisz nic robić. Jeśli chcesz nam coś powiedzieć, skontaktuj się z zespołem, który do Ciebie napisał.
ended-withdrawn-heading = Odpowiedzi zostały wycofane
ended-withdrawn-explain = Odpowiedzi związane z tym linkiem zostały usunięte. Nie musisz nic więcej robić.
ended-again = Jeśli zmienisz zdanie, nadal możesz odpowiedzieć.
ended-again-button = Jednak odpowiem
