profile-description =
    I am Pépite, an AI bot. Give me photos and videos: I find the moments worth keeping and answer with collages and words. I ask before I look at anything, everything stays private until you share it, and /privacy forgets it all.
profile-short = An AI bot that finds the photos worth keeping, and asks first.
profile-command-gallery = What you gave me, and what you never shared
profile-command-memories = Reminders of photos worth seeing again
profile-command-write = Your words: shorter, warmer, corrected
profile-command-imagine = A picture, or a card, from your words
profile-command-film = A short film of your latest photos
profile-command-privacy = What I may do, my copy, forget me
profile-command-object = Nothing of mine for training
profile-command-language = English or French
profile-command-help = What I can do
profile-command-start = Begin, or begin again


operator-cancelled = All right, I am no longer waiting for an answer.
operator-not-understood = I work with photos and buttons. Send me photos, or see /help.

## For who runs the bot

operator-house =
    <b>The house</b>
    People: { $people }
    Media kept: { $media }
    Jobs: { $waiting } waiting, { $failed } failed
    Sends whose outcome nobody knows: { $unknown }
    Waiting for their country: { $list }
    The ranker: { $contributors } of the { $needed } people it takes

    /admin region: what is open where
operator-waiting-country = { $country } { $count }
operator-waiting-elsewhere = elsewhere { $count }
operator-waiting-nobody = nobody

operator-regions = <b>What is open where</b>
operator-regions-change =
    To change one: <code>/admin region fr gallery live</code>
    A region, or a country for its whole region; a feature; off, waitlist, notice, live or paused.
operator-region = <b>{ $region }</b>: { $countries }
operator-regime-us-consent = Rules: consent, no face boxes
operator-regime-ca-consent = Rules: consent
operator-regime-eu-li = Rules: consent; learning after a notice, open to objection
operator-regime-strict = Rules: consent; no learning
operator-region-stage = • { $feature }: { $stage }
operator-everywhere-else = everywhere else
operator-countries = { $count } countries

operator-feature-gallery = { $typed }
operator-feature-publish = { $typed }
operator-feature-ai-chat = { $typed }
operator-feature-improve = { $typed }
operator-feature-improve-media = { $typed }
operator-feature-improve-chat = { $typed }
operator-stage-off = { $typed }
operator-stage-waitlist = { $typed }
operator-stage-notice = { $typed }
operator-stage-live = <b>{ $typed }</b>
operator-stage-paused = { $typed }

operator-change = { $region } ({ $countries }), { $feature }: { $before } → { $stage }
operator-change-tells =
    { $count ->
        [one] One person waits there and hears of it, once.
       *[other] { $count } people wait there and each hear of it, once.
    }
operator-change-pauses = What people gave stays; nothing is taken in, looked at or sent until it goes on.
operator-button-change = Change it
operator-button-keep = Leave it as it is
operator-changed = Done, and in the ledger. { $region }, { $feature }: { $stage }
operator-kept = Nothing has changed.
operator-how =
    <code>/admin</code> how much there is
    <code>/admin region</code> what is open where
    <code>/admin region fr gallery live</code> change it

    Features: { $features }
    Stages: { $stages }

operator-refused-same = It is so already in { $region }.
operator-refused-changed-meanwhile = Somebody has changed it meanwhile. See /admin region
operator-refused-no-region = I know no region and no country called “{ $region }”. See /admin region
operator-refused-not-built = That is not built: it stays off everywhere.
operator-refused-no-learning = In { $region } the rules know no basis for learning from people: it stays off.
operator-refused-no-list = There is no waiting list for learning: it is off, in notice, live or paused.
operator-refused-no-notice = In { $region } this does not begin with a notice: people are asked.
operator-refused-not-assessed = In { $region } learning rests on a legitimate interest: fill lia_ref and dpia_ref in the regions file first.
operator-refused-notice-first = In { $region } people are told first: set it to notice, and to live after that.
