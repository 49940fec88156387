# Words that stand on the papers, in Polish. No native speaker has checked them yet.

paper-subject = Do badania: { $study }
posters-title = Plakaty, { $study }
poster-example = Na przykład
poster-like = To podoba mi się najbardziej
poster-argue = O to spierałbym się najbardziej
poster-room-green = Zielona naklejka i miejsce na twoją.
poster-room-red = Czerwona naklejka i miejsce na twoją.
poster-number = Plakat { $n } z { $of }, wersja { $version }
poster-continued = { $name }, arkusz { $sheet }
poster-tile = Arkusz { $n } z { $of }: rząd { $row }, kolumna { $column }. Przytnij przy znakach z prawej i na dole. Połóż na następnych arkuszach, do ich znaków.

paper-version = { $study }, wersja { $version }
paper-of = {" "}z{" "}
paper-continued = , ciąg dalszy

ballot = Karta do głosowania
ballots-title = Karty do głosowania, { $study }
ballot-title = { $n ->
    [one] Twoja naklejka
    [few] Twoje { $n } naklejki
   *[other] Twoich { $n } naklejek
}
ballot-lead = Masz zielone: { $green }, czerwone: { $red }.
ballot-seat = twoje miejsce
ballot-seat-alt = Pole na numer twojego miejsca.
ballot-tick = { $n ->
    [one] Zaznacz { $n } kółko:
    [few] Zaznacz { $n } kółka:
   *[other] Zaznacz { $n } kółek:
}
ballot-tick-what = { $n ->
    [one] pomysł, który podoba ci się najbardziej
   *[other] pomysły, które podobają ci się najbardziej
}
ballot-mark = { $n ->
    [one] Zaznacz { $n } kwadrat:
    [few] Zaznacz { $n } kwadraty:
   *[other] Zaznacz { $n } kwadratów:
}
ballot-mark-what = { $n ->
    [one] ten, o który najbardziej chcesz się spierać
   *[other] te, o które najbardziej chcesz się spierać
}
ballot-ideas = Pomysły
ballot-like = podoba się
ballot-argue = sporny
ballot-circle-alt = Kółko do zaznaczenia.
ballot-square-alt = Kwadrat do zaznaczenia.
ballot-fold = Złóż raz i oddaj.
ballot-over = Więcej pomysłów na odwrocie.

handout = Pomysły
handout-title = Pomysły, { $study }
handout-lead = To, co mówią plakaty, żeby mieć to pod ręką podczas rozmowy.

consent = Lista obecności
consent-title = Lista obecności, { $study }
consent-lead = Co robimy z tym, co mówisz, w czterech zdaniach.
consent-record = Za twoją zgodą nagrywamy dźwięk, żeby spisać, co powiedziano.
consent-quote = Za twoją zgodą możemy cytować twoje słowa. Nigdy nie podajemy nazwiska.
consent-keep = Nagranie przechowujemy bezpiecznie i usuwamy po zakończeniu pracy.
consent-stop = Możesz wyjść, kiedy chcesz, i cofnąć to, co powiedziano.
consent-seat = Nr
consent-name = Imię
consent-recorded = Nagranie
consent-quoted = Cytaty
consent-signed = Podpis
consent-recorded-alt = Pole do zaznaczenia, jeśli zgadzasz się na nagranie.
consent-quoted-alt = Pole do zaznaczenia, jeśli zgadzasz się na cytowanie.

seats-title = Karty miejsc, { $study }
door-title = Znak na drzwi, { $study }
door-come = Zapraszamy.
door-quiet = Prosimy o ciszę: tu ludzie rozmawiają i słuchają.
