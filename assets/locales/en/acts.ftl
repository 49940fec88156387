# What was done: stands after "Undo:" and "Redo:", and in the command line's list of acts.

did-create-study = made the study
did-rescue = saved from a damaged file
did-rename-study = new name of the study
did-plan-session = planned { $group }
did-change-plan = changed the plan of { $group }
did-duplicate-session = { $group } once more
did-cancel-session = { $group } cancelled
did-hold-session = { $group } takes place after all
did-remove-session = { $group } off the plan
did-change-sample = change to the sample
did-keep-debrief = the debrief
did-announce-observers = observers announced

did-seat-person = { $name } in the seat map
did-move-person = { $name } to seat { $seat }
did-import-people = { $count } people from a sheet
did-remove-person = { $name } out of the seat map
did-person-came = { $name } came
did-person-left = { $name } left
did-person-absent = { $name } is not coming
did-person-expected = { $name } is expected
did-replace-person = { $name } in place of { $of }
did-say-consent = what { $name } said yes to
did-all-said-yes = everybody here said yes
did-withdraw-consent = { $name } takes consent back
did-erase-person = a person erased
did-consent-again = { $name } lets consent stand
did-show-coarse = how { $name } is named to a reader

did-start-session = start of the session
did-go-to = move to { $activity }
did-pause = pause
did-resume = end of the pause
did-end-session = end of the session
did-reopen-session = session opened again
did-set-minutes = minutes on the agenda
did-tick = question asked
did-untick = question not asked

did-show-on-wall = what is on the wall
did-wall-clock = clock on the wall

did-add-to-flip-chart = “{ $text }” on the flip chart
did-change-flip-item = change to “{ $text }” on the flip chart
did-merge-flip-items = “{ $text }” merged into “{ $into }”
did-place-flip-item = place of “{ $text }” on the flip chart
did-remove-flip-item = “{ $text }” off the flip chart

did-set-round = round { $round } of stickers
did-open-round = opened round { $round }
did-seal-round = sealed round { $round }
did-reveal-round = stickers of round { $round } revealed
did-close-round = round { $round } made final
did-place-sticker = { $colour } sticker of seat { $seat } on { $idea }
did-take-sticker = { $colour } sticker of seat { $seat } off { $idea }
did-correct-sticker = correction: { $colour } sticker of seat { $seat } on { $idea }
did-place-hidden-sticker = { $colour } sticker of seat { $seat }
did-abstain = turn of seat { $seat }, nothing put up
did-take-hidden-sticker = { $colour } sticker of seat { $seat } taken back
did-set-tally = count of { $idea }: { $green } green, { $red } red

did-shift-lines = { $count ->
    [one] 1 line at this laptop’s time
   *[other] { $count } lines at this laptop’s time
}
did-take-record-back = the record { $file } taken back
did-settle = which of two records is right

did-choose = the ideas to talk about
did-rate-in-private = private rating of seat { $seat }
did-offer-rating = number put to the group
did-agree-rating = { $lens } { $value } on { $idea }
did-show-spread = spread shown
did-hide-spread = spread hidden

did-keep-line = line “{ $text }”
did-change-line = change to the line “{ $text }”
did-remove-line = line “{ $text }” taken out
did-keep-tip = top tip of seat { $seat }

did-add-language = { $language } added
did-rename-language = names of { $language }
did-remove-language = { $language } taken out
did-keep-translation = words in { $language }
did-check-translation = { $language } checked by a native speaker
did-uncheck-translation = a check in { $language } taken back
did-take-translation = { $language } from a table, texts: { $n }
did-edit = change to { $of }
did-edit-added = “{ $text }” added
did-edit-dropped = “{ $text }” taken out
did-move-idea = posters hung in another order
did-remove-idea = poster taken out
did-move-theme = themes in another order
did-edit-moved = { $of } moved
did-edit-reworded = new words in { $of }
did-edit-retimed = { $of } from { $from } to { $to } min
did-take-from-each = { $n } min from each idea
did-retime-each = { $n } min for each idea
did-change-several = { $n ->
    [one] change to 1 activity
   *[other] change to { $n } activities
}
did-change-activities = change to the guide
did-change-settings = change to the settings
did-take-guide-text = guide from text
did-amend = version { $number } begun
did-change-version = what is said about version { $number }
did-say-because = why { $of } was changed
did-use-version = sessions moved to version { $number }
