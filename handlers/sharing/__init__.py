"""Where a draft may go: a chat, a file; what was shared."""
