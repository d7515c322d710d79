gallery-reading = { $total ->
    [one] Reading one picture…
   *[other] Reading { $total } pictures… { $done }/{ $total }
}
gallery-kept = { $count ->
    [one] It is kept.
   *[other] { $count } pictures are kept.
}
gallery-kept-known = { $count ->
    [one] I had that one already, so it is kept once.
   *[other] I had { $count } of them already, so each is kept once.
}
gallery-kept-films = { $count ->
    [one] The video is kept too, sealed like the photos.
   *[other] The { $count } videos are kept too, sealed like the photos.
}
gallery-kept-converted = { $count ->
    [one] One HEIC picture is now a JPEG of high quality, so that everybody can open it.
   *[other] { $count } HEIC pictures are now JPEGs of high quality, so that everybody can open them.
}
gallery-kept-without-looking = I have not looked inside: you asked me to work without AI. You can have everything back, or forget it, in /gallery.
gallery-one-more = One more and I can make a collage.
gallery-refused = { $count ->
    [one] One could not be kept:
   *[other] { $count } could not be kept:
}
gallery-refused-line = • { $reason }
gallery-undated = { $count ->
    [one] One picture came without a date, so I do not know when it was taken.
   *[other] { $count } pictures came without a date, so I do not know when they were taken.
} Telegram takes dates out of photos, not out of files. If you know it, tell me:
gallery-button-today = They are from today
gallery-button-type-date = I will type it
gallery-button-no-date = Leave it
gallery-ask-date = When was it? For instance “summer 2019”, “12 October 2024” or “about 1985”.
gallery-date-unclear = I could not read a date in that. For instance “summer 2019”, “12/10/2024” or “about 1985”. /cancel leaves it.
gallery-date-noted = { $count ->
    [one] Noted: { $when }.
   *[other] Noted for { $count } pictures: { $when }.
}
gallery-left-alone = As you like: nothing is changed.
gallery-cannot-use = I can use photos, videos, and pictures sent as files. This one I leave alone; nothing of it is kept.
gallery-album-given-up = I could not finish reading these after several tries. Nothing is lost: I will try again with the next thing you send.

gallery-empty = Nothing here yet. Send me a few photos, as many at once as you like. Sent as files, they keep their date and their place.
gallery-summary = { $photos ->
    [0] No photo
    [one] One photo
   *[other] { $photos } photos
}{ $films ->
    [0] {""}
    [one] {" "}and one video
   *[other] {" "}and { $films } videos
}{ $known ->
    [no] .
   *[yes] , { $span }.
}
gallery-shelf = Never shared: { $waiting } · Shared: { $shared }
gallery-taken-back = Posts taken back: { $count }
gallery-moments = Your moments, the latest first:
gallery-moment-line = • { $title } · { $count ->
    [one] one picture
   *[other] { $count } pictures
}
gallery-moment-untitled = No date yet
gallery-button-browse = Look through them
gallery-button-forget-all = Forget them all
gallery-button-previous = ◀
gallery-button-next = ▶
gallery-button-forget = Forget this one
gallery-button-looks = Looks…
gallery-button-date = Correct the date
gallery-button-file-back = Give it back as a file
gallery-button-close = Close
gallery-button-keep = Keep
gallery-button-forget-one-now = Yes, forget it
gallery-button-forget-all-now = Yes, forget them all
gallery-page = { $position } of { $total }
gallery-page-date = Taken: { $when }
gallery-page-place = Place: { $place }
gallery-page-shared = Shared
gallery-page-film = A video, kept sealed.
gallery-forget-one-sure = Forget this one for good? It goes at once, and the collages made with it go from this chat, as far back as Telegram lets me: two days. What you shared stays where you shared it.
gallery-forget-all-sure = { $count ->
    [one] Forget your one picture for good?
   *[other] Forget all { $count } pictures for good?
} They go at once, with everything I drew from them. What you shared stays where you shared it.
gallery-forgotten-one = Forgotten: the file, and all that I had noted about it.
gallery-forgotten-all = { $count ->
    [0] There was nothing left to forget.
    [one] Forgotten: one picture, and all that I had noted about it.
   *[other] Forgotten: { $count } pictures, and all that I had noted about them.
}
gallery-gone = That one is gone already.
gallery-closed = Closed. /gallery opens it again.

error-picture-empty = That file is empty.
error-picture-unsupported = That is not a picture I can open: I know JPEG, PNG, WebP, GIF and HEIC.
error-picture-unreadable = That picture is cut short or damaged.
error-picture-too-large = That picture is too large for me: { $megapixels } megapixels and { $side } pixels a side at most.
error-picture-failed = That picture would not open safely, so I closed it.
error-film-unsupported = That is not a video I can keep: I know MP4 and MOV.
error-file-too-big = Telegram lets me fetch up to { $megabytes } MB, and that file is larger. A smaller copy will do; or whoever runs this bot can use a local Bot API server.
error-file-gone = Telegram no longer has that file. Please send it once more.
