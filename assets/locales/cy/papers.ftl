# Words that stand on the papers, in Welsh. No native speaker has checked them yet.

paper-subject = Ar gyfer { $study }
posters-title = Posteri, { $study }
poster-example = Er enghraifft
poster-like = Rwy’n hoffi hwn fwyaf
poster-argue = Byddwn yn dadlau fwyaf am hwn
poster-room-green = Sticer gwyrdd, a lle i roi eich un chi.
poster-room-red = Sticer coch, a lle i roi eich un chi.
poster-number = Poster { $n } o { $of }, fersiwn { $version }
poster-continued = { $name }, dalen { $sheet }
poster-tile = Dalen { $n } o { $of }: rhes { $row }, colofn { $column }. Torrwch wrth y marciau ar y dde ac oddi tano. Gosodwch hi dros y dalennau nesaf, hyd at eu marciau.

paper-version = { $study }, fersiwn { $version }
paper-of = {" "}o{" "}
paper-continued = , parhad

ballot = Y papur pleidleisio
ballots-title = Papurau pleidleisio, { $study }
ballot-title = { $n ->
    [1] Eich sticer
   *[other] Eich sticeri: { $n }
}
ballot-lead = Mae gennych { $green } gwyrdd a { $red } coch.
ballot-seat = eich sedd
ballot-seat-alt = Blwch ar gyfer rhif eich sedd.
ballot-tick = Ticiwch { $n } cylch:
ballot-tick-what = { $n ->
    [1] y syniad rydych yn ei hoffi fwyaf
   *[other] y syniadau rydych yn eu hoffi fwyaf
}
ballot-mark = Marciwch { $n } sgwâr:
ballot-mark-what = { $n ->
    [1] yr un y byddech yn dadlau fwyaf amdano
   *[other] y rhai y byddech yn dadlau fwyaf amdanynt
}
ballot-ideas = Y syniadau
ballot-like = hoffi fwyaf
ballot-argue = dadlau
ballot-circle-alt = Cylch i’w dicio.
ballot-square-alt = Sgwâr i’w farcio.
ballot-fold = Plygwch ef unwaith a’i roi i ni.
ballot-over = Mwy o syniadau drosodd.

handout = Y syniadau
handout-title = Y syniadau, { $study }
handout-lead = Yr hyn y mae’r posteri’n ei ddweud, i’w gadw wrth law wrth i ni siarad.

consent = Arwyddo i mewn
consent-title = Arwyddo i mewn, { $study }
consent-lead = Beth rydym yn ei wneud â’r hyn a ddywedwch, mewn pedair llinell.
consent-record = Os cytunwch, rydym yn recordio’r sain, er mwyn ysgrifennu’r hyn a ddywedwyd.
consent-quote = Os cytunwch, cawn ddyfynnu eich geiriau. Nid ydym byth yn defnyddio eich enw.
consent-keep = Rydym yn cadw’r recordiad yn ddiogel ac yn ei ddileu pan fydd y gwaith wedi’i wneud.
consent-stop = Cewch adael pan fynnwch, a thynnu’n ôl yr hyn a ddywedoch.
consent-seat = Sedd
consent-name = Enw
consent-recorded = Recordio
consent-quoted = Dyfynnu
consent-signed = Llofnod
consent-recorded-alt = Blwch i’w dicio os cytunwch i gael eich recordio.
consent-quoted-alt = Blwch i’w dicio os cytunwch i gael eich dyfynnu.

seats-title = Cardiau sedd, { $study }
door-title = Arwydd drws, { $study }
door-come = Dewch i mewn.
door-quiet = Tawelwch, os gwelwch yn dda: mae pobl yn siarad ac yn gwrando yma.
