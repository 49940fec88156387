# After the evening: what was recorded, what is open, the debrief and the summary.

end-title = End the session?
end-about = { $lines ->
    [one] The 1 line and everything else is kept. You can open the session again.
   *[other] All { $lines } lines and everything else are kept. You can open the session again.
}
end-act = End session
end-cancel = Go on

recorded-title = What was recorded
recorded-lines = { $n ->
    [one] line
   *[other] lines
}
recorded-lines-more = { $starred } starred, { $open } to complete
recorded-stickers = { $n ->
    [one] sticker
   *[other] stickers
}
recorded-stickers-more = of { $of }, { $people ->
    [one] 1 person
   *[other] { $people } people
}
recorded-ratings = { $n ->
    [one] rating
   *[other] ratings
}
recorded-ratings-more = of { $of }, { $ideas ->
    [one] 1 idea
   *[other] { $ideas } ideas
}
recorded-tips = { $n ->
    [one] top tip
   *[other] top tips
}
recorded-tips-more = of { $of }, one each
recorded-flip = { $n ->
    [one] flip chart item
   *[other] flip chart items
}
recorded-flip-more = { $n } weighed by hands
recorded-people = { $n ->
    [one] person there
   *[other] people there
}
recorded-people-more = of { $of } seats

open-title = Unfinished
open-sum = { $n ->
    [0] Nothing
    [one] 1 thing, not lost
   *[other] { $n } things, none of them lost
}
open-close = Close the list
open-group = Group
open-person = { $name } ({ $seat })
open-complete = { $n ->
    [one] 1 quote has only its first words
   *[other] { $n } quotes have only their first words
}
open-complete-about = { $seat }, at { $time }: “{ $words }”
open-complete-act = { $n ->
    [one] Complete it
   *[other] Complete them
}
open-words-of = Words said at { $time }
open-pointed = { $n ->
    [one] 1 quote points to one person
   *[other] { $n } quotes point to one person each
}
open-pointed-about = { $names }. Coarser: “{ $coarser }”.
open-pointed-act = Use the coarser form
open-unknown = { $n ->
    [one] 1 person has not been noted as there
   *[other] { $n } people have not been noted as there
}
open-unknown-about = { $names }. Say whether they came.
open-unknown-act = See the people
open-unrated = { $n ->
    [one] 1 rating was not agreed
   *[other] { $n } ratings were not agreed
}
open-unrated-one = { $idea }, { $lens }
open-unrated-act = Reopen the session
open-tips = { $n ->
    [one] 1 person has given no top tip
   *[other] { $n } people have given no top tip
}
open-tips-act = { $n ->
    [one] Add it
   *[other] Add them
}
open-tip-of = Top tip of { $name }
open-codes = { $n ->
    [one] 1 line has no code
   *[other] { $n } lines have no code
}
open-codes-about = Can wait. They are in the summary as they are.
open-codes-act = Add codes
open-codes-of = Codes of “{ $words }”
open-codes-example = fairness trust

debrief-title = Debrief
debrief-about = { $names }, while it is fresh. Goes into the summary.
debrief-about-nobody = While it is fresh. Goes into the summary.
debrief-and = { " and " }
debrief-group = How was the group?
debrief-moments = Which were the top moments?
debrief-surprises = What surprised you?
debrief-changes = What would you change?

export-title = Export
export-page = page { $n } of { $of }
export-page-of = Session summary of { $group }, page { $n } of { $of }
export-before = Page before
export-after = Page after
export-summary = Session summary
export-kind = PDF
export-act = Export
export-again = Export again
export-elsewhere = Export to …
export-where = Export the session summary
export-file = { $group }, summary.pdf
export-about = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}, { $size } KB, written { $time }
key-export = export the summary
