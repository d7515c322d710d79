"""Sharing: where a draft may go, when its person presses Share, and what the shelf remembers."""
