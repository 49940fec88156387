# Words of the parts that every screen uses.

sticker-green = Green sticker
sticker-red = Red sticker
sticker-slot-green = Green sticker, not placed yet
sticker-slot-red = Red sticker, not placed yet
posters = Posters
all-kept = Everything kept
poster-green = { $n ->
    [one] 1 green sticker
   *[other] { $n } green stickers
}
poster-red = { $n ->
    [one] 1 red sticker
   *[other] { $n } red stickers
}
file-open = Open
file-show = Show in folder
file-path = Where the file is

# Lines in an order
line-move = Move “{ $text }”
line-next = next line
line-up = move up
line-done = leave it as it was
line-remove = Remove
line-new = new
line-reworded = reworded
