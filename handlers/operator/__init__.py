"""What nobody else says: the profile, and a word where nothing was understood."""
