# The ideas: their posters, their words, how they fit.

ideas-count = { $n ->
    [one] 1 idea
   *[other] { $n } ideas
}
ideas-themes = { $n ->
    [one] in 1 theme.
   *[other] in { $n } themes.
}
ideas-too-long = { $n ->
    [0] Each fits its poster.
    [one] 1 does not fit its poster.
   *[other] { $n } do not fit their posters.
}
ideas-used = A group has used this version, so it stays as it is.
ideas-add = Add an idea
ideas-new = New idea
ideas-new-words = Say in one or two sentences what would change, and for whom.
ideas-copy = { $name }, copy
ideas-remove = Take out
ideas-theme = Theme
ideas-new-theme = New theme
ideas-theme-up = Move { $theme } up
ideas-theme-down = Move { $theme } down
ideas-theme-remove = Take out { $theme }
ideas-theme-empty = No ideas yet.
ideas-long = too long
ideas-poster = Poster { $n }: { $name }
ideas-printed = { $name }: sheet { $n } of { $of }, as it prints
ideas-paper = Paper
ideas-sheets = Sheets of the poster
ideas-points = { $n } pt on paper.
ideas-reading-age = Reading age about { $n }
ideas-fits = Fits the poster in full size.
ideas-smaller = { $n ->
    [one] To fit the poster, the words are set at { $size }% of full size. Cut about 1 word to print them in full size.
   *[other] To fit the poster, the words are set at { $size }% of full size. Cut about { $n } words to print them in full size.
}
ideas-over = { $n ->
    [one] 1 line too long for the poster.
   *[other] { $n } lines too long for the poster.
}
ideas-over-cut = { $n ->
    [one] Even in the smallest size. Cut about 1 word, or it goes on to { $sheets } sheets.
   *[other] Even in the smallest size. Cut about { $n } words, or it goes on to { $sheets } sheets.
}
ideas-edge = { $paper } ends here
ideas-box-name = Name on the poster
ideas-box-description = What it is
ideas-box-example = Example { $n }
ideas-box-edit = { $what }, to be written on the poster: { $text }
ideas-as = Show as
ideas-as-poster = Poster
ideas-as-handout = Handout
ideas-as-ballot = Ballot card
ideas-print = { $n ->
    [one] Print 1 poster
   *[other] Print { $n } posters
}
ideas-compare = Compare with v{ $n }
ideas-name = Name on the poster
ideas-short = Short name, for the ballot and where there is little room
ideas-description = What it is
ideas-examples = Examples, in their order: all go on the poster and the handout
ideas-example = Example
ideas-at-hand = At hand for idea { $n }
ideas-probes = Probes
ideas-what-ifs = What if
ideas-other-services = Ask if it would work for other services?
ideas-reference = Reference card
ideas-reference-for = staff only, never on the wall
ideas-reference-line = Line

key-open-poster = open a poster
key-add-idea = add an idea
