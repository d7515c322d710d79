assistant-found = { $count ->
    [one] <b>{ $what }</b> · one picture
   *[other] <b>{ $what }</b> · { $count } pictures
}
assistant-nothing = <b>{ $what }</b> · I looked and found nothing.
assistant-nothing-words = Words are looked for in your notes, your titles and captions, and the names of towns.
assistant-near = With one thing less, there would be:
assistant-which = I can read that in two ways. Which one do you mean?
assistant-wrong = Then I misread you. One thing less, perhaps? Or say it in other words, for instance <code>the beach photos of last summer</code>.
assistant-gone = That question is too old, or those pictures are gone. Ask me again.
assistant-too-few = { $count ->
    [0] <b>{ $what }</b> · a collage needs two photos, and I found none.
    [one] <b>{ $what }</b> · a collage needs two photos, and I found one.
   *[other] <b>{ $what }</b> · of these { $count }, I cannot lay out two.
}
assistant-making = <b>{ $what }</b> · I am making a collage of { $count } photos…
assistant-filming = <b>{ $what }</b> · I am making a film of { $count } pictures…
assistant-needs-looking = For that I would have to look into your photos, and you asked me not to. By date, or by the words of your notes, I can still find them. To change your mind: /privacy
assistant-button-show = Show them
assistant-button-show-one = Show it
assistant-button-gallery = Leaf through them
assistant-button-gallery-one = See it in the gallery
assistant-button-make = Make a collage of these
assistant-button-wrong = Not that
assistant-button-without = { $part ->
    [date] Without the date
    [place] Without the place
    [concept] Without what is seen
    [people] Without the people
    [words] Without the words
    [shared] Shared or not
   *[film] Photos too
} · { $count }

assistant-latest = your latest pictures
assistant-words = “{ $words }” in your words
assistant-people = { $exact ->
    [yes] { $count ->
        [0] nobody in it
        [one] one person
       *[other] { $count } people
    }
   *[no] { $count ->
        [one] with people
       *[other] { $count } people or more
    }
}
assistant-since = from { $day } on
assistant-until = up to { $day }
assistant-shared = { $shared ->
    [yes] already shared
   *[no] never shared
}
assistant-films = videos
assistant-kind = { $kind ->
    [animal] animals
    [plant] plants
    [food] food and drink
    [vehicle] vehicles
    [scene] places and views
   *[thing] things
}

assistant-no-collage = There is no collage here to change yet. Send me a few photos, or ask for one: <code>a collage of last summer</code>.
assistant-changed-own-title = The title is now “{ $title }”.
assistant-changed-caption = Your words are the caption now.
assistant-changed-layout = Laid out anew.
assistant-changed-light = Light it is.
assistant-changed-dark = Dark it is.
assistant-changed-square = Square it is.
assistant-changed-story = Upright now, for a story.
assistant-changed-wide = Wide it is.
assistant-changed-notitle = The title is gone.
assistant-changed-back = What was left out is on it again.
assistant-changed-theme = It is in “{ $name }” now.
assistant-changed-look = Dressed: { $name }.
assistant-changed-swap = They changed places.
assistant-changed-bigger = That one is bigger now.
assistant-changed-crop = Cropped another way.
assistant-changed-drop = { $count ->
    [one] That one is off the page; “undo” brings it back.
   *[other] Those are off the page; “undo” brings them back.
}
assistant-changed-undo = Undone: it is as it was before.
assistant-which-photo = Which photo? Say it by its number, for example <code>make 3 bigger</code> or <code>swap 1 and 4</code>. Under the collage, “Change…” and then “Make one bigger” shows the numbers. I changed nothing.
assistant-cannot = That is something I cannot do in a collage, so I changed nothing. I can make a photo bigger (<code>make 3 bigger</code>), swap two (<code>swap 1 and 4</code>), take one out (<code>remove 2</code>), crop it another way, dress it (<code>2 in black and white</code>), change the theme, the shape or the title, and go back (<code>undo</code>). The rest is under the collage: “Change…”.
assistant-why = What shall I explain?
assistant-button-why-collage = This collage: the details
assistant-button-why-memory = The last reminder
assistant-help =
    Say it plainly, for instance:
    • <code>the cat photos of last year</code>
    • <code>photos from Lyon never shared</code>
    • <code>my pictures from Christmas 2022 with two people</code>
    • <code>a collage of last summer</code>
    • <code>title: At Grandma’s</code>, <code>darker</code>, <code>as a story</code>
    • <code>make 3 bigger</code>, <code>swap 1 and 4</code>, <code>undo</code>
    • <code>why these photos?</code>

    I find, I make, I change drafts. Sharing, agreeing and deleting stay in your hands.
assistant-thanks = With pleasure.
assistant-rewrite = I rewrite your words in /write: there you see each change, and keep yours if you prefer.
assistant-not-understood =
    I did not understand that, so I did nothing. I do find photos, make collages and change the last one, for instance <code>the beach photos of last summer</code>, <code>a collage of Lyon</code> or <code>title: At Grandma’s</code>.

    More examples: just write “help”. Everything I can do: /help.
assistant-screen-share = Sharing is a tap of your own: the Share button under a collage. I never do it for you.
assistant-screen-forget = Forgetting is a tap of your own: in /gallery, one picture or all of them. Everything about you: /privacy. I did nothing.
assistant-screen-privacy = Agreeing, refusing, taking a copy and erasing are taps of your own, on one screen. I did nothing.
assistant-screen-memories = Reminders have a screen of their own.
assistant-screen-language = Which language we speak is one tap away.
assistant-button-privacy = Open privacy
assistant-button-memories = Reminders
assistant-button-language = Language

assistant-button-chat = About a chat with an AI…
assistant-chat-line = AI chat · I use none of it for training
assistant-chat-no-answer = { $why } I still find photos and make collages: write “help” for examples.
assistant-button-ask = Ask { $host }
assistant-button-end = End the chat
assistant-chat-open = AI chat with { $host }: what you write and I do not understand myself now goes there, with the last turns of this chat, and nothing else of yours. I keep it encrypted, 90 days at most, and use none of it for training. “End the chat” or /cancel stops it.
assistant-chat-ended = The AI chat is over: nothing more goes there.
