# Bringing in a recruiter's sheet.

import-people = Import people
import-about = Nothing comes in until you say so. The file itself is not changed.
import-back = Sessions
import-template = Template for recruiters
import-template-title = Where the template goes
import-template-filter = Sheets
import-template-name = Recruits.xlsx
import-template-written = The template is in { $path }
import-another = Another file
import-choose = Choose a file
import-choose-filter = Sheets (XLSX, XLS, ODS, CSV)
import-read = Read it
import-drop = Choose the recruiter’s list, drop it here, or type where it is.
import-drop-about = XLSX, XLS, ODS or CSV. Columns may stand in any order, under any heading.
import-reading = Reading the file

import-columns = 1. What their columns are
import-sheet = Sheet
import-sheet-n = Sheet { $n }: “{ $name }”
import-heads-in = heads in row
import-no-heading = (no head)
import-empty = empty
import-means = What each spelling means
import-value = What “{ $spelling }” means
import-value-keep = as written
import-session-for = People without a group go to
import-session-none = nobody’s group: they wait
import-ask-contacts = Read phone and e-mail too
import-contacts-out = Phones and mail are read only if you ask, and kept apart from the record.
import-contacts-in = Phones and mail are kept on this laptop only, apart from the record, and are in no export.

import-is-out = Left out
import-is-name = First name
import-is-surname = Surname
import-is-session = Group
import-is-seat = Seat
import-is-sex = Sex
import-is-age = Age
import-is-place = Town
import-is-phone = Phone
import-is-email = E-mail
import-hint-name = first word only
import-hint-surname = first letter, if needed
import-hint-age = on the evening
import-hint-phone-out = phones stay out
import-hint-email-out = mail stays out
import-what-column = What column { $letter } is

import-days = What comes first in a date
import-days-day-first = Day first
import-days-month-first = Month first
import-days-day = { $n ->
    [one] 1 date only makes sense with the day first.
   *[other] { $n } dates only make sense with the day first.
}
import-days-month = { $n ->
    [one] 1 date only makes sense with the month first.
   *[other] { $n } dates only make sense with the month first.
}
import-days-both = { $day } of them say day first, { $month } say month first. Which is it?
import-days-either = { $n ->
    [one] “{ $example }” can be read both ways. Which is it?
   *[other] { $n } dates, such as “{ $example }”, can be read both ways. Which is it?
}
import-then = Once they are in
import-then-words = Once they are in – { $words }

import-rows = 2. Who comes in
import-show = Rows
import-show-all = All { $n }
import-show-mended = Mended { $n }
import-show-ask = To settle { $n }
import-show-out = Left out { $n }
import-head-row = Row
import-head-name = Name
import-head-group = Group
import-head-sex = Sex
import-head-age = Age
import-head-why = What happens
import-head-leave = Leave out
import-no-rows = No such rows.
import-more = Show { $n } more
import-comes-in = comes in
import-leave-out = Leave row { $row } out
import-take-back = Take row { $row } back in
import-put-in = Put in { $group }
import-set = Settle row { $row }
import-set-name = Name of row { $row }
import-set-age = Age of row { $row }
import-set-session = Group of row { $row }
import-set-seat = Seat of row { $row }
import-set-go = Set
import-anybody = Choose a group

import-come-in = { $n ->
    [one] 1 comes in
   *[other] { $n } come in
}
import-mended = { $n } of them mended
import-to-settle = { $n } to settle, or they stay out
import-stay-out = { $n ->
    [one] 1 stays out
   *[other] { $n } stay out
}
import-bring = { $n ->
    [0] Nobody to bring in
    [one] Bring in 1 person
   *[other] Bring in { $n } people
}
import-done = { $people ->
    [one] 1 person is in the study
   *[other] { $people } people are in the study
}
import-done-groups = in { $groups ->
    [one] 1 group
   *[other] { $groups } groups
}
import-done-contacts = How to reach { $n } of them is kept apart from the record.
import-to-sessions = See the sessions
import-undo = Undo
import-undone = Nobody came in: it was taken back.
import-kept = Read in { $seconds } s. Nothing is kept of this file but what you bring in.
key-import-next = Next row to settle
key-import-leave-out = Leave this row out, or take it back
key-import-bring = Bring them in

import-why-left_out = you left it out
import-why-total = a total, not a person
import-why-heading_again = the headings again
import-why-duplicate = { $born ->
    [true] same name and birth date as row { $row }
   *[other] the same as row { $row }
}
import-why-already_here = { $name } is in this group already
import-why-no_name = nobody’s name
import-why-no_group = no group
import-why-no_group_named = no group “{ $text }”
import-why-group_over = the evening of { $group } is over or cancelled
import-why-age_outside = age { $age }, not { $band }
import-why-no_such_date = { $text } is no date
import-why-no_age = “{ $text }” is no age
import-why-seat_taken = seat { $seat } is { $name }’s
import-why-no_such_seat = no seat “{ $seat }” at this table
import-why-too_long = a cell is far too long ({ $what })
import-why-first_name_only = first name only
import-why-capitals = capitals
import-why-initial = another of that name: { $name }
import-why-read_as = “{ $from }” read as { $to }
import-why-serial = { $from } is { $date }
import-why-day_first = { $from } read as { $date }
import-why-turned = { $from } can only be { $date }
import-why-formula = formula: its last value, “{ $text }”
import-why-merged = merged cells: “{ $text }”
import-why-no_seat_left = all { $seats } seats are taken: a reserve
import-why-other_value = “{ $text }” as written
import-why-not_understood = “{ $text }” not understood as { $what }: left empty
import-why-odd_contact = “{ $text }” looks wrong
import-why-lacks = lacks { $what }
