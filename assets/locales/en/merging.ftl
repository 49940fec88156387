# A session carried between laptops: out by file, and its record brought back.

session-hand-over = Hand over
sessions-bring-back = Bring back a record

merge-title = Bring back a record
merge-title-both = Hand over and bring back
merge-title-of = Bring back { $group }
merge-nothing-yet = Nothing changes until you say so.
merge-another = Another file

merge-out = Take { $group } to another laptop
merge-out-about = A file with this session and the study around it. It opens there as a study, and its record comes back here. No phone numbers or e-mails go with it.
merge-export = Export the session
merge-who-takes = Who takes it
merge-owner = Whose laptop this is
merge-who-about = So that it is known later who wrote what.
merge-back = Bring a record back
merge-back-about = The file of the laptop where the session was run, or of the note-taker’s. You see what comes in first.
merge-choose = Choose the file
merge-file-kind = Folkmoot studies
merge-look = Look at it

merge-here = This laptop
merge-there = The file
merge-there-of = { $who }’s file
merge-lines = { $n ->
    [one] 1 line.
   *[other] { $n } lines.
}
merge-when = { $from } to { $to }, { $n ->
    [one] 1 line.
   *[other] { $n } lines.
}
merge-whole = File whole and unharmed.

merge-comes = What comes in
merge-what = What
merge-column-here = this laptop
merge-column-there = in the file
merge-column-both = on both
merge-column-in = comes in
merge-column-after = after
merge-differs = { $n ->
    [one] 1 differs
   *[other] { $n } differ
}
merge-kind-lines = Lines of the record
merge-kind-stars = Stars
merge-kind-codes = Codes
merge-kind-tips = Top tips
merge-kind-ratings = Ratings the group agreed
merge-kind-stickers = Stickers
merge-kind-flip_items = Lines on the flip chart
merge-kind-activities = Activities and their times
merge-kind-people = People at the table

merge-clocks = Two clocks
merge-clock-ahead = The other clock was { $time } ahead
merge-clock-behind = The other clock was { $time } behind
merge-clock-ahead-of = { $who }’s clock was { $time } ahead
merge-clock-behind-of = { $who }’s clock was { $time } behind
merge-clock-rests = seen on { $lines ->
    [one] 1 line
   *[other] { $lines } lines
} and { $activities ->
    [one] 1 activity
   *[other] { $activities } activities
} that both have; at least half of them agree to within { $within }
merge-clock-picture = The same lines on both clocks, { $time } apart.
merge-on-both = on both
merge-on-one = on one only
merge-shift-label = The time of lines that come in
merge-shift = Put them at this laptop’s time
merge-shift-of = Put { $who }’s lines at this laptop’s time
merge-leave = Leave as written
merge-own-time = Each line’s own time is kept in the journal.

merge-things-differ = { $n ->
    [one] One thing differs
   *[other] { $n } things differ
}
merge-thing-of = { $n } of { $of }
merge-next-thing = Next
merge-which = Which is right
merge-field-rating-value = Both wrote down what the group agreed. Which is right?
merge-field-line-text = Both changed the words of this line. Which are right?
merge-field-line-activity = Each has this line in another part of the evening. Which is right?
merge-field-line-row = One took this line out, the other changed it. Does it stay?
merge-field-tip-text = Both wrote down this person’s tip. Which is right?
merge-field-participant-seat = Two people were put in one seat. Where does this person sit?
merge-field-line-speakers = Each names somebody else as the speaker. Who said it?
merge-field-translation-text = Both put these words into the language. Which are right?
merge-field-translation-source = Each translated other words. Which is it a translation of?
merge-field-design = Both changed the { $part } in version { $version }. Which is right?
merge-field-plan = Both changed the { $part } of this session. Which is right?
merge-field-study-name = Both gave the study another name. Which is right?
merge-field-other = Both changed this. Which is right?
merge-side = { $time }
merge-side-who = { $who }, { $time }
merge-side-here-who = this laptop, { $who }, { $time }
merge-side-there-who = in the file, { $who }, { $time }
merge-side-here = this laptop, { $time }
merge-side-there = in the file, { $time }
merge-nothing = nothing
merge-yes = yes
merge-no = no
merge-kept = It stays
merge-settle = This is right
merge-settled = Settled. It goes in with the record.
merge-near = Near it, { $time }: “{ $text }”
merge-near-seat = Near it, seat { $seat }, { $time }: “{ $text }”
merge-plan-group = name of the group
merge-plan-place = place
merge-plan-venue = venue
merge-plan-date = date
merge-plan-time = time
merge-plan-kind = kind of group
merge-plan-seats = number of seats
merge-plan-phase = phase
merge-plan-recruited_as = words for the recruiter
merge-plan-label = label
merge-plan-moderator = moderator
merge-plan-note_taker = note-taker

merge-after = The record after
merge-after-again = The record if it comes in again
merge-after-lines = { $n ->
    [one] 1 line, from { $time }
   *[other] { $n } lines, from { $time }
}
merge-from-comes_in = comes in
merge-from-both = on both
merge-from-here = this laptop only

merge-will = { $lines ->
    [0] No new line comes in, nothing here goes.
    [one] 1 line comes in, nothing here goes.
   *[other] { $lines } lines come in, nothing here goes.
}
merge-same = Twice or the other way round gives the same. You can take it all back.
merge-unsettled = Not settled: both stay open, and the summary says so.
merge-bring = Bring it in
merge-none = Everything in this file is here already.
merge-done = { $acts ->
    [one] 1 act came in. Nothing here was lost.
   *[other] { $acts } acts came in. Nothing here was lost.
}
merge-go-on = Go on
merge-take-back = Take it back
merge-taken-back = The record was taken back. The study is as it was before.
merge-again = Bring it in again
merge-came-last = { $file } came in { $time }: { $lines ->
    [one] 1 line.
   *[other] { $lines } lines.
}
merge-was-taken-back = { $file } was taken back, and its { $lines ->
    [one] line waits.
   *[other] { $lines } lines wait.
} You can bring it in again.
merge-copy = A copy of this study was made first: { $path }
merge-busy = One moment
merge-copy-will = A copy of this study is made first.

merge-key-choose = choose
merge-key-settle = settle
key-merge-take-back = Take the record back
key-merge-again = Bring it in again
key-merge-choose = Choose a side where two records differ
key-merge-settle = Settle it
key-merge-bring = Bring the record in
