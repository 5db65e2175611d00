# Drafted by a machine, awaiting review by a person who speaks Polish.
# What stands around every page.

language-name = polski
language-switch = Język
skip-link = Przejdź do treści
error-prefix = Błąd:
error-summary-heading = Coś wymaga poprawy
back = Wstecz
continue = Dalej
footer-label = O tej usłudze
footer-help = Pomoc teraz
footer-privacy = Prywatność
footer-accessibility = Dostępność
footer-cookies = Pliki cookie
signed-in-as = Zalogowano: { $name }
sign-out = Wyloguj się

# Urgent help. Each line reads: before, the number as a link, after.
help-heading = Jeśli potrzebujesz pomocy teraz
help-999-before = Jeśli czyjeś życie jest w niebezpieczeństwie, zadzwoń pod numer
help-999-after = lub jedź na oddział ratunkowy (A&E).
help-111-before = W nagłej potrzebie związanej ze zdrowiem psychicznym zadzwoń pod numer
help-111-after = i wybierz opcję zdrowia psychicznego („mental health”). Numer działa w dzień i w nocy, dla osób w każdym wieku.
help-samaritans-before = Aby z kimś porozmawiać o każdej porze dnia i nocy, zadzwoń do organizacji Samaritans:
help-samaritans-after = (bezpłatnie).

home-heading = Powiedz nam, jak się sprawy mają
home-explain = { $organisation } pyta pacjentów i osoby, które się nimi opiekują, jak się mają, aby usługi mogły działać lepiej. Konto nie jest potrzebne.
home-surveys-heading = Ankiety, które możesz teraz wypełnić
home-no-surveys = W tej chwili żadna ankieta nie jest otwarta dla wszystkich. Jeśli masz link, użyj go.
home-code-heading = Jeśli masz kod
home-join = Dołącz do spotkania, wpisując kod ze ściany
home-resume = Wróć do rozpoczętej ankiety
home-receipt = Sprawdź, czy mamy Twoje odpowiedzi
home-staff-heading = Dla personelu
home-sign-in = Zaloguj się
