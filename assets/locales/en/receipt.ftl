# What goes with a person who is erased, what stays, and the receipt.

erase-facts = { $n ->
    [0] the name
    [one] the name, and 1 thing that is known beside it
   *[other] the name, and { $n } things that are known beside it
}
erase-lines = { $n ->
    [one] the words of 1 line
   *[other] the words of { $n } lines
}
erase-shared = { $n ->
    [one] the words of 1 line that others said too: nobody can tell whose they are
   *[other] the words of { $n } lines that others said too: nobody can tell whose they are
}
erase-flip-chart = { $n ->
    [one] the words of 1 point on the flip chart that nobody else made
   *[other] the words of { $n } points on the flip chart that nobody else made
}
erase-tips = { $n ->
    [one] the top tip
   *[other] { $n } top tips
}
erase-contacts = how to reach them, and who rang
erase-journal = all of it from the journal and from old copies too, so Undo brings nothing back
erase-stays-seat = that somebody sat in seat { $seat }, when they came and when they left
erase-stays-lines = how many lines there were, when, and on what
erase-stays-stickers = { $n ->
    [one] 1 sticker
   *[other] { $n } stickers
}
erase-stays-ratings = { $n ->
    [one] 1 rating, as a number
   *[other] { $n } ratings, as numbers
}
erase-stays-nothing = nothing: the seat is free again
erase-stays-quotas = the number of people; they no longer count by sex, age or anything else they were asked
erase-mend-line = the line at { $time }
erase-mend-code = a code of the line at { $time }
erase-mend-flip-chart = the flip chart, sheet { $sheet }
erase-mend-tip = the top tip of seat { $seat }
erase-mend-debrief = the debrief
erase-mend-choice = the reason why an idea was chosen
erase-mend-absence = why seat { $seat } did not come
erase-mend-plan = the plan of the session

receipt-title = Receipt: a person was erased
receipt-study = Study: { $study }
receipt-session = Session: { $group }, { $day }
receipt-seat = Seat { $seat }
receipt-no-seat = No seat
receipt-at = Erased on { $at }
receipt-nameless = This receipt names nobody.
receipt-file = Receipt, { $group }, { $seat }
receipt-gone = What went
receipt-stayed = What stayed
receipt-old-copies = Copies that were made without asking
receipt-copies = { $n ->
    [0] no old copy was there
    [one] 1 old copy was deleted
   *[other] { $n } old copies were deleted
}
receipt-copy = a new copy was made, without the person
receipt-left = still there, to be deleted by hand: { $path }
receipt-later = not finished yet, and tried again when the study is opened: { $why }
receipt-elsewhere = Where else to look
receipt-handed-over = handed over: { $file }
receipt-laptops = other laptops with this study: bring this record in there, and they lose the person too
receipt-papers = papers and files that were printed or exported before
receipt-recruiter = the recruiter’s own lists, and the sound of the evening
receipt-backups = backups of this laptop
receipt-mend = Where the name may still stand, in words of others
