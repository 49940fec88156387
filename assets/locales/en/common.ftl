# Words used all over.
app-name = Folkmoot
minutes = { $n } min
hours = { $h } h
hours-minutes = { $h } h { $m }
