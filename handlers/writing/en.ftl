# What an answer says about itself; `Note` in bot/writing/wishes.py names them.

writing-note-empty = There are no words here that I could change.
writing-note-too-long = That is longer than I can rewrite at once. Send me a part of it?
writing-note-other-language = I only rewrite English and French, and this looks like neither.
writing-note-already-short = I found nothing to cut: it is already short.
writing-note-already-professional = I would change nothing: it already sounds professional.
writing-note-no-other-words = I know no other way to say this that means the same.
writing-note-not-warmed = I could not make this warmer without putting words in your mouth.
writing-note-no-joke = I found no joke that would leave your words true.
writing-note-too-serious = This sounds serious, so I left the tone as it is.
writing-note-no-emoji-fits = I found no emoji that says what your words say.
writing-note-no-fault-found = I found nothing to correct.
writing-note-only-this-way = I have run out of other ways, so this is one you have already seen.
writing-note-grammar-in-part = In French I check typography, spelling and the common agreements, not all of the grammar.
writing-note-spelling-not-checked = Spelling is not checked here: this server has no word lists.
writing-note-meaning-not-kept = Every change I tried would have altered what you say, so I kept your words.
writing-note-model-strayed = The AI service’s answer changed what you say, so I did it with my own rules.
writing-note-too-slow = It took me too long, so I kept your words. Try again in a moment?
