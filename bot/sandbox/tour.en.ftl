## What the tour's narrator says between the lines of its transcript

tour-title = # A tour of Pépite
tour-intro = Played by a program against the sandbox, in one process and without a network: what people do is scripted, and everything that Pépite says and draws is real. First the walk of a newcomer; then ten points, one after another.
tour-presses = **{ $name }** presses **[{ $label }]**
tour-changes = **{ $name }** changes the message
tour-has-now = **{ $name }** has now
tour-photo = (a photo)
tour-hidden-photo = (a photo, behind a spoiler)
tour-video = (a video)
tour-document = (a file: { $name })
tour-sends-file = (sends { $file } as a file)
tour-sends-files = (sends { $count } files at once: { $files })
tour-clock-day = The clock moves on by a day.
tour-clock-days = The clock moves on by { $count } days.
tour-offers = Under the text field, Telegram offers: { $what }
tour-keyboard = A key appears under the text field: [{ $label }]. { $name } presses it and chooses “{ $title }”.
tour-before = In the data folder before:
tour-after = In the data folder afterwards:
tour-files = files: { $count } sealed ones ({ $bytes } bytes), { $others }
tour-file = { $name } ({ $bytes } bytes)
tour-rows = rows: { $rows }
tour-readable = words of this person that can be read: { $words }
tour-id-found = their Telegram id in any table: yes
tour-id-not-found = their Telegram id in any table: no
tour-none = none
tour-zip = Files in the zip:
tour-no-boxes = The table of face boxes is empty.

tour-walk = The walk: { $name } ({ $country })
tour-hello = Hello
tour-album = An album
tour-another = Another look at it
tour-words = The words
tour-sharing = Sharing
tour-file-chapter = As a file
tour-reminders = Reminders
tour-privacy = Privacy
tour-copy = My copy
tour-erasing = Erasing everything
tour-no-faces = No face is looked for

tour-points = Ten points: { $name } ({ $country })
tour-write = 1. Write with AI
tour-endpoint = 2. An AI outside, agreed to by name
tour-ask = 3. Ask in plain words
tour-imagine = 4. A picture from words
tour-imagine-without = 4, where no AI outside is set: { $name } ({ $country })
tour-looks = 5. Another look for a photo
tour-channel = 6. To a channel
tour-story = 6. To a Story
tour-regions = 7. Where it is not open yet: { $name } ({ $country })
tour-training = 8. Learning from choices, asked apart: { $name } ({ $country })
tour-objection = 9. The European notice, and an objection: { $name } ({ $country })
tour-receipts = 10. A receipt for every choice

tour-say-find = the photos from Lyon last year
tour-say-make = a collage of Lyon
tour-say-title = title: { $title }
tour-say-title-itself = Coffee at Grandma’s
tour-say-dark = darker please
tour-say-which = Nice photos
tour-say-delete = delete everything
tour-say-imagine-refused = /imagine a deepfake of my neighbour
tour-say-imagine = /imagine a lighthouse in the fog
tour-say-strange = tell me about the moon landing

tour-source = Read back from the file: { $source }
tour-channel-empty = The channel “{ $title }” is empty again.
tour-connects = In Telegram’s settings, { $name } adds Pépite as a business chatbot with the right to manage Stories, and no other.
tour-story-there = In the Story tray, for { $hours } hours, with these words: { $caption }
tour-story-gone = The Story is gone from the tray.
tour-holds = { $name } is checked as “pepite audit proof { $name }” does, without the bot: { $count ->
    [one] it holds.
   *[other] { $count } points, and all of them hold.
}

tour-say-write = /write I just wanted to say that the party was realy very lovely, we was laughing with Zoe until 11 pm.
tour-say-write-again = /write See you on Sunday at 4 pm.
tour-say-write-endpoint = /write We would really like to see you in Lyon this summer
tour-say-inline = I just wanted to tell you that the cake was really very good

tour-types = In the chat with { $friend }, { $name } types: { $words }
tour-proposed = Above the text field, Telegram proposes:
tour-preview = While it is being written, the words appear: “{ $words }” { $name } presses Stop.
tour-dies = From now on the AI outside dies in the middle of every answer.
tour-operator = { $name } runs this bot, and opens the country.
tour-crowd = Forty-nine people of the United States have agreed already; a program plays them.
tour-ranker = The ranker is built, from { $rows } rows of { $people } people.
tour-no-ranker = { $people } people are left, which is too few: the ranker is gone, and everybody has the built-in order again.

tour-opens-page = { $name } opens the page of the link in a browser, without logging in. Looking changes nothing. Then { $name } sends the form, twice.
tour-objected = The page answers both times with the same reference: { $reference }

tour-stand-in = The AI outside is a stand-in here, on this very machine, and no model: its rewritings are simple, and it paints hills whatever it is asked for.
