## The first screen

privacy-title = <b>Your privacy</b>
privacy-line-on =
    ● <b>{ $name }</b>: on since { $since }
    { $why }
privacy-line-off =
    ○ <b>{ $name }</b>: off
    { $why }
privacy-line-closed =
    ○ <b>{ $name }</b>: off in your country
    { $why }
privacy-line-objected = ○ <b>{ $name }</b>: you objected on { $date }. Nothing of yours is used.
privacy-line-told =
    ○ <b>{ $name }</b>: off. You were told, and have not answered: nothing is used without your OK, and nothing before { $date }
privacy-line-told-silence =
    ○ <b>{ $name }</b>: off until { $date }. From then on it is on, unless you object
privacy-line-window = ● <b>{ $name }</b>: you are OK with it; nothing is used before { $date }
privacy-always = Always, so that I work at all: keeping what you give me, and a coded proof of your answers. What you gave me goes when you erase everything; the proof stays without content.
privacy-paused = ⏸ Paused: I look at nothing and send nothing by myself.
privacy-erasing = 🗑 Everything will be deleted on { $date }. Until then you can keep it.

privacy-name-suggest-analyse = Looking at your photos
privacy-why-suggest-analyse = Finds the good ones and makes collages and captions. A yes lasts 12 months.
privacy-name-face-boxes = Where faces are
privacy-why-face-boxes = Rectangles only, so that no crop cuts a face. I recognise nobody.
privacy-name-places = Names of places
privacy-why-places = A town and a square of 5 km from a file’s position; the position itself is dropped.
privacy-name-nudge-memories = Reminders
privacy-why-nudge-memories = A photo worth seeing again, at your hour.
privacy-name-suggest-external-ai = The outside AI
privacy-why-suggest-external-ai = Captions and words by another server, which sees only what you ask about, small and bare.
privacy-name-improve-choices = Improving with your choices
privacy-why-improve-choices = Which layout, theme, kind of caption or look you pick; never a photo, never a word of yours.
privacy-name-improve-media = Improving with your media
privacy-name-improve-ai-chat = Improving with AI chats
privacy-why-inform-launch = While this is on you are on the list; one message, then nothing more. A yes lasts 12 months.
privacy-name-inform-launch = One message at the opening

privacy-contributors = { $count ->
        [0] Nobody’s choices count so far: it takes { $needed } people who agree. Until then a built-in order serves.
       *[other] { $count } of { $needed } people so far. Until there are { $needed }, a built-in order serves.
    }
privacy-contributors-enough = Learnt so far from { $count } people.
privacy-button-on-inform-launch = Turn on: one message at the opening
privacy-button-off-inform-launch = Turn off: one message at the opening
privacy-button-on-suggest-analyse = Turn on: looking at photos
privacy-button-off-suggest-analyse = Turn off: looking at photos
privacy-button-on-face-boxes = Turn on: where faces are
privacy-button-off-face-boxes = Turn off: where faces are
privacy-button-on-places = Turn on: names of places
privacy-button-off-places = Turn off: names of places
privacy-button-on-nudge-memories = Turn on: reminders
privacy-button-off-nudge-memories = Turn off: reminders
privacy-button-on-suggest-external-ai = Turn on: the outside AI
privacy-button-off-suggest-external-ai = Turn off: the outside AI
privacy-button-on-improve-choices = Turn on: improving
privacy-button-off-improve-choices = Turn off: improving
privacy-button-object = Object to training
privacy-button-receipts = My receipts
privacy-button-proof = All of them, to check
privacy-button-known = What I know of you
privacy-button-outbound = Where data went
privacy-button-export = My copy
privacy-button-pause = Pause everything
privacy-button-resume = Go on
privacy-button-erase = Erase everything
privacy-button-country = Country
privacy-button-language = Language
privacy-button-back = ‹ Back

## Switches

privacy-off =
    Done, { $time }: “{ $name }” is off. Any new use has stopped. { $rows ->
        [0] There was nothing of it to delete.
        [one] Deleted: one record of it.
       *[other] Deleted: { $rows } records of it.
    }

    What was done before with your agreement stays lawful. The rest works as before. I won’t ask again; /privacy if you change your mind.
