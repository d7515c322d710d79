viewer-title = Your copy
viewer-intro = Everything that this bot kept about you, on { $date }. This page works without a network. Keep the file safe: whoever has it can read it.
viewer-profile = You
viewer-answers = Your answers
viewer-media = What you gave
viewer-documents = Everything else, as data
viewer-taken = Taken
viewer-arrived = Arrived
viewer-place = Place
viewer-note = What you said of it
viewer-seen = What was seen in it
viewer-open = Open
viewer-data = data
viewer-nothing = Nothing.
viewer-missing-forgotten = Forgotten a moment ago: the file goes for good within ten minutes.
viewer-missing-gone = The file was already deleted.
viewer-missing-large = Too large for a chat: ask the operator for it.
viewer-missing-waiting = Its file had not arrived yet.
viewer-you-number = Your Telegram number: { $number }
viewer-you-country = You live in: { $country }
viewer-you-no-country = Your country: not said
viewer-you-band =
    Age group: { $band ->
        [adult] adult
        [unknown] not said
       *[other] 16 or 17
    }
viewer-you-language = We speak: { $language }
viewer-you-since = Here since: { $date }
viewer-you-last = You last did something on: { $date }
viewer-answer =
    { $state ->
        [asked] asked, not answered
        [given] yes
        [renewed] yes, renewed
        [refused] no
        [withdrawn] taken back
        [expired] run out
       *[objected] objected
    }, { $since }
viewer-until = (holds until { $date })
viewer-receipt = receipt
viewer-proof = All receipts, and a program that checks them without the bot, are in consents/proof.zip.
viewer-purpose-suggest-analyse = Looking at your photos
viewer-purpose-suggest-external-ai = The outside AI
viewer-purpose-nudge-memories = Reminders
viewer-purpose-improve-choices = Improving with your choices
viewer-purpose-improve-media = Improving with your media
viewer-purpose-improve-ai-chat = Improving with AI chats
viewer-purpose-inform-launch = One message at the opening
viewer-purpose-face-boxes = Where faces are
viewer-purpose-places = Names of places
viewer-settings = What you set, and where data went
viewer-set-reminders =
    Reminders at { $hour }:00, { $count ->
        [one] once a week
       *[other] { $count } times a week
    } at most
viewer-set-quiet =
    Reminders at { $hour }:00, { $count ->
        [one] once a week
       *[other] { $count } times a week
    } at most; none until { $date }
viewer-set-avoids =
    { $count ->
        [one] One thing
       *[other] { $count } things
    } that no reminder brings back
viewer-set-host =
    Sent to { $host }: { $count ->
        [one] once
       *[other] { $count } times
    }
viewer-set-nowhere = In the last 12 months no other service was sent anything of yours.
