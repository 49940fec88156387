# The frame of a running session: header, agenda, forecast, foot.

run-agenda = Agenda
run-record = Record
run-export = Export
run-lost = This session cannot be shown
run-to-study = Back to the study
run-people = { $n ->
    [0] nobody here yet
    [one] 1 person here
   *[other] { $n } people here
}
run-paused = Paused
run-not-begun = Not begun
run-here = { $here } of { $seated } here
run-ended = Session ended
run-ended-about = { $time }. Everything is kept.
run-choose = Choose
run-choose-about = Which ideas we talk about
run-idea = Idea { $n }, { $as }
run-next = Next: { $title }
run-go-start = Start the session
run-go-choose = Next: Choose
run-go-take = Take these ideas
run-go-end = End session
run-go-study = Back to the study
run-ends = Ends { $time }
run-ended-at = Ended { $time }
run-drift = { $state ->
    [over] { $abs } min over
    [under] { $abs } min to spare
   *[even] on time
}
run-pause = Pause
run-resume = Go on
run-wall-on = Wall on
run-wall-off = Wall off

agenda-plan = plan
agenda-real = real
clock-left = left of { $min } min
clock-over = over { $min } min

forecast = Where it will end
forecast-why = Began { $began ->
    [late] { $late } late
    [early] { $late } early
   *[even] on time
}{ $since ->
    [lost] , lost { $lost } since
    [won] , won { $lost } since
   *[even] { "" }
}. Plan: { $plan }.
forecast-an-idea = { $n } min an idea
forecast-for = { $n } min for { $title }
forecast-several = shorten { $n } activities
forecast-make-up = Make it up: { $how }
forecast-short = Even cut to the least it ends { $n } min late. Carry on, and { $title } goes.
forecast-late = Even cut to the least it ends { $n } min late.
forecast-reopen = Reopen the session

foot-kept = Everything kept, { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}
foot-undo = Undo: { $act }
foot-redo = Redo: { $act }
foot-key-pause = pause
foot-key-wall = wall
foot-key-note = note
foot-key-keys = keys
foot-key-export = export

hint-cue = { $n } min to the end.
hint-no-sticker = { $name } ({ $seat }) has not placed a sticker yet.
hint-quiet = { $name } ({ $seat }) has not spoken for { $n } min.

ask-first = First comes { $title }.
ask-questions = Questions
ask-probes = Probes
ask-notes = For you
