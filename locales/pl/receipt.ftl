# Drafted by a machine, awaiting review by a person who speaks Polish.
# Checking that answers have arrived.

receipt-heading = Sprawdź, czy mamy Twoje odpowiedzi
receipt-explain = Wpisz kod potwierdzenia z ostatniej strony ankiety.
receipt-label = Twój kod potwierdzenia
receipt-hint = Trzy grupy po cztery litery i cyfry. Wielkość liter i odstępy nie mają znaczenia.
receipt-button = Sprawdź
receipt-code-empty = Wpisz kod potwierdzenia
receipt-code-wrong = Nie mamy odpowiedzi z tym kodem. Sprawdź, czy kod jest wpisany tak, jak go pokazano
receipt-found-heading = Mamy Twoje odpowiedzi
receipt-code = Kod potwierdzenia
receipt-survey = Ankieta
receipt-received = Otrzymano
receipt-found-explain = Dla ochrony Twojej prywatności nie pokazujemy tu odpowiedzi.
receipt-another = Sprawdź inny kod
