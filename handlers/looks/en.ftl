looks-name-plain = As it is
looks-name-sun = Sun and sky
looks-name-ink = Ink and peach
looks-name-embers = Embers
looks-name-lilac = Lilac evening
looks-name-mist = Sea mist
looks-name-oil = Old oils
looks-name-starry = Blue night
looks-name-pencil = Pencil
looks-name-duo = Two inks
looks-name-dusk = Opposite inks
looks-name-pop = Pop colour
looks-name-film = Golden film
looks-name-slide = Slide film
looks-name-silver = Silver film
looks-name-halftone = One-ink print
looks-name-rosette = Colour print
looks-name-own = In another picture’s style

looks-label-filter = Filter
looks-label-edited = Edited with AI
looks-label-ai-image = AI image

looks-drawing = Trying eleven looks on this photo…
looks-sheet-title = Eleven looks, one photo
looks-sheet-how = Tap a number to see that look full size. Your photo itself never changes.
looks-sheet-nobody = Pop colour needs somebody in the picture, and I see nobody here.
looks-private = Private until you share it.
looks-style-title = The style of which picture?
looks-style-how = Tap a number, or send me a picture now: I look at its style once and do not keep it.
looks-style-send = Send me the picture whose style this photo should have: I look at it once and do not keep it.
looks-style-painting = Painting in the style of your picture…
looks-which-photo = A look for which photo? Count from the top left, row by row.
looks-kept = The photo stays as it is.
looks-file-name = look
looks-given-up = I could not draw this one, after several tries. Nothing of yours changed; please try again later.
looks-stopped = I stopped drawing: what it needs was forgotten, or is no longer allowed.

looks-button-keep = Keep the photo as it is
looks-button-style = In the style of another picture…
looks-button-back = ‹ Back to the looks
looks-button-another = Another look
looks-button-share = Share
looks-button-file = As a file
looks-button-light = { $chosen ->
    [yes] ● Light
   *[no] Light
}
looks-button-medium = { $chosen ->
    [yes] ● Medium
   *[no] Medium
}
looks-button-full = { $chosen ->
    [yes] ● Full
   *[no] Full
}
looks-button-again = ⟳ Again
looks-button-card = My words on a card
looks-button-a-look = A look for my newest photo
looks-button-ask = Ask me about the outside AI
looks-button-dress = Other colours
looks-button-from-square = Story
looks-button-from-story = Square
looks-button-preset-postcard = Postcard
looks-button-preset-watercolour = Watercolour
looks-button-preset-papercut = Paper cut
looks-button-preset-nightsky = Night sky

looks-imagine-words = What shall I imagine? Say it in a few words, for example: a lighthouse in the fog.
looks-imagine-words-card = I cannot make pictures from words here, but I can letter yours on a card: which ones?
looks-imagine-as-postcard = A postcard it is. Of what? Say it in a few words.
looks-imagine-as-watercolour = A watercolour it is. Of what? Say it in a few words.
looks-imagine-as-papercut = A paper cut it is. Of what? Say it in a few words.
looks-imagine-as-nightsky = Under a night sky it is. What? Say it in a few words.
looks-imagining = Imagining… this can take a minute.
looks-imagine-none = I cannot make pictures from words here: whoever runs this bot has set no service for it. What I can do myself: letter your words on a card, or give one of your photos another look.
looks-imagine-ask = Pictures from words are made by { $host }, outside this bot. Your words would go there, and nothing else; I only do that once you have said yes. Without it I can letter your words on a card, or give one of your photos another look.
looks-imagine-why-not-set = I cannot make pictures from words here: no image service is set. Nothing was sent.
looks-imagine-why-busy = The image service is busy right now and sent nothing. You can try again in a moment, or take something I make myself:
looks-imagine-why-slow = The image service took too long and I stopped waiting. You can try again, or take something I make myself:
looks-imagine-why-broken = The image service sent nothing that I could open as a picture. You can try again, or take something I make myself:
looks-imagine-why-resting = The image service failed several times in a row, so I am leaving it alone for a minute. Meanwhile, something I make myself:
looks-imagine-why-budget = That was all the outside AI you may use in one day; tomorrow there is more. Meanwhile, something I make myself:
looks-imagine-why-refused = The image service would not draw these words; I do not know exactly why. Other words may do, or something I make myself:

looks-refused-minors = I do not picture children or teenagers that way, ever. Nothing was sent or kept.
looks-refused-undress = I do not take clothes off anybody, in any picture. Nothing was sent or kept.
looks-refused-nudity = I do not draw nudity. Nothing was sent or kept; another idea is welcome.
looks-refused-person = I do not make pictures of real people whom you name: they would look like photos of something that never happened. Nothing was sent or kept; somebody made up is welcome.
looks-refused-gore = I do not draw cruelty. Nothing was sent or kept; another idea is welcome.
looks-refused-hate = I do not draw signs or scenes of hate. Nothing was sent or kept; another idea is welcome.

looks-card-made = Your words on a card, set by rules alone: no AI.

error-look-private = You keep this photo private: I make nothing of it. To change that: its page in /gallery.
error-look-gone = This look is no longer here: it was forgotten, or thirty days have passed. Its photo can have a new one.
error-look-changed = That button is older than the last change; I changed nothing.
error-look-not-seen = I have not looked at this one, so I do not know what to protect in it. It is a video, or came before you said I may look.
error-looks-no-brushes = The painting network is not in order on this server, so I cannot paint. Whoever runs it can see why with “pepite doctor”.
error-looks-nobody = Pop colour keeps a person in colour, and I see nobody in this photo.
error-card-no-letters = There is no letter in these words that I have a shape for. Letters and digits work.
