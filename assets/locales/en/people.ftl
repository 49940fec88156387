# The people of a session: the seat map.

key-choose-seat = choose a seat
key-came = the person has come
key-left = the person has left early
key-not-coming = the person is not coming
key-replace = somebody comes instead
key-said-yes = the person said yes to all
key-all-said-yes = everybody here said yes to all

map-label = The room from above
map-wall = wall with the posters
map-door = door
map-drag = drag a name to another seat, or press Alt with an arrow
map-n = N
map-m = M
map-note-taker = { $name }, notes
map-moderator = { $name }, moderator
map-seat = Seat { $seat }, { $name }
map-seat-free = Seat { $seat }, free

person-seat = Seat
person-name = Name
person-sex = Sex
person-age = Age
person-age-printed = Age on paper
person-place = Lives in
person-there = Came
person-not-asked = –
person-field = { $field } of seat { $seat }
person-free = free
hint-seat = seat
hint-came = came
hint-yes = said yes
hint-keys = keys
person-hint = Enter goes to the next seat. Quickest in the name alone: Hannah, f, 25-39, ABC1, Oxford

there-came = Came
there-absent = not coming: { $reason }
there-instead = { $reason }; { $name } came instead
there-for = { $time }, for { $name }
there-from-to = { $from } to { $to }
there-waiting = no seat yet

answer-title = Has said yes to
answer-all = All said yes
answer-take_part = taking part
answer-recorded = recording
answer-quoted = quoting
answer-observers = observers
answer-yes = yes
answer-no = no
answer-open = not asked yet
answer-cell = { $name }, { $to }: { $said }
answer-back = took consent back, { $time }
answer-no-part = { $n ->
    [one] { $names } does not want to take part.
   *[other] { $names } do not want to take part.
}
answer-no-sound = { $n ->
    [one] { $names } does not want to be recorded.
   *[other] { $names } do not want to be recorded.
}
answer-no-observers = { $n ->
    [one] { $names } does not want observers in the room.
   *[other] { $names } do not want observers in the room.
}
answer-no-quotes = { $n ->
    [one] { $names } counts but is not quoted.
   *[other] { $names } count but are not quoted.
}
answer-unsigned = { $n ->
    [one] { $names } has not signed yet.
   *[other] { $names } have not signed yet.
}

counts-wanted = Who is wanted
counts-title = Who is coming
counts-there = Who is there
counts-here = { $here } here, { $expected } on the way
counts-of = of { $of }
counts-recruited = Recruited as:
counts-never-shown = Not by { $attribute }, so it is never shown beside what someone said.

presence-why = Why are they not coming?
presence-came-at = Came at
presence-left-at = Left at
presence-keep = Keep
presence-cancel = Cancel
presence-came = Came now
presence-came-earlier = Came at …
presence-absent = Is not coming
presence-expected = Is coming after all
presence-free-seat = Free the seat
presence-left = Left early
presence-mend = Mend the time
presence-not-yet = Not here yet
presence-back = Came back
presence-replace = Replace
presence-said-yes = Said yes to all
presence-withdraws = Withdraws consent
presence-consent-again = Lets consent stand after all

replace-who = Who comes instead?
replace-hint = Such as Daniel, m, 25-29, ABC1. Somebody without a seat is found by name.
replace-why = Why did { $name } not come?
replace-no-show = no-show
replace-keep = Take the seat

facts-label = shown: { $label }
facts-kept = Kept, not shown to a reader
facts-contact = Phone, e-mail
facts-no-contact = not brought in
facts-show-contact = Show

panel-label = The person in the chosen seat
panel-came = came { $time }
panel-seat = Seat
panel-no-seat = no seat
panel-taken = { $seat }, { $name }
panel-free = This seat is free
panel-free-more = Type a name into its line. A first name or a label is enough: no surname, no address.

reader-title = What a reader will see
reader-sex = sex
reader-age = age
reader-label = the group’s label
reader-place = place
reader-hides = not shown:
reader-unquoted = { $name } is not quoted.
reader-said-no = They said no to being quoted. They count in every number, and nothing they say is put in a paper word for word.
reader-withdrew = They took consent back. They count in every number, and nothing they say is put in a paper.
reader-words = What they say, word for word
reader-one = This fits one person in the group.
reader-one-more = Someone who knows the group could tell who said it. A coarser form fits more people.
reader-one-no-coarser = Someone who knows the group could tell who said it. There is no coarser form.
reader-fits = { $n ->
    [one] It fits 1 person in the group.
   *[other] It fits { $n } people in the group.
}
reader-use = Use “{ $words }”
reader-use-full = Use the full form again
reader-coarse = What { $name } says is shown with the coarser form.

observers-untold = { $n ->
    [one] { $names } watches: tell the group at the start.
   *[other] { $names } watch: tell the group at the start.
}

# How to reach people, and who was rung: apart from the record
session-calls = Calls
session-announced = The group has been told
calls-about = { $n } of { $of } have said that they are coming.
calls-show = Show phone and e-mail
calls-hide = Hide phone and e-mail
calls-forget = Forget all of this
calls-forget-yes = Forget it for good
calls-none = Nobody is booked yet.
calls-phone = Phone
calls-email = E-mail
calls-hidden = hidden
calls-line = { $line } of { $name }
calls-rang = Rang
calls-rang-name = What became of ringing { $name }
calls-when = When
calls-at = { $day }, { $time }
calls-apart = This stays on this laptop, apart from the record: it is in no export, on no other laptop and on no wall, and Undo does not reach it. It goes when a person leaves the study or takes consent back.
rang-called = Called
rang-left_message = Left a message
rang-confirmed = Is coming
rang-called-at = rang, { $time }
rang-left_message-at = message, { $time }
rang-confirmed-at = coming, { $time }
