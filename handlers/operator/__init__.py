"""For who runs the bot: /admin and the profile; a word where nothing was understood."""
