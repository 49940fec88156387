# The library: the first screen.

library-title = Library
library-start = Start
library-new = New study
library-new-about = Choose a method and a name
library-open = Open a study
library-open-about = A study file from this computer
library-open-title = Open a study
library-open-filter = Folkmoot study
library-example = Explore the example study
library-example-about = 13 groups, all finished, with made-up people and words
library-stays = Your studies stay on this computer, each in one file:
library-studies = Studies
library-find = Find a study
library-none-found = No study is called “{ $words }”.
key-find-study = find a study

look-label = How the window looks
look-system = Auto
look-light = Light
look-dark = Dark

# The next session
next-running = Under way
next-tonight = Tonight at { $time }
next-today = Today at { $time }
next-tomorrow = Tomorrow at { $time }
next-on = { $day }, { $time }
next-was = Was planned for { $day }, { $time }
next-study = { $name }.
next-what = A { $kind }, { $length }.
next-what-at = A { $kind }, { $length }, at { $venue }.
next-open-tonight = Open tonight’s session
next-open = Open the session
next-go-on = Go on with the session
next-open-study = Open the study
ready-label = Is it ready?
ready-venue = Venue: { $venue }
ready-no-venue = No venue yet
ready-seats = { $n ->
    [one] 1 seat
   *[other] { $n } seats
}
ready-moderator = { $name } moderates
ready-no-moderator = No moderator yet
ready-notes = { $name } takes notes
ready-no-notes = No note-taker yet

# A study’s card
card-none = No session planned yet
card-count = { $done } of { $planned ->
    [one] 1 session
   *[other] { $planned } sessions
}
card-worked-today = Worked on today
card-worked-yesterday = Worked on yesterday
card-worked = Worked on { $day }

# Making a study
new-title = New study
new-method = Method
new-holds = { $ideas ->
    [one] 1 idea.
   *[other] { $ideas } ideas.
}
new-kind = A { $kind }: { $length }, { $fewest } to { $most } people.
new-name = Name
new-name-hint = The file gets this name too. You can change it later.
new-create = Make the study
new-cancel = Cancel

# An empty library
first-title = Hold your first group in three steps
first-make = Make a study
first-make-about = Choose a method. It brings the guide, the ideas and the questions to ask.
first-plan = Plan a session
first-plan-about = Say where and when, and type in who is coming. It takes a minute.
first-run = Run the evening
first-run-about = Folkmoot keeps the time, the stickers and what was said, and writes the summary.
first-act = Make your first study
first-or = Or explore the example study first: 13 finished groups, with made-up people and words.

# A study whose file is damaged
rescue-title = “{ $name }” is damaged
rescue-about = A part of its file can no longer be read. The rest can still be had.
rescue-saved = What can be saved
rescue-holds = { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}, { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $lines ->
    [one] 1 line of the record
   *[other] { $lines } lines of the record
}
rescue-when = { $day }, { $time }
rescue-last = The last thing in it is from { $when }.
rescue-whole = As far as can be seen, nothing is missing.
rescue-lost = { $n ->
    [0] Nothing that was done is missing
    [one] One thing that was done is lost
   *[other] { $n } things that were done are lost
}{ $left ->
    [0] .
    [one] , and one more is left out, since what it belongs to is lost.
   *[other] , and { $left } more are left out, since what they belong to is lost.
}
rescue-from-copy = { $n ->
    [one] One thing came from the copy.
   *[other] { $n } things came from the copy.
}
rescue-keep = Keep it as a new study
rescue-look = Look at it first
rescue-copy = The newest good copy
rescue-copy-made = Made { $when }, without anybody asking.
rescue-copy-lacks = { $n ->
    [0] It has every line that can be saved.
    [one] It lacks one line that can be saved.
   *[other] It lacks { $n } lines that can be saved.
}
rescue-open-copy = Go on with the copy
rescue-stays = The damaged file stays where it is, as it is. Phone numbers and e-mails are in neither: bring them in again from the recruiter’s list.
rescue-leave = Not now
rescue-looking = This is what was saved of a damaged study. You can look and export; to change anything, keep it as a new study.

# Copies that are made without asking
copies-failed = No copy of this study could be made. { $why }
