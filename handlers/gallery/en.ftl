gallery-reading = { $total ->
    [one] Receiving one picture…
   *[other] Receiving { $total } pictures… { $done }/{ $total }
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
    [one] One video is kept.
   *[other] { $count } videos are kept.
}
gallery-scanned = scanned
gallery-kept-converted = { $count ->
    [one] One HEIC picture is now a JPEG of high quality, so that everybody can open it.
   *[other] { $count } HEIC pictures are now JPEGs of high quality, so that everybody can open them.
}
gallery-kept-without-looking = I have not looked inside: you asked me to work without AI. You can have everything back, or forget it, in /gallery.
gallery-one-more = For a collage, send me at least two together.
gallery-button-together = { $count ->
    [one] A collage with the one before
   *[other] A collage with the { $count } before
}
gallery-refused = { $count ->
    [one] One could not be kept:
   *[other] { $count } could not be kept:
}
gallery-refused-line = • { $reason }
gallery-refused-names = { $more ->
    [0] { $names }
    [one] { $names } and one more
   *[other] { $names } and { $more } more
}
gallery-undated = { $count ->
    [one] One picture came without a date, so I do not know when it was taken.
   *[other] { $count } pictures came without a date, so I do not know when they were taken.
} Telegram takes the date out of photos; a file keeps its own, where it has one. If you know it, tell me:
gallery-undated-files = { $count ->
    [one] One file carries no date, so I do not know when its picture was taken.
   *[other] { $count } files carry no date, so I do not know when their pictures were taken.
} If you know it, tell me:
gallery-button-today = It was today
gallery-button-type-date = I will type it
gallery-button-no-date = Leave it
gallery-ask-date = When was it? For instance “summer 2019”, “October 2024” or “about 1985”.
gallery-date-unclear = I could not read a date in that. For instance “summer 2019”, “October 2024” or “about 1985”. /cancel leaves it.
gallery-ask-place = Where was it? A town, such as “Lyon” or “Paris, Texas”, or your own name for the place, such as “at Grandma’s”.
gallery-ask-note = What shall I remember of it? One or two sentences; captions may quote them.
gallery-place-unclear = I could not read a place in that. A town or a name of up to 40 characters will do; /cancel leaves it.
gallery-correction-undone = Taken back: it is as it was before.
gallery-date-noted = { $count ->
    [0] They have a date already, or are gone: nothing has changed.
    [one] Noted: { $when }.
   *[other] Noted for { $count } pictures: { $when }.
}
gallery-intimate = { $count ->
    [one] One photo may be intimate: I have left it aside, and only you see it. Shall I use it?
   *[other] { $count } photos may be intimate: I have left them aside, and only you see them. Shall I use them?
}
gallery-button-use = { $count ->
    [one] Use it
   *[other] Use them
}
gallery-button-leave-aside = Leave aside
gallery-intimate-used = { $count ->
    [one] Then it counts like your other photos. Nothing goes anywhere until you share it.
   *[other] Then they count like your other photos. Nothing goes anywhere until you share it.
}
gallery-intimate-left = It stays aside: kept in your gallery, in none of my suggestions.
gallery-left-alone = As you like: nothing is changed.
gallery-cannot-use = I can use photos, videos, animations, and pictures sent as files. This one I leave alone; nothing of it is kept.
gallery-cannot-sticker = A lovely sticker! I only keep photos and videos, so nothing of it stays here.
gallery-cannot-audio = That is music or a sound file; I keep photos and videos. To say something about a photo, hold the microphone and reply to it: a voice message stays with it.
gallery-cannot-pdf = That is a PDF. If there are photos in it, send me each page as a picture.
gallery-cannot-raw = That is a camera’s RAW file, which I do not open. Send the JPEG that your camera made beside it, or export one.
gallery-cannot-format = That is a { $format } picture, which I do not open. Send it as a JPEG or PNG and I will keep it.
gallery-cannot-film = That is a { $format } video, which I do not open. Send it as an MP4 or MOV and I will keep it.
gallery-cannot-contact = That is somebody’s contact; I keep photos and videos, and nothing of it stays here.
gallery-cannot-location = That is a place on a map; nothing of it stays here. To say where a photo was taken, write it in the photo’s page in /gallery.
gallery-no-room = { $count ->
    [one] There is no room left on my disk. Nothing is lost: this one waits at Telegram, and I fetch it as soon as there is room.
   *[other] There is no room left on my disk. Nothing is lost: { $count } of these wait at Telegram, and I fetch them as soon as there is room.
}
gallery-album-given-up = I could not finish reading these after several tries. Nothing is lost: I will try again with the next thing you send.

