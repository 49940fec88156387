# The guide: writing it, its versions, and the guide as text.

guide-outline = Outline
guide-activity = Activity
guide-stage = Stage
guide-least = least
guide-least-kind = least, { $kind }
guide-minutes-of = Minutes of a { $kind }
guide-least-of = Least minutes of a { $kind }
guide-activity-title = Title
guide-subtitle = Second line
guide-subtitle-none = Add a second line
guide-remove = Remove
guide-duplicate = Duplicate
guide-stage-up = Move { $stage } up
guide-stage-down = Move { $stage } down
guide-stage-remove = Remove { $stage } and what is in it
guide-new-activity = New activity
guide-new-activity-ask = What do you think?
guide-new-stage = New stage
guide-new-break = Break
guide-new-break-ask = Ten minutes’ break. Tea and coffee are at the back.
guide-of-least = of { $due }, at least { $least }
guide-fits = fits
guide-over = of { $due }: { $n } min over
guide-spare = of { $due }: { $n } min to spare
guide-no-room = more than one activity can give
guide-take-each = Take { $n } from each idea
guide-take-from = Take { $n } from { $from }

guide-tool = Tool
tool-none = Talk
tool-flip_chart = Flip chart
tool-flip-values = Flip chart, with the values slide
tool-gallery = Gallery
tool-discussion = Discussion
tool-tips = Tips
guide-values-slide = Values slide
guide-values-title = Heading of the slide
guide-value = Value
guide-statement = What the commissioner says it stands for
guide-choice = Ideas to discuss
guide-choice-about = In this order. Moving one moves its discussion.
guide-slot = Name
guide-rule-of = How { $slot } is chosen
rule-most_green = the most green stickers
rule-most_red = the most red stickers
rule-joker = the least discussed so far
guide-kind = Kind of group
guide-kinds = Kinds of group
guide-kinds-about = How long an evening each has, and for how many people. Every activity has minutes for each kind.
guide-kinds-change = Kinds of group: { $kind }
guide-kinds-done = Back to the activity
guide-kind-minutes = Minutes
guide-kind-fewest = Fewest people
guide-kind-most = Most people
guide-kind-of = { $what } of a { $kind }
guide-new-kind = Add a kind of group: write its name
guide-alike = What a change to a discussion changes
guide-alike-all = All { $n }
guide-alike-one = Only this one
guide-alike-about = A change is made in all { $n } where they say the same.
guide-alike-alone = A change is made here alone.
guide-alike-apart = Each keeps its own: { $parts }.
guide-yes = Yes
guide-no = No
guide-stickers-green = Greens each
guide-stickers-red = Reds each
guide-scale = Rating, agreed by the group
guide-scale-from = Lowest rating
guide-scale-to = Highest rating
guide-scale-to-word = to
guide-low = Word for the low end
guide-high = Word for the high end

guide-ask = Ask first
guide-hint = Second line under the question
guide-hint-none = Add a second line under the question
guide-questions = Questions
guide-question = Question
guide-if-nobody = Probes, if nobody gets there
guide-probe = Probe
guide-for-moderator = For the moderator
guide-note = Note

guide-lenses = Lenses
guide-lenses-about = The same for every idea.
guide-lens = Lens
guide-lens-name = Name of the lens
guide-together = Together
guide-share-of = Share of the time of { $lens }, in parts
guide-parts = parts
guide-parts-fit = One part is one minute of a { $kind }.
guide-parts-off = The parts add up to { $n }. In a { $kind } they share { $minutes } min.
guide-parts-take = Give each idea { $n } min
guide-new-lens = New lens
guide-idea-probes = Probes of the idea are asked here
guide-share-before = It was { $n } in the version before.
guide-rated-by = Rated by
guide-rating-none = Not rated. Write the question to rate by.

guide-debriefs = From the debriefs
guide-group = Group { $n }
guide-key-choose = choose
guide-key-move = move
key-duplicate-activity = duplicate the activity
key-next-change = next change
key-last-change = last change
key-open-change = open it where it is written
key-name-cause = say which debrief led to it
key-back-from-changes = back from what changed
key-back-to-outline = back to the outline; what was typed waits
key-changes-short = next, last change
key-cause-short = cause
key-back-short = back

