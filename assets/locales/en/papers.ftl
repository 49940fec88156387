# Words that stand on the papers of the print pack, whatever the study.

paper-subject = For { $study }
posters-title = Posters, { $study }
poster-example = For example
poster-like = I like this most
poster-argue = I would argue about this most
poster-room-green = A green sticker, and room to put yours.
poster-room-red = A red sticker, and room to put yours.
poster-number = Poster { $n } of { $of }, version { $version }
poster-continued = { $name }, sheet { $sheet }
poster-tile = Sheet { $n } of { $of }: row { $row }, column { $column }. Cut at the marks on the right and below. Lay it over the next sheets, up to their marks.

paper-version = { $study }, version { $version }

ballot = The ballot
ballots-title = Ballots, { $study }
ballot-title = { $n ->
    [1] Your sticker
    [2] Your two stickers
    [3] Your three stickers
    [4] Your four stickers
    [5] Your five stickers
   *[other] Your { $n } stickers
}
ballot-lead = { $red ->
    [0] You have { $green } green.
   *[other] { $green ->
        [0] You have { $red } red.
        [1] You have one green and { $red ->
            [1] one
           *[other] { $red }
        } red.
        [2] You have two green and { $red ->
            [1] one
            [2] two
           *[other] { $red }
        } red.
       *[other] You have { $green } green and { $red } red.
    }
}
ballot-seat = your seat
ballot-seat-alt = A box for the number of your seat.
ballot-tick = { $n ->
    [1] Tick one circle:
    [2] Tick two circles:
    [3] Tick three circles:
   *[other] Tick { $n } circles:
}
ballot-tick-what = { $n ->
    [1] the idea you like most
   *[other] the ideas you like most
}
ballot-mark = { $n ->
    [1] Mark one square:
    [2] Mark two squares:
    [3] Mark three squares:
   *[other] Mark { $n } squares:
}
ballot-mark-what = { $n ->
    [1] the one you would argue about most
   *[other] the ones you would argue about most
}
ballot-ideas = The ideas
ballot-like = like most
ballot-argue = argue about
ballot-circle-alt = A circle to tick.
ballot-square-alt = A square to mark.
ballot-fold = Fold it once and hand it in.
ballot-over = More ideas overleaf.

stickers = The stickers
stickers-title = Stickers, { $study }
stickers-alt = Stickers to peel off: { $green } green, each a tick in a circle, and { $red } red, each an exclamation mark in a square.
stickers-sheet = Sheet { $n } of { $of }. Labels of { $labels }. Print at full size, not “fit to page”.

seats-title = Seat cards, { $study }
seat-place = The card of seat { $n }

door = The door sign
door-title = Door sign, { $study }
door-come = Come in.
door-quiet = Quiet, please: people are talking and listening here.

paper-of = {" "}of{" "}
paper-continued = , continued

handout = The ideas
handout-title = The ideas, { $study }
handout-lead = What the posters say, to keep at hand while we talk.

guide = Moderator’s guide
guide-title = Moderator’s guide, { $study }
guide-minutes = { $n } min
guide-from = {" "} min, from { $time }
guide-each = {" "} min each
guide-times = from { $times }
guide-end = End
guide-say = “{ $ask }”
guide-probes = Probes
guide-what-ifs = What if
guide-notes = For you
guide-count = Count here, if there is no laptop
guide-idea = Idea
guide-green = green
guide-red = red
guide-groups = groups so far
guide-choose = Then choose, and say why
guide-why = Idea, and why
guide-discussion = Talking about an idea
guide-rating = Rating. One number for the whole group. Ring it.
guide-ideas = The ideas, one by one
guide-own-notes = Notes
guide-coverage = Talked of so far
guide-coverage-lead = Ideas that few groups have talked of come first. Take the joker from the top.
guide-tonight = tonight, as what

notes = Notes
notes-title = Note sheets, { $study }
notes-time = Time
notes-seat = Seat
notes-said = What was said
notes-lens = Lens

consent = Signing in
consent-title = Signing in, { $study }
consent-lead = What we do with what you say, in four lines.
consent-record = If you agree, we record the sound, so that we can write down what was said.
consent-quote = If you agree, we may quote your words. We never use your name.
consent-keep = We keep the recording safe and delete it when the work is done.
consent-stop = You can leave when you like, and take back what you said.
consent-seat = Seat
consent-name = Name
consent-recorded = Recorded
consent-quoted = Quoted
consent-signed = Signed
consent-recorded-alt = A box to tick if you agree to be recorded.
consent-quoted-alt = A box to tick if you agree to be quoted.
