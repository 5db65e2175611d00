# Drafted by a machine, awaiting review by a person who speaks Polish.
# What went wrong, and what to do next.

errors-help-link = Gdzie szukać pomocy
errors-way-home = Przejdź do strony głównej
errors-way-back = Wróć do swojej ankiety
errors-way-resume = Wróć do ankiety za pomocą kodu
errors-way-receipt = Sprawdź, czy mamy Twoje odpowiedzi

errors-not-found-heading = Nie możemy znaleźć tej strony
errors-not-found-explain = Jeśli adres był wpisany ręcznie, sprawdź, czy jest poprawny. Jeśli strona otwiera się z linku, link może być nieaktualny.
errors-survey-unknown-heading = Nie możemy znaleźć tej ankiety
errors-survey-unknown-explain = Sprawdź adres albo poszukaj ankiety na stronie głównej.
errors-survey-closed-heading = Ta ankieta jest zamknięta
errors-survey-closed-explain = Nie przyjmuje już odpowiedzi. Odpowiedzi wysłane przed zamknięciem są bezpieczne.
errors-link-expired-heading = Ten link już nie działa
errors-link-expired-explain = Jego czas minął albo brakuje jego części. Jeśli link był skopiowany, sprawdź, czy jest cały. Jeśli jest za stary, poproś o nowy osoby, które go wysłały.
errors-link-used-heading = Ten link został już wykorzystany
errors-link-used-explain = Odpowiedzi, które do niego należą, zostały wysłane. Każdego linku można użyć raz.
errors-draft-gone-heading = Nie możemy znaleźć Twoich odpowiedzi
errors-draft-gone-explain = Mogły zostać już wysłane, ich czas mógł minąć albo ankieta została rozpoczęta na innym urządzeniu. Jeśli masz kod, użyj go, aby wrócić.
errors-too-many-tries-heading = Zbyt wiele błędnych kodów
errors-too-many-tries-explain = Aby chronić odpowiedzi, na krótki czas nie przyjmujemy kodów. Odczekaj kilka minut i spróbuj ponownie.
errors-too-large-heading = To było za dużo do wysłania
errors-too-large-explain = Wróć i skróć tekst. Nic, co było wysłane wcześniej, nie zginęło.
errors-unreadable-heading = Nie mogliśmy odczytać tego, co zostało wysłane
errors-unreadable-explain = Coś zmieniło się lub zostało ucięte po drodze. Wróć i spróbuj ponownie. Nic, co było wysłane wcześniej, nie zginęło.
errors-stale-page-heading = Twoje odpowiedzi zmieniły się w międzyczasie
errors-stale-page-explain = Po otwarciu tej strony odpowiedzi zostały zapisane w innym oknie lub innej karcie. Najnowsze odpowiedzi są bezpieczne. Wróć do ankiety, aby kontynuować od tego miejsca.
errors-tampered-key-heading = Tej strony nie można wysłać
errors-tampered-key-explain = Część strony nie jest taka, jaką przygotowaliśmy. Nic nie zostało wysłane. Wróć, wczytaj stronę ponownie i spróbuj jeszcze raz.
errors-foreign-form-heading = Ten formularz pochodzi z innej witryny
errors-foreign-form-explain = Dla Twojego bezpieczeństwa przyjmujemy formularze tylko z naszych stron. Otwórz stronę ponownie stąd.
errors-busy-heading = Mamy teraz bardzo duży ruch
errors-busy-explain = Odczekaj minutę i spróbuj ponownie. To, co było wysłane wcześniej, jest bezpieczne.
errors-server-error-heading = Coś poszło źle po naszej stronie
errors-server-error-explain = To nie Twoja wina. Spróbuj ponownie za kilka minut. To, co było wysłane wcześniej, jest bezpieczne.
