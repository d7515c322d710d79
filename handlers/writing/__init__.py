"""Write with AI: a text, a wish, the change shown word by word, taken or left."""
