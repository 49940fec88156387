# The note line and the record.

note-line = Note line
note-rest = Seat, then what was said
note-enter = Enter keeps it
note-tab = Tab takes the code
note-to-complete = Kept to be completed
note-odd = { $letters } cannot be printed
note-filed = { $who }, { $place }, { $at }
note-seat = Seat { $n } { $name }
note-group = The group
note-remark = Your own remark
note-to-flip = Flip chart, { $activity }
note-nobody = Nobody sits in seat { $seat }
note-sign-flip = For the flip chart
note-sign-remark = Your own remark
note-sign-paraphrase = Not word for word
note-hands =
    { $n ->
        [one] 1 hand
       *[other] { $n } hands
    }
note-codes = Codes
note-code-lines =
    { $n ->
        [one] 1 line
       *[other] { $n } lines
    }
note-code-new = New code
note-space = Space
note-key-line = write a note, or leave the note line
note-key-flip = write on the flip chart

record-starred = Starred
record-nowhere = Before the start
record-place-lens = { $about }, { $lens }
record-title = Record
record-kept =
    { $n ->
        [one] 1 line kept
       *[other] { $n } lines kept
    }
record-found = { $n } of { $of }
record-empty = Lines appear here as they are kept.
record-nothing-found = No line fits.
record-search = Search the record
record-filter = Which lines
record-all = All
record-n-starred = Starred { $n }
record-n-no-code = No code { $n }
record-n-to-complete = { $n } to complete
record-key-find = search the record
record-star = Star
record-group = The group
record-observation = A remark
record-paraphrase = Not word for word
record-to-complete = To complete
record-flip = Flip chart: { $text }
record-seats =
    { $n ->
        [one] Seat { $seats }
       *[other] Seats { $seats }
    }
record-edit = Change the line
record-words = What was said
record-seats-field = Seats
record-no-such-seat = Nobody sits there. Change the number, or leave the field empty for the group.
record-time = Time
record-no-time = Write the time as 20:27.
record-codes = Codes
record-kind = Kind
record-kind-verbatim = Word for word
record-kind-paraphrase = Not word for word
record-kind-to-complete = To complete
record-kind-observation = Your own remark
record-activity = Activity
record-idea = Idea
record-lens = Lens
record-none = None
record-keep = Keep
record-leave = Leave it
record-remove = Delete
