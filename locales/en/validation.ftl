# What is wrong with an answer, and how to put it right.

validation-required-choice = Choose an answer
validation-required-text = Enter an answer
validation-required-number = Enter a number
validation-required-date = Enter a date
validation-not-a-number = Enter a number in figures, like 7
validation-not-whole = Enter a whole number, like 7
validation-too-small = Enter a number that is { $min } or more
validation-too-large = Enter a number that is { $max } or less
validation-too-many-decimals =
    { $places ->
        [0] Enter a whole number, like 7
        [one] Enter a number with at most { $places } decimal place
       *[other] Enter a number with at most { $places } decimal places
    }
validation-date-incomplete = Enter a day, a month and a year
validation-date-not-real = Enter a date that exists, like 27 3 2026
validation-date-too-early = Enter a date that is { $min } or later
validation-date-too-late = Enter a date that is { $max } or earlier
validation-too-long = Your answer has { $length } characters. Shorten it to { $max } or fewer
validation-too-short =
    { $min ->
        [one] Enter at least { $min } character
       *[other] Enter at least { $min } characters
    }
validation-pattern = Enter the answer in the form that the question asks for
validation-too-few = Choose at least { $min }
validation-too-many = Choose at most { $max }
validation-exclusive = Some of the answers you chose rule each other out. Choose again
validation-unknown-option = Choose one of the answers shown
validation-other-empty = Tell us in your own words, or choose another answer
validation-pattern-help = Check what you typed. { $help }
