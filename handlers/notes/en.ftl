notes-noted = { $count ->
    [one] Noted: { $what }.
   *[other] Noted for { $count } pictures: { $what }.
}
notes-quoted = “{ $note }”
notes-for-later = Photos from there will bear that name too.
notes-button-not-a-note = That was no note
notes-button-undo = Undo
notes-gone = That one is gone already.
notes-taken-back = Taken back: it is as it was before. If those words were for me, say them once more as a question.
notes-too-late = There is nothing left to take back: something was changed since, or the pictures are gone.
notes-voice-kept = { $which ->
    [replied] Your voice stays with that photo, sealed; I do not listen to it, and nobody else can.
   *[last] Your voice stays with the last photo you gave, sealed; I do not listen to it, and nobody else can.
}
notes-voice-replaced = It takes the place of the one before.
notes-button-forget-voice = Forget this voice
notes-voice-taken-back = Taken back: nothing of it is kept.
notes-voice-gone = There is no such voice any more.
error-voice-too-long = A voice kept with a photo may last { $minutes } minutes at most. Would you tell me the heart of it?
error-voice-too-big = A voice kept with a photo may have { $megabytes } MB at most, and that one is larger.
error-voice-alone = I can keep a voice with a photo, and I do not know which one you mean. Reply with the microphone to the photo that you speak of.
