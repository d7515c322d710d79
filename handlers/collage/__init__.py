"""The collage message: its words, its buttons, its edits."""