gallery-empty = Nothing here yet. Send me a few photos, as many at once as you like. Sent as files, they keep their date and their place.
gallery-heading = Your gallery
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
gallery-pictures = { $count ->
    [one] one picture
   *[other] { $count } pictures
}
gallery-year = { $title } · { $count ->
    [one] one picture
   *[other] { $count } pictures
}
gallery-sheet = <b>{ $title }</b> · { $count ->
    [one] one picture
   *[other] { $count } pictures
}
gallery-leaf = Page { $page } of { $pages }
gallery-journey = <b>{ $title }</b>
gallery-moment-line = { $number }. { $title } · { $count ->
    [one] one picture
   *[other] { $count } pictures
}
gallery-moment-untitled = No date yet
gallery-undated-title = No date
gallery-hidden-title = Hidden
gallery-private-title = For you alone
gallery-found = <b>{ $what }</b> · { $count ->
    [one] one picture found
   *[other] { $count } pictures found
}
gallery-needs-looking = For that I would have to look into your photos, which I may not do now. A date, a place or a word of your notes will do: “/gallery Lyon 2019”. /privacy says how that stands.
gallery-nothing-found = I find nothing in your gallery for that. Try a place, a year, or what is in the picture: “/gallery Lyon 2019”.
gallery-button-open = Open the gallery
gallery-button-browse = Look through them
gallery-button-years = ↑ All years
gallery-button-up-to = ↑ { $title }
gallery-button-up = ↑ Its page
gallery-button-left-out = { $count ->
    [0] Left out of suggestions
   *[other] Left out: { $count } — show
}
gallery-button-left-outs = All that is left out
gallery-button-hidden = Hidden ({ $count })
gallery-button-private = For you alone ({ $count })
gallery-button-forget-all = Forget them all
gallery-button-forget-moment = Forget all of these
gallery-button-undo = ↩ Undo
gallery-button-previous = ◀
gallery-button-next = ▶
gallery-button-forget = Forget this one
gallery-button-looks = Looks…
gallery-button-date = Correct the date
gallery-button-place = Correct the place
gallery-button-note = A note
gallery-button-hide = Hide
gallery-button-show-again = Show again
gallery-button-keep-private = Keep private for ever
gallery-button-lift = No longer private
gallery-button-bring-one-back = ↩ { $number }
gallery-button-bring-all-back = ↩ Bring them all back
gallery-button-live = Play it moving
gallery-button-voice = Hear the voice
gallery-button-file-back = Back as a file
gallery-button-close = Close
gallery-button-keep = Keep
gallery-button-forget-all-now = Yes, forget them all
gallery-page = { $position } of { $total }
gallery-page-date = Taken: { $when }
gallery-page-place = Place: { $place }
gallery-page-scan = A scan: the day it was made says nothing of the day it shows.
gallery-page-shared = Shared
gallery-page-hidden = Hidden: it stays out of these pages and of everything I suggest.
gallery-page-private = For you alone: in no collage, never suggested, never shared, never sent outside.
gallery-private-collages = { $count ->
    [one] One collage made with it is gone too.
   *[other] { $count } collages made with it are gone too.
}
gallery-private-looks = { $count ->
    [one] One other look of it is gone too.
   *[other] { $count } other looks of it are gone too.
}
gallery-page-film = A video, kept sealed.
gallery-left-out = { $count ->
    [one] Kept, but left out of suggestions:
   *[other] Kept, but left out of suggestions:
} { $what }. They wait in /gallery.
gallery-left-outs-below = They are on the page further down.
gallery-left-out-heading = Left out
gallery-left-out-title = <b>Left out of suggestions</b> · { $count ->
    [one] one picture
   *[other] { $count } pictures
}
gallery-left-out-how = They are kept, and in your gallery. A number brings that one back into what I suggest.
gallery-left-out-of = { $reason ->
    [screenshot] { $count ->
        [one] one screenshot
       *[other] { $count } screenshots
    }
    [document] { $count ->
        [one] one document
       *[other] { $count } documents
    }
    [receipt] { $count ->
        [one] one receipt
       *[other] { $count } receipts
    }
    [meme] { $count ->
        [one] one meme
       *[other] { $count } memes
    }
    [twin] { $count ->
        [one] one near-twin
       *[other] { $count } near-twins
    }
    [burst] { $count ->
        [one] one more shot of a burst
       *[other] { $count } more shots of bursts
    }
    [blur] { $count ->
        [one] one blurred
       *[other] { $count } blurred
    }
   *[sensitive] { $count ->
        [one] one intimate
       *[other] { $count } intimate
    }
}
gallery-left-out-reason = { $reason ->
    [screenshot] Screenshot
    [document] Document
    [receipt] Receipt
    [meme] Meme
    [twin] Near-twin
    [burst] Of a burst
    [blur] Blurred
   *[sensitive] Intimate
}
gallery-brought-back = { $count ->
    [0] That one is back already, or gone.
    [one] It is back in what I suggest.
   *[other] { $count } are back in what I suggest.
}
gallery-forget-all-sure = { $count ->
    [one] Forget your one picture for good?
   *[other] Forget all { $count } pictures for good?
} They go at once, with everything I drew from them and what I showed of them here in the last two days, and nothing brings them back. What you shared stays where you shared it.
gallery-forgotten = { $count ->
    [one] Forgotten: one picture, and all that I had noted about it.
   *[other] Forgotten: { $count } pictures, and all that I had noted about them.
} Until { $until } you can undo it; then it is gone for good. What you shared stays where you shared it.
gallery-undone = { $count ->
    [one] It is back.
   *[other] All { $count } are back.
} The collages made of them stay gone; they can be made again.
gallery-undo-too-late = That was longer ago than ten minutes, or it is back already: there is nothing to undo.
gallery-forgotten-all = { $count ->
    [0] There was nothing left to forget.
    [one] Forgotten: one picture, and all that I had noted about it.
   *[other] Forgotten: { $count } pictures, and all that I had noted about them.
}
gallery-gone = That one is gone already.
gallery-closed = Closed. /gallery opens it again.

