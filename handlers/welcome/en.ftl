## Hello

welcome-hello =
    I’m an AI, not a person: { $bot }, here to find the photos worth keeping.

    First, in which country do you live? It decides which rules protect you. I keep the country, nothing more precise.
welcome-country = In which country do you live? It decides which rules protect you. I keep the country, nothing more precise.
welcome-button-country-other = Another country
welcome-country-typed = Write the name of your country, in English or in French.
welcome-country-unknown = I don’t know a country by that name. Could you write it another way, in English or in French?
welcome-country-kept = { $country }: noted.
welcome-country-later = { $country }: noted. It takes effect on { $date }, because this is your third change in 30 days.

welcome-year = In which year were you born? It decides which features I may offer you. I keep only an age group, never the year, and show it to nobody.
welcome-year-exact = Which year? I keep only an age group.
welcome-year-unknown = I cannot read a year of birth in that. Write it with four digits, from { $first } to { $last }, or press a decade.
welcome-button-decades = ‹ Another decade
welcome-under-age = Thank you. I can’t offer you this service yet. I have deleted what you sent me.

welcome-answered = You have answered that one already. To change it: /privacy
welcome-photo-not-kept = I haven’t looked at this and I haven’t kept it: I ask first.

## One photo, to see

welcome-button-rehearse = Show me on one photo
welcome-rehearse-ready =
    Send me one photo in the next ten minutes. I’ll list exactly what I would read from it, keep nothing, and ask you again.

    Telegram takes the date and the place out of photos: send it as a file if you want to see those too.
welcome-rehearsal-title = This is what I would read from this photo. I have kept nothing.
welcome-rehearsal-taken = 📅 Date: { $date }
welcome-rehearsal-taken-none = 📅 Date: there is none in it
welcome-rehearsal-place = 📍 Place: { $place } (the town only; I drop the exact position)
welcome-rehearsal-place-none = 📍 Place: there is none in it
welcome-rehearsal-faces =
    { $count ->
        [0] 👤 Faces: none
        [one] 👤 Faces: one, counted, never recognised
       *[other] 👤 Faces: { $count }, counted, never recognised
    }
welcome-rehearsal-faces-off = 👤 Faces: in your country I don’t look for them
welcome-rehearsal-sees = 👁 I see: { $things }
welcome-rehearsal-sees-none = 👁 I see: nothing that I know by name
welcome-rehearsal-quality = ✨ Sharpness { $sharpness }%, light { $exposure }%, colour { $colour }%
welcome-rehearsal-kind = { $kind ->
    [receipt] 🧾 It looks like a receipt
    [document] 📄 It looks like a document
    [meme] 💬 It looks like a picture with a caption drawn on it
   *[screenshot] 📱 It looks like a screenshot
}
welcome-rehearsal-rest = I would also note where the eye goes, and a fingerprint of the whole picture that finds near-twins. Never who is in it.

## Afterwards

welcome-back =
    I’m { $bot }, an AI. Good to see you.

    Send me photos: an album at once, or one by one. As files they keep their full quality, their dates and their places.
welcome-back-manual =
    I’m { $bot }, an AI. Good to see you.

    You chose no AI: send me photos and I keep them for you as they are, without looking at them. Change your mind in /privacy
welcome-frozen = Everything is paused, as you asked. To go on: /privacy

## Where it is not open

welcome-not-open = { $bot } is not open in this country yet: { $country }. I have kept nothing that you sent.
welcome-not-open-now = { $bot } is not open in this country for now: { $country }. I take in nothing new. What you gave me before is still here, safe: for a copy, or to erase it, /privacy
welcome-waiting = You are on the list: one message the day it opens, and nothing else.
welcome-waiting-ended = You are not on the list: I won’t write. To be told after all: /start
welcome-paused = { $bot } is paused for now in this country: { $country }. Whatever you gave me is still here, safe. Until it goes on I take in nothing, look at nothing and send nothing. For a copy, or to erase everything: /privacy
welcome-now-open = { $bot } is now open in your country: { $country }. You asked me to tell you; this is my only message about it, and you are off the list. Nothing is switched on: /start shows what I do, and asks you first.
welcome-button-wait = Write to me after all
welcome-button-wait-no-more = Don’t write to me
welcome-button-country-change = I live elsewhere

welcome-language = Which language shall I speak?
welcome-button-english = English
welcome-button-french = Français
welcome-language-kept = I speak English now.

welcome-help =
    I’m { $bot }, an AI. Send me photos and, if you let me look, I make:
    • a collage of the best ones, nobody’s face cut
    • three captions to choose from
    • your own words, shorter, warmer or corrected
    • another look of one photo: painted, drawn, in two inks
    • now and then a reminder of a photo worth seeing again

    Nothing leaves this chat until you press Share, or ask an outside AI that you agreed to.

    Or ask in plain words: “the beach photos of last summer”, “a collage of Lyon”. Write “help” for more examples.

    /gallery what you gave me
    /memories reminders
    /write your words, rewritten
    /imagine a picture, or a card, from your words
    /film a short film of your latest photos
    /privacy what I may do, my copy, erase everything
    /object nothing of mine for training
    /language English or French
