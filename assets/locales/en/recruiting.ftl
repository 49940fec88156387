# The sheet that is sent to recruiters. Its headings are in assets/recruiting/words.toml too, so that
# it is read back without a question.

template-file = Recruits.xlsx
template-list = People
template-how = How to fill it in
template-note-first = First names only, please: no surnames.
template-note-row = One person a row. Leave a cell empty where you do not know.
template-note-contact = Phone numbers and e-mail addresses are not needed here. If they are there, they are left out unless the study asks for them.
template-female = Female
template-male = Male
template-session = Group
template-session-hint = Which group the person is for, by its name or its number.
template-name = First name
template-name-hint = The first name, or what the person wants to be called.
template-sex = Sex
template-sex-hint = Female, male, or the person’s own word.
template-age = Age
template-age-hint = Age on the evening, or the date of birth.
template-place = Town
template-place-hint = Where the person lives, if that is not where the group meets.
template-attribute = Choose one of the values offered, or write your own.