privacy-off-suggest-analyse =
    Done, { $time }: I no longer look at your photos. { $rows ->
        [0] There was nothing to delete of what I had found.
        [one] Deleted: one record of what I had found, collages and captions included.
       *[other] Deleted: { $rows } records of what I had found, collages and captions included.
    }

    Your photos stay, for you alone. To forget them too: /gallery

    What was done before with your agreement stays lawful. I won’t ask again; /privacy if you change your mind.
privacy-off-improve-choices =
    Done, { $time }: improving with your choices is off. Any new use has stopped. { $rows ->
        [0] There were no training rows to delete.
        [one] Deleted: one training row.
       *[other] Deleted: { $rows } training rows.
    } What was learnt from them is made again without them before { $deadline }.

    What was done before with your agreement stays lawful. The rest works as before. I won’t ask again; /privacy if you change your mind.
privacy-off-inform-launch = Done, { $time }: you are off the list, and I won’t write when it opens. To hear of it after all: /privacy
privacy-on = “{ $name }” is on. One tap turns it off again.
privacy-moment = { $day }, { $time }
privacy-stale = Nothing has changed: this button is older than your last choice.

privacy-pause-done = Paused. I look at nothing and send nothing by myself until you press “Go on” in /privacy. What you gave me stays.
privacy-resume-done = I’m back. Everything is as you left it.

## What I know

privacy-known =
    <b>What I know of you</b>

    Country: { $country }
    Age group: { $band ->
        [adult] adult
        [teen] 16 or 17
       *[other] not said
    }
    Language: English
    Here since { $since }

    Media: { $media }
    Looked at: { $sights }
    Collages: { $collages }
    Reminders sent: { $nudges }
    Shared: { $posts }
privacy-known-things = { $count ->
    [one] In the one photo I looked at: { $things }.
   *[other] In the last { $count } photos I looked at, most often: { $things }.
}
privacy-known-towns = Where, by your files: { $towns }.
privacy-known-rest = What I inferred: dates, towns, everyday things and how sharp a picture is. Never who somebody is, nor age, health, belief or mood. My copy spells all of it out.
privacy-known-taste = What you seem to like, for you alone: { $likes }. It puts my suggestions in order; it goes when I no longer look at your photos.
privacy-taste-theme-light = light pages
privacy-taste-theme-dark = dark pages
privacy-taste-theme-polaroids = polaroids
privacy-taste-theme-film-strip = film strips
privacy-taste-theme-cover = magazine covers
privacy-taste-theme-postcard = postcards
privacy-taste-theme-calendar = calendars
privacy-taste-theme-then-and-now = then and now
privacy-taste-theme-journey = pages of a journey
privacy-taste-shape-square = square pages
privacy-taste-shape-story = story pages
privacy-taste-shape-wide = wide pages
privacy-taste-spirit-plain = plain captions
privacy-taste-spirit-warm = warm captions
privacy-taste-spirit-playful = playful captions
privacy-taste-layout-even = photos of one size
privacy-taste-layout-mixed = photos of several sizes
privacy-taste-layout-hero = one large photo
privacy-taste-layout-few-rows = few rows
privacy-taste-layout-some-rows = some rows
privacy-taste-layout-many-rows = many rows
privacy-taste-layout-whole = photos left whole
privacy-taste-layout-trimmed = photos cropped to fit
privacy-taste-look-painting = painted looks
privacy-taste-look-pencil = the pencil look
privacy-taste-look-duotone = two inks
privacy-taste-look-pop = pop colour
privacy-taste-look-own = a look of your own
privacy-taste-look-imagined = imagined pictures
privacy-taste-look-film = film looks
privacy-taste-look-print = printed dots
privacy-taste-wish-rephrase = other words
privacy-taste-wish-shorter = shorter words
privacy-taste-wish-warmer = warmer words
privacy-taste-wish-funnier = funnier words
privacy-taste-wish-professional = professional words
privacy-taste-wish-proofread = corrected words
privacy-taste-wish-emojify = words with emoji
privacy-outbound-title = <b>Where your data went</b>
privacy-outbound-line =
    <b>{ $host }</b>, { $kind ->
        [rewrite] to rewrite words
        [captions] for captions
        [answer] for an answer
       *[image] for a picture
    }: { $count ->
        [one] once
       *[other] { $count } times
    }, { $kilobytes } kB in all. The last time: { $time }.
