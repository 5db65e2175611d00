# Shared tablets: what people read on them, and what staff see of them.

kiosk-staff = You are signed in as staff in this browser. Sign out, then open this address again on the tablet: nobody can start here while you are signed in.
kiosk-staff-link = Your pages
kiosk-shared = Other people use this tablet too. What you have not sent is deleted when you stop, and nobody after you can see your answers.
kiosk-still-heading = Are you still there?
kiosk-still-explain =
    { $seconds ->
        [one] If you do not touch the screen within { $seconds } second, we delete what you have not sent.
       *[other] If you do not touch the screen within { $seconds } seconds, we delete what you have not sent.
    }
kiosk-still-on = Yes, carry on
kiosk-still-end = No, delete my answers
kiosk-thanks-keep = If you may want to ask about your answers later, write the receipt code down.
kiosk-thanks-stays =
    { $seconds ->
        [one] This page goes away after { $seconds } second.
       *[other] This page goes away after { $seconds } seconds.
    }
kiosk-thanks-finish = Finish
kiosk-thanks-longer = I need more time
kiosk-ended-heading = This tablet is not in use
kiosk-ended-explain = Please tell a member of staff.

kiosks-title = Shared tablets
kiosks-explain = Each tablet asks one survey, again and again, and forgets each person before the next. Open its address in the tablet’s browser, where no staff are signed in, and switch off everything else on the tablet that people should not reach.
kiosks-new = Add a tablet
kiosks-caption = Tablets in use
kiosks-name = Tablet
kiosks-survey = Survey
kiosks-address = Address
kiosks-since = Since
kiosks-end = End
kiosks-none = No tablet is in use.
kiosks-new-heading = Add a shared tablet
kiosks-new-name = What you call it
kiosks-new-name-hint = For example, Waiting room.
kiosks-new-survey = Which survey it asks
kiosks-new-organisation = Which organisation the answers are about
kiosks-new-button = Add
kiosks-fault-name = Enter what you call the tablet, in at most 80 characters
kiosks-fault-survey = Choose a survey
kiosks-fault-organisation = Choose an organisation

staff-place-kiosks = Shared tablets
staff-place-kiosks-explain = Tablets on which people answer one after the other.
