# Talking an idea through.

talk-lenses = Lenses
talk-had = { $spent } of { $due }
talk-min = min
talk-lit = Lines have been kept.
talk-all-asked = all asked
talk-questions = Questions
talk-probes = Probes
talk-what-if = What if
talk-notes = Notes for you
talk-poster = Poster at hand
talk-for-example = For example: { $example }
talk-more-examples =
    { $n ->
        [one] One more example
       *[other] { $n } more examples
    }
talk-fewer-examples = One example only
talk-unlit = Half the time is gone, with no line on “{ $lens }”.
talk-go = Go to { $lens }
talk-no-idea = No idea has been chosen for this yet. Go back to the gallery and choose, then come here.
talk-key-lens = a lens
talk-key-tick = tick the next question

rate-title = Rating
rate-ask = One number for the whole group, from { $from } to { $to }
rate-end = { $n } is { $word }
rate-people =
    { $n ->
        [one] 1 person
       *[other] { $n } people
    }
rate-scale = { $lens }, { $from } { $low } to { $to } { $high }
rate-in-hand = asked now
rate-private = private ratings
rate-private-in = private: { $n } of { $of } in
rate-spread = private: { $low } to { $high }, middle { $middle }
rate-private-of = Private rating of seat { $seat }, { $name }
rate-private-how = { $from } to { $to }. Enter goes to the next seat; Delete takes it out.
rate-back = back to the scale
rate-show-spread = Show spread
rate-agree = Agree on { $n }
rate-agreed = Agreed
rate-key-down = rating one down
rate-key-up = rating one up
rate-key-agree = agree on the number
rate-key-spread = show the spread, or hide it
