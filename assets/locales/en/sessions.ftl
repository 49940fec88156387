# The sessions of the study: their plan, the sample beside it, and what they covered.

# The table
sessions-sum = { $planned } planned, { $done } done{ $cancelled ->
    [0] .
    [one] , 1 cancelled.
   *[other] , { $cancelled } cancelled.
}
sessions-none = No session is planned yet. Fill in the form: a group, a place, a day. Then type in who is coming.
sessions-add = Add a session
sessions-as = Show the sessions as
sessions-as-table = Table
sessions-as-calendar = Calendar
sessions-as-coverage = Coverage
sessions-calendar = Calendar file
sessions-calendar-about = { $n ->
    [one] 1 session, for any calendar
   *[other] { $n } sessions, for any calendar
}
sessions-import = Import people
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
sessions-observers = { $n ->
    [one] 1 observer
   *[other] { $n } observers
}
sessions-zone = Times are { $town } time.
sessions-see-people = See the people
sessions-version = v{ $n }
sessions-run = { $n ->
    [one] group { $first }, guide { $versions }
   *[other] groups { $first } to { $last }, guide { $versions }
}
sessions-run-from = from group { $first } on, guide { $versions }
sessions-more = { $n ->
    [one] 1 more session
   *[other] { $n } more sessions
}
sessions-key-booked = came or booked
sessions-key-to-find = to find
sessions-key-lost = seat lost
phase-pilot = Pilot
phase-main = Main
session-cancelled = Cancelled
session-done = Done
session-done-no-shows = { $n ->
    [one] Done, 1 no-show
   *[other] Done, { $n } no-shows
}
session-debrief-open = { $done }, debrief open
session-running = Under way
session-tonight = Tonight
session-today = Today
session-to-find = { $n } to find
session-no-venue = No place yet
session-no-moderator = No moderator
session-no-note-taker = No note-taker
session-ready = Ready
key-plan-session = add a session
key-next-row = next group
key-previous-row = group before
key-duplicate = duplicate the group
key-open = open
key-duplicate-short = duplicate
key-keys-short = keys

# Whether a session takes place
standing-title = Whether it takes place
standing-version = Runs by version { $n } of the guide.
standing-newer = Move to version { $n }
standing-cancel = Cancel the session
standing-why = Why will it not take place?
standing-cancel-yes = Cancel it
standing-keep = Leave it as it is
standing-cancelled = Cancelled: { $why }
standing-hold = It takes place after all
standing-duplicate = Duplicate
standing-remove = Take it off the plan

# Planning
plan-zone = Time zone of the place
plan-phase = Phase
plan-observers = Observers
plan-observers-hint = Who watches is named here, and the group is told. They go into the summary.
plan-observer-n = observer { $n }
plan-observer-name = Name of observer { $n }
plan-observer-name-short = Name
plan-observer-for = Whom { $who } is there for
plan-observer-for-short = There for
plan-observer-announced = The group has been told
plan-observer-remove = Remove { $who }
plan-observer-add = Add an observer
plan-busy = Then there is { $group }, { $day } at { $time }.
plan-with-this = With this plan: { $words }

# Quotas
quotas-title = Quotas
quotas-people-of = People wanted: { $kind }
quotas-remove = Remove the quota for { $kind }
quotas-attribute = Who
quotas-second = And also
quotas-choose = Choose
quotas-and = and …
quotas-value = Value
quotas-people = People
quotas-add = Add a quota

# The sample
sample-title = The sample
sample-people = { $n } of { $of } people
sample-of = of { $n }
sample-none = No quota is set yet. With quotas you see here how many of whom are found, and what can no longer be found.
sample-begin = Set quotas
sample-edit = Change the sample
sample-sex = Sex
sample-age = Age
sample-place = Place
sample-life = Life
sample-asked = What people are asked
sample-asked-always = Asked in any case: { $names }.
sample-attribute = Another thing to ask
sample-attribute-example = Heavy user
sample-values = Its values
sample-values-example = Yes, No
sample-shown = Beside what people say
sample-shown-never = never shown
sample-shown-when_recruited_by = shown in groups recruited by it
sample-shown-always = always shown
sample-name = What is asked
sample-value-of = Value of { $name }
sample-add-value = Value
sample-add-attribute = Ask this too
sample-remove-attribute = No longer ask { $name }
sample-keep = Keep the sample
notice-no-seat = { $seats ->
    [0] No seat left for { $kind }
    [one] { $kind }: { $n } to find, 1 seat left
   *[other] { $kind }: { $n } to find, { $seats } seats left
}
notice-no-seat-why = { $seats ->
    [0] { $n } of { $of } are found. No group still to come takes them.
    [one] { $n } of { $of } are found. Groups still to come take 1 more, so { $missing } cannot be found.
   *[other] { $n } of { $of } are found. Groups still to come take { $seats } more, so { $missing } cannot be found.
}
notice-plan-one-more = Plan one more
notice-set-quota = Set the quota to { $n }
notice-every-seat = { $kind }: { $n } to find, { $n } { $n ->
    [one] seat left
   *[other] seats left
}
notice-every-seat-why = { $count ->
    [one] From now on everyone recruited for group { $groups } must be one.
   *[other] From now on everyone recruited for groups { $groups } must be one.
}
notice-together = { $kinds }: { $n } to find, { $seats ->
    [0] no seat left
    [one] 1 seat left
   *[other] { $seats } seats left
}
notice-together-why = Each could still be found, but not all of them. Plan one more group, or want fewer.

# The calendar
days-today = This month
days-earlier = The session before: { $day }
days-later = The next session: { $day }
days-zone = Each time is that of the place.
days-zones = Each time is that of the place. Where another clock holds, it says whose.
days-clock = { $town } time
days-as = Show the days as
days-as-month = Month
days-as-weeks = Weeks
days-week = { $from } to { $to }
days-none = No session in this month.
days-from-to = { $from } to { $until }
days-clash = { $who } is in two places.
days-clash-short = Two places
days-clash-at = { $group } on { $day } at { $time }
days-clash-elsewhere = a session in another month
days-clash-where = { $first }, and { $second }.
key-next-session = next session
key-previous-session = session before
key-next-month = next month
key-next-session-short = sessions
key-next-month-short = months
key-previous-month = month before
key-this-month = this month

# Coverage
coverage-caption = Which ideas the groups discussed, and as what
coverage-none = No group has discussed an idea yet. What each group takes up is shown here, and the next joker is the idea discussed least.
coverage-idea = Idea
coverage-groups = groups
coverage-lines = lines
coverage-next-joker = For the next joker
coverage-never = not discussed yet
coverage-least = least discussed
coverage-as = discussed as { $slot }
coverage-earlier = Earlier groups
coverage-later = Later groups
