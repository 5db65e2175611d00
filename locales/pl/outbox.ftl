# Drafted by a machine, awaiting review by a person who speaks Polish.
# Wiadomości zatrzymane zamiast wysłania, gdy Saywell działa na próbę.
outbox-title = Wiadomości, których nie wysłano
outbox-explain = Saywell działa na tym komputerze na próbę: e-maile i SMS-y do ludzi zostają tutaj. Znikają, gdy program kończy pracę.
outbox-text = SMS
outbox-to = Do: { $to }
outbox-open = Otwórz link
outbox-none = Od uruchomienia programu do nikogo nie napisano.
staff-place-outbox = Wiadomości, których nie wysłano
staff-place-outbox-explain = E-maile i SMS-y do ludzi w postaci, w jakiej by dotarły. Tylko podczas próby.
