# Words of the session summary.

summary-still-open = The session is still open. This is how it stood at { $time }.
summary-not-begun = The session has not begun yet.
summary-when = { $date }, { $from } to { $to }
summary-when-open = { $date }, since { $from }
summary-when-planned = { $date }, planned for { $from }
summary-group = { $n } of { $of }, { $kind }
summary-guide = { $drift ->
    [0] v{ $version }, as planned
   *[other] v{ $version }, as planned but for { $drift } min
}
summary-record = { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}, { $starred } starred and quoted
summary-sex = { $sex ->
    [Female] Women
    [Male] Men
   *[other] { $sex }
}
summary-absent = One person did not come: { $reason }.
summary-late = One person came at { $time }.
summary-left = One person left at { $time }.
summary-observers = Observing: { $who }.
summary-observers-told = Observing, as the group was told: { $who }.
summary-said-no = { $n ->
    [one] 1 thing said is not quoted, as the person asked. It is counted.
   *[other] { $n } things said are not quoted, as the people asked who said them. They are counted.
}
summary-withdrew = { $n ->
    [one] 1 thing said is left out: the person took consent back. It is counted.
   *[other] { $n } things said are left out: consent was taken back. They are counted.
}
absent-no-show = no-show
summary-hands = { $n ->
    [one] One hand:
   *[other] { $n } hands:
}
summary-round = { $n ->
    [1] First round
    [2] Second round
   *[other] Round { $n }
}
summary-base = { $people ->
    [one] 1 person, 1 group.
   *[other] { $people } people, 1 group.
}
summary-reason = The moderator’s reason: { $reason }
summary-debrief-group = How the group was
summary-debrief-moments = Top moments
summary-debrief-surprises = What surprised
summary-debrief-changes = What to change
summary-unsettled = Not settled
summary-unsettled-things = { $n ->
    [one] Two records of this evening differ in 1 thing. Both are kept.
   *[other] Two records of this evening differ in { $n } things. Both are kept.
}

why-most = { $count ->
    [one] One sticker, the most in the room.
   *[other] { $count } stickers, the most in the room.
}
why-most-divided = Most divided: top of both lists, with { $green } green and { $red } red.
why-next = { $count } stickers, the most after the idea that was most divided.
why-tie-least-discussed = A tie on { $count } with { $with }. This one had been talked of least: in { $groups ->
    [0] no group so far.
    [one] 1 group so far.
   *[other] { $groups } groups so far.
}
why-tie-fewest-reds = A tie on { $count } with { $with }. This one had the fewest reds: { $red }.
why-tie-moderator = A tie on { $count } with { $with }. The moderator took this one.
why-least-discussed = Talked of least in the study: in { $groups ->
    [0] no group so far.
    [one] 1 group so far.
   *[other] { $groups } groups so far.
}
why-no-sticker = No sticker of that colour. The moderator took this one.
why-overruled = The moderator took this one in place of { $idea }.
why-moderator = The moderator took this one.
