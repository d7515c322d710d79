collage-choose-words = Which words go with it?
collage-proposal = { $number } · { $text }
collage-made-here = Collage made with Pépite, private until you share it.
collage-joined = { $count ->
    [one] A photo that you brought back in the gallery has joined it.
   *[other] { $count } photos that you brought back in the gallery have joined it.
}
collage-button-word = { $number }
collage-button-own-words = My words
collage-button-other-words = Other words
collage-button-layout = ⟳ Another layout
collage-button-share = Share
collage-button-words = Words…
collage-button-looks = Looks…
collage-button-file = As a file
collage-button-remind = Remind me
collage-button-change = Change…
collage-button-details = Details
collage-button-back = ‹ Back
collage-button-square = Square
collage-button-story = Story
collage-button-wide = Wide
collage-button-title = Write a title
collage-button-title-suggested = Suggest a title
collage-button-title-off = No title
collage-ask-title = What should stand above the photos? Up to { $limit } characters.
collage-ask-words = What should it say? Up to { $limit } characters. Your words stay as you write them.
collage-title-set = The title is set.
collage-title-no-emoji = This server cannot draw its emoji, so the picture does without.
collage-title-proposed = Proposed title: “{ $title }”.
collage-title-instead = Proposed title: “{ $title }”. “Undo” gives you back “{ $lost }”.
collage-moved = With this change of title some photos changed places; “Undo” puts them back.
collage-words-set = Your words are with it now.
collage-file-name = collage

collage-details-title = About this very picture
collage-details-photos = { $count ->
    [one] One photo on the page.
   *[other] { $count } photos on the page.
}
collage-details-no-faces = No face was looked for.
collage-details-faces = { $count ->
    [0] No face was found.
    [one] One face, whole: 0 cut, 0 left out.
   *[other] { $count } faces, all whole: 0 cut, 0 left out.
}
collage-details-faces-cut = Faces: { $count }, of which cut: { $cut }, left out: { $lost }.
collage-details-kept = { $percent }% of what matters in each photo is kept, on average.
collage-details-stretch = No photo is stretched.
collage-details-theme = Theme: { $name }.
collage-details-theme-proposed = Theme: { $name }. { $why }
collage-details-crop = { $percent ->
    [0] Nothing of the photos is cropped away.
   *[other] On average, { $percent }% of a photo is cropped away.
}
collage-details-fill = Photos take { $percent }% of the page.
collage-details-contrast = Letters: a contrast of { $ratio } : 1, measured; 7 : 1 is the strictest rule.
collage-details-out-twin = { $count ->
    [one] One near-twin was left out: another photo shows the same.
   *[other] { $count } near-twins were left out: other photos show the same.
}
collage-details-out-dropped = { $count ->
    [one] You took one photo out.
   *[other] You took { $count } photos out.
}
collage-details-out-room = { $count ->
    [one] One photo found no room on the page.
   *[other] { $count } photos found no room on the page.
}
collage-details-out-screenshot = { $count ->
    [one] One screenshot was left out.
   *[other] { $count } screenshots were left out.
}
collage-details-out-document = { $count ->
    [one] One document was left out.
   *[other] { $count } documents were left out.
}
collage-details-out-receipt = { $count ->
    [one] One receipt was left out.
   *[other] { $count } receipts were left out.
}
collage-details-out-meme = { $count ->
    [one] One meme was left out.
   *[other] { $count } memes were left out.
}
collage-details-out-burst = { $count ->
    [one] One photo of a burst was left out for the best of it.
   *[other] { $count } photos of bursts were left out for the best of them.
}
collage-details-out-blur = { $count ->
    [one] One blurred photo was left out.
   *[other] { $count } blurred photos were left out.
}
collage-details-out-sensitive = { $count ->
    [one] One photo was left out because it may be intimate.
   *[other] { $count } photos were left out because they may be intimate.
}
collage-none = Fewer than two photos are left here that I may look at, so there is no collage. What you sent is kept: /gallery.
collage-given-up = I could not draw this one after several tries. Your photos are kept; “another layout” on an earlier collage, or new photos, will make me try again.

collage-theme-why-two-dates = Two photos, years apart: side by side, then and now.
collage-theme-why-trip = From place to place, day after day: a journey.
collage-theme-why-month = Photos from so many days of one month: a calendar.
collage-theme-why-year = Photos from so many months of one year: a calendar.
collage-theme-why-strong-picture = One picture stands out: it makes a cover.
collage-theme-why-faces = Faces above all: they suit polaroids.
collage-theme-why-place = A few views of one place: a postcard.
collage-theme-why-series = A whole series from one day: a film strip.
collage-theme-why-mixed = A bit of everything: a mosaic suits it best.
collage-theme-why-liked = The theme you choose most often.

collage-theme-mosaic-light = Light mosaic
collage-theme-mosaic-dark = Dark mosaic
collage-theme-polaroids = Polaroids
collage-theme-film-strip = Film strip
collage-theme-cover = Magazine cover
collage-theme-postcard = Postcard
collage-theme-calendar = Calendar
collage-theme-then-and-now = Then and now
collage-theme-journey = Journey
collage-button-themes = Theme…
collage-button-theme = { $star ->
    [yes] ★ { $name }
   *[no] { $name }
}
collage-button-dress = Dress the photos…
collage-button-undo = ↶ Undo
collage-button-film = As a film
collage-button-number = { $number }
collage-button-every-photo = All of them
collage-button-all-back = Bring them all back
collage-button-pick-swap = ⇄ Swap two
collage-button-pick-bigger = Make one bigger
collage-button-pick-crop = Crop another way
collage-button-pick-drop = Take one out
collage-button-pick-back = Bring one back
collage-ask-theme = It is in “{ $name }” now. Which theme shall it be?
collage-ask-theme-proposed = It is in “{ $name }” now. Which theme shall it be? ★ { $why }
collage-ask-theme-this = It is in “{ $name }” now. { $why } Another one?
collage-ask-dress = Which look? All photos can wear it, or just one.
collage-pick-swap = Which photo shall change places? These numbers are only for choosing.
collage-pick-swap-second = And with which one shall { $number } change places?
collage-pick-bigger = Which photo shall be bigger?
collage-pick-crop = Which photo shall I crop another way?
collage-pick-drop = Which photo shall I take out? You can bring it back.
collage-pick-back = These are not on the page. Which one shall come back?
collage-pick-look = “{ $name }” for all of them, or for which one?

error-collage-too-few = Too few of its photos are left to lay out again: the others are hidden, private or left out. What you see stays as it is.
error-collage-gone = That collage is no longer here: it was forgotten, or thirty days went by. Your photos can make a new one.
error-collage-changed = That button is from before the last change, so I left everything as it is.
error-collage-undo = There is nothing to undo: it is as it was made.
error-collage-number = There are { $count } photos to choose from, numbered row by row from the top left.
error-collage-all-there = All of its photos are on the page already.
error-collage-would-cut = In each other’s places these two would not fit without cutting a face, so I left them where they are.
error-collage-order = On this page the places say when or where a photo was taken, so photos do not change places. Another theme lets them.
error-collage-crop = There is no other way to crop that one in its place: it is shown whole, or a face would be cut.
error-collage-largest = That one is as large as this page lets it be. Another layout or theme may give it more room.
error-collage-no-title = I know neither where nor when these photos were taken, so I have no title to propose.
error-collage-last = It is the only photo on the page, so I keep it there.
error-collage-theme = These photos do not fit that theme: it needs dates, places or a number of photos that they do not have.
