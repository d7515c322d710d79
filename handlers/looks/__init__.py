"""Another look: a sheet of eight for one photo, pictures from words, words on a card."""
