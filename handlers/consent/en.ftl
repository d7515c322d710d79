## Asking

consent-button-details = Details
consent-button-back = Back to the question

## Answers

consent-button-receipt = Receipt
consent-given-suggest-analyse =
    Thank you. Now send me photos: one, or a whole album at once.

    Photos lose their date and place on the way here. Send them as files and I keep those, in full quality.
consent-refused-suggest-analyse =
    No AI, then. Send me photos and I keep them for you as they are, without looking at them: you can have them back as files, share them or forget them.

    Change your mind any time: /privacy
consent-given-nudge-memories = Reminders are on. Choose the hour and how many a week; /memories changes it later.
consent-button-reminders = Choose the hour
consent-refused-nudge-memories = No reminders, then. I won’t ask again; /privacy if you change your mind.
consent-given-inform-launch = Noted: one message the day it opens where you live, then you are off the list. To be taken off before: /start
consent-refused-inform-launch = No message, then. I won’t ask again; /start if you change your mind.
consent-given = It is on. One tap in /privacy turns it off.
consent-refused = It stays off. I won’t ask again; /privacy if you change your mind.

## Instead

consent-frozen = Everything is paused: I looked at nothing and kept nothing. To go on: /privacy
consent-not-asked = For this I need your yes first, and I have not asked you yet.
consent-needed = You chose “{ $no }”, so I can’t do this. You can see the question again.
consent-button-again = See the question
consent-quiet-hours = { $start }:00 and { $end }:00

## Old buttons

consent-answered-on = You answered that one: it is on. To change it: /privacy
consent-outdated = This question has been rewritten since. Here is how it reads now.
consent-closed = This question is not open to you now. Nothing has changed.

## Told rather than asked, and objecting

object-reminder = A reminder, the only one: you have not answered this yet.
object-ok-recorded = Noted: you are OK with it. Nothing before { $date }; from then on only what you publish in a public channel. To take it back or to object, any time: /privacy or /object
object-screen =
    <b>Object</b>

    What you object to is never used to improve the AI, now or later, whatever I asked or you answered before. What was already kept of it is deleted at once, and what was learnt is made anew without it within 24 hours.

    No reason is needed. Everything else works as before.
object-scope-everything = Everything
object-scope-posts = My public posts
object-scope-chats = My AI chats
object-button = I object
object-button-back = ‹ Back
object-button-page = On a page instead
object-button-lift = Take back my objection
object-done = Your objection is recorded, { $time }.
object-stopped-everything = Nothing of yours is used to improve the AI.
object-stopped-posts = Nothing that you post in public is used to improve the AI.
object-stopped-chats = None of your AI chats is used to improve the AI.
object-removed = { $rows ->
    [0] There was nothing of yours left to delete.
    [one] Deleted: one training row. What was learnt is made anew without it within 24 hours.
   *[other] Deleted: { $rows } training rows. What was learnt is made anew without them within 24 hours.
}
object-reference = Reference: { $ref }. It holds until you take it back yourself, in /privacy; I won’t ask again.
object-from-page = You objected on the page.
