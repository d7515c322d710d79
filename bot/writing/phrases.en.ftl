# What may be written under photos, without saying anything that is not known.
#
# A caption is called spirit-scope-words. Spirits: plain, warm, playful. Scopes: one (a single
# photo), many (several), any (both). A caption is proposed only if every variable it names is
# known. With a capital, the same variable opens a sentence.
#
# place Lyon · in-place in Lyon · of-place of Lyon · places Lyon and Beijing
# in-places in Lyon and in Beijing · route from Lyon to Beijing · date 12 October 2024
# when on 12 October 2024 · weekday Saturday · of-month in October · days three days
# photos eight photos · people one person · group three people (at least two)
# together three together · seen a cat, in a single photo · things a cat and a flower (at
# least two) · a-thing a cat · the-thing the cat · note what the person wrote

## Words

word-number = { $n ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
    [13] thirteen
    [14] fourteen
    [15] fifteen
    [16] sixteen
   *[other] { $digits }
}
word-photos = { word-number } photos
word-days = { word-number } days
word-people = { $n ->
    [1] one person
   *[other] { word-number } people
}
word-together = { word-number } together
word-list-two = { $first } and { $second }
word-list-three = { $first }, { $second } and { $third }
word-list-more = { $first }, { $second } and { word-number } other places
word-route = { $begin } { $end }

## Titles

title-place-date = { $Place }, { $date }
title-two-places = { $Place } & { $other }
title-two-places-date = { $Place } & { $other }, { $date }
title-place = { $Place }
title-date = { $Date }

## Moments

moment-place-date = { $Place }, { $date }
moment-places-one = { $town_1 }
moment-places-two = { $town_1 } and { $town_2 }
moment-places-three = { $town_1 }, { $town_2 } and { $town_3 }
moment-weekend = Weekend { $in_place }, { $date }
moment-stay = A stay { $in_place }, { $date }
moment-day = A day { $in_place }, { $date }
moment-evening = An evening { $in_place }, { $date }
moment-christmas = Christmas { $year }
moment-new-year = New Year’s Eve { $year }
moment-feast-in-place = { $feast } { $in_place }

## Plain

plain-any-place-date = { $Place }, { $date }.
plain-any-it-was-place = Taken { $in-place }, { $when }.
plain-any-place = { $Place }.
plain-any-seen-at = Seen { $in-place }.
plain-any-date = { $Date }.
plain-any-it-was = Taken { $when }.
plain-any-places-date = { $Places }, { $date }.
plain-any-places = { $Places }.
plain-any-stops = Stops: { $places }.
plain-any-place-things = { $Place }: { $things }.
plain-any-place-date-things = { $Place }, { $date }: { $things }.
plain-any-date-things = { $Date }: { $things }.
plain-any-things = { $Things }.
plain-any-note = “{ $note }”
plain-any-note-place = “{ $note }”, { $in-place }.
plain-any-note-date = “{ $note }”, { $when }.
plain-any-note-place-date = “{ $note }”, { $in-place }, { $when }.
plain-one-seen = { $Seen }.
plain-one-seen-place = { $Seen }, { $in-place }.
plain-one-seen-date = { $Seen }, { $when }.
plain-one-seen-place-date = { $Seen }, { $in-place }, { $when }.
plain-one-group = In the photo: { $group }.
plain-one-group-place = { $Group }, { $in-place }.
plain-one-group-date = { $Group }, { $when }.
plain-one-group-place-date = { $Group }, { $in-place }, { $when }.
plain-one-photo = A photo, simply.
plain-one-nothing-else = A photo, nothing more.
plain-one-photo-place = A photo taken { $in-place }.
plain-one-photo-date = A photo taken { $when }.
plain-many-photos = { $Photos }.
plain-many-row = { $Photos }, gathered together.
plain-many-photos-place = { $Photos } taken { $in-place }.
plain-many-photos-date = { $Photos } taken { $when }.
plain-many-photos-place-date = { $Photos } taken { $in-place }, { $when }.
plain-many-photos-places = { $Photos }, { $in-places }.
plain-many-photos-things = { $Photos }: { $things }.
plain-many-photos-thing = { $Photos } with { $a-thing } in them.
plain-many-photos-people = { $Photos }, with up to { $group } in one picture.

## Warm

