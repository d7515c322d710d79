profile-description =
    I am Pépite, an AI bot. Give me photos and videos: I find the moments worth keeping and answer with collages and words. I ask before I look at anything, everything stays private until you share it, and /privacy forgets it all.
profile-short = An AI bot that finds the photos worth keeping, and asks first.
profile-command-gallery = What you gave me, and what you never shared
profile-command-memories = Reminders of photos worth seeing again
profile-command-privacy = What I may do, my copy, forget me
profile-command-language = English or French
profile-command-help = What I can do
profile-command-start = Begin, or begin again


operator-cancelled = All right, I am no longer waiting for an answer.
operator-not-understood = I work with photos and buttons. Send me photos, or see /help.
