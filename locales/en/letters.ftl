# Letters to people that wait to be printed and posted.
letters-title = Letters to post
letters-explain = People who are asked by post wait here until you print their letters. Take a batch away as a file, print and post it, and say so: only then does a letter count as sent.
letters-done = The letters count as sent now.
letters-waiting-heading = Waiting
letters-waiting = { $count ->
    [0] No letters wait.
    [one] 1 letter waits.
   *[other] { $count } letters wait.
}
letters-gather = Make a batch of the letters that wait
letters-batches = Batches that are not in the post
letters-batches-explain = You can take the same batch away again until it is in the post. Who died, declined or answered meanwhile is left out of the file, so use the newest one. Every file is recorded.
letters-batch = Batch { $number }
letters-in-batch = { $count ->
    [one] 1 letter
   *[other] { $count } letters
}
letters-file = Download for address merge (CSV)
letters-print = Download the letters to print (PDF)
letters-posted = They are in the post
staff-place-letters = Letters to post
staff-place-letters-explain = Letters to people that wait to be printed and posted.