error-no-such-day = No calendar has that day. Which one do you mean?
error-day-to-come = That day is still to come. When was it taken?
error-day-too-old = No photo is as old as that: the first one is of { $year }. When was it taken?
error-picture-empty = That file is empty.
error-picture-unsupported = That is not a picture I can open: I know JPEG, PNG, WebP, GIF and HEIC.
error-picture-closed = That is a { $format } picture, which I do not open. Send it as a JPEG or PNG and I will keep it.
error-picture-unreadable = That picture is cut short or damaged.
error-picture-too-large = That picture is too large for me: { $megapixels } megapixels and { $side } pixels a side at most.
error-picture-failed = That picture would not open safely, so I closed it.
error-film-unsupported = That is not a video I can keep: I know MP4 and MOV.
error-file-too-big = Telegram lets me fetch up to { $megabytes } MB, and that file is larger. A smaller copy will do; or whoever runs this bot can use a local Bot API server, or bring it in from a folder of the server with “pepite import”.
error-file-gone = Telegram no longer has that file. Please send it once more.

gallery-archive-opening = I am opening the archive…
gallery-archive-others = { $count ->
    [one] One file in it is neither a picture nor a video: I left it alone.
   *[other] { $count } files in it are neither pictures nor videos: I left them alone.
}
gallery-archive-untold = { $count ->
    [one] One photo without a date has no date file beside it. Google may have put it into another part of the Takeout, and I read each part by itself;
   *[other] { $count } photos without a date have no date file beside them. Google may have put those into another part of the Takeout, and I read each part by itself;
} whoever runs this bot can read all parts together from a folder of the server, with <code>pepite import</code>.
gallery-archive-undated = { $count ->
    [one] One picture in it says nowhere when it was taken. If you know, tell me:
   *[other] { $count } pictures in it say nowhere when they were taken. If you know, and it is the same for all, tell me:
}
gallery-archive-best = Most to see: <b>{ $title }</b>.
gallery-archive-button-draw = A collage of it
gallery-drawing = I am drawing your collage…
gallery-archive-no-room = There is no room left on my disk. Nothing is lost: this archive waits, a day at most, and I go on as soon as there is room.
gallery-archive-given-up = I could not finish reading that archive after several tries. What I had read is kept; send it again and I go on from there.
gallery-archive-other = I open zip archives only. Google Takeout can make one too: choose “.zip”.
error-archive-too-big = That archive is too large to come through this chat: { $megabytes } MB at most. Make smaller ones; or whoever runs this bot can read it from a folder of the server, with <code>pepite import</code>, or use a local Bot API server, which takes up to 100 MB.
error-archive-damaged = It is no zip archive that I can read, or it is cut short.
error-archive-too-long = That archive holds more than { $most } files. Make smaller ones, please.
error-archive-too-much = That archive holds more than { $most } pictures, too many for one message. Make smaller ones; or whoever runs this bot can read it from a folder of the server, with <code>pepite import</code>.
error-archive-bomb = It would unpack to far more than it weighs, as no picture does.
error-archive-empty = There is no picture and no video in that archive.
error-archive-unsafe = That archive would not open safely, so I closed it.
error-archive-locked = It is locked with a password: unlock it first.
error-archive-method = It is packed in a way I do not know: zip it again in the usual way.
error-archive-nested = An archive inside the archive: send me that one by itself.
error-archive-gone = It could not be read: it is gone, or was changing just then.
error-media-too-big = It is larger than 200 MB.
