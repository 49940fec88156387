# The sheet of keys, and what the keys do.

keys-title = Keys
keys-about = The session goes on under this sheet. Every key still works.
keys-close = Close
keys-foot = Letters work when the note line is at rest.
keys-moving = Moving on
keys-doing = Here, now
keys-writing = Notes
keys-wall = The wall
keys-anytime = Anytime
keys-line = In the note line

keys-line-seat-typed = 4 words
keys-line-seat = seat 4 said it
keys-line-two-typed = 4,7 words
keys-line-two = two people said it
keys-line-group-typed = words
keys-line-group = the group said it
keys-line-own-typed = ~ words
keys-line-own = in your words, not theirs
keys-line-later-typed = 4 words ...
keys-line-later = to complete later
keys-line-remark-typed = / words
keys-line-remark = your own remark
keys-line-chart-typed = = words
keys-line-chart = on the flip chart
keys-line-code-typed = #code
keys-line-code = a code, Tab takes it
keys-line-star-typed = *
keys-line-star = a star

key-next = next
key-back = back; nothing is undone
key-pause = pause, and go on
key-jump = jump in the agenda
key-keys = this sheet
