# Erasing a person: the look before, and what is left on the screens.

erase-person = Erase this person…
erase-title = Erase { $name }
erase-goes = This goes, for good
erase-stays = This stays
erase-keep-shared = To keep what others said in a shared line, first take this person out of who said it.
erase-mend = Look here for the name, and mend it by hand
erase-copies = { $n ->
    [0] There are no old copies of this study.
    [one] 1 old copy of this study is deleted, and a new one is made.
   *[other] { $n } old copies of this study are deleted, and a new one is made.
}
erase-no-way-back = Undo does not reach this. There is no way back.
erase-do = Erase for good
erase-cancel = Cancel
erased = erased
erased-panel = This person was erased
erased-panel-more = The seat counts as before. Nothing more can be noted of whoever sat here.
erased-words = words erased
merge-erases = { $n ->
    [one] 1 person was erased there. When this comes in, they are erased here too, for good.
   *[other] { $n } people were erased there. When this comes in, they are erased here too, for good.
}
merge-keeps-out = { $n ->
    [one] 1 person was erased here. What the file still has of them does not come in.
   *[other] { $n } people were erased here. What the file still has of them does not come in.
}
receipt-kept = The receipt is kept as a file
receipt-done = Close
