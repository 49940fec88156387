# The sessions of the study: their plan, the sample, the coverage and the calendar file.

# In the calendar file
calendar-cancelled = Cancelled: { $words }
calendar-kind = { $words }
calendar-recruited-as = Recruited as: { $words }
calendar-moderator = Moderator: { $words }
calendar-note-taker = Notes: { $words }
calendar-observers = Observers: { $words }
