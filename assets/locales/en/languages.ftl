# The study’s words in other languages: how far each is, and the table that a translator fills in.

languages = Languages
languages-of-idea = this idea, { $n ->
    [one] 1 text
   *[other] { $n } texts
}
languages-being-edited = being edited
languages-as-used = as a group used it
languages-add = Language
languages-checked = checked, { $day }
languages-redo = { $n } of { $of } to redo
languages-part = { $n } of { $of }, not checked yet
languages-unchecked = not checked yet
languages-not-begun = not begun
languages-not-begun-rtl = not begun, right to left
languages-no-face = cannot be printed

languages-name = In English
languages-own-name = In itself
languages-tag = Tag
languages-tag-hint = The tag is short, such as “so” for Somali. It says which way the words run.
languages-there = The study has this language already.
languages-no-face-yet = None of our fonts has its letters: words can be kept in it, and not printed.
languages-runs-left = “{ $tag }” is written from right to left.
languages-runs-right = “{ $tag }” is written from left to right.
languages-add-this = Add it
languages-leave = Leave it

languages-about = { $done } of { $of } texts, { $redo } to redo, { $checked } checked by a native speaker.
languages-stays = What is not begun or to redo is printed in { $own }, and a poster waits until it is whole unless you choose it.
languages-show = Show
languages-show-all = All { $n }
languages-show-todo = To write { $n }
languages-show-unchecked = To check { $n }
languages-reader = Native speaker who reads it
languages-check-all = { $n ->
    [one] Mark 1 text as checked
   *[other] Mark { $n } texts as checked
}
languages-check = Checked
languages-checked-by = { $by }, { $day }
languages-uncheck = Take back
languages-text-unchecked = not checked
languages-text-redo = to redo
languages-text-missing = not begun
languages-still-right = Still right
languages-was = It was made from:
languages-field = { $what } in { $language }
languages-odd = Cannot be printed: { $letters }
languages-none-left = None left.
languages-idea = { $n } { $name }
languages-group-study = The study
languages-group-paper = On the papers
languages-part-study = Name
languages-part-theme = Theme { $n }
languages-part-name = Name
languages-part-short = Short name
languages-part-description = What it is
languages-part-example = Example { $n }
languages-part-paper = Words on paper
languages-remove = Take it out
languages-as-shipped = Back to how it came
languages-write = Table for a translator
languages-read = Take in a table
languages-tables = Tables
languages-written = Written to { $path }
languages-comes = { $n ->
    [0] No text comes in.
    [one] 1 text comes in.
   *[other] { $n } texts come in.
}
languages-same = { $same } stand here already, { $empty } have no translation.
languages-row = Row { $row }, { $key }:
languages-row-unknown_text = no text of the study goes by that name. Left out.
languages-row-twice = it was there before. Left out.
languages-row-slot_lost = keep { $about } as it is, once. Left out.
languages-row-too_long = longer than { $about } characters. Left out: type it in here.
languages-row-other_words = made from other words than those that stand here now. It comes in, to be redone.
languages-row-unprintable = cannot be printed: { $about }
languages-take = { $n ->
    [one] Take in 1 text
   *[other] Take in { $n } texts
}

key-leave-language = back to the ideas
languages-key-next = next text
