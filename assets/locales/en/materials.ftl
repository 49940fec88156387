# The Materials place of a study: the print pack, its pages, and papers in the making.

study-materials = Materials
key-materials = the materials: papers for the day
materials-about = Pages as they will print, from guide v{ $n } and ideas v{ $n }.
materials-for = What the pack is for
materials-group = Group { $n }, { $group }
materials-all = All { $n } groups to come, { $from } to { $to }
materials-any = Any group
materials-pages = Pages of the pack
materials-key-before = the poster before
materials-key-after = the poster after
materials-key-print = print the pack
materials-key-make = make the pack
materials-key-turn = posters
materials-key-print-short = print

# Posters
materials-posters = Posters
materials-poster = Poster { $n }: { $name }
materials-posters-count = { $n }{ $languages ->
    [one] {""}
   *[other] {" "}in each language
}, { $paper } { $turn ->
    [portrait] upright
   *[landscape] across
}.
materials-posters-far = Names can be read from { $metres } m.
materials-posters-tiles = Each comes as { $n } sheets of { $paper }, to be laid together.
materials-posters-long = { $n ->
    [one] 1 goes on to a second sheet.
   *[other] { $n } go on to a second sheet.
}
materials-no-posters = No idea has all its words in this language yet. Its posters come as soon as one has.
materials-shown = Language shown
materials-at = { $n } of { $of }
materials-before = Poster before
materials-after = Poster after

# The other papers
materials-others = Other papers
materials-page-of = { $what }, first page
paper-posters = Posters
paper-handout = Handouts
paper-large_print = Handouts in large print
paper-ballots = Ballots
paper-stickers = Sticker sheets
paper-seat_cards = Seat cards
paper-guide = Guide
paper-note_sheets = Note sheets
paper-consent = Sign-in, consent
paper-door_sign = Door sign
materials-copies = { $n ->
    [one] 1 copy, { $paper }
   *[other] { $n } copies, { $paper }
}
materials-sheets = { $n ->
    [one] 1 sheet, { $paper }
   *[other] { $n } sheets, { $paper }
}
materials-cards = { $n ->
    [one] 1 card, { $paper }
   *[other] { $n } cards, { $paper }
}
materials-pages-on = { $n ->
    [one] 1 page, { $paper }
   *[other] { $n } pages, { $paper }
}
materials-booklet = 1 booklet, { $paper }
materials-further = And { $n } in other languages.
materials-handout-about = { $n ->
    [one] 1 page each.
   *[other] { $n } pages each.
}
materials-large-of = And { $n } in large print.
materials-ballots-about = { $n ->
    [0] For those who cannot reach the wall.
   *[other] { $n } spare. For those who cannot reach the wall.
}
materials-stickers-about = { $n } stickers for { $people } people. The rest of the sheet is spare.
materials-seats-about = 4 on a sheet, cut along the dots.
materials-guide-about = { $n ->
    [one] 1 page.
   *[other] { $n } pages.
} What was talked of so far is on the back.
materials-notes-about = In case the laptop is not there.
materials-consent-about = Recorded, quoted, both or neither.
materials-door-about = So that people find the room.

# The pack
pack-title = The pack
pack-people = People
pack-and = and
pack-spare = Spare ballots
pack-spare-short = spare
pack-size = Size of the posters
pack-us = US
pack-us-size = US size of the posters
pack-letter = Letter
pack-sheets = Sheets
pack-whole-across = One sheet each, across
pack-whole-upright = One sheet each, upright
pack-tiled-across = Tiled over { $office }, across
pack-tiled-upright = Tiled over { $office }, upright
pack-marks = Marks
pack-marks-none = None
pack-marks-overlap = Overlap
pack-marks-cut = Bleed, crop
pack-large = Large print
pack-large-label = Handouts in large print
pack-large-what = handouts
pack-labels = Labels
pack-labels-of = Labels for the stickers
pack-how = How the pack is printed
pack-languages = Languages
pack-own = as written
pack-not-begun = not begun
pack-partly = { $n } of { $of } texts, not checked
pack-checked = checked, { $day }
pack-not-checked = not checked
pack-left-out = { $n ->
    [0] No poster has all its words in { $language } yet, so none is in the pack.
   *[other] { $n } of { $of } posters have all their words in { $language }. The rest is left out.
}
pack-two = Two languages
pack-two-label = Two languages on a poster
pack-together = Side by side
pack-apart = Apart
pack-readers = Handouts and ballots in each further language
pack-readers-what = handouts and ballots in each further language
pack-pages = { $n ->
    [one] 1 page
   *[other] { $n } pages
}
pack-counting = Counting pages
pack-nothing = Nothing is ticked
pack-of-paper = { $n } of { $paper }
pack-as = As
pack-as-pdf = One PDF
pack-as-zip = Zip
pack-print = Print
pack-print-hint = Print opens the pack in your PDF reader. What is larger than the paper you choose there comes out smaller.
pack-make = Make the pack
pack-elsewhere = Choose where …
pack-where = Where the pack goes
pack-file = { $study }, print pack.{ $kind }
pack-made = { $n ->
    [one] 1 page
   *[other] { $n } pages
}, { $size } kB, { $time }
pack-kept = Stopped. { $n ->
    [one] The 1 page that was finished is
   *[other] The { $n } pages that were finished are
} in it, { $size } kB, { $time }
count-less = { $what }: one fewer
count-more = { $what }: one more

# Papers in the making, in the foot
job-title = The pack is being made.
job-page = Page { $n }, { $what }, { $language }.
job-page-of = Page { $n } of { $of }, { $what }, { $language }.
job-left = About { $n } seconds left.
job-stop = { $n ->
    [0] Stop
   *[other] Stop, keep { $n }
}
