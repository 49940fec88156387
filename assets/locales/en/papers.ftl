# Words that stand on the papers of the print pack, whatever the study.

paper-subject = For { $study }
posters-title = Posters, { $study }
poster-example = For example
poster-like = I like this most
poster-argue = I would argue about this most
poster-room-green = A green sticker, and room to put yours.
poster-room-red = A red sticker, and room to put yours.
poster-number = Poster { $n } of { $of }, version { $version }
poster-continued = { $name }, sheet { $sheet }
poster-tile = Sheet { $n } of { $of }: row { $row }, column { $column }. Cut at the marks on the right and below. Lay it over the next sheets, up to their marks.