privacy-outbound-nowhere = Outside this chat: nowhere. I work on { $operator }’s machine and sent nothing of yours to any other service in the last 12 months. Only Telegram carries our messages, and what you share goes where you send it.
privacy-outbound-rest = To nobody else: I work on { $operator }’s machine. Only Telegram carries our messages, and what you share goes where you send it. This list is kept for 12 months.
privacy-contact = Questions or a complaint: { $contact }

## Receipts

privacy-receipts =
    <b>Your receipts</b>

    One for each choice. Press a name for its signed document.
privacy-receipt-line =
    { $name }: { $state ->
        [given] yes
        [renewed] yes, renewed
        [refused] no
        [withdrawn] taken back
        [expired] run out
       *[objected] objected
    }, { $date } ({ $ref })
privacy-receipt-ref = Its receipt is { $ref }.
privacy-receipt-none = There is no receipt of that: you have not chosen yet.
privacy-receipt-title = <b>Receipt { $ref }</b>
privacy-receipt-what =
    { $state ->
        [given] You said yes to
        [renewed] You said yes again to
        [refused] You said no to
        [withdrawn] You took your yes back:
        [expired] Your yes has run out:
       *[objected] You objected to
    } “{ $name }”, { $time }.
privacy-receipt-text = The text that was shown is in it as a fingerprint: version { $version }, with the buttons “{ $yes }” and “{ $no }”.
privacy-receipt-no-text = No question was shown for it: a switch did it.
privacy-receipt-back = To change it: /privacy, one tap. Keep this file: it is signed with the key { $key }, and nobody can change it unnoticed.
privacy-proof = All your receipts, your rows of the ledger and the texts, with a program that checks them without me: see README.md inside.
privacy-proof-name = proof.zip

## My copy

privacy-export-ask = A copy of everything: media, collages, captions, choices, settings, and what I found in your photos. Whoever has the file can read it.
privacy-button-export-make = Make my copy
privacy-export-started = A copy of everything was asked for on { $time }. I’ll send it here as soon as it is ready. Not you? Look at who else uses your Telegram.
privacy-button-export-cancel = Cancel the copy
privacy-export-cancelled = Cancelled. No copy is made.
privacy-export-too-late = It was already made, or cancelled.
privacy-export-too-soon = One copy a day: you can ask again from { $time }.
privacy-export-ready = Your copy: { $size } MB, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }. Open README.html first. Whoever has the file can read it: keep it safe.
privacy-export-part = Your copy, part { $part }: { $size } MB, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }. More is coming.
privacy-export-last = Your copy, part { $part }, the last: { $size } MB, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }. Unpack all parts into one folder and open README.html. Whoever has them can read them: keep them safe.
privacy-export-failed = I could not make your copy. Nothing is lost; please ask again, or write to the operator.

## Erasing

privacy-erase-recap =
    <b>Erase everything?</b>

    This goes: { $media } media, { $collages ->
        [one] { $collages } collage with its captions
       *[other] { $collages } collages with their captions
    }, your choices, settings and the key that opens them. All jobs and reminders stop.

    Nobody can bring it back. Want a copy first? /privacy, My copy.
privacy-erase-posts = { $count ->
    [one] One post or Story that I sent for you still stands where you wanted it. Once everything is erased I cannot take it back; now I can.
   *[other] { $count } posts and Stories that I sent for you still stand where you wanted them. Once everything is erased I cannot take them back; now I can.
}
privacy-button-take-back = Take them back first
privacy-button-erase-sure = Delete for good
privacy-button-erase-keep = Keep everything
privacy-erase-when = When? Either way everything stops at once. With 7 days, you can still change your mind until then.
privacy-button-erase-now = Delete now
privacy-button-erase-later = In 7 days
privacy-erase-begun = I’m erasing everything now. The certificate follows.
privacy-erase-later = Everything has stopped. On { $date } I delete it all. Until then /privacy lets you keep it.
privacy-erase-kept = Everything stays as it was.
privacy-erased =
    Erased on { $time }: { $media } media, { $drafts ->
        [one] { $drafts } draft
       *[other] { $drafts } drafts
    }, { $rows ->
        [one] { $rows } record
       *[other] { $rows } records
    } in all, and your key.

    Kept without content until { $proof }: the coded proof of your choices. I can’t erase Telegram’s own copies in this chat nor what others saved: delete the chat to finish. The certificate is attached. Take care.
privacy-certificate-name = certificate.json
