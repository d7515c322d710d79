notes-noted = { $count ->
    [one] Noted: { $what }.
   *[other] Noted for { $count } pictures: { $what }.
}
notes-quoted = “{ $note }”
notes-for-later = Photos from there will bear that name too.
notes-button-not-a-note = That was no note
notes-button-undo = Undo
notes-button-look = See it
notes-button-leave = Leave it
notes-ask-place = Where was it? A town, such as “Lyon” or “Paris, Texas”, or your own name for the place, such as “at Grandma’s”.
notes-ask-note = What shall I remember of it? One or two sentences; captions may quote them.
notes-place-unclear = I could not read a place in that. A town or a name of up to 40 characters will do; /cancel leaves it.
notes-gone = That one is gone already.
notes-taken-back = Taken back: it is as it was before. If those words were for me, say them once more as a question.
notes-too-late = There is nothing left to take back: something was changed since, or the pictures are gone.
