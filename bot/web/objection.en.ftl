objection-title = Object to the use of your choices
objection-intro = Your objection is always accepted, for ever, and you need not explain it. What was already collected is removed, and what was learnt is made anew without it. Nothing else changes: everything you use goes on as before.
objection-scope = What do you object to?
objection-scope-everything = Everything: nothing of mine may improve the AI
objection-scope-posts = What I post in public through the bot
objection-scope-chats = My conversations with the AI
objection-comment = A comment, if you like
objection-comment-hint = You do not need to explain. { $longest } characters at most, kept with your objection.
objection-button = Object
objection-chat = You can also write /object to the bot, at any time.
objection-problem = This was not sent yet.
objection-problem-form = The page had stood open for too long: please press the button once more.
objection-problem-scope = Please choose what you object to.
objection-problem-comment = The comment is longer than { $longest } characters.
objection-done = Your objection is recorded
objection-done-scope-everything = From now on nothing of yours is used to improve the AI.
objection-done-scope-posts = From now on nothing that you post in public is used to improve the AI.
objection-done-scope-chats = From now on none of your conversations with the AI is used to improve it.
objection-reference = Reference
objection-at = Recorded on
objection-removed = Removed
objection-rows = { $count ->
    [0] There was nothing of yours left to remove.
    [one] One row of a choice.
   *[other] { $count } rows of choices.
}
objection-rebuild = Made anew
objection-rebuild-hours = What was learnt is made anew without them within 24 hours.
objection-lasts = It holds until you lift it yourself, in the chat with the bot. No link can lift it.
objection-receipt = The signed receipt
objection-receipt-hint = Keep it if you like: it proves this objection. The chat has it as a file too.
objection-closed = This link opens nothing
objection-closed-why = It has run out, or a part of it is missing. Nothing was changed.
objection-closed-how = To object, write /object to the bot: that never runs out, and is always accepted.
objection-nothing = There is nothing to object to any more
objection-nothing-why = Nothing is kept about you here, so nothing of yours can be used.
