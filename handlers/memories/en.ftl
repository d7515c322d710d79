memories-ask-hour = At what hour would a reminder suit you?
memories-button-hour = { $hour }:00
memories-ask-times = How many a week, at most?
memories-button-times = { $count }
memories-ask-zone = What time is it where you live?
memories-button-zone = { $time } · { $town }
memories-set = It is set: at most { $count ->
    [one] one reminder
   *[other] { $count } reminders
} a week, around { $hour }:00, { $town } time. When there is nothing good, I stay silent.
memories-button-change = Change
memories-button-pause = Silence for a month
memories-button-stop = Stop all reminders
memories-paused = Silence until { $day }. /memories ends it earlier.
memories-stopped = Reminders are off, and none is planned. What you asked me to avoid stays avoided.
memories-off-already = Reminders are off already.

memories-nudge-on-this-day = { $years ->
    [one] A year ago, about today
   *[other] { $years } years ago, about today
}: { $what }
memories-nudge-moment = A moment you never shared: { $what }
memories-nudge-gem = A photo worth seeing again: { $what }
memories-what = { $count ->
    [one] one photo
   *[other] { $count } photos
}{ $title ->
    [none] {""}
   *[known] , { $where }
}
memories-number = { $number } of { $most } this week
memories-button-open = Open
memories-button-not-today = Not today
memories-button-never = Never
memories-button-why = Why this?
memories-opened = Here { $count ->
    [one] it is
   *[other] they are
}, for you alone.
memories-not-today = All right, not today. It may come back another day.
memories-avoided-media = Thank you for telling me. I will not show { $count ->
    [one] this one
   *[other] these
} again.
memories-avoided-day = Understood. I will bring back nothing of { $count ->
    [one] that day.
   *[other] those days.
}
memories-avoided-place = Understood. I will bring back nothing of { $count ->
    [one] that place.
   *[other] those places.
}
memories-avoid-more = Should I avoid more? You do not have to say why, and your answer teaches no AI anything.
memories-avoided-enough = All right. I remember what you asked me to avoid.
memories-button-avoid-day = { $count ->
    [one] This day
   *[other] These days
}
memories-button-avoid-place = { $count ->
    [one] This place
   *[other] These places
}
memories-button-that-is-all = That is all
memories-gone = That memory is no longer here.

memories-why = Why this one:
memories-why-line = • { $reason }
memories-reason-on-this-day = { $value ->
    [one] it was taken about this day, a year ago
   *[other] it was taken about this day, { $value } years ago
}
memories-reason-moment = it is one moment of { $value } photos
memories-reason-never-shared = you never shared it
memories-reason-people = { $value ->
    [one] there is somebody in it
   *[other] there are { $value } people in it
}
memories-reason-place = you have few photos of { $value }
memories-reason-concept = it shows something rare among your photos: { $value }
memories-reason-note = you wrote a word to it
memories-reason-long-ago = { $value ->
    [0] it is from a while ago
    [one] it is a year old
   *[other] it is { $value } years old
}
memories-reason-quality = it is sharp and well lit
memories-why-end = Nobody was recognised to find it. /memories changes or stops the reminders.
