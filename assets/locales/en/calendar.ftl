# What a calendar shows of a session, in the file that the staff put into their own.

calendar-cancelled = Cancelled: { $words }
calendar-kind = { $words }
calendar-recruited-as = Recruited as: { $words }
calendar-moderator = Moderator: { $words }
calendar-note-taker = Notes: { $words }
calendar-observers = Observers: { $words }
