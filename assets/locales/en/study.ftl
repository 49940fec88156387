# The study: its guide, its ideas and its sessions.

study-close = Close the study and go to the library
study-name = Name of the study
study-places = Places of the study
study-guide = Guide
study-ideas = Ideas
study-sessions = Sessions
study-undo = Undo: { $act }
study-redo = Redo: { $act }
key-undo = undo
key-redo = redo

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
