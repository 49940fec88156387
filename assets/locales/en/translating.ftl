# The table that a translator fills in.

table-key = Text
table-name = Texts
table-what = Where it stands
table-study = The name of the study
table-theme = Theme { $n }
table-idea-name = Poster { $idea }: name
table-idea-short = Poster { $idea }: short name
table-idea-description = Poster { $idea }: what it is
table-idea-example = Poster { $idea }: example { $n }
table-paper = On the papers
table-state = State
table-checked = checked
table-missing = not begun
table-redo = to redo
table-unchecked = not checked