warm-any-memory = A memory { $of-place }.
warm-any-memory-date = A memory { $of-place }, { $date }.
warm-any-album-place-date = A corner of the album for { $place }, { $date }.
warm-any-more-date = { $Date }, and one more memory.
warm-any-album-place = A small place in the album for { $place }.
warm-any-keep = One to keep.
warm-any-later = For later, and for a long time.
warm-any-weekday-place = A { $weekday } { $of-month }, { $in-place }.
warm-any-weekday = Just a { $weekday } { $of-month }.
warm-any-weekday-thing = A { $weekday } { $of-month } and { $a-thing }.
warm-any-longer-place = { $Place }, for a moment longer.
warm-any-noted = Noted before it slips away: { $place }, { $date }.
warm-any-route = { $Route }, { $date }.
warm-any-route-between = { $Route }, and everything in between.
warm-any-note = “{ $note }”, so as not to forget.
warm-any-note-date = “{ $note }”, a memory { $of-place }, { $date }.
warm-any-things-place = { $Place }, tucked away in memory: { $things }.
warm-any-again = One to look at again, now and then.
warm-one-seen = { $Seen }, to remember.
warm-one-seen-place = { $Seen }, to remember { $place } by.
warm-one-together = { $Together }, and one more memory.
warm-one-together-place = { $Together }, { $in-place }.
warm-one-together-date = { $Together }, { $when }.
warm-one-together-place-date = { $Together }, { $in-place }, { $when }.
warm-one-group = { $Group }, one memory.
warm-one-photo = A photo to keep.
warm-many-remember = { $Photos } to remember { $place } by.
warm-many-remember-date = { $Photos } taken { $in-place }, { $when }, to look back on.
warm-many-keep = { $Photos } to keep.
warm-many-again-date = { $Photos } taken { $when }, to look through in no hurry.
warm-many-again-places = { $Places }, and { $photos } to go back to.
warm-many-days = { $Days } { $in-place }, { $photos } to remember them by.
warm-many-days-only = { $Days }, { $photos } and time to look back.
warm-many-things = { $Photos } to look back on: { $things }.
warm-many-thing = { $Photos } to remember { $a-thing } by.

## Playful

playful-any-manual = { $Place }, a short guide: { $things }.
playful-any-programme = Starring: { $things }.
playful-any-programme-date = { $Date }, starring: { $things }.
playful-any-clues = Clues: { $things }.
playful-any-clue = First clue: { $a-thing }.
playful-any-itself = Featuring, as itself, { $a-thing }.
playful-any-itself-place = { $In-place }, as itself: { $a-thing }.
playful-any-proof = For the record: { $place }, { $date }.
playful-any-exhibit = Exhibit A: { $place }, { $date }.
playful-any-once = Once upon a time, { $in-place }, { $when }…
playful-any-once-date = Once upon a time, { $when }…
playful-any-once-place = Once upon a time, { $in-place }…
playful-any-freeze = Freeze frame: { $place }, { $date }.
playful-any-freeze-date = Freeze frame: { $date }.
playful-any-where = Guess where. A hint: { $place }.
playful-any-when = Guess when. A hint: { $date }.
playful-any-episode = The { $weekday } episode: { $place }.
playful-any-itinerary = Suggested route: { $route }.
playful-any-places = Now showing: { $places }.
playful-any-caption = Write your own caption.
playful-any-mystery = The rest of the story did not fit in the frame.
playful-any-note = The official version: “{ $note }”
playful-any-note-place = The official version, { $in-place }: “{ $note }”
playful-any-subtitle = Subtitle: “{ $note }”
playful-one-innocent = { $The-thing } did not ask for this.
playful-one-innocent-place = { $In-place }, { $the-thing } had not asked for this.
playful-one-star = Starring { $the-thing }.
playful-one-star-place = { $In-place }, starring { $the-thing }.
playful-one-find = Find { $the-thing }.
playful-one-find-date = Find { $the-thing }. A hint: { $date }.
playful-one-cast = Cast: { $people }.
playful-one-cast-place = { $In-place }, { $people } in the credits.
playful-one-worth = One photo, and the usual thousand words.
playful-many-worth = { $Photos } beat a long speech.
playful-many-exists = { $Place } is real: { $photos } prove it.
playful-many-route = { $Route } in { $photos }.
playful-many-tell = { $Photos } to tell it all, or nearly.
playful-many-tell-place = { $Place } in { $photos }, or nearly.
playful-many-cast = Cast: up to { $group }.
