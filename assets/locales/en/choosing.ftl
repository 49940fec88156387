# Choosing the ideas that the group talks about.

choose-ask = { $n ->
    [one] Here is the one we will talk about, and why.
    [2] Here are the two we will talk about, and why.
    [3] Here are the three we will talk about, and why.
   *[other] Here are the { $n } we will talk about, and why.
}
choose-hint = Read out the reasons, then hand out the texts.
choose-placed = of { $of } placed, { $people ->
    [one] 1 person
   *[other] { $people } people
}. Revealed { $at }.
choose-take = { $n ->
    [one] Take this one
    [2] Take these two
    [3] Take these three
   *[other] Take these { $n }
}
choose-to-gallery = Posters
choose-chosen = These are chosen. Read out the reasons; each can still be changed.
choose-changed = Changed, not taken yet.
choose-green = { $n } green
choose-red = { $n } red
choose-most = { $stickers }, the most here.
choose-divided = The most divided: top of both lists.
choose-divided-by = { $green } green and { $red } red. It is talked about once.
choose-next = { $stickers }, the next most here.
choose-next-after = The idea with the most has another place already.
choose-tie = A tie: { $ideas } ideas with { $stickers } each.
choose-by-groups = This one was talked of least before: in { $groups ->
    [0] no group
    [one] 1 group
   *[other] { $groups } groups
}.
choose-by-reds = This one has the fewest reds here: { $red }.
choose-your-call = Your call.
choose-least = Talked of least before: in { $groups ->
    [0] no group
    [one] 1 group
   *[other] { $groups } groups
}.
choose-least-tie = A tie: { $ideas } ideas, { $groups ->
    [0] talked of in no group yet.
    [one] talked of in 1 group each.
   *[other] talked of in { $groups } groups each.
}
choose-reds-leave = Fewest reds here leaves { $ideas }, shown with their lines so far. Your call.
choose-reds-settle = Fewest reds here leaves one of them.
choose-no-sticker = No sticker of that colour.
choose-after = After it: { $ideas }, { $n }{ $many ->
    [one] .
   *[other] { " " }each.
}
choose-overruled = Your choice.
choose-instead-of = In place of { $number } { $name }.
choose-other = Another idea
choose-has = { $name } ({ $slot })
choose-swap = The two places swap: { $slot } gets the idea from here.
choose-reason = Reason for taking another idea
choose-reason-rest = Why? It is kept
choose-overrule = Overrule
choose-keep = Keep it
choose-reason-kept = Your reason, kept:
choose-another = Take another idea
choose-tied-for = Tied for { $slot }
choose-lines = { $n ->
    [one] 1 line
   *[other] { $n } lines
}
choose-groups = { $n ->
    [one] 1 group
   *[other] { $n } groups
}
choose-all = All ideas
choose-drag = Drag an idea onto one of the places above.
choose-before = Talked of before tonight
choose-caption = Which ideas the groups so far talked of, and what that leaves for the joker
choose-first-group = This is the first group of the study: nothing has been talked of before tonight.
choose-col-groups = groups
choose-col-lines = lines
choose-col-green = green here
choose-col-red = red here
choose-col-for = For: { $slot }
choose-say-chosen = chosen: { $slot }
choose-say-taken = taken
choose-say-tie-taken = in the tie, taken
choose-say-tie = in the tie
choose-say-groups = out: talked of more
choose-say-red = out: { $n } red here
choose-key-take = take these
choose-key-another = take another idea for that place
choose-key-gallery = back to the posters
