# The study: its guide, its ideas and its sessions.

study-close = Close the study and go to the library
study-name = Name of the study
study-places = Places of the study
study-guide = Guide
study-ideas = Ideas
study-sessions = Sessions
study-undo = Undo: { $act }
study-redo = Redo: { $act }
key-plan-session = plan a session
key-undo = undo
key-redo = redo

# Guide
guide-about = Version { $number }, to read.
guide-activity = Activity
guide-ask = What to ask
guide-min = { $n } min
guide-least = at least { $n }
guide-questions = { $n ->
    [one] 1 question or probe
   *[other] { $n } questions and probes
}
guide-total = All of it
guide-of = { $had } of { $due }

# Ideas
ideas-about = { $n ->
    [one] 1 poster, to read.
   *[other] { $n } posters, to read.
}
ideas-probes = { $n ->
    [one] 1 probe or what-if
   *[other] { $n } probes and what-ifs
}

# Sessions
sessions-sum = { $planned } planned, { $done } done.
sessions-none = No session is planned yet. Fill in the form: a group, a place, a day. Then type in who is coming.
sessions-add = Plan a session
sessions-number = Number
sessions-group = Group, and recruited as
sessions-when = When and where
sessions-kind = Kind
sessions-people = People
sessions-staff = Moderator, notes
sessions-status = Status
sessions-of = { $n } of { $of }
sessions-not-said = not said yet
sessions-no-venue = no place yet
sessions-none-yet = none yet
sessions-see-people = See the people
session-done = Done
session-done-no-shows = { $n ->
    [one] Done, 1 no-show
   *[other] Done, { $n } no-shows
}
session-running = Under way
session-tonight = Tonight
session-today = Today
session-to-find = { $n } to find
session-no-venue = No place yet
session-no-moderator = No moderator
session-ready = Ready

# One session
session-number = Group { $n } of { $of }.
session-places = Places of the session
session-people = People
session-plan = Plan
session-open = Open the session
session-open-tonight = Open tonight’s session
session-go-on = Go on with the session
session-look = Look at the session

# Planning
plan-title = Plan a session
plan-change-title = The plan of the session
plan-group = Group
plan-group-example = Oxford, 25–39
plan-place = Town
plan-venue = Venue
plan-date = Date
plan-date-example = 12 March 2026
plan-date-hint = Day, month, year
plan-time = Time
plan-time-hint = By the clock of the place
plan-kind = Kind
plan-seats = Seats
plan-recruited-as = Recruited as
plan-recruited-by = Recruited by { $attribute }: it may stand beside what people say
plan-label = The group’s own label
plan-label-hint = In place of an age beside what people say, such as “net contributor”. May stay empty.
plan-moderator = Moderator
plan-note-taker = Note-taker
plan-keep = Keep the plan
plan-add = Plan the session
plan-cancel = Cancel