# Versions
version-choose = Version
version-writing = being written
version-pilot = pilot
version-main = main
version-phase = Phase
version-used-by = { $n ->
    [0] no group
    [one] 1 group
   *[other] { $n } groups
}
guide-used = { $n ->
    [one] Used in group { $groups }, so it stays as it is.
   *[other] Used in groups { $groups }, so it stays as it is.
}
guide-first = No group has used it yet: change it as you like.
guide-amending = { $n ->
    [one] Amending v{ $from }, which stays as group { $groups } used it.
   *[other] Amending v{ $from }, which stays as groups { $groups } used it.
}
guide-changes = { $n ->
    [0] No changes so far.
    [one] 1 change so far.
   *[other] { $n } changes so far.
}
guide-compare = Compare with v{ $n }
guide-amend = Amend v{ $n }
guide-use = { $count ->
    [one] Use v{ $n } in group { $groups }
   *[other] Use v{ $n } in groups { $groups }
}

# What changed
compare-title = What changed
compare-from = Older version
compare-to = Newer version
compare-show = Show
compare-all = All { $n }
compare-added = Added { $n }
compare-dropped = Dropped { $n }
compare-reworded = Reworded { $n }
compare-retimed = Retimed { $n }
compare-moved = Moved { $n }
compare-changed = Changed { $n }
compare-where = Where in the guide
compare-same = Nothing differs.
compare-not-there = not there
compare-open = Open it where it is written
compare-because = because of
compare-caused-by = Led to by the debriefs of groups { $groups }. Change that.
compare-name-cause = Say which debrief led to it
compare-tick-causes = Tick the groups whose debriefs led to the change that is marked.
compare-mark-first = Mark a change to say which debriefs led to it.
compare-cause-of = The debrief of group { $n } led to it
compare-more = Surprises and top moments
compare-print = Print
compare-file-where = Where the changes go, to be printed
compare-file = { $study }, v{ $from } and v{ $to }.pdf
compare-paper-title = What changed from v{ $from } to v{ $to }
compare-paper-of = { " of " }
compare-paper-continued = , continued
compare-into-note = Into the note
compare-place = place { $n }
compare-place-in = { $within }, place { $n }
compare-side = Why, and who used which
compare-why = Why it was amended
compare-why-none = Say why, in a few words. It is for whoever reads the study later.
compare-made = Begun { $date }
groups-and-more = { $groups } and { $n } more
compare-of-groups = groups { $groups }
compare-used = Who used which
compare-groups = { $done } done, { $now } under way, { $planned } planned. A group can move to a newer version until it starts.
kind-added = Added
kind-dropped = Dropped
kind-reworded = Reworded
kind-retimed = Retimed
kind-moved = Moved
kind-changed = Changed
area-lenses = Talking about an idea
area-settings = Settings
area-ideas = Ideas
part-stage = stage
part-name = name
part-title = title
part-subtitle = second line
part-short = short name
part-ask = what is asked first
part-hint = line under the question
part-minutes = minutes
part-least = least minutes
part-tool = tool
part-question = question
part-probe = probe
part-what_if = what-if
part-note = note
part-rating = rating
part-share = share of the time
part-idea_probes = probes of the idea
part-other_services = other services
part-low = word for the low end
part-high = word for the high end
part-from = lowest rating
part-to = highest rating
part-green = green stickers
part-red = red stickers
part-fewest = fewest people
part-most = most people
part-rule = how it is chosen
part-statement = statement
part-value = value
part-shown = beside what people say
part-theme = theme
part-description = text
part-example = example
part-reference = reference card
part-about = what it is for
part-source = source
part-language = language
part-method = method
part-thanks = thanks at the end

# The guide as text
guide-as-text = As text
guide-as-outline = As outline
guide-text-about = Plain text that Word or any editor can open.
guide-text-about-open = Plain text that Word or any editor can open. Change it here or there.
guide-write-file = Save as a file…
guide-read-file = Open a file…
guide-file = { $study }, guide v{ $n }.md
guide-file-kind = Plain text
guide-text-changes = What the text would change
guide-text-faults = { $n ->
    [one] 1 line cannot be read
   *[other] { $n } lines cannot be read
}
guide-text-line = Line { $n }
guide-text-would = { $n ->
    [one] 1 change
   *[other] { $n } changes
}
guide-text-take = Take this text as the guide
guide-text-drop = Drop what was typed
guide-text-same = The text says what the guide says. What you change shows here before it is taken.
guide-text-locked = A session has used this version, so it can be saved as a file but not changed.
