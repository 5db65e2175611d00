papers-heading = Enter answers from paper
papers-how = Each form is entered once. Check it before you keep it: there is no page in between. Write its number on the form, so that you can find it again.
papers-entered =
    { $count ->
        [0] No form that you entered here counts.
        [one] You have entered 1 form.
       *[other] You have entered { $count } forms.
    }
papers-last = The last is no. { $number }.
papers-to-last = Take it back
papers-last-heading = The form before
papers-last-explain = If something on form no. { $number } was typed wrongly, take it back and enter it again. Its answers are deleted, and its number is not given again.
papers-receipt = Its receipt code, for the person if they want one:
papers-take-back = Take back no. { $number }
papers-button = Keep and enter the next one
papers-language = Language it was filled in
papers-fault-language = Enter the number of the language it was filled in
papers-fault-taken-back = This form was taken back. Send it again to enter it as it stands here
papers-fault-empty = Type at least one answer. A form with no answer in it is not kept
papers-none-called-off = This event was called off, so no answers are entered for it.
papers-none-no-survey = This event asks nothing, so there are no answers to enter.
papers-none-not-yet = Nobody has been asked yet. Answers from paper can be entered as soon as the event takes answers.
papers-none-over = It is more than 30 days since this event stopped taking answers. Answers from paper are no longer entered.
