# Why something was refused: what happened, what was kept, what to do.

problem-forbidden = That is for the moderator. Nothing was changed.
problem-unknown_command = There is no command called “{ $name }”. Nothing was changed.
problem-invalid = That could not be read. Nothing was changed. Check what was typed and try again.
problem-not_found = That is no longer there, or never was. Nothing was changed.
problem-no_study = No study is open. Open one first.
problem-not_a_study = This file is not a Folkmoot study. It was left as it is. Choose a file that ends in .folkmoot.
problem-newer_study = This study was written by a newer Folkmoot. It was left as it is. Bring Folkmoot up to date to open it.
problem-in_use = This study is open in another window or program. Close it there, then try again. Nothing was changed.
problem-read_only = This place cannot be written to. Nothing was changed. Copy the study to your own folder and open it there.
problem-disk_full = The disk is full, so this was not kept. Everything kept before is safe. Free some space, then try again.
problem-file_exists = There is already a file of that name. It was left as it is. Choose another name.
problem-damaged = The study holds something that cannot be read. It was left as it is. Open a copy of it if you have one.
problem-storage = The study could not be read or written, so this was not kept. Everything kept before is safe. Try again.
problem-broken_method = The method could not be read: { $file }, line { $line }: { $reason }. Nothing was made. Mend the line and try again.
problem-broken_locale = The words could not be read: { $file }, line { $line }: { $reason }. The words that came with Folkmoot are used.
problem-no_such_date = “{ $date }” is not a date. Nothing was changed. Write it as year, month, day: 2026-03-12.
problem-no_such_time = “{ $time }” is not a time on that day. Nothing was changed. Write it as 19:00.
problem-no_such_zone = There is no time zone called “{ $zone }”. Nothing was changed. Write it as Europe/London.
problem-version_used = A session has run by version { $number }, so it stays as it is. Nothing was changed. Amend it to write the next version.
problem-cancelled = This session is cancelled, so it does not begin. Say first that it takes place after all.
problem-session_in_record = There are people or a record in { $group }, so it stays in the plan. Nothing was changed. Cancel it instead.
problem-empty_quota = A quota says whom it is for, and how many: one at least. Nothing was changed.
problem-quota_twice = There are two quotas for { $quota }. Nothing was changed. Keep one of them.
problem-quota_over_seats = A quota of { $people } does not fit a table of { $seats }. Nothing was changed.
problem-unknown_attribute = Nobody is asked about “{ $attribute }” in this study. Nothing was changed.
problem-attribute_twice = People are asked about { $attribute } already. Nothing was changed. Give it another name.
problem-being_written = No session has run by version { $number } yet. Nothing was changed. Go on writing in it: no new version is needed.
problem-broken_design = That does not fit together: { $reason }. Nothing was changed.
problem-broken_guide = The text could not be read. Line { $line }: { $reason }. Nothing was changed. Mend the line and try again.
problem-empty_name = A name is needed. Nothing was changed.
problem-unknown_kind = The guide has no kind of group called “{ $kind }”. Nothing was changed.
problem-unknown_idea = There is no idea called “{ $idea }”. Nothing was changed.
problem-unknown_theme = There is no theme called “{ $theme }”. Nothing was changed.
problem-last_idea = This is the only idea, and a study needs one to talk about. Nothing was changed. Change its words instead.
problem-theme_not_empty = There are ideas in “{ $theme }”. Nothing was changed. Move them to another theme first.
problem-unknown_activity = The guide has no activity called “{ $activity }”. Nothing was changed.
problem-unknown_lens = There is no lens called “{ $lens }”. Nothing was changed.
problem-unknown_seat = Nobody sits in seat { $seat }. Your words are still in the note line: change the number, or take it out for the whole group.
problem-seat_taken = { $name } sits in seat { $seat }. Nothing was changed. Choose a free seat, or move { $name } first.
problem-no_such_seat = There is no seat { $seat } at this table. Nothing was changed.
problem-has_withdrawn = { $name } has taken consent back. If they let it stand after all, say so first.
problem-nobody_to_ask = Everybody who is here has been asked already.
problem-no_seat_to_give = { $name } has no seat that somebody else could take.
problem-has_a_seat = { $name } sits at the table already. Take somebody who has no seat.
problem-person_in_record = { $name } is in the record, so the seat stays. Note that { $name } left, or is not coming.
problem-not_started = The session has not begun. Start it first.
problem-already_started = The session has begun already. Nothing was changed.
problem-ended = The session has ended. Open it again to go on.
problem-last_activity = This is the last activity. End the session when you are done.
problem-first_activity = This is the first activity.
problem-too_few_minutes = { $activity } needs at least { $least } min. The minutes stay as they were.
problem-no_stickers_left = All { $allowed } { $colour } stickers of this seat are on the wall. Take one back first. Nothing was changed.
problem-same_idea_twice = This seat has that colour on this idea already. Choose another idea. Nothing was changed.
problem-round_not_open = No stickers can be placed in this round now. Nothing was changed.
problem-round_out_of_order = That is not the next step of the round. Nothing was changed.
problem-round_has_stickers = The round has stickers already. It stays as it is.
problem-wrong_entry = Stickers do not come in that way in this round. Nothing was changed.
problem-absent = This person is not in the room, so no sticker or rating was placed. Note that they came if they are here.
problem-already_voted = Seat { $seat } has voted already. The ballot stays as it is.
problem-too_many_in_tally = That makes { $count } { $colour } stickers, and { $most } are possible. The count stays as it was. Check the poster, and who is here.
problem-chosen_twice = { $idea } is chosen already. Take another idea. Nothing was changed.
problem-reason_needed = Say why, in a few words: it is kept. Nothing was changed yet.
problem-outside_scale = { $value } is not on the scale from { $from } to { $to }. The rating stays as it was.
problem-not_rated = { $lens } is not rated. Nothing was changed.
problem-empty_line = There is nothing to keep yet.
problem-line_too_long = That is { $length } characters, and a line holds { $most }. Your words are still there: cut them, or keep them as several lines.
problem-merge_with_itself = These two cannot be merged. Nothing was changed.
problem-not_same_study = That record is of another study, so nothing came in. Open the study it belongs to and bring it back there.
problem-secret_round_open = A secret round is open, and its ballots must not be copied. Seal the round first. Nothing was written.
problem-nothing_to_undo = There is nothing to undo.
problem-nothing_to_redo = There is nothing to redo.
problem-changed_since = This has changed since, so it was left as it is. Look again, then decide.
problem-missing_glyph = “{ $character }” cannot be printed. It is in “{ $near }”, under { $place }. Nothing was written. Change the letter and try again.
problem-not_printed = The document could not be made. The record is safe. Try again.
problem-too_many_marks = One letter in “{ $near }” carries more marks than can be printed. It is under { $place }. Take some away and print again.
problem-too_long_to_print = There is too much text for the paper, even in the smallest size: { $place }. Make it shorter and print again.
problem-long_idea_name = The name of idea { $number } is too long for a poster, even in the smallest size. Make it shorter and print again.
problem-nameless_idea = Idea { $number } has no name yet. Name it, and its poster can be printed.
problem-nothing_to_print = There is nothing to print. Choose at least one paper with something on it.
problem-too_many_copies = That is more than { $most } copies in one go. Print fewer.
problem-no_such_language = The study has no words in this language yet: { $language }. Add them, or print in another language.
problem-sheet_unreadable = The file cannot be opened. Nothing came in. Check that it is still there and that you may read it.
problem-sheet_empty = There is nothing in this file. Nothing came in. Choose another one.
problem-sheet_too_large = This file is larger than { $most } MB, and a list of people is not. Nothing came in. Ask for the list alone.
problem-sheet_bomb = Unpacked, this file would be larger than { $most } MB. It was not opened, and nothing came in. Ask the sender for a plain copy.
problem-sheet_too_long = A list in this file has more than { $most } rows. Nothing came in. Split it, and bring in one part at a time.
problem-sheet_too_wide = A list in this file has more than { $most } columns. Nothing came in. Ask for the columns you need.
problem-sheet_locked = This file is locked with a password. Nothing came in. Open it in the program that made it, save a copy without the password, and choose that.
problem-not_a_sheet = { $looks ->
    [pdf] This is a PDF, not a sheet.
    [document] This is a document, not a sheet.
    [web_page] This is a web page under the name of a sheet.
    [xml] This is an XML file, not a sheet.
    [xlsb] This is a binary Excel workbook, which cannot be read here.
    [zip] This is a packed folder, not a sheet.
   *[other] This is not a sheet.
} Nothing came in. Save the list as XLSX, XLS, ODS or CSV and choose that.
problem-sheet_damaged = This file is damaged and cannot be read to its end. Nothing came in. Ask for it again.
problem-sheet_changed = The file has changed since you looked at it. Nothing came in. Read it again.
problem-no_such_sheet = The file has no such sheet. Nothing came in. Read it again.
problem-nobody_comes_in = Nobody in this list can come in as it is. Check what the columns are. Nothing was changed.
