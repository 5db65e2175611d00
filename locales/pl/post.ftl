# Drafted by a machine, awaiting review by a person who speaks Polish.
# Wiadomości do ludzi. Czyta się je na zablokowanych ekranach i przez ramię: ani słowa o zdrowiu, w temacie żadnego nazwiska.
post-invitation-subject = { $organisation }: kilka pytań do Ciebie
post-reminder-subject = { $organisation }: nadal czekamy na Twoje odpowiedzi
post-hello = Dzień dobry, { $name }!
post-hello-somebody = Dzień dobry!
post-invitation-asks = { $organisation } chce zadać Ci kilka pytań.
post-reminder-asks = { $organisation }: jakiś czas temu przesłaliśmy Ci kilka pytań. Jeśli nadal chcesz odpowiedzieć, jest na to czas.
post-open = Aby zobaczyć pytania i odpowiedzieć na nie, otwórz tę stronę:
post-button = Zobacz pytania
post-paste = Jeśli przycisk nie działa, skopiuj ten adres do przeglądarki:
post-yours = Ten link jest tylko dla Ciebie, nie przekazuj go innym.
post-until = Działa do { $until }.
post-code = Jeśli ktoś pomaga Ci odpowiadać albo chcesz kontynuować na innym urządzeniu, możesz potrzebować tego kodu:
post-free = To Ty decydujesz, czy odpowiesz. Nic innego od tego nie zależy.
post-decline = Jeśli wolisz nie odpowiadać, otwórz tę samą stronę i zaznacz to tam: przestaniemy pytać.
post-contact = Jeśli masz pytanie albo potrzebujesz tej wiadomości w innej formie lub w innym języku: { $contact }
post-no-reply = Nikt nie czyta odpowiedzi na tę wiadomość.
post-invitation-text = { $organisation } chce zadać Ci kilka pytań: { $link } Jeśli wolisz nie odpowiadać, możesz to tam zaznaczyć.
post-reminder-text = { $organisation }: jest jeszcze czas, by odpowiedzieć na nasze pytania: { $link } Jeśli wolisz nie odpowiadać, możesz to tam zaznaczyć.
