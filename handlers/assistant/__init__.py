"""Plain words: what was understood, what answers it, and the chat where no rule does."""
