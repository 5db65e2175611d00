# Drafted by a machine, awaiting review by a person who speaks Polish.
# The door for staff.

sign-in-heading = Zaloguj się
sign-in-explain = To miejsce jest dla personelu. Aby wypełnić ankietę, nie trzeba się logować.
sign-in-email = Adres e-mail
sign-in-password = Hasło
sign-in-button = Zaloguj się
sign-in-email-empty = Wpisz adres e-mail
sign-in-password-empty = Wpisz hasło
sign-in-wrong = Ten adres e-mail i to hasło nie pasują do siebie
sign-in-too-many = Zbyt wiele prób. Odczekaj kilka minut i spróbuj ponownie

# Where staff begin.

staff-home-heading = Co możesz tu zrobić
staff-home-nothing = Twoje konto nie ma jeszcze żadnej roli. Poproś administratora swojej organizacji o jej nadanie.
staff-place-commissioner = Wskaźniki
staff-place-commissioner-explain = Dane liczbowe całego hrabstwa, miesiąc po miesiącu.
