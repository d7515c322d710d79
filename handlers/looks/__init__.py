"""Another look: a sheet of them for one photo, pictures from words, words on a card."""
