# Words used all over.
minutes = { $n } min
hours = { $h } h
hours-minutes = { $h } h { $m }
