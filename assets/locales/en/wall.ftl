# What the group sees, and how the moderator chooses it.

wall-for-example = For example
wall-people =
    { $n ->
        [0] { "" }
        [one] 1 person
       *[other] { $n } people
    }
wall-core = Core
wall-additional = Additional
wall-unsorted = Not sorted yet
wall-ideas =
    { $n ->
        [one] One idea
        [9] Nine ideas
       *[other] { $n } ideas
    }
wall-stickers = Your stickers
wall-green-means = like most
wall-red-means = would argue about
wall-green = green
wall-red = red
wall-most-green = Most green
wall-most-red = Most red
wall-base =
    { $n ->
        [one] 1 person, { $green } green, { $red } red
       *[other] { $n } people, { $green } green, { $red } red
    }
wall-next-choose = Next: we choose what to talk about
wall-one-number = One number for the whole group
wall-scale = From { $from }, { $low }, to { $to }, { $high }
wall-gave =
    { $people ->
        [one] 1 person gave
       *[other] { $people } people gave
    }
wall-is-it = is it { $n }?
wall-agreed = agreed
wall-now = now
wall-next = next
wall-say-so = Say so if you see it differently. It is written down.
wall-left = left
wall-over = over

wall-now-label = The wall now
wall-on-it = On the wall: { $view }
wall-would-show = Would show: { $view }
wall-choose = Show on the wall
wall-clock = The clock on the wall
wall-window = The wall’s own window
wall-may-see = The room may see this screen
wall-sees = The room sees this screen
wall-found = The room has its own screen now
wall-one-screen = Your computer knows of one screen only. If a projector is on, it shows the room all that you see here: names, notes, and stickers before the reveal.
wall-mirrored = The projector shows the same picture as this laptop. The room sees all that you see here: names, notes, and stickers before the reveal.
wall-extend = Where your computer sets its screens, choose “extend” and not “duplicate”. Then the wall has a screen of its own.
wall-fill-about = Until then the wall can cover this screen. Esc brings you back.
wall-fill = Fill this screen with the wall
wall-found-about = A projector is there that shows something else than this laptop.
wall-move = Put the wall there
wall-view-blank = nothing
wall-view-question = the question
wall-view-values = the values slide
wall-view-flip = the flip chart
wall-view-poster = { $idea }
wall-view-posters = all posters
wall-view-rating = the rating, { $lens }
wall-view-thanks = thanks
wall-key-window = open or close the wall’s window
wall-key-blank = blank the wall, or bring it back
wall-key-values = show the values slide
wall-key-clock = put the clock on the wall, or take it off
