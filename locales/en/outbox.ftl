# Messages that were kept instead of sent, while Saywell is tried out.
outbox-title = Messages that were not sent
outbox-explain = Saywell is being tried out on this computer: emails and text messages to people stay here. They are forgotten when the program ends.
outbox-text = Text message
outbox-to = To { $to }
outbox-open = Open the link
outbox-none = Nobody was written to since the program started.
staff-place-outbox = Messages that were not sent
staff-place-outbox-explain = Emails and text messages to people, as they would have arrived. Only while Saywell is tried out.
