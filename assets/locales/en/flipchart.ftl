# The flip chart.

flip-mode = What the flip chart is doing
flip-collect = Collect
flip-merge = Merge
flip-sort = Core or additional
flip-weigh = Weigh
flip-count =
    { $n ->
        [one] item
       *[other] items
    }{ $unsorted ->
        [0] { "" }
       *[other] , { $unsorted } not sorted
    }
flip-sheets = Sheets
flip-sheet = Sheet { $n }
flip-new-sheet = New sheet
flip-chart-of = Flip chart: { $activity }
flip-aside = Beside the flip chart
flip-core = Core
flip-additional = Additional
flip-unsorted = Not sorted yet
flip-said-by = said by
flip-hands-of = hands of { $n }
flip-of-hands = of { $of } hands
flip-hands-for = Hands for “{ $text }”
flip-with = with { $texts }
flip-drag = Move “{ $text }”
flip-merge-in = Merge “{ $text }” in
flip-merge-first = Press the line that goes into another.
flip-merge-second = Now press the line it goes into, and press it again to merge.
flip-key-core-short = core
flip-key-additional-short = additional
flip-key-merge-short = merge
flip-key-down = next line
flip-key-up = line before; with Alt the line moves
flip-key-core = core, or not after all
flip-key-additional = additional, or not after all
flip-key-new = new sheet
flip-key-merge = merge into another line
flip-add = Another line
flip-add-how = Seat, then the words. Enter keeps it
flip-edit = Change what stands on the flip chart
flip-words = Words
flip-seats = Said by
flip-value = Value heard
flip-no-value = None
flip-nobody = Nobody sits there.
flip-keep = Keep
flip-remove = Strike off
flip-values = Values slide
flip-values-ready = Ready, not on the wall yet
flip-values-shown = On the wall now
flip-values-show = Show it on the wall
flip-values-off = Back to the question
flip-heard = Heard here, items
flip-heard-in = Heard in “{ $text }”
flip-not-yet = not yet
