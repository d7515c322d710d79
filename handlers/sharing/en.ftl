sharing-offer-title = Share this picture
sharing-offer-words = The chat will see only the picture and these words: “{ $words }”
sharing-done = { $count ->
    [one] Shared. That photo is no longer on the shelf of the unshared.
   *[other] Shared. Those { $count } photos are no longer on the shelf of the unshared.
}
sharing-ask = Did you share the picture? Telegram did not tell me, and I would like the shelf to be right.
sharing-button-yes = Yes, shared
sharing-button-no = No
sharing-not = All right: they stay on the shelf.
sharing-open = Open Pépite

sharing-button-chat = To a chat…
sharing-button-channel = To “{ $title }”
sharing-button-channel-lost = Link “{ $title }” anew
sharing-button-link = Link a channel
sharing-button-story = To my Story
sharing-button-file = As a file
sharing-button-back = ‹ Back
sharing-file-name = pepite

sharing-label-collage = Collage made with Pépite
sharing-label-film = Film made with Pépite
sharing-label-filter = Filter by Pépite
sharing-label-edited = Edited with AI, by Pépite
sharing-label-ai-image = AI image, by Pépite
sharing-label-card = Card made with Pépite

sharing-link-how =
    Which channel? Press the button below: Telegram lists the channels where you may add me, and lets me post there. I ask for nothing else.

    I never read a channel, and nothing goes there without a tap of yours after I have shown you what, where and who will see it.
sharing-button-choose-channel = Choose a channel
sharing-button-no-channel = No channel
sharing-choose-channel-hint = Choose a channel below
sharing-link-cancelled = No channel was linked.
sharing-linked-public = “{ $title }” is linked. It is public: anybody can find it at @{ $name }. Nothing has been posted.
sharing-linked-private = “{ $title }” is linked. It is private: only its members see it. Nothing has been posted.
sharing-link-next = Shall we go on?
sharing-button-unlink = Unlink this channel
sharing-unlinked = The channel is unlinked and I have forgotten its name. I am still an administrator there until you remove me in the channel’s settings.
sharing-channel-lost = I can no longer post in “{ $title }”: somebody took that right from me, or removed me. Nothing of yours was changed. To post there again, link it anew under Share.

sharing-recap-title = Post this in “<b>{ $title }</b>”?
sharing-recap-public = Public: anybody can see it, at @{ $name }.
sharing-recap-private = Private: only the members of that channel will see it.
sharing-recap-seen = They will see the picture that this answers, and these words:
sharing-recap-file = They can also save it as a file, in full quality, which says how the picture was made.
sharing-recap-changed =
    The channel has changed since I asked you. It was { $before }; now it is { $now }. Nothing has been posted.
sharing-named-public = “{ $title }” (public, @{ $name })
sharing-named-private = “{ $title }” (private)
sharing-button-post = Post it
sharing-button-cancel = Don’t post
sharing-button-recap-file = Add the file too
sharing-button-recap-bare = Leave out the file
sharing-posting = Posting…
sharing-cancelled = Nothing was posted.
sharing-nothing-posted = Nothing was posted.
sharing-posted = Posted in “{ $title }”. For 48 hours I can take it back for you.
sharing-file-missing = The file could not follow: only the picture is there.
sharing-unknown = The connection broke while I was posting in “{ $title }”, so I do not know whether it arrived. I will not try again by myself: please have a look there first.
sharing-button-see = See it
sharing-button-take-back = Take it back
sharing-button-anew = Share again…

sharing-story-how =
    To post Stories for you, I need a key that only you can give, in Telegram itself:

    1. Open <b>Settings → Telegram Business → Chatbots</b> (it needs Telegram Premium).
    2. Add <b>@{ $bot }</b>.
    3. Leave only <b>Manage Stories</b> switched on, and every chat excluded: I read no messages of yours.

    I am waiting, and will say so here when it is done. If it is done already, switch me off and on there once.
sharing-button-story-again = It is done
sharing-story-connected = Thank you: I may post Stories for you now, each one only when you say so.
sharing-story-no-right = We are connected, but without the right to post Stories. In Telegram: <b>Settings → Telegram Business → Chatbots</b>, then switch on <b>Manage Stories</b>.
sharing-story-off = The connection for Stories has ended, and I have forgotten it. What was posted stays until its time is over.
sharing-story-preview =
    This is your Story, made for a phone’s whole screen. How long may it stay?
sharing-button-hours = { $count } h
sharing-button-other-period = Another length
sharing-story-recap =
    Post it to your Story for { $hours } hours? Whoever may see your Stories will see it: Telegram calls that <b>Settings → Privacy and Security → Stories</b>. Below, the words that go with it.
sharing-button-post-story = Post it
sharing-posted-story = It is in your Story, for { $hours } hours. Until then I can take it back for you.
sharing-unknown-story = The connection broke while I was posting your Story, so I do not know whether it arrived. I will not try again by myself: please look at your Stories first.

sharing-taken-back = Taken back: it is no longer there. Since people may have seen it, its photos still count as shared.
sharing-story-over = That Story is over: its time had come, and nobody sees it any more.
sharing-cannot-take-back = Telegram no longer lets me delete it: 48 hours have gone by, or I am no longer in that channel. You can delete it yourself, there.
sharing-cannot-take-back-story = I cannot delete that Story: the connection has ended. You can delete it yourself, in Telegram.
sharing-taken-back-all = { $count ->
    [0] There is nothing that I can still take back.
    [one] One post was taken back.
   *[other] { $count } posts were taken back.
}
sharing-not-all-taken-back = { $count ->
    [one] One post I could not delete; you can, where it is.
   *[other] { $count } posts I could not delete; you can, where they are.
}

error-share-private = A picture in it is kept private now: nothing went out. To change that: its page in /gallery.
error-share-gone = I no longer have that picture: it was forgotten, or its time is over.
error-share-changed = The picture or its words have changed since I asked you.
error-share-not-drawn = I could not prepare the picture, after several tries.
error-share-old = That question is from before: I have put it again since, or a day has gone by. Nothing was posted by it.
error-channel-gone = I cannot reach “{ $title }” any more: I was removed, or it is gone. Link it anew to post there.
error-channel-not-allowed = I am in “{ $title }” without the right to post. Give it back to me in the channel’s settings, or link it anew.
error-channel-not-yours = You are no longer an administrator of “{ $title }” who may post, so I cannot post there for you.
error-channel-many = Up to { $most } channels can be linked; unlink one first.
error-story-lost = I may no longer post Stories for you: the connection has ended, or its right was taken away.
error-story-refused = Telegram refused the Story. Perhaps you have posted as many as it allows for now.
