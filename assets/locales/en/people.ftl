# The people of a session: the seat map.

key-choose-seat = choose a seat
key-came = the person has come

map-label = The room from above
map-wall = wall with the posters
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
person-place = Lives in
person-there = Came
person-field = { $field } of seat { $seat }
person-free = free
person-hint = Enter goes to the next seat. Quickest in the name alone: Hannah, f, 25-39, Oxford
person-came = Came
person-absent = not coming: { $reason }
person-from-to = { $from } to { $to }

counts-title = Who is coming
counts-there = Who is there
counts-here = { $here } here, { $expected } on the way
counts-of = { $n } of { $of }
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
presence-not-yet = Has not come yet
presence-back = Came back

panel-label = The person in the chosen seat
panel-came = came { $time }
panel-seat = Seat
panel-no-seat = no seat
panel-taken = { $seat }, { $name }
panel-kept = Kept for the sample, never shown beside what someone says:
panel-free = This seat is free
panel-free-more = Type a name into its line. A first name or a label is enough: no surname, no address.

reader-title = What a reader will see
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
