# One tip each, at the end.

tip-count = { $n } of { $of } have given theirs. Enter goes to the next seat.
tip-of = : one tip
tip-aside = Beside the tips
