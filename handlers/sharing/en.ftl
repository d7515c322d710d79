sharing-offer-title = Share this collage
sharing-offer-with-words = The chat will see only the picture and these words: “{ $words }”
sharing-offer-without-words = The chat will see only the picture, without words.
sharing-done = { $count ->
    [one] Shared. That photo is no longer on the shelf of the unshared.
   *[other] Shared. Those { $count } photos are no longer on the shelf of the unshared.
}
sharing-ask = Did you share the collage? Telegram did not tell me, and I would like the shelf to be right.
sharing-button-yes = Yes, shared
sharing-button-no = No
sharing-not = All right: they stay on the shelf.
sharing-open = Open Pépite
