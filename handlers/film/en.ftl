film-begun = Filming…
film-progress = Filming… { $done }/{ $count }
film-made = { $count ->
    [one] A film of { $seconds } seconds: one shot.
   *[other] A film of { $seconds } seconds: { $count } shots.
}
film-title-no-emoji = This server cannot draw the title’s emoji, so the film does without.
film-twins = { $count ->
    [one] A photo that looks like another is not in it.
   *[other] { $count } photos that look like others are not in it.
}
film-no-time = { $count ->
    [one] There was no time for one more; another cut may show it.
   *[other] There was no time for { $count } more; another cut may show them.
}
film-private = Film made with Pépite, private until you share it.
film-instead = This is a moving picture, smaller and less smooth than a video: this server lacks what writes videos.
film-nothing = For a film I need two photos or videos that are not nearly the same. Send me an album, then /film.
film-given-up = I could not make this film, after several tries. Nothing of yours changed; please try again later.
film-stopped = I stopped filming: what it needs was forgotten, or is no longer allowed.
film-file-begun = Filming it again for the file; it will come here.
film-file-name = film
film-button-square = Square
film-button-story = Story
film-button-cut = ⟳ Another cut
film-button-title-off = No title
film-button-title-on = With its title
film-button-file = As a file
film-button-share = Share

error-film-gone = This film is no longer here: it was forgotten, or thirty days have passed. Its photos can make a new one.
error-film-changed = That button is older than the last change; I changed nothing.
error-film-too-few = For a film I need two photos or videos that may be shown and are not nearly the same.
