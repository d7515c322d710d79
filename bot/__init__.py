"""Pépite: the map of the house and the journey of one photo.

Three folders, three questions: `bot` what the product can do, `handlers` what is said in the
chat, `storage` what is kept. A room of `bot` is named after what a person gets, and the same
noun is used on every floor: `handlers/memories/`, `bot/memories/`, `storage/memories.py`,
`tests/memories/`. Inside a room, rules are pure, machines touch pixels or networks and run in
child processes, and one role is the asynchronous shell that a handler talks to.

    room       its role    what a person gets
    consent    Registrar   may I? and the proof of every answer
    improve    Trainer     (talks to nobody) a taste; learning, if allowed
    vision     Eye         (talks to nobody) what is in a picture
    gallery    Library     what you gave me
    looks      Atelier     another look, a picture from words
    writing    Writer      the words
    collage    Studio      one picture
    memories   Curator     the right moment
    sharing    Publisher   where it may go
    privacy    Custodian   yours to take away
    remote     Remote      (talks to rooms) the endpoint that the operator named, if any

The journey of one photo: an update is stored sealed before it is confirmed
(`bot.telegram.inbox`), `handlers.gallery` hands it to the Library, which asks the gate and
keeps the part; a second after an album's last part its job downloads, opens each picture in a
child (`bot.pixels`), looks once (`bot.vision`), seals the bytes with the person's key, and
posts the next job; `handlers.collage` has the Studio plan and paint, and edits the status
message into the collage. Buttons do the rest: another layout, words, share, remind, forget.

The words: a *person* talks to the bot; *media* is one photo or video given; a *sight* is what
vision saw in it; a *moment* is media that belong together; a *gem* is good and never shared; a
*plan* is a collage decided but not painted; a *draft* is proposed and still private; a *nudge*
is an unprompted reminder, a *memory* what it shows, an *avoid* what must not come back; a
*destination* is where a draft may go; a *purpose* is what consent is about, a *notice* the text
shown, a *receipt* its proof, the *ledger* the chain of them; *region* and *regime* say which law
holds; the *gate* is the function `may()`.
"""
