collage-choose-words = Which words go with it?
collage-proposal = { $number } · { $text }
collage-made-here = Collage made with Pépite, private until you share it.
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
collage-button-light = Light
collage-button-dark = Dark
collage-button-square = Square
collage-button-story = Story
collage-button-wide = Wide
collage-button-title = Write a title
collage-button-title-suggested = Suggest a title
collage-button-title-off = No title
collage-button-bring-back = Show what was left out
collage-ask-title = What should stand above the photos? Up to { $limit } characters.
collage-ask-words = What should it say? Up to { $limit } characters. Your words stay as you write them.
collage-title-set = The title is set.
collage-words-set = Your words are with it now.
collage-file-name = collage

collage-details-title = About this very picture
collage-details-photos = { $count ->
    [one] One photo on the page.
   *[other] { $count } photos on the page.
}
collage-details-faces = { $count ->
    [0] No face was looked for, or none was found.
    [one] One face, whole: 0 cut, 0 left out.
   *[other] { $count } faces, all whole: 0 cut, 0 left out.
}
collage-details-faces-cut = Faces: { $count }, of which cut: { $cut }, left out: { $lost }.
collage-details-kept = { $percent }% of what matters in each photo is kept, on average.
collage-details-stretch = No photo is stretched.
collage-details-twins = { $count ->
    [one] One near-twin was left out: another photo shows the same.
   *[other] { $count } near-twins were left out: other photos show the same.
}
collage-details-screenshots = { $count ->
    [one] One picture was left out: a screenshot, a document, a blurred one or one of a burst.
   *[other] { $count } pictures were left out: screenshots, documents, blurred ones or bursts.
}
collage-details-room = { $count ->
    [one] One photo found no room on the page.
   *[other] { $count } photos found no room on the page.
}
collage-none = Fewer than two photos are left here that I may look at, so there is no collage. What you sent is kept: /gallery.
collage-given-up = I could not draw this one after several tries. Your photos are kept; “another layout” on an earlier collage, or new photos, will make me try again.

error-collage-too-few = Too few of its photos are left to lay out again: the others are hidden, private or left out. What you see stays as it is.
error-collage-gone = That collage is no longer here: it was forgotten, or thirty days went by. Your photos can make a new one.
error-collage-changed = That button is from before the last change, so I left everything as it is.

collage-theme-why-two-dates = Two photos, years apart: here they are side by side, then and now.
collage-theme-why-trip = From place to place, day after day: I made it a journey.
collage-theme-why-month = Photos from so many days of one month: I made it a calendar.
collage-theme-why-year = Photos from so many months of one year: I made it a calendar.
collage-theme-why-strong-picture = One picture stands out: I put it on a cover.
collage-theme-why-faces = Faces above all: I made polaroids of them.
collage-theme-why-place = A few views of one place: I made it a postcard.
collage-theme-why-series = A whole series from one day: I made it a film strip.
collage-theme-why-mixed = A bit of everything: a mosaic suits it best.
